"""Lookup: what one name means on a day, with all candidates."""

import datetime

from pydantic import Field

from nhs_extract.models import LinkedBy, Value
from nhs_extract.register.index import EXACT, LEADING, SITE_WORDS, Candidate, Index, settle
from nhs_extract.register.naming import code_on
from nhs_extract.register.wording import read_words


class LookupEntry(Value):
    """A body that a name may stand for."""

    ods_code: str | None = Field(description="Code, null where it has none")
    name: str = Field(description="Official name on that day")
    kind: str = Field(description="nhs_trust, foundation_trust, icb and so on")
    linked_by: LinkedBy = Field(description="How the name was matched")
    score: float = Field(description="How close the match is, 1 for the official name")


class Lookup(Value):
    """What a name means: the link that an article would get, and all candidates, best first."""

    query: str
    on: datetime.date | None
    link: LookupEntry | None
    candidates: tuple[LookupEntry, ...]


def look_up(index: Index, name: str, on: datetime.date | None) -> Lookup:
    """What a name means on a day, standing alone."""
    candidates = index.candidates(name, on)
    best = settle(candidates)
    words = read_words(name)
    short = len(index.wording.core(words)) < 2 or (best is not None and best.score <= LEADING)
    if best is not None and best.score <= SITE_WORDS:
        best = None
    if short and index.is_area(words) and not index.wording.says_kind(words):
        best = None
    return Lookup(
        query=name,
        on=on,
        link=None if best is None else _entry(best, on),
        candidates=tuple(_entry(candidate, on) for candidate in candidates[:10]),
    )


def _entry(candidate: Candidate, on: datetime.date | None) -> LookupEntry:
    body, title = candidate.body, candidate.title
    if on is not None and candidate.score < EXACT:
        title = body.title_on(on, title.era)
    if on is not None and title.days_from(on) > 0:
        title = body.title_on(on)
    return LookupEntry(
        ods_code=code_on(body, on),
        name=title.name,
        kind=body.kind,
        linked_by=candidate.linked_by,
        score=round(candidate.worth, 3),
    )
