"""Statements: facts from gold and from an extraction in one plain form, so that they can be compared."""

from collections.abc import Collection, Iterator, Mapping

from pydantic import JsonValue

from nhs_extract.evaluate.folding import flat, fold_name
from nhs_extract.evaluate.gold import GoldFacts
from nhs_extract.models import Extraction, Fact, Value

Plain = str | int | float | bool | None | tuple[str, ...]
Key = tuple[object, ...]

_NAMES = frozenset({"person", "name", "organisation", "result", "area"})


class Statement(Value):
    """One fact as plain values: organisations are their names, ``evidence`` the words."""

    kind: str
    values: dict[str, Plain]
    evidence: str = ""
    pattern: str | None = None

    def keys(self, fields: Collection[str]) -> tuple[Key, ...]:
        """What counts when two statements are compared by these fields.

        One key, but for ``mentions``: one for each surface form.
        """
        if "mentions" in fields:
            others = tuple(field for field in fields if field != "mentions")
            forms = dict.fromkeys(flat(form) for form in self.texts("mentions"))
            return tuple((*self._key(others), form) for form in forms)
        return (self._key(fields),)

    def texts(self, field: str) -> tuple[str, ...]:
        """The words of a field that holds several."""
        value = self.values.get(field)
        return value if isinstance(value, tuple) else ()

    def same(self, other: "Statement", field: str) -> bool:
        """Whether both say the same in this field."""
        return set(self.keys((field,))) == set(other.keys((field,)))

    def _key(self, fields: Collection[str]) -> Key:
        return tuple(self._folded(field) for field in fields)

    def _folded(self, field: str) -> object:
        value = self.values.get(field)
        if field == "ods_code" and value is None:
            value = fold_name(str(self.values.get("name")))
        if isinstance(value, tuple):
            return frozenset(fold_name(part) for part in value)
        return fold_name(value) if field in _NAMES and isinstance(value, str) else value


def gold_statements(gold: GoldFacts, kind: str) -> tuple[Statement, ...]:
    """What a human says of this kind; nothing for a kind that gold does not have."""
    return tuple(_statement(kind, fact) for fact in gold.section(kind))


def found_statements(extraction: Extraction | None, kind: str) -> tuple[Statement, ...]:
    """What was extracted of this kind; nothing from a lost article."""
    facts = extraction.facts.get(kind, ()) if extraction else ()
    return tuple(
        _statement(kind, fact.model_dump(mode="json"), pattern=fact.evidence.pattern) for fact in facts
    )


def forgive_codes(found: tuple[Statement, ...], gold: tuple[Statement, ...]) -> tuple[Statement, ...]:
    """The found statements, without the code where gold gives none for that name."""
    uncoded = {
        fold_name(str(statement.values["name"]))
        for statement in gold
        if "ods_code" in statement.values and statement.values["ods_code"] is None
    }
    return tuple(
        statement.model_copy(update={"values": {**statement.values, "ods_code": None}})
        if uncoded and fold_name(str(statement.values.get("name"))) in uncoded
        else statement
        for statement in found
    )


def evidence_outside(extraction: Extraction) -> Iterator[tuple[Fact, str]]:
    """Each fact with words that do not stand in the text where it says they do."""
    text = extraction.article.text
    for facts in extraction.facts.values():
        for fact in facts:
            for words, start, end in _quotes(fact.model_dump(mode="json")):
                if text[start:end] != words:
                    yield fact, words


def _quotes(value: JsonValue) -> Iterator[tuple[str, int, int]]:
    if isinstance(value, dict):
        words, start, end = value.get("text"), value.get("start"), value.get("end")
        if isinstance(words, str) and isinstance(start, int) and isinstance(end, int):
            yield words, start, end
        for part in value.values():
            yield from _quotes(part)
    elif isinstance(value, list):
        for part in value:
            yield from _quotes(part)


def _statement(kind: str, dumped: Mapping[str, JsonValue], pattern: str | None = None) -> Statement:
    values = {field: _plain(value) for field, value in dumped.items()}
    evidence = values.pop("evidence", None)
    if not isinstance(evidence, str):
        mentions = values.get("mentions")
        evidence = " | ".join(mentions) if isinstance(mentions, tuple) else ""
    return Statement(kind=kind, values=values, evidence=evidence, pattern=pattern)


def _plain(value: JsonValue) -> Plain:
    if isinstance(value, list):
        return tuple(dict.fromkeys(str(_plain(part)) for part in value))
    if isinstance(value, dict):
        words = value.get("name", value.get("text"))
        return words if isinstance(words, str) else None
    return value
