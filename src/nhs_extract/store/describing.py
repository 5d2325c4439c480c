"""The schema in words: as SQL, as Markdown, as JSON Schema."""

import json
import types
from collections.abc import Iterator, Sequence
from typing import Any

from pydantic import BaseModel, ConfigDict, create_model

from nhs_extract.models import Article, Fact
from nhs_extract.store.schema import Schema, Table, docstring
from nhs_extract.store.views import View, views


def as_statements(schema: Schema) -> Iterator[str]:
    """The SQL that makes the tables and views with a comment on everything; harmless where they exist."""
    for table in schema.tables:
        yield _create_table(table)
        yield f'COMMENT ON TABLE "{table.name}" IS {_quoted(table.comment)}'
        for column in table.columns:
            yield f'COMMENT ON COLUMN "{table.name}"."{column.name}" IS {_quoted(column.explanation)}'
    for view in views(schema):
        yield f'CREATE OR REPLACE VIEW "{view.name}" AS\n{view.select}'
        yield f'COMMENT ON VIEW "{view.name}" IS {_quoted(view.comment)}'
        for name, comment in view.columns:
            yield f'COMMENT ON COLUMN "{view.name}"."{name}" IS {_quoted(comment)}'


def as_sql(schema: Schema) -> str:
    """The schema as one SQL script."""
    return "".join(f"{statement};\n" for statement in as_statements(schema))


def as_markdown(schema: Schema) -> str:
    """The schema as one Markdown table for each table and view."""
    tables = [
        _markdown(table.name, table.comment, [(c.name, c.sql_type, c.explanation) for c in table.columns])
        for table in schema.tables
    ]
    types = {column.name: column.sql_type for table in schema.tables for column in table.columns}
    shown = [_markdown(f"{view.name} (view)", view.comment, _typed(view, types)) for view in views(schema)]
    return "\n".join(tables + shown)


def as_json_schema(facts: Sequence[type[Fact]]) -> str:
    """The JSON Schema of one extraction: a line of ``extract --format jsonl``."""
    sections: dict[str, Any] = {
        model.table: (types.GenericAlias(tuple, (model, ...)), ...) for model in facts
    }
    extraction: type[BaseModel] = create_model(
        "Extraction",
        __config__=ConfigDict(extra="forbid"),
        __doc__="One article and all its facts.",
        article=(Article, ...),
        **sections,
    )
    schema = extraction.model_json_schema(mode="serialization")
    described = {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
    for model in facts:
        described["properties"][model.table]["description"] = docstring(model)
    return json.dumps(described, indent=2, ensure_ascii=False)


def _create_table(table: Table) -> str:
    lines = [
        f'    "{column.name}" {column.sql_type}{" NOT NULL" if column.required else ""}'
        for column in table.columns
    ]
    if table.key:
        lines.append(f"    PRIMARY KEY ({', '.join(table.key)})")
    return f'CREATE TABLE IF NOT EXISTS "{table.name}" (\n' + ",\n".join(lines) + "\n)"


def _typed(view: View, types: dict[str, str]) -> list[tuple[str, str, str]]:
    # A view's columns are those of tables, or texts that the view puts together.
    return [(name, types.get(name, "VARCHAR"), comment) for name, comment in view.columns]


def _markdown(name: str, comment: str, rows: list[tuple[str, str, str]]) -> str:
    lines = [f"| `{column}` | {sql_type} | {_escaped(text)} |" for column, sql_type, text in rows]
    return "\n".join(
        [f"### {name}", "", comment, "", "| column | type | meaning |", "| --- | --- | --- |", *lines, ""]
    )


def _escaped(text: str) -> str:
    return text.replace("|", "\\|")


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
