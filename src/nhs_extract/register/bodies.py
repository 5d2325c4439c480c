"""Bodies: each organisation of the register with its names over time."""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from nhs_extract.register.rows import NameRow, Organisation, Succession
from nhs_extract.register.wording import Wording, Words, read_words

FIRST_DAY = datetime.date(1948, 7, 5)
LAST_DAY = datetime.date(2100, 1, 1)
# Before this year no body was an NHS foundation trust.
_FIRST_FOUNDATION_TRUSTS = datetime.date(2004, 4, 1)
# Registers date a change by the legal day, the operational day or the day after.
_SAME_CHANGE = datetime.timedelta(days=45)
_ARRANGEMENTS = frozenset({"merger", "acquisition", "transfer"})


@dataclass(frozen=True)
class Title:
    """An official name of a body, with when it held.

    It is expected within ``start``..``end``; where the sources leave the change of name open, it is possible
    from ``early`` until ``late``. Titles of one ``era`` are one organisation to a reader: the change between
    them was of name only. ``unsure``: the sources do not tell whether the step from the title before was.
    """

    name: str
    words: Words
    start: datetime.date
    end: datetime.date
    early: datetime.date
    late: datetime.date
    seen_from: int | None
    era: int
    unsure: bool

    def days_from(self, day: datetime.date | None) -> int:
        """How many days outside its possible time a day is; 0 inside, or without a day."""
        if day is None:
            return 0
        return max((self.early - day).days, (day - self.late).days, 0)


@dataclass(frozen=True)
class Body:
    """An organisation with its titles in order of time and its other names."""

    key: str
    ods_code: str | None
    kind: str
    titles: tuple[Title, ...]
    shorts: tuple[str, ...]
    abbreviations: tuple[str, ...]
    opened: datetime.date
    closed: datetime.date

    def era(self, number: int) -> tuple[Title, ...]:
        """The titles of one era."""
        return tuple(title for title in self.titles if title.era == number)

    def title_on(self, day: datetime.date | None, era: int | None = None) -> Title:
        """The title expected on a day, the nearest one before or after its time; without a day the newest."""
        titles = self.titles if era is None else self.era(era)
        if day is None:
            return titles[-1]
        return nearest(titles, day)


def nearest(titles: Sequence[Title], day: datetime.date) -> Title:
    """The title expected on a day, else the one before or after it in time."""
    return min(titles, key=lambda title: _distance(title, day))


def _distance(title: Title, day: datetime.date) -> int:
    return max((title.start - day).days, (day - title.end).days + 1, 0)


def build_bodies(
    organisations: Iterable[Organisation],
    names: Iterable[NameRow],
    successions: Iterable[Succession],
    wording: Wording,
) -> dict[str, Body]:
    """All bodies by key."""
    rows: dict[str, list[NameRow]] = defaultdict(list)
    for row in names:
        rows[row.key].append(row)
    joined: dict[str, list[datetime.date]] = defaultdict(list)
    for succession in successions:
        if succession.kind in _ARRANGEMENTS:
            joined[succession.successor_code or succession.successor_name].append(succession.date)
    return {
        organisation.key: _body(
            organisation, rows[organisation.key], sorted(joined[organisation.key]), wording
        )
        for organisation in organisations
    }


def _body(
    organisation: Organisation, rows: Sequence[NameRow], joined: Sequence[datetime.date], wording: Wording
) -> Body:
    opened = organisation.opened or FIRST_DAY
    closed = organisation.closed or LAST_DAY
    official = [row for row in rows if row.name_kind in ("official", "former")]
    ordered = sorted(official, key=_when)
    return Body(
        key=organisation.key,
        ods_code=organisation.ods_code,
        kind=organisation.kind,
        titles=tuple(
            _titles(ordered, opened, closed, [day for day in joined if day > opened + _SAME_CHANGE], wording)
        ),
        shorts=tuple(row.name for row in rows if row.name_kind in ("short", "trading")),
        abbreviations=tuple(row.name for row in rows if row.name_kind == "abbreviation"),
        opened=opened,
        closed=closed,
    )


def _when(row: NameRow) -> tuple[float, int]:
    """A sort key by time, for names of which some are dated, some only seen in some year."""
    last = 1 if row.name_kind == "official" else 0
    if row.valid_from:
        return (row.valid_from.year + row.valid_from.timetuple().tm_yday / 366, last)
    if row.valid_to:
        return (row.valid_to.year + row.valid_to.timetuple().tm_yday / 366 - 0.01, last)
    if last:
        return (3000.0, last)
    if row.seen_from and row.seen_to:
        return ((row.seen_from + row.seen_to) / 2, last)
    return (2012.0 if "Foundation" in row.name else 2004.0, last)


def _titles(
    rows: Sequence[NameRow],
    opened: datetime.date,
    closed: datetime.date,
    joined: Sequence[datetime.date],
    wording: Wording,
) -> Iterable[Title]:
    era = 0
    start = early = opened
    unsure = False
    for row, after in zip(rows, [*rows[1:], None], strict=True):
        words = read_words(row.name)
        if row.seen_from:
            early = min(early, max(opened, datetime.date(row.seen_from, 1, 1)))
        if after is None:
            yield Title(row.name, words, start, closed, early, closed, row.seen_from, era, unsure)
            return
        other = wording.core(words) != wording.core(read_words(after.name))
        first, last = _window(row, after, opened, closed)
        changes = [day for day in joined if first - _SAME_CHANGE <= day <= last + _SAME_CHANGE]
        known = first == last
        change = last if known else (changes[-1] if changes and other else first + (last - first) / 2)
        if changes and other and not known:
            first = last = change
        late = max(early, last, datetime.date(row.seen_to, 12, 31) if row.seen_to else last)
        yield Title(row.name, words, start, max(start, change), early, late, row.seen_from, era, unsure)
        unsure = other and not changes and not known
        era += bool(changes and other)
        start, early = max(start, change), max(early, first)


def _window(
    row: NameRow, after: NameRow, opened: datetime.date, closed: datetime.date
) -> tuple[datetime.date, datetime.date]:
    """The first and the last day on which one name may have given way to the next."""
    day = after.valid_from or row.valid_to
    if day is not None:
        return day, day
    first = datetime.date(row.seen_to, 1, 1) if row.seen_to else opened
    last = datetime.date(after.seen_from, 12, 31) if after.seen_from else closed
    if "Foundation" in after.name and "Foundation" not in row.name:
        first = max(first, _FIRST_FOUNDATION_TRUSTS)
    if last == LAST_DAY:
        last = max(first, datetime.date(2026, 1, 1))
    return (first, last) if first < last else (first, first)
