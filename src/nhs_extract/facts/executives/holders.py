"""Holders: which person of a sentence has which post, by the words between them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from nhs_extract.facts.executives.bodies import Body, distinct
from nhs_extract.facts.executives.outline import BODY, OUTSIDE, PERSON, PRONOUN, ROLE, Outline, Person
from nhs_extract.facts.executives.posts import Post

# No other person and no end of a quotation may stand between a person and a post.
_FREE = rf"[^{PERSON}{PRONOUN}“”\"]"
_ARTICLE = r"(?:the\s|a\s|an\s|its\s|our\s|their\s|one\sof\s)?"
_ADVERB = (
    r"(?:now|also|currently|already|still|once|previously|formerly|then|again|both|only|to\sbe|jointly|\w+ly)"
)
_TIME = r"(?:now|currently|then|formerly|previously|once|until|at|since|for|in|already|also|both|today|himself|herself|respectively|again|still|as|most\srecently|from|later|latterly|ⓜ+)"
_BE = r"(?:is|was|are|were|be|been|being|am|[’']s|[’']m|[’']ll\sbe|become|becomes|became|becoming|remain|remains|remained)"
_MADE = r"(?:appointed|named|made|elected|confirmed|unveiled|announced|installed|chosen|promoted\sto|elevated\sto|crowned|re-appointed|reappointed|re-elected)"
_OFFICE = r"(?:role|post|job|that|position|seat|title|duties|reins|term|terms|years?|months|weeks|tenure|stint|time|spell|stretch|decade|decades)"
_TAKE = r"(?:take|takes|took|taken|taking|assume[sd]?|assuming|fill(?:s|ed)?|hold|holds|held|holding|vacate[sd]?|relinquish(?:es|ed)?|left|leaves|leave|leaving|quit|quits|accept(?:s|ed)?|share[sd]?|land(?:s|ed)?|get|gets|got|win|wins|won|secure[sd]?|given|offered|gave\sup|give\sup|inherit(?:s|ed)?)"

_BEFORE: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (rule, re.compile(expression))
    for rule, expression in (
        (
            "apposition",
            rf"(?:,|\s[–—-]|\s\(|:|\s[|]|,\s[–—])\s?(?:{_TIME}\b[^,{PERSON}{ROLE}]{{0,40}}?\s)?{_ARTICLE}",
        ),
        ("title", rf"\s{_ARTICLE}"),
        ("aged", rf",\s(?:aged\s)?(?:\d\d|pictured(?:\s\w+)?|left|right|centre|above|below),\s{_ARTICLE}"),
        ("aside", rf"\s\([^(){PERSON}]{{0,60}}\),?\s(?:{_TIME}\s)?{_ARTICLE}"),
        (
            "second_apposition",
            rf",\s(?:an?\s|the\s)?(?!who|which|whose)(?:(?!\s(?:said|says|told|who|which|that|is|was|has|had|will|whose)\s){_FREE}){{3,90}}?(?:,\s|\sand\s|,\sand\s){_ARTICLE}",
        ),
        (
            "copula",
            rf"(?:{_FREE}{{0,160}}?[\s,])?{_BE}\s(?:{_ADVERB}\s|ⓜ+\s|since\s[^,]{{1,30}}\s){{0,3}}{_ARTICLE}",
        ),
        ("contracted", rf"[’'](?:s|m|ll\sbe)\s{_ARTICLE}"),
        ("as", rf"{_FREE}{{0,200}}?\b(?:as|to\sbe|into|like)\s(?:both\s|{_ADVERB}\s)?{_ARTICLE}"),
        ("named", rf"{_FREE}{{0,120}}?\b{_MADE}\s(?:to\sbe\s|to\sthe\s{_OFFICE}\sof\s)?{_ARTICLE}"),
        ("office", rf"{_FREE}{{0,160}}?\b{_OFFICE}\s(?:of|as)\s{_ARTICLE}"),
        ("same_post", rf"{_FREE}{{0,200}}?\s"),
        (
            "takes",
            rf"{_FREE}{{0,120}}?\b{_TAKE}\s(?:(?:on|up|over)\s)?(?:from\s)?(?:as\s|the\s{_OFFICE}\sof\s)?{_ARTICLE}",
        ),
    )
)
_AFTER: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (rule, re.compile(expression))
    for rule, expression in (
        ("before_name", r"\s"),
        ("by", r"\sby\s"),
        ("apposed_name", r"(?:,|:|\s[–—-]|\s[|]|\s\()\s?"),
        (
            "apposed_later",
            rf"(?:\s\([^()]{{0,50}}\)|,?\s(?:since|for|until|from|between|in)\s[^,{PERSON}{ROLE}{BODY}{OUTSIDE}]{{1,40}}|\sⓜ+)(?:,|:)\s",
        ),
        (
            "since_left",
            r"\s(?:since|after|when|until|following|before)\s(?:the\s(?:departure|resignation|retirement|death|exit|sacking|dismissal)\sof\s)?",
        ),
        (
            "is_name",
            rf"\s(?:{_BE}|will\sbe|is\sto\sbe|has\sbeen|have\sbeen|will\sbecome|remains?|will\sremain|(?:(?:has|have|will|had|is)\s)?(?:goes|went|go|passes|passed|falls|gone|going|fell)\sto|(?:(?:is|was|will|be|has|have|been|now|to)\s){{0,3}}(?:held|filled|taken|taken\son|taken\sup|shared|occupied|assumed)\sby)\s(?:{_ADVERB}\s)?",
        ),
    )
)
_AND = re.compile(r"(?:,\s|,?\sand\s|\s&\s)")
_AND_OWN = re.compile(rf"(?:\s\([^(){PERSON}]*\))?{_AND.pattern}")
_AND_DATED = re.compile(rf"(?:\s(?:in|on|last|this|until)\s[A-Za-z\d][\w\s]{{1,20}}?)?{_AND.pattern}")
_AND_ALSO = re.compile(
    rf"(?:\s\([^()]{{0,40}}\))?(?:\s(?:since|for|until|from)\s[^{PERSON}{ROLE},]{{1,25}})?(?:,\s|,?\sand,?\s|\s&\s|;\s|,?\sas\swell\sas\s|,?\sbut\s)"
    rf"(?:(?:also|then|previously|later|now|currently|formerly|is|was|has\s(?:also\s)?been|before\sthat|after\sthat|earlier|as|more\srecently|as\swell|remains|continues|will\sbe|will\sbecome|had\sbeen|until|latterly|served|serves|will\salso\sbe|before|{_BE}),?\s){{0,4}}{_ARTICLE}"
)
_OWN_BODY = re.compile(
    rf"\s\((?P<in>{BODY}++)\)|,?\s(?:at|of|for|from|in)\s(?:[a-z]+\s){{0,4}}?(?P<at>{BODY}++)(?![’']s)"
)
_OWN_AFTER = re.compile(rf"\s\({BODY}++\)|,\s{BODY}++(?=$|[.;,)])")
_LIST_OPENS = re.compile(
    rf"(?:\s[^{PERSON}{ROLE}.:]{{1,40}})?:\s|,\s|\s(?:are|were|will\sbe|is|both)\s|\s[–—-]\s|\s\(|\s"
)
_HANDING = re.compile(
    r"\b(?:from|succeed(?:s|ed|ing)?|replac(?:e|es|ed|ing)|follow(?:s|ed|ing)?|by|with|of|than|for|under|after|thank(?:s|ed|ing)?|to)\s$"
)
_GIVING = re.compile(
    r"\b(?:over\sfrom|succeed(?:s|ed|ing)?|replac(?:e|es|ed|ing)|follow(?:s|ed|ing)?|in\ssuccession\sto)\s$"
)


@dataclass(frozen=True)
class Holding:
    """A person and a post of one sentence, and the rule that ties them. ``own`` is where this person holds it."""

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
        ahead = _ahead(outline, post, found)
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
        and _AND_ALSO.fullmatch(outline.text[last.end : post.start])
    ):
        return Holding(
            previous.person, post, previous.rule + "_also", previous.start, post.end, (last.end, post.start)
        )
    person = next((p for p in reversed(outline.persons) if p.end <= post.start), None)
    if person is None:
        return None
    gap = outline.text[person.end : post.start]
    for rule, expression in _BEFORE:
        if expression.fullmatch(gap):
            if rule == "title" and (post.has_article or post.owners):
                continue
            if (rule == "same_post" or _is_this(post)) and not _may_be_loose(outline, post, person):
                continue
            given_up = rule in {"as", "takes"} and _GIVING.search(outline.text[: person.start]) is not None
            link = (person.end, post.start)
            return Holding(person, post, rule, person.start, post.end, link, is_given_up=given_up)
    return None


def _may_be_loose(outline: Outline, post: Post, person: Person) -> bool:
    """Whether words such as "the same job" or, after a verb of coming and going, "the post" follow a person."""
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


def _ahead(outline: Outline, post: Post, found: Sequence[Post]) -> Holding | None:
    """The holder named after the post."""
    person = next((p for p in outline.persons if p.start >= post.end), None)
    if person is None or person.is_pronoun or _is_this(post):
        return None
    gap = outline.text[post.end : person.start]
    for rule, expression in _AFTER:
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
    """The holders of a plural post named after it: ``"the two chairs, Amy Gray (NBT) and Al Green (UHBW)"``."""
    place = post.end
    opens = _LIST_OPENS.match(outline.text, place)
    while opens is not None:
        person = next((p for p in outline.persons if p.start == opens.end() and not p.is_pronoun), None)
        if person is None:
            return
        own = _OWN_BODY.match(outline.text, person.end)
        bodies = outline.bodies_in(*own.span()) if own else ()
        place = own.end() if own else person.end
        start = post.start if post.end == opens.start() else person.start
        yield Holding(person, post, "list", start, place, (post.end, post.end), own=bodies)
        opens = _AND_DATED.match(outline.text, place)


def _one_each(listed: list[Holding], post: Post) -> list[Holding]:
    """The holdings of a list, each with one body where the post names as many: ``"the chairs of both trusts"``."""
    entities = distinct(post.bodies)
    if len(listed) < 2 or len(listed) != len(entities) or any(holding.own for holding in listed):
        return listed
    return [
        replace(holding, own=(Body((entity,), post.start, post.end),))
        for holding, entity in zip(listed, entities, strict=True)
    ]


def own_body(outline: Outline, person: Person) -> tuple[Body, ...]:
    """The organisation said after a person's name: ``"Amy Gray (NBT)"``, ``"Chair: Amy Gray, NBT"``."""
    own = _OWN_AFTER.match(outline.text, person.end)
    return outline.bodies_in(*own.span()) if own else ()


def _spread(outline: Outline, holding: Holding) -> Iterator[Holding]:
    """The holding of every person that "and" joins to its person, where the post is of several."""
    group = [holding.person]
    if holding.person.end <= holding.post.start:
        for person in reversed([p for p in outline.persons if p.end <= holding.person.start]):
            if not _AND_OWN.fullmatch(outline.text[person.end : group[0].start]):
                break
            group.insert(0, person)
    else:
        for person in [p for p in outline.persons if p.start >= holding.person.end]:
            if not _AND.fullmatch(outline.text[group[-1].end : person.start]):
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
    """Whether two posts before a name are of the person named: ``"chair of A and deputy chair of B, Amy Gray"``."""
    return re.fullmatch(r"\s(?:and|&)\s(?:the\s|a\s)?", outline.text[first.end : second.start]) is not None
