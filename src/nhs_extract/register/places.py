"""Places: where names stand in an article, and where a name printed in full begins and ends."""

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass
from functools import cached_property

from nhs_extract.models import Mention, Sentence
from nhs_extract.register.index import Index
from nhs_extract.register.wording import read_words

ORGANISATION = "ORGANISATION"
NAME = "NAME"

_POSSESSIVE = re.compile(r"(?:[’']s|(?<=s)[’'])$")
_WORD = re.compile(r"[^\s(),;:–—“”\"]+")
_JOINT = r"(?:and|&|of|the|The|for|on|upon|in)"
_LEFTWARDS = re.compile(rf"(?:(?:[A-Z][\w’'&.-]*|{_JOINT}),?\s+){{1,12}}$")
_RIGHTWARDS = re.compile(rf"^(?:,?\s+(?:[A-Z][\w’'&.-]*|{_JOINT})){{1,12}}")
_WORD_BEFORE = re.compile(r"(?:^|\s)(?P<word>[A-Z][\w-]+)\s$")
_LIST = re.compile(r",\s|\s(?:and|&)\s")
_LISTED = re.compile(r"(?:[,;]|\band)\s(?:the\s)?$")
_THE_AFTER = re.compile(r"^\s(?:and|&)\s[Tt]he(?:\s[A-Z][\w’'-]*)+")
_AND = r"(?:,?\s(?:and|AND|&)|,)\s"
_NEXT_NAME = re.compile(rf"{_AND}(?=NHS\s)|(?:(?<=\sTrust)|(?<=\sTRUST)){_AND}(?=[A-Z])")
_OF_PLACE = re.compile(r"^\sof\s[A-Z][\w-]+")
_TWO_NAMES = re.compile(r"(?:,|\sand|\s&)\s[A-Z]{2,6}$")
_MOST_WORDS = 14


@dataclass(frozen=True, eq=False)
class Place:
    """A name and the sentence in which it stands."""

    sentence: Sentence
    mention: Mention

    @cached_property
    def text(self) -> str:
        """The name without a possessive ending, on one line."""
        return _POSSESSIVE.sub("", " ".join(self.mention.text.split()))

    @property
    def possessive(self) -> str:
        """The possessive ending, or what looks like one."""
        found = _POSSESSIVE.search(self.mention.text)
        return found.group() if found else ""

    @property
    def before(self) -> str:
        """The words before it."""
        return self.sentence.before(self.mention)

    @property
    def after(self) -> str:
        """The words after it, its possessive ending among them."""
        bare = _POSSESSIVE.sub("", self.mention.text)
        return self.mention.text[len(bare) :] + self.sentence.after(self.mention)


def among_organisations(place: Place, names: Container[str]) -> bool:
    """Whether it is a member of a list whose other members are among these names."""
    return bool(_LISTED.search(place.before)) and any(
        other.text != place.mention.text and " ".join(other.text.split()) in names
        for other in place.sentence.labelled(ORGANISATION)
    )


def reread(place: Place, index: Index) -> list[Place]:
    """The names at a place: one, or several where a list of names was taken for one.

    ``"Foundation Trust, Black Country Partnership FT and Dudley and Walsall Mental Health"`` holds parts of
    three names; each is read anew from its sentence.
    """
    if place.mention.label != ORGANISATION:
        return [] if _TWO_NAMES.search(place.text) else [_with_words_after(place, index)]
    if _known(place.text, index):
        return [_with_word_before(_with_known_rest(place, index), index)]
    pieces = list(_split(place))
    if len(pieces) > 1:
        return [read for piece in pieces for read in reread(piece, index)]
    listed = _LIST.search(place.text)
    sentence, mention = place.sentence, place.mention
    left, right = _LEFTWARDS.search(place.before), _RIGHTWARDS.search(sentence.after(mention))
    start = mention.start - (len(left.group()) if left else 0)
    end = mention.end + (len(right.group()) if right else 0)
    names = list(_names_between(sentence, start, end, mention, index))
    whole = index.wording.kind_of(read_words(place.text)) is not None
    if not listed or (whole and all(name.end < mention.end for name in names)):
        names = [name for name in names if name.contains(mention)]
    read = [Place(sentence, name) for name in names if name.overlaps(mention)]
    if not read:
        return [_with_more(_with_typo(place, index), index)]
    members = (member for member in _members(place) if not any(member.mention.overlaps(n) for n in names))
    return [*read, *members]


def _members(place: Place) -> Iterator[Place]:
    """The members of a list of names that was taken for one, as weak names."""
    start = 0
    text = place.mention.text
    for stop in [*_LIST.finditer(text), None]:
        member = text[start : stop.start() if stop else None]
        if member[:1].isupper():
            span = {"text": member, "start": place.mention.start + start, "label": NAME}
            end = place.mention.start + start + len(member)
            yield Place(place.sentence, place.mention.model_copy(update={**span, "end": end}))
        start = stop.end() if stop else 0


def _split(place: Place) -> Iterator[Place]:
    """The parts of a list of names that each begin with NHS, or end with Trust."""
    start = 0
    for stop in [*_NEXT_NAME.finditer(place.mention.text), None]:
        text = place.mention.text[start : stop.start() if stop else None]
        first = place.mention.start + start
        yield Place(
            place.sentence,
            place.mention.model_copy(update={"text": text, "start": first, "end": first + len(text)}),
        )
        start = stop.end() if stop else 0


def _with_typo(place: Place, index: Index) -> Place:
    """A name that goes on after a misspelt word: ``"Univeristy Hospitals"`` before ``" Bristol"``."""
    right = _RIGHTWARDS.search(place.sentence.after(place.mention))
    if right is None or not index.mended(read_words(place.text)):
        return place
    text = place.mention.text + right.group()
    if not any(_known(" ".join(mended), index) for mended in index.mended(read_words(text))):
        return place
    return Place(
        place.sentence,
        place.mention.model_copy(update={"text": text, "end": place.mention.start + len(text)}),
    )


def _with_more(place: Place, index: Index) -> Place:
    """An unknown name with the words around it that say what it is.

    ``"South London Mental Health"`` before ``" and Community Partnership"``, ``"University Hospitals of
    Liverpool Group"`` after ``"NHS "``, ``"NHS East"`` before ``" of England"``.
    """
    mention, sentence = place.mention, place.sentence
    kind_of = index.wording.kind_of
    start, end = mention.start, mention.end
    right = _RIGHTWARDS.search(_up_to_next_name(place))
    of_place = _OF_PLACE.match(sentence.after(mention)) if mention.text.startswith("NHS ") else None
    if of_place is not None:
        end += of_place.end()
    elif index.candidates(place.text, None, fuzzy=False):
        return place
    elif (
        right is not None
        and not mention.text.startswith("NHS ")
        and kind_of(read_words(mention.text)) is None
    ):
        ends = [mention.end + word.end() for word in _WORD.finditer(right.group())]
        saying = (stop for stop in reversed(ends) if kind_of(read_words(sentence.quote(start, stop))))
        end = next(saying, end)
    if kind_of(read_words(sentence.quote(start, end))) == "group" and place.before.endswith(" NHS "):
        start -= len("NHS ")
    text = sentence.quote(start, end)
    return _with_word_before(
        Place(sentence, mention.model_copy(update={"text": text, "start": start, "end": end})), index
    )


def _up_to_next_name(place: Place) -> str:
    """The words after a name, no further than a comma or the next strong name."""
    others = [
        other.start for other in place.sentence.labelled(ORGANISATION) if other.start > place.mention.start
    ]
    stop = min(others, default=place.sentence.end)
    return place.sentence.quote(place.mention.end, max(stop, place.mention.end)).partition(",")[0]


def _names_between(
    sentence: Sentence, start: int, end: int, model: Mention, index: Index
) -> Iterator[Mention]:
    words = [
        (start + word.start(), start + word.end()) for word in _WORD.finditer(sentence.quote(start, end))
    ]
    first = 0
    while first < len(words):
        for last in range(min(len(words), first + _MOST_WORDS) - 1, first, -1):
            text = sentence.quote(words[first][0], words[last][1]).rstrip(".’'")
            if text[0].isupper() and text.rpartition(" ")[2][0].isupper() and _known(text, index):
                span = {"start": words[first][0], "end": words[first][0] + len(text), "text": text}
                yield model.model_copy(update=span)
                first = last
                break
        first += 1


def _known(text: str, index: Index) -> bool:
    """Whether a text is an official name, also without its status."""
    words = index.wording.in_full(read_words(text))
    if words[-1] in index.wording.small:
        return False
    if words in index.exact or words in index.nationals:
        return True
    core = index.wording.core(words)
    if core not in index.bare:
        ends = index.wording.organisation_ends | index.wording.body_ends
        return len(core) > 1 and core in index.shorts and words[-1] in ends
    if words[-1] == "trust":
        return bool(index.wording.strong(words))
    return len(core) > 1 and not index.is_area(words)


def _with_known_rest(place: Place, index: Index) -> Place:
    """A known name that begins a longer known one: Queen Elizabeth Hospital before " King's Lynn"."""
    right = _RIGHTWARDS.search(place.sentence.after(place.mention))
    for word in reversed([*_WORD.finditer(right.group())] if right else []):
        end = place.mention.end + word.end()
        text = place.sentence.quote(place.mention.start, end)
        if text.rpartition(" ")[2][0].isupper() and _known(_POSSESSIVE.sub("", text), index):
            return Place(place.sentence, place.mention.model_copy(update={"text": text, "end": end}))
    return place


def _with_word_before(place: Place, index: Index) -> Place:
    """A known name with the word before it, where that is of the kind that names begin with.

    Swansea Bro Morgannwg NHS Trust is not Bro Morgannwg NHS Trust.
    """
    before = _WORD_BEFORE.search(place.before)
    if before is None or place.text.startswith("The ") or read_words(place.text)[-1] != "trust":
        return place
    word = before["word"].lower()
    if word not in index.vocabulary or word in index.wording.weak | index.wording.common:
        return place
    start = place.mention.start - len(before["word"]) - 1
    text = place.sentence.quote(start, place.mention.end)
    return Place(place.sentence, place.mention.model_copy(update={"start": start, "text": text}))


def _with_words_after(place: Place, index: Index) -> Place:
    """A weak name with a second part that begins with The: Barts and The London."""
    after = _THE_AFTER.match(place.sentence.after(place.mention))
    if after is None:
        return place
    text = place.mention.text + after.group()
    if not _known(text, index):
        return place
    return Place(
        place.sentence,
        place.mention.model_copy(update={"text": text, "end": place.mention.start + len(text)}),
    )
