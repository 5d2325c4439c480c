"""The headline of an article, and where on the page the article begins."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from nhs_extract.cleaning.blocks import Block, Role
from nhs_extract.cleaning.dates import read_date
from nhs_extract.cleaning.vocabulary import Vocabulary

_LOOKED_AT = 40  # blocks; no page has its headline further down than its menus
_SITE_WORDS = 3
_BODY_COMPARED = 8  # paragraphs that a headline is compared with
_CLOSE = 1.2  # the headline comes before the standfirst, which may resemble the body more
_REPEATS_WITHIN = 12

_BYLINE = re.compile(r"^(?:by|words(?:\sby)?|posted\sby|reporter|author)\b", re.I)
_BRACKETED = re.compile(r"^[\[(]|^(?:photo|image|picture)?\s?captions?\b|^(?:photo|image|picture)\s?:", re.I)
_AUTHOR = re.compile(r"\b[Bb]y:?\s+(?:[A-Z]|staff|our)")
_OF_MEETING = re.compile(r"^(?:draft\s)?(?:minutes|notes?|record|report)\sof\s(?:the|a)\b", re.I)
_SUBJECT = re.compile(r"^(?:subject|headline|title)\s?:\s\S", re.I)
_IN_NAMES = frozenset(["and", "of", "the", "for", "in", "on", "to"])
_ADDRESS = re.compile(r"\bwww\.|https?://|@|\.(?:com|co\.uk|org|net|example)\b", re.I)
_DATE_WORDS = re.compile(
    r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*|[ap]m|gmt|bst"
    r"|at|on|of|first|last|page|(?:re)?published|updated|posted|issued|date|dated|issue|saved|no|vol|edition)\b",
    re.I,
)
_AFTER_NAME = re.compile(r"\s+[|–-]\s+")
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
    if chosen is not None:
        return Beginning(blocks[chosen].text, chosen)
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
        if number >= _REPEATS_WITHIN or _folded(block.text) != same
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
    if is_other or _is_dateline(first) or _BYLINE.match(first) or _BRACKETED.match(first):
        return None
    return first if _is_name(first) and head[0].words > 1 and first[0].isalpha() else None


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
    """The block that says what the metadata says."""
    for title in titles:
        for number, block in enumerate(blocks):
            if _folded(block.text) == _folded(title) and block.words > 2 and block.linked < 0.9:
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
    for number in range(first, min(body, first + _LOOKED_AT)):
        score = _score(blocks, number, vocabulary)
        if score > 0:
            stems = _stems(blocks[number].text)
            score += 2 * len(stems & said) / max(3, len(stems))
            score += 3 * (texts.count(texts[number]) > 1)
            scores[number] = score
    if not scores:
        return None
    bar = max(scores.values()) - _CLOSE
    chosen = next(number for number, score in scores.items() if score >= bar)
    # Minutes are headed by the committee's name, which stands above.
    return (
        chosen - 1 if chosen and blocks[chosen].joined and _OF_MEETING.match(blocks[chosen].text) else chosen
    )


def _first_body(blocks: Sequence[Block], vocabulary: Vocabulary) -> int:
    """The number of the first paragraph with another near it; a cookie notice above the article has none."""
    bodies = [
        number
        for number, block in enumerate(blocks)
        if block.is_body and block.linked < 0.5 and not vocabulary.is_junk_line(block.text)
    ]
    for number, following in pairwise(bodies):
        if following - number <= 2:
            return number
    return bodies[0] if bodies else len(blocks)


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
            and not (read_date(block.text) or _BYLINE.match(block.text))
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


def _score(blocks: Sequence[Block], number: int, vocabulary: Vocabulary) -> float:
    """How much a line looks like a headline by itself and by its neighbours; 0 or less for none."""
    block = blocks[number]
    words = block.text
    if _SUBJECT.match(words):
        return 6
    if (
        vocabulary.is_junk_line(words)
        or vocabulary.heading(words)
        or _BYLINE.match(words)
        or _BRACKETED.match(words)
        or _ADDRESS.search(words)
        or _is_dateline(words)
        or block.words < 2
        or block.words > 35
    ):
        return -9
    following = blocks[number + 1] if number + 1 < len(blocks) else None
    preceding = blocks[number - 1] if number else None
    stands_alone = not block.joined and not (following is not None and following.joined)
    score = 2.0 if block.words >= 5 else 1.0 if block.words >= 3 else 0.5
    score += 1 if stands_alone else 0
    if any(other is not None and _is_beside_headline(other.text) for other in (following, preceding)):
        score += 0.5
    if number <= 1 and not stands_alone and not _is_beside_headline(blocks[1].text):
        score -= 1.5  # a masthead with its motto
    if _is_name(words):
        score -= 1.5
    if words.endswith(".") or vocabulary.is_masthead(words):
        score -= 1.5
    return score


def _is_name(words: str) -> bool:
    """Whether a line is a name and says nothing: ``Enfield Observer & Gazette``."""
    if words.isupper():
        return len(words.split()) <= 4
    return len(words.split()) <= 9 and all(
        word[0].isupper() or not word[0].isalpha() or word in _IN_NAMES for word in words.split()
    )


def _is_beside_headline(words: str) -> bool:
    return _is_dateline(words) or _BYLINE.match(words) is not None


def _is_dateline(words: str) -> bool:
    """Whether a line says when, and hardly anything else."""
    if read_date(words) is None:
        return False
    if _AUTHOR.search(words):
        return True
    return len([word for word in _DATE_WORDS.sub(" ", words).split() if word[0].isalpha()]) < 2


def _folded(text: str) -> str:
    return " ".join(_LETTERS.sub(" ", text.casefold()).split())
