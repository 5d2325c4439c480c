"""Lines: a name on one line and its role on another, as in signatures, fact boxes and lists under a role."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from nhs_extract.facts.executives.holders import Holding, own_body
from nhs_extract.facts.executives.outline import Outline, Person
from nhs_extract.facts.executives.posts import Post

_END = re.compile(r"[\s,.:*]*$")
# A list sign, a bullet, a label such as "Name:".
_OPENING = re.compile(r"^[\s*•–-]*(?:[A-Z][a-z]+(?:\s[a-z]+)?:\s)?$")
_INTRODUCES = re.compile(r":\s*$")


@dataclass
class Lines:
    """What the last line leaves open: it was only a name, only a role, or the head of a list of people."""

    person: Person | None = None
    post: Post | None = None
    head: Post | None = None
    passage: int = -1

    def pair(self, outline: Outline, found: Sequence[Post], *, has_holder: bool) -> Iterator[Holding]:
        """The name of this line with the role of one before it, or the other way round."""
        person = None if has_holder else _only_person(outline)
        post = None if has_holder else _only_post(outline, found)
        listed = None if has_holder or found else _first_person(outline)
        is_next = outline.sentence.passage == self.passage + 1
        if post is not None and self.person is not None and is_next:
            link = (post.start, post.start)
            yield Holding(self.person, post, "line", post.start, post.end, link)
            person = post = None
        elif listed is not None and self.head is not None and is_next:
            link = (listed.end, listed.end)
            own = own_body(outline, listed)
            yield Holding(listed, self.head, "line", listed.start, listed.end, link, own=own)
            person = None
        self._remember(outline, found, person, post, keeps=listed is not None and is_next)

    def _remember(
        self,
        outline: Outline,
        found: Sequence[Post],
        person: Person | None,
        post: Post | None,
        *,
        keeps: bool,
    ) -> None:
        self.person, self.post = person, post
        opens_list = len(found) == 1 and not outline.persons and _INTRODUCES.search(outline.text)
        if opens_list and found[0].is_plural:
            self.head = found[0]
        elif post is not None:
            self.head = post
        elif not (keeps and self.head is not None and self.head.is_plural):
            self.head = None
        self.passage = outline.sentence.passage


def _first_person(outline: Outline) -> Person | None:
    """The person with whom a line begins."""
    person = outline.persons[0] if outline.persons else None
    if person is None or person.is_pronoun or not _OPENING.match(outline.text[: person.start]):
        return None
    return person


def _only_person(outline: Outline) -> Person | None:
    person = _first_person(outline)
    return person if person and len(outline.persons) == 1 and _END.match(outline.text, person.end) else None


def _only_post(outline: Outline, found: Sequence[Post]) -> Post | None:
    if len(found) != 1 or outline.persons or found[0].is_elsewhere:
        return None
    post = found[0]
    alone = _OPENING.match(outline.text[: post.start]) and _END.match(outline.text, post.end)
    return post if alone else None
