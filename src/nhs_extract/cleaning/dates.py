"""The day of publication, from the date lines of a page."""

import re
from collections.abc import Iterable
from datetime import date

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"\b{_DAY}(?:\sof)?[\s-]{_MONTH},?[\s-]{_YEAR}\b",
        rf"\b{_MONTH}[\s-]{_DAY},?[\s-]{_YEAR}\b",
        r"\b(?P<year>(?:19|20)\d\d)[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})(?!\d)",
        r"(?<![\d/.-])(?P<day>\d{1,2})[/.-](?P<month>\d{1,2})[/.-](?P<year>(?:19|20)?\d\d)(?![\d/-])",
        rf"\b{_DAY}[\s-]{_MONTH}[\s-](?P<year>\d\d)\b",
    )
)
_NOT_PUBLISHED = re.compile(
    r"\b(?:updated?|modified|amended|reviewed|revised|converted|captured|archived|printed|changed|moved|expires?"
    r"|copyright|deadline|clos(?:es|ing)|last\ssaved|downloaded|retrieved|accessed|effective|valid)\b|©|\(c\)",
    re.IGNORECASE,
)
_LAST_UPDATED = re.compile(
    r"^\W*(?:(?:this\s)?page\s(?:was\s)?(?:last\s)?|last\s)(?:updated|modified|reviewed)\b", re.IGNORECASE
)
_SAYS_PUBLISHED = re.compile(
    r"\b(?:publi(?:shed|cation)|posted|issued|issue\sdate|released?|date|first)\b", re.IGNORECASE
)
_FIRST_PUBLISHED = re.compile(r"(?:\bfirst\s(?:published|posted|issued)|^\W*(?:published|posted))\b", re.I)
_SET_OFF = re.compile(r"^\)?\s*(?:/[^/]{2,30}/\s*)?(?:[-–—|·•:]|$)")
_BEFORE_DATE = re.compile(
    r"^(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,?\s|(?-i:[A-Z])[\w.’'-]*[, (]+)*$",
    re.I,
)
_DATELINE_WORDS = 14
_DATE_CHARACTERS = 45
_DATELINE_CHARACTERS = 80


def read_date(text: str) -> date | None:
    """The first date in the text: ``"Friday, 28th December 2018, 10:30 pm"`` is 28 December 2018."""
    found = _first_date(text)
    return found[2] if found else None


def read_dateline(text: str) -> date | None:
    """The date set off at the start of a text: ``"LEEDS, 3 May 2019 - Two trusts ..."`` is 3 May 2019."""
    found = _first_date(text[:_DATELINE_CHARACTERS])
    if found is None:
        return None
    start, end, day = found
    before = text[:start]
    is_set_off = _BEFORE_DATE.match(before) and _SET_OFF.match(text[end:])
    return day if is_set_off and not _NOT_PUBLISHED.search(before) else None


def _first_date(text: str) -> tuple[int, int, date] | None:
    """Where the first date of a text starts and ends, and which day it is."""
    found = [
        (match.start(), match.end(), day)
        for form in _FORMS
        for match in form.finditer(text)
        if (day := _day(match))
    ]
    return min(found, default=None)


def published_in(lines: Iterable[str]) -> date | None:
    """The date in the lines at a page's top: one that says published before any that is no later change."""
    plain: date | None = None
    updated: date | None = None
    for line in lines:
        stated, said_so = _stated(line)
        stated = stated or read_dateline(line)
        if stated is None:
            continue
        if said_so:
            return stated
        if _LAST_UPDATED.match(line):
            updated = updated or stated
        else:
            plain = plain or stated
    return plain or updated


def says_published(line: str) -> date | None:
    """The date of a line that calls it the day of publication."""
    stated, said_so = _stated(line)
    return stated if said_so else None


def _stated(line: str) -> tuple[date | None, bool]:
    """The date of a date line that is no paragraph, and whether the line calls it the day of publication."""
    if len(line.split()) > _DATELINE_WORDS * 2:
        return None, False
    first = _FIRST_PUBLISHED.search(line)
    if first is not None and (published := read_date(line[first.end() : first.end() + _DATE_CHARACTERS])):
        return published, True
    change = _NOT_PUBLISHED.search(line)
    before = line if change is None or _LAST_UPDATED.match(line) else line[: change.start()]
    stated = read_date(before)
    if stated is None:
        return None, False
    others = len(before.split()) > _DATELINE_WORDS
    if others:
        return None, False
    return stated, bool(_SAYS_PUBLISHED.search(before)) and not _LAST_UPDATED.match(line)


def _day(match: re.Match[str]) -> date | None:
    month = match["month"].lower()
    number = int(month) if month.isdigit() else _MONTHS.index(month[:3]) + 1
    year = int(match["year"])
    if year < 100:
        year += 2000 if year < 70 else 1900
    try:
        return date(year, number, int(match["day"]))
    except ValueError:
        return None
