"""References: expressions such as "both trusts", "its" and "the board", as far as posts need them tied again.

Linking has tied them by what it knew of single sentences; here the whole article tells who says "we", what
came out of a merger, and which bodies are named so rarely that a later "the board" will not be theirs.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from nhs_extract.facts.executives.bodies import SHORT_FORM, Body, distinct, is_provider
from nhs_extract.models import Entity

Named = tuple[Body, ...]

_DESCRIPTION = re.compile(
    r"\b(?:community|ambulance|mental\shealth|children[’']s|women[’']s|teaching|acute)\b"
)
_OLD = re.compile(r"\b(?:old|former|predecessor|founding|original|previous)\b")
_PLACE_HEAD = re.compile(r"\b(?:hospital|service)$")
_SEVERAL = frozenset({"both", "2", "3", "several", "they"})
_NUMBERS = {
    2: re.compile(r"\b(?:both|two|pair|duo)\b", re.IGNORECASE),
    3: re.compile(r"\b(?:three|trio)\b", re.IGNORECASE),
    4: re.compile(r"\bfour\b", re.IGNORECASE),
    5: re.compile(r"\bfive\b", re.IGNORECASE),
    6: re.compile(r"\bsix\b", re.IGNORECASE),
}
_MOST_TOGETHER = 4


@dataclass(frozen=True)
class Resolver:
    """What an article tells of its organisations, by which references are tied.

    ``named`` counts names, ``results`` are what comes out of an arrangement, ``us`` is who says "we".
    """

    named: Counter[Entity]
    results: tuple[Entity, ...]
    main: Entity | None
    us: Entity | None

    def resolved(self, here: Sequence[Body], known: Sequence[Named]) -> Named:
        """The bodies of a sentence, its references tied by those before it, ``known``."""
        done: list[Body] = []
        for body in here:
            entities = self._tied(body, done, known)
            done.append(replace(body, entities=entities) if entities else body)
        return tuple(done)

    def _tied(self, body: Body, done: Sequence[Body], known: Sequence[Named]) -> tuple[Entity, ...]:
        if body.is_outside or body.is_name or body.value == SHORT_FORM:
            return ()
        if body.value == "us":
            return (self.us,) if self.us else ()
        if body.value == "they" and self.us and body.text.casefold() == "their":
            return self._theirs(done, known)
        if body.value in _SEVERAL:
            return self._several(body, done, known)
        return self._single(body, done, known)

    def _single(self, body: Body, done: Sequence[Body], known: Sequence[Named]) -> tuple[Entity, ...]:
        main = (self.main,) if self.main else ()
        if body.value in {"one", "head"} and (described := self._described(body.text)):
            return (described,)
        if body.value in {"one", "head", "it"} and self._is_passing(body, done, known):
            return main
        if body.value == "head" and not body.entities:
            return main if _PLACE_HEAD.search(body.text) else _last_commissioner(done, known)
        if body.value == "it":
            owner = next((other.entities for other in done if len(other.entities) == 1), ())
            return owner or (_commissioner_before(known) if not done and known else ())
        return ()

    def _theirs(self, done: Sequence[Body], known: Sequence[Named]) -> tuple[Entity, ...]:
        """The other body, named last before "their"."""
        for named in (tuple(done), *reversed(known[-3:])):
            for body in reversed(named):
                others = tuple(e for e in body.entities if self.us is None or e.name != self.us.name)
                if body.is_name and len(others) == 1:
                    return others
        return ()

    def _several(self, body: Body, done: Sequence[Body], known: Sequence[Named]) -> tuple[Entity, ...]:
        """The bodies that "both trusts" or "the four" stand for: as many as it says, together or so far."""
        number = next((n for n, words in _NUMBERS.items() if words.search(body.text)), 0)
        besides = {entity.name for entity in self.results}
        if self.main and _OLD.search(body.text):
            besides.add(self.main.name)
        given = tuple(entity for entity in body.entities if entity.name not in besides)
        if len(given) == max(number, 2):
            return given
        so_far: dict[str, Entity] = {}
        for named in (tuple(done), *reversed(known)):
            here = distinct(b for b in named if b.value not in {"us", SHORT_FORM, *_SEVERAL})
            fitting = {e.name: e for e in here if is_provider(e) and e.name not in besides}
            if len(fitting) == number or (not number and len(fitting) > 1):
                return tuple(fitting.values())
            if len(fitting) > number == 2:
                return tuple(fitting.values())[:2]
            so_far = {**fitting, **so_far}
        if body.value == "they":
            return ()
        if len(so_far) == number or (not number and 1 < len(so_far) <= _MOST_TOGETHER):
            return tuple(so_far.values())
        most = [e for e, _ in self.named.most_common() if is_provider(e) and e.name not in besides]
        return tuple(most[:number]) if number and len(most) >= number else given

    def _described(self, text: str) -> Entity | None:
        """The trust that a word tells from the others: ``"the community trust"``."""
        said = _DESCRIPTION.search(text)
        trusts = [entity for entity in self.named if entity.is_trust]
        if said is None or len(trusts) < 2:
            return None
        fitting = [trust for trust in trusts if said[0].casefold() in trust.name.casefold()]
        return fitting[0] if len(fitting) == 1 else None

    def _is_passing(self, body: Body, done: Sequence[Body], known: Sequence[Named]) -> bool:
        """Whether a reference was tied to a body that the article names but once, some sentences ago."""
        if len(body.entities) != 1 or self.main is None:
            return False
        entity = body.entities[0]
        count = sum(times for other, times in self.named.items() if other.name == entity.name)
        near = [near.entities for named in (tuple(done), *known[-2:]) for near in named if near.is_name]
        is_rare = count == 1 and entity.name != self.main.name and entity.kind == self.main.kind
        return is_rare and not any(entity in entities for entities in near)


def _last_commissioner(here: Sequence[Body], known: Sequence[Named]) -> tuple[Entity, ...]:
    """The body named last that is no provider, for "the authority" and "the board"."""
    for named in (tuple(here), *reversed(known)):
        for body in reversed(named):
            if body.is_name and body.entities and not body.entities[0].is_trust:
                return body.entities
    return ()


def _commissioner_before(known: Sequence[Named]) -> tuple[Entity, ...]:
    """The commissioner that opens the sentence before, which a register of providers does not know."""
    names: Iterable[Body] = (body for body in known[-1] if body.is_name and body.entities)
    first = next(iter(names), None)
    return first.entities if first and first.entities[0].kind == "commissioner" else ()
