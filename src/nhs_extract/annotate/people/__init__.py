"""People: names by title, by the model, by a role beside them; then surnames, first names and pronouns."""

import re
from collections.abc import Sequence

from nhs_extract.annotate.people.again import completed, named_again, named_in_full
from nhs_extract.annotate.people.candidates import Candidate, candidates
from nhs_extract.annotate.people.cues import Cues
from nhs_extract.annotate.people.evidence import Judge
from nhs_extract.annotate.people.pronouns import pronouns
from nhs_extract.annotate.people.spelling import fold
from nhs_extract.models import Mention, Sentence

__all__ = ["PERSON", "Cues", "fold", "people"]

PERSON = "PERSON"

# The first word of an article, which some papers print in capitals.
_LOUD = re.compile(r"[A-Z]{3,}")


def people(text: str, sentences: Sequence[Sentence], cues: Cues) -> list[Mention]:
    """The mentions of people (label PERSON), each with the full name as its value."""
    judge = Judge(text, sentences, cues)
    possible = [candidate for sentence in sentences for candidate in candidates(text, sentence, cues)]
    chosen = judge.people(possible)
    full = [_mention(text, candidate) for candidate in chosen]
    full += named_in_full(text, sentences, full, cues)
    names = list({m.value: None for m in full if m.value and " " in m.value})
    again = list(named_again(text, sentences, names, cues, full))
    found = sorted([*full, *again], key=lambda mention: mention.start)
    found = [completed(mention, names) for mention in found]
    sexes = {
        mention.value: candidate.sex
        for candidate, mention in zip(
            chosen, (completed(_mention(text, c), names) for c in chosen), strict=True
        )
        if candidate.sex and mention.value
    }
    return sorted([*found, *pronouns(sentences, found, cues, sexes)], key=lambda mention: mention.start)


def _mention(text: str, candidate: Candidate) -> Mention:
    name = text[candidate.start : candidate.end]
    pattern = "people.title" if candidate.has_title else "people.beside_role"
    return Mention(
        label=PERSON,
        text=name,
        start=candidate.start,
        end=candidate.end,
        pattern=pattern,
        value=" ".join(word.title() if _LOUD.fullmatch(word) else word for word in name.split()),
    )
