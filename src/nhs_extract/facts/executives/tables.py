"""Tables: people in the rows, their roles in the head of the column or at the start of the row."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from nhs_extract.facts.executives.bodies import Body
from nhs_extract.facts.executives.holders import Holding
from nhs_extract.facts.executives.outline import Outline, Person
from nhs_extract.facts.executives.posts import Post, posts

_BAR = re.compile(r"\s[|]\s|\t+")

Cells = tuple[tuple[int, int], ...]


@dataclass
class Table:
    """The head of the table that is being read, and the organisations that stand over its columns."""

    head: Outline | None = None
    columns: Cells = ()
    bodies: tuple[Body, ...] = ()

    def row(self, outline: Outline, found: Sequence[Post]) -> list[Holding]:
        """The holdings of one line, where it is a row under a head; a head is remembered."""
        cells = _cells(outline.text)
        first = next((post for post in found if cells and post.start < cells[0][1]), None)
        held: list[Holding] = []
        if len(cells) > 1 and first is not None and len(outline.persons) > 1:
            held = list(self._by_row(outline, cells, first))
        elif len(cells) > 1 and len(cells) == len(self.columns):
            held = list(self._by_column(outline, cells))
        if not held:
            self._remember(outline, cells)
        return held

    def _remember(self, outline: Outline, cells: Cells) -> None:
        names = tuple(body for body in outline.bodies if body.is_name or body.value == "short form")
        is_head = len(cells) > 1 and not outline.persons
        self.head, self.columns = (outline, cells) if is_head else (None, ())
        self.bodies = names if not outline.persons else ()

    def _by_row(self, outline: Outline, cells: Cells, post: Post) -> Iterator[Holding]:
        """People beside a role, each under a body: ``"Chair | Amy Gray | Al Green"``."""
        for person in outline.persons:
            for number in _within(cells, person.start):
                if number == 0:
                    continue
                own: tuple[Body, ...] = ()
                if self.head is not None and len(cells) == len(self.columns):
                    own = self.head.bodies_in(*self.columns[number])[:1]
                elif len(self.bodies) == len(cells) - 1:
                    own = (self.bodies[number - 1],)
                yield _holding(person, post, own=own)

    def _by_column(self, outline: Outline, cells: Cells) -> Iterator[Holding]:
        """People under a role, beside a body: ``"MPFT | Amy Gray | Al Green"``."""
        found = list(posts(self.head)) if self.head is not None else []
        heads = {number: post for post in found for number in _within(self.columns, post.start)}
        own = tuple(body for body in outline.bodies if body.is_name)[:1]
        for person in outline.persons:
            for number in _within(cells, person.start):
                if number in heads and not person.is_pronoun:
                    yield _holding(person, heads[number], own=own)


def _cells(text: str) -> Cells:
    """The places of the cells of a line; none in a line without bars."""
    bars = [bar.span() for bar in _BAR.finditer(text)]
    starts = [0, *(end for _, end in bars)]
    ends = [*(start for start, _ in bars), len(text)]
    return tuple(zip(starts, ends, strict=True)) if bars else ()


def _within(cells: Cells, place: int) -> Iterator[int]:
    yield from (number for number, (start, end) in enumerate(cells) if start <= place < end)


def _holding(person: Person, post: Post, *, own: tuple[Body, ...]) -> Holding:
    here = replace(post, start=person.start, end=person.start)
    return Holding(person, here, "table", person.start, person.end, (person.end, person.end), own=own)
