"""Anchors: the organisations that an article names in full, and the forms by which it shortens them."""

import datetime
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from nhs_extract.models import Entity
from nhs_extract.register.bodies import Body, Title
from nhs_extract.register.index import Candidate, agrees
from nhs_extract.register.naming import COMMISSIONERS, entity_of, title_for
from nhs_extract.register.wording import Wording, Words, read_words

_NAME_CHANGE = re.compile(
    r"\b(?:renam\w+|chang\w+ (?:of|its|our|their|the) (?:\w+ )?name|name change|new (?:name|title)|"
    r"rebrand\w*|to be called|(?:formerly|previously) (?:known|called|named)|now (?:known|called)|"
    r"change of name)\b",
    re.IGNORECASE,
)
_JOINING = re.compile(
    r"\b(?:merg\w+|acqui\w+|take\w* over|takeover|c[ao]me together|one organisation)\b", re.IGNORECASE
)


_SHORTEST_CUT = 4
# "NHS" begins a commissioner's name; a group's name may have it in the middle.
_BEFORE_NHS = re.compile(r"^.+?\s(?=NHS\s.*(?:CCG|ICB|Board|Clinical Commissioning Group)$)")


@dataclass(frozen=True)
class Form:
    """The words of one name of an anchor, ready for comparison."""

    core: Words
    strong: frozenset[str]
    telling: frozenset[str]
    last: str


@dataclass(frozen=True)
class Anchor:
    """An organisation that the article names in full, with the names by which shorter forms find it."""

    entity: Entity
    forms: tuple[Form, ...]
    body: Body | None = None
    era: int | None = None

    def fit(self, form: Form) -> int:
        """How well a shorter form fits: 3 all words, 2 the first or telling ones, 1 some inside, 0 not."""
        if not agrees(form.last, self.entity.kind):
            return 0
        loose = self.entity.is_trust
        return max((_fit(form, name, loose=loose) for name in self.forms), default=0)


def form_of(words: Words, wording: Wording) -> Form:
    """The words of a name, ready for comparison."""
    full = wording.in_full(words)
    strong = wording.strong(full)
    return Form(wording.core(full), strong, strong - wording.common, words[-1])


def _fit(form: Form, name: Form, *, loose: bool) -> int:
    """``loose``: it may have words that every hospital has and its name lacks: Rotherham Hospital."""
    core, whole = form.core, name.core
    if not core:
        return 0
    same = bool(form.strong) and form.strong == name.strong
    if core == whole or (same and loose and _begins(core[:1], whole)):
        return 3
    if _begins(core, whole) or (same and set(core) <= set(whole)):
        return 2
    inside = any(whole[i : i + len(core)] == core for i in range(len(whole)))
    return 1 if inside and (len(core) > 1 or form.telling == name.telling) else 0


def _begins(core: Words, whole: Words) -> bool:
    """Whether a name begins with these words, which may be cut short: Mid Staffs of Mid Staffordshire."""
    if not core or len(core) > len(whole):
        return False
    cut = len(core) > 1
    return all(
        word == other or (cut and len(word) >= _SHORTEST_CUT and _cut_short(word, other))
        for word, other in zip(core, whole, strict=False)
    )


def _cut_short(word: str, other: str) -> bool:
    """Whether a word is the start of another, and no point of the compass: West is not Western."""
    return other.startswith(word) and not other.endswith("ern")


@dataclass(frozen=True)
class Printed:
    """A full name as printed, with what the register makes of it."""

    text: str
    candidate: Candidate | None
    kind: str | None = None
    stated: bool = True


def build_anchors(
    printed: Sequence[Printed], day: datetime.date | None, text: str, wording: Wording
) -> dict[str, Anchor]:
    """For each full name as printed, its anchor. Names of one organisation share one."""
    groups: dict[tuple[str, int, int], list[Printed]] = defaultdict(list)
    for name in printed:
        if name.candidate is not None:
            body, title = name.candidate.body, name.candidate.title
            groups[body.key, title.era, _step(body, title)].append(name)
    if _NAME_CHANGE.search(text) and not _JOINING.search(text):
        groups = _joined(groups)
    anchors: dict[str, Anchor] = {}
    for names in groups.values():
        anchor = _anchor(names, day, wording)
        anchors.update({name.text: anchor for name in names})
    others = [name for name in printed if name.candidate is None]
    return anchors | _unregistered(others, _board_kind(anchors, text), wording)


def _step(body: Body, title: Title) -> int:
    """How many changes of name before a title may have been more than that."""
    return sum(other.unsure for other in body.era(title.era) if other.start <= title.start and other.unsure)


def _joined(
    groups: dict[tuple[str, int, int], list[Printed]],
) -> dict[tuple[str, int, int], list[Printed]]:
    joined: dict[tuple[str, int, int], list[Printed]] = defaultdict(list)
    for (key, era, _), names in groups.items():
        joined[key, era, 0].extend(names)
    return joined


def _anchor(names: Sequence[Printed], day: datetime.date | None, wording: Wording) -> Anchor:
    candidates = [name.candidate for name in names if name.candidate is not None]
    best = min(candidates, key=lambda candidate: candidate.rank)
    body, era = best.body, best.title.era
    words = Counter(read_words(name.text) for name in names)
    steps = {_step(candidate.body, candidate.title) for candidate in candidates}
    titles = [title for title in body.era(era) if _step(body, title) in steps]
    printed = sorted((title for title in titles if words[title.words]), key=lambda title: -words[title.words])
    title = title_for(titles, printed, day)
    earlier = _earlier_stage(names, title, day)
    if body.kind in COMMISSIONERS:
        earlier = plain(max((name.text for name in names), key=len))
    entity = entity_of(body, earlier or title, day, best.linked_by, best.score)
    forms = tuple(dict.fromkeys(form_of(words, wording) for words in _names(body, era, names)))
    return Anchor(entity=entity, forms=forms, body=body, era=era)


def learned_anchor(entity: Entity, candidate: Candidate, text: str, wording: Wording) -> Anchor:
    """The anchor of an organisation that the article names by a short form only."""
    body, era = candidate.body, candidate.title.era
    names = (*_names(body, era, ()), read_words(text))
    forms = tuple(dict.fromkeys(form_of(words, wording) for words in names))
    return Anchor(entity=entity, forms=forms, body=body, era=era)


def _names(body: Body, era: int, printed: Iterable[Printed]) -> tuple[Words, ...]:
    names = [title.words for title in body.era(era)]
    names += [read_words(name.text) for name in printed]
    names += [read_words(short) for short in body.shorts]
    return tuple(dict.fromkeys(names))


def _earlier_stage(names: Sequence[Printed], title: Title, day: datetime.date | None) -> str | None:
    """The printed NHS Trust name of a body of which the register knows only later names."""
    if (
        day is None
        or title.seen_from is None
        or day.year >= title.seen_from
        or "foundation" not in title.words
    ):
        return None
    for name in names:
        words = read_words(name.text)
        known = name.candidate is not None and name.candidate.title.words == words
        if words[-2:] == ("nhs", "trust") and not known and "foundation" not in words:
            return plain(name.text)
    return None


def _board_kind(anchors: dict[str, Anchor], text: str) -> str:
    """What a health board that the register does not have is in this article."""
    kinds = {anchor.entity.kind for anchor in anchors.values()}
    if "scottish_board" in kinds or "Scot" in text:
        return "scottish_board"
    return "welsh_health_board" if "Wales" in text or "Welsh" in text else "other"


def _unregistered(printed: Sequence[Printed], board: str, wording: Wording) -> dict[str, Anchor]:
    """Anchors for names that the register does not have: the form with small letters names them all."""
    groups: dict[Words, list[Printed]] = defaultdict(list)
    for name in printed:
        groups[read_words(name.text)].append(name)
    anchors = {}
    for words, names in groups.items():
        best = next((name for name in names if not name.text.isupper()), names[0])
        kind = best.kind or "other"
        if kind == "welsh_health_board" or (
            kind == "other" and words[0] == "nhs" and board == "scottish_board"
        ):
            kind = board
        entity = Entity(name=plain(best.text), kind=kind)
        anchor = Anchor(entity=entity, forms=(form_of(words, wording),))
        anchors.update({name.text: anchor for name in names})
    return anchors


def plain(text: str) -> str:
    """A printed name on one line: ``"Officer, NHS Dorset CCG"`` is ``NHS Dorset CCG``."""
    return _BEFORE_NHS.sub("", " ".join(text.split()))
