"""Reading numbers: words become a quantity."""

import re
from decimal import Decimal
from enum import StrEnum
from itertools import pairwise

from pydantic import Field, model_validator

from nhs_extract.errors import UnreadablePhraseError
from nhs_extract.models import Value


class Qualifier(StrEnum):
    """How exact a number is."""

    EXACT = "exact"
    ABOUT = "about"
    MORE_THAN = "more than"
    LESS_THAN = "less than"
    UP_TO = "up to"
    BETWEEN = "between"


class Quantity(Value):
    """A number as the article gives it. ``low`` and ``high`` differ for a range only."""

    low: int = Field(ge=0)
    high: int = Field(ge=0)
    qualifier: Qualifier

    @model_validator(mode="after")
    def _in_order(self) -> "Quantity":
        if self.high < self.low:
            raise ValueError(f"high is {self.high}, below low, which is {self.low}")
        return self


_SCALES = {
    "k": 10**3,
    "thousand": 10**3,
    "m": 10**6,
    "mn": 10**6,
    "million": 10**6,
}
_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_WORDS = {
    **{word: Decimal(value) for value, word in enumerate(_UNITS.split())},
    **{word: Decimal(value) for value, word in zip(range(20, 100, 10), _TENS.split(), strict=True)},
    "couple": Decimal(2),
}
_FRACTIONS = {
    "half": Decimal("0.5"),
    "quarter": Decimal("0.25"),
    "three-quarters": Decimal("0.75"),
    "third": Decimal(1) / 3,
    "two-thirds": Decimal(2) / 3,
}
_VULGAR_FRACTIONS = {"½": "5", "¼": "25", "¾": "75"}
_VULGAR = re.compile(r"(\d*)([½¼¾])")
_FRACTION = re.compile(r"\b(?:(three)[\s-]quarters?|(two)[\s-]thirds|one[\s-](quarter|third))\b")
_PLAIN_WORD = "|".join(sorted([*_WORDS, *_FRACTIONS], key=len, reverse=True))
_WORD = f"{_PLAIN_WORD}|hundred|thousand|million"
_FIGURE = r"\d+(?:,\d{3})*(?:\.\d+)?(?:[\s-]?(?:million|thousand|hundred|mn|m|k)\b)?"
_LINK = r",?[\s-](?:and\s|of\s|an?\s|and\san?\s|of\san?\s)?"
_IN_WORDS = rf"\b(?:an?\s(?:{_WORD})|{_PLAIN_WORD})\b(?:{_LINK}(?:{_WORD})\b)*"
_NUMBER = re.compile(rf"{_FIGURE}|(?:{_IN_WORDS})")
_JOINED = re.compile(r"\s?-\s?|\sto\s|\sor\s|\sand\s")

_SOFTENED = re.compile(
    r"\b(?:couple|just (?:under|over|above|below|more|less|short|shy|on)|"
    r"little|slightly|shade|touch|whisker|fraction|more or less)\b"
)
_WORDING = (
    (Qualifier.UP_TO, re.compile(r"\b(?:up to|as many as|at most|(?:no|not) more than|maximum)\b")),
    (
        Qualifier.MORE_THAN,
        re.compile(
            r"[+>]|\b(?:more|over|above|past|beyond|upwards?|excess|least|plus|exceed(?:s|ing)|topping|tops|north|"
            r"minimum|greater|counting|rising|(?:no|not) (?:fewer|less))\b"
        ),
    ),
    (Qualifier.LESS_THAN, re.compile(r"<|\b(?:less|fewer|under|below|south)\b")),
)
_PLAIN = re.compile(r"\b(?:strong|all|a total of|exactly|precisely|only|just|fully|a mere|of)\b|[^\w~≈]")
_MOST = 100_000_000  # more than the United Kingdom has people: a telephone number


def read_count(phrase: str) -> Quantity:
    """The number in a phrase: ``"half a million or so"`` is about 500,000, ``"6,000 to 7,000"`` is between.

    Raises:
        UnreadablePhraseError: the phrase holds no number; its pattern is too loose.
    """
    words = _plain(phrase)
    numbers = list(_NUMBER.finditer(words))
    for first, second in pairwise(numbers):
        joint = words[first.end() : second.start()]
        if _JOINED.fullmatch(joint) and (joint != " and " or "between" in words[: first.start()]):
            return _between(first.group(), second.group(), phrase)
    for number in numbers:
        bounds = _bounds_in(number.group()) if "between" in words[: number.start()] else None
        if bounds:
            return _between(*bounds, phrase)
        value = _whole(_value(number.group()), phrase)
        around = words.replace(number.group(), " couple " if "couple" in number.group() else " ")
        return Quantity(low=value, high=value, qualifier=_qualifier(around))
    raise UnreadablePhraseError(phrase, expected="number")


def _plain(phrase: str) -> str:
    """The phrase in small letters, with plain spaces and hyphens, fractions as one word."""
    words = " ".join(_VULGAR.sub(_decimal, phrase.casefold().replace("·", ".")).split())
    words = re.sub("[‐‑‒–—]", "-", words)
    words = re.sub(r"(?<=[a-z])-(?=[a-z])", " ", words)
    return _FRACTION.sub(
        lambda found: "three-quarters" if found[1] else "two-thirds" if found[2] else found[3], words
    )


def _decimal(vulgar: re.Match[str]) -> str:
    """``"2½"`` is ``"2.5"``."""
    return f"{vulgar[1] or 0}.{_VULGAR_FRACTIONS[vulgar[2]]}"


def _between(first: str, second: str, phrase: str) -> Quantity:
    low, high = _value(first), _value(second)
    if low < 1000 <= high and not _has_scale(first):
        # "two to three thousand", "6-7,000": the scale stands once.
        scale = next((size for size in (10**6, 1000, 100) if high >= size and low * size <= high), 1)
        low *= scale
    if low > high:
        raise UnreadablePhraseError(phrase, expected="range from low to high")
    return Quantity(low=_whole(low, phrase), high=_whole(high, phrase), qualifier=Qualifier.BETWEEN)


def _bounds_in(words: str) -> tuple[str, str] | None:
    """The two numbers of ``"two and three thousand"``, which reads like one."""
    for joint in re.finditer(r" and (?!an? (?:half|quarter|third))", words):
        low, high = words[: joint.start()], words[joint.end() :]
        if _value(low) <= _value(high):
            return low, high
    return None


def _qualifier(around: str) -> Qualifier:
    if _SOFTENED.search(around):
        return Qualifier.ABOUT
    for qualifier, wording in _WORDING:
        if wording.search(around):
            return qualifier
    return Qualifier.ABOUT if _PLAIN.sub("", around) else Qualifier.EXACT


def _has_scale(words: str) -> bool:
    return re.search(r"hundred|thousand|million|\d\s?(?:mn|[mk])\b", words) is not None


def _value(words: str) -> Decimal:
    figure = re.match(r"(?P<digits>[\d,]+(?:\.\d+)?)[\s-]?(?P<scale>[a-z]*)", words)
    if figure is None:
        return _in_words(re.findall(r"two-thirds|three-quarters|[a-z]+", words))
    # Decimal, because int(1.1 * 10**6) is 1,100,000 by luck only.
    return Decimal(figure["digits"].replace(",", "")) * (
        100 if figure["scale"] == "hundred" else _SCALES.get(figure["scale"], 1)
    )


def _in_words(words: list[str]) -> Decimal:
    """``[two, and, a, half, thousand]`` is 2,500, ``[a, million, and, a, half]`` is 1,500,000."""
    total, part, scale = Decimal(0), Decimal(0), 1
    for place, word in enumerate(words):
        if word in _WORDS:
            part += _WORDS[word]
        elif word == "hundred":
            part = (part or Decimal(1)) * 100
        elif word in _SCALES:
            scale = _SCALES[word]
            total += (part or Decimal(1)) * scale
            part = Decimal(0)
        elif word in _FRACTIONS:
            if any(later in _SCALES for later in words[place:]):
                part += _FRACTIONS[word]
            else:
                total += _FRACTIONS[word] * scale
    return total + part


def _whole(value: Decimal, phrase: str) -> int:
    if not 0 < value < _MOST:
        raise UnreadablePhraseError(phrase, expected="number of people")
    return round(value)
