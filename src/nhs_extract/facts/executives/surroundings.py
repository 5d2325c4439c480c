"""Surroundings: the organisations of a whole article, sentence by sentence."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from nhs_extract.facts.executives.authors import publisher
from nhs_extract.facts.executives.bodies import Body, BodyReader, distinct, without_possessive
from nhs_extract.facts.executives.references import Resolver
from nhs_extract.models import AnnotatedArticle, Entity, PassageKind

Named = tuple[Body, ...]

# How much the lead of an article counts, and that a body has come out of others.
_HEADLINE_WEIGHT, _LEAD_WEIGHT, _RESULT_WEIGHT = 3, 2, 4
_LEAD = 3  # passages
_NOT_YET = re.compile(
    r"\b(?:will|would|to|could|may|might|should|plan\w*|propos\w+|if|when|due)\b", re.IGNORECASE
)
_TO_RESULT = re.compile(r"(?:(?:on|from|at|in|last|this)\s\w+|today|yesterday)?[:,]?\s?(?:the\s)?")
_MOST_PARTIES = 4
_NEAR_CUE = 30  # characters


@dataclass(frozen=True)
class Surroundings:
    """The organisations of an article: the one it is about, its named group, and those of each sentence.

    ``parties`` are the providers that it first names together.
    """

    main: Entity | None
    group: Entity | None
    england: Entity | None
    parties: tuple[Entity, ...]
    bodies: tuple[Named, ...]


def survey(annotated: AnnotatedArticle, us: Entity | None = None) -> Surroundings:
    """The organisations of an article, sentence by sentence; ``us`` says "we" in it, where that is known."""
    results = _results(annotated)
    us = us or publisher(annotated, frozenset(entity.name for entity, done in results.items() if done))
    named = _named(annotated)
    reader = BodyReader(_printed(annotated), _outside(annotated), tuple(named))
    resolver = Resolver(named, tuple(results), _main(annotated, results), us)
    known: list[Named] = []
    for sentence in annotated.sentences:
        known.append(resolver.resolved(reader.read(sentence), known))
    return Surroundings(
        main=us or resolver.main,
        group=_group(known),
        england=_england(known),
        parties=_parties(known, resolver.results),
        bodies=tuple(known),
    )


def _results(annotated: AnnotatedArticle) -> dict[Entity, bool]:
    """The bodies that come out of an arrangement ("to form A"), and whether they have done so."""
    found: dict[Entity, bool] = {}
    for sentence in annotated.sentences:
        cues = list(sentence.labelled("RESULT_CUE"))
        for mention in sentence.labelled("ORGANISATION"):
            for cue in cues:
                forward = cue.end <= mention.start and _TO_RESULT.fullmatch(sentence.between(cue, mention))
                if mention.entity and (forward if cue.value == "forward" else cue.start == mention.end):
                    done = _NOT_YET.search(sentence.before(cue)[-_NEAR_CUE:] + cue.text) is None
                    found[mention.entity] = found.get(mention.entity, False) or done
    return found


def _printed(annotated: AnnotatedArticle) -> dict[str, str]:
    """The longest form in which the article prints each name."""
    longest: dict[str, str] = {}
    for sentence in annotated.sentences:
        for mention in sentence.labelled("ORGANISATION"):
            text = without_possessive(mention.text)
            if mention.entity and len(text) > len(longest.get(mention.entity.name, "")):
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


def _main(annotated: AnnotatedArticle, results: Mapping[Entity, bool]) -> Entity | None:
    """The provider that the article is about: named most often, the headline and the lead counting more.

    A body that has come out of others counts more than they do.
    """
    scores: Counter[str] = Counter()
    entities: dict[str, Entity] = {}
    for sentence in annotated.sentences:
        weight = _LEAD_WEIGHT if sentence.passage <= _LEAD else 1
        if sentence.passage_kind is PassageKind.HEADLINE:
            weight = _HEADLINE_WEIGHT
        for mention in sentence.labelled("ORGANISATION"):
            if mention.entity and mention.entity.is_trust:
                scores[mention.entity.name] += weight
                entities.setdefault(mention.entity.name, mention.entity)
    scores.update({e.name: _RESULT_WEIGHT for e, done in results.items() if done and e.name in entities})
    return entities[max(scores, key=lambda name: scores[name])] if scores else None


def _group(bodies: Sequence[Named]) -> Entity | None:
    """The named hospital group that the article names most often."""
    names = [body for named in bodies for body in named if body.is_name]
    counts = Counter(entity for body in names for entity in body.entities if entity.kind == "group")
    return counts.most_common(1)[0][0] if counts else None


def _parties(bodies: Sequence[Named], results: Sequence[Entity]) -> tuple[Entity, ...]:
    """The providers of the first sentence that names several, else all, without what comes of them."""
    besides = {entity.name for entity in results}
    names = [[body for body in named if body.is_name] for named in bodies]
    for named in (*names, [body for here in names for body in here]):
        together = (entity for entity in distinct(named) if entity.is_trust)
        providers = tuple(entity for entity in together if entity.name not in besides)
        if len(providers) > 1:
            return providers if len(providers) <= _MOST_PARTIES or named in names else ()
    return ()


def _england(bodies: Sequence[Named]) -> Entity | None:
    """NHS England, where the article names it."""
    entities = (entity for named in bodies for body in named for entity in body.entities)
    return next((entity for entity in entities if entity.name == "NHS England"), None)
