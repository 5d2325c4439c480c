"""Passing: words of arrangements that tell of none between NHS organisations."""

import re

from nhs_extract.facts.arrangements.bodies import OBJECT, named, says_several
from nhs_extract.facts.arrangements.model import ArrangementType
from nhs_extract.models import Mention, Sentence

_WHOLE = (ArrangementType.MERGER, ArrangementType.ACQUISITION)
_SUBJECT = 14  # characters: "The local ", "Thirty-five "
_SPEAKS = re.compile(
    r"\s(?:leaders?|bosses|chiefs?|members?|officers?|officials?|says?|said|warns?|representatives?)\b"
)
_THEIRS = re.compile(
    r"(?:’s|'s|’|')?\s(?:(?:proposed|planned|own|will|would|could|have|has|had|be|been|are|is|were|was|to|not)\s)*"
)
_OF_THEM = re.compile(
    r"\s(?:of|between)\s(?:(?:the|two|three|four|several|local)\s){0,2}|"
    r"\s(?:agreement\s|deal\s)?with\s(?:(?:a|an|the|its)\s)?(?:\w+\s){0,2}"
)
_NOT = re.compile(
    r"(?:\bnot|n’t|n't|\bnever|\bwithout)\s(?!only\b|just\b)"
    r"(?:(?:to|be|become|a|full|joined|formed|form|join|share|in)\s)*$"
)
_WILL_NOT = re.compile(r"(?:\b(?:will|would|shall) (?:not|never)|\bwon[’']t) $")
_VERB = re.compile(r"(?:to|will|has|have)\b")
_WOULD_HAVE = re.compile(r"\b(?:would|could|might) have (?:\w+\s){0,3}$")
_STANDS_ASIDE = re.compile(
    r"(?:\bnot|n’t|n't|\bnever)\s(?:a\s)?(?:part(?:y|ner)?|involved|included|touched|affected)\s(?:of|to|in|by)\s"
    r"(?:the|this|that|any)\s(?:\w+\s)?$"
)


def is_of_outsiders(cue: Mention, sentence: Sentence) -> bool:
    """Whether the sentence tells of bodies that are none of the health service's."""
    names = list(sentence.labelled("ORGANISATION"))
    outsiders = [
        thing
        for thing in sentence.labelled(OBJECT)
        if thing.value == "outsider"
        and not thing.overlaps(cue)
        and not any(name.overlaps(thing) for name in names)
    ]
    if any(_belongs(thing, cue, sentence) for thing in outsiders):
        return True
    acting = [thing for thing in outsiders if not _SPEAKS.match(sentence.after(thing))]
    if not acting:
        return False
    if acting[0].text.endswith("s") and acting[0].start - sentence.start <= _SUBJECT:
        return True
    return not named(sentence) and not says_several(sentence)


def is_denied_outright(cue: Mention, sentence: Sentence) -> bool:
    """``"have not gone their separate ways"``, ``"would have meant a joint team"``: there is none."""
    if cue.value in _WHOLE:
        return False
    before = sentence.before(cue)
    if cue.value == ArrangementType.SEPARATION and _WILL_NOT.search(before):
        return False
    return _NOT.search(before) is not None or _WOULD_HAVE.search(before) is not None


def is_not_taken_part_in(cue: Mention, sentence: Sentence) -> bool:
    """``"C is not part of the merger"``: the sentence is about a body that stands aside."""
    return _STANDS_ASIDE.search(sentence.before(cue)) is not None


def introduces(cue: Mention, sentence: Sentence) -> bool:
    """Whether a shared post only says who a speaker is: ``"Amy Gray, joint chair of A and B"``."""
    if _VERB.match(cue.text):
        return False
    for person in sentence.labelled("PERSON"):
        gap = sentence.between(person, cue) if person.end <= cue.start else sentence.between(cue, person)
        if (
            re.fullmatch(
                r",?\s*(?:\([^)]*\),?\s*)?(?:who\s(?:is|was)\s)?(?:the\s|our\s|their\s|its\s|as\s)?(?:new\s|current\s|interim\s)?",
                gap,
            )
            and person.end <= cue.start
        ):
            return True
        if (
            person.start >= cue.end
            and re.fullmatch(r"(?:\sof\s[^,;]{3,120})?,?\s*(?:(?:Dr|Mr|Mrs|Ms|Sir|Dame|Prof\w*)\.?\s)?", gap)
            and (
                not sentence.before(cue).strip()
                or re.search(
                    r"[,;]\s*$|\b(?:said|says|added)\s(?:(?:the|its|their|our)\s)?$",
                    sentence.before(cue)[-16:],
                )
            )
        ):
            return True
    return False


def _belongs(thing: Mention, cue: Mention, sentence: Sentence) -> bool:
    """``"the council's merger"``, ``"databases will be merged"``, ``"the merger of the two charities"``."""
    if thing.end <= cue.start:
        return _THEIRS.fullmatch(sentence.between(thing, cue)) is not None
    return _OF_THEM.fullmatch(sentence.between(cue, thing)) is not None
