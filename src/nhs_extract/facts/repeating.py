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


Number = TypeVar("Number", bound=_Number)


def without_repeats(annotated: AnnotatedArticle, found: Iterable[Number]) -> Iterator[Number]:
    """The numbers, each once for each body. A headline's number counts only where the text gives none."""
    numbers = list(found)
    headlines = [passage for passage in annotated.passages if passage.kind is PassageKind.HEADLINE]
    in_text = [
        number for number in numbers if not any(passage.contains(number.evidence) for passage in headlines)
    ]
    kept: list[Number] = []
    for number in in_text or numbers:
        if not any(_repeats(number, other) for other in kept):
            kept.append(number)
    yield from kept


def _repeats(number: _Number, other: _Number) -> bool:
    if (number.low, number.high) != (other.low, other.high):
        return False
    return None in (number.organisation, other.organisation) or number.organisation == other.organisation
