"""How much a line looks like a headline, by itself and by its neighbours."""

import re
from collections.abc import Sequence

from nhs_extract.cleaning.blocks import Block
from nhs_extract.cleaning.dates import read_date
from nhs_extract.cleaning.vocabulary import Vocabulary

SURELY = 6.0  # the score of a line that says that it is the subject
_LONGEST = 35  # words

_BYLINE = re.compile(r"^(?:by|words(?:\sby)?|posted\sby|reporter|author)\b", re.I)
_BRACKETED = re.compile(r"^[\[(]|^(?:photo|image|picture)?\s?captions?\b|^(?:photo|image|picture)\s?:", re.I)
_AUTHOR = re.compile(r"\b[Bb]y:?\s+(?:[A-Z]|staff|our)")
_SUBJECT = re.compile(r"^(?:subject|headline|title|thread|topic|re)\s?:\s(?=\S)", re.I)
_SENTENCES = re.compile(r"[a-z\d][.!]\s[A-Z].*\.$")
_IN_NAMES = frozenset(["and", "of", "the", "for", "in", "on", "to"])
_ADDRESS = re.compile(r"\bwww\.|https?://|@|\.(?:com|co\.uk|org|net|example)\b", re.I)
_DATE_WORDS = re.compile(
    r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*|[ap]m|gmt|bst"
    r"|at|on|of|first|last|page|(?:re)?published|updated|posted|issued|date|dated|issue|saved|no|vol|edition)\b",
    re.I,
)


def headline_score(blocks: Sequence[Block], number: int, vocabulary: Vocabulary) -> float:
    """How much a line looks like a headline by itself and by its neighbours; 0 or less for none."""
    block = blocks[number]
    words = block.text
    if without_label(words) != words:
        return SURELY
    if (
        vocabulary.is_junk_line(words)
        or vocabulary.heading(words)
        or _BYLINE.match(words)
        or _BRACKETED.match(words)
        or _ADDRESS.search(words)
        or vocabulary.is_letterhead(words)
        or is_dateline(words)
        or block.words < 2
        or block.words > _LONGEST
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
    if is_name(words):
        score -= 1.5
    if words.endswith(".") or vocabulary.is_masthead(words):
        score -= 2.5
    if _SENTENCES.search(words):
        score -= 1
    return score


def without_label(words: str) -> str:
    """A headline without the word that says that it is one: ``"Subject: Our merger"`` is ``"Our merger"``."""
    return _SUBJECT.sub("", words)


def is_byline(words: str) -> bool:
    """Whether a line says who wrote the article."""
    return _BYLINE.match(words) is not None


def is_bracketed(words: str) -> bool:
    """Whether a line is a caption or a remark in brackets."""
    return _BRACKETED.match(words) is not None


def is_name(words: str) -> bool:
    """Whether a line is a name and says nothing: ``Enfield Observer & Gazette``."""
    if words.isupper():
        return len(words.split()) <= 4
    return len(words.split()) <= 9 and all(
        word[0].isupper() or not word[0].isalpha() or word in _IN_NAMES for word in words.split()
    )


def _is_beside_headline(words: str) -> bool:
    return is_dateline(words) or _BYLINE.match(words) is not None


def is_dateline(words: str) -> bool:
    """Whether a line says when, and hardly anything else."""
    if read_date(words) is None:
        return False
    if _AUTHOR.search(words):
        return True
    return len([word for word in _DATE_WORDS.sub(" ", words).split() if word[0].isalpha()]) < 2
