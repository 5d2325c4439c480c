"""Collectives: the bodies that an article is about, and the one body or group that several of them make."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from nhs_extract.models import AnnotatedArticle, Entity, Mention, OrganisationName, PassageKind, Sentence
from nhs_extract.owning import BODY_KINDS, main_organisation

ORGANISATION = "ORGANISATION"
REFERENCE = "REFERENCE"
RESULT_CUE = "RESULT_CUE"

_NHS_KINDS = frozenset({"icb", "ccg", "group"})
_NHS_NAME = re.compile(
    r"\b(?:NHS|(?:Primary Care|Care|Health) (?:Trust|Board|Authority|Partnership|Service)|Commissioning)\b"
)
_NEW = re.compile(r"\bnew\s(?:the\s)?$", re.IGNORECASE)
_BODIES = re.compile(
    r"\b(?:trusts|boards|organisations|bodies|partners|members|both|pair|commissioners|ICBs|CCGs)\b"
)
_STANDS_FOR_ONE = frozenset({"it", "one", "new", "enlarged", "group", "head"})
_LEADING = 3
_OPENING_PASSAGES = 3


def is_nhs(entity: Entity) -> bool:
    """Whether it is any body of the NHS, a regulator or a predecessor included."""
    return is_body(entity) or _NHS_NAME.search(entity.name) is not None


def is_body(entity: Entity) -> bool:
    """Whether it is a body whose staff and population count: a provider, a commissioner or a group."""
    return entity.is_trust or entity.kind in _NHS_KINDS


def named(sentence: Sentence) -> Iterator[Entity]:
    """The bodies that a sentence names, in reading order."""
    for mention in sentence.labelled(ORGANISATION):
        if mention.entity and is_body(mention.entity):
            yield mention.entity


def speaks_of_the_nhs(annotated: AnnotatedArticle) -> bool:
    """Whether the article names any NHS body at all."""
    return any(
        mention.label == ORGANISATION and any(is_nhs(entity) for entity in mention.entities)
        for mention in annotated.mentions
    )


def main_body(annotated: AnnotatedArticle) -> OrganisationName | None:
    """The NHS body that the article is about."""
    main = main_organisation(annotated, BODY_KINDS)
    return main.as_name if main else None


def collective(annotated: AnnotatedArticle, sentence: Sentence) -> OrganisationName | None:
    """The body that comes out of what is reported, or the group: in this passage, else in the article."""
    passage = [other for other in annotated.sentences if other.passage == sentence.passage]
    return (
        _result(passage)
        or _group(passage, least=1)
        or leading_group(annotated)
        or _result(annotated.sentences)
        or _group(annotated.sentences, least=2)
    )


def leading_group(annotated: AnnotatedArticle) -> OrganisationName | None:
    """The group that an article is about: in its headline, or named again and again."""
    return _group(annotated.sentences, least=_LEADING)


def _result(sentences: Sequence[Sentence]) -> OrganisationName | None:
    """The body said to come out: ``"… to become A"``, ``"the new A"``."""
    for sentence in sentences:
        for mention in sentence.labelled(REFERENCE):
            if mention.value in {"new", "group"} and mention.entity:
                return mention.entity.as_name
    for comes_out in (_is_cued, _is_called_new):
        for sentence in sentences:
            for mention in sentence.labelled(ORGANISATION):
                if mention.entity and is_body(mention.entity) and comes_out(sentence, mention):
                    return mention.entity.as_name
    return None


def _is_cued(sentence: Sentence, name: Mention) -> bool:
    return any(
        cue.end == name.start if cue.value == "forward" else cue.start == name.end
        for cue in sentence.labelled(RESULT_CUE)
    )


def _is_called_new(sentence: Sentence, name: Mention) -> bool:
    return _NEW.search(sentence.before(name)) is not None


def _group(sentences: Sequence[Sentence], *, least: int) -> OrganisationName | None:
    """The group that is named most; the beginning and the headline count more."""
    scores: Counter[OrganisationName] = Counter()
    for sentence in sentences:
        for entity in named(sentence):
            if entity.kind == "group":
                scores[entity.as_name] += _weight(sentence)
    return next((name for name, score in scores.most_common(1) if score >= least), None)


def topic(annotated: AnnotatedArticle, sentence: Sentence) -> OrganisationName | None:
    """The body that the words before a sentence of the same passage speak of, by name or as "it"."""
    for other in _earlier(annotated, sentence):
        names = [entity.as_name for entity in named(other)]
        names += [
            mention.entity.as_name
            for mention in other.labelled(REFERENCE)
            if mention.value in _STANDS_FOR_ONE and mention.entity and is_body(mention.entity)
        ]
        if names:
            return names[0]
    return None


def speaks_of_several(annotated: AnnotatedArticle, sentence: Sentence) -> bool:
    """Whether the sentence before, in the same passage, speaks of several bodies."""
    before = next(_earlier(annotated, sentence), None)
    if before is None:
        return False
    bodies = {
        entity.name
        for mention in before.labelled(ORGANISATION, REFERENCE)
        for entity in mention.entities
        if is_body(entity)
    }
    return len(bodies) > 1 or _BODIES.search(before.text) is not None


def _earlier(annotated: AnnotatedArticle, sentence: Sentence) -> Iterator[Sentence]:
    """The sentences before one in its passage, the nearest first."""
    for other in reversed(annotated.sentences):
        if other.passage == sentence.passage and other.start < sentence.start:
            yield other


def _weight(sentence: Sentence) -> int:
    if sentence.passage_kind is PassageKind.HEADLINE:
        return 3
    return 2 if sentence.passage <= _OPENING_PASSAGES else 1
