"""Posts: a role in a sentence with what is said of it: whose it is, where, since when."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from nhs_extract.facts.executives.bodies import Body
from nhs_extract.facts.executives.outline import BODY, ITS, MODIFIER, OUTSIDE, PERSON, ROLE, WHOSE, Outline
from nhs_extract.models import Mention

# Small words that may stand between "of" and an organisation, or before its name in a list.
_NO_ADJECTIVE = (
    r"(?!(?:as|of|at|for|to|with|and|in|on|by|from|or|said|says|is|was|has|will|had|who|which|that)\b)"
)
_LEADING = rf"(?:{_NO_ADJECTIVE}[a-z][a-z-]*\s){{0,4}}?"
_THE = (
    r"(?:(?:[Tt]he|what\swas\sthen|both|its|their|our|neighbouring|nearby|old|former|new|now|then|also|later)\s)"
    r"{0,3}"
)
_ASIDE = rf"(?:\s\([^(){PERSON}{ROLE}]{{0,50}}\))?"
_NAME = rf"{BODY}++(?:\s(?:boards?|trusts?|hospitals))?(?![’']s\s(?!board|hospitals|group)|\s{ROLE}){_ASIDE}"
_NEXT = r"(?:,\s(?:and\s)?|\sand\s|\s&\s|,?\sas\swell\sas\s|\splus\s)(?:(?:of|at|for)\s)?"
_NAMES = rf"(?:{_NAME}(?:{_NEXT}{_THE}{_NAME})*+)"
_PREPOSITION = (
    r"(?:(?:on|in|of)\s(?:the\s)?(?:boards?|charge)\s(?:of|at|in)|of|at|for|with|in|to|across|over|on)"
)
_RIGHT = (
    rf"(?P<right>{_ASIDE}\s{_PREPOSITION}\s{_LEADING}{_NAMES}|\s\({_NAMES}\)"
    rf"|(?:,|\s[–—-])\s{_NAMES}(?=$|[.,;:)]|\ssaid|\ssays|\shas\b|\swho\b))"
)
_MODS = rf"(?:{MODIFIER}++[\s-])*+"
_UNNAMED = r"[Tt]he\s(?:[A-Za-z-]+\s){1,3}?(?:trust|board|hospital|group|service|authority|organisation)[’']s"
_OWNER = (
    rf"(?P<owner>(?:{MODIFIER}++[\s-])?(?:[Tt]he\s|one\sof\s(?:the\s)?)?"
    rf"(?:{BODY}++(?:\s(?:trust|board|group|hospital)s?)?(?:\s\({BODY}++\))?(?:[’']s|[’'])?|{ITS}++|{_UNNAMED}|{WHOSE}++|{PERSON}++[’']s?)\s"
    rf"(?:{_NO_ADJECTIVE}[a-z-]+\s){{0,2}}?)"
)
_ARTICLE = r"(?P<det>\b(?:[Tt]he|[Aa]n?|one\sof\s(?:the|its|our)|some|all|any|each|another)\s)(?:[a-z-]+\s)??"
_AND = r",?(?:\s(?:and|&)\s(?:also\s)?(?:the\s|a\s|an\s)?|\s?/\s?)"
_ROLES = rf"{ROLE}++(?:(?:,\s(?:and\s)?{_MODS}{ROLE}++)*+{_AND}{_MODS}{ROLE}++)?"
_TAIL = rf"(?:[\s-]{MODIFIER}++|\s\({MODIFIER}++\)|\sof\sthe\sday|\sat\s(?:the|that)\stime)?"
_POST = re.compile(rf"(?:{_OWNER}|{_ARTICLE})?{_MODS}(?P<head>{_ROLES}){_TAIL}{_RIGHT}?")

# What shows that a post is not one of the health service: another sort of body, or a name nobody knows.
_OUTSIDE_AFTER = re.compile(
    r"(?:\s(?:of|at|with)\s(?:(?:the|a|an|its|his|her|their|our|this|both)\s)?"
    rf"(?:[\w’'&-]+\s){{0,5}}?{OUTSIDE}"
    r"|\s(?:of|at|with)\s(?:the\s)?(?![A-Z]\w+day\b)[A-Z]"
    rf"|\s(?:of|at)\s(?:the\s)?{BODY}++[’']s\s"
    rf"|,\s(?:the\s)?(?:[A-Z][\w’'&-]*\s){{0,5}}{OUTSIDE})"
)
_NAME_LIKE = r"(?!NHS|Trust|Hospitals?|Board|Group|Health|Foundation|The|A|Its|Chief)[A-Z][\w&.-]+"
_OUTSIDE_BEFORE = re.compile(
    r"(?:\b(?!NHS|England|Scotland|Wales|Britain|Trust|Hospital)[A-Z][\w&.-]*(?:[’']s|(?<=s)[’'])\s"
    rf"(?:[a-z-]+\s){{0,2}}|{OUTSIDE}+(?:[’']s?)?\s(?:[a-z-]+\s){{0,1}}|(?<=[a-z,“”] ){_NAME_LIKE}\s){_MODS}$"
)
_PLURAL = re.compile(
    r"(?:executives|execs|officers|directors|chairs|chair(?:wo)?men|persons|nurses|bosses|chiefs|members|CEOs|NEDs"
    r"|numbers|counterparts|predecessors|successors|deputies|posts|jobs|roles|positions)\b",
    re.IGNORECASE,
)
_NATIONAL = re.compile(r"\b(?:England|the\scountry|the\snation)[’']s\s(?:[a-z]+\s)?$")


@dataclass(frozen=True)
class Post:
    """A role, or several that one person holds together, in places of the sentence.

    ``owners`` stand before it ("the trust's"), ``places`` after it ("of both trusts"); ``whose`` is the
    person to whose post it is tied ("her predecessor").
    """

    roles: tuple[Mention, ...]
    start: int
    end: int
    owners: tuple[Body, ...]
    places: tuple[Body, ...]
    modifiers: tuple[str, ...]
    whose: str | None
    is_outside: bool
    has_article: bool
    is_national: bool = False

    @property
    def bodies(self) -> tuple[Body, ...]:
        """The organisations that are said, those after the role first."""
        return self.places or self.owners

    @property
    def is_plural(self) -> bool:
        """Whether several people hold it."""
        return any(_PLURAL.search(role.text) for role in self.roles)

    @property
    def is_elsewhere(self) -> bool:
        """Whether its role is named elsewhere: "the same job"."""
        return all(role.label == "EXECUTIVE_POST" for role in self.roles)


def posts(outline: Outline) -> Iterator[Post]:
    """The posts of a sentence in reading order."""
    for found in _POST.finditer(outline.text):
        start, end = found.start("head"), found.end("head")
        roles = tuple(outline.mentions(start, end, "ROLE", "EXECUTIVE_POST"))
        if not roles:
            continue
        owners = outline.bodies_in(*found.span("owner")) if found["owner"] else ()
        places = outline.bodies_in(*found.span("right")) if found["right"] else ()
        first = found.start()
        last = found.end()
        whose = [
            p for p in (*outline.owners, *outline.persons) if found["owner"] and first <= p.start < start
        ]
        yield Post(
            roles=roles,
            start=first,
            end=last,
            owners=owners,
            places=places,
            modifiers=tuple(m.value or "" for m in outline.mentions(first, last, "EXECUTIVE_MODIFIER")),
            whose=whose[0].name if whose else None,
            is_outside=_is_outside(outline, found, bool(owners), bool(places)),
            has_article=bool(found["det"] or found["owner"]),
            is_national=_NATIONAL.search(outline.text[:first]) is not None,
        )


def _is_outside(outline: Outline, found: re.Match[str], owned: bool, placed: bool) -> bool:
    if any(role.value == "outside" for role in outline.mentions(*found.span("head"), "ROLE")):
        return True
    if placed:
        return False
    if _OUTSIDE_AFTER.match(outline.text, found.end()):
        return True
    return not owned and _OUTSIDE_BEFORE.search(outline.text[: found.start()]) is not None
