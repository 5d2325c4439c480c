"""Results: which bodies come together in an article, and which body comes out."""

from collections import Counter
from collections.abc import Iterator, Sequence

from nhs_extract.models import AnnotatedArticle, Entity, Sentence
from nhs_extract.owning import BODY_KINDS, comes_out
from nhs_extract.referring.context import ORGANISATION, trusts_of


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


def come_out(sentences: Sequence[Sentence]) -> Iterator[Entity]:
    """The bodies that these sentences say come out of something."""
    for sentence in sentences:
        for mention in sentence.labelled(ORGANISATION):
            entity = mention.entity
            if entity is None or entity.kind not in BODY_KINDS:
                continue
            if comes_out(sentence, mention):
                yield entity
