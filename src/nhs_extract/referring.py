"""Refer: expressions such as "both trusts", "its" and "the new trust" are tied to organisations.

A pure step after linking. Where an expression could stand for several bodies, recency within the paragraph
decides, then the article's main body; where nothing fits, the mention keeps no entities.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain

from nhs_extract.models import AnnotatedArticle, Entity, Mention, PassageKind, Sentence

ORGANISATION = "ORGANISATION"
REFERENCE = "REFERENCE"
RESULT_CUE = "RESULT_CUE"


@dataclass
class _Context:
    """What has been named so far: the newest last."""

    main: Entity | None
    parties: tuple[Entity, ...]
    result: Entity | None
    seen: list[tuple[Entity, ...]] = field(default_factory=list)
    heads: dict[str, Entity] = field(default_factory=dict)
    just_formed: Entity | None = None


_Resolver = Callable[[Mention, Sequence[Mention], _Context], tuple[Entity, ...]]


def refer(annotated: AnnotatedArticle) -> AnnotatedArticle:
    """The article with REFERENCE mentions tied to the organisations they stand for, where that is clear."""
    context = _Context(
        main=main_organisation(annotated), parties=_parties(annotated), result=_result(annotated)
    )
    sentences = []
    for sentence in annotated.sentences:
        sentences.append(_referred(sentence, context))
        named = _named(sentences[-1])
        if named:
            context.seen.append(named)
            context.just_formed = next(_coming_out([sentence]), None)
    return annotated.model_copy(update={"sentences": tuple(sentences)})


def main_organisation(annotated: AnnotatedArticle) -> Entity | None:
    """The provider that the article is about: named most often, the headline and the lead counting more."""
    scores: Counter[Entity] = Counter()
    firsts: dict[str, Entity] = {}
    for sentence in annotated.sentences:
        weight = 3 if sentence.passage_kind is PassageKind.HEADLINE else 2 if sentence.passage <= 3 else 1
        for mention in sentence.labelled(ORGANISATION):
            if mention.entity and mention.entity.is_trust:
                scores[firsts.setdefault(mention.entity.name, mention.entity)] += weight
    return max(scores, key=lambda entity: scores[entity]) if scores else None


def _referred(sentence: Sentence, context: _Context) -> Sentence:
    done: list[Mention] = []
    names = list(sentence.labelled(ORGANISATION))
    for mention in sentence.mentions:
        if mention.label == REFERENCE and any(name.overlaps(mention) for name in names):
            continue
        if mention.label == REFERENCE:
            here = [m for m in done if m.label in (ORGANISATION, REFERENCE) and m.entities]
            entities = _in_apposition(sentence, mention, here) or _RESOLVERS[mention.value or "one"](
                mention, here, context
            )
            head = mention.group("head")
            if head is not None and entities:
                context.heads[head.text.casefold()] = entities[0]
            mention = mention.model_copy(update={"entities": entities})
        done.append(mention)
    return sentence.model_copy(update={"mentions": tuple(done)})


def _in_apposition(sentence: Sentence, mention: Mention, here: Sequence[Mention]) -> tuple[Entity, ...]:
    """The body named just before: ``"A, the strategic health authority"``."""
    if here and mention.value in {"one", "head", "regulator"} and sentence.between(here[-1], mention) == ", ":
        return here[-1].entities
    return ()


def _one(_: Mention, here: Sequence[Mention], context: _Context) -> tuple[Entity, ...]:
    for mention in reversed(here):
        if mention.entity and mention.entity.is_trust:
            return (mention.entity,)
    for named in reversed(context.seen[-3:]):
        trusts = [entity for entity in named if entity.is_trust]
        if len(trusts) == 1:
            return (trusts[0],)
        if context.main and context.main.name in {trust.name for trust in trusts}:
            break
    return (context.main,) if context.main else ()


def _it(_: Mention, here: Sequence[Mention], context: _Context) -> tuple[Entity, ...]:
    singles = [mention.entity for mention in here if mention.entity]
    if singles:
        return (singles[0],)
    if context.seen:
        return (context.just_formed or context.seen[-1][0],)
    return (context.main,) if context.main else ()


def _together(number: int) -> _Resolver:
    def resolve(_: Mention, here: Sequence[Mention], context: _Context) -> tuple[Entity, ...]:
        for named in [_distinct(here), *reversed(context.seen)]:
            result = context.result.name if context.result else None
            trusts = [entity for entity in named if entity.is_trust and entity.name != result]
            if len(trusts) == number or (number == 0 and len(trusts) >= 2):
                return tuple(trusts)
        return context.parties if not number or len(context.parties) == number else ()

    return resolve


def _they(_: Mention, here: Sequence[Mention], context: _Context) -> tuple[Entity, ...]:
    for named in [_distinct(here), *reversed(context.seen[-1:])]:
        trusts = [entity for entity in named if entity.is_trust]
        if len(trusts) >= 2:
            return tuple(trusts)
        if trusts:
            return ()
    return ()


def _new(_: Mention, _here: Sequence[Mention], context: _Context) -> tuple[Entity, ...]:
    return (context.result,) if context.result else ()


def _enlarged(_: Mention, _here: Sequence[Mention], context: _Context) -> tuple[Entity, ...]:
    body = context.result or context.main
    return (body,) if body else ()


def _us(_: Mention, _here: Sequence[Mention], context: _Context) -> tuple[Entity, ...]:
    return (context.main,) if context.main else ()


def _of_kind(fits: Callable[[Entity, Mention], bool]) -> _Resolver:
    def resolve(mention: Mention, here: Sequence[Mention], context: _Context) -> tuple[Entity, ...]:
        near = [_distinct(here)[::-1], *(named[::-1] for named in reversed(context.seen[-2:]))]
        main = [(context.main,)] if context.main else []
        far = [named[::-1] for named in reversed(context.seen[:-2])]
        for entity in chain.from_iterable([*near, *main, *far]):
            if fits(entity, mention):
                return (entity,)
        return ()

    return resolve


def _head(mention: Mention, here: Sequence[Mention], context: _Context) -> tuple[Entity, ...]:
    head = mention.group("head")
    known = context.heads.get(head.text.casefold()) if head else None
    return (known,) if known else _of_kind(_has_head)(mention, here, context)


def _has_head(entity: Entity, mention: Mention) -> bool:
    head = mention.group("head")
    if head is None:
        return False
    word = head.text.casefold()
    return word in _HEADS.get(entity.kind, ()) or entity.name.casefold().endswith(word)


_HEADS = {
    "icb": ("icb", "board"),
    "ccg": ("ccg",),
    "welsh_health_board": ("board",),
    "scottish_board": ("board",),
}

_RESOLVERS = {
    "one": _one,
    "it": _it,
    "2": _together(2),
    "3": _together(3),
    "several": _together(0),
    "they": _they,
    "new": _new,
    "enlarged": _enlarged,
    "us": _us,
    "head": _head,
    "regulator": _of_kind(lambda entity, _: entity.kind == "other"),
    "group": _of_kind(lambda entity, _: entity.kind == "group"),
}


def _named(sentence: Sentence) -> tuple[Entity, ...]:
    return _distinct([m for m in sentence.labelled(ORGANISATION, REFERENCE) if m.entities])


def _distinct(mentions: Sequence[Mention]) -> tuple[Entity, ...]:
    return tuple({entity.name: entity for mention in mentions for entity in mention.entities}.values())


def _parties(annotated: AnnotatedArticle) -> tuple[Entity, ...]:
    """The trusts of the first sentence that names several of them."""
    for sentence in annotated.sentences:
        trusts = tuple(
            entity for entity in _distinct(list(sentence.labelled(ORGANISATION))) if entity.is_trust
        )
        if len(trusts) >= 2:
            return trusts
    return ()


def _result(annotated: AnnotatedArticle) -> Entity | None:
    """The body that the article says comes out: ``"… to become A"``, ``"… will be called A"``."""
    named = {entity.name: entity for entity in _coming_out(annotated.sentences)}
    found = Counter(entity.name for entity in _coming_out(annotated.sentences))
    return named[found.most_common(1)[0][0]] if found else None


def _coming_out(sentences: Sequence[Sentence]) -> Iterator[Entity]:
    for sentence in sentences:
        for mention in sentence.labelled(ORGANISATION):
            entity = mention.entity
            if entity is None or not (entity.is_trust or entity.kind == "group"):
                continue
            if any(_touches(cue, mention) for cue in sentence.labelled(RESULT_CUE)):
                yield entity


def _touches(cue: Mention, mention: Mention) -> bool:
    return cue.end == mention.start if cue.value == "forward" else cue.start == mention.end
