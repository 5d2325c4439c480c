"""Boxes: numbers in tables and fact boxes, whose label stands in another cell or line."""

import re
from collections.abc import Iterable, Iterator

from nhs_extract.models import AnnotatedArticle, Mention, Passage, Sentence, Span

COUNT_LABEL = "COUNT_LABEL"

_CUT = re.compile(r"\s?\|\s?")
_PAIR = re.compile(r":\s")
_LONGEST_LABEL = 45


def box_label(annotated: AnnotatedArticle, sentence: Sentence, number: Mention) -> Mention | None:
    """What the row, the column or the line above says a number is; None outside tables and fact boxes."""
    return next(_mentions(annotated, _headings(annotated, sentence, number), {COUNT_LABEL}, wholly=True), None)


def box_body(annotated: AnnotatedArticle, sentence: Sentence, number: Span, labels: Iterable[str]) -> Mention | None:
    """The body of the row or column in which a number stands, a mention with one of ``labels``."""
    cells = _cells(annotated, annotated.passages[sentence.passage])
    if len(cells) < 2:
        return None
    return next(_mentions(annotated, _headings(annotated, sentence, number), frozenset(labels), wholly=False), None)


def _headings(annotated: AnnotatedArticle, sentence: Sentence, number: Span) -> Iterator[Span]:
    """The cells that may say what a number is: the first of its row, those above it, the line before it."""
    cells = _cells(annotated, annotated.passages[sentence.passage])
    column = next((place for place, cell in enumerate(cells) if cell.contains(number)), 0)
    if column:
        yield cells[0]
    for passage in reversed(annotated.passages[max(0, sentence.passage - 12) : sentence.passage]):
        above = _cells(annotated, passage)
        if len(cells) == 1:
            if len(above) == 1 and passage.end - passage.start <= _LONGEST_LABEL:
                yield above[0]
            return
        place = column - (len(cells) - len(above))
        if 0 <= place < len(above) and len(cells) - len(above) in (0, 1):
            yield above[place]


def _cells(annotated: AnnotatedArticle, passage: Passage) -> list[Span]:
    """``"Staff | 3,000"`` and ``"Staff: 3,000"`` are two cells, a sentence is one."""
    text = annotated.article.text[passage.start : passage.end]
    cut = _CUT if "|" in text else _PAIR if len(text) <= 2 * _LONGEST_LABEL else None
    cuts = list(cut.finditer(text)) if cut else []
    starts = [0, *(found.end() for found in cuts)]
    ends = [*(found.start() for found in cuts), len(text)]
    return [
        Span(start=passage.start + start, end=passage.start + max(start, end))
        for start, end in zip(starts, ends, strict=True)
    ]


def _mentions(
    annotated: AnnotatedArticle, cells: Iterable[Span], labels: Iterable[str], *, wholly: bool
) -> Iterator[Mention]:
    """The mentions in the cells; ``wholly`` leaves out those that are only a part of the cell's words."""
    wanted = tuple(labels)
    for cell in cells:
        for sentence in annotated.sentences:
            if not sentence.overlaps(cell):
                continue
            for mention in sentence.labelled(*wanted):
                if cell.contains(mention) and (not wholly or 2 * (mention.end - mention.start) >= cell.end - cell.start):
                    yield mention
