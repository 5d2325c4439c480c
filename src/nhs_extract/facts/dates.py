"""Reading dates: words become an ISO date, month or year, seen from the day of publication."""

import re
from datetime import date, timedelta
from enum import StrEnum

LABEL = "DATE"


class Tense(StrEnum):
    """On which side of the publication a date without a year lies."""

    PAST = "past"
    FUTURE = "future"


_MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
_MONTH = re.compile(rf"\b({'|'.join(_MONTHS)}|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b")
_WEEKDAY = re.compile(r"\b(mon|tues|wednes|thurs|fri|satur|sun)day\b")
_WEEKDAYS = ("mon", "tues", "wednes", "thurs", "fri", "satur", "sun")
_DAY = re.compile(r"(?<![\d/-])(\d{1,2})(?:st|nd|rd|th)?\b(?![/-]\d)")
_YEAR = re.compile(r"\b((?:19|20)\d\d)\b")
_FINANCIAL_YEAR = re.compile(r"\b((?:19|20)\d\d)[/-](?:20)?\d\d\b")
_SEASON = re.compile(r"\b(?:spring|summer|autumn|winter)\b")
_UNIT = re.compile(r"\b(month|year|week|weekend)\b")
_AGO = re.compile(r"\b(\w+)\s(year|month|week|day)s?\sago\b")
_SHIFT = re.compile(r"\b(last|next|previous|following)\b")
_NUMBER_WORDS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_NUMBERS = {"a": 1, "an": 1, **{word: number for number, word in enumerate(_NUMBER_WORDS)}}


def read_date(phrase: str, published: date | None, tense: Tense | None = None) -> str | None:
    """The date that a phrase means, as exactly as it says: ``"1 April 2018"`` is ``"2018-04-01"``.

    A month gives ``"2018-04"``, a season or a financial year its year. What a phrase leaves open is told by
    the publication date, and by the tense of the sentence: in June 2018 ``"in April"`` is ``"2018-04"`` in
    the past and ``"2019-04"`` in the future. None where the phrase says no date, or no publication date is
    there to tell the year.
    """
    words = phrase.lower().replace("’", "'")
    stated = _YEAR.search(words)
    financial = _FINANCIAL_YEAR.search(words)
    if financial:
        return financial[1]
    year = int(stated[1]) if stated else None
    if month := _MONTH.search(words):
        return _in_month(words, _month_number(month[1]), year, published, tense)
    if year is not None and not _feast(words, year):
        return str(year)
    if published is None and year is None:
        return None
    return _relative(words, year, published or date(year or 1, 1, 1), tense)


def _in_month(
    words: str, month: int, year: int | None, published: date | None, tense: Tense | None
) -> str | None:
    day = _DAY.search(words)
    number = int(day[1]) if day else None
    if year is None:
        if published is None:
            return None
        year = _year_of(words, month, number, published, tense)
    if number is None:
        return f"{year}-{month:02}"
    try:
        return date(year, month, number).isoformat()
    except ValueError:
        return f"{year}-{month:02}"


def _year_of(words: str, month: int, day: int | None, published: date, tense: Tense | None) -> int:
    """The year of a month, or of a day in it, that is named without one."""
    if re.search(r"\blast year\b", words):
        return published.year - 1
    if re.search(r"\bnext year\b", words):
        return published.year + 1
    if re.search(r"\bthis year\b", words):
        return published.year
    if re.search(r"\blast\b", words):
        return published.year if month < published.month else published.year - 1
    if re.search(r"\bnext\b", words):
        return published.year if month > published.month else published.year + 1
    here = (published.month, published.day if day else 0)
    there = (month, day or 0)
    if tense is Tense.PAST:
        return published.year if there <= here else published.year - 1
    if tense is Tense.FUTURE:
        return published.year if there >= here else published.year + 1
    return min(
        (published.year - 1, published.year, published.year + 1),
        key=lambda year: abs((date(year, month, min(day or 15, 28)) - published).days),
    )


def _relative(words: str, year: int | None, published: date, tense: Tense | None) -> str | None:
    feast = _feast_near(words, year, published, tense)
    if feast:
        return feast.isoformat()
    if re.search(r"\b(?:today|this morning|tonight|immediate effect)\b", words):
        return published.isoformat()
    if re.search(r"\btomorrow\b", words):
        return (published + timedelta(days=1)).isoformat()
    if re.search(r"\b(?:yesterday|last night)\b", words):
        return (published - timedelta(days=1)).isoformat()
    if re.search(r"\b(?:overnight|at midnight)\b", words):
        return (published + timedelta(days=1 if tense is Tense.FUTURE else 0)).isoformat()
    shift = {"last": -1, "previous": -1, "next": 1, "following": 1}.get(
        found[1] if (found := _SHIFT.search(words)) else "", 0
    )
    if weekday := _WEEKDAY.search(words):
        return _weekday(
            _WEEKDAYS.index(weekday[1]), published, Tense.PAST if shift < 0 else tense
        ).isoformat()
    if _SEASON.search(words):
        return str(published.year + shift)
    if ago := _AGO.search(words):
        return _ago(ago[1], ago[2], published)
    if unit := _UNIT.search(words):
        return _unit(unit[1], shift, published)
    return None


def _weekday(weekday: int, published: date, tense: Tense | None) -> date:
    ahead = (weekday - published.weekday()) % 7
    if tense is Tense.PAST:
        return published - timedelta(days=(7 - ahead) % 7)
    return published + timedelta(days=ahead)


def _unit(unit: str, shift: int, published: date) -> str | None:
    if unit == "year":
        return str(published.year + shift)
    if unit == "month":
        months = published.year * 12 + published.month - 1 + shift
        return f"{months // 12}-{months % 12 + 1:02}"
    return None


def _ago(number: str, unit: str, published: date) -> str | None:
    count = int(number) if number.isdigit() else _NUMBERS.get(number)
    if count is None:
        return None
    if unit == "year":
        return str(published.year - count)
    if unit == "month":
        return _unit("month", -count, published)
    return None


def _month_number(word: str) -> int:
    return next(number for number, month in enumerate(_MONTHS, 1) if month.startswith(word[:3]))


def _feast(words: str, year: int) -> date | None:
    """The day of a feast in a year."""
    if "new year's day" in words:
        return date(year, 1, 1)
    if "new year's eve" in words:
        return date(year, 12, 31)
    if "boxing day" in words:
        return date(year, 12, 26)
    if "christmas" in words:
        return date(year, 12, 24 if "eve" in words else 25)
    shifts = {"good friday": -2, "easter saturday": -1, "easter monday": 1, "easter": 0}
    return next(
        (_easter(year) + timedelta(days=days) for name, days in shifts.items() if name in words), None
    )


def _feast_near(words: str, year: int | None, published: date, tense: Tense | None) -> date | None:
    if year is not None:
        return _feast(words, year)
    days = [day for near in (-1, 0, 1) if (day := _feast(words, published.year + near))]
    if tense is Tense.PAST:
        return max((day for day in days if day <= published), default=None)
    if tense is Tense.FUTURE:
        return min((day for day in days if day >= published), default=None)
    return min(days, key=lambda day: abs((day - published).days), default=None)


def _easter(year: int) -> date:
    """Easter Sunday in the Gregorian calendar (the anonymous algorithm)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)
