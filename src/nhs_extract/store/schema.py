"""The schema: every table of the database, derived from the models."""

from collections.abc import Sequence
from datetime import datetime
from functools import cached_property

from pydantic import Field

from nhs_extract.models import Article, Fact, Failure, Value
from nhs_extract.store.columns import Column, children, columns, leading_first

SCHEMA_VERSION = 1  # goes up with every change that an existing database cannot take in

ARTICLE_ID = Column(
    name="article_id", sql_type="VARCHAR", comment="Article: digest of its source and its bytes"
)
FACT_ID = Column(
    name="fact_id", sql_type="VARCHAR", comment="Fact: digest of its article, its kind and what it says"
)
POSITION = Column(name="position", sql_type="INTEGER", comment="Place in the order of the fact, from 1")


class Run(Value):
    """One run of ``ingest``: when it was, with which version, and what became of the pages."""

    run_id: int = Field(description="Number of the run, from 1")
    started: datetime = Field(description="When it began (UTC)")
    finished: datetime | None = Field(
        default=None, description="When it ended (UTC), null if it was cut short"
    )
    version: str = Field(description="Digest of code, patterns, register and model")
    read: int = Field(default=0, description="Pages read")
    new: int = Field(default=0, description="Articles that were not in the database")
    changed: int = Field(default=0, description="Articles whose rows were replaced")
    unchanged: int = Field(default=0, description="Articles that were skipped: same bytes, same version")
    failed: int = Field(default=0, description="Pages that were lost; see the table failures")
    facts: int = Field(default=0, description="Facts loaded")


class SchemaVersion(Value):
    """One row: which form the tables of this database have."""

    version: int = Field(description="Number of the form")
    made_by: str = Field(description="Version of nhs-extract that made the database")


class Table(Value):
    """One table. ``key`` names the columns that tell its rows apart."""

    name: str
    comment: str
    columns: tuple[Column, ...]
    key: tuple[str, ...] = ()

    @property
    def column_names(self) -> tuple[str, ...]:
        """The names of the columns, in order."""
        return tuple(column.name for column in self.columns)

    def has(self, *names: str) -> bool:
        """Whether it has all these columns."""
        return set(names) <= set(self.column_names)


class ChildTable(Table):
    """The table of a field that holds several values, one row each."""

    field: str


class FactTable(Table):
    """The table of one kind of fact, with the tables of its fields."""

    children: tuple[ChildTable, ...]


class Schema(Value):
    """All tables. ``facts`` are those of the kinds, ``others`` those of runs, failures and the register."""

    articles: Table
    facts: tuple[FactTable, ...]
    others: tuple[Table, ...]

    @classmethod
    def of(cls, facts: Sequence[type[Fact]], others: Sequence[type[Value]] = ()) -> "Schema":
        """The schema for these kinds of fact and ``others``, models that name their ``table``."""
        return cls(
            articles=_articles(),
            facts=tuple(_fact_table(model) for model in facts),
            others=(
                table_of(Failure, "failures", key=("source",)),
                table_of(Run, "runs", key=("run_id",)),
                *(table_of(model, _table_name(model)) for model in others),
                table_of(SchemaVersion, "schema_version"),
            ),
        )

    @cached_property
    def tables(self) -> tuple[Table, ...]:
        """Every table, those of the facts' fields after the facts."""
        return (
            self.articles,
            *(table for fact in self.facts for table in (fact, *fact.children)),
            *self.others,
        )

    def fact_table(self, kind: str) -> FactTable:
        """The table of one kind."""
        return next(table for table in self.facts if table.name == kind)


def _table_name(model: type[Value]) -> str:
    name: str = model.table  # type: ignore[attr-defined]
    return name


def table_of(model: type[Value], name: str, *, key: tuple[str, ...] = ()) -> Table:
    """The table of a model, its docstring as the comment."""
    return Table(name=name, comment=docstring(model), columns=columns(model), key=key)


def docstring(model: type) -> str:
    """The first paragraph of the docstring, in one line."""
    paragraph = (model.__doc__ or "").strip().split("\n\n")[0]
    return " ".join(paragraph.replace("``", "").split())


def _articles() -> Table:
    ours = (
        Column(name="version", sql_type="VARCHAR", comment="Version of code, patterns, register and model"),
        Column(name="run_id", sql_type="BIGINT", comment="Run that loaded the article; see the table runs"),
    )
    return Table(
        name="articles",
        comment="The articles, each with the cleaned text that the facts quote.",
        columns=(ARTICLE_ID, *columns(Article), *ours),
        key=("article_id",),
    )


def _fact_table(model: type[Fact]) -> FactTable:
    fields = tuple(
        ChildTable(
            name=child.table,
            comment=child.comment or docstring(child.model),
            columns=(ARTICLE_ID, FACT_ID, POSITION, *leading_first(columns(child.model))),
            key=("fact_id", "position"),
            field=child.field,
        )
        for child in children(model)
    )
    return FactTable(
        name=model.table,
        comment=docstring(model),
        columns=(ARTICLE_ID, FACT_ID, *sorted(columns(model), key=_is_evidence)),
        key=("fact_id",),
        children=fields,
    )


def _is_evidence(column: Column) -> bool:
    return column.path[0] == "evidence"
