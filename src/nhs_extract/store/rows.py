"""Rows: an extraction as rows of the tables."""

import hashlib
import json
from collections.abc import Iterator, Sequence

from nhs_extract.models import Article, Extraction, Fact, Value
from nhs_extract.store.columns import Cell
from nhs_extract.store.schema import FactTable, Schema, Table

Row = tuple[Cell, ...]


def article_id(source: str, sha256: str) -> str:
    """Digest of an article's source and bytes: the same page at two places is two articles."""
    return _digest(source, sha256)


def fact_id(article: str, kind: str, fact: Fact) -> str:
    """Digest of what the fact says and where; which pattern found it makes no difference."""
    content = fact.model_dump(mode="json", exclude={"evidence": {"pattern"}})
    return _digest(article, kind, json.dumps(content, sort_keys=True))


def article_row(schema: Schema, article: Article, *, version: str, run_id: int) -> Row:
    """The row of an article."""
    return (article_id(article.source, article.sha256), *cells(schema.articles, article), version, run_id)


def fact_rows(schema: Schema, extraction: Extraction) -> Iterator[tuple[Table, list[Row]]]:
    """The rows of all facts, for each table that gets any; a fact that is given twice is stored once."""
    article = article_id(extraction.article.source, extraction.article.sha256)
    for kind, facts in extraction.facts.items():
        table = schema.fact_table(kind)
        unique = {fact_id(article, kind, fact): fact for fact in facts}
        rows = [(article, identity, *cells(table, fact)) for identity, fact in unique.items()]
        if rows:
            yield table, rows
        yield from _child_rows(table, article, unique)


def cells(table: Table, value: Value) -> Row:
    """The cells of a value, without the keys that come before it."""
    return tuple(column.cell(value) for column in table.columns if column.path)


def _child_rows(table: FactTable, article: str, facts: dict[str, Fact]) -> Iterator[tuple[Table, list[Row]]]:
    for child in table.children:
        rows = [
            (article, identity, position, *cells(child, part))
            for identity, fact in facts.items()
            for position, part in enumerate(_parts(fact, child.field), start=1)
        ]
        if rows:
            yield child, rows


def _parts(fact: Fact, field: str) -> Sequence[Value]:
    parts: Sequence[Value] | None = getattr(fact, field)
    return parts or ()


def _digest(*parts: str) -> str:
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:16]
