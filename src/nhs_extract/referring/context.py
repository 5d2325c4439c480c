"""Context: what an article has named up to a sentence."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from nhs_extract.models import Entity, Mention, PassageKind, Sentence

ORGANISATION = "ORGANISATION"
REFERENCE = "REFERENCE"

_ENDED = re.compile(r"[.!?:;…][”’\"')]*$")
_LINE = 14


@dataclass(frozen=True)
class Named:
    """The bodies of one sentence, and its passage."""

    entities: tuple[Entity, ...]
    passage: int

    @property
    def trusts(self) -> tuple[Entity, ...]:
        """Those that provide care."""
        return tuple(entity for entity in self.entities if entity.is_trust)


@dataclass
class Context:
    """What has been named so far: the newest last.

    ``main`` is the provider that the article is about, ``body`` the NHS body of any kind,
    ``publisher`` the one that says "we". ``is_dominated``: at least half of all names are of ``main``.
    ``ruling``: the trust that the heading above names.
    """

    main: Entity | None
    body: Entity | None
    publisher: Entity | None
    parties: tuple[Entity, ...]
    result: Entity | None
    acquirer: Entity | None
    seen: list[Named] = field(default_factory=list)
    heads: dict[str, Entity] = field(default_factory=dict)
    just_formed: Entity | None = None
    is_dominated: bool = False
    ruling: Entity | None = None
    passage: int = 0

    def enter(self, sentence: Sentence) -> None:
        """Begin a sentence. A line that is no full sentence and names one trust rules those under it."""
        self.passage = sentence.passage
        length = len(sentence.text.split())
        if _ENDED.search(sentence.text) or sentence.passage_kind is PassageKind.HEADLINE or length > _LINE:
            return
        trusts = trusts_of(list(sentence.labelled(ORGANISATION)))
        self.ruling = trusts[0] if len(trusts) == 1 else None

    def name(self, entities: tuple[Entity, ...]) -> None:
        """Add the bodies of the sentence."""
        self.seen.append(Named(entities, self.passage))


def distinct(mentions: Iterable[Mention]) -> tuple[Entity, ...]:
    """The bodies of some mentions, each once."""
    return tuple({entity.name: entity for mention in mentions for entity in mention.entities}.values())


def trusts_of(mentions: Sequence[Mention]) -> tuple[Entity, ...]:
    """The providers of some mentions, each once."""
    return tuple(entity for entity in distinct(mentions) if entity.is_trust)
