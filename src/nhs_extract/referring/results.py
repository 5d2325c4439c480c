"""Results: which bodies come together in an article, and which body comes out."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from nhs_extract.models import AnnotatedArticle, Entity, Sentence
from nhs_extract.owning import BODY_KINDS, comes_out
from nhs_extract.referring.context import ORGANISATION, trusts_of

ARRANGEMENT = "ARRANGEMENT"

_BY = re.compile(r"\bby\b")


def parties(annotated: AnnotatedArticle) -> tuple[Entity, ...]:
    """The trusts of the first sentence that names several of them."""
    for sentence in annotated.sentences:
        trusts = trusts_of(list(sentence.labelled(ORGANISATION)))
        if len(trusts) >= 2:
            return trusts
    return ()


def result(annotated: AnnotatedArticle) -> Entity | None:
    """The body that the article says comes out: ``"… to become A"``, ``"… will be called A"``."""
    named = {entity.name: entity for entity in come_out(annotated.sentences)}
    found = Counter(entity.name for entity in come_out(annotated.sentences))
    return named[found.most_common(1)[0][0]] if found else None


def acquirer(annotated: AnnotatedArticle) -> Entity | None:
    """The trust that takes over another: before "takes over", or after "is taken over by"."""
    for sentence in annotated.sentences:
        names = [name for name in sentence.labelled(ORGANISATION) if name.entity and name.entity.is_trust]
        for act in (act for act in sentence.labelled(ARRANGEMENT) if act.value == "acquisition"):
            before = [name for name in names if name.end <= act.start]
            after = [name for name in names if name.start >= act.end]
            if before and after:
                is_passive = _BY.search(sentence.between(act, after[0])) or _BY.search(act.text)
                return after[0].entity if is_passive else before[-1].entity
    return None


def come_out(sentences: Sequence[Sentence]) -> Iterator[Entity]:
    """The bodies that these sentences say come out of something."""
    for sentence in sentences:
        for mention in sentence.labelled(ORGANISATION):
            entity = mention.entity
            if entity is None or entity.kind not in BODY_KINDS:
                continue
            if comes_out(sentence, mention):
                yield entity
