from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from nhs_extract.store import Database, Reader, Schema
from tests.store.samples import KINDS


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "nhs.duckdb"


@pytest.fixture
def schema() -> Schema:
    return Schema.of(KINDS)


@pytest.fixture
def database(path: Path, schema: Schema) -> Iterator[Database]:
    with Database.open(path, schema, made_by="1.2.3") as opened:
        yield opened


Ask = Callable[[str], list[tuple[Any, ...]]]


@pytest.fixture
def ask(database: Database, path: Path) -> Ask:
    """The rows of a query, asked as a user asks it once the writing has ended."""

    def rows(sql: str) -> list[tuple[Any, ...]]:
        database.close()
        with Reader(path) as reader:
            return list(reader.ask(sql).rows)

    return rows
