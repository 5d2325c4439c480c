"""The database: opened, checked, written to one article at a time."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

import duckdb

from nhs_extract.errors import StoreError
from nhs_extract.models import STANDARD_INPUT, Extraction, Failure, Value
from nhs_extract.store.describing import as_statements
from nhs_extract.store.opening import check_version, connect, first_line
from nhs_extract.store.rows import Row, article_id, article_row, cells, fact_rows
from nhs_extract.store.schema import SCHEMA_VERSION, Run, Schema, SchemaVersion, Table

_CELLS_AT_ONCE = 20_000  # DuckDB takes long to plan a statement with more parameters


class Database:
    """A DuckDB file with the tables of ``schema``. Close it, or use it in a ``with`` statement."""

    def __init__(self, path: Path, connection: duckdb.DuckDBPyConnection, schema: Schema) -> None:
        self.path = path
        self.connection = connection
        self.schema = schema

    @classmethod
    def open(cls, path: Path, schema: Schema, *, made_by: str) -> Self:
        """The database at ``path`` for writing; made if there is none.

        Raises:
            StoreError: the file is no database or one of something else, or it cannot be opened.
        """
        database = cls(path, connect(path, read_only=False), schema)
        try:
            database._prepare(made_by)
        except BaseException:
            database.close()
            raise
        return database

    def __enter__(self) -> Self:
        """The database itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close it."""
        self.close()

    def close(self) -> None:
        """Write everything to the file and let go of it."""
        self.connection.close()

    def versions(self) -> dict[str, str]:
        """For each article, by its id, the version that it was loaded with."""
        return dict(self.connection.execute("SELECT article_id, version FROM articles").fetchall())

    def counts(self) -> dict[str, int]:
        """How many facts of each kind there are."""
        return {
            table.name: self._number(f'SELECT count(*) FROM "{table.name}"') for table in self.schema.facts
        }

    def begin(self, run: Run, register: Mapping[str, Sequence[Value]]) -> Run:
        """The run with its number, recorded; the register's tables follow the version of the run."""
        last = self.connection.execute("SELECT version FROM runs ORDER BY run_id DESC LIMIT 1").fetchone()
        number = self._number("SELECT coalesce(max(run_id), 0) + 1 FROM runs")
        numbered = run.model_copy(update={"run_id": number})
        with self._transaction():
            self._insert_values("runs", [numbered])
            if last is None or last[0] != run.version:
                for table, values in register.items():
                    self.connection.execute(f'DELETE FROM "{table}"')
                    self._insert_values(table, values)
        return numbered

    def finish(self, run: Run) -> None:
        """Record what became of a run."""
        with self._transaction():
            self.connection.execute("DELETE FROM runs WHERE run_id = ?", [run.run_id])
            self._insert_values("runs", [run])

    def add(self, extraction: Extraction, run: Run) -> bool:
        """Put an article and its facts in the place of what its source gave before, in one transaction.

        Returns whether there was an article in that place.
        """
        article = extraction.article
        with self._transaction():
            replaced = self._forget(article.source, article_id(article.source, article.sha256))
            self._insert(
                self.schema.articles,
                [article_row(self.schema, article, version=run.version, run_id=run.run_id)],
            )
            for table, rows in fact_rows(self.schema, extraction):
                self._insert(table, rows)
        return replaced

    def record(self, failure: Failure) -> None:
        """Put a failure in the place of what its source gave before.

        A page whose bytes could not be read has not changed as far as anyone knows: its article stays.
        """
        with self._transaction():
            if failure.sha256 is not None:
                self._forget(failure.source, None)
            self.connection.execute("DELETE FROM failures WHERE source = ?", [failure.source])
            self._insert_values("failures", [failure])

    def _forget(self, source: str, article: str | None) -> bool:
        """Delete what a source gave before; standard input has no place, only the very same article goes."""
        self.connection.execute("DELETE FROM failures WHERE source = ?", [source])
        same = "article_id = ?" if source == STANDARD_INPUT else "source = ?"
        wanted = article if source == STANDARD_INPUT else source
        found = self.connection.execute(f"SELECT article_id FROM articles WHERE {same}", [wanted]).fetchall()
        for (old,) in found:
            for table in self.schema.tables:
                if table.has("article_id"):
                    self.connection.execute(f'DELETE FROM "{table.name}" WHERE article_id = ?', [old])
        return bool(found)

    def _insert_values(self, name: str, values: Sequence[Value]) -> None:
        table = self._table(name)
        self._insert(table, [cells(table, value) for value in values])

    def _insert(self, table: Table, rows: Sequence[Row]) -> None:
        size = max(1, _CELLS_AT_ONCE // len(table.columns))
        for first in range(0, len(rows), size):
            some = rows[first : first + size]
            one = "(" + ", ".join("?" * len(table.columns)) + ")"
            self.connection.execute(
                f'INSERT INTO "{table.name}" VALUES ' + ", ".join([one] * len(some)),
                [cell for row in some for cell in row],
            )

    def _table(self, name: str) -> Table:
        return next(table for table in self.schema.tables if table.name == name)

    def _number(self, sql: str) -> int:
        row = self.connection.execute(sql).fetchone()
        return int(row[0]) if row else 0

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        try:
            self.connection.begin()
            try:
                yield
            except BaseException:
                self.connection.rollback()
                raise
            self.connection.commit()
        except duckdb.Error as error:
            raise StoreError(self.path, f"cannot be written: {first_line(error)}") from error
        except RuntimeError as error:
            # What DuckDB makes of Ctrl-C while it works.
            raise KeyboardInterrupt from error

    def _prepare(self, made_by: str) -> None:
        """Make what is missing, refuse what does not fit."""
        if self._has_tables():
            check_version(self.path, self.connection)
            self._check_columns()
        with self._transaction():
            for statement in as_statements(self.schema):
                self.connection.execute(statement)
            if not self._number("SELECT count(*) FROM schema_version"):
                self._insert_values(
                    "schema_version", [SchemaVersion(version=SCHEMA_VERSION, made_by=made_by)]
                )

    def _has_tables(self) -> bool:
        return self._number("SELECT count(*) FROM duckdb_tables() WHERE NOT internal") > 0

    def _check_columns(self) -> None:
        rows = self.connection.execute(
            "SELECT table_name, list(column_name ORDER BY column_index) FROM duckdb_columns()"
            " WHERE NOT internal GROUP BY table_name"
        ).fetchall()
        for name, found in rows:
            table = next((table for table in self.schema.tables if table.name == name), None)
            if table is not None and tuple(found) != table.column_names:
                problem = f"the table {name} has other columns than this version of nhs-extract writes"
                raise StoreError(self.path, f"{problem}; ingest into a new file")
