"""Passages cut into sentences."""

import re
from collections.abc import Iterator, Sequence

from nhs_extract.models import Passage, Sentence

_END = re.compile(r"""[.!?…]["”’')\]]*(?=\s+["“‘'(\[•–-]*[A-Z0-9À-Þ£])|[.!?]["”’]+(?=\s+[A-Za-z])|\n+""")
_LAST_WORD = re.compile(r"[\w.&]+$")


def sentences(text: str, passages: Sequence[Passage], abbreviations: frozenset[str]) -> Iterator[Sentence]:
    """The sentences of each passage; none crosses a passage or a line."""
    for number, passage in enumerate(passages):
        start = passage.start
        for end in [*_ends(text, passage, abbreviations), passage.end]:
            words = text[start:end]
            left = start + len(words) - len(words.lstrip())
            right = start + len(words.rstrip())
            if right > left:
                yield Sentence(
                    start=left, end=right, text=text[left:right], passage=number, passage_kind=passage.kind
                )
            start = end


def _ends(text: str, passage: Passage, abbreviations: frozenset[str]) -> Iterator[int]:
    for stop in _END.finditer(text, passage.start, passage.end):
        if stop.group()[0] == "." and _is_abbreviation(text[passage.start : stop.start()], abbreviations):
            continue
        # A quotation that ends in mid-sentence: “Will it work?” she asked.
        if stop.group()[0] != "\n" and text[stop.end() :].lstrip()[:1].islower():
            continue
        yield stop.end()


def _is_abbreviation(before: str, abbreviations: frozenset[str]) -> bool:
    word = _LAST_WORD.search(before)
    if word is None:
        return False
    bare = word[0].lower()
    is_initial = len(bare) == 1 and word[0].isupper() and bare not in {"i"}
    return bare in abbreviations or is_initial
