"""Pronouns: "he", "she", "his" and "her" tied to the person whom they stand for."""

from collections.abc import Iterator, Mapping, Sequence

from nhs_extract.annotate.people.cues import Cues
from nhs_extract.models import Mention, Sentence, Span

_REMEMBERED = 6


def pronouns(
    sentences: Sequence[Sentence], found: Sequence[Mention], cues: Cues, known: Mapping[str, str]
) -> Iterator[Mention]:
    """Pronouns tied to the person named last: in their sentence, else the subject of the one before."""
    sexes = dict(known)
    recent: list[Mention] = []
    for sentence in sentences:
        here = [person for person in found if sentence.contains(person)]
        for pronoun in (p for p in cues.pronouns if sentence.contains(p)):
            if _in_quotation(sentence, pronoun):
                continue
            earlier = [person for person in here if person.end <= pronoun.start]
            nearest = [*_subjects_first(sentence, earlier, cues), *recent]
            who = next(
                (p for p in nearest if p.value and sexes.get(p.value, pronoun.value) == pronoun.value), None
            )
            if who is not None and who.value:
                sexes.setdefault(who.value, pronoun.value or "")
                yield Mention(
                    label="PERSON",
                    text=pronoun.text,
                    start=pronoun.start,
                    end=pronoun.end,
                    pattern="people.pronoun",
                    value=who.value,
                )
        if here:
            names = {person.value for person in here}
            ordered = _subjects_first(sentence, here, cues)
            recent = [*ordered, *(old for old in recent if old.value not in names)][:_REMEMBERED]


def _subjects_first(sentence: Sentence, here: Sequence[Mention], cues: Cues) -> list[Mention]:
    """The people of a sentence: those that a verb follows, the last first, then the others as they come."""
    starts = {verb.start for verb in (*cues.verbs, *cues.speech) if sentence.contains(verb)}
    subjects = [person for person in here if person.end + 1 in starts]
    return [*reversed(subjects), *(person for person in here if person not in subjects)]


def _in_quotation(sentence: Sentence, span: Span) -> bool:
    before = sentence.before(span)
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1
