"""Repeating: a number that an article gives several times for one body is one fact."""

from collections.abc import Iterable, Iterator
from typing import Protocol, TypeVar

from nhs_extract.models import AnnotatedArticle, Evidence, OrganisationName, PassageKind


class _Number(Protocol):
    @property
    def organisation(self) -> OrganisationName | None: ...
    @property
    def low(self) -> int: ...
    @property
    def high(self) -> int: ...
    @property
    def evidence(self) -> Evidence: ...


_ROUNDING = 0.25

Number = TypeVar("Number", bound=_Number)


def without_repeats(annotated: AnnotatedArticle, found: Iterable[Number]) -> Iterator[Number]:
    """The numbers, each once for each body. Where a headline and the text differ, the text decides."""
    headlines = [passage for passage in annotated.passages if passage.kind is PassageKind.HEADLINE]
    in_headline: list[Number] = []
    in_text: list[Number] = []
    for number in found:
        is_above = any(headline.contains(number.evidence) for headline in headlines)
        (in_headline if is_above else in_text).append(number)
    kept: list[Number] = []
    for number in in_text:
        if not any(_repeats(number, other) for other in kept):
            kept.append(number)
    for number in in_headline:
        if not any(
            _repeats(number, other) or _is_of_same(number, other) or _is_near(number, other) for other in kept
        ):
            kept.append(number)
    yield from sorted(kept, key=lambda number: number.evidence.start)


def _repeats(number: _Number, other: _Number) -> bool:
    return (number.low, number.high) == (other.low, other.high) and (
        None in (number.organisation, other.organisation) or _is_of_same(number, other)
    )


def _is_of_same(number: _Number, other: _Number) -> bool:
    return number.organisation == other.organisation


def _is_near(number: _Number, other: _Number) -> bool:
    """Whether one may be the other, rounded for the headline."""
    return abs(number.low - other.low) <= other.low * _ROUNDING
