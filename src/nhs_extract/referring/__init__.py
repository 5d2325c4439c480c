"""Refer: expressions such as "both trusts", "its" and "the new trust" are tied to organisations.

A pure step after linking. Where an expression could stand for several bodies, recency within the paragraph
decides, then the article's main body; where nothing fits, the mention keeps no entities. "We" is the body
that publishes the article, within a quotation the body of the speaker.
"""

from collections.abc import Sequence

from nhs_extract.models import AnnotatedArticle, Mention, Sentence
from nhs_extract.owning import BODY_KINDS, is_dominated, main_organisation, publishing_organisation
from nhs_extract.referring.context import ORGANISATION, REFERENCE, Context, distinct
from nhs_extract.referring.resolving import resolve
from nhs_extract.referring.results import acquirer, come_out, parties, result
from nhs_extract.referring.speakers import Speech, bodies_of_people, read_speeches

__all__ = ["refer"]


def refer(annotated: AnnotatedArticle) -> AnnotatedArticle:
    """The article with REFERENCE mentions tied to the organisations they stand for, where that is clear."""
    speeches = read_speeches(annotated)
    context = Context(
        main=main_organisation(annotated),
        body=main_organisation(annotated, BODY_KINDS),
        publisher=publishing_organisation(annotated),
        parties=parties(annotated),
        result=result(annotated),
        acquirer=acquirer(annotated),
        is_dominated=is_dominated(annotated),
    )
    sentences = []
    for sentence in annotated.sentences:
        context.enter(sentence)
        sentences.append(_referred(sentence, context, speeches))
        named = distinct(sentences[-1].labelled(ORGANISATION, REFERENCE))
        if named:
            context.name(named)
            context.just_formed = next(come_out([sentence]), None)
    referred = annotated.model_copy(update={"sentences": tuple(sentences)})
    return _with_speakers(referred, speeches)


def _referred(sentence: Sentence, context: Context, speeches: Sequence[Speech]) -> Sentence:
    done: list[Mention] = []
    names = list(sentence.labelled(ORGANISATION))
    for mention in sentence.mentions:
        if mention.label == REFERENCE and any(name.overlaps(mention) for name in names):
            continue
        if mention.label == REFERENCE and not _is_spoken_us(mention, speeches):
            here = [m for m in done if m.label in (ORGANISATION, REFERENCE)]
            entities = resolve(sentence, mention, here, context)
            head = mention.group("head")
            if head is not None and entities:
                context.heads[head.text.casefold()] = entities[0]
            mention = mention.model_copy(update={"entities": entities})
        done.append(mention)
    return sentence.model_copy(update={"mentions": tuple(done)})


def _with_speakers(annotated: AnnotatedArticle, speeches: Sequence[Speech]) -> AnnotatedArticle:
    """The article with "we" and "our" in speech tied to the body for which the speaker speaks."""
    if not any(_is_spoken_us(mention, speeches) for mention in annotated.mentions):
        return annotated
    bodies = bodies_of_people(annotated)
    sentences = []
    for sentence in annotated.sentences:
        mentions = []
        for mention in sentence.mentions:
            speech = next((speech for speech in speeches if speech.contains(mention)), None)
            if speech is not None and _is_spoken_us(mention, speeches):
                body = bodies.get(speech.speaker or "")
                mention = mention.model_copy(update={"entities": (body,) if body else ()})
            mentions.append(mention)
        sentences.append(sentence.model_copy(update={"mentions": tuple(mentions)}))
    return annotated.model_copy(update={"sentences": tuple(sentences)})


def _is_spoken_us(mention: Mention, speeches: Sequence[Speech]) -> bool:
    is_us = mention.label == REFERENCE and mention.value == "us"
    return is_us and any(speech.contains(mention) for speech in speeches)
