"""Opening: a connection to a DuckDB file, or a line that says why there is none."""

import re
from pathlib import Path

import duckdb

from nhs_extract.errors import StoreError
from nhs_extract.store.schema import SCHEMA_VERSION

_MAGIC = b"DUCK"  # at 8..12 of every DuckDB file
_CONFIG: dict[str, str | bool | int | float | list[str]] = {"autoinstall_known_extensions": False}
_HELD_BY = re.compile(r"\(PID (\d+)\)")


def connect(path: Path, *, read_only: bool) -> duckdb.DuckDBPyConnection:
    """A connection to the file, which stays untouched when it is no DuckDB database.

    Raises:
        StoreError: it is none, or it is missing, or another process holds it, or it cannot be opened.
    """
    # Looked at first: DuckDB itself would try to download an extension for the files of other databases.
    try:
        if path.exists():
            if not is_database(path):
                raise StoreError(path, "is not a DuckDB database; name another file with --db")
        elif read_only:
            raise StoreError(path, "there is no database here; make it with: nhs-extract ingest SOURCE")
        elif not path.parent.is_dir():
            raise StoreError(path, f"the folder {path.parent} does not exist; make it or name another")
        return duckdb.connect(path, read_only=read_only, config=_CONFIG)
    except OSError as error:
        raise StoreError(path, f"cannot be opened: {error.strerror}") from error
    except duckdb.Error as error:
        holder = _HELD_BY.search(str(error))
        if holder is not None:
            problem = f"another process is using it (process {holder[1]}); wait until it has ended"
            raise StoreError(path, problem) from error
        raise StoreError(path, f"cannot be opened: {first_line(error)}") from error


def is_database(path: Path) -> bool:
    """Whether the file begins as a DuckDB database does."""
    with path.open("rb") as file:
        return file.read(12)[8:] == _MAGIC


def check_version(path: Path, connection: duckdb.DuckDBPyConnection) -> None:
    """Refuse a database that is not ours, or has another form.

    Raises:
        StoreError: it has no tables of nhs-extract, or those of another version.
    """
    try:
        rows = connection.execute("SELECT version, made_by FROM schema_version").fetchall()
    except duckdb.Error as error:
        raise StoreError(
            path, "is a database, but not one that nhs-extract made; name another file"
        ) from error
    version, made_by = rows[0] if rows else (SCHEMA_VERSION, "")
    if version > SCHEMA_VERSION:
        raise StoreError(path, f"was made by a newer nhs-extract ({made_by}); install that version")
    if version < SCHEMA_VERSION:
        raise StoreError(path, f"was made by an older nhs-extract ({made_by}); ingest into a new file")


def first_line(error: duckdb.Error) -> str:
    """What DuckDB says, without the advice on the lines below."""
    return str(error).strip().split("\n")[0]
