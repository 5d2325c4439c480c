"""Queries: SQL over a database that stays as it is."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb

from nhs_extract.errors import QueryError
from nhs_extract.store.opening import check_version, connect

_READING = frozenset({"SELECT", "MULTI", "EXPLAIN"})  # MULTI is what PIVOT becomes
_BATCH = 1000
_CANDIDATES_SHOWN = 300  # characters: a wrong call of a function lists dozens of forms


@dataclass(frozen=True)
class Answer:
    """What a query gives: rows come as they are asked for, while the database is open."""

    columns: tuple[str, ...]
    rows: Iterator[tuple[Any, ...]]


class Reader:
    """A database that can only be read. Close it when the answer has been read."""

    def __init__(self, path: Path) -> None:
        """Open the database.

        Raises:
            StoreError: there is none, it is not one of nhs-extract, or another process writes to it.
        """
        self.path = path
        self.connection = connect(path, read_only=True)
        check_version(path, self.connection)

    def __enter__(self) -> "Reader":
        """The reader itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close it."""
        self.connection.close()

    def ask(self, sql: str) -> Answer:
        """The answer to the last statement of ``sql``.

        Raises:
            QueryError: the SQL is wrong, or would do more than read.
        """
        self._refuse_writing(sql)
        with _explained():
            cursor = self.connection.execute(sql)
            names = tuple(column[0] for column in cursor.description or ())
        return Answer(columns=names, rows=_rows(cursor))

    def save_parquet(self, sql: str, output: Path) -> None:
        """Write the answer as a Parquet file.

        Raises:
            QueryError: the SQL is wrong, or would do more than read, or the file cannot be written.
        """
        self._refuse_writing(sql)
        with _explained():
            self.connection.sql(sql).write_parquet(str(output))

    def _refuse_writing(self, sql: str) -> None:
        with _explained():
            statements = self.connection.extract_statements(sql)
        if not statements:
            raise QueryError("the query is empty; try: nhs-extract query 'SELECT * FROM facts'")
        for statement in statements:
            kind = statement.type.name
            if kind not in _READING:
                raise QueryError(f"{kind} is refused: query only reads, with SELECT")
            if kind == "EXPLAIN":
                # EXPLAIN ANALYZE runs what it explains, and that may be a COPY to a file.
                self.connection.execute("SET enable_external_access = false")


@contextmanager
def _explained() -> Iterator[None]:
    """DuckDB's errors as ours."""
    try:
        yield
    except duckdb.Error as error:
        raise QueryError(explain(error)) from error
    except RuntimeError as error:
        # What DuckDB makes of Ctrl-C while it works.
        raise KeyboardInterrupt from error


def explain(error: duckdb.Error) -> str:
    """What is wrong with the SQL, with the names that DuckDB proposes instead."""
    said, _, pointer = str(error).partition("\n\nLINE ")
    message = re.sub(r"\s+", " ", said).strip()
    if len(message) > _CANDIDATES_SHOWN:
        message = message[:_CANDIDATES_SHOWN].rsplit(" ", 1)[0] + " …"
    line = re.match(r"(\d+):", pointer)
    return f"{message} (line {line[1]})" if line and int(line[1]) > 1 else message


def _rows(cursor: duckdb.DuckDBPyConnection) -> Iterator[tuple[Any, ...]]:
    while True:
        with _explained():
            batch = cursor.fetchmany(_BATCH)
        if not batch:
            return
        yield from batch
