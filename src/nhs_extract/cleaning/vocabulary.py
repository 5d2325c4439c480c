"""The vocabulary of boilerplate: what the pattern files say of a line, a heading, an element."""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from nhs_extract.errors import PatternError
from nhs_extract.patterns import PatternFolder

HEADINGS = "boilerplate_headings"
LINES = "boilerplate_lines"
PROMOTIONS = "boilerplate_promotions"
ELEMENTS = "boilerplate_elements"
FEET = "boilerplate_feet"
MASTHEADS = "boilerplate_mastheads"
LETTERHEADS = "boilerplate_letterheads"
COMMON_NAMES = "boilerplate_common_names"

_OF_BULLETIN = "bulletin"
_LINE_WORDS = 55  # no line of boilerplate is longer
_LINE_CHARACTERS = 500
_PROMOTION_WORDS = 25
_REMEMBERED = 4096  # lines; each is asked about several times, and pages of one site share theirs


class Opens(StrEnum):
    """What a heading of boilerplate opens."""

    RELATED = "related"
    COMMENTS = "comments"
    LABELS = "labels"
    ADVERT = "advert"
    BOX = "box"
    DOUBTFUL = "doubtful"


@dataclass(frozen=True)
class Vocabulary:
    """Compiled patterns of the boilerplate files, with the value that each one gives."""

    headings: tuple[tuple[re.Pattern[str], Opens], ...]
    line: re.Pattern[str]
    promotion: re.Pattern[str]
    foot: re.Pattern[str]
    elements: tuple[re.Pattern[str], ...]
    mastheads: tuple[re.Pattern[str], ...]
    bulletins: tuple[re.Pattern[str], ...]
    letterhead: re.Pattern[str]
    common_names: tuple[re.Pattern[str], ...]

    @classmethod
    def from_patterns(cls, patterns: PatternFolder) -> "Vocabulary":
        """The vocabulary of a pattern folder.

        Raises:
            PatternError: a file is missing.
        """
        return cls(
            headings=tuple(
                (regex, Opens(value or "related")) for regex, value in _compiled(patterns, HEADINGS)
            ),
            line=_any_of(patterns, LINES),
            promotion=_any_of(patterns, PROMOTIONS),
            foot=_any_of(patterns, FEET),
            elements=tuple(regex for regex, _ in _compiled(patterns, ELEMENTS)),
            mastheads=tuple(
                regex for regex, value in _compiled(patterns, MASTHEADS) if value != _OF_BULLETIN
            ),
            bulletins=tuple(
                regex for regex, value in _compiled(patterns, MASTHEADS) if value == _OF_BULLETIN
            ),
            letterhead=_any_of(patterns, LETTERHEADS),
            common_names=tuple(regex for regex, _ in _compiled(patterns, COMMON_NAMES)),
        )

    def heading(self, text: str) -> Opens | None:
        """What kind of boilerplate a heading opens, or None for a heading of the article."""
        if len(text) > 120:
            return None
        return next((value for regex, value in self.headings if regex.search(text)), None)

    def is_junk_line(self, text: str) -> bool:
        """Whether a block is boilerplate wherever it stands."""
        if len(text) > _LINE_CHARACTERS:
            return False
        words = text.count(" ") + 1
        return (words <= _LINE_WORDS and _is_found(self.line, text)) or (
            words <= _PROMOTION_WORDS and _is_found(self.promotion, text)
        )

    def is_labelled_teaser(self, text: str) -> bool:
        """Whether a line is a heading of boilerplate with what it opens: ``Also online: A | B``."""
        label, colon, titles = text.partition(":")
        if not colon or not titles.strip() or len(text) > _LINE_CHARACTERS:
            return False
        opens = self.heading(f"{label}:")
        is_prose = text.endswith(".") and " " not in label.strip()
        return opens is Opens.ADVERT or (opens is Opens.RELATED and not is_prose)

    def is_foot_line(self, text: str) -> bool:
        """Whether a line under the article speaks of the publication, and not of the article's matter."""
        return text.count(" ") < _LINE_WORDS and len(text) <= _LINE_CHARACTERS and _is_found(self.foot, text)

    def is_junk_element(self, names: str) -> bool:
        """Whether the class and id of an element mark it as boilerplate."""
        return any(regex.search(names) for regex in self.elements)

    def is_masthead(self, text: str) -> bool:
        """Whether a line above the headline names the site or the kind of document."""
        return any(regex.search(text) for regex in self.mastheads)

    def is_bulletin(self, text: str) -> bool:
        """Whether a line at the top shows the page to be a bulletin with several items."""
        return any(regex.search(text) for regex in self.bulletins)

    def is_letterhead(self, text: str) -> bool:
        """Whether a line says from whom a letter is, or to whom, or greets them."""
        return _is_found(self.letterhead, text)

    def is_common_name(self, word: str) -> bool:
        """Whether a capitalised word is on every other page about the health service."""
        return any(_is_found(regex, word) for regex in self.common_names)


@lru_cache(_REMEMBERED)
def _is_found(regex: re.Pattern[str], text: str) -> bool:
    return regex.match(text) is not None  # at the start only, as these patterns do: far quicker


def _any_of(patterns: PatternFolder, name: str) -> re.Pattern[str]:
    """One expression for all patterns of a file."""
    return re.compile("|".join(_with_flags(regex) for regex, _ in _compiled(patterns, name)))


def _compiled(patterns: PatternFolder, name: str) -> list[tuple[re.Pattern[str], str | None]]:
    file = patterns.files.get(name)
    if file is None:
        raise PatternError(patterns.path, f"no {name}.toml here; the cleaner needs it")
    return [(file.compiled(pattern), pattern.value) for pattern in file.pattern if pattern.regex is not None]


def _with_flags(regex: re.Pattern[str]) -> str:
    return f"(?i:{regex.pattern})" if regex.flags & re.IGNORECASE else f"(?:{regex.pattern})"
