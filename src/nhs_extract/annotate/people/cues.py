"""Cues: what tells that a capitalised name is a person's."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from nhs_extract.models import Mention, Span


@dataclass(frozen=True)
class Cues:
    """What tells that a capitalised name is a person's, for a whole article.

    ``verbs`` are those that take people with posts as their subject. ``recognised`` is where the model sees a
    person; ``organisations`` are strong names, ``spellings`` every other name that the register spells.
    """

    titles: Sequence[Mention]
    roles: Sequence[Mention]
    verbs: Sequence[Mention]
    speech: Sequence[Mention]
    pronouns: Sequence[Mention]
    post_nominals: Sequence[Mention]
    recognised: Sequence[Span]
    organisations: Sequence[Mention]
    spellings: Sequence[Mention]
    not_people: Collection[str]
    particles: Collection[str]
    function_words: Collection[str]
