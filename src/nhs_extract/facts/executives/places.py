"""Places: where a post is, by the words of its sentence."""

import re

from nhs_extract.facts.executives.bodies import SHORT_FORM, distinct
from nhs_extract.facts.executives.holders import Holding
from nhs_extract.facts.executives.outline import Outline
from nhs_extract.facts.executives.posts import Post
from nhs_extract.models import Entity

_WHERE = re.compile(r",?\s(?:in\s[A-Z]\w+,?\s)?where\s$")
_AS = re.compile(r"(?:\s\([^()]*\))?(?:\s\w+){0,3}?,?\sas\s")
_SHARING = re.compile(r"\b(?:shar(?:e|es|ed|ing)|joint|same|one|single|common)\b")
_WILL = re.compile(r"\bwill\b")
_TO_COME = frozenset({"new", "enlarged"})
_NAMELESS = _TO_COME | {"regulator"}
_BEFORE_POST = 20  # characters


def places_of(outline: Outline, holding: Holding) -> tuple[Entity, ...]:
    """The organisations that the words beside a person and a post name; none where they leave it unsaid."""
    return (
        distinct(holding.own)
        or distinct(holding.post.places)
        or distinct(holding.post.owners)
        or _joined(outline, holding)
        or _where(outline, holding)
    )


def together(outline: Outline, post: Post) -> tuple[Entity, ...]:
    """The bodies that share a post: "The trusts have a joint chair", "A and B have the same chair"."""
    if not _SHARING.search(outline.sentence.text[max(0, post.start - _BEFORE_POST) : post.end]):
        return ()
    bodies = [body for body in outline.bodies if body.end <= post.start and body.entities]
    several = [body for body in bodies if len(body.entities) > 1]
    entities = distinct(several[-1:]) or distinct(b for b in bodies if b.value in {None, SHORT_FORM})
    return entities if len(entities) > 1 else ()


def only_provider(outline: Outline) -> tuple[Entity, ...]:
    """The one provider that a sentence names, if it is one."""
    entities = distinct(body for body in outline.bodies if body.is_name)
    return entities if len(entities) == 1 and entities[0].is_trust else ()


def is_of_group(outline: Outline, holding: Holding) -> bool:
    """Whether a post is at the level of a group: "group chief executive", "lead the group as chair"."""
    post = holding.post
    if any(body.is_name for body in post.bodies):
        return False
    bodies = (*post.bodies, *outline.bodies_in(*sorted(holding.link)))
    return says(outline, post, "group") or any(b.value == "group" and not b.entities for b in bodies)


def is_unnamed(post: Post) -> bool:
    """Whether the post is at a body that has no name here: "the merged trust", "the regulator"."""
    return bool(post.bodies) and all(body.value in _NAMELESS and not body.entities for body in post.bodies)


def is_to_come(outline: Outline, holding: Holding) -> bool:
    """Whether somebody "will remain" in a body that is only to come."""
    to_come = any(body.value in _TO_COME for body in holding.post.places)
    return to_come and _WILL.search(outline.text[slice(*holding.link)]) is not None


def says(outline: Outline, post: Post, *words: str) -> bool:
    """Whether the words of a post hold one of these."""
    said = outline.sentence.text[post.start : post.end].casefold().split()
    return any(word in said for word in words)


def _where(outline: Outline, holding: Holding) -> tuple[Entity, ...]:
    """The body before "where": ``"He came from A, where he was chair"``."""
    for body in outline.bodies:
        between = outline.sentence.text[body.end : holding.person.start]
        if body.end <= holding.person.start and _WHERE.fullmatch(between):
            return body.entities
    return ()


def _joined(outline: Outline, holding: Holding) -> tuple[Entity, ...]:
    """The body before "as": ``"He joined A as chair"``."""
    if holding.rule == "as":
        for body in reversed(outline.bodies_in(*holding.link)):
            if body.entities and _AS.match(outline.text, body.end):
                return body.entities
    return ()
