"""Lines: a name on one line and a role on the next, as in signatures and in tables cut into lines."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from nhs_extract.facts.executives.outline import Outline, Person
from nhs_extract.facts.executives.posts import Post

_END = re.compile(r"[\s,.:*]*$")
_OPENING = re.compile(r"^[\s*•–-]*$")


@dataclass
class Lines:
    """The last line that was only a name, or only a role."""

    person: Person | None = None
    post: Post | None = None

    def pair(self, outline: Outline, found: Sequence[Post], *, has_holder: bool) -> tuple[Person, Post] | None:
        """The name and the role of this line and the one before, where they stand alone and match."""
        person = _only_person(outline) if not has_holder else None
        post = found[0] if found and not has_holder and _is_only(outline, found[0]) else None
        paired: tuple[Person, Post] | None = None
        if post is not None and self.person is not None:
            paired = (self.person, post)
        elif person is not None and self.post is not None:
            paired = (person, self.post)
        self.person = person if paired is None else None
        self.post = post if paired is None else None
        return paired


def _only_person(outline: Outline) -> Person | None:
    if len(outline.persons) != 1 or outline.persons[0].is_pronoun:
        return None
    person = outline.persons[0]
    alone = _OPENING.match(outline.text[: person.start]) and _END.match(outline.text, person.end)
    return person if alone else None


def _is_only(outline: Outline, post: Post) -> bool:
    return (
        not outline.persons
        and not post.is_elsewhere
        and _OPENING.match(outline.text[: post.start]) is not None
        and _END.match(outline.text, post.end) is not None
    )
