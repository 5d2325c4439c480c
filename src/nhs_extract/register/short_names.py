"""Short names: abbreviations, short forms and hospitals that stand for an organisation."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from nhs_extract.models import AnnotatedArticle, Entity, LinkedBy, Mention
from nhs_extract.register import aliases
from nhs_extract.register.anchors import Anchor, form_of
from nhs_extract.register.bodies import Title
from nhs_extract.register.context import ContextReader, Use
from nhs_extract.register.full_names import FullNames, goes_on
from nhs_extract.register.index import LEADING, Candidate, Index
from nhs_extract.register.naming import COMMISSIONERS, entity_of
from nhs_extract.register.places import ORGANISATION, Place
from nhs_extract.register.rows import NationalBody
from nhs_extract.register.standing_alone import StandingAlone
from nhs_extract.register.wording import Wording, Words, read_words

_BRACKETED = re.compile(r"\((?P<letters>[A-Z][\w&]*[A-Z][\w&]*)\)")
_LONGEST_DEFINED = 10
_BETWEEN = re.compile(r"^(?:,|,?\s(?:and|&|or))\s(?:the\s)?$")
_WITH_AND = re.compile(r"(?<![\w&])[A-Z]{1,4}&[A-Z]{1,4}(?![\w&])")
_LONG = 3


@dataclass(frozen=True)
class Found:
    """An organisation for a name, and why; the candidate where the register alone explains it."""

    entity: Entity
    linked_by: LinkedBy | None
    score: float | None
    candidate: Candidate | None = None

    @property
    def named(self) -> Entity:
        """The entity with the reason of this mention."""
        return self.entity.model_copy(update={"linked_by": self.linked_by, "score": self.score})


@dataclass(frozen=True)
class ShortNames:
    """What one article has told in full, by which its shorter names are read."""

    index: Index
    nationals: Mapping[str, NationalBody]
    reader: ContextReader
    full: FullNames
    anchors: tuple[Anchor, ...]
    alone: StandingAlone
    elsewhere: frozenset[str]
    text: str

    @classmethod
    def build(
        cls,
        annotated: AnnotatedArticle,
        full: FullNames,
        index: Index,
        reader: ContextReader,
        nationals: Mapping[str, NationalBody],
    ) -> "ShortNames":
        """Ready to read the short names of one article; ``nationals`` are found by name or abbreviation."""
        text = annotated.article.text
        anchors = {anchor.entity.name: anchor for anchor in full.anchors.values()}
        elsewhere = _defined_elsewhere(text, index.wording)
        return cls(
            index=index,
            nationals=nationals,
            reader=reader,
            full=full,
            anchors=tuple(anchors.values()),
            alone=StandingAlone(index, reader, full, elsewhere),
            elsewhere=elsewhere,
            text=text,
        )

    def find(self, place: Place) -> Found | None:
        """The organisation that a shorter name stands for, or None."""
        words = read_words(place.text)
        if not words or self.index.wording.is_other_body(words) or goes_on(place, self.index):
            return None
        return (
            self._national(place, words)
            or self._alias(place)
            or self._short_form(place, words)
            or self._site_of_anchor(place, words)
            or self._by_register(place, words)
            or self._typo(place)
        )

    def beside(self, places: Sequence[Place], linked: Sequence[Mention]) -> Iterator[tuple[Mention, Found]]:
        """Names that only their neighbours explain: members of a list that holds an organisation."""
        near: dict[int, list[Mention]] = defaultdict(list)
        for start, end in {(place.sentence.start, place.sentence.end) for place in places}:
            near[start] = [mention for mention in linked if start <= mention.start < end]
        done: set[int] = set()
        for place in [*places, *reversed(places)]:
            others = near[place.sentence.start]
            if id(place) not in done and any(_neighbours(place, other) for other in others):
                found = self._by_neighbour(place)
                if found is not None:
                    done.add(id(place))
                    others.append(place.mention)
                    yield place.mention, found

    def sweep(self, annotated: AnnotatedArticle) -> Iterator[tuple[Mention, Found]]:
        """The places of abbreviations that are no words, such as C&I and RD&E: no other step finds those."""
        for sentence in annotated.sentences:
            for match in _WITH_AND.finditer(sentence.text):
                mention = Mention(
                    label=ORGANISATION,
                    text=match.group(),
                    start=sentence.start + match.start(),
                    end=sentence.start + match.end(),
                    pattern="names.abbreviation_with_and",
                )
                place = Place(sentence, mention)
                found = self._alias(place) or self._by_register(place, read_words(place.text))
                if found is not None:
                    yield mention, found

    def _national(self, place: Place, words: Words) -> Found | None:
        body = self.nationals.get(" ".join(words))
        if body is None and place.text.lower() not in self.full.aliases:
            body = self.nationals.get(place.text)
            if body is not None and place.text in self.elsewhere and body.name not in self.text:
                return None
        if body is None or not place.text[0].isupper():
            return None
        name = body.name if body.name in self.text else place.text
        return Found(Entity(name=name, kind="other"), LinkedBy.EXACT, 1.0)

    def _alias(self, place: Place) -> Found | None:
        """An abbreviation that the article defines, or whose letters begin the words of one of its names."""
        text = place.text
        anchor = self.full.aliases.get(text.lower())
        if anchor is not None:
            return Found(anchor.entity, LinkedBy.ARTICLE_ALIAS, 1.0)
        if not aliases.is_abbreviation(text):
            return None
        spelled = [
            anchor for anchor in self.anchors if aliases.spells(text, anchor.entity.name, self.index.wording)
        ]
        return Found(spelled[0].entity, LinkedBy.ARTICLE_ALIAS, 0.95) if len(spelled) == 1 else None

    def _typo(self, place: Place) -> Found | None:
        """A slip in an abbreviation that the article, or the register for its organisations, has."""
        if not aliases.is_abbreviation(place.text):
            return None
        known = {
            abbreviation.lower(): anchor
            for anchor in self.anchors
            if anchor.body is not None
            for abbreviation in anchor.body.abbreviations
        } | self.full.aliases
        alias = aliases.typo_of(place.text, known)
        return Found(known[alias].entity, LinkedBy.FUZZY, 0.9) if alias else None

    def _short_form(self, place: Place, words: Words) -> Found | None:
        """A shorter form of a name that the article prints in full elsewhere."""
        wording = self.index.wording
        form = form_of(words, wording)
        telling = wording.is_telling(words)
        if not form.strong or words[-1] == "nhs" or (not telling and len(form.core) < 2):
            return None
        fits = [(anchor.fit(form), anchor) for anchor in self.anchors]
        best = max((fit for fit, _ in fits), default=0)
        if not best:
            return self._misspelt(place, words)
        closest = [anchor for fit, anchor in fits if fit == best]
        if len(closest) != 1 or (best == 1 and not telling and place.mention.label != ORGANISATION):
            return None
        if not self._stands_for_anchor(place, words):
            return None
        return Found(closest[0].entity, LinkedBy.ARTICLE_ALIAS, 0.95 if best > 1 else 0.9)

    def _misspelt(self, place: Place, words: Words) -> Found | None:
        mended = self.index.mended(words) if len(words) > 1 else []
        found = self._short_form(place, mended[0]) if len(mended) == 1 else None
        return found and Found(found.entity, LinkedBy.FUZZY, 0.88)

    def _site_of_anchor(self, place: Place, words: Words) -> Found | None:
        """A hospital of an organisation that the article names in full."""
        if self.index.is_area(words) or not self.index.wording.is_telling(words):
            return None
        candidates = self.index.candidates(place.text, self.full.day, fuzzy=False, leading=False)
        sites = [candidate for candidate in candidates if candidate.linked_by is LinkedBy.SITE]
        owners = {candidate.body.key for candidate in sites}
        anchors = [anchor for anchor in self.anchors if anchor.body and anchor.body.key in owners]
        if len(anchors) != 1 or len(owners) != 1:
            return None
        if not self.alone.is_organisation(place, words, sites[0]):
            return None
        return Found(anchors[0].entity, LinkedBy.SITE, sites[0].score)

    def _by_register(self, place: Place, words: Words) -> Found | None:
        best = self.alone.find(place, words)
        return None if best is None else self._of(best, place)

    def _by_neighbour(self, place: Place) -> Found | None:
        words = read_words(place.text)
        wording = self.index.wording
        if not words or not wording.is_telling(words):
            return None
        best = self.alone.best(place)
        if best is None or best.linked_by is LinkedBy.SITE:
            return None
        area = self.index.is_area(words)
        use = self.reader.use(place.before, place.after, strict=True, area=area)
        if use is Use.PLACE or (area and best.score <= LEADING):
            return None
        alone = len(wording.core(words)) < 2
        return None if alone and use is not Use.ORGANISATION else self._of(best, place)

    def _of(self, best: Candidate, place: Place) -> Found:
        """The organisation of a candidate, under the name that the article has for it if it has one."""
        score = round(best.score, 3)
        same = [anchor for anchor in self.anchors if anchor.body and anchor.body.key == best.body.key]
        same.sort(key=lambda anchor: anchor.era != best.title.era)
        if same and (same[0].era == best.title.era or not best.of_title):
            return Found(same[0].entity, best.linked_by, score, best)
        name: Title | str = best.title
        if best.body.kind in COMMISSIONERS:
            name = place.text
        elif best.linked_by is not LinkedBy.EXACT:
            name = best.body.title_on(self.full.day, best.title.era)
        entity = entity_of(best.body, name, self.full.day, best.linked_by, score)
        return Found(entity, best.linked_by, score, best)

    def _stands_for_anchor(self, place: Place, words: Words) -> bool:
        """Whether a short form of a body that the article names is used as an organisation."""
        wording = self.index.wording
        if wording.says_kind(words) or words[-1] in wording.organisation_ends:
            return True
        core, area = wording.core(words), self.index.is_area(words)
        if all(word in wording.compass or word in wording.nations for word in words):
            return False
        if area and len(core) >= _LONG and core in self.index.bare:
            return self.reader.use(place.before, place.after, strict=False, area=False) is not Use.PLACE
        use = self.reader.use(place.before, place.after, strict=False, area=area or len(core) < 2)
        if area or use is Use.ORGANISATION:
            return use is Use.ORGANISATION
        long = len(words) > 1 or words[-1] not in wording.buildings
        return (use is Use.UNCLEAR and long) or (use is Use.PLACE and _is_no_building(core, wording))


def _is_no_building(core: Words, wording: Wording) -> bool:
    """Whether a name of several words is no single building: Royal Surrey stays the trust after "at"."""
    return len(core) > 1 and core[-1] not in wording.buildings


def _defined_elsewhere(text: str, wording: Wording) -> frozenset[str]:
    """Abbreviations that the article defines, whether we know the name before them or not."""
    return frozenset(
        found["letters"]
        for found in _BRACKETED.finditer(text)
        if _spelled_by_end(found["letters"], text[max(0, found.start() - 120) : found.start()], wording)
    )


def _spelled_by_end(letters: str, words: str, wording: Wording) -> bool:
    last = words.split()[-_LONGEST_DEFINED:]
    return any(aliases.spells(letters, " ".join(last[first:]), wording) for first in range(len(last) - 1))


def _neighbours(place: Place, other: Mention) -> bool:
    """Whether two names stand side by side in a list."""
    mention, sentence = place.mention, place.sentence
    if mention.overlaps(other):
        return False
    left, right = (mention, other) if mention.end <= other.start else (other, mention)
    return bool(_BETWEEN.match(sentence.between(left, right)))
