"""Plain news with ``{A}``, ``{B}`` and ``{C}`` for trusts, annotated with the packaged words."""

from datetime import date
from functools import cache

import spacy

from nhs_extract.annotate.matching import PatternMatcher, longest
from nhs_extract.facts.arrangements import assemble
from nhs_extract.patterns import load_patterns
from nhs_extract.settings import packaged_patterns
from tests.markup import annotated

NAMES = {
    "{A}": "[Amber NHS Trust](ORGANISATION@Amber NHS Trust)",
    "{B}": "[Bright NHS Trust](ORGANISATION@Bright NHS Trust)",
    "{C}": "[Clear NHS Trust](ORGANISATION@Clear NHS Trust)",
}
LABELS = {"ARRANGEMENT", "ARRANGEMENT_HINT", "ARRANGEMENT_STATUS", "ARRANGEMENT_OBJECT", "DATE", "REFERENCE"}


@cache
def matcher():
    files = load_patterns(packaged_patterns()).files.values()
    return PatternMatcher.build([file for file in files if file.label in LABELS], spacy.blank("en"))


def told(sentence):
    """The type and status of each arrangement; ``" || "`` begins a new paragraph."""
    sentence = sentence.replace(" || ", "\n")
    for short, name in NAMES.items():
        sentence = sentence.replace(short, name)
    article = annotated(sentence, published=date(2025, 3, 12))
    found = longest(matcher().find(spacy.blank("en").make_doc(article.article.text)))
    sentences = (
        each.model_copy(
            update={
                "mentions": tuple(
                    sorted(
                        [*each.mentions, *(m for m in found if each.contains(m))],
                        key=lambda mention: (mention.start, -mention.end, mention.label),
                    )
                )
            }
        )
        for each in article.sentences
    )
    article = article.model_copy(update={"sentences": tuple(sentences)})
    return "; ".join(sorted(f"{fact.type} {fact.status}" for fact in assemble(article)))
