"""Ellipses: posts of which the words are spared, as the sentence has just said them for somebody else.

``"Amy Gray is chair of A and Al Green of B"``, ``"A's chair, Amy Gray, and B's, Al Green"``,
``"A is chaired by Amy Gray and B by Al Green"``.
"""

import re
from collections.abc import Iterator, Sequence

from nhs_extract.facts.executives.holders import Holding
from nhs_extract.facts.executives.outline import BODY, OFFICE, PERSON, Outline
from nhs_extract.facts.executives.posts import Post
from nhs_extract.facts.executives.verbs import Leading

_JOINT = r"(?:,\s|;\s|–\s|(?:,\s)?\b(?:and|while|but|with)\s)"
_BODY = rf"(?:the\s)?(?P<body>{BODY}++)"
_WHO = rf"(?P<who>{PERSON}++)"
_OF_POST = tuple(
    re.compile(expression)
    for expression in (
        rf"{_JOINT}(?:by\s)?{_WHO},?\s(?:of|at|from|for)\s{_BODY}(?![’'])",
        rf"{_JOINT}(?:the\s)?(?P<body>{BODY}++)[’']s?,\s{_WHO}",
        rf"{_JOINT}(?:that|{OFFICE}+)\s(?:of|at)\s{_BODY},?\s(?:is\s)?{_WHO}",
    )
)
_OF_LEADING = re.compile(rf"{_JOINT}{_BODY}\s(?:is\s)?by\s{_WHO}")
_LEADING_TO = re.compile(rf"{_JOINT}{_WHO}\s{_BODY}(?=[.,;]|$)")


def elliptic_holdings(outline: Outline, tied: Sequence[Holding]) -> Iterator[Holding]:
    """The holdings of people without a post of their own, who share that of the person before them."""
    taken = {holding.person.name for holding in tied}
    for expression in _OF_POST:
        for found in expression.finditer(outline.text):
            person = next((p for p in outline.persons if p.start == found.start("who")), None)
            known = [
                h for h in tied if _is_before(h.post, found.start()) and h.post.places + h.post.owners + h.own
            ]
            if person is None or person.name in taken or not known:
                continue
            own = outline.bodies_in(*found.span("body"))
            first = known[-1]
            link = (person.end, person.end)
            if own:
                taken.add(person.name)
                yield Holding(person, first.post, "ellipsis", person.start, found.end(), link, own=own)


def elliptic_leadings(outline: Outline, known: Sequence[Leading]) -> Iterator[Leading]:
    """The leadings of people whose verb was said for the person before them."""
    names = {leading.person.name for leading in known}
    for expression in (_OF_LEADING, _LEADING_TO):
        for found in expression.finditer(outline.text):
            person = next((p for p in outline.persons if p.start == found.start("who")), None)
            before = [leading for leading in known if leading.end <= found.start() + 1]
            bodies = outline.bodies_in(*found.span("body"))
            if person is not None and person.name not in names and before and bodies:
                verb, status = before[-1].verb, before[-1].status
                yield Leading(person, verb, bodies, status, found.start("who"), found.end("who"))


def _is_before(post: Post, place: int) -> bool:
    return post.start < place and not post.is_plural and not post.is_outside
