import json
from collections.abc import Iterator

import duckdb
import pytest

from nhs_extract.store import Schema, as_json_schema, as_markdown, as_sql
from tests.store.samples import KINDS, Turnover, extraction, merger, turnover


@pytest.fixture
def made(schema: Schema) -> Iterator[duckdb.DuckDBPyConnection]:
    """A database that the printed SQL has made."""
    with duckdb.connect() as connection:
        connection.execute(as_sql(schema))
        yield connection


def test_every_table_and_view_has_a_comment(made: duckdb.DuckDBPyConnection):
    uncommented = made.execute(
        "SELECT table_name FROM duckdb_tables() WHERE coalesce(comment, '') = ''"
        " UNION ALL SELECT view_name FROM duckdb_views() WHERE NOT internal AND coalesce(comment, '') = ''"
    ).fetchall()

    assert uncommented == []


def test_every_column_has_a_comment(made: duckdb.DuckDBPyConnection):
    uncommented = made.execute(
        "SELECT table_name, column_name FROM duckdb_columns()"
        " WHERE NOT internal AND coalesce(comment, '') = ''"
    ).fetchall()

    assert uncommented == []


def test_a_description_becomes_the_comment_of_the_column(made: duckdb.DuckDBPyConnection):
    comments = made.execute(
        "SELECT comment FROM duckdb_columns() WHERE table_name = 'turnovers' AND column_name = 'low'"
    ).fetchall()

    assert comments == [("Yearly income, at least",)]


def test_a_docstring_becomes_the_comment_of_the_table(made: duckdb.DuckDBPyConnection):
    comments = made.execute("SELECT comment FROM duckdb_tables() WHERE table_name = 'turnovers'").fetchall()

    assert comments == [("How much money an organisation takes in a year.",)]


def test_the_sql_can_be_run_again(made: duckdb.DuckDBPyConnection, schema: Schema):
    made.execute(as_sql(schema))


def test_the_markdown_has_a_row_for_every_column(schema: Schema):
    lines = as_markdown(schema).splitlines()

    assert "### turnovers" in lines
    assert "| `low` | BIGINT | Yearly income, at least |" in lines
    assert "### mergers (view)" in lines
    assert sum(line.startswith("| `article_id` |") for line in lines) >= 7


def test_the_json_schema_describes_an_extraction_as_it_is_printed():
    schema = json.loads(as_json_schema(KINDS))
    printed = extraction(turnover(), merger()).as_json()

    assert set(schema["properties"]) == set(printed)
    assert schema["required"] == list(schema["properties"])
    fields = schema["$defs"]["Turnover"]["properties"]
    assert set(fields) == set(printed["turnovers"][0])
    assert fields["low"]["description"] == "Yearly income, at least"


def test_the_json_schema_allows_null_where_the_model_does():
    schema = json.loads(as_json_schema([Turnover]))

    assert {"type": "null"} in schema["$defs"]["Turnover"]["properties"]["paid_on"]["anyOf"]
