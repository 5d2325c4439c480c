"""Store: the DuckDB database, its schema derived from the models."""

from nhs_extract.store.columns import Column, columns
from nhs_extract.store.database import Database
from nhs_extract.store.describing import as_json_schema, as_markdown, as_sql
from nhs_extract.store.ingesting import Summary, ingest
from nhs_extract.store.querying import Answer, Reader
from nhs_extract.store.schema import Run, Schema, Table, table_of

__all__ = [
    "Answer",
    "Column",
    "Database",
    "Reader",
    "Run",
    "Schema",
    "Summary",
    "Table",
    "as_json_schema",
    "as_markdown",
    "as_sql",
    "columns",
    "ingest",
    "table_of",
]
