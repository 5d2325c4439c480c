import json

import duckdb

from nhs_extract.cli.wiring import database_schema, fact_models
from tests.cli.conftest import Run

TABLES = {
    "articles",
    "trusts",
    "mentions",
    "executives",
    "staff_counts",
    "populations_served",
    "arrangements",
    "arrangement_parties",
    "failures",
    "runs",
    "organisations",
    "organisation_names",
    "successions",
    "sites",
}
EVIDENCE = {"evidence", "evidence_start", "evidence_end"}


def test_the_sql_makes_every_table_and_view(run: Run):
    with duckdb.connect() as connection:
        connection.execute(run("schema", "--format", "sql").out)
        tables = {name for (name,) in connection.execute("SHOW TABLES").fetchall()}

    assert tables >= TABLES | {"facts", "mergers"}


def test_every_column_of_every_table_is_explained():
    silent = [
        f"{table.name}.{column.name}"
        for table in database_schema().tables
        for column in table.columns
        if not column.comment
    ]

    assert silent == []


def test_every_fact_carries_its_article_and_its_evidence():
    assert all(table.has("article_id", "fact_id", *EVIDENCE) for table in database_schema().facts)


def test_columns_are_named_as_in_the_json():
    columns = {table.name: set(table.column_names) for table in database_schema().tables}

    assert columns["trusts"] >= {"name", "ods_code", "linked_by", "score"}
    assert columns["mentions"] >= {"text", "start", "end"}
    assert columns["executives"] >= {"person", "honorific", "role", "role_as_printed", "status"}
    assert columns["executives"] >= {"organisation", "ods_code"}
    assert columns["staff_counts"] >= {"organisation", "ods_code", "low", "high", "qualifier", "unit"}
    assert columns["populations_served"] >= {"organisation", "ods_code", "low", "high", "qualifier", "area"}
    assert columns["arrangements"] >= {"type", "status", "result", "result_ods_code", "effective"}
    assert columns["arrangement_parties"] >= {"name", "ods_code"}


def test_the_markdown_explains_every_table(run: Run):
    lines = run("schema", "--format", "markdown").out.splitlines()

    assert {line.removeprefix("### ") for line in lines if line.startswith("### ")} >= TABLES


def test_the_json_schema_has_a_section_for_each_kind(run: Run):
    schema = json.loads(run("schema", "--format", "json-schema").out)

    assert list(schema["properties"]) == ["article", *(model.table for model in fact_models())]
