"""Folding: two spellings of one name become the same words."""

import re
import unicodedata

_STRAIGHT = str.maketrans({"‘": "'", "’": "'", "ʼ": "'", "“": '"', "”": '"', "\u00ad": None})
_PUNCTUATION = re.compile(r"[^\w\s]")
_ARTICLE = re.compile(r"^the\s+")


def flat(text: str) -> str:
    """The text with straight quotes and single spaces: ``"“We’re\\n here”"`` is ``'"We're here"'``."""
    return " ".join(text.translate(_STRAIGHT).split())


def fold_name(name: str) -> str:
    """The name of an organisation, a place or a person without what spellings differ in.

    ``"The Queen’s & St. Luke’s-Trust"`` is ``"queens and st lukes trust"``. Accents, case, punctuation and
    hyphens do not count.
    """
    letters = unicodedata.normalize("NFKD", name.translate(_STRAIGHT))
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter)).casefold()
    spaced = re.sub(r"[-‐‑‒–—/]", " ", plain.replace("&", " and "))
    return _ARTICLE.sub("", " ".join(_PUNCTUATION.sub("", spaced).split()))
