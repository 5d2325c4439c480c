"""Bodies: the organisations that stand in a sentence, or that an expression in it refers to."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from nhs_extract.facts.executives.authors import publisher
from nhs_extract.models import AnnotatedArticle, Entity, Mention, PassageKind, Sentence, Span

SHORT_FORM = "short form"

_BOTH = re.compile(
    r"\b(?:both|(?:all|the)\s(?:two|three|four|five|six))\b(?=[.,;:)]|$|\s(?:since|until|and|from|in|is|was|are|has|have|will|at|as)\b)",
    re.IGNORECASE,
)
_POSSESSIVE = re.compile(r"(?:[’']s|(?<=s)[’'])$")
_DESCRIPTION = re.compile(r"\b(?:community|ambulance|mental\shealth|children[’']s|women[’']s|teaching|acute)\b")
_CAPITALISED = re.compile(r"(?:(?<=\b[Ee]x-)|(?<![\w’'&-]))[A-Z][\w’'&-]*(?:\s[A-Z][\w’'-]*)*")
_JOINED = re.compile(rf"{_CAPITALISED.pattern}(?:\s(?:and|&)\s[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*)*)+")
_ABBREVIATION = re.compile(r"[A-Z][A-Za-z&]*[A-Z]")
_WORDS = re.compile(r"[\w’']+")
_STATUS_WORDS = frozenset({"The", "NHS", "Foundation", "Trust"})
_LEADING = re.compile(r"(?:of|between)\s", re.IGNORECASE)
_OLD = re.compile(r"\b(?:old|former|predecessor|founding|original|previous)\b")
_SEVERAL = frozenset({"both", "2", "3", "several", "they"})
_NUMBERS = {
    2: re.compile(r"\b(?:both|two|pair|duo)\b", re.IGNORECASE),
    3: re.compile(r"\b(?:three|trio)\b", re.IGNORECASE),
    4: re.compile(r"\bfour\b", re.IGNORECASE),
    5: re.compile(r"\bfive\b", re.IGNORECASE),
    6: re.compile(r"\bsix\b", re.IGNORECASE),
}
_RESULT_WEIGHT = 4
_NOT_YET = re.compile(r"\b(?:will|would|to|could|may|might|should|plan\w*|propos\w+|if|when|due)\b", re.IGNORECASE)
_TO_RESULT = re.compile(r"(?:(?:on|from|at|in|last|this)\s\w+|today|yesterday)?[:,]?\s?(?:the\s)?")
_PARTNERSHIP = re.compile(r"\b(?:partnership|alliance|collaborative|federation|network)$")
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
    england: Entity | None
    parties: tuple[Entity, ...]
    bodies: tuple[tuple[Body, ...], ...]


def survey(annotated: AnnotatedArticle, us: Entity | None = None) -> Surroundings:
    """The organisations of an article, sentence by sentence; ``us`` says "we" in it, where that is known."""
    us = us or publisher(annotated)
    results = _results(annotated)
    survey_ = _Survey(
        printed=_printed(annotated),
        outside=_outside(annotated),
        named=_named(annotated),
        results=tuple(results),
        main=_main(annotated, results),
        us=us,
    )
    known: list[tuple[Body, ...]] = []
    for sentence in annotated.sentences:
        known.append(tuple(survey_.resolved(sorted(survey_.read(sentence), key=lambda body: body.start), known)))
    return Surroundings(
        main=us or survey_.main,
        group=_group(known),
        england=_england(known),
        parties=_parties(known, survey_.results),
        bodies=tuple(known),
    )


@dataclass(frozen=True)
class _Survey:
    """What is known of an article's organisations before its sentences are read."""

    printed: dict[str, str]
    outside: frozenset[str]
    named: Counter[Entity]
    results: tuple[Entity, ...]
    main: Entity | None
    us: Entity | None

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
        taken = [*names, *places, *references, *sentence.labelled("PERSON", "ROLE", "TITLE")]
        yield from self._short_forms(sentence, taken)

    def _short_forms(self, sentence: Sentence, taken: Sequence[Mention]) -> Iterator[Body]:
        """Bits of names that stand for a body named elsewhere in full: ``"his counterpart at Poole"``."""
        for found in (*_CAPITALISED.finditer(sentence.text), *_JOINED.finditer(sentence.text)):
            text = _POSSESSIVE.sub("", found.group())
            span = Span(start=found.start() + sentence.start, end=found.start() + sentence.start + len(text))
            if any(span.overlaps(other) for other in taken):
                continue
            for space in (0, *(space.end() for space in re.finditer(r"\s", text))):
                fitting = {entity.name: entity for entity in self.named if _fits(text[space:], entity.name)}
                if len(fitting) == 1:
                    entities = tuple(map(self._named, fitting.values()))
                    start = found.start() + space
                    yield Body(entities, start, found.start() + len(text), text[space:], SHORT_FORM)
                    break

    def _named(self, entity: Entity) -> Entity:
        """A body that is no trust by the fullest name that the article prints."""
        if entity.is_trust or entity.kind == "group":
            return entity
        return entity.model_copy(update={"name": self.printed.get(entity.name, entity.name)})

    def _body(
        self, sentence: Sentence, mention: Mention, entities: tuple[Entity, ...], value: str | None = None
    ) -> Body:
        inside = tuple(entity for entity in entities if entity.name not in self.outside)
        leading = _LEADING.match(mention.text)
        skipped = leading.end() if leading and value is not None else 0
        return Body(
            entities=inside,
            start=mention.start - sentence.start + skipped,
            end=mention.end - sentence.start,
            text=mention.text[skipped:],
            value=value,
            is_outside=bool(entities) and not inside or _is_partnership(mention, inside),
        )

    def resolved(self, here: Sequence[Body], known: Sequence[tuple[Body, ...]]) -> Iterator[Body]:
        """The bodies in reading order, with references that are still open tied to those named before."""
        done: list[Body] = []
        for body in here:
            entities = self._tied(body, done, known)
            done.append(replace(body, entities=entities) if entities else body)
        yield from done

    def _tied(self, body: Body, done: Sequence[Body], known: Sequence[tuple[Body, ...]]) -> tuple[Entity, ...]:
        if body.is_outside or body.is_name or body.value == SHORT_FORM:
            return ()
        if body.value == "us" and self.us:
            return (self.us,)
        if body.value == "they" and self._is_theirs(body):
            return self._theirs(done, known)
        if body.value in _SEVERAL:
            return self._several(body, done, known)
        if body.value in {"one", "head"}:
            described = _described(body.text, self.named)
            if described is not None:
                return (described,)
        if body.value in {"one", "head", "it"} and self._is_passing(body, done, known):
            return (self.main,) if self.main else ()
        if body.value == "head" and not body.entities and _PLACE_HEAD.search(body.text) and self.main:
            return (self.main,)
        if body.value == "it" and (owner := next((b.entities for b in done if len(b.entities) == 1), None)):
            return owner
        if body.value == "head" and not body.entities and not _PLACE_HEAD.search(body.text):
            return _last_commissioner(done, known)
        if body.value == "it" and not done and known:
            return _commissioner_before(known)
        return ()


    def _is_theirs(self, body: Body) -> bool:
        """Whether "their" is what we say of somebody else."""
        return self.us is not None and body.text.casefold() == "their"

    def _theirs(self, done: Sequence[Body], known: Sequence[tuple[Body, ...]]) -> tuple[Entity, ...]:
        """The other body, named last before "their"."""
        for named in (tuple(done), *reversed(known[-3:])):
            for body in reversed(named):
                others = tuple(e for e in body.entities if self.us is None or e.name != self.us.name)
                if body.is_name and len(others) == 1:
                    return others
        return ()

    def _several(
        self, body: Body, done: Sequence[Body], known: Sequence[tuple[Body, ...]]
    ) -> tuple[Entity, ...]:
        """The bodies that "both trusts" or "the four" stand for: as many as it says, named together or so far."""
        number = next((n for n, words in _NUMBERS.items() if words.search(body.text)), 0)
        besides = {e.name for e in self.results} | ({self.main.name} if self.main and _OLD.search(body.text) else set())
        given = tuple(entity for entity in body.entities if entity.name not in besides)
        if body.entities and len(given) == max(number, 2):
            return given
        so_far: dict[str, Entity] = {}
        for named in (tuple(done), *reversed(known)):
            here = _distinct(b for b in named if b.value not in {"us", SHORT_FORM, *_SEVERAL})
            fitting = {e.name: e for e in here if _is_provider(e) and e.name not in besides}
            if len(fitting) == number or (not number and len(fitting) > 1):
                return tuple(fitting.values())
            if len(fitting) > number == 2:
                return tuple(fitting.values())[:2]
            so_far = {**fitting, **so_far}
        if body.value == "they":
            return ()
        most = [entity for entity, _ in self.named.most_common() if _is_provider(entity) and entity.name not in besides]
        if len(so_far) == number or (not number and 1 < len(so_far) < 5):
            return tuple(so_far.values())
        return tuple(most[:number]) if number and len(most) >= number else given

    def _is_passing(self, body: Body, done: Sequence[Body], known: Sequence[tuple[Body, ...]]) -> bool:
        """Whether a reference was tied to a body that the article names but once, some sentences ago."""
        if len(body.entities) != 1 or self.main is None or body.entities[0].name == self.main.name:
            return False
        entity = body.entities[0]
        near = [near.entities for named in (tuple(done), *known[-2:]) for near in named if near.is_name]
        count = sum(times for other, times in self.named.items() if other.name == entity.name)
        return count == 1 and self.main.kind == entity.kind and not any(entity in entities for entities in near)


def _is_provider(entity: Entity) -> bool:
    return entity.is_trust or entity.kind in {"icb", "ccg"}


def _results(annotated: AnnotatedArticle) -> dict[Entity, bool]:
    """The bodies that come out of an arrangement ("to form A"), and whether they have done so."""
    found: dict[Entity, bool] = {}
    for sentence in annotated.sentences:
        cues = list(sentence.labelled("RESULT_CUE"))
        for mention in sentence.labelled("ORGANISATION"):
            for cue in cues:
                forward = cue.end <= mention.start and _TO_RESULT.fullmatch(sentence.between(cue, mention))
                if mention.entity and (forward if cue.value == "forward" else cue.start == mention.end):
                    done = _NOT_YET.search(sentence.before(cue)[-30:] + cue.text) is None
                    found[mention.entity] = found.get(mention.entity, False) or done
    return found


def _is_partnership(mention: Mention, entities: Sequence[Entity]) -> bool:
    """Whether "the partnership" was tied to a body that is none."""
    return mention.label == "REFERENCE" and _PARTNERSHIP.search(mention.text) is not None and any(
        entity.is_trust for entity in entities
    )


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


def _named(annotated: AnnotatedArticle) -> Counter[Entity]:
    """How often each body is named in the article."""
    counts: Counter[Entity] = Counter()
    firsts: dict[str, Entity] = {}
    for sentence in annotated.sentences:
        for mention in sentence.labelled("ORGANISATION"):
            if mention.entity and mention.entity.kind not in {"other", "group"}:
                counts[firsts.setdefault(mention.entity.name, mention.entity)] += 1
    return counts


def _fits(text: str, name: str) -> bool:
    """Whether a bit of a name is its beginning, or the first letters of its words."""
    core = [word for word in _WORDS.findall(name) if word not in _STATUS_WORDS]
    if _ABBREVIATION.fullmatch(text):
        letters = "".join(word[0] for word in core).casefold()
        short = re.sub(r"\W", "", text).casefold()
        return len(short) > 1 and short[0] == letters[:1] and _is_subsequence(short, letters)
    words = _WORDS.findall(text)
    return len(words) <= len(core) and [w.casefold() for w in words] == [w.casefold() for w in core[: len(words)]]


def _is_subsequence(short: str, letters: str) -> bool:
    rest = iter(letters)
    return all(letter in rest for letter in short)


def _described(text: str, named: Iterable[Entity]) -> Entity | None:
    """The trust that a word tells from the others: ``"the community trust"``."""
    said = _DESCRIPTION.search(text)
    if said is None:
        return None
    trusts = [entity for entity in named if entity.is_trust]
    fitting = [trust for trust in trusts if said[0].casefold() in trust.name.casefold()]
    return fitting[0] if len(fitting) == 1 and len(trusts) > 1 else None


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


def _main(annotated: AnnotatedArticle, results: Mapping[Entity, bool]) -> Entity | None:
    """The provider that the article is about: named most often, the headline and the lead counting more.

    A body that has come out of others counts more than they do.
    """
    scores: Counter[str] = Counter({entity.name: _RESULT_WEIGHT for entity, done in results.items() if done})
    entities: dict[str, Entity] = {}
    for sentence in annotated.sentences:
        weight = 3 if sentence.passage_kind is PassageKind.HEADLINE else 2 if sentence.passage <= 3 else 1
        for mention in sentence.labelled("ORGANISATION"):
            if mention.entity and mention.entity.is_trust:
                scores[mention.entity.name] += weight
                entities.setdefault(mention.entity.name, mention.entity)
    scores = Counter({name: score for name, score in scores.items() if name in entities})
    return entities[max(scores, key=lambda name: scores[name])] if scores else None


def _group(bodies: Sequence[tuple[Body, ...]]) -> Entity | None:
    """The named hospital group that the article names most often."""
    counts = Counter(
        entity for named in bodies for body in named if body.is_name for entity in body.entities if entity.kind == "group"
    )
    return counts.most_common(1)[0][0] if counts else None


def _parties(bodies: Sequence[tuple[Body, ...]], results: Sequence[Entity]) -> tuple[Entity, ...]:
    """The providers of the first sentence that names several, without what comes of them."""
    besides = {entity.name for entity in results}
    for named in bodies:
        together = _distinct(body for body in named if body.is_name)
        providers = tuple(entity for entity in together if entity.is_trust and entity.name not in besides)
        if len(providers) > 1:
            return providers
    return ()


def _england(bodies: Sequence[tuple[Body, ...]]) -> Entity | None:
    """NHS England, where the article names it."""
    return next((e for named in bodies for body in named for e in body.entities if e.name == "NHS England"), None)


def _distinct(bodies: Iterable[Body]) -> tuple[Entity, ...]:
    return tuple({entity.name: entity for body in bodies for entity in body.entities}.values())
