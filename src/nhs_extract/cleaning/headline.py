"""The headline of an article, and where on the page the article begins."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from nhs_extract.cleaning.blocks import Block, Role
from nhs_extract.cleaning.dates import read_date
from nhs_extract.cleaning.headline_shape import (
    SURELY,
    headline_score,
    is_bracketed,
    is_byline,
    is_dateline,
    is_name,
    without_label,
)
from nhs_extract.cleaning.vocabulary import Vocabulary

_LOOKED_AT = 40  # blocks; no page has its headline further down than its menus
_SITE_WORDS = 3
_BODY_COMPARED = 8  # paragraphs that a headline is compared with
_CLOSE = 1.2  # the headline comes before the standfirst, which may resemble the body more
_REPEATS_WITHIN = 12
_LONG_HEADLINE = 20  # words
_REPEATED_WORDS = 4  # fewer are a caption or a name
_ABOVE_MENUS = 1.5  # what stands above menus is mostly the name of the site
_IN_MEMORY = 5
_ITEM_WORDS = 5  # of the heading over an item of a bulletin
_ITEMS = 2

_OF_MEETING = re.compile(r"^(?:draft\s)?(?:minutes|notes?|record|report)\sof\s(?:the|a)\b", re.I)
_BUTTONS = re.compile(
    r"\b(?:print|copy|share|tweet|e-?mail|save|listen|comments?|facebook|whats\s?app)\b", re.I
)
_AFTER_NAME = re.compile(r"\s+[|.·–—-]\s+")
_LETTERS = re.compile(r"[^\w\s]+")


@dataclass(frozen=True)
class Beginning:
    """The headline, None where there is none, and the number of the block at which the article begins."""

    headline: str | None
    start: int


def find_beginning(blocks: Sequence[Block], vocabulary: Vocabulary, titles: Sequence[str]) -> Beginning:
    """Where the article begins. ``titles`` are what the page's metadata calls it, best first."""
    chosen = _by_role(blocks, titles)
    if chosen is None:
        chosen = _by_title(blocks, titles)
    if chosen is None:
        chosen = _by_shape(blocks, vocabulary)
        bulletin = _bulletin_name(blocks, chosen, vocabulary)
        if bulletin is not None:
            return bulletin
    if chosen is not None:
        return Beginning(without_label(blocks[chosen].text), chosen)
    title = titles[0] if titles else None
    return Beginning(title, 0)


def with_headline(blocks: Sequence[Block], headline: str | None) -> tuple[Block, ...]:
    """The blocks with the headline first, and once only."""
    if headline is None:
        return tuple(blocks)
    same = _folded(headline)
    others = [
        block
        for number, block in enumerate(blocks)
        if number >= _REPEATS_WITHIN or _folded(without_label(block.text)) != same
    ]
    if others:
        others[0] = replace(others[0], joined=False)
    return (Block(text=headline, role=Role.HEADLINE), *others)


def masthead_name(head: Sequence[Block], vocabulary: Vocabulary) -> str | None:
    """The name of the paper or site at the very top of a dump, or None where something else stands there."""
    if not head:
        return None
    first = _AFTER_NAME.split(head[0].text)[0]
    is_other = vocabulary.is_junk_line(first) or vocabulary.is_masthead(first) or vocabulary.heading(first)
    if is_other or is_dateline(first) or is_byline(first) or is_bracketed(first):
        return None
    return first if is_name(first) and head[0].words > 1 and first[0].isalpha() else None


def _by_role(blocks: Sequence[Block], titles: Sequence[str]) -> int | None:
    """The page's main heading; of several the one that its metadata names, else the longest."""
    headings = [number for number, block in enumerate(blocks) if block.role is Role.HEADLINE]
    if not headings:
        return None
    known = {_folded(title) for title in titles}
    named = [number for number in headings if _folded(blocks[number].text) in known]
    if named:
        return named[0]
    if all(blocks[number].words <= _SITE_WORDS for number in headings):
        # The site's own name as its main heading, the article's one level below.
        named = [
            number
            for number, block in enumerate(blocks)
            if block.role is Role.HEADING and _folded(block.text) in known and block.words > _SITE_WORDS
        ]
        if named:
            return named[0]
    return max(headings, key=lambda number: (blocks[number].words > 2, -number))


def _by_title(blocks: Sequence[Block], titles: Sequence[str]) -> int | None:
    """The block that says what the metadata says, unless it is only a name: the site's."""
    for title in titles:
        for number, block in enumerate(blocks):
            is_same = _folded(block.text) == _folded(title)
            if is_same and block.words > 2 and block.linked < 0.9 and not is_name(block.text):
                return number
    return None


def _by_shape(blocks: Sequence[Block], vocabulary: Vocabulary) -> int | None:
    """The first line before the body that reads like a headline of that body."""
    body = _first_body(blocks, vocabulary)
    first = _after_menus(blocks[:body], vocabulary)
    if body < len(blocks) and blocks[body].scopes:
        first = _within_column(blocks, first, body)
    said = {stem for block in blocks[body : body + _BODY_COMPARED] for stem in _stems(block.text)}
    texts = [_folded(block.text) for block in blocks[:body]]
    scores: dict[int, float] = {}
    for number in range(min(body, first + _LOOKED_AT)):
        score = headline_score(blocks, number, vocabulary)
        if number < first and score < SURELY:
            score -= _ABOVE_MENUS
        if _is_person_spoken_of(blocks[number].text, blocks[body:], vocabulary):
            score += _IN_MEMORY
        if score > 0:
            stems = _stems(blocks[number].text)
            score += 2 * len(stems & said) / max(3, len(stems))
            score += 3 * (texts.count(texts[number]) > 1 and blocks[number].words >= _REPEATED_WORDS)
            scores[number] = score
    if not scores:
        return None
    bar = max(scores.values()) - _CLOSE
    chosen = next(number for number, score in scores.items() if score >= bar)
    # Minutes are headed by the committee's name, which stands above.
    return (
        chosen - 1 if chosen and blocks[chosen].joined and _OF_MEETING.match(blocks[chosen].text) else chosen
    )


def _is_person_spoken_of(words: str, body: Sequence[Block], vocabulary: Vocabulary) -> bool:
    """Whether a line is the name with which the body begins: the headline of an obituary."""
    return (
        bool(body)
        and is_name(words)
        and body[0].text.startswith(words)
        and not any(vocabulary.is_common_name(word) for word in words.split())
    )


def _bulletin_name(blocks: Sequence[Block], chosen: int | None, vocabulary: Vocabulary) -> Beginning | None:
    """The name of a bulletin, where the headline chosen is only that of the first of its items."""
    body = _first_body(blocks, vocabulary)
    head = [number for number in range(body) if not vocabulary.is_junk_line(blocks[number].text)]
    if not head or vocabulary.is_masthead(blocks[head[0]].text):
        return None
    if chosen == head[0] and read_date(blocks[chosen].text) is None:
        return None
    if chosen not in (None, head[0]) and blocks[chosen].words > _ITEM_WORDS:
        return None
    is_dated = any(read_date(block.text) for block in blocks[head[0] : head[0] + 3])
    is_bulletin = any(vocabulary.is_bulletin(block.text) for block in blocks[:body])
    if not (is_dated and is_bulletin) or _items_after(blocks, body) < _ITEMS:
        return None
    return Beginning(_AFTER_NAME.split(blocks[head[0]].text)[0], head[0])


def _items_after(blocks: Sequence[Block], body: int) -> int:
    """How many short headings stand over paragraphs from the first paragraph on."""
    return sum(
        heading.words <= _ITEM_WORDS and not heading.is_sentence and following.is_sentence
        for heading, following in pairwise(blocks[body:])
    )


def _first_body(blocks: Sequence[Block], vocabulary: Vocabulary) -> int:
    """The number of the first paragraph with another near it; a cookie notice above the article has none."""
    bodies = [
        number
        for number, block in enumerate(blocks)
        if block.is_body and block.linked < 0.5 and not vocabulary.is_junk_line(block.text)
    ]
    if len(bodies) > 1 and _may_be_headline(blocks[bodies[0]]):
        del bodies[0]
    for number, following in pairwise(bodies):
        if following - number <= 2:
            return number
    return bodies[0] if bodies else len(blocks)


def _may_be_headline(block: Block) -> bool:
    """Whether a long line ends in a question or a quotation, as a headline may."""
    if block.words > _LONG_HEADLINE or ". " in block.text:
        return False
    return not block.text.endswith((".", ".”", '."', ":"))


def _stems(text: str) -> frozenset[str]:
    """The beginnings of the longer words: enough to tell ``merge`` in ``merger``."""
    return frozenset(word[:5] for word in _folded(text).split() if len(word) > 3)


def _after_menus(head: Sequence[Block], vocabulary: Vocabulary) -> int:
    """The number of the block after the last menu: what stands above menus is the name of the site."""
    last = 0
    for number, block in enumerate(head):
        if (
            block.words >= 3
            and vocabulary.is_junk_line(block.text)
            and any(mark in block.text for mark in "|>»")
            and not _BUTTONS.search(block.text)
            and not (read_date(block.text) or is_byline(block.text))
        ):
            last = number + 1
    return last


def _within_column(blocks: Sequence[Block], first: int, body: int) -> int:
    """The first block of the column in which the body stands."""
    holding = [
        scope
        for scope in blocks[body].scopes
        if sum(scope in block.scopes and block.is_body for block in blocks) > 2
    ]
    if not holding:
        return first
    return next((number for number in range(first, body) if holding[-1] in blocks[number].scopes), first)


def _folded(text: str) -> str:
    return " ".join(_LETTERS.sub(" ", text.casefold()).split())
