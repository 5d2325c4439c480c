"""Blocks: the lines, paragraphs, list items and table rows that a page is made of."""

import re
from dataclasses import dataclass
from enum import StrEnum

LONG = 12  # words; hardly a teaser's headline is as long and ends like a sentence

_SENTENCE_END = re.compile(r"[.!?…:;][\"'”’)\]]*$|[”\"]$")
_SPACE = re.compile(r"[^\S\n]+")


class Role(StrEnum):
    """What the page says that a block is; a plain-text dump says LINE of everything."""

    HEADLINE = "headline"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    ROW = "row"
    CAPTION = "caption"
    LINE = "line"


@dataclass(frozen=True)
class Block:
    """One block of a page.

    ``joined`` blocks stand directly under the one before, with no blank line; ``parted`` ones under a ruled
    line or boilerplate. ``scopes`` are the numbers of the page's elements that a block lies in, outermost
    first; a plain-text dump has none.
    """

    text: str
    role: Role = Role.LINE
    joined: bool = False
    parted: bool = False
    scopes: tuple[int, ...] = ()
    linked: float = 0.0

    @property
    def words(self) -> int:
        """How many words it has."""
        return len(self.text.split())

    @property
    def is_sentence(self) -> bool:
        """Whether it ends as a sentence does."""
        return _SENTENCE_END.search(self.text) is not None

    @property
    def is_body(self) -> bool:
        """Whether it reads like a paragraph: long enough, and ending like a sentence."""
        return self.words >= LONG and self.is_sentence


def fold_space(text: str) -> str:
    """The text with every run of spaces, also the unbreakable, as one space."""
    return _SPACE.sub(" ", text.replace("\u200b", "").replace("\ufeff", "")).strip()


def as_text(blocks: tuple[Block, ...]) -> str:
    """The blocks under one another, a blank line between those that are not joined."""
    text = ""
    for number, block in enumerate(blocks):
        if number:
            text += "\n" if block.joined else "\n\n"
        text += block.text
    return text
