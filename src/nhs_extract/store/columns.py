"""Columns: how the fields of a model become columns of a table."""

import types
import typing
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from functools import cache
from typing import Any, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from nhs_extract.models import OrganisationName, Value

Cell = str | int | float | bool | Decimal | date | datetime | list[str] | None

_SQL_TYPES = {
    bool: "BOOLEAN",
    int: "BIGINT",
    float: "DOUBLE",
    str: "VARCHAR",
    Decimal: "DECIMAL(18, 4)",
    date: "DATE",
    datetime: "TIMESTAMP",
}
_OF_A_SPAN = {
    "start": "First character in the article's text",
    "end": "Character after the last one in the article's text",
}
_RESERVED = frozenset({"end"})
_LEADING = ("name", "text")  # the part of a nested value that takes the name of the field itself


class Column(Value):
    """One column of a table. ``path`` leads from a value of the model to the cell; keys have none."""

    name: str
    sql_type: str
    comment: str
    required: bool = True
    path: tuple[str, ...] = ()

    @property
    def explanation(self) -> str:
        """The comment, with how to write a name that SQL keeps for itself."""
        return f'{self.comment}; in SQL written as "{self.name}"' if self.name in _RESERVED else self.comment

    def cell(self, value: Value) -> Cell:
        """What stands in this column for ``value``; None where a step of the path is null."""
        cell: Any = value
        for step in self.path:
            if cell is None:
                return None
            cell = getattr(cell, step)
        if isinstance(cell, StrEnum):
            return cell.value
        return list(cell) if isinstance(cell, tuple) else cell


class Child(Value):
    """A field that holds several values and therefore becomes a table of its own."""

    field: str
    model: type[Value]
    table: str
    comment: str


@cache
def columns(model: type[Value]) -> tuple[Column, ...]:
    """The columns of a model: a nested value becomes several, named after its field.

    ``organisation`` becomes ``organisation`` and ``ods_code``, ``result`` becomes ``result`` and
    ``result_ods_code``, ``evidence`` becomes ``evidence``, ``evidence_start`` and so on.
    """
    return tuple(
        column for name, field in model.model_fields.items() for column in _columns_of(model, name, field)
    )


@cache
def children(model: type[Value]) -> tuple[Child, ...]:
    """The fields of a model that become tables, named by their own model's ``table``, else after the field.

    A field of organisations is named after both, as in ``arrangement_parties``: many kinds may have parties.
    """
    found: list[Child] = []
    for name, field in model.model_fields.items():
        item = _items(_without_none(field.annotation)[0], Value)
        if item is not None:
            both = f"{_snake_case(model.__name__)}_{name}"
            table = getattr(item, "table", None) or (both if _is_a(item, OrganisationName) else name)
            found.append(Child(field=name, model=item, table=table, comment=field.description or ""))
    return tuple(found)


def leading_first(found: Iterable[Column]) -> list[Column]:
    """The columns with the name or the words before the rest."""
    return sorted(found, key=lambda column: column.name not in _LEADING)


def _columns_of(model: type[Value], name: str, field: FieldInfo) -> Iterator[Column]:
    kind, optional = _without_none(field.annotation)
    comment = field.description or _OF_A_SPAN.get(name, "")
    if _is_a(kind, Value):
        for part in leading_first(columns(kind)):
            yield Column(
                name=_nested_name(name, part.name, kind),
                sql_type=part.sql_type,
                comment=(comment if part.name in _LEADING else "") or part.comment,
                required=part.required and not optional,
                path=(name, *part.path),
            )
    elif _items(kind, Value) is None and not field.exclude:
        yield Column(
            name=name,
            sql_type=_sql_type(kind, f"{model.__name__}.{name}"),
            comment=_with_words(comment, kind),
            required=not optional,
            path=(name,),
        )


def _nested_name(field: str, part: str, kind: type[Value]) -> str:
    if part in _LEADING:
        return field
    # "organisation_ods_code" would say the same thing twice.
    return part if field == "organisation" and issubclass(kind, OrganisationName) else f"{field}_{part}"


def _without_none(annotation: Any) -> tuple[Any, bool]:
    """The annotation without ``None``, and whether it allowed that."""
    if get_origin(annotation) not in (Union, types.UnionType):
        return annotation, False
    kinds = [kind for kind in get_args(annotation) if kind is not types.NoneType]
    return (kinds[0] if len(kinds) == 1 else annotation), len(kinds) < len(get_args(annotation))


def _items(kind: Any, wanted: type) -> Any:
    """The type of the items where ``kind`` is a tuple of ``wanted``, else None."""
    if get_origin(kind) is not tuple:
        return None
    item = get_args(kind)[0]
    return item if _is_a(item, wanted) else None


def _is_a(kind: Any, wanted: type) -> bool:
    return isinstance(kind, type) and issubclass(kind, wanted)


def _sql_type(kind: Any, place: str) -> str:
    if get_origin(kind) is typing.Literal:
        return "VARCHAR"
    if _items(kind, str) is not None:
        return "VARCHAR[]"
    for python_type, sql_type in _SQL_TYPES.items():
        if kind is python_type or (python_type is str and _is_a(kind, StrEnum)):
            return sql_type
    raise TypeError(f"{place} is a {kind}, for which there is no type of column")


def _with_words(comment: str, kind: Any) -> str:
    """The comment, with the words that a closed set allows."""
    words: list[str] = []
    if _is_a(kind, StrEnum):
        words = [member.value for member in kind]
    elif get_origin(kind) is typing.Literal:
        words = [str(word) for word in get_args(kind)]
    return f"{comment}; one of: {', '.join(words)}".removeprefix("; ") if words else comment


def _snake_case(name: str) -> str:
    return "".join(f"_{letter.lower()}" if letter.isupper() else letter for letter in name).lstrip("_")
