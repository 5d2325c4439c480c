from pathlib import Path

import duckdb
import pytest

from nhs_extract.errors import QueryError
from nhs_extract.store import Database, Reader, ingest
from tests.store.samples import extract_all, page


@pytest.fixture
def reader(database: Database, path: Path) -> Reader:
    ingest([page("£ and £")], database, extract_all, version="v1")
    database.close()
    return Reader(path)


def test_an_answer_has_names_and_rows(reader: Reader):
    with reader:
        answer = reader.ask("SELECT kind, count(*) AS facts FROM facts GROUP BY kind")
        rows = list(answer.rows)

    assert answer.columns == ("kind", "facts")
    assert rows == [("turnovers", 2)]


@pytest.mark.parametrize(
    "sql",
    ["FROM articles", "SHOW TABLES", "DESCRIBE facts", "WITH a AS (SELECT 1) FROM a", "EXPLAIN FROM facts"],
)
def test_every_way_of_reading_is_allowed(reader: Reader, sql: str):
    with reader:
        assert list(reader.ask(sql).rows)


def test_pivot_is_a_way_of_reading(reader: Reader):
    with reader:
        assert reader.ask("PIVOT (SELECT kind FROM facts) ON kind USING count(*)").columns == ("turnovers",)


@pytest.mark.parametrize(
    "sql",
    [
        "DELETE FROM turnovers",
        "DROP TABLE turnovers",
        "UPDATE articles SET title = 'x'",
        "INSERT INTO schema_version VALUES (1, 'x')",
        "CREATE TABLE x AS SELECT 1",
        "SELECT 1; DELETE FROM turnovers",
        "COPY articles TO '{folder}/out.csv'",
        "EXPORT DATABASE '{folder}/out'",
        "ATTACH '{folder}/out.duckdb'",
        "EXPLAIN ANALYZE COPY articles TO '{folder}/out.csv'",
        "INSTALL httpfs",
        "SET memory_limit = '1GB'",
    ],
)
def test_a_query_can_write_nothing_anywhere(reader: Reader, path: Path, sql: str):
    before = path.read_bytes()

    with reader, pytest.raises(QueryError):
        list(reader.ask(sql.format(folder=path.parent)).rows)

    assert path.read_bytes() == before
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_a_query_may_join_a_file_of_the_user(reader: Reader, tmp_path: Path):
    names = tmp_path / "mine.csv"
    names.write_text("ods_code,region\nRZ1,North\n")

    with reader:
        rows = list(reader.ask(f"SELECT DISTINCT region FROM facts JOIN '{names}' USING (ods_code)").rows)

    assert rows == [("North",)]


@pytest.mark.parametrize(
    ("sql", "said"),
    [
        ("SELECT * FROM fact", 'fact does not exist! Did you mean "facts"?'),
        ("SELECT kin FROM facts", 'Candidate bindings: "kind"'),
        ("SELEC 1", 'syntax error at or near "SELEC"'),
        ("SELECT 1\nFROM facts\nWHRE 1", "(line 3)"),
        ("SELECT CAST(value AS INTEGER) FROM facts, range(3)", "Could not convert"),
        ("SELECT kind, count(*) FROM facts", "must appear in the GROUP BY"),
        ("  -- nothing", "the query is empty"),
    ],
)
def test_wrong_sql_is_explained_in_one_line(reader: Reader, sql: str, said: str):
    with reader, pytest.raises(QueryError) as caught:
        list(reader.ask(sql).rows)

    assert said in str(caught.value)
    assert "\n" not in str(caught.value)


def test_an_answer_can_be_saved_as_parquet(reader: Reader, tmp_path: Path):
    output = tmp_path / "facts.parquet"

    with reader:
        reader.save_parquet("SELECT kind, published FROM facts", output)

    described = duckdb.sql(f"DESCRIBE FROM '{output}'").fetchall()
    assert [column[:2] for column in described] == [("kind", "VARCHAR"), ("published", "DATE")]
