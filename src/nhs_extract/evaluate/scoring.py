"""Scoring: extractions compared with gold. Pure: it reads no file and runs no model."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from nhs_extract.evaluate.differences import differences
from nhs_extract.evaluate.folding import flat, fold_name
from nhs_extract.evaluate.gold import GoldArticle
from nhs_extract.evaluate.measures import Comparison, Fields, Measure, comparisons
from nhs_extract.evaluate.scores import CleaningMiss, Evaluation, Line, Outside, Share
from nhs_extract.evaluate.statements import (
    Key,
    Statement,
    evidence_outside,
    forgive_codes,
    found_statements,
    gold_statements,
)
from nhs_extract.models import Extraction, Failure


def score(articles: Iterable[GoldArticle], results: Iterable[Extraction | Failure]) -> Evaluation:
    """How well the results agree with the articles' gold; one result for each article, in the same order."""
    answers = [_Answer(article, result) for article, result in zip(articles, results, strict=True)]
    compared = comparisons(_other_kinds(answers))
    return Evaluation(
        articles=len(answers),
        lines=tuple(_line(measure, answers) for comparison in compared for measure in comparison.measures),
        shares=_shares(answers, compared),
        evidence_outside=tuple(words for answer in answers for words in answer.outside()),
        failures=tuple(answer.result for answer in answers if isinstance(answer.result, Failure)),
        errors=tuple(
            difference
            for comparison in compared
            for answer in answers
            for difference in differences(answer.name, *answer.statements(comparison.kind), comparison)
        ),
        cleaning_misses=tuple(miss for answer in answers for miss in answer.cleaning_misses()),
    )


@dataclass(frozen=True)
class _Answer:
    """An article's gold with what was made of the article."""

    article: GoldArticle
    result: Extraction | Failure

    @property
    def name(self) -> str:
        return self.article.name

    @property
    def extraction(self) -> Extraction | None:
        return self.result if isinstance(self.result, Extraction) else None

    def statements(self, kind: str) -> tuple[tuple[Statement, ...], tuple[Statement, ...]]:
        """Gold and found facts of a kind."""
        gold = gold_statements(self.article.gold, kind)
        return gold, forgive_codes(found_statements(self.extraction, kind), gold)

    def keys(self, measure: Measure) -> tuple[Counter[Key], Counter[Key]]:
        """Gold and found keys of a measure."""
        gold, found = self.statements(measure.kind)
        return _counted(gold, measure), _counted(found, measure)

    def wholly_right(self, measures: Iterable[Measure]) -> bool:
        return all(gold == found for gold, found in map(self.keys, measures))

    def title_right(self) -> bool:
        title = self.article.gold.title or ""
        return self.extraction is not None and fold_name(self.extraction.article.title or "") == fold_name(
            title
        )

    def published_right(self) -> bool:
        published = self.article.gold.published
        return self.extraction is not None and self.extraction.article.published == published

    def cleaning_misses(self) -> Iterator[CleaningMiss]:
        """The strings that should have been kept and were not, and the other way round."""
        text = flat(self.extraction.article.text) if self.extraction else ""
        for words in self.article.gold.clean_with:
            if flat(words) not in text:
                yield CleaningMiss(article=self.name, kept=False, words=words)
        for words in self.article.gold.clean_without:
            if self.extraction is None or flat(words) in text:
                yield CleaningMiss(article=self.name, kept=True, words=words)

    def outside(self) -> Iterator[Outside]:
        if self.extraction:
            for fact, words in evidence_outside(self.extraction):
                yield Outside(article=self.name, kind=fact.table, words=words)


def _other_kinds(answers: Iterable[_Answer]) -> dict[str, Fields]:
    kinds: dict[str, Fields] = {}
    for answer in answers:
        for kind, fields in answer.article.gold.other_kinds.items():
            kinds[kind] = tuple(dict.fromkeys((*kinds.get(kind, ()), *fields)))
    return kinds


def _counted(statements: Iterable[Statement], measure: Measure) -> Counter[Key]:
    return Counter(key for statement in statements for key in statement.keys(measure.fields))


def _line(measure: Measure, answers: Iterable[_Answer]) -> Line:
    keys = [answer.keys(measure) for answer in answers]
    return Line(
        measure=measure,
        gold=sum(gold.total() for gold, _ in keys),
        found=sum(found.total() for _, found in keys),
        matched=sum((gold & found).total() for gold, found in keys),
    )


def _shares(answers: list[_Answer], compared: tuple[Comparison, ...]) -> tuple[Share, ...]:
    headline = [comparison.measures[0] for comparison in compared]
    strictest = [comparison.measures[-1] for comparison in compared]
    misses = Counter(miss.kept for answer in answers for miss in answer.cleaning_misses())
    keep = sum(len(answer.article.gold.clean_with) for answer in answers)
    drop = sum(len(answer.article.gold.clean_without) for answer in answers)
    of = len(answers)
    return (
        Share(name="cleaning_kept", right=keep - misses[False], of=keep),
        Share(name="cleaning_dropped", right=drop - misses[True], of=drop),
        Share(name="title", right=sum(answer.title_right() for answer in answers), of=of),
        Share(name="published", right=sum(answer.published_right() for answer in answers), of=of),
        Share(name="wholly_right", right=sum(answer.wholly_right(headline) for answer in answers), of=of),
        Share(
            name="wholly_right_all_fields",
            right=sum(answer.wholly_right(strictest) for answer in answers),
            of=of,
        ),
    )
