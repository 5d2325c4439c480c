"""Tables: people in the rows, their roles in the head of the column or at the start of the row."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from nhs_extract.facts.executives.bodies import Body
from nhs_extract.facts.executives.holders import Holding
from nhs_extract.facts.executives.outline import Outline, Person
from nhs_extract.facts.executives.posts import Post, posts

_BAR = re.compile(r"\s[|]\s|\t+")


@dataclass
class Table:
    """The head of the table that is being read: None outside a table."""

    head: Outline | None = None
    columns: tuple[tuple[int, int], ...] = ()

    def row(self, outline: Outline, found: Sequence[Post]) -> Iterator[Holding]:
        """The holdings of one line, where it is a row under a head; a head is remembered."""
        cells = _cells(outline.text)
        if len(cells) < 2 or (self.head is not None and len(cells) != len(self.columns)):
            self.head, self.columns = None, ()
            return
        if self.head is None:
            self.head, self.columns = outline, cells
            return
        heads = {number: post for post in posts(self.head) for number in _within(self.columns, post.start)}
        first = next((post for post in found if post.start < cells[0][1]), None)
        for person in outline.persons:
            for number in _within(cells, person.start):
                post = heads.get(number)
                if post is not None and not person.is_pronoun:
                    row_bodies = tuple(body for body in outline.bodies if body.is_name)[:1]
                    yield _holding(person, post, own=row_bodies)
                elif first is not None and number > 0:
                    own = self.head.bodies_in(*self.columns[number])
                    if own:
                        yield _holding(person, first, own=own[:1])


def _cells(text: str) -> tuple[tuple[int, int], ...]:
    """The places of the cells of a line."""
    bars = [bar.span() for bar in _BAR.finditer(text)]
    starts = [0, *(end for _, end in bars)]
    ends = [*(start for start, _ in bars), len(text)]
    return tuple(zip(starts, ends, strict=True)) if bars else ()


def _within(cells: Sequence[tuple[int, int]], place: int) -> Iterator[int]:
    yield from (number for number, (start, end) in enumerate(cells) if start <= place < end)


def _holding(person: Person, post: Post, *, own: tuple[Body, ...]) -> Holding:
    here = replace(post, start=person.start, end=person.start)
    link = (person.end, person.end)
    return Holding(person, here, "table", person.start, person.end, link, own=own)
