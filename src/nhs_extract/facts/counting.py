"""Counting: the numbers of people in an article, and the words that say what they count."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from enum import StrEnum

from nhs_extract.errors import UnreadablePhraseError
from nhs_extract.facts.boxes import COUNT_LABEL, box_label
from nhs_extract.facts.clauses import strangers, without_asides
from nhs_extract.facts.collectives import ORGANISATION, REFERENCE
from nhs_extract.facts.reading import Quantity, read_count
from nhs_extract.models import AnnotatedArticle, Evidence, Mention, Sentence, Span

QUANTITY = "QUANTITY"
STAFF_CUE = "STAFF_CUE"
STAFF_TAIL = "STAFF_TAIL"
POPULATION_CUE = "POPULATION_CUE"
POPULATION_TAIL = "POPULATION_TAIL"
COUNTING_LABELS = frozenset({QUANTITY, STAFF_CUE, STAFF_TAIL, POPULATION_CUE, POPULATION_TAIL, COUNT_LABEL})

_CLOSE = 25
# How many characters may stand between a cue and its number: before it by the cue's value, after it by label.
_REACH_FORWARD = {
    "employs": 60,
    "workforce": _CLOSE,
    "serves": 140,
    "population": 70,
    "provides": 160,
    "care": _CLOSE,
}
_REACH_BACK = {STAFF_TAIL: 80, POPULATION_TAIL: 120}
_FOR_THEM = re.compile(
    r"\b(?:for|to|on\sbehalf\sof)\s(?:(?:every|each)\sone\sof\s|[A-Z][^.;:]{0,60}?[’']s?\s)?(?:an?\s(?:[\w-]+\s){1,3}of\s)?(?:(?:the|an?|its|our|their|these|those|all|over|each|every|\w+[’']s|\w+s[’'])\s){0,4}$",
    re.IGNORECASE,
)
# "populations of 300,000 and 450,000", "350,000, rising to 500,000 in summer"
_JOINT = re.compile(
    r"(?:\s\([^)]{1,30}\)|\s\w+ly|\sin\s(?:the\s)?[A-Z][\w\s]{1,30}?)?"
    r"(?:\s\(|,?\s(?:and|or)\s|\sto\sone\sof\s|,?\s(?:rising|growing|increasing|swelling|which\srises)\sto\s)(?:[\w’]+\s){0,2}"
)
_CLAUSE = re.compile(r";|,\sand\b")
_STOP = re.compile(r"[.,;:–—(]|\b(?:and|but|while)\b")
# "trusted by 140 hospitals and 90,000 staff"
_FIRST_ITEM = re.compile(r"\s\d[\d,.]*\s[\w-]+(?:\s[\w-]+)?(?:,|\sand)\s")
_NEAR = 45
_FRONTED = re.compile(r"[“‘\"']?(?:for|to)\s(?:the\s)?", re.IGNORECASE)
_ELLIPSIS = re.compile(r"[’']?s?,?\s(?:(?:which\s)?(?:has|had|with|is|was|of)\s)?(?:some\s)?")
# "has 7,500 staff today and had 5,000 in May", "3,300 at A and almost 7,000 at B"
_SAME_SUBJECT = re.compile(
    r"[^.;]{0,40}?\s(?:and|but)\s(?:now\s|then\s)?(?:has|have|had|employ(?:s|ed)?|(?:will|would)\s(?:have|employ))\s"
)
_AND = re.compile(r"[^.;]{1,70}?(?:,|,?\sand|;)\s")
_AT = re.compile(r"\s(?:at|with)\s(?:the\s)?")
_YEAR = re.compile(r"(?:19|20)\d\d")
_LEAST = 50


class Purpose(StrEnum):
    """What a number of people is given for."""

    STAFF = "staff"
    POPULATION = "population"


@dataclass(frozen=True)
class Counted:
    """A number in a sentence. ``cue`` is the mention that says what it is given for."""

    sentence: Sentence
    mention: Mention
    quantity: Quantity
    cue: Mention | None

    @property
    def noun(self) -> str | None:
        """What sort of noun follows: staff, people, population, us, strong, bare, number (any), other."""
        return self.mention.value

    @property
    def purpose(self) -> Purpose | None:
        """What the cue says that the number is given for."""
        if self.cue is None:
            return None
        if self.cue.label == COUNT_LABEL:
            return Purpose(self.cue.value or "")
        return Purpose.STAFF if self.cue.label in (STAFF_CUE, STAFF_TAIL) else Purpose.POPULATION

    @property
    def before(self) -> str:
        """The words before the number."""
        return self.sentence.before(self.mention)

    @property
    def from_body(self) -> str | None:
        """The words from the last body named before the number, itself included, to the number."""
        bodies = bodies_before(self.sentence, self.mention)
        return bodies[-1].text + self.sentence.between(bodies[-1], self.mention) if bodies else None

    @property
    def after(self) -> str:
        """The words after the number and its noun."""
        return self.sentence.after(self.mention)

    def evidence(self, rule: str) -> Evidence:
        """The number with the words that say what it is given for, where these stand beside it."""
        start, end = self.mention.start, self.mention.end
        if self.cue and self.sentence.contains(self.cue) and self.noun != "staff":
            start, end = min(start, self.cue.start), max(end, self.cue.end)
        return Evidence.within(self.sentence, start, end, rule)


def counted(annotated: AnnotatedArticle) -> Iterator[Counted]:
    """Every number that may count people, in reading order."""
    for sentence in annotated.sentences:
        readable = [(mention, _read(mention)) for mention in sentence.labelled(QUANTITY)]
        numbers = [mention for mention, quantity in readable if quantity and mention.value != "number"]
        last: Counted | None = None
        for mention, quantity in readable:
            if quantity:
                cue = (
                    _governing_cue(sentence, mention, numbers)
                    or (
                        last.cue
                        if last and _JOINT.fullmatch(sentence.between(last.mention, mention))
                        else None
                    )
                    or box_label(annotated, sentence, mention)
                )
                last = Counted(sentence, mention, quantity, cue)
                yield last


def bodies_before(sentence: Sentence, span: Span) -> list[Mention]:
    """The bodies that a sentence names before ``span``, in reading order."""
    return [body for body in sentence.labelled(ORGANISATION, REFERENCE) if body.end <= span.start]


def is_vetoed(number: Counted, *, before: str, after: str) -> bool:
    """Whether words labelled ``before`` right before the number, or ``after`` soon after it, take it away."""
    sentence, mention = number.sentence, number.mention
    for veto in sentence.labelled(before):
        has_noun = number.cue is not None and veto.start < number.cue.end <= mention.end
        if veto.end <= mention.start and not has_noun:
            gap = sentence.between(veto, mention)
            if (len(gap.split()) <= 3 and not _STOP.search(gap)) or _FIRST_ITEM.fullmatch(gap):
                return True
    return any(
        veto.start >= mention.end
        and veto.start - mention.end <= _NEAR
        and not _STOP.search(sentence.between(mention, veto))
        for veto in sentence.labelled(after)
    )


def continues(number: Counted, last: Counted) -> bool:
    """Whether a bare number takes its noun from the one before: "A has 3,000 staff and B 5,000"."""
    if number.noun not in {"bare", "number"} or last.sentence.passage != number.sentence.passage:
        return False
    sentence, mention = number.sentence, number.mention
    named = [
        *bodies_before(sentence, mention),
        *(name for name in strangers(sentence) if name.end <= mention.start),
    ]
    if any(
        name.start >= last.mention.end and _ELLIPSIS.fullmatch(without_asides(sentence, name, mention))
        for name in named
    ):
        return True
    if number.noun != "bare" or last.sentence != sentence:
        return False
    gap = sentence.between(last.mention, mention)
    return _SAME_SUBJECT.fullmatch(gap) is not None or (
        _AND.fullmatch(gap) is not None and is_at_a_body(number)
    )


def is_at_a_body(number: Counted) -> bool:
    """Whether a body follows a number: "almost 7,000 at A"."""
    return any(
        _AT.fullmatch(number.sentence.between(number.mention, body))
        for body in [*number.sentence.labelled(ORGANISATION, REFERENCE), *strangers(number.sentence)]
        if body.start >= number.mention.end
    )


def _read(mention: Mention) -> Quantity | None:
    number = mention.group("number") or mention.group("all")
    words = number.text if number else mention.text
    if _YEAR.fullmatch(words):
        return None
    try:
        quantity = read_count(words)
    except UnreadablePhraseError:
        return None
    return quantity if quantity.low >= _LEAST else None


def _governing_cue(sentence: Sentence, number: Mention, numbers: Collection[Mention]) -> Mention | None:
    """The closest cue before the number, unless one after it is tied closer."""
    before = _before(sentence, number, numbers)
    after = _after(sentence, number, numbers)
    if after and after.start - number.end <= 2 < len(sentence.between(before, number) if before else ""):
        return after
    if before and len(sentence.between(before, number)) <= _CLOSE:
        return before
    return after or before


def _before(sentence: Sentence, number: Mention, numbers: Collection[Mention]) -> Mention | None:
    # A cue may reach into the number: "the people that it employs past 4,000".
    cues = [
        cue
        for cue in sentence.labelled(STAFF_CUE, POPULATION_CUE)
        if cue.start < number.start and cue.end < number.end
    ]
    if _FRONTED.fullmatch(sentence.before(number)):
        cues += [cue for cue in sentence.labelled(POPULATION_CUE) if cue.value == "provides"]
    for cue in sorted(cues, key=lambda cue: (cue.end, cue.start), reverse=True):
        gap = sentence.between(cue, number)
        if len(gap) > _REACH_FORWARD.get(cue.value or "", -1) or ";" in gap:
            continue
        if cue.value == "provides":
            if _FOR_THEM.search(sentence.before(number)):
                return cue
        elif not any(_lies_between(other, cue, number) for other in numbers):
            return cue
    return None


def _after(sentence: Sentence, number: Mention, numbers: Collection[Mention]) -> Mention | None:
    for cue in sentence.labelled(*_REACH_BACK):
        if cue.start < number.end:
            continue
        gap = sentence.between(number, cue)
        reach = _CLOSE if number.value == "us" else _REACH_BACK[cue.label]
        is_tied = len(gap) <= reach and not _CLAUSE.search(gap)
        return cue if is_tied and not any(_lies_between(other, number, cue) for other in numbers) else None
    return None


def _lies_between(span: Span, left: Span, right: Span) -> bool:
    return left.end <= span.start and span.end <= right.start
