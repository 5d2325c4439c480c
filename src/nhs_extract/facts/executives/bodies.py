"""Bodies: the organisations that stand in a sentence, or that an expression in it refers to."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from nhs_extract.models import AnnotatedArticle, Entity, Mention, PassageKind, Sentence, Span

_BOTH = re.compile(r"\bboth\b(?=[.,;:)]|$|\s(?:since|until|and|from|in)\b)", re.IGNORECASE)
_POSSESSIVE = re.compile(r"(?:[’']s|(?<=s)[’'])$")
_DESCRIPTION = re.compile(r"\b(?:community|ambulance|mental\shealth|children[’']s|women[’']s|teaching|acute)\b")
_PLACE_HEAD = re.compile(r"\b(?:hospital|service)$")


@dataclass(frozen=True)
class Body:
    """An organisation, or several, that words of a sentence stand for, in places of the sentence."""

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
class Surroundings:
    """The organisations of an article: the one it is about, its named group, and those of each sentence."""

    main: Entity | None
    group: Entity | None
    bodies: tuple[tuple[Body, ...], ...]


def survey(annotated: AnnotatedArticle) -> Surroundings:
    """The organisations of an article, sentence by sentence."""
    survey_ = _Survey(printed=_printed(annotated), outside=_outside(annotated), trusts=_trusts(annotated))
    known: list[tuple[Body, ...]] = []
    for sentence in annotated.sentences:
        known.append(tuple(survey_.resolved(sorted(survey_.read(sentence), key=lambda body: body.start), known)))
    return Surroundings(main=_main(annotated, known), group=_group(known), bodies=tuple(known))


@dataclass(frozen=True)
class _Survey:
    """What is known of an article's organisations before its sentences are read."""

    printed: dict[str, str]
    outside: frozenset[str]
    trusts: tuple[Entity, ...]

    def read(self, sentence: Sentence) -> Iterator[Body]:
        """The bodies of a sentence, references tied as far as they are."""
        names = [m for m in sentence.labelled("ORGANISATION") if m.entities]
        names = [name for name in names if not any(_hides(other, name) for other in sentence.labelled("PERSON"))]
        places = [m for m in sentence.labelled("HEALTH_BODY") if not any(m.overlaps(name) for name in names)]
        for mention in names:
            yield self._body(sentence, mention, tuple(map(self._named, mention.entities)))
        for mention in places:
            yield self._body(sentence, mention, (Entity(name=" ".join(mention.text.split()), kind="commissioner"),))
        references = [m for m in sentence.labelled("REFERENCE") if not any(m.overlaps(o) for o in (*names, *places))]
        for mention in references:
            yield self._body(sentence, mention, tuple(map(self._named, mention.entities)), mention.value or "one")
        for both in _BOTH.finditer(sentence.text):
            span = Span(start=both.start() + sentence.start, end=both.end() + sentence.start)
            if not any(span.overlaps(reference) for reference in references):
                yield Body((), both.start(), both.end(), both.group(), "both")

    def _named(self, entity: Entity) -> Entity:
        """A body that is no trust by the fullest name that the article prints."""
        if entity.is_trust or entity.kind == "group":
            return entity
        return entity.model_copy(update={"name": self.printed.get(entity.name, entity.name)})

    def _body(
        self, sentence: Sentence, mention: Mention, entities: tuple[Entity, ...], value: str | None = None
    ) -> Body:
        inside = tuple(entity for entity in entities if entity.name not in self.outside)
        return Body(
            entities=inside,
            start=mention.start - sentence.start,
            end=mention.end - sentence.start,
            text=mention.text,
            value=value,
            is_outside=bool(entities) and not inside,
        )

    def resolved(self, here: Sequence[Body], known: Sequence[tuple[Body, ...]]) -> Iterator[Body]:
        """The bodies in reading order, with references that are still open tied to those named before."""
        done: list[Body] = []
        for body in here:
            entities = self._tied(body, done, known)
            done.append(replace(body, entities=entities) if entities else body)
        yield from done

    def _tied(self, body: Body, done: Sequence[Body], known: Sequence[tuple[Body, ...]]) -> tuple[Entity, ...]:
        if body.is_outside or body.is_name:
            return ()
        if body.value == "both" and not body.entities:
            return _last_two(done, known)
        if body.value in {"one", "head"}:
            described = _described(body.text, self.trusts)
            if described is not None:
                return (described,)
        if body.value == "head" and not body.entities and not _PLACE_HEAD.search(body.text):
            return _last_commissioner(done, known)
        if body.value == "it" and not done and known:
            return _commissioner_before(known)
        return ()


def _hides(person: Mention, name: Mention) -> bool:
    """Whether a person's name holds what was taken for an organisation's."""
    return person.contains(name) and person.end - person.start > name.end - name.start


def _printed(annotated: AnnotatedArticle) -> dict[str, str]:
    """The longest form in which the article prints each name."""
    longest: dict[str, str] = {}
    for sentence in annotated.sentences:
        for mention in sentence.labelled("ORGANISATION"):
            if mention.entity:
                text = _POSSESSIVE.sub("", " ".join(mention.text.split()))
                if len(text) > len(longest.get(mention.entity.name, "")):
                    longest[mention.entity.name] = text
    return {name: text for name, text in longest.items() if " " in text}


def _outside(annotated: AnnotatedArticle) -> frozenset[str]:
    """The names of bodies that are none of the health service: a union, a competition authority."""
    return frozenset(
        entity.name
        for sentence in annotated.sentences
        for mention in sentence.labelled("ORGANISATION")
        for entity in mention.entities
        if entity.kind == "other" and any(other.overlaps(mention) for other in sentence.labelled("OUTSIDER"))
    )


def _trusts(annotated: AnnotatedArticle) -> tuple[Entity, ...]:
    named = {
        mention.entity.name: mention.entity
        for sentence in annotated.sentences
        for mention in sentence.labelled("ORGANISATION")
        if mention.entity and mention.entity.is_trust
    }
    return tuple(named.values())


def _described(text: str, trusts: Sequence[Entity]) -> Entity | None:
    """The trust that a word tells from the others: ``"the community trust"``."""
    said = _DESCRIPTION.search(text)
    if said is None:
        return None
    fitting = [trust for trust in trusts if said[0].casefold() in trust.name.casefold()]
    return fitting[0] if len(fitting) == 1 and len(trusts) > 1 else None


def _last_two(here: Sequence[Body], known: Sequence[tuple[Body, ...]]) -> tuple[Entity, ...]:
    for named in (tuple(here), *reversed(known[-4:])):
        entities = _distinct(body for body in named if body.value != "us")
        providers = tuple(entity for entity in entities if entity.is_trust or entity.kind in {"icb", "ccg"})
        if len(providers) == 2:
            return providers
    return ()


def _last_commissioner(here: Sequence[Body], known: Sequence[tuple[Body, ...]]) -> tuple[Entity, ...]:
    for named in (tuple(here), *reversed(known)):
        for body in reversed(named):
            if body.is_name and body.entities and not body.entities[0].is_trust:
                return body.entities
    return ()


def _commissioner_before(known: Sequence[tuple[Body, ...]]) -> tuple[Entity, ...]:
    """The commissioner that opens the sentence before, which a register of providers does not know."""
    names = [body for body in known[-1] if body.is_name]
    return names[0].entities if names and names[0].entities and names[0].entities[0].kind == "commissioner" else ()


def _main(annotated: AnnotatedArticle, bodies: Sequence[tuple[Body, ...]]) -> Entity | None:
    """The provider that the article is about: named most often, the headline and the lead counting more."""
    scores: Counter[str] = Counter()
    entities: dict[str, Entity] = {}
    for sentence, named in zip(annotated.sentences, bodies, strict=True):
        weight = 3 if sentence.passage_kind is PassageKind.HEADLINE else 2 if sentence.passage <= 3 else 1
        for body in named:
            if body.is_name and len(body.entities) == 1 and body.entities[0].kind != "other":
                entity = body.entities[0]
                scores[entity.name] += weight if entity.is_trust else 0
                entities.setdefault(entity.name, entity)
    return entities[max(scores, key=lambda name: scores[name])] if scores else None


def _group(bodies: Sequence[tuple[Body, ...]]) -> Entity | None:
    """The named hospital group that the article names most often."""
    counts = Counter(
        entity for named in bodies for body in named if body.is_name for entity in body.entities if entity.kind == "group"
    )
    return counts.most_common(1)[0][0] if counts else None


def _distinct(bodies: Iterable[Body]) -> tuple[Entity, ...]:
    return tuple({entity.name: entity for body in bodies for entity in body.entities}.values())
