"""Annotate: an article's passages become sentences with labelled mentions. The only spaCy of the project."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from importlib.metadata import version

import spacy
from spacy.language import Language

from nhs_extract.annotate import matching
from nhs_extract.annotate.matching import PatternMatcher, longest
from nhs_extract.annotate.names import NameFinder
from nhs_extract.annotate.people import Cues, people
from nhs_extract.annotate.sentences import sentences
from nhs_extract.errors import ModelError
from nhs_extract.models import AnnotatedArticle, Article, Mention, Passage, Sentence, Span
from nhs_extract.patterns import PatternFile, PatternFolder

__all__ = ["Annotator", "check_examples"]

# Labels that serve the annotator itself and are of no use to facts.
_INNER = frozenset({"ABBREVIATION", "PARTICLE", "NOT_A_PERSON", "CALENDAR", "BOILERPLATE"})
_NEEDS_MODEL = frozenset({"ROLE", "SPEECH", "TITLE", "EXECUTIVE_POST", "EXECUTIVE_VERB"})


@dataclass(frozen=True)
class Annotator:
    """Finds the mentions of an article. ``model_version`` names the spaCy pipeline that it uses."""

    language: Language
    matcher: PatternMatcher
    names: NameFinder
    abbreviations: frozenset[str]
    particles: frozenset[str]
    not_people: frozenset[str]
    model_version: str

    @classmethod
    def load(cls, patterns: PatternFolder, *, model: str, names: Iterable[str]) -> "Annotator":
        """An annotator with these patterns, the register's spellings and an installed spaCy pipeline.

        Raises:
            ModelError: the pipeline is not installed.
            PatternError: spaCy refuses a pattern.
        """
        language = _load_model(model)
        files = [file for name, file in patterns.files.items() if not name.startswith("boilerplate")]
        meta = language.meta
        return cls(
            language=language,
            matcher=PatternMatcher.build([file for file in files if file.label not in _INNER], language),
            names=NameFinder.build(names, language, _words(files, "CALENDAR")),
            abbreviations=_words(files, "ABBREVIATION", folded=True),
            particles=_words(files, "PARTICLE"),
            not_people=_words(files, "NOT_A_PERSON"),
            model_version=f"{meta['name']}-{meta['version']} spacy-{version('spacy')}",
        )

    def annotate(self, article: Article, passages: Sequence[Passage]) -> AnnotatedArticle:
        """The article's sentences with all their mentions, names not yet linked."""
        doc = self.language.make_doc(article.text)
        cut = list(sentences(article.text, passages, self.abbreviations))
        found = [mention for mention in self.matcher.find(doc) if _holder(mention, cut) is not None]
        by_form = [mention for mention in found if mention.label == "ORGANISATION"]
        mentions = longest(mention for mention in found if mention.label != "ORGANISATION")
        names = list(self.names.names(doc, longest(by_form)))
        cues = self._cues(mentions, names, self._recognised(cut, mentions))
        persons = people(article.text, cut, cues)
        mentions = [mention for mention in mentions if mention.label != "PRONOUN"]
        return AnnotatedArticle(
            article=article,
            passages=tuple(passages),
            sentences=tuple(_with_mentions(cut, [*mentions, *names, *persons])),
        )

    def _recognised(self, cut: Sequence[Sentence], mentions: Sequence[Mention]) -> list[Span]:
        """Where the model sees a person, looking only at sentences that rules say are worth it."""
        if "ner" not in self.language.pipe_names:
            return []
        cues = [mention for mention in mentions if mention.label in _NEEDS_MODEL]
        worth = [sentence for sentence in cut if any(sentence.contains(cue) for cue in cues)]
        docs = self.language.pipe(sentence.text for sentence in worth)
        return [
            Span(start=sentence.start + entity.start_char, end=sentence.start + entity.end_char)
            for sentence, doc in zip(worth, docs, strict=True)
            for entity in doc.ents
            if entity.label_ == "PERSON"
        ]

    def _cues(self, mentions: Sequence[Mention], names: Sequence[Mention], recognised: list[Span]) -> Cues:
        def labelled(label: str) -> list[Mention]:
            return [mention for mention in mentions if mention.label == label]

        return Cues(
            titles=labelled("TITLE"),
            roles=[*labelled("ROLE"), *labelled("EXECUTIVE_POST")],
            verbs=[*labelled("EXECUTIVE_STATUS"), *labelled("EXECUTIVE_VERB")],
            speech=labelled("SPEECH"),
            pronouns=labelled("PRONOUN"),
            post_nominals=labelled("POST_NOMINAL"),
            recognised=recognised,
            organisations=[name for name in names if name.label == "ORGANISATION"],
            spellings=[name for name in names if name.pattern == "names.register_spelling"],
            function_words=self.names.function_words,
            not_people=self.not_people,
            particles=self.particles,
        )


def check_examples(patterns: PatternFolder) -> list[str]:
    """One line for each example of a pattern file that does not hold."""
    return matching.check_examples(patterns, spacy.blank("en"))


def _load_model(model: str) -> Language:
    try:
        language = spacy.load(model)
    except OSError as error:
        raise ModelError(
            f"the spaCy pipeline {model!r} is not installed; name an installed one with --model"
        ) from error
    for name in language.pipe_names:
        if name != "ner":
            language.disable_pipe(name)
    return language


def _words(files: Iterable[PatternFile], label: str, *, folded: bool = False) -> frozenset[str]:
    words = {
        phrase
        for file in files
        if file.label == label
        for pattern in file.pattern
        for phrase in pattern.phrases or ()
    }
    return frozenset(word.lower() for word in words) if folded else frozenset(words)


def _holder(mention: Span, cut: Sequence[Sentence]) -> Sentence | None:
    return next((sentence for sentence in cut if sentence.contains(mention)), None)


def _with_mentions(cut: Sequence[Sentence], mentions: Sequence[Mention]) -> Iterable[Sentence]:
    ordered = sorted(mentions, key=lambda mention: (mention.start, -mention.end, mention.label))
    for sentence in cut:
        inside = tuple(mention for mention in ordered if sentence.contains(mention))
        yield sentence.model_copy(update={"mentions": inside})
