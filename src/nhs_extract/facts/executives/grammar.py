"""Grammar: what may stand between a person and a post, in the symbols of an outline."""

import re

from nhs_extract.facts.executives.outline import (
    APPOINT,
    BODY,
    MODIFIER,
    OFFICE,
    OUTSIDE,
    PERSON,
    PRONOUN,
    ROLE,
    TAKE,
)

Rules = tuple[tuple[str, re.Pattern[str]], ...]

# No other person and no end of a quotation may stand between a person and a post.
_FREE = rf"[^{PERSON}{PRONOUN}“”\"]"
_ARTICLE = r"(?:(?:the|a|an|its|our|their|one\sof)\s)?"
_ADVERB = (
    r"(?:now|also|currently|already|still|once|previously|formerly|then|again|both|only|to\sbe|jointly|\w+ly)"
)
_TIME = (
    r"(?:now|currently|then|formerly|previously|once|until|at|since|for|in|already|also|both|today|himself"
    rf"|herself|respectively|again|still|as|most\srecently|from|later|latterly|all|{MODIFIER}+)"
)
_BE = (
    r"(?:is|was|are|were|be|been|being|am|[’']s|[’']m|[’']ll\sbe|become|becomes|became|becoming|remain|remains"
    r"|remained)"
)
_CLAUSE = r"(?:said|says|told|who|which|that|is|was|has|had|will|whose)"
_GOES_TO = r"(?:(?:has|have|will|had|is)\s)?(?:goes|went|go|passes|passed|falls|gone|going|fell)\sto"
_HELD_BY = (
    r"(?:(?:is|was|will|be|has|have|been|now|to)\s){0,3}"
    rf"(?:filled|shared|occupied|{TAKE}+)(?:\son|\sup)?\sby"
)
_GONE = r"(?:departure|resignation|retirement|death|exit|sacking|dismissal)"


def _rules(*rules: tuple[str, str]) -> Rules:
    return tuple((name, re.compile(expression)) for name, expression in rules)


# From the end of a person's name to the start of a post.
BEFORE = _rules(
    (
        "apposition",
        rf"(?:,|\s[–—-]|\s\(|:|\s[|]|,\s[–—])\s?(?:{_TIME}\b[^,{PERSON}{ROLE}]{{0,40}}?\s)?{_ARTICLE}",
    ),
    ("title", rf"\s{_ARTICLE}"),
    ("aged", rf",\s(?:aged\s)?(?:\d\d|pictured(?:\s\w+)?|{TAKE}+|right|centre|above|below),\s{_ARTICLE}"),
    ("aside", rf"\s\([^(){PERSON}]{{0,60}}\),?\s(?:{_TIME}\s)?{_ARTICLE}"),
    (
        "second_apposition",
        rf",\s(?:an?\s|the\s)?(?!who|which|whose)(?:(?!\s{_CLAUSE}\s){_FREE}){{3,90}}?"
        rf"(?:,\s|\sand\s|,\sand\s){_ARTICLE}",
    ),
    (
        "copula",
        rf"(?:{_FREE}{{0,160}}?[\s,])?{_BE}\s(?:{_ADVERB}\s|{MODIFIER}+\s|since\s[^,]{{1,30}}\s){{0,3}}{_ARTICLE}",
    ),
    ("contracted", rf"[’'](?:s|m|ll\sbe)\s{_ARTICLE}"),
    ("as", rf"{_FREE}{{0,200}}?\b(?:as|to\sbe|into|like)\s(?:both\s|{_ADVERB}\s)?{_ARTICLE}"),
    ("named", rf"{_FREE}{{0,120}}?\s{APPOINT}+\s(?:to\s)?(?:be\s)?(?:the\s{OFFICE}+\sof\s)?{_ARTICLE}"),
    ("office", rf"{_FREE}{{0,160}}?\s{OFFICE}+\s(?:of|as)\s{_ARTICLE}"),
    ("same_post", rf"{_FREE}{{0,200}}?\s"),
    (
        "takes",
        rf"{_FREE}{{0,120}}?\s{TAKE}+\s(?:(?:on|up|over)\s)?(?:from\s)?(?:as\s|the\s{OFFICE}+\sof\s)?{_ARTICLE}",
    ),
)

# From the end of a post to the start of a person's name.
AFTER = _rules(
    ("before_name", r"\s"),
    ("by", r"\sby\s"),
    ("apposed_name", r"(?:,|:|\s[–—-]|\s[|]|\s\()\s?"),
    (
        "apposed_later",
        rf"(?:\s\([^()]{{0,50}}\)|,?\s(?:since|for|until|from|between|in)\s[^,{PERSON}{ROLE}{BODY}{OUTSIDE}]{{1,40}}"
        rf"|\s{MODIFIER}+)(?:,|:)\s",
    ),
    ("since_left", rf"\s(?:since|after|when|until|following|before)\s(?:the\s{_GONE}\sof\s)?"),
    (
        "is_name",
        rf"\s(?:{_BE}|will\sbe|is\sto\sbe|has\sbeen|have\sbeen|will\sbecome|will\sremain|{_GOES_TO}|{_HELD_BY})"
        rf"\s(?:{_ADVERB}\s)?",
    ),
)

AND = re.compile(r"(?:,\s|,?\sand\s|\s&\s)")
# Between two people of a list, the first with an organisation in brackets, or with a date.
AND_OWN = re.compile(rf"(?:\s\([^(){PERSON}]*\))?{AND.pattern}")
AND_DATED = re.compile(rf"(?:\s(?:in|on|last|this|until)\s[A-Za-z\d][\w\s]{{1,20}}?)?{AND.pattern}")
# Between two posts of one person.
AND_ALSO = re.compile(
    rf"(?:\s\([^()]{{0,40}}\))?(?:\s(?:since|for|until|from)\s[^{PERSON}{ROLE},]{{1,25}})?"
    r"(?:,\s|,?\sand,?\s|\s&\s|;\s|,?\sas\swell\sas\s|,?\sbut\s)"
    r"(?:(?:also|then|previously|later|now|currently|formerly|has\s(?:also\s)?been|had\sbeen|before\sthat"
    r"|after\sthat|earlier|as|more\srecently|as\swell|continues|will\sbe|will\sbecome|will\salso\sbe|until"
    rf"|latterly|served|serves|before|{_BE}),?\s){{0,4}}{_ARTICLE}"
)
AND_THE = re.compile(r"\s(?:and|&)\s(?:the\s|a\s)?")
# Where a person of a list holds the post.
OWN_BODY = re.compile(
    rf"\s\((?P<in>{BODY}++)\)|,?\s(?:at|of|for|from|in)\s(?:[a-z]+\s){{0,4}}?(?P<at>{BODY}++)(?![’']s)"
)
OWN_AFTER = re.compile(rf"\s\({BODY}++\)|,\s{BODY}++(?=$|[.;,)])")
LIST_OPENS = re.compile(
    rf"(?:\s[^{PERSON}{ROLE}.:]{{1,40}})?:\s|,\s|\s(?:are|were|will\sbe|is|both)\s|\s[–—-]\s|\s\(|\s"
)
GIVING = re.compile(r"\b(?:over\sfrom|succeed(?:s|ed|ing)?|replac(?:e|es|ed|ing)|in\ssuccession\sto)\s$")
