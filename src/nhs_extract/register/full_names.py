"""Full names: which names of an article are printed in full, and what they stand for."""

import datetime
import re
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, replace

from nhs_extract.models import Entity, LinkedBy
from nhs_extract.register import aliases
from nhs_extract.register.anchors import Anchor, Form, Printed, build_anchors, form_of, learned_anchor
from nhs_extract.register.index import BARE, LOOSE, Candidate, Index, settle
from nhs_extract.register.naming import likely_day
from nhs_extract.register.places import ORGANISATION, Place
from nhs_extract.register.wording import Words, read_words

_NEXT_WORD = re.compile(r"^(?:[’']s)?\s(?P<word>[A-Z]\w+)")
_LEAST_STATED = LOOSE - 0.1  # a full name with one typo
_LEAST_NHS = LOOSE - 0.03
LEAST_BARE = BARE - 0.01
_LONG = 3
# A name of these kinds that the register lacks is an organisation; a group or partnership may be anything.
_STATUTORY = frozenset(
    {"nhs_trust", "foundation_trust", "care_trust", "welsh_health_board", "hsc_trust", "ccg", "icb"}
)


@dataclass(frozen=True)
class FullNames:
    """The names that an article prints in full, and the aliases that it gives them."""

    day: datetime.date | None
    printed: dict[Place, Printed]
    anchors: dict[str, Anchor]
    aliases: dict[str, Anchor]

    def knowing(self, short: Sequence[tuple[Place, Entity, Candidate]], index: Index) -> "FullNames":
        """The same with organisations that short forms alone have shown, and the aliases that these have."""
        learned = {
            place: learned_anchor(entity, candidate, place.text, index.wording)
            for place, entity, candidate in short
        }
        anchors = {place.text: anchor for place, anchor in learned.items()} | self.anchors
        named = [(place, anchor, (place.text, anchor.entity.name)) for place, anchor in learned.items()]
        defined = _aliases(named, anchors, index, self.day) | self.aliases
        return FullNames(self.day, self.printed, _with_aliases(anchors, defined, index), defined)


def read_full_names(places: Sequence[Place], index: Index, day: datetime.date | None, text: str) -> FullNames:
    """The full names among all places. Without a day, the bodies named together tell one."""
    printed = _printed(places, index, day)
    if day is None:
        day = likely_day([name.candidate.title for name in printed.values() if name.candidate])
        printed = _printed(places, index, day)
    # A name without its status is full only if it shortens no name that has one.
    stated = build_anchors([name for name in printed.values() if name.stated], day, text, index.wording)
    printed = {
        place: name
        for place, name in printed.items()
        if name.stated or not _shortens(name, list(stated.values()), index)
    }
    anchors = build_anchors(list(printed.values()), day, text, index.wording)
    named = [
        (place, anchors[name.text], (name.text, anchors[name.text].entity.name))
        for place, name in printed.items()
    ]
    defined = _aliases(named, anchors, index, day)
    return FullNames(day, printed, _with_aliases(anchors, defined, index), defined)


def goes_on(place: Place, index: Index) -> bool:
    """Whether the next word makes another name of it: Barts Charity, Bolton Council."""
    following = _NEXT_WORD.match(place.after)
    return following is not None and following["word"].lower() in index.wording.goes_on


def _printed(places: Sequence[Place], index: Index, day: datetime.date | None) -> dict[Place, Printed]:
    read = ((place, _read(place, index, day)) for place in places)
    return {place: name for place, name in read if name is not None}


def _shortens(name: Printed, anchors: Sequence[Anchor], index: Index) -> bool:
    form = form_of(read_words(name.text), index.wording)
    return any(anchor.fit(form) >= 2 for anchor in anchors)


def _read(place: Place, index: Index, day: datetime.date | None) -> Printed | None:
    """What a full name stands for; None for any shorter form."""
    text, wording = place.text, index.wording
    words = read_words(text)
    if not words or words in index.nationals:
        return None
    if words[-1] not in wording.stated and goes_on(place, index):
        return None
    by_form = place.mention.label == ORGANISATION
    kind = wording.kind_of(words)
    says_kind = kind is not None and wording.is_telling(words)
    candidates = index.candidates(text, day, fuzzy=says_kind and by_form, leading=False)
    best = settle([candidate for candidate in candidates if candidate.linked_by is not LinkedBy.SITE])
    if best is not None and _is_full(words, best, index, by_form=by_form, says_kind=says_kind):
        return Printed(text, best, stated=wording.says_kind(words))
    if best is not None and best.is_future and not best.near:
        best, candidates = None, ()
    if best is None and says_kind and (by_form or words[-2:] == ("nhs", "trust") or "foundation" in words):
        return Printed(text, None, kind) if not candidates or kind in _STATUTORY else None
    if best is None and words[0] == "nhs" and by_form and _is_nhs_name(words, index):
        return Printed(text, None, "other")
    return None


def _is_full(words: Words, best: Candidate, index: Index, *, by_form: bool, says_kind: bool) -> bool:
    core = index.wording.core(words)
    if says_kind and words[-1] in index.wording.stated:
        return best.score > _LEAST_STATED
    if words[0] == "nhs" and len(words) > 1:
        return best.score >= _LEAST_NHS and (best.near or not best.is_future)
    if best.score < LEAST_BARE or best.linked_by is LinkedBy.REGISTER_ALIAS:
        return False
    if not best.near and (not by_form or len(core) < _LONG or best.is_future):
        return False
    if words[-1] in index.wording.buildings or len(core) < 2:
        return False
    return by_form or not index.is_area(words)


def _is_nhs_name(words: Words, index: Index) -> bool:
    """Whether it is NHS with a place after it: a primary care trust, a health authority, a board."""
    core = index.wording.core(words)
    alone = len(core) == 1 and core[0] in index.wording.compass_stems - {"london"}
    return bool(core) and not alone and words[-1] not in index.wording.compass and index.is_area(words)


def _aliases(
    named: Iterable[tuple[Place, Anchor, tuple[str, ...]]],
    taken: Container[str],
    index: Index,
    day: datetime.date | None,
) -> dict[str, Anchor]:
    """The aliases that the article defines, in small letters."""
    defined: dict[str, Anchor] = {}
    for place, anchor, names in named:
        found = [*aliases.defined_after(place.after)]
        before = aliases.defined_before(place.before)
        if before and place.after.lstrip().startswith(")"):
            found.append(before)
        for alias in found:
            fits = any(aliases.fits(alias, full) for full in names) or _is_site(alias, anchor, index, day)
            if alias not in taken and fits:
                defined.setdefault(alias.lower(), anchor)
    return defined


def _is_site(alias: str, anchor: Anchor, index: Index, day: datetime.date | None) -> bool:
    """Whether it is a hospital of the organisation: Musgrove Park of Taunton and Somerset."""
    return any(
        candidate.linked_by is LinkedBy.SITE and candidate.body is anchor.body
        for candidate in index.candidates(alias, day, fuzzy=False, leading=False)
    )


def _with_aliases(anchors: dict[str, Anchor], defined: dict[str, Anchor], index: Index) -> dict[str, Anchor]:
    """The anchors, found by the first words of their aliases too: Musgrove of Musgrove Park."""
    forms: dict[str, list[Form]] = {}
    for alias, anchor in defined.items():
        if " " in alias:
            forms.setdefault(anchor.entity.name, []).append(form_of(read_words(alias), index.wording))
    return {
        text: replace(anchor, forms=(*anchor.forms, *forms.get(anchor.entity.name, ())))
        for text, anchor in anchors.items()
    }
