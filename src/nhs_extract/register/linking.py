"""Linking: the names of an article are tied to the organisations that they stand for."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from nhs_extract.models import AnnotatedArticle, LinkedBy, Mention
from nhs_extract.register.context import ContextReader
from nhs_extract.register.full_names import FullNames, read_full_names
from nhs_extract.register.index import LOOSE, Index, settle
from nhs_extract.register.places import NAME, ORGANISATION, Place, reread
from nhs_extract.register.rows import NationalBody
from nhs_extract.register.short_names import Found, ShortNames
from nhs_extract.register.wording import read_words

SITE = "SITE"
PERSON = "PERSON"

_Links = Sequence[tuple[Mention, Found | None]]


@dataclass(frozen=True)
class Linker:
    """Ties names to the bodies of an index."""

    index: Index
    nationals: dict[str, NationalBody]
    reader: ContextReader

    @classmethod
    def build(cls, index: Index, nationals: Iterable[NationalBody]) -> "Linker":
        """A linker over an index; ``nationals`` are bodies that are known not to be providers."""
        found: dict[str, NationalBody] = {}
        for body in nationals:
            found[" ".join(read_words(body.name))] = body
            if body.abbreviation:
                found[body.abbreviation] = body
        return cls(index=index, nationals=found, reader=ContextReader.build(index.wording.context))

    def link(self, annotated: AnnotatedArticle) -> AnnotatedArticle:
        """The article with its organisations tied to entities; names that are none are left out.

        First the names that are printed in full, then by them the shorter ones, last what stands beside an
        organisation in a list. A strong name that nothing explains stays as a SITE without entity.
        """
        article = annotated.article
        places = [read for place in self._places(annotated) for read in reread(place, self.index)]
        full = read_full_names(places, self.index, article.published, article.text)
        short = ShortNames.build(annotated, full, self.index, self.reader, self.nationals)
        explained = {place: _in_full(place, full) or short.find(place) for place in places}
        learned = [
            (place, found.entity, found.candidate)
            for place, found in explained.items()
            if found and found.candidate and found.candidate.linked_by is not LinkedBy.SITE
        ]
        if learned:
            full = full.knowing(learned, self.index)
            short = ShortNames.build(annotated, full, self.index, self.reader, self.nationals)
        links = [self._trimmed(place, explained[place] or short.find(place)) for place in places]
        linked = [mention for mention, found in links if found is not None]
        left = [place for place, (_, found) in zip(places, links, strict=True) if found is None]
        return _relabelled(annotated, [*links, *short.beside(left, linked), *short.sweep(annotated)])

    def _places(self, annotated: AnnotatedArticle) -> Iterator[Place]:
        """The places of names. A person's name is none, unless the register has it: Hywel Dda, St Thomas'."""
        for sentence in annotated.sentences:
            persons = [mention for mention in sentence.mentions if mention.label == PERSON]
            for mention in sentence.labelled(ORGANISATION, NAME):
                over = [person for person in persons if person.overlaps(mention)]
                place = Place(sentence, mention)
                if mention.label == ORGANISATION or not over or self._is_no_person(place, over, annotated):
                    yield place

    def _is_no_person(self, place: Place, persons: Sequence[Mention], annotated: AnnotatedArticle) -> bool:
        if not all(place.mention.contains(person) for person in persons) or len(place.text.split()) < 2:
            return False
        best = settle(
            self.index.candidates(place.text, annotated.article.published, fuzzy=False, leading=False)
        )
        return best is not None and best.near and best.score >= LOOSE

    def _trimmed(self, place: Place, found: Found | None) -> tuple[Mention, Found | None]:
        """A linked name without a possessive ending that is no part of it: Frimley's, but King's."""
        mention = place.mention
        if found is not None and mention.text[-1] in "’'" and place.before[-1:] in ("‘", "'"):
            return mention.model_copy(update={"text": mention.text[:-1], "end": mention.end - 1}), found
        bare = mention.text[: len(mention.text) - len(place.possessive)]
        if found is None or not place.possessive:
            return mention, found
        if bare.rpartition(" ")[2] + "'" in found.entity.name.replace("’", "'").split():
            return mention, found
        last, singular = read_words(mention.text)[-1], read_words(bare)[-1]
        if last in self.index.vocabulary and singular not in read_words(found.entity.name):
            return mention, found
        return mention.model_copy(update={"text": bare, "end": mention.start + len(bare)}), found


def _in_full(place: Place, full: FullNames) -> Found | None:
    printed = full.printed.get(place)
    if printed is None:
        return None
    entity = full.anchors[printed.text].entity
    if printed.candidate is None:
        return Found(entity, None, None)
    return Found(entity, printed.candidate.linked_by, round(printed.candidate.score, 3))


def _longest_first(link: tuple[Mention, Found | None]) -> tuple[int, bool, int]:
    mention, found = link
    return mention.start - mention.end, found is None, mention.start


def _relabelled(annotated: AnnotatedArticle, links: _Links) -> AnnotatedArticle:
    """The article with linked names in place of all candidates; of names that overlap the longest stays."""
    kept: list[Mention] = []
    for mention, found in sorted(links, key=_longest_first):
        if (found is None and mention.label == NAME) or any(mention.overlaps(other) for other in kept):
            continue
        label, entities = (SITE, ()) if found is None else (ORGANISATION, (found.named,))
        kept.append(mention.model_copy(update={"label": label, "entities": entities}))
    sentences = []
    for sentence in annotated.sentences:
        here = [mention for mention in kept if sentence.contains(mention)]
        linked = [mention for mention in here if mention.label == ORGANISATION]
        others = [
            mention
            for mention in sentence.mentions
            if mention.label not in (ORGANISATION, NAME)
            and not (mention.label == PERSON and any(mention.overlaps(other) for other in linked))
        ]
        ordered = sorted([*others, *here], key=lambda mention: (mention.start, -mention.end, mention.label))
        sentences.append(sentence.model_copy(update={"mentions": tuple(ordered)}))
    return annotated.model_copy(update={"sentences": tuple(sentences)})
