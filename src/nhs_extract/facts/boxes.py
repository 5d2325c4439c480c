"""Boxes: numbers in tables and fact boxes, whose label stands in another cell or line."""

import re
from collections.abc import Iterable, Iterator

from nhs_extract.models import AnnotatedArticle, Mention, Passage, Sentence, Span

COUNT_LABEL = "COUNT_LABEL"

_CUT = re.compile(r"\s?\|\s?")
_PAIR = re.compile(r":\s")
_LONGEST_LABEL = 45
_MOST_ROWS = 12


def box_label(annotated: AnnotatedArticle, sentence: Sentence, number: Mention) -> Mention | None:
    """What the row, the column or the line above says a number is; None outside tables and fact boxes."""
    return next(
        _mentions(annotated, _headings(annotated, sentence, number), {COUNT_LABEL}, wholly=True), None
    )


def box_body(
    annotated: AnnotatedArticle, sentence: Sentence, number: Span, labels: Iterable[str]
) -> Mention | None:
    """The body of the row or column in which a number stands, a mention with one of ``labels``."""
    cells = _cells(annotated, annotated.passages[sentence.passage])
    if len(cells) < 2:
        return None
    return next(
        _mentions(annotated, _headings(annotated, sentence, number), frozenset(labels), wholly=False), None
    )


def _headings(annotated: AnnotatedArticle, sentence: Sentence, number: Span) -> Iterator[Span]:
    """The cells that may say what a number is: the first of its row, those above it, the line beside it."""
    place = sentence.passage
    cells = _cells(annotated, annotated.passages[place])
    column = next((nth for nth, cell in enumerate(cells) if cell.contains(number)), 0)
    if len(cells) == 1:
        yield from _lines_beside(annotated, place)
        return
    if column:
        yield cells[0]
    for passage in reversed(annotated.passages[max(0, place - _MOST_ROWS) : place]):
        above = _cells(annotated, passage)
        # The cell above the row labels is often empty, and an empty cell is not kept.
        missing = len(cells) - len(above)
        if missing in (0, 1) and column >= missing:
            yield above[column - missing]


def _lines_beside(annotated: AnnotatedArticle, place: int) -> Iterator[Span]:
    """The line before a line that is a number, or the one after it where numbers stand above their labels."""
    lines = annotated.passages

    def is_label(nth: int) -> bool:
        return 0 <= nth < len(lines) and any(
            True for _ in _mentions(annotated, [lines[nth]], {COUNT_LABEL}, wholly=True)
        )

    if lines[place].end - lines[place].start > _LONGEST_LABEL:
        return
    follows = (
        is_label(place + 1)
        and not is_label(place - 3)
        and (not is_label(place - 1) or place < 2 or _is_figure(annotated, lines[place - 2]))
    )
    if follows:
        yield lines[place + 1]
    elif is_label(place - 1):
        yield lines[place - 1]


def _is_figure(annotated: AnnotatedArticle, line: Passage) -> bool:
    return annotated.article.text[line.start : line.end].strip()[:1].isdigit()


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
                if cell.contains(mention) and (
                    not wholly or 2 * (mention.end - mention.start) >= cell.end - cell.start
                ):
                    yield mention
