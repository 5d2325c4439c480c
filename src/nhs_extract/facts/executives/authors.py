"""Authors: who says "I" in an article, and which organisation says "we"."""

import re
from collections import Counter
from collections.abc import Collection, Sequence

from nhs_extract.models import AnnotatedArticle, Entity, Mention, Sentence

_RESULT_SCORE = 6
_FIRST_NAMED_SCORE = 3
_OPENING = 4  # words
_LAST, _FIRST = 4, 6  # passages in which a name is signed or introduced
_WRITES = re.compile(r"^(?:by|from|a\smessage\sfrom|a\sletter\sfrom)\s", re.IGNORECASE)
_SAYS_I = re.compile(r"(?<![\w’'])I(?=[\s’'])")
_WE_ARE = re.compile(
    r"\b(?:[Ww]e\s(?:are|became|have\sbecome)(?:\snow)?|[Ww]elcome\sto|know\sus(?:\sfrom\snow\son)?\sas|(?:all\sof\s)?us\shave\sbeen\spart\sof\sa\snew"
    r"\sorganisation:|[Hh]ere\sat|[Oo]ur\s(?:new\s)?(?:trust|group|organisation|board),?(?:\sis)?|[Ww]e\sat|[Jj]oin\sus\sat|retiring\sfrom|work(?:ing)?\sfor|part\sof)"
    r"\s(?:the\s)?$"
)
_BORN = re.compile(r"^\s(?:was|has\sbeen|is)\s(?:born|formed|created|launched|established|here)\b")
_BEYOND = re.compile(
    r"\b(?:our\strust\s(?:by|with|and)|us\s(?:to|from)|we\s(?:join|leave)|from\sus\sto|acquired\sby|joining)\s(?:the\s)?$",
    re.IGNORECASE,
)
_OUR_ROLE = re.compile(r"\b[Oo]ur\s(?:[a-z-]+\s){0,2}$")
_ROLE_OF = re.compile(r"\s(?:of|at)\s(?:the\s)?")
_OWN_ROLE = re.compile(r"^(?:[’']s|[’'])\s(?:[a-z-]+\s){0,2}$")


def author(annotated: AnnotatedArticle) -> str | None:
    """The person who says "I" outside quotations: who is introduced as the writer, or signs."""
    if not any(_SAYS_I.search(_unquoted(sentence.text)) for sentence in annotated.sentences):
        return None
    passages = len(annotated.passages)
    for sentence in annotated.sentences:
        if sentence.passage < _FIRST:
            for person in _people(sentence):
                before = sentence.before(person)
                writes = any(
                    m.text.startswith("writ") and 0 < person.start - m.end < 30
                    for m in sentence.labelled("SPEECH")
                )
                if writes or _WRITES.match(before):
                    return person.value
    for sentence in annotated.sentences:
        if sentence.passage >= passages - _LAST:
            people = list(_people(sentence))
            if people and len(sentence.before(people[0]).split()) <= 2 and len(sentence.text.split()) <= 16:
                return people[0].value
    return None


def publisher(annotated: AnnotatedArticle, results: Collection[str]) -> Entity | None:
    """The organisation that says "we" in an article; None in one that only quotes it.

    ``results`` are the names of bodies that have just come out of others.
    """
    us = [
        m
        for s in annotated.sentences
        for m in s.labelled("REFERENCE")
        if m.value == "us" and not _quoted(s, m)
    ]
    if not us:
        return None
    scores: Counter[str] = Counter(dict.fromkeys(results, _RESULT_SCORE))
    entities: dict[str, Entity] = {}
    has_own = any(
        _OUR_ROLE.search(sentence.before(role))
        for sentence in annotated.sentences
        for role in sentence.labelled("ROLE")
    )
    publisher_words = (annotated.article.publisher or "").casefold()
    for sentence in annotated.sentences:
        for mention in sentence.labelled("ORGANISATION"):
            entity = mention.entity
            if entity is None or not (entity.is_trust or entity.kind in {"group", "icb", "ccg"}):
                continue
            if has_own and not entities and len(sentence.before(mention).split()) < _OPENING:
                scores[entity.name] += _FIRST_NAMED_SCORE
            entities.setdefault(entity.name, entity)
            scores[entity.name] += _score(sentence, mention, annotated)
            if has_own and _has_role(sentence, mention):
                scores[entity.name] -= 100
            if mention.text.casefold() in publisher_words:
                scores[entity.name] += 20
    return max(entities.values(), key=lambda entity: scores[entity.name], default=None)


def _score(sentence: Sentence, mention: Mention, annotated: AnnotatedArticle) -> int:
    """How much one mention of a body speaks for its being "us", or against it."""
    before, after = sentence.before(mention), sentence.after(mention)
    score = 1
    if _WE_ARE.search(before) or _BORN.match(after):
        score += 10
    if sentence.passage >= len(annotated.passages) - 2 and sentence.passage > _FIRST:
        score += 3
    if _is_signature(sentence, annotated):
        score += _FIRST_NAMED_SCORE
    if _BEYOND.search(before):
        score -= 8
    return score


def _is_signature(sentence: Sentence, annotated: AnnotatedArticle) -> bool:
    """Whether a letter ends with it: ``"Amy Gray, Chief Executive, Ashdown"``."""
    is_line = sentence.passage == len(annotated.passages) - 1 and not sentence.text.rstrip().endswith(".")
    return is_line and bool(list(sentence.labelled("ROLE"))) and bool(_people(sentence))


def _has_role(sentence: Sentence, mention: Mention) -> bool:
    """Whether a body is spoken of in the third person: ``"GMMH's chief executive"``."""
    roles = [role for role in sentence.labelled("ROLE") if role.start > mention.end]
    return any(_OWN_ROLE.match(sentence.between(mention, role)) for role in roles) or any(
        role.end < mention.start and _ROLE_OF.fullmatch(sentence.between(role, mention))
        for role in sentence.labelled("ROLE")
    )


def _people(sentence: Sentence) -> Sequence[Mention]:
    return [
        m for m in sentence.labelled("PERSON") if m.pattern != "people.pronoun" and " " in (m.value or "")
    ]


def _unquoted(text: str) -> str:
    return re.sub(r"“[^”]*(?:”|$)|\"[^\"]*(?:\"|$)|‘[^’]{20,}(?:’|$)", "", text)


def _quoted(sentence: Sentence, mention: Mention) -> bool:
    before = sentence.before(mention)
    return (
        before.count("“") > before.count("”")
        or before.count('"') % 2 == 1
        or before.count("‘") > before.count("’")
    )
