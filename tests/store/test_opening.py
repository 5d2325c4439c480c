import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

from nhs_extract.errors import StoreError
from nhs_extract.store import Database, Reader, Schema

HOLD = "import sys, duckdb; c = duckdb.connect(sys.argv[1]); print('open', flush=True); sys.stdin.read()"


@pytest.mark.parametrize("content", [b"", b"hi", b"notes " * 2000, b"SQLite format 3\0" + b"\0" * 4000])
def test_a_file_that_is_no_database_is_refused_and_left_alone(path: Path, schema: Schema, content: bytes):
    path.write_bytes(content)

    with pytest.raises(StoreError, match="not a DuckDB database"):
        Database.open(path, schema, made_by="1")
    with pytest.raises(StoreError, match="not a DuckDB database"):
        Reader(path)

    assert path.read_bytes() == content
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_a_folder_is_refused(tmp_path: Path, schema: Schema):
    with pytest.raises(StoreError, match="Is a directory"):
        Database.open(tmp_path, schema, made_by="1")


def test_a_missing_folder_is_named(tmp_path: Path, schema: Schema):
    with pytest.raises(StoreError, match=r"folder .*nowhere does not exist"):
        Database.open(tmp_path / "nowhere" / "nhs.duckdb", schema, made_by="1")


def test_a_database_of_something_else_is_refused_and_left_alone(path: Path, schema: Schema):
    with duckdb.connect(path) as connection:
        connection.execute("CREATE TABLE articles (mine INTEGER)")

    with pytest.raises(StoreError, match="not one that nhs-extract made"):
        Database.open(path, schema, made_by="1")
    with pytest.raises(StoreError, match="not one that nhs-extract made"):
        Reader(path)

    with duckdb.connect(path) as connection:
        assert connection.execute("SELECT table_name FROM duckdb_tables()").fetchall() == [("articles",)]


@pytest.mark.parametrize(("change", "said"), [("+ 1", r"newer nhs-extract \(1\.2\.3\)"), ("- 1", "older")])
def test_a_database_of_another_version_is_refused(path: Path, schema: Schema, change: str, said: str):
    Database.open(path, schema, made_by="1.2.3").close()
    with duckdb.connect(path) as connection:
        connection.execute(f"UPDATE schema_version SET version = version {change}")

    with pytest.raises(StoreError, match=said):
        Database.open(path, schema, made_by="1.2.3")
    with pytest.raises(StoreError, match=said):
        Reader(path)


def test_a_database_that_another_process_holds_is_named_with_the_process(path: Path, schema: Schema):
    Database.open(path, schema, made_by="1").close()
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    with holder:
        assert holder.stdout is not None
        holder.stdout.readline()

        with pytest.raises(StoreError, match=rf"another process is using it \(process {holder.pid}\)"):
            Reader(path)


def test_a_database_that_is_not_there_says_how_to_make_one(path: Path):
    with pytest.raises(StoreError, match="nhs-extract ingest"):
        Reader(path)

    assert not path.exists()
