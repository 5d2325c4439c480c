import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

from tests.cli.articles import CHAIR, MERGER
from tests.cli.conftest import Run


@pytest.fixture
def news(tmp_path: Path) -> Path:
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "merger.txt").write_text(MERGER, "utf-8")
    (folder / "chair.txt").write_text(CHAIR, "utf-8")
    return folder


def summary(out: str) -> dict[str, list[str]]:
    return {line.split()[0]: line.split()[1:] for line in out.splitlines() if line.strip()}


def everything(db: str = "nhs.duckdb") -> list[tuple[object, ...]]:
    with duckdb.connect(db, read_only=True) as connection:
        return connection.execute(
            "SELECT articles.*, facts.* FROM articles LEFT JOIN facts USING (article_id) ORDER BY ALL"
        ).fetchall()


@pytest.mark.usefixtures("news")
def test_ingesting_loads_articles_and_facts(run: Run):
    code, out, err = run("ingest", "news")

    shown = summary(out)
    assert code == 0
    assert (shown["read"], shown["new"], shown["unchanged"], shown["failed"]) == (["2"], ["2"], ["0"], ["0"])
    assert int(shown["trusts"][0]) >= 3
    assert err.count("nhs-extract query") + err.count("nhs_extract query") == 3
    rows = run("query", "SELECT DISTINCT source FROM facts ORDER BY source", "--format", "csv").out
    assert rows.splitlines()[1:] == ["news/chair.txt", "news/merger.txt"]


def test_ingesting_again_and_after_an_edit(run: Run, news: Path):
    run("ingest", "news")
    before = everything()

    again = summary(run("ingest", "news").out)
    assert (again["new"], again["unchanged"]) == (["0"], ["2"])
    assert everything() == before

    (news / "chair.txt").write_text(CHAIR.replace("West Midlands", "East Midlands"), "utf-8")
    edited = summary(run("ingest", "news").out)
    assert (edited["changed"], edited["unchanged"]) == (["1"], ["1"])
    kept = {row for row in before if "news/merger.txt" in row}
    assert kept <= set(everything())
    assert not (set(before) - kept) & set(everything())


def test_a_lost_article_is_listed_and_the_others_are_loaded(run: Run, news: Path):
    (news / "broken.txt").write_bytes(b"\x00\x01\x02\xff" * 100)

    code, out, err = run("ingest", "news", "--db", "other.duckdb")

    assert code == 1
    assert summary(out)["failed"] == ["1"]
    assert summary(out)["new"] == ["2"]
    assert "lost news/broken.txt: " in err
    sql = "SELECT source, stage FROM failures"
    failures = run("query", sql, "--db", "other.duckdb", "--format", "csv").out
    assert failures == "source,stage\nnews/broken.txt,clean\n"


@pytest.mark.usefixtures("news")
def test_what_is_no_database_is_refused_and_left_alone(run: Run):
    Path("notes.txt").write_text("my notes", "utf-8")

    code, out, err = run("ingest", "news", "--db", "notes.txt")

    assert (code, out) == (2, "")
    assert err == "nhs-extract: notes.txt: is not a DuckDB database; name another file with --db\n"
    assert Path("notes.txt").read_text("utf-8") == "my notes"


def test_a_source_that_leads_nowhere_makes_no_database(run: Run):
    code, out, err = run("ingest", "nowhere")

    assert (code, out) == (2, "")
    assert err.startswith("nhs-extract: nowhere: ")
    assert err.count("\n") == 1
    assert not Path("nhs.duckdb").exists()


@pytest.mark.usefixtures("news")
def test_a_model_that_is_not_installed_is_a_wrong_setup(run: Run):
    code, out, err = run("ingest", "news", "--model", "xx_no_such_model")

    assert (code, out) == (2, "")
    assert "xx_no_such_model" in err
    assert err.count("\n") == 1


def test_without_a_terminal_there_is_no_progress_bar():
    call = subprocess.run(
        [sys.executable, "-m", "nhs_extract", "ingest", "-"],
        input=MERGER.encode(),
        capture_output=True,
        check=True,
    )

    assert "Ingesting" not in call.stderr.decode()
    assert "python -m nhs_extract query" in call.stderr.decode()
