"""Naming: which of a body's official names an article's facts should carry."""

import datetime
from collections.abc import Sequence

from nhs_extract.models import Entity, LinkedBy
from nhs_extract.register.bodies import Body, Title, nearest

# Commissioners go by the name that is printed, providers by their official one.
COMMISSIONERS = frozenset({"icb", "ccg"})
# The codes of Scottish boards came with the reform of April 2014.
_SCOTTISH_CODES = datetime.date(2014, 4, 1)


def entity_of(
    body: Body, title: Title | str, day: datetime.date | None, linked_by: LinkedBy, score: float
) -> Entity:
    """The entity of a body under one of its names."""
    name = title if isinstance(title, str) else title.name
    return Entity(
        name=name,
        ods_code=code_on(body, day),
        kind=body.kind,
        linked_by=linked_by,
        score=round(score, 3),
    )


def code_on(body: Body, day: datetime.date | None) -> str | None:
    """The code of a body in the register; Scottish boards had none before April 2014."""
    if body.kind == "scottish_board" and day is not None and day < _SCOTTISH_CODES:
        return None
    return body.ods_code


def title_for(titles: Sequence[Title], printed: Sequence[Title], day: datetime.date | None) -> Title:
    """The official name at a day; of names equally possible then, the one that is printed.

    Without a day, and for a body of the past, the printed name counts.
    """
    if day is None:
        return printed[0] if printed else titles[-1]
    possible = [title for title in printed if title.days_from(day) == 0]
    if possible:
        return possible[0]
    ended = day >= titles[-1].end or day < titles[0].start
    return printed[0] if printed and ended else nearest(titles, day)


def likely_day(titles: Sequence[Title]) -> datetime.date | None:
    """A day on which most of the named titles held: the last such day; None without titles."""
    if not titles:
        return None
    ends = sorted({title.end - datetime.timedelta(days=1) for title in titles}, reverse=True)
    return max(ends, key=lambda day: (sum(title.start <= day < title.end for title in titles), day))
