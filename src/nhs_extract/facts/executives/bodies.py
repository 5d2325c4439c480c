"""Bodies: the organisations that stand in a sentence by name, by a bit of their name, or by a reference."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from nhs_extract.models import Entity, Mention, Sentence, Span

SHORT_FORM = "short form"

_BOTH = re.compile(
    r"\b(?:both|(?:all|the)\s(?:two|three|four|five|six))\b"
    r"(?=[.,;:)]|$|\s(?:since|until|and|from|in|is|was|are|has|have|will|at|as)\b)",
    re.IGNORECASE,
)
_POSSESSIVE = re.compile(r"(?:[’']s|(?<=s)[’'])$")
_CAPITAL = r"[A-Z][\w&-]*(?:[’'](?!s\b)[\w-]+)?"
_CAPITALISED = re.compile(rf"(?:(?<=\b[Ee]x-)|(?<![\w’'&-])){_CAPITAL}(?:\s{_CAPITAL})*(?:[’']s?(?!\w))?")
_JOINED = re.compile(rf"{_CAPITALISED.pattern}(?:\s(?:and|&)\s{_CAPITAL}(?:\s{_CAPITAL})*)+")
_ABBREVIATION = re.compile(r"[A-Z][A-Za-z&]*[A-Z]")
_WORDS = re.compile(r"[\w’']+")
_STATUS_WORDS = frozenset({"The", "NHS", "Foundation", "Trust"})
# First words of so many names that alone they stand for none.
_COMMON_BEGINNING = re.compile(
    r"Royal|University|(?:North|South|East|West)(?:ern)?|Mid|Central|Great|City|County|Hospital"
)
_LEADING = re.compile(r"(?:of|between)\s", re.IGNORECASE)
_PARTNERSHIP = re.compile(r"\b(?:partnership|alliance|collaborative|federation|network)$")


@dataclass(frozen=True)
class Body:
    """An organisation, or several, that words of a sentence stand for, in places of the sentence.

    ``value`` is None for a name, ``SHORT_FORM`` for a bit of one, else the sort of reference.
    """

    entities: tuple[Entity, ...]
    start: int
    end: int
    text: str = ""
    value: str | None = None
    is_outside: bool = False

    @property
    def is_name(self) -> bool:
        """Whether it is named and not referred to."""
        return self.value is None


@dataclass(frozen=True)
class BodyReader:
    """Reads the bodies of sentences.

    ``printed`` is the fullest form in which the article gives each name, ``outside`` are bodies that are none
    of the health service, ``named`` those whose names may be shortened.
    """

    printed: dict[str, str]
    outside: frozenset[str]
    named: tuple[Entity, ...]

    def read(self, sentence: Sentence) -> list[Body]:
        """The bodies of a sentence in reading order, references tied as far as they came."""
        return sorted(self._read(sentence), key=lambda body: body.start)

    def _read(self, sentence: Sentence) -> Iterator[Body]:
        people = list(sentence.labelled("PERSON"))
        names = [
            name
            for name in sentence.labelled("ORGANISATION")
            if name.entities and not any(_hides(person, name) for person in people)
        ]
        places = [m for m in sentence.labelled("HEALTH_BODY") if not any(m.overlaps(name) for name in names)]
        references = [
            m for m in sentence.labelled("REFERENCE") if not any(m.overlaps(o) for o in (*names, *places))
        ]
        for mention in names:
            yield self._body(sentence, mention, mention.entities)
        for mention in places:
            name = " ".join(mention.text.split())
            yield self._body(sentence, mention, (Entity(name=name, kind="commissioner"),))
        for mention in references:
            yield self._body(sentence, mention, mention.entities, mention.value or "one")
        for both in _BOTH.finditer(sentence.text):
            span = Span(start=both.start() + sentence.start, end=both.end() + sentence.start)
            if not any(span.overlaps(reference) for reference in references):
                yield Body((), both.start(), both.end(), both.group(), "both")
        roles = sentence.labelled("ROLE", "TITLE")
        yield from self._short_forms(sentence, [*names, *places, *references, *people, *roles])

    def _short_forms(self, sentence: Sentence, taken: Sequence[Span]) -> Iterator[Body]:
        """Bits of names that stand for a body named elsewhere in full: ``"his counterpart at Poole"``."""
        for found in (*_CAPITALISED.finditer(sentence.text), *_JOINED.finditer(sentence.text)):
            text = _POSSESSIVE.sub("", found.group())
            start = found.start() + sentence.start
            if any(Span(start=start, end=start + len(text)).overlaps(other) for other in taken):
                continue
            for skipped in (0, *(space.end() for space in re.finditer(r"\s", text))):
                fitting = {e.name: e for e in self.named if _fits(text[skipped:], e.name)}
                if len(fitting) == 1:
                    entities = tuple(map(self._as_printed, fitting.values()))
                    first, last = found.start() + skipped, found.start() + len(text)
                    yield Body(entities, first, last, text[skipped:], SHORT_FORM)
                    break

    def _as_printed(self, entity: Entity) -> Entity:
        """A body that is no trust by the fullest name that the article prints."""
        if entity.is_trust or entity.kind == "group":
            return entity
        return entity.model_copy(update={"name": self.printed.get(entity.name, entity.name)})

    def _body(
        self, sentence: Sentence, mention: Mention, entities: Iterable[Entity], value: str | None = None
    ) -> Body:
        known = tuple(map(self._as_printed, entities))
        inside = tuple(entity for entity in known if entity.name not in self.outside)
        leading = _LEADING.match(mention.text)
        skipped = leading.end() if leading and value is not None else 0
        return Body(
            entities=inside,
            start=mention.start - sentence.start + skipped,
            end=mention.end - sentence.start,
            text=mention.text[skipped:],
            value=value,
            is_outside=(bool(known) and not inside) or _is_partnership(mention, inside),
        )


def distinct(bodies: Iterable[Body]) -> tuple[Entity, ...]:
    """The entities of some bodies, each once."""
    return tuple({entity.name: entity for body in bodies for entity in body.entities}.values())


def is_provider(entity: Entity) -> bool:
    """Whether it is a trust or a commissioner that the register knows."""
    return entity.is_trust or entity.kind in {"icb", "ccg"}


def without_possessive(text: str) -> str:
    """A name on one line, without a possessive ending."""
    return _POSSESSIVE.sub("", " ".join(text.split()))


def _is_partnership(mention: Mention, entities: Sequence[Entity]) -> bool:
    """Whether "the partnership" was tied to a body that is none."""
    return (
        mention.label == "REFERENCE"
        and _PARTNERSHIP.search(mention.text) is not None
        and any(entity.is_trust for entity in entities)
    )


def _hides(person: Mention, name: Mention) -> bool:
    """Whether a person's name holds what was taken for an organisation's."""
    return person.contains(name) and person.end - person.start > name.end - name.start


def _fits(text: str, name: str) -> bool:
    """Whether a bit of a name is its beginning, or the first letters of its words."""
    core = [word for word in _WORDS.findall(name) if word not in _STATUS_WORDS]
    if _ABBREVIATION.fullmatch(text):
        letters = "".join(word[0] for word in core).casefold()
        short = re.sub(r"\W", "", text).casefold()
        return len(short) > 1 and short[0] == letters[:1] and _is_subsequence(short, letters)
    if _COMMON_BEGINNING.fullmatch(text):
        return False
    words = [word.casefold() for word in _WORDS.findall(text)]
    return words == [word.casefold() for word in core[: len(words)]]


def _is_subsequence(short: str, letters: str) -> bool:
    rest = iter(letters)
    return all(letter in rest for letter in short)
