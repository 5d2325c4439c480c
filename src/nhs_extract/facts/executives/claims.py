"""Claims: what an article says of people's posts, sentence by sentence."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from nhs_extract.facts.executives.bodies import distinct
from nhs_extract.facts.executives.claim import NO_ROLES, Claim, Memory, evidence
from nhs_extract.facts.executives.ellipses import elliptic_holdings, elliptic_leadings
from nhs_extract.facts.executives.holders import Holding, holdings
from nhs_extract.facts.executives.lines import Lines
from nhs_extract.facts.executives.outline import Outline
from nhs_extract.facts.executives.places import (
    is_of_group,
    is_to_come,
    is_unnamed,
    only_provider,
    places_of,
    says,
    together,
)
from nhs_extract.facts.executives.posts import Post, posts
from nhs_extract.facts.executives.status import Reading, Status, status_of
from nhs_extract.facts.executives.successions import arrivals, leavings, successions
from nhs_extract.facts.executives.tables import Table
from nhs_extract.facts.executives.verbs import Leading, leadings
from nhs_extract.models import Entity, Mention

_NEW = re.compile(r"\b(?:[Aa]|[Aa]n|new|next|permanent|first|single|one)\s")
_BEGINNING = frozenset({"began", "will begin", "announced"})
_JOINT = re.compile(r",?\s(?:(?:and|with)\s)?")
# Rules by which a person shares the verb of the one before.
_SHARING_VERB = frozenset({"title", "as"})
_FINITE = re.compile(r"\s(?:has|had|will|is|was|said|says|told|who|also|\w+ed|took|became)\b")
_NEARBY = 4  # sentences
_DEPUTIES = {"chief executive": "deputy chief executive", "chair": "vice chair"}


@dataclass
class ClaimReader:
    """Reads the claims of an article; ``parties`` are the organisations that it names together."""

    published: date | None
    parties: tuple[Entity, ...]
    memory: Memory = field(default_factory=Memory)
    lines: Lines = field(default_factory=Lines)
    table: Table = field(default_factory=Table)

    def read(self, outlines: Sequence[Outline]) -> list[Claim]:
        """All claims in reading order."""
        for number, outline in enumerate(outlines):
            found = tuple(posts(outline))
            said = [post for post in found if not post.is_elsewhere and not post.is_outside]
            self.memory.vacant.extend(_vacant(outline, post, number) for post in said)
            rows = self.table.row(outline, found)
            in_rows = {holding.person.name for holding in rows}
            tied = [h for h in holdings(outline, found) if h.person.name not in in_rows] + rows
            led = list(leadings(outline))
            parts: list[Holding | Leading] = [
                *tied,
                *led,
                *elliptic_holdings(outline, tied),
                *elliptic_leadings(outline, led),
                *self.lines.pair(outline, found, has_holder=bool(tied)),
            ]
            for part in sorted(parts, key=_place):
                if isinstance(part, Leading):
                    self.memory.said.extend(self._of_leading(outline, part, number))
                else:
                    self.memory.said.extend(self._of_holding(outline, part, number, found))
            self.memory.said.extend(self._of_description(outlines, number, found, tied))
            self.memory.said.extend(self._of_introduction(outline, number))
            self.memory.said.extend(self._of_succession(outline, number))
        return self.memory.said

    def _of_holding(
        self, outline: Outline, holding: Holding, number: int, found: Sequence[Post]
    ) -> Iterator[Claim]:
        post, person = holding.post, holding.person
        if person.is_outsider or post.is_outside or is_unnamed(post):
            return
        reading = self._reading(outline, holding)
        if is_to_come(outline, holding):
            reading = replace(reading, status=Status.INCOMING)
        for order, role in enumerate(post.roles):
            if holding.roles and order not in holding.roles:
                continue
            claim = Claim(
                person=person.name,
                honorific=person.honorific,
                role=role.value or "",
                printed=role.text,
                entities=places_of(outline, holding) or self._of_whose(post),
                reading=reading,
                evidence=evidence(outline, holding.start, holding.end, holding.rule),
                number=number,
                together=together(outline, post),
                is_shared=says(outline, post, "joint", "shared", "common"),
                is_group=is_of_group(outline, holding),
                is_national=post.is_national,
                consumed=tuple(body for other in found for body in other.bodies),
            )
            if role.label == "EXECUTIVE_POST":
                yield from self._elsewhere(claim, role, post)
            elif claim.role not in NO_ROLES:
                yield claim

    def _of_whose(self, post: Post) -> tuple[Entity, ...]:
        """Where the person is whose chair somebody is: ``"she and her chairman, Al Green"``."""
        known = self.memory.held_by(post.whose) if post.whose and not post.is_elsewhere else None
        return known.entities if known else ()

    def _reading(self, outline: Outline, holding: Holding) -> Reading:
        """The status; in "Amy Gray becomes chair, Al Green director" the second has the first's."""
        reading = status_of(outline, holding, self.published)
        last = self.memory.last
        if reading.is_said or last is None or holding.rule not in _SHARING_VERB:
            return reading
        end = last.evidence.end - outline.sentence.start
        joined = 0 <= end <= holding.person.start and _JOINT.fullmatch(
            outline.text[end : holding.person.start]
        )
        return last.reading if joined else reading

    def _elsewhere(self, claim: Claim, role: Mention, post: Post) -> Iterator[Claim]:
        """The claim of a post whose role was named before, for the same person, a predecessor, a deputy."""
        if role.value == "top":
            yield replace(claim, role="chief executive")
            return
        known = self._meant(claim, role, post)
        entities = claim.entities
        if known is not None and role.value == "counterpart" and not entities and len(self.parties) == 2:
            entities = tuple(entity for entity in self.parties if entity not in known.entities)
        if known is None or (role.value in {"same", "counterpart"} and len(entities) == 0):
            return
        reading = claim.reading
        if role.value == "predecessor":
            reading = Reading(Status.FORMER, is_said=True)
        if role.value == "deputy":
            if known.role not in _DEPUTIES or known.person == claim.person:
                return
            known = replace(known, role=_DEPUTIES[known.role])
        yield replace(
            claim,
            role=known.role,
            reading=reading,
            entities=entities or known.entities,
            is_group=known.is_group,
        )

    def _meant(self, claim: Claim, role: Mention, post: Post) -> Claim | None:
        """The post that such words as "the same job" or "her predecessor" stand for."""
        if role.value == "this":
            other = post.whose if post.whose != claim.person else None
            return self.memory.headship_of(other) if other else self.memory.last_post()
        person = claim.person if role.value == "same" else post.whose
        return self.memory.last_of(person) or self.memory.last

    def _of_leading(self, outline: Outline, leading: Leading, number: int) -> Iterator[Claim]:
        entities = distinct(leading.bodies)
        role = leading.verb.value or ""
        if role == "same":
            known = self.memory.last_of(leading.person.name)
            role = known.role if known else ""
        if leading.person.is_outsider or not entities or not role:
            return
        yield Claim(
            person=leading.person.name,
            honorific=leading.person.honorific,
            role=role,
            printed=leading.verb.text,
            entities=entities,
            reading=Reading(leading.status, is_said=True, is_weak=leading.verb.value == "chief executive"),
            evidence=evidence(outline, leading.start, leading.end, "verb"),
            number=number,
        )

    def _of_succession(self, outline: Outline, number: int) -> Iterator[Claim]:
        """The claims of who comes after whom, and of who goes, where the post is known from elsewhere."""
        for succession in successions(outline):
            after = self.memory.headship_of(succession.after.name)
            before = self.memory.headship_of(succession.before.name)
            known = before or after
            if known is None:
                continue
            person = succession.after if before else succession.before
            status = succession.status_after if before else succession.status_before
            has_other = after is not None and before is not None and after.role == before.role
            if not has_other and not self.memory.has(person.name, known):
                words = evidence(outline, succession.start, succession.end, "succession")
                claim = known.of(person, status, words, number)
                own = distinct(succession.own) if before is None else ()
                yield replace(claim, entities=own or claim.entities)
        for arriving in arrivals(outline):
            known = self.memory.recent_headship()
            if (
                known is not None
                and known.person != arriving.person.name
                and known.number >= number - _NEARBY
            ):
                words = evidence(outline, arriving.start, arriving.end, "arriving")
                yield known.of(arriving.person, arriving.status, words, number)
        for leaving in leavings(outline):
            known = self.memory.recent_headship()
            if known is not None and self.memory.last_of(leaving.person.name) is None:
                words = evidence(outline, leaving.start, leaving.end, "leaving")
                yield known.of(leaving.person, leaving.status, words, number)

    def _of_description(
        self, outlines: Sequence[Outline], number: int, found: Sequence[Post], tied: Sequence[Holding]
    ) -> Iterator[Claim]:
        """The claim of a person named before: ``"Amy Gray is to retire. The chair of A said so."``."""
        post = found[0] if found else None
        if number == 0 or post is None or post.start > 0 or any(holding.post is post for holding in tied):
            return
        names = {p.name: p for p in outlines[number - 1].persons}
        outline, person = outlines[number], next(iter(names.values()), None)
        is_described = post.has_article and not post.is_plural and not post.is_elsewhere
        if person is None or len(names) != 1 or not is_described or self.memory.last_of(person.name):
            return
        if _FINITE.match(outline.text, post.end):
            link = (post.end, post.end)
            holding = Holding(person, post, "description", post.start, post.end, link)
            yield from self._of_holding(outline, holding, number, found)

    def _of_introduction(self, outline: Outline, number: int) -> Iterator[Claim]:
        """The claim of who begins, after a sentence with a post: "A has a new chair. Al Green starts"."""
        person = next((p for p in outline.persons if p.start == 0), None)
        before = [c for c in self.memory.vacant if c.number == number - 1 and c.is_new]
        if person is None or person.is_pronoun or person.is_outsider or not before:
            return
        post = before[-1]
        is_held = any(c.number >= number - 1 and c.role == post.role for c in self.memory.said)
        cues = outline.mentions(person.end, len(outline.text), "EXECUTIVE_STATUS")
        begins = [cue for cue in cues if cue.value in _BEGINNING]
        if not begins or is_held or post.role in NO_ROLES or self.memory.last_of(person.name):
            return
        is_ahead = any(cue.value == "will begin" for cue in begins)
        words = evidence(outline, person.start, begins[0].end - outline.sentence.start, "introduction")
        yield post.of(person, Status.INCOMING if is_ahead else Status.CURRENT, words, number)


def _place(part: Holding | Leading) -> int:
    return part.post.start if isinstance(part, Holding) else part.start


def _vacant(outline: Outline, post: Post, number: int) -> Claim:
    """A post by itself, for what later words such as "the role" stand for."""
    return Claim(
        person="",
        honorific=None,
        role=post.roles[0].value or "",
        printed=post.roles[0].text,
        entities=distinct(post.bodies) or only_provider(outline),
        reading=Reading(Status.CURRENT, is_said=False),
        evidence=evidence(outline, post.start, post.end, "vacant"),
        number=number,
        together=together(outline, post),
        is_new=_NEW.search(outline.sentence.text[post.start : post.end]) is not None,
    )
