"""Aliases: the abbreviations and short names that an article itself gives to an organisation."""

import re
from collections.abc import Iterable, Iterator

from rapidfuzz.distance import OSA

from nhs_extract.register.wording import Wording, read_words, spells_in_order, spells_initials

_QUOTES = "\"'“”‘’"
_SHORT = (
    rf"[{_QUOTES}]*(?:the\s)?(?P<alias>[A-Z][\w&’'.+-]*(?:[ ](?:and|of|the|&|[A-Z&][\w&’'+-]*)){{0,5}})"
    rf"[{_QUOTES}]*"
)
_KNOWN_AS = r"(?:(?:also|or|(?:also\s)?known\sas|hereafter|abbreviated\sto|referred\sto\sas|called)\s)*"
_IN_BRACKETS = re.compile(rf"^[’']?s?[{_QUOTES}]*,?\s*[(\[]{_KNOWN_AS}{_SHORT}\s*[)\],;]")
_IN_WORDS = re.compile(
    rf"^,?\s*(?:or|known as|also known as|better known as|abbreviated to)\s{_SHORT}(?=[\s,.;)]|$)"
)
_BEFORE = re.compile(r"(?P<alias>[A-Z][\w&]*[A-Z][\w&]*)\s*\(\s*(?:the\s)?$")
_UPPER = re.compile(r"^[A-Z][A-Z&]{2,}$")
_MANY_LETTERS = 4


def defined_after(text: str) -> Iterator[str]:
    """The aliases that the words after a full name define: ``" (MPFT) was formed"`` gives ``MPFT``."""
    for form in (_IN_BRACKETS, _IN_WORDS):
        found = form.match(text)
        if found is not None:
            yield found["alias"].strip(" .")


def defined_before(text: str) -> str | None:
    """The alias that the words before a bracketed full name define: ``"MPFT ("`` gives ``MPFT``."""
    found = _BEFORE.search(text)
    return found["alias"] if found else None


def fits(alias: str, name: str) -> bool:
    """Whether the letters or words of an alias come from a name."""
    words = read_words(name)
    letters = re.sub(r"[^a-z]", "", alias.lower())
    if " " not in alias:
        return bool(letters) and spells_in_order(letters, words)
    return all(any(word.startswith(part[:4]) for word in words) for part in read_words(alias))


def spells(letters: str, name: str, wording: Wording) -> bool:
    """Whether letters are the initials of a name: ``MMHSCT``, ``BLT``, ``C&I``, ``NHSGGC``."""
    plain = re.sub(r"[^a-z]", "", letters.lower())
    skippable = wording.small | {"nhs", "foundation", "trust"}
    words = read_words(name)
    if len(plain) == 2 and "&" in letters:
        return tuple(word[0] for word in words[:3]) == (plain[0], "a", plain[1]) and words[1] == "and"
    enough = len(plain) >= 3 or "&" in letters
    return enough and (
        spells_initials(plain, words, skippable=skippable, whole=len(plain) < 3)
        or (
            plain.startswith("nhs")
            and words[0] == "nhs"
            and spells_initials(plain[3:], words[1:], skippable=skippable)
        )
    )


def is_abbreviation(text: str) -> bool:
    """Whether a name is of capitals: ``MPFT``, ``NLaG``, ``C&I``."""
    return " " not in text and sum(letter.isupper() for letter in text) >= 2 and len(text) <= 9


def typo_of(text: str, aliases: Iterable[str]) -> str | None:
    """The one alias that a printed abbreviation slips from: letters swapped, doubled or dropped.

    ``SSTOP`` is ``SSOTP``; another letter is another name, ``NEAS`` is never ``NWAS``.
    """
    if not _UPPER.match(text):
        return None
    close = {alias.upper(): alias for alias in aliases if _slips(text, alias.upper())}
    return next(iter(close.values())) if len(close) == 1 else None


def _slips(text: str, alias: str) -> bool:
    if text == alias or text[0] != alias[0] or max(len(text), len(alias)) < _MANY_LETTERS:
        return False
    swapped = sorted(text) == sorted(alias) and OSA.distance(text, alias) == 1
    longer, shorter = (text, alias) if len(text) > len(alias) else (alias, text)
    doubled = (
        min(len(text), len(alias)) >= _MANY_LETTERS
        and len(longer) == len(shorter) + 1
        and any(
            longer[place] == longer[place - 1] and longer[:place] + longer[place + 1 :] == shorter
            for place in range(1, len(longer))
        )
    )
    return swapped or doubled
