"""``schema``: the tables of the database."""

from enum import StrEnum
from typing import Annotated

import typer

from nhs_extract.cli import wiring
from nhs_extract.cli.printing import show


class SchemaFormat(StrEnum):
    """How the schema is printed."""

    SQL = "sql"
    MARKDOWN = "markdown"
    JSON_SCHEMA = "json-schema"


def schema(
    form: Annotated[SchemaFormat, typer.Option("--format", help="How to print.")] = SchemaFormat.SQL,
) -> None:
    """Print the tables and views of the database, or the JSON Schema of an extraction.

    Examples:

        nhs-extract schema --format markdown

        nhs-extract schema --format json-schema > extraction.schema.json
    """
    from nhs_extract.store import as_json_schema, as_markdown, as_sql

    if form is SchemaFormat.JSON_SCHEMA:
        show(as_json_schema(wiring.fact_models()))
    else:
        show({SchemaFormat.SQL: as_sql, SchemaFormat.MARKDOWN: as_markdown}[form](wiring.database_schema()))
