import csv
import json
from pathlib import Path

import duckdb
import pytest

from tests.cli.conftest import HOSTILE, Run

SQL = "SELECT kind, low, evidence FROM turnovers, (SELECT 'turnovers' AS kind) ORDER BY low"


def test_a_table_has_a_head_and_one_line_for_each_row(run: Run, db: Path):
    code, out, err = run("query", "SELECT low, currency FROM turnovers ORDER BY low", "--db", db)

    assert (code, err) == (0, "")
    assert [line.split() for line in out.splitlines()] == [
        ["low", "currency"],
        ["───", "────────"],
        ["0", "pound"],
        ["6", "pound"],
        ["9", "pound"],
    ]


def test_csv_cells_cannot_run_as_formulas(run: Run, db: Path):
    out = run("query", SQL, "--db", db, "--format", "csv").out

    head, *rows = csv.reader(out.splitlines(keepends=True))
    assert head == ["kind", "low", "evidence"]
    assert rows[-1] == ["turnovers", "9", f"'{HOSTILE}"]


def test_json_is_one_list(run: Run, db: Path):
    rows = json.loads(run("query", SQL, "--db", db, "--format", "json").out)

    assert rows[0] == {"kind": "turnovers", "low": 0, "evidence": "£"}
    assert rows[2]["evidence"] == HOSTILE


def test_json_without_rows_is_an_empty_list(run: Run, db: Path):
    assert json.loads(run("query", "FROM failures", "--db", db, "--format", "json").out) == []


def test_jsonl_is_one_object_for_each_row(run: Run, db: Path):
    lines = run("query", SQL, "--db", db, "--format", "jsonl").out.splitlines()

    assert [json.loads(line)["low"] for line in lines] == [0, 6, 9]


def test_json_holds_dates_lists_and_two_columns_of_one_name(run: Run, db: Path):
    sql = "SELECT DATE '2020-01-02' AS day, [1, NULL] AS list, 'nan'::DOUBLE AS nan, 1.5 AS d, 1 AS d"

    line = run("query", sql, "--db", db, "--format", "jsonl").out

    assert json.loads(line) == {"day": "2020-01-02", "list": [1, None], "nan": None, "d": 1.5, "d_2": 1}


def test_markdown_keeps_a_cell_in_its_row(run: Run, db: Path):
    lines = run("query", SQL, "--db", db, "--format", "markdown").out.splitlines()

    assert lines[:3] == ["| kind | low | evidence |", "| --- | --- | --- |", "| turnovers | 0 | £ |"]
    assert len(lines) == 5
    assert lines[4].endswith("\\| pipe next line |")


def test_parquet_goes_to_a_file_and_the_name_is_enough(run: Run, db: Path):
    code, out, err = run("query", "FROM turnovers", "--db", db, "--output", "out.parquet")

    assert (code, out, err) == (0, "", "wrote out.parquet\n")
    assert duckdb.sql("SELECT count(*) FROM 'out.parquet'").fetchall() == [(3,)]


def test_parquet_without_a_file_is_refused(run: Run, db: Path):
    assert run("query", "FROM turnovers", "--db", db, "--format", "parquet") == (
        2,
        "",
        "nhs-extract: parquet is no text; name a file with --output\n",
    )


@pytest.mark.parametrize(("name", "start"), [("x.csv", "low\n0"), ("x.jsonl", '{"low"'), ("x.md", "| low |")])
def test_the_name_of_the_output_says_the_format(run: Run, db: Path, name: str, start: str):
    run("query", "SELECT low FROM turnovers ORDER BY low", "--db", db, "-o", name)

    assert Path(name).read_text("utf-8").startswith(start)


def test_the_sql_may_come_from_a_file_or_standard_input(run: Run, db: Path):
    Path("count.sql").write_text("\ufeffSELECT count(*) AS facts FROM facts;\n", "utf-8")

    from_file = run("query", "--file", "count.sql", "--db", db, "--format", "csv")
    from_stdin = run("query", "-", "--db", db, "--format", "csv", stdin="SELECT count(*) AS facts FROM facts")

    assert from_file.out == from_stdin.out == "facts\n3\n"


@pytest.mark.parametrize("arguments", [(), ("SELECT 1", "--file", "x.sql")])
def test_no_sql_or_two_are_refused(run: Run, db: Path, arguments: tuple[str, ...]):
    code, _, err = run("query", *arguments, "--db", db)

    assert code == 2
    assert "give the SQL as an argument" in err


def test_wrong_sql_ends_with_one_line_and_code_2(run: Run, db: Path):
    assert run("query", "SELECT * FROM fact", "--db", db) == (
        2,
        "",
        'nhs-extract: Catalog Error: Table with name fact does not exist! Did you mean "facts"?\n',
    )


def test_a_missing_database_says_to_ingest_first(run: Run):
    code, out, err = run("query", "FROM facts")

    assert (code, out) == (2, "")
    assert (
        err == "nhs-extract: nhs.duckdb: there is no database here; make it with: nhs-extract ingest SOURCE\n"
    )
    assert not Path("nhs.duckdb").exists()


def test_the_database_may_come_from_the_environment(run: Run, db: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("NHS_EXTRACT_DB", str(db))

    assert run("query", "SELECT count(*) AS n FROM facts", "--format", "csv").out == "n\n3\n"


def test_a_query_leaves_the_database_as_it_is(run: Run, db: Path):
    before = db.read_bytes()

    read = run("query", "SELECT * FROM facts", "--db", db)
    written = run("query", "DELETE FROM turnovers", "--db", db)

    assert (read.code, written.code) == (0, 2)
    assert db.read_bytes() == before


@pytest.mark.parametrize("output", ["nowhere/out.csv", "."])
def test_an_output_that_cannot_be_written_is_named(run: Run, db: Path, output: str):
    code, _, err = run("query", "FROM facts", "--db", db, "--format", "csv", "--output", output)

    assert code == 2
    assert err.startswith(f"nhs-extract: {output}: ")


def test_an_output_with_an_ending_that_names_no_format_is_refused(run: Run, db: Path):
    code, out, err = run("query", "FROM facts", "--db", db, "--output", "answer.xlsx")

    assert (code, out) == (2, "")
    assert err.startswith("nhs-extract: answer.xlsx: no format ends in .xlsx; ")
    assert not Path("answer.xlsx").exists()


def test_an_output_may_have_any_name_when_the_format_is_given(run: Run, db: Path):
    run("query", "SELECT low FROM turnovers ORDER BY low", "--db", db, "-o", "answer.data", "--format", "csv")

    assert Path("answer.data").read_text("utf-8") == "low\n0\n6\n9\n"


@pytest.mark.parametrize("name", ["answer", "answer.txt"])
def test_an_output_whose_name_says_nothing_is_a_table(run: Run, db: Path, name: str):
    run("query", "SELECT low FROM turnovers ORDER BY low", "--db", db, "-o", name)

    assert Path(name).read_text("utf-8").startswith("low\n───\n")
