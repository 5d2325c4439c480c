"""News: what sentences without a cue of their own say about an arrangement."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from nhs_extract.facts.arrangements.bodies import OBJECT, only_boards_decide
from nhs_extract.facts.arrangements.model import ArrangementType
from nhs_extract.facts.arrangements.signs import Sign, is_question, signs_in
from nhs_extract.facts.arrangements.stories import LEAD, Story, says_it_is_off
from nhs_extract.models import AnnotatedArticle, Sentence

_NOTHING = re.compile(r"(?:No|Nothing|None|Nobody|Neither)\b")


def with_news(stories: Sequence[Story], annotated: AnnotatedArticle, weights: Sequence[float]) -> list[Story]:
    """The stories with what sentences without a cue of their own say about them."""
    told = [story for story in stories if not story.denied]
    main = max(told, key=lambda story: (story.place, story.weight), default=None)
    cued = {c.number for story in stories for c in story.candidates if c.sure and not c.of_body}
    news = []
    for story in stories:
        extra = list(_afterwards(story, annotated.sentences, cued))
        if story is main and story.type is not ArrangementType.JOINT_LEADERSHIP:
            extra += list(_about_the_plan(story, annotated.sentences, weights, cued))
        news.append(replace(story, extra=tuple(extra)))
    return news


def _afterwards(story: Story, sentences: Sequence[Sentence], cued: set[int]) -> Iterator[tuple[Sign, float]]:
    """``"It never came to pass."`` after the sentence that names the arrangement."""
    for candidate in story.candidates:
        number = candidate.number + 1
        if number < len(sentences) and number not in cued and says_it_is_off(sentences[number]):
            yield Sign.ABANDONED, LEAD


def _about_the_plan(
    story: Story, sentences: Sequence[Sentence], weights: Sequence[float], cued: set[int]
) -> Iterator[tuple[Sign, float]]:
    """What is said of "the plan", "the deal", "the decision"."""
    whole = story.type in (ArrangementType.MERGER, ArrangementType.ACQUISITION)
    for number, sentence in enumerate(sentences):
        if number in cued or is_question(sentence):
            continue
        signs = signs_in(sentence)
        about = any(thing.value == "plan" for thing in sentence.labelled(OBJECT))
        if Sign.FINAL in signs and Sign.RULED_OUT not in signs:
            yield Sign.FINAL, weights[number]
        elif Sign.PENDING in signs and (about or weights[number] >= LEAD):
            yield Sign.PENDING, weights[number]
        elif (
            about
            and Sign.APPROVED in signs
            and Sign.PROPOSED not in signs
            and not (whole and only_boards_decide(sentence))
        ):
            yield Sign.APPROVED, min(weights[number], 1.0)
        elif (
            about
            and Sign.ABANDONED in signs
            and weights[number] >= LEAD
            and not _NOTHING.match(sentence.text)
        ):
            yield Sign.ABANDONED, weights[number]
