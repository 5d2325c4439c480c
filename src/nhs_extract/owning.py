"""Owning: which organisation an article is about, and which one publishes it.

Both references and facts ask for it, so it stands below them.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterator

from nhs_extract.models import PROVIDER_KINDS, AnnotatedArticle, Entity, Mention, PassageKind, Sentence

ORGANISATION = "ORGANISATION"
SELF_CUE = "SELF_CUE"
RESULT_CUE = "RESULT_CUE"
# Kinds of NHS bodies: those that provide care, those that pay for it, groups of them.
BODY_KINDS = PROVIDER_KINDS | {"icb", "ccg", "group"}

_LEAD = 3  # the passages with which an article begins, and those with which it ends
_WEIGHTS = {PassageKind.HEADLINE: 4, PassageKind.STANDFIRST: 3}
_OF_PUBLISHER = 6
_OF_SELF = 5
_SIGNED = 3
_RESULT = 1
_LAST = 5


def main_organisation(annotated: AnnotatedArticle, kinds: Collection[str] = PROVIDER_KINDS) -> Entity | None:
    """The body of these kinds that the article is about.

    It is the one named most, where headline, beginning, publisher, signature and what the article says of
    itself ("we at Greyford") count more.
    """
    scores: Counter[str] = Counter()
    entities: dict[str, Entity] = {}
    for sentence, mention, entity in _named(annotated, kinds):
        entities.setdefault(entity.name, entity)
        weight = 2 if sentence.passage < _LEAD else 1
        scores[entity.name] += _WEIGHTS.get(sentence.passage_kind, weight)
        scores[entity.name] += _own_weight(annotated, sentence, mention)
        scores[entity.name] += _RESULT * comes_out(sentence, mention)
    return entities[max(scores, key=lambda name: scores[name])] if scores else None


def comes_out(sentence: Sentence, mention: Mention) -> bool:
    """Whether a body is said to come out of something: ``"… to become A"``, ``"A was born"``."""
    return any(
        cue.end == mention.start if cue.value == "forward" else cue.start == mention.end
        for cue in sentence.labelled(RESULT_CUE)
    )


def is_dominated(annotated: AnnotatedArticle) -> bool:
    """Whether at least half of the providers that an article names are its main one."""
    main = main_organisation(annotated)
    names = [entity.name for _, _, entity in _named(annotated, PROVIDER_KINDS)]
    return main is not None and 2 * names.count(main.name) >= len(names)


def publishing_organisation(annotated: AnnotatedArticle) -> Entity | None:
    """The body that says "we" in the article: its publisher or who signs it, else the one it is about."""
    scores: Counter[str] = Counter()
    entities: dict[str, Entity] = {}
    for sentence, mention, entity in _named(annotated, BODY_KINDS):
        entities.setdefault(entity.name, entity)
        scores[entity.name] += _own_weight(annotated, sentence, mention)
    best = max(scores, key=lambda name: scores[name]) if scores else None
    return entities[best] if best and scores[best] > 0 else main_organisation(annotated, BODY_KINDS)


def _named(annotated: AnnotatedArticle, kinds: Collection[str]) -> Iterator[tuple[Sentence, Mention, Entity]]:
    for sentence in annotated.sentences:
        for mention in sentence.labelled(ORGANISATION):
            if mention.entity and mention.entity.kind in kinds:
                yield sentence, mention, mention.entity


def _own_weight(annotated: AnnotatedArticle, sentence: Sentence, mention: Mention) -> int:
    """How much one mention shows that the article is the body's own."""
    weight = 0
    if _is_in(mention.text, annotated.article.publisher):
        weight += _OF_PUBLISHER
    for cue in sentence.labelled(SELF_CUE):
        if cue.end == mention.start:
            weight += _OF_SELF if cue.value == "ours" else -_OF_SELF
    if _is_signature(annotated, sentence, mention):
        weight += _SIGNED
    return weight


def _is_in(name: str, publisher: str | None) -> bool:
    return re.search(rf"\b{re.escape(name)}\b", publisher or "", re.IGNORECASE) is not None


def _is_signature(annotated: AnnotatedArticle, sentence: Sentence, mention: Mention) -> bool:
    """Whether a body stands below a name at the end: ``"Amy Gray, Chair, Greyford NHS Trust"``."""
    if sentence.passage < max(len(annotated.passages) - _LAST, _LEAD):
        return False
    near = [other for other in annotated.sentences if 0 <= sentence.passage - other.passage <= 1]
    signed = any(other.start < mention.start for one in near for other in one.labelled("PERSON", "ROLE"))
    told = sentence.text.endswith((".", "”")) or any(True for _ in sentence.labelled("SPEECH"))
    return signed and not told
