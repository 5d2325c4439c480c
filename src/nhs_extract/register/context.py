"""Context: whether a name that may be a place stands for an organisation."""

import re
from dataclasses import dataclass
from enum import IntEnum

from nhs_extract.register.wording import ContextWords

_NAME = r"(?:the\s)?[A-Z][\w’'&-]*(?:\s(?:and\s|of\s|&\s)?[A-Z][\w’'&-]*)*"
_OTHERS = rf"(?-i:{_NAME}(?:,|\sand)\s)*(?:the\s)?"
_MEMBERS = (
    r"(?:the\s|both\s|nearby\s)?(?:[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*)*(?:,\s|\sand\s|,\sand\s))*(?:the\s)?"
)
_LIST_BEFORE = re.compile(rf"(?:{_NAME})(?:,|\s(?:and|&)|,\sand)\s(?:the\s)?$")
_LIST_AFTER = re.compile(rf"^(?:,\s{_NAME})*,?\s(?:and|&)\s{_NAME}")
_WHERE = re.compile(r"^\sin\s[A-Z][\w-]*(?:\s[A-Z][\w-]*)*,?(?=\s[a-z])")


class Use(IntEnum):
    """How a name is used in its sentence."""

    PART = 0
    """A part of an organisation, or of another name: King's maternity unit, University of Bolton."""
    PLACE = 1
    UNCLEAR = 2
    ORGANISATION = 3


@dataclass(frozen=True)
class _Cues:
    post_after: re.Pattern[str]
    post_before: re.Pattern[str]
    both_after: re.Pattern[str]
    dealing_before: re.Pattern[str]
    verb_after: re.Pattern[str]

    @classmethod
    def build(
        cls,
        posts: tuple[str, ...],
        dealings: tuple[str, ...],
        verbs: tuple[str, ...],
        unnamed: tuple[str, ...],
    ) -> "_Cues":
        several = _choice(unnamed)
        post, dealing, verb = _choice(posts), _choice(dealings), _choice(verbs)
        return cls(
            post_after=re.compile(
                rf"^(?:(?:[’']s?|,?\swhose)\s+(?!{several}\s)(?:\w+\s){{0,2}}?|\s+(?:NHS\s|hospital\s)?)"
                rf"{post}(?!\w)",
                re.I,
            ),
            post_before=re.compile(
                rf"(?<!\w){post}(?:\s(?:designate|elect))?,?\s(?:of|at|for|from|to|with|in charge of)\s"
                rf"(?:both\s|the\s)?{_OTHERS}$",
                re.I,
            ),
            both_after=re.compile(
                rf"^,?\s(?:and|&)\s(?-i:{_NAME})(?:[’']s?)?\s(?:\w+\s)?(?:trusts|boards|{post})(?!\w)", re.I
            ),
            dealing_before=re.compile(
                rf"(?<!\w){dealing}\s(?:(?:of|on|with|between|by|to|into|from|at|for|,)\s)?(?:both\s|(?:with|of)\s)?"
                rf"(?:the\s)?(?:(?-i:{_NAME})(?:,|\sand|\swith)\s)*(?:the\s)?$",
                re.I,
            ),
            verb_after=re.compile(
                rf"^(?:\s(?:and|&)\s(?-i:{_NAME})(?:\s–[^–]*–)?)?"
                rf"(?:,?\s(?:also|both|now|then|never|still|already|each))?\s{verb}(?!\w)",
                re.I,
            ),
        )

    def found(self, before: str, after: str) -> bool:
        return bool(
            self.post_after.match(after)
            or self.post_before.search(before)
            or self.both_after.match(after)
            or self.dealing_before.search(before)
        )


@dataclass(frozen=True)
class ContextReader:
    """Reads the words around a name."""

    sure: _Cues
    strict: _Cues
    wide: _Cues
    unnamed_before: re.Pattern[str]
    role_after: re.Pattern[str]
    place_before: re.Pattern[str]
    for_before: re.Pattern[str]
    title_before: re.Pattern[str]
    place_after: re.Pattern[str]
    kind_after: re.Pattern[str]
    department_after: re.Pattern[str]

    @classmethod
    def build(cls, words: ContextWords) -> "ContextReader":
        """Compile the word lists."""
        return cls(
            sure=_Cues.build(words.sure_posts, words.sure_dealings, words.sure_acts, words.unnamed),
            role_after=re.compile(
                rf"^(?:,|\s(?:is|was|are|were|will be|would be|isn[’']t|wasn[’']t))\s(?:\w+\s){{0,3}}?"
                rf"{_choice(words.roles)}s?(?!\w)",
                re.I,
            ),
            unnamed_before=re.compile(rf"(?<!\w){_choice(words.unnamed)}\s$", re.I),
            strict=_Cues.build(words.posts, words.dealings, words.acts, words.unnamed),
            wide=_Cues.build(
                words.posts + words.people,
                words.dealings + words.company,
                words.acts + words.verbs,
                words.unnamed,
            ),
            place_before=re.compile(rf"(?<!\w){_choice(words.places_before)}\s{_MEMBERS}$"),
            for_before=re.compile(rf"(?<!\w){_choice(words.serving)}\sfor\s{_MEMBERS}$"),
            title_before=re.compile(rf"(?<!\w){_choice(words.titles)}\sof\s(?:the\s)?$", re.I),
            place_after=re.compile(
                rf"^(?:[’']s?)?(?:\s(?:and|or|&)\s(?-i:{_NAME}))?(?:\s\w+)??\s{_choice(words.places)}(?!\w)",
                re.I,
            ),
            kind_after=re.compile(rf"^(?:[’']s?)?\s(?:NHS\s)?(?:\w+\s)??{_choice(words.kinds)}(?!\w)", re.I),
            department_after=re.compile(
                rf"^(?:[’']s?)?\s(?:\w+\s)?{_choice(words.departments)}(?!\w|\strusts?\b)", re.I
            ),
        )

    def use(self, before: str, after: str, *, strict: bool, area: bool) -> Use:
        """How the name between ``before`` and ``after`` is used.

        ``strict`` takes only what is said of organisations alone; in an ``area`` may lie what comes next.
        """
        after = _WHERE.sub("", after)
        beyond = _LIST_AFTER.sub("", after)
        if self.department_after.match(after) or self.department_after.match(beyond):
            return Use.PART
        if self.title_before.search(before):
            return Use.PART
        if area and self._is_about_place(before, after, strict=strict):
            return Use.PLACE
        cues = self.strict if strict else self.wide
        if cues.found(before, after) or cues.post_after.match(beyond) or self.role_after.match(after):
            return Use.ORGANISATION
        if self.place_before.search(before):
            return Use.PLACE
        acts = cues.verb_after.match(after) or cues.verb_after.match(beyond)
        return Use.ORGANISATION if acts else Use.UNCLEAR

    def is_sure(self, before: str, after: str) -> bool:
        """Whether the words around a town's name make a trust of it, whatever else the article says."""
        if self._is_about_place(before, after, strict=True) or self.title_before.search(before):
            return False
        after = _LIST_AFTER.sub("", after)
        if self.sure.found(before, after):
            return True
        return bool(self.sure.verb_after.match(after)) and not self.place_before.search(before)

    def _is_about_place(self, before: str, after: str, *, strict: bool) -> bool:
        """Whether an area's name says where somebody is: "Leeds residents", "the director for Leeds"."""
        if self.place_after.match(after) or self.for_before.search(before):
            return True
        kind = self.kind_after.match(after)
        if kind is None:
            return False
        # "A Birmingham trust", "Yorkshire trusts", "Leeds bosses" speak of any; "the Leeds trust" of one.
        alone = kind.group().endswith("s") and not _LIST_BEFORE.search(before)
        if alone or self.unnamed_before.search(before):
            return True
        return strict and not self.sure.post_after.match(after)


def _choice(words: tuple[str, ...]) -> str:
    longest_first = sorted(set(words), key=len, reverse=True)
    return "(?:" + "|".join(re.escape(word) for word in longest_first) + ")"
