"""Differences: what an extraction missed or got wrong in an article, near misses paired."""

from collections.abc import Iterable, Iterator
from enum import StrEnum

from nhs_extract.evaluate.measures import Comparison, Fields
from nhs_extract.evaluate.statements import Statement
from nhs_extract.models import Value


class Verdict(StrEnum):
    """How a fact failed."""

    MISSED = "missed"
    WRONG = "wrong"
    NEAR = "near miss"
    DETAIL = "detail"


class Difference(Value):
    """A gold fact without its like, a found one without, or a pair that is not quite the same.

    A near miss is wrong by the headline measure; a detail is right by it and differs elsewhere.
    """

    article: str
    kind: str
    verdict: Verdict
    gold: Statement | None = None
    found: Statement | None = None
    fields: Fields = ()


def pair(
    gold: Iterable[Statement], found: Iterable[Statement], comparison: Comparison
) -> Iterator[tuple[Statement | None, Statement | None]]:
    """Every statement once: with its like where there is one, the most alike first, else alone."""
    missing, spare = list(gold), list(found)
    for fields in _from_strict_to_loose(comparison):
        for wanted in tuple(missing):
            keys = wanted.keys(fields)
            like = next((other for other in spare if _alike(other.keys(fields), keys)), None)
            if like is not None:
                missing.remove(wanted)
                spare.remove(like)
                yield wanted, like
    yield from ((wanted, None) for wanted in missing)
    yield from ((None, other) for other in spare)


def differences(
    article: str, gold: tuple[Statement, ...], found: tuple[Statement, ...], comparison: Comparison
) -> Iterator[Difference]:
    """What is not wholly the same in gold and extraction of one kind."""
    for wanted, other in pair(gold, found, comparison):
        if wanted is None or other is None:
            one = wanted or other
            if one is not None:
                verdict = Verdict.MISSED if other is None else Verdict.WRONG
                yield Difference(article=article, kind=one.kind, verdict=verdict, gold=wanted, found=other)
            continue
        fields = tuple(field for field in comparison.all_fields if not wanted.same(other, field))
        if fields:
            near = any(field in comparison.headline for field in fields)
            yield Difference(
                article=article,
                kind=wanted.kind,
                verdict=Verdict.NEAR if near else Verdict.DETAIL,
                gold=wanted,
                found=other,
                fields=fields,
            )


def _from_strict_to_loose(comparison: Comparison) -> Iterator[Fields]:
    headline = set(comparison.headline)
    within = [measure.fields for measure in comparison.measures if headline <= set(measure.fields)]
    yield from sorted(within, key=len, reverse=True)
    yield from comparison.anchors


def _alike(one: tuple[object, ...], other: tuple[object, ...]) -> bool:
    return len(one) == len(other) and set(one) == set(other)
