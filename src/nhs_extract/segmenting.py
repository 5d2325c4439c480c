"""Segmenting: from an article to its passages."""

import re

from nhs_extract.models import Article, Passage, PassageKind

_SUBHEAD_WORDS = 12  # at most
_STANDFIRST_WORDS = range(5, 41)

_BULLET = re.compile(r"(?:[-*•·▪◦‣–]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])\s")
_CAPTION = re.compile(
    r"\[?\(?(?:(?:photo|image|picture)?\s?caption|photos?|images?|pictures?|pictured|gallery|above|left|right)\s?:",
    re.I,
)
_NOTES = re.compile(r"\W*(?:notes?\s(?:to|for)\s(?:the\s)?editors?|editors?['’]?\snotes?)\W*$", re.I)
_ENDED = re.compile(r"[.!?…][\"'”’)\]]*$|[”\"]$")


def segment(article: Article) -> tuple[Passage, ...]:
    """The passages of an article: one for each line of its text."""
    passages: list[Passage] = []
    in_notes = False
    start = 0
    for line in article.text.split("\n"):
        text = line.strip()
        if text:
            begin = start + line.index(text)
            kind = _kind(text, passages, article.title, in_notes=in_notes)
            passages.append(Passage(start=begin, end=begin + len(text), kind=kind))
            in_notes = in_notes or _NOTES.match(text) is not None
        start += len(line) + 1
    return tuple(passages)


def _kind(text: str, before: list[Passage], title: str | None, *, in_notes: bool) -> PassageKind:
    if not before and title is not None and text == title:
        return PassageKind.HEADLINE
    if in_notes:
        return PassageKind.NOTE
    if _CAPTION.match(text):
        return PassageKind.CAPTION
    if _BULLET.match(text):
        return PassageKind.BULLET
    ended = _ENDED.search(text) is not None
    words = len(text.split())
    under_headline = len(before) == 1 and before[0].kind is PassageKind.HEADLINE
    if under_headline and words in _STANDFIRST_WORDS and not ended:
        return PassageKind.STANDFIRST
    if words <= _SUBHEAD_WORDS and not ended and not text.endswith((":", ",", ";")):
        return PassageKind.SUBHEAD
    return PassageKind.PARAGRAPH
