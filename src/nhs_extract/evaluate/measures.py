"""Measures: by which fields the facts of a kind are compared."""

from collections.abc import Mapping

from pydantic import Field

from nhs_extract.models import Value

Fields = tuple[str, ...]


class Measure(Value):
    """One score line: the facts of a kind, compared by some of their fields."""

    kind: str
    name: str
    fields: Fields
    headline: bool = False


class Comparison(Value):
    """How the facts of a kind are compared.

    ``headline`` are the fields that count for floors and the mean, ``all_fields`` the strictest reading,
    ``others`` further lines by name, ``anchors`` the fields that make two unequal facts a near miss.
    """

    kind: str
    headline: Fields
    all_fields: Fields
    others: dict[str, Fields] = Field(default={})
    anchors: tuple[Fields, ...] = ()

    @property
    def measures(self) -> tuple[Measure, ...]:
        """The score lines of the kind, the headline first and the strictest last."""
        lines = {"headline": self.headline, **self.others, "all fields": self.all_fields}
        return tuple(
            Measure(kind=self.kind, name=name, fields=fields, headline=name == "headline")
            for name, fields in lines.items()
        )


def comparisons(others: Mapping[str, Fields]) -> tuple[Comparison, ...]:
    """How each kind is compared: the kinds that this module knows, then ``others`` by all their fields."""
    unknown = (Comparison(kind=kind, headline=fields, all_fields=fields) for kind, fields in others.items())
    return (*_COMPARISONS, *unknown)


def _counts(kind: str) -> Comparison:
    return Comparison(
        kind=kind,
        headline=("low", "high"),
        all_fields=("low", "high", "organisation", "qualifier"),
        others={
            "with organisation": ("low", "high", "organisation"),
            "with qualifier": ("low", "high", "qualifier"),
        },
        anchors=(("low",), ("high",), ("organisation", "qualifier"), ("organisation",)),
    )


_COMPARISONS = (
    Comparison(
        kind="trusts",
        headline=("ods_code", "name"),
        all_fields=("ods_code", "name", "mentions"),
        others={"code alone": ("ods_code",)},
        anchors=(("name",), ("ods_code",)),
    ),
    Comparison(
        kind="executives",
        headline=("person", "role", "organisation"),
        all_fields=("person", "role", "organisation", "status"),
        others={"without organisation": ("person", "role")},
        anchors=(("person", "role"), ("person", "organisation"), ("person",)),
    ),
    _counts("staff_counts"),
    _counts("populations_served"),
    Comparison(
        kind="arrangements",
        headline=("type", "status"),
        all_fields=("type", "status", "parties", "result", "effective"),
        others={
            "type alone": ("type",),
            "with parties": ("type", "status", "parties"),
            "with result": ("type", "status", "result"),
            "with effective": ("type", "status", "effective"),
        },
        anchors=(("type", "parties"), ("status", "parties"), ("parties",), ("type",)),
    ),
)
