"""Standing alone: what the register makes of a short name that the article prints nowhere in full."""

import re
from collections.abc import Collection
from dataclasses import dataclass

from nhs_extract.models import PROVIDER_KINDS, LinkedBy
from nhs_extract.register import aliases
from nhs_extract.register.context import ContextReader, Use
from nhs_extract.register.full_names import LEAST_BARE, FullNames
from nhs_extract.register.index import LEADING, LOOSE, SITE_WORDS, Candidate, Index, settle
from nhs_extract.register.places import Place, among_organisations
from nhs_extract.register.wording import Words

_CLEAR_LETTERS = 4
_LONG = 3
# Nations whose bodies leave the nation out of their names.
_NATIONAL_KINDS = (
    frozenset({"hsc_trust"}),
    frozenset({"scottish_board"}),
    frozenset({"welsh_health_board", "welsh_trust"}),
)
_MOVING = re.compile(r"\b(?:to|from)\s(?:the\s)?$")


@dataclass(frozen=True)
class StandingAlone:
    """Reads short names by the register alone; ``elsewhere`` are abbreviations with another meaning here."""

    index: Index
    reader: ContextReader
    full: FullNames
    elsewhere: Collection[str]

    def find(self, place: Place, words: Words) -> Candidate | None:
        """The body that a short name, an abbreviation or a hospital stands for, or None."""
        wording = self.index.wording
        best = self.best(place)
        if best is None and len(words) > 1 and not wording.is_telling(words):
            return self._of_nation(words)
        if best is None or best.score <= SITE_WORDS or place.text in self.elsewhere or words[-1] == "nhs":
            return None
        if aliases.is_abbreviation(place.text) and best.linked_by is LinkedBy.REGISTER_ALIAS:
            clear = len(place.text) >= _CLEAR_LETTERS and not place.sentence.text.isupper()
            return best if clear or self.is_organisation(place, words, best) else None
        whole = best.score >= LEAST_BARE and len(wording.core(words)) > 1
        if not (whole or wording.is_telling(words)):
            return None
        return best if self.is_organisation(place, words, best) else None

    def best(self, place: Place) -> Candidate | None:
        """The one body of that name about that day; providers come before commissioners of the same place."""
        candidates = self.index.candidates(place.text, self.full.day, fuzzy=False)
        providers = [candidate for candidate in candidates if candidate.body.kind in PROVIDER_KINDS]
        best = settle(candidates) or settle(providers)
        return best if best is not None and best.near else None

    def is_organisation(self, place: Place, words: Words, best: Candidate) -> bool:
        """Whether a name that may be a place is used as an organisation."""
        wording = self.index.wording
        if wording.says_kind(words) or words[-1] in wording.organisation_ends:
            return True
        if self.index.is_area(words):
            return self._area_is_organisation(place, words, best)
        use = self.reader.use(place.before, place.after, strict=True, area=False)
        moving = use is Use.PLACE and _MOVING.search(place.before) and best.score >= LOOSE
        if use is not Use.UNCLEAR and not (moving and best.linked_by is not LinkedBy.SITE):
            return use is Use.ORGANISATION
        wide = self.reader.use(place.before, place.after, strict=False, area=False) is Use.ORGANISATION
        if best.linked_by is LinkedBy.SITE or words[-1] in wording.buildings:
            return among_organisations(place, self.full.anchors)
        if len(wording.core(words)) < 2:
            nickname = wording.core(words) in self.index.shorts
            return (nickname and wide) or among_organisations(place, self.full.anchors)
        return wide or words[0] not in wording.rulers

    def _area_is_organisation(self, place: Place, words: Words, best: Candidate) -> bool:
        core = self.index.wording.core(words)
        if len(core) < 2:
            return best.score >= LEADING and self.reader.is_sure(place.before, place.after)
        if words[-1] in self.index.wording.body_ends and best.score >= LOOSE:
            return True
        if best.score <= LEADING:
            return False
        if len(core) >= _LONG and best.score >= LOOSE:
            return self.reader.use(place.before, place.after, strict=False, area=False) is not Use.PLACE
        # Beside NHS Orkney, Shetland is likely to be a board; English trusts are everywhere.
        of_kin = best.body.kind in self._kinds & frozenset().union(*_NATIONAL_KINDS)
        use = self.reader.use(place.before, place.after, strict=not of_kin, area=True)
        return use is Use.ORGANISATION

    @property
    def _kinds(self) -> frozenset[str]:
        """The kinds of the bodies that the article names in full."""
        return frozenset(anchor.entity.kind for anchor in self.full.anchors.values())

    def _of_nation(self, words: Words) -> Candidate | None:
        """The Ambulance Service, in an article about the boards or trusts of one nation."""
        wording = self.index.wording
        kinds = [kinds for kinds in _NATIONAL_KINDS if kinds & self._kinds]
        bodies = [body for body in self.index.bodies.values() if len(kinds) == 1 and body.kind in kinds[0]]
        found = []
        for body in bodies:
            title = body.title_on(self.full.day)
            own = tuple(word for word in title.words if word not in wording.nations)
            if own != title.words and wording.core(own)[: len(words)] == wording.core(words):
                days = title.days_from(self.full.day)
                found.append(Candidate(body, title, LinkedBy.REGISTER_ALIAS, LEADING, days, of_title=False))
        near = [candidate for candidate in found if candidate.near]
        return near[0] if len(near) == 1 else None
