"""Articles and extractions as text, for people and for programs."""

import json
import shutil
import sys
from collections.abc import Iterable, Iterator
from typing import Any

from nhs_extract.cli.formats import ExtractFormat, as_text, json_list
from nhs_extract.cli.printing import in_one_line, show
from nhs_extract.cli.tables import table_lines
from nhs_extract.models import Article, Extraction, Fact, Failure

_ASIDE = ("score", "_as_printed")  # ends of names: what a table for people can do without
_WIDTH = 120  # where nobody's terminal sets one


def show_extractions(
    outcomes: Iterable[Extraction | Failure], form: ExtractFormat, *, alone: bool
) -> tuple[Failure, ...]:
    """Print the extractions and give back the failures; ``alone``: there is one article at most."""
    failures: list[Failure] = []
    extractions: Iterator[Extraction] = _without(failures, outcomes)
    lines: Iterable[str]
    if form is ExtractFormat.PRETTY:
        lines = (line for extraction in extractions for line in pretty_lines(extraction))
    elif form is ExtractFormat.JSONL:
        lines = (_json(extraction) for extraction in extractions)
    elif alone:
        lines = (_json(extraction, indent=2) for extraction in extractions)
    else:
        lines = json_list(_json(extraction, indent=2) for extraction in extractions)
    for line in lines:
        show(line)
    return tuple(failures)


def _json(extraction: Extraction, indent: int | None = None) -> str:
    return json.dumps(extraction.as_json(), ensure_ascii=False, indent=indent)


def show_articles(outcomes: Iterable[Article | Failure], *, alone: bool) -> tuple[Failure, ...]:
    """Print the text of the articles and give back the failures; ``alone``: there is one article at most."""
    failures: list[Failure] = []
    for article in _without(failures, outcomes):
        show(article.text if alone else f"==> {in_one_line(article.source)} <==\n{article.text}\n")
    return tuple(failures)


def pretty_lines(extraction: Extraction) -> Iterator[str]:
    """The facts of an article for people: a heading, then a table for each kind that it has."""
    article = extraction.article
    yield in_one_line(article.title or "(no title)")
    about = (article.published and article.published.isoformat(), article.publisher, article.source)
    yield in_one_line(" · ".join(part for part in about if part))
    width = shutil.get_terminal_size().columns if sys.stdout.isatty() else _WIDTH
    for kind, facts in extraction.facts.items():
        yield ""
        yield f"{kind} ({len(facts)})"
        if facts:
            rows = [_cells(fact) for fact in facts]
            columns = [column for column in rows[0] if any(row[column] for row in rows)]
            lines = table_lines(
                columns, [[row[column] for column in columns] for row in rows], width=width - 2
            )
            yield from (f"  {line}" for line in lines)
    yield ""


def _cells(fact: Fact) -> dict[str, str]:
    """What a fact says by field, the words that prove it last."""
    fields = fact.model_dump(mode="json")
    evidence = fields.pop("evidence")
    cells: dict[str, str] = {}
    for name, value in fields.items():
        if name.endswith(_ASIDE):
            continue
        cells[name] = _in_words(value)
        if isinstance(value, dict) and "ods_code" in value:
            cells[name] = " ".join(filter(None, (cells[name], as_text(_code(value)))))
    return {**cells, "evidence": _in_words(evidence)}


def _in_words(value: Any) -> str:
    """A value for people: of an organisation its name, of a mention its text."""
    if isinstance(value, dict):
        return as_text(value.get("name") or value.get("text") or value)
    if isinstance(value, list):
        return "; ".join(dict.fromkeys(map(_in_words, value)))
    return as_text(value)


def _code(value: dict[str, Any]) -> str | None:
    return f"({value['ods_code']})" if value["ods_code"] else None


def _without(failures: list[Failure], outcomes: Iterable[Any]) -> Iterator[Any]:
    """The outcomes other than failures, which are collected."""
    for outcome in outcomes:
        if isinstance(outcome, Failure):
            failures.append(outcome)
        else:
            yield outcome
