"""Wording: the words of a name, and which of them count."""

import re
import tomllib
import unicodedata
from functools import cached_property, lru_cache
from pathlib import Path

from pydantic import ValidationError

from nhs_extract.errors import RegisterError
from nhs_extract.models import Value

Words = tuple[str, ...]

_LETTERS = str.maketrans(
    {"‘": "", "’": "", "'": "", "ʼ": "", "`": "", ",": " ", ".": "", "&": " and ", '"': "", "“": "", "”": ""}
)
_BREAKS = re.compile(r"[^\w&+]+")
# How writers shorten the words of every name, anywhere or at its end.
_SPELLED_OUT = {"saint": ("st",), "univ": ("university",)}
_SPELLED_OUT_LAST = {
    "ft": ("foundation", "trust"),
    "icb": ("integrated", "care", "board"),
    "ccg": ("clinical", "commissioning", "group"),
    "uhb": ("university", "health", "board"),
    "mhpt": ("mental", "health", "partnership", "trust"),
}


class Tail(Value):
    """Endings of names that show one kind of organisation."""

    kind: str
    ends: tuple[str, ...]


class ContextWords(Value):
    """Words around a name that tell an organisation from a place."""

    posts: tuple[str, ...]
    people: tuple[str, ...]
    acts: tuple[str, ...]
    verbs: tuple[str, ...]
    dealings: tuple[str, ...]
    company: tuple[str, ...]
    sure_posts: tuple[str, ...]
    sure_acts: tuple[str, ...]
    sure_dealings: tuple[str, ...]
    unnamed: tuple[str, ...]
    roles: tuple[str, ...]
    places: tuple[str, ...]
    places_before: tuple[str, ...]
    serving: tuple[str, ...]
    titles: tuple[str, ...]
    kinds: tuple[str, ...]
    departments: tuple[str, ...]


class Wording(Value):
    """The word lists of the register."""

    weak: frozenset[str]
    small: frozenset[str]
    common: frozenset[str]
    faint: frozenset[str]
    other_bodies: frozenset[str]
    goes_on: frozenset[str]
    stated: frozenset[str]
    organisation_ends: frozenset[str]
    compass: frozenset[str]
    body_ends: frozenset[str]
    rulers: frozenset[str]
    nations: frozenset[str]
    buildings: frozenset[str]
    health_words: frozenset[str]
    shortened: dict[str, str]
    tail: tuple[Tail, ...]
    context: ContextWords

    @classmethod
    def load(cls, path: Path) -> "Wording":
        """Read the word lists.

        Raises:
            RegisterError: the file is missing, not TOML, or not of the expected form.
        """
        try:
            return cls.model_validate(tomllib.loads(path.read_text("utf-8")))
        except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, ValidationError) as error:
            raise RegisterError(path, f"not readable: {error}".splitlines()[0]) from error

    @cached_property
    def compass_stems(self) -> frozenset[str]:
        """The points of the compass and regions as they stand in a core."""
        return frozenset(stem(word) for word in self.compass)

    def in_full(self, words: Words) -> Words:
        """The words with those that writers cut short spelled out: ``royal berks`` is ``royal berkshire``."""
        full: list[str] = []
        for word in words:
            pair = " ".join((*full[-1:], word))
            if pair in self.shortened:
                full[-1:] = self.shortened[pair].split()
            else:
                full.extend(self.shortened.get(word, word).split())
        return tuple(full)

    @cached_property
    def _tails(self) -> dict[str, list[tuple[str, Words]]]:
        """The tails by their last word."""
        tails: dict[str, list[tuple[str, Words]]] = {}
        for tail in self.tail:
            for end in tail.ends:
                tails.setdefault(end.split()[-1], []).append((tail.kind, tuple(end.split())))
        return tails

    def strong(self, words: Words) -> frozenset[str]:
        """The words that tell an organisation from others, plurals as singulars."""
        return frozenset(stem(word) for word in words if word not in self.weak)

    def core(self, words: Words) -> Words:
        """The words without NHS, Foundation, Trust and small words."""
        return tuple(stem(word) for word in words if word not in _STATUS and word not in self.small)

    def is_telling(self, words: Words) -> bool:
        """Whether a name has a word of its own: not Community Health or Royal Hospital."""
        return bool(self.strong(words) - self.common)

    def says_kind(self, words: Words) -> bool:
        """Whether a name says what it is: a trust, a board, NHS with a place."""
        return words[-1] in self.stated or (words[0] == "nhs" and len(words) > 1)

    def is_other_body(self, words: Words) -> bool:
        """Whether the last word makes another kind of body of a name: Oxford University, Dudley Council."""
        if words[0] in self.other_bodies and words[1:2] == ("of",):
            return self.kind_of(words) is None
        return words[-1] in self.other_bodies and not self.health_words & set(words[:-1])

    def kind_of(self, words: Words) -> str | None:
        """The kind of organisation that the last words of a name show, or None."""
        for kind, end in self._tails.get(words[-1], ()):
            if words[-len(end) :] == end and len(words) > len(end):
                if kind in ("group", "nhs_trust") and not self.health_words & set(words):
                    return "other" if kind == "nhs_trust" else "group"
                return kind
        return None


_STATUS = frozenset({"nhs", "foundation", "trust"})


@lru_cache(maxsize=20_000)
def read_words(name: str) -> Words:
    """The words of a name in one spelling: ``"The Dudley Group FT"`` is ``dudley group foundation trust``.

    Case, apostrophes, hyphens, "&", "St.", "FT" and a leading "The" do not count.
    """
    text = unicodedata.normalize("NFKD", name.strip()).translate(_LETTERS).lower()
    text = "".join(letter for letter in text if not unicodedata.combining(letter))
    words = [word for word in _BREAKS.split(text) if word]
    joined: list[str] = []
    for word in words[:-1]:
        joined.extend(_SPELLED_OUT.get(word, (word,)))
    for word in words[-1:]:
        joined.extend(_SPELLED_OUT_LAST.get(word, (word,)) if joined else (word,))
    joined = " ".join(joined).replace("health care", "healthcare").split()
    if len(joined) > 1 and joined[0] == "the":
        joined = joined[1:]
    return tuple(joined)


def stem(word: str) -> str:
    """A word without the s of plural or possessive: ``hospitals`` is ``hospital``."""
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


def spells_initials(letters: str, words: Words, *, skippable: frozenset[str], whole: bool = True) -> bool:
    """Whether ``letters`` are the first letters of ``words`` in order; ``skippable`` words may be left out.

    Not ``whole``: the letters may end before the words do.
    """
    if not letters:
        return not whole or all(word in skippable for word in words)
    if not words:
        return False
    if words[0][0] == letters[0] and spells_initials(
        letters[1:], words[1:], skippable=skippable, whole=whole
    ):
        return True
    return words[0] in skippable and spells_initials(letters, words[1:], skippable=skippable, whole=whole)


def spells_in_order(letters: str, words: Words) -> bool:
    """Whether ``letters`` stand in ``words`` in order, from the first letter of a word near the start.

    ``"tenyas"`` in Tees East and North Yorkshire Ambulance Service, ``"shropcom"`` in Shropshire Community.
    """
    if not letters or not words:
        return False
    for first in range(min(3, len(words))):
        if words[first][0] != letters[0]:
            continue
        rest = iter("".join(words[first:]))
        if all(letter in rest for letter in letters):
            return True
    return False
