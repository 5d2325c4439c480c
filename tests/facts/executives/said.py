"""What the executives of a marked-up article come to, in short forms for the tests."""

import re
from datetime import date
from functools import cache

from nhs_extract.facts.executives import assemble
from nhs_extract.models import AnnotatedArticle
from tests.markup import annotated, with_patterns

A, B, C = "Ashdown NHS Trust", "Bexmoor NHS Foundation Trust", "Castlegate NHS Trust"

_FILES = (
    "roles",
    "executive_bodies",
    "executive_links",
    "executive_modifiers",
    "executive_outsiders",
    "executive_posts",
    "executive_status",
    "executive_verbs",
)
_PEOPLE = ("Amy Gray", "Al Green", "Bo Brown", "Cy White")
_TRUSTS = {"Ashdown": A, "Bexmoor": B, "Castlegate": C}
_HEAD = "[Ashdown](ORGANISATION@{A}) and [Bexmoor](ORGANISATION@{B}) are neighbours.\n"
_INTRODUCTION = _HEAD.format(A=A, B=B)


def said(text: str, *, introduction: str = _INTRODUCTION) -> set[tuple[str, str, str, str]]:
    """Person, role, first letter of the trust and status of each fact of a text.

    The names Amy Gray, Al Green, Bo Brown and Cy White are people, Ashdown, Bexmoor and Castlegate trusts;
    all else is marked up. ``{she}`` is a pronoun that stands for Amy Gray.
    """
    facts = assemble(_article(introduction + _marked(text)))
    return {
        (f.person, f.role, f.organisation.name[0] if f.organisation else "-", f.status.value) for f in facts
    }


@cache
def _article(marked: str) -> AnnotatedArticle:
    return with_patterns(annotated(marked, published=date(2020, 6, 1)), *_FILES)


def _marked(text: str) -> str:
    """The text with people and trusts marked, where they are not marked already."""
    people = "|".join(_PEOPLE)
    text = re.sub(r"\{(\w+)\}", r"[\1](PERSON/people.pronoun=Amy Gray)", text)
    text = re.sub(rf"(?<![\[=])\b({people})\b(?!\])", r"[\1](PERSON=\1)", text)
    for short, name in _TRUSTS.items():
        text = re.sub(rf"(?<![\[@])\b{short}\b(?! NHS|\])", f"[{short}](ORGANISATION@{name})", text)
    return text
