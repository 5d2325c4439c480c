"""Index: from the words of a name to the bodies that it may stand for, best first."""

import datetime
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from nhs_extract.models import LinkedBy
from nhs_extract.register.bodies import Body, Title
from nhs_extract.register.rows import NationalBody, Site
from nhs_extract.register.typos import Vocabulary
from nhs_extract.register.wording import Wording, Words, read_words, spells_initials

# How far each way of matching is trusted; a typo takes its part off.
EXACT, BARE, SHORT_ROW, LOOSE, LEADING = 1.0, 0.99, 0.97, 0.95, 0.9
AT_SITE, SITE_START, SITE_WORDS = 0.92, 0.85, 0.7
# An article may name a body a while before it opens or after it closes.
NEAR = 400
# Two bodies nearer to each other than this are not told apart.
_MARGIN = 0.001
_COMMISSIONERS = frozenset({("integrated", "care", "board"), ("clinical", "commissioning", "group")})
_ABBREVIATION = re.compile(r"^[A-Z][\w&]*[A-Z][\w&]*$")


@dataclass(frozen=True)
class Candidate:
    """A body that a name may stand for, by one of its titles."""

    body: Body
    title: Title
    linked_by: LinkedBy
    score: float
    days: int
    full: bool = True
    is_future: bool = False
    of_title: bool = True

    @property
    def worth(self) -> float:
        """The score, less something for a body that was not alive about that day.

        A full name is trusted more to speak of the past than a short form.
        """
        if self.days <= NEAR:
            return self.score - (0.002 if self.days else 0)
        return self.score - (0.03 if self.full else 0.1)

    @property
    def near(self) -> bool:
        """Whether the name held about that day."""
        return self.days <= NEAR

    @property
    def rank(self) -> tuple[float, int]:
        """Sorts the best first."""
        return (-self.worth, self.days)


@dataclass(frozen=True, eq=False)
class Index:
    """All names of the register by their words."""

    wording: Wording
    bodies: dict[str, Body]
    exact: dict[Words, list[tuple[Body, Title]]] = field(default_factory=lambda: defaultdict(list))
    bare: dict[Words, list[tuple[Body, Title]]] = field(default_factory=lambda: defaultdict(list))
    loose: dict[frozenset[str], list[tuple[Body, Title]]] = field(default_factory=lambda: defaultdict(list))
    commissioners: dict[Words, list[tuple[Body, Title]]] = field(default_factory=lambda: defaultdict(list))
    leading: dict[Words, list[tuple[Body, Title]]] = field(default_factory=lambda: defaultdict(list))
    shorts: dict[Words, list[tuple[Body, Title | None]]] = field(default_factory=lambda: defaultdict(list))
    abbreviations: dict[str, list[tuple[Body, Title | None]]] = field(
        default_factory=lambda: defaultdict(list)
    )
    sites: dict[Words, list[tuple[Body, Site]]] = field(default_factory=lambda: defaultdict(list))
    site_starts: dict[Words, list[tuple[Body, Site, float]]] = field(
        default_factory=lambda: defaultdict(list)
    )
    nationals: frozenset[Words] = frozenset()
    vocabulary: dict[str, int] = field(default_factory=dict)
    areas: set[str] = field(default_factory=set)

    @classmethod
    def build(
        cls,
        bodies: dict[str, Body],
        sites: Iterable[Site],
        nationals: Iterable[NationalBody],
        wording: Wording,
    ) -> "Index":
        """Index all bodies and sites, and the names of national bodies."""
        index = cls(
            wording=wording, bodies=bodies, nationals=frozenset(read_words(body.name) for body in nationals)
        )
        for body in bodies.values():
            index._add(body)
        for site in sites:
            if site.ods_code in bodies:
                index._add_site(bodies[site.ods_code], site)
        return index

    def _add(self, body: Body) -> None:
        for title in body.titles:
            words = title.words
            core = self.wording.core(words)
            self.exact[words].append((body, title))
            self.bare[core].append((body, title))
            strong = self.wording.strong(words)
            if strong:
                self.loose[strong - self.wording.faint].append((body, title))
            if core[-3:] in _COMMISSIONERS:
                self.commissioners[core[:-3]].append((body, title))
            for length in range(1, len(core)):
                self.leading[core[:length]].append((body, title))
            for word in words:
                self.vocabulary[word] = self.vocabulary.get(word, 0) + 1
            if body.kind in ("ccg", "icb", "scottish_board", "hsc_trust"):
                self.areas.update(strong - self.wording.common)
        for short in body.shorts:
            self.shorts[self.wording.core(read_words(short))].append((body, None))
        for abbreviation in body.abbreviations:
            self.abbreviations[abbreviation.lower()].append((body, self._spelled_by(abbreviation, body)))

    def _spelled_by(self, abbreviation: str, body: Body) -> Title | None:
        """The title that an abbreviation spells, or None when several or none of them fit."""
        letters = re.sub(r"\W", "", abbreviation).lower()
        skippable = self.wording.small | {"nhs", "foundation", "trust"}
        fits = [title for title in body.titles if spells_initials(letters, title.words, skippable=skippable)]
        return fits[-1] if fits and len({title.era for title in fits}) == 1 else None

    def _add_site(self, body: Body, site: Site) -> None:
        words = read_words(site.site_name)
        core = self.wording.core(words)
        if words[-1].isdigit() or not core or (len(words) < 2 and self.is_area(words)):
            return
        self.sites[core].append((body, site))
        for word in words:
            self.vocabulary.setdefault(word, 1)
        for length in range(1, len(core)):
            whole = length == len(core) - 1 and core[-1] in ("hospital", "infirmary")
            self.site_starts[core[:length]].append((body, site, SITE_START if whole else SITE_WORDS))

    def is_area(self, words: Words) -> bool:
        """Whether all the words are of counties, towns and points of the compass, none of them cut short.

        North Mid is a hospital, North Middlesex may be anything.
        """
        if len(words) > 1 and self.wording.in_full(words) != words:
            return False
        core = self.wording.core(words)
        return bool(core) and all(word in self.areas or word in self.wording.compass_stems for word in core)

    def candidates(
        self, name: str, day: datetime.date | None, *, fuzzy: bool = True, leading: bool = True
    ) -> tuple[Candidate, ...]:
        """The bodies that a name may stand for on a day, best first, each once for each of its eras."""
        words = self.wording.in_full(read_words(name))
        if not words:
            return ()
        found = list(self._found(name, words, day, leading=leading))
        if not found and fuzzy:
            found = list(self._with_typos(words, day))
        found = [candidate for candidate in found if agrees(words[-1], candidate.body.kind)]
        if _begins_with_nhs(words):
            found = [candidate for candidate in found if candidate.title.words[0] == "nhs"]
        best: dict[tuple[str, int], Candidate] = {}
        full = _says_status(words)
        found = [
            _seen_on(
                replace(candidate, full=full, is_future=day is not None and day < candidate.title.early), day
            )
            for candidate in found
        ]
        for candidate in sorted(found, key=lambda candidate: candidate.rank):
            best.setdefault((candidate.body.key, candidate.title.era), candidate)
        return tuple(best.values())

    def _found(
        self, name: str, words: Words, day: datetime.date | None, *, leading: bool
    ) -> Iterator[Candidate]:
        core, strong = self.wording.core(words), self.wording.strong(words)
        for body, title in self.exact.get(words, ()):
            yield Candidate(body, title, LinkedBy.EXACT, EXACT, title.days_from(day))
        if _ABBREVIATION.match(name.strip()):
            for body, spelled in self.abbreviations.get(name.strip().lower(), ()):
                title = spelled or body.title_on(day)
                days = title.days_from(day)
                yield Candidate(
                    body, title, LinkedBy.REGISTER_ALIAS, SHORT_ROW, days, of_title=spelled is not None
                )
        if not strong or self.wording.is_other_body(words):
            return
        for body, title in self.bare.get(core, ()):
            yield Candidate(
                body, title, LinkedBy.EXACT, _bare_score(words, title.words), title.days_from(day)
            )
        for body, _ in self.shorts.get(core, ()):
            title = body.title_on(day)
            days = title.days_from(day)
            yield Candidate(body, title, LinkedBy.REGISTER_ALIAS, SHORT_ROW, days, of_title=False)
        for body, title in self.loose.get(strong - self.wording.faint, ()):
            other = self.wording.core(title.words)
            if not (_in_order(core, other) or _in_order(other, core) or _says_status(words)):
                continue
            score = LOOSE - 0.01 * len(set(core) - set(other)) - 0.02 * bool(strong & self.wording.faint)
            yield Candidate(body, title, LinkedBy.REGISTER_ALIAS, score, title.days_from(day))
        if _begins_with_nhs(words):
            for body, title in self.commissioners.get(core, ()):
                if title.days_from(day) <= NEAR:
                    yield Candidate(body, title, LinkedBy.EXACT, BARE - 0.01, title.days_from(day))
        if leading and not _says_status(words):
            for body, title in self.leading.get(core, ()):
                yield Candidate(body, title, LinkedBy.REGISTER_ALIAS, LEADING, title.days_from(day))
        if not _says_status(words):
            yield from self._at_sites(core, day)

    def _at_sites(self, core: Words, day: datetime.date | None) -> Iterator[Candidate]:
        whole = ((body, site, AT_SITE) for body, site in self.sites.get(core, ()))
        for body, site, score in (*whole, *self.site_starts.get(core, ())):
            if day and (
                (site.valid_from and site.valid_from > day) or (site.valid_to and site.valid_to < day)
            ):
                continue
            title = body.title_on(day)
            yield Candidate(body, title, LinkedBy.SITE, score, title.days_from(day), of_title=False)

    def _with_typos(self, words: Words, day: datetime.date | None) -> Iterator[Candidate]:
        """Candidates of the words with their typos mended."""
        for mended in self.mended(words):
            typos = sum(word != other for word, other in zip(words, mended, strict=True))
            for candidate in self._found("", mended, day, leading=False):
                if candidate.linked_by is not LinkedBy.SITE:
                    yield replace(candidate, linked_by=LinkedBy.FUZZY, score=candidate.score - 0.08 * typos)

    def mended(self, words: Words) -> list[Words]:
        """The readings of words in which each typo is mended; empty where there is nothing to mend."""
        return self._spelling.readings(words)

    @cached_property
    def _spelling(self) -> Vocabulary:
        return Vocabulary(frozenset(self.vocabulary))


def _bare_score(words: Words, title: Words) -> float:
    """A little less where NHS Trust is said of a foundation trust, or the other way round."""
    said = _says_status(words)
    if said and ("foundation" in words) != ("foundation" in title):
        return BARE - 0.005
    return BARE


def _seen_on(candidate: Candidate, day: datetime.date | None) -> Candidate:
    """A short form of a former name as what it is for a body that lives on: an alias of its present name."""
    body = candidate.body
    if candidate.full or day is None or candidate.near or candidate.is_future:
        return candidate
    if candidate.linked_by is LinkedBy.FUZZY or not body.opened <= day <= body.closed:
        return candidate
    score = min(candidate.score, LOOSE - 0.01)
    return replace(
        candidate, title=body.title_on(day), linked_by=LinkedBy.REGISTER_ALIAS, score=score, days=0
    )


def _in_order(words: Words, others: Words) -> bool:
    """Whether the words all stand in the others, in the same order."""
    rest = iter(others)
    return all(word in rest for word in words)


def agrees(last: str, kind: str) -> bool:
    """Whether a name that ends in Trust or Board may be of a body of this kind."""
    board = kind in ("scottish_board", "welsh_health_board", "icb")
    if last == "trust":
        return not board and kind != "ccg"
    return last != "board" or board


def _begins_with_nhs(words: Words) -> bool:
    """Whether it is a name like NHS Lothian or NHS Kent and Medway, which no English trust has."""
    return words[0] == "nhs" and len(words) > 1 and not _says_status(words)


def _says_status(words: Words) -> bool:
    return words[-1] == "trust"


def settle(candidates: Sequence[Candidate]) -> Candidate | None:
    """The best candidate where no other body comes near it, else None."""
    if not candidates:
        return None
    best = candidates[0]
    rivals = [other for other in candidates[1:] if other.body.key != best.body.key]
    return None if any(best.worth - other.worth < _MARGIN for other in rivals) else best
