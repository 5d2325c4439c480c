"""Holders: which person of a sentence has which post, by the words between them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from nhs_extract.facts.executives.bodies import Body, distinct
from nhs_extract.facts.executives.grammar import (
    AFTER,
    AND,
    AND_ALSO,
    AND_DATED,
    AND_OWN,
    AND_THE,
    BEFORE,
    GIVING,
    LIST_OPENS,
    OWN_AFTER,
    OWN_BODY,
)
from nhs_extract.facts.executives.outline import Outline, Person
from nhs_extract.facts.executives.posts import Post


@dataclass(frozen=True)
class Holding:
    """A person and a post, and the rule that ties them; ``own`` is where this person of several holds it."""

    person: Person
    post: Post
    rule: str
    start: int
    end: int
    link: tuple[int, int]
    own: tuple[Body, ...] = ()
    roles: tuple[int, ...] = ()
    is_given_up: bool = False


def holdings(outline: Outline, found: Sequence[Post]) -> Iterator[Holding]:
    """Who holds which post, in reading order of the posts."""
    before: dict[int, Holding] = {}
    taken: set[Person] = set()
    for number, post in enumerate(found):
        listed = _one_each(list(_listed(outline, post)), post) if post.is_plural else []
        if listed:
            yield from listed
            taken.update(holding.person for holding in listed)
            continue
        previous = before.get(number - 1)
        ahead = _ahead(outline, post)
        back = _back(outline, post, found[number - 1] if number else None, previous)
        if back and ahead and len(post.roles) > 1 and ahead.rule == "before_name":
            yield replace(back, roles=tuple(range(len(post.roles) - 1)))
            back, ahead = None, replace(ahead, roles=(len(post.roles) - 1,))
        if ahead and (ahead.rule == "since_left" or (ahead.rule == "by" and back is not None)):
            yield ahead
            ahead = None
        chosen = _choose(back, ahead, taken)
        if chosen is None:
            continue
        if chosen is back:
            before[number] = back
        elif number and (number - 1) not in before and _shares_holder(outline, found[number - 1], post):
            yield replace(chosen, post=found[number - 1], start=found[number - 1].start)
        taken.add(chosen.person)
        yield from _spread(outline, chosen)


def _back(outline: Outline, post: Post, last: Post | None, previous: Holding | None) -> Holding | None:
    """The holder named before the post."""
    if (
        previous is not None
        and last is not None
        and not (post.whose and post.is_elsewhere)
        and AND_ALSO.fullmatch(outline.text[last.end : post.start])
    ):
        return Holding(
            previous.person, post, previous.rule + "_also", previous.start, post.end, (last.end, post.start)
        )
    person = next((p for p in reversed(outline.persons) if p.end <= post.start), None)
    if person is None:
        return None
    gap = outline.text[person.end : post.start]
    for rule, expression in BEFORE:
        if expression.fullmatch(gap):
            if rule == "title" and (post.has_article or post.owners):
                continue
            if (rule == "same_post" or _is_this(post)) and not _may_be_loose(outline, post, person):
                continue
            given_up = rule in {"as", "takes"} and GIVING.search(outline.text[: person.start]) is not None
            link = (person.end, post.start)
            return Holding(person, post, rule, person.start, post.end, link, is_given_up=given_up)
    return None


def _may_be_loose(outline: Outline, post: Post, person: Person) -> bool:
    """Whether "the same job" or, after a verb of coming and going, "the post" may be this person's."""
    if not post.is_elsewhere or (post.whose and not _is_this(post)):
        return False
    values = {role.value for role in post.roles}
    if "term" in post.roles[0].text or "top" in values:
        return True
    return "same" in values or (
        "this" in values
        and any(
            cue.value not in {"is", "was"}
            for cue in outline.mentions(person.end, post.start, "EXECUTIVE_STATUS")
        )
    )


def _is_this(post: Post) -> bool:
    return all(role.value == "this" for role in post.roles)


def _ahead(outline: Outline, post: Post) -> Holding | None:
    """The holder named after the post."""
    person = next((p for p in outline.persons if p.start >= post.end), None)
    if person is None or person.is_pronoun or _is_this(post):
        return None
    gap = outline.text[post.end : person.start]
    for rule, expression in AFTER:
        if expression.fullmatch(gap):
            if rule == "since_left" and not _leaves(outline, gap, person):
                continue
            own = own_body(outline, person)
            link = (post.end, person.start)
            return Holding(
                person, post, rule, post.start, person.end, link, own=own if not post.bodies else ()
            )
    return None


def _leaves(outline: Outline, gap: str, person: Person) -> bool:
    """Whether the words by a name say that this person went: ``"since Amy Gray left"``."""
    cues = outline.mentions(person.end, person.end + 40, "EXECUTIVE_STATUS")
    place = person.end + outline.sentence.start + 1
    return gap.endswith(" of ") or any(cue.value == "left" and cue.start <= place + 5 for cue in cues)


def _choose(back: Holding | None, ahead: Holding | None, taken: set[Person]) -> Holding | None:
    if back is None or ahead is None:
        return back or ahead
    if ahead.rule == "before_name":
        return ahead
    if back.rule in {
        "copula",
        "as",
        "named",
        "office",
        "takes",
        "contracted",
        "same_post",
    } or back.rule.endswith("_also"):
        if not back.rule.endswith("_also") or not ahead.post.has_article or ahead.rule != "apposed_name":
            return back
        return ahead
    if back.person in taken or (
        ahead.post.owners and ahead.rule == "apposed_name" and back.rule != "apposition"
    ):
        return ahead
    return back


def _listed(outline: Outline, post: Post) -> Iterator[Holding]:
    """The holders of a plural post: ``"the two chairs, Amy Gray (NBT) and Al Green (UHBW)"``."""
    place = post.end
    opens = LIST_OPENS.match(outline.text, place)
    while opens is not None:
        person = next((p for p in outline.persons if p.start == opens.end() and not p.is_pronoun), None)
        if person is None:
            return
        own = OWN_BODY.match(outline.text, person.end)
        bodies = outline.bodies_in(*own.span()) if own else ()
        place = own.end() if own else person.end
        start = post.start if post.end == opens.start() else person.start
        yield Holding(person, post, "list", start, place, (post.end, post.end), own=bodies)
        opens = AND_DATED.match(outline.text, place)


def _one_each(listed: list[Holding], post: Post) -> list[Holding]:
    """The holdings of a list, each with one body where the post names as many: "the chairs of both"."""
    entities = distinct(post.bodies)
    if len(listed) < 2 or len(listed) != len(entities) or any(holding.own for holding in listed):
        return listed
    return [
        replace(holding, own=(Body((entity,), post.start, post.end),))
        for holding, entity in zip(listed, entities, strict=True)
    ]


def own_body(outline: Outline, person: Person) -> tuple[Body, ...]:
    """The organisation said after a person's name: ``"Amy Gray (NBT)"``, ``"Chair: Amy Gray, NBT"``."""
    own = OWN_AFTER.match(outline.text, person.end)
    return outline.bodies_in(*own.span()) if own else ()


def _spread(outline: Outline, holding: Holding) -> Iterator[Holding]:
    """The holding of every person that "and" joins to its person, where the post is of several."""
    group = [holding.person]
    if holding.person.end <= holding.post.start:
        for person in reversed([p for p in outline.persons if p.end <= holding.person.start]):
            if not AND_OWN.fullmatch(outline.text[person.end : group[0].start]):
                break
            group.insert(0, person)
    else:
        for person in [p for p in outline.persons if p.start >= holding.person.end]:
            if not AND.fullmatch(outline.text[group[-1].end : person.start]):
                break
            group.append(person)
    if holding.rule == "same_post" and holding.post.is_plural:
        group = list({p.name: p for p in outline.persons if p.end <= holding.post.start}.values())
    roles = 0 if holding.roles else len(holding.post.roles)
    if roles > 1 and roles == len(group):
        for number, person in enumerate(group):
            yield replace(
                holding, person=person, start=min(group[0].start, holding.post.start), roles=(number,)
            )
    elif len(group) > 1 and holding.post.is_plural:
        places = holding.post.places if len(holding.post.places) == len(group) else ()
        for number, person in enumerate(group):
            own = (places[number],) if places else own_body(outline, person) or holding.own
            yield replace(holding, person=person, start=min(group[0].start, holding.start), own=own)
    else:
        yield holding


def _shares_holder(outline: Outline, first: Post, second: Post) -> bool:
    """Whether two posts before a name are of one person: ``"chair of A and trustee of B, Amy Gray"``."""
    return AND_THE.fullmatch(outline.text[first.end : second.start]) is not None
