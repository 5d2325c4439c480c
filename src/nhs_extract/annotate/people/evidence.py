"""Evidence: which candidates are people, by what stands beside them."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from nhs_extract.annotate.people.candidates import Candidate
from nhs_extract.annotate.people.cues import Cues
from nhs_extract.models import Mention, Sentence, Span

_WHO = re.compile(r",?\s(?:who|whose)\b")
_POSSESSIVE = re.compile(r"(?:’s|'s|’|')\s")
# What may stand between a name and a role after it: ", the trust's acting", " is our", " (interim".
_TO_ROLE = re.compile(
    r"[”\"’)]?(?:(?:,|:|\s[–—-]|\s\(|\s[|])\s?|\s(?:is|was|as|becomes|became|remains|will\s(?:be|become)|has\sbeen|had\sbeen)\s|[’']s?\s(?=[a-z]+\s(?:as|from)\s))"
    r"(?:[\w’'&-]+\s){0,6}"
)
# What may stand between a role and a name after it: " of NHS Highland, ", " are ", ": ".
_FROM_ROLE = re.compile(
    r"(?:\s(?:of|at|for)\s[^.;:”\"]{2,90},|\s(?:since|until|from)\s[^,.;]{1,40},|,|:|\s[–—-]|\s\(|\s[|]|\s(?:is|are|was|were|will\sbe|remains|becomes))?\s?"
)
_TO_POST = re.compile(r"\s(?:at|of|in)\s[^.;:”\"]{2,60},\s")
_AND = re.compile(r",?\s(?:and|&)\s|,\s")
_PREPOSED = re.compile(
    r"\b(?:at|in|of|for|by|with|from|to|the|near|a|an|its|their|our|on|into|against|between)\s$"
)
_AND_AT = re.compile(r"(?:\s\([^()]*\)|,?\s(?:at|of|for|from)\s[^.;”\"]{2,70}?)?(?:,?\s(?:and|&)\s|,\s)")
_AT = re.compile(r",?\s(?:\(|at\s|of\s|from\s)")
_PLACE = re.compile(
    r"\b(?:at|in|near|(?<!appointment\s)(?<!departure\s)(?<!resignation\s)of|outside)\s(?:the\s)?$"
)
_OF = re.compile(r"\s(?:of|at|for)\s(?:the\s)?")
_JOINTS = re.compile(r",\s(?:and\s)?|\s(?:and|&)\s")
_BAR = re.compile(r"\s[|]\s|\t")
_CELL_BEFORE = re.compile(r"(?:^|\s[|]\s|\t)$")
_CELL_AFTER = re.compile(r"$|\s[|]\s|\t|\s\(")
_OPENS_LINE = re.compile(r"^[\s*•–-]*(?:[A-Z][a-z]+(?:\s[a-z]+)?:\s)?$")
_LONGEST_ITEM = 25  # words
_MOST_ROWS = 12
_AGED = re.compile(r",\s(?:aged\s)?\d\d,\s")
_SUCCEEDS = re.compile(
    r"\b(?:succeed(?:s|ed|ing)?|replac(?:es|ed|ing)|(?:takes?|took)\sover\s(?:\w+\s){0,3}from)\s$"
)
_QUOTED = re.compile(r"[”\"’']\s*$")
_ALONE = re.compile(r"[\s,.*•–-]*$")


@dataclass(frozen=True)
class Judge:
    """Decides which candidates of an article are people."""

    text: str
    sentences: Sequence[Sentence]
    cues: Cues

    def people(self, possible: Sequence[Candidate]) -> list[Candidate]:
        """The candidates that are people, those joined by "and" to one that is included."""
        refused = self._organisations(possible)
        fit = [c for c in possible if c.has_title or (c.words > 1 and self._words(c) not in refused)]
        chosen = {c for c in fit if c.has_title or self._is_person(c)}
        names = {self._words(c) for c in chosen if c.words > 1}
        chosen |= {c for c in fit if self._words(c) in names}
        for one, other in pairwise(fit):
            joined = _AND.fullmatch(self.text[one.end : self._from(other)])
            if joined and (one in chosen) != (other in chosen):
                chosen |= {c for c in (one, other) if c.words > 1}
            elif one in chosen and other not in chosen and self._is_listed(one, other):
                chosen.add(other)
        return sorted(chosen, key=lambda c: c.start)

    def _is_listed(self, one: Candidate, other: Candidate) -> bool:
        """Whether a name is listed like the one before it: ``"Amy Gray at Poole and Al Green at Kent"``."""
        between = _AND_AT.fullmatch(self.text[one.end : self._from(other)])
        return between is not None and other.words > 1 and _AT.match(self.text, other.end) is not None

    def _organisations(self, possible: Sequence[Candidate]) -> set[str]:
        """The words of candidates that are of organisations: in the register, or before a role they own."""
        refused = {
            " ".join(spelling.text.split()) for spelling in self.cues.spellings if " " in spelling.text
        }
        spans = (*self.cues.organisations, *self.cues.spellings)
        names = [" ".join(self.text[name.start : name.end].split()) for name in spans]
        parts = [part for name in names for part in _JOINTS.split(name)]
        starts = {" ".join(part.split()[:2]) for part in parts if part.count(" ") > 1}
        for candidate in possible:
            words = self._words(candidate)
            sentence = self._sentence_of(candidate)
            follows = any(
                role.label == "ROLE" and _OF.fullmatch(self.text[role.end : candidate.start])
                for role in _inside(self.cues.roles, sentence)
            )
            if (
                (follows and not candidate.has_title)
                or self._owns_role(candidate, sentence)
                or " ".join(words.split()[:2]) in starts
            ):
                refused.add(words)
        return refused

    @cached_property
    def _starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

    def _sentence_of(self, candidate: Candidate) -> Sentence:
        return self.sentences[bisect_right(self._starts, candidate.start) - 1]

    def _words(self, candidate: Candidate) -> str:
        return " ".join(self.text[candidate.start : candidate.end].split())

    def _from(self, candidate: Candidate) -> int:
        """Where a candidate starts, its titles included."""
        start = candidate.start
        for title in reversed(self.cues.titles):
            if title.end < start and self.text[title.end : start].isspace():
                start = title.start
        return start

    def _is_person(self, candidate: Candidate) -> bool:
        sentence = self._sentence_of(candidate)
        after = self.text[candidate.end : sentence.end]
        before = self.text[sentence.start : candidate.start]
        return (
            (any(_covers(other, candidate) for other in self.cues.recognised) and not _PLACE.search(before))
            or _WHO.match(after) is not None
            or (_AGED.match(after) is not None and not _PREPOSED.search(before))
            or _SUCCEEDS.search(before) is not None
            or self._beside_role(candidate, sentence)
            or self._beside_verb(candidate, sentence, before)
            or self._alone_beside_role(before, after, sentence)
            or self._in_table(before, after, sentence)
            or any(letters.start - candidate.end in (1, 2) for letters in self.cues.post_nominals)
        )

    def _owns_role(self, candidate: Candidate, sentence: Sentence) -> bool:
        """Whether a name has a role as an organisation has one: ``"Great Western's chief nurse"``."""
        possessive = _POSSESSIVE.match(self.text, candidate.end)
        if possessive is None:
            return False
        words = self.text[possessive.end() : sentence.end]
        roles = [
            r
            for r in self.cues.roles
            if candidate.end < r.start and r.end <= sentence.end and r.label == "ROLE"
        ]
        between = [words[: role.start - possessive.end()].split() for role in roles]
        return any(len(gap) <= 3 and not {"as", "of", "from", "to"} & set(gap) for gap in between)

    def _beside_role(self, candidate: Candidate, sentence: Sentence) -> bool:
        for role in _inside(self.cues.roles, sentence):
            if role.start >= candidate.end and _TO_ROLE.fullmatch(self.text[candidate.end : role.start]):
                return True
            if role.end <= candidate.start:
                gap = self.text[role.end : candidate.start]
                if _FROM_ROLE.fullmatch(gap) or (role.label != "ROLE" and _TO_POST.fullmatch(gap)):
                    return True
        return False

    def _beside_verb(self, candidate: Candidate, sentence: Sentence, before: str) -> bool:
        for verb in _inside(self.cues.speech, sentence):
            if verb.start >= candidate.end and self.text[candidate.end : verb.start] in {" ", ", "}:
                return True
            follows = verb.end < candidate.start and self.text[verb.end : candidate.start] == " "
            if follows and _QUOTED.search(before[: verb.start - sentence.start]):
                return True
        if not self._near_role(sentence) or _PREPOSED.search(before):
            return False
        return any(
            self.text[candidate.end : verb.start] == " "
            for verb in _inside(self.cues.verbs, sentence)
            if verb.start > candidate.end
        )

    def _near_role(self, sentence: Sentence) -> bool:
        """Whether the sentence, the one before it or the one after it names a role."""
        here = bisect_right(self._starts, sentence.start) - 1
        return any(_inside(self.cues.roles, other) for other in self.sentences[max(0, here - 1) : here + 2])

    def _alone_beside_role(self, before: str, after: str, sentence: Sentence) -> bool:
        """Whether a name is a line of its own and the next line or the last one is a role."""
        if not _OPENS_LINE.match(before):
            return False
        here = bisect_right(self._starts, sentence.start) - 1
        if self._under_role(here):
            return True
        if not _ALONE.match(after):
            return False
        nearby = (*self.sentences[here + 1 : here + 2], *self.sentences[max(0, here - 1) : here])
        return any(
            len(self.text[other.start : role.start].split()) <= 2
            for other in nearby
            for role in _inside(self.cues.roles, other)
        )

    def _under_role(self, here: int) -> bool:
        """Whether a line stands in a list that is introduced by a role: ``"The new directors are:"``."""
        for other in reversed(self.sentences[max(0, here - _MOST_ROWS) : here]):
            if other.text.endswith(":"):
                return bool(_inside(self.cues.roles, other))
            if len(other.text.split()) > _LONGEST_ITEM:
                return False
        return False

    def _in_table(self, before: str, after: str, sentence: Sentence) -> bool:
        """Whether a name fills a cell of a row, under a head that names roles."""
        if not _CELL_BEFORE.search(before) or not _CELL_AFTER.match(after) or not (before + after).strip():
            return False
        here = bisect_right(self._starts, sentence.start) - 1
        for other in reversed(self.sentences[max(0, here - _MOST_ROWS) : here + 1]):
            if not _BAR.search(other.text):
                return False
            if _inside(self.cues.roles, other):
                return True
        return False


def _inside(mentions: Sequence[Mention], sentence: Sentence) -> list[Mention]:
    return [mention for mention in mentions if sentence.contains(mention)]


def _covers(recognised: Span, span: Span) -> bool:
    shared = min(recognised.end, span.end) - max(recognised.start, span.start)
    return shared * 2 > span.end - span.start
