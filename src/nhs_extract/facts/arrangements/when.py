"""When: the day on which an arrangement takes or took effect."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from nhs_extract.facts.arrangements.bodies import OBJECT
from nhs_extract.facts.arrangements.model import ArrangementStatus
from nhs_extract.facts.arrangements.signs import Sign, signs_in
from nhs_extract.facts.arrangements.stories import Story
from nhs_extract.facts.dates import LABEL as DATE
from nhs_extract.facts.dates import Tense, read_date
from nhs_extract.models import AnnotatedArticle, Mention, Sentence, Span

_LEADS_TO_DATE = re.compile(
    r"(?:\b(?:on|from|by|in|since|of|for|until|at|to|is|be)\s(?:the\s)?|,\s|\(|\b\w+\s)$"
)
_OF_TALK = re.compile(
    r"\b(?:said|told|announced|agreed|decided|voted|held|met|published|wrote|meeting|appointed|launched|recommended|"
    r"report|lodged|suggested|asked|announcement|vote|until|unveiled|revealed|mooted|case)\b[^,.;]{0,30}$"
)
_AHEAD = re.compile(
    r"\b(?:will|would|to|due|from|by|target|start|takes?|comes?|goes?|going|becomes?|as of|on)\b"
)
_ALMOST_A_YEAR = timedelta(days=330)  # "on 27 October", printed on the 31st, was four days ago
_WEEKDAY_ALONE = re.compile(r"(?:(?:last|next|this|on|from)\s)?\w+day", re.I)


def effective(
    story: Story, annotated: AnnotatedArticle, status: ArrangementStatus, *, main: bool
) -> str | None:
    """When the arrangement takes effect, as exactly as the article says."""
    done = status is ArrangementStatus.COMPLETED
    wanted = (
        (Sign.COMPLETED,)
        if done
        else (Sign.PLANNED_FOR, Sign.PENDING, Sign.FINAL, Sign.APPROVED, Sign.PROPOSED)
    )
    ranked = sorted(story.candidates, key=lambda c: (c.sign not in wanted, -c.weight, c.number))
    for candidate in ranked:
        for day in _days(candidate.sentence, candidate.cue, annotated, done=done):
            return day
    if main:
        for sentence in _about(annotated.sentences, done=done):
            for day in _days(sentence, sentence, annotated, done=done):
                return day
    return None


def _days(sentence: Sentence, cue: Span, annotated: AnnotatedArticle, *, done: bool) -> Iterator[str]:
    published = annotated.article.published
    tense = Tense.PAST if done else Tense.FUTURE
    for phrase in sorted(
        sentence.labelled(DATE), key=lambda mention: (mention.end <= cue.start, _gap(mention, cue))
    ):
        if not _is_of_effect(phrase, sentence, done=done):
            continue
        day = read_date(phrase.text, published, tense)
        if day is None:
            continue
        too_late = published is not None and done and day > published.isoformat()
        too_early = published is not None and not done and _is_of_the_news(day, published, phrase.text)
        if not (too_late or too_early):
            yield day


def _is_of_the_news(day: str, published: date, phrase: str) -> bool:
    """Whether it is a day on which something was said or decided, not one that is still to come."""
    if day == published.isoformat() or day < published.isoformat()[: len(day)]:
        return True
    far = (published + _ALMOST_A_YEAR).isoformat()[: len(day)]
    return day > far and not any(character.isdigit() for character in phrase[-4:]) and "next" not in phrase


def _is_of_effect(phrase: Mention, sentence: Sentence, *, done: bool) -> bool:
    before = sentence.before(phrase)
    if _OF_TALK.search(before[-60:]):
        return False
    if done:
        return not (_WEEKDAY_ALONE.fullmatch(phrase.text) and not _LEADS_TO_DATE.search(before[-6:] or ", "))
    return _AHEAD.search(sentence.text) is not None and "Christmas" not in phrase.text


def _about(sentences: Sequence[Sentence], *, done: bool) -> Iterable[Sentence]:
    """The sentences that say when the new body or the plan begins."""
    for sentence in sentences:
        signs = signs_in(sentence)
        new = any(mention.value == "new" for mention in sentence.labelled("REFERENCE"))
        about = new or any(thing.value == "plan" for thing in sentence.labelled(OBJECT))
        begins = {Sign.COMPLETED, Sign.HAPPENED} if done else {Sign.PLANNED_FOR, Sign.PENDING, Sign.FUTURE}
        if signs & begins and (about or Sign.PLANNED_FOR in signs):
            yield sentence


def _gap(one: Span, other: Span) -> int:
    return max(one.start - other.end, other.start - one.end, 0)
