"""Scores: the figures of an evaluation."""

from typing import Any

from nhs_extract.evaluate.differences import Difference
from nhs_extract.evaluate.measures import Measure
from nhs_extract.models import Failure, Value


class Line(Value):
    """One measure over the corpus: how many facts gold has, how many were found, how many agree."""

    measure: Measure
    gold: int
    found: int
    matched: int

    @property
    def precision(self) -> float:
        """Share of the found facts that are gold; 1 where nothing was to be found, nor was."""
        return self.matched / self.found if self.found else float(not self.gold)

    @property
    def recall(self) -> float:
        """Share of the gold facts that were found; 1 where there are none."""
        return self.matched / self.gold if self.gold else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def as_json(self) -> dict[str, Any]:
        """The line ready for ``json.dumps``."""
        return {
            "kind": self.measure.kind,
            "measure": self.measure.name,
            "headline": self.measure.headline,
            "fields": list(self.measure.fields),
            "gold": self.gold,
            "found": self.found,
            "matched": self.matched,
            "precision": round(self.precision, 4),
            "recall": round(self.recall, 4),
            "f1": round(self.f1, 4),
        }


class Share(Value):
    """How many of something are right."""

    name: str
    right: int
    of: int

    @property
    def value(self) -> float:
        """The share; 1 of nothing."""
        return self.right / self.of if self.of else 1.0

    def as_json(self) -> dict[str, Any]:
        """The share ready for ``json.dumps``."""
        return {"right": self.right, "of": self.of, "share": round(self.value, 4)}


class Outside(Value):
    """Words of a fact that do not stand in the text where it says they do."""

    article: str
    kind: str
    words: str


class CleaningMiss(Value):
    """Words that the cleaner should have kept, or dropped."""

    article: str
    kept: bool
    words: str


class Evaluation(Value):
    """How well a corpus was extracted."""

    articles: int
    lines: tuple[Line, ...]
    shares: tuple[Share, ...]
    evidence_outside: tuple[Outside, ...] = ()
    failures: tuple[Failure, ...] = ()
    errors: tuple[Difference, ...] = ()
    cleaning_misses: tuple[CleaningMiss, ...] = ()

    @property
    def headlines(self) -> tuple[Line, ...]:
        """The one line of each kind that counts."""
        return tuple(line for line in self.lines if line.measure.headline)

    @property
    def mean_f1(self) -> float:
        """Mean F1 of the headline measures."""
        return sum(line.f1 for line in self.headlines) / len(self.headlines)

    @property
    def figures(self) -> dict[str, float]:
        """Every figure that a floor may be set for: each headline F1, the mean, and the shares."""
        headlines = {line.measure.kind: line.f1 for line in self.headlines}
        return {**headlines, "mean": self.mean_f1, **{share.name: share.value for share in self.shares}}

    def as_json(self) -> dict[str, Any]:
        """All figures and errors, ready for ``json.dumps``."""
        return {
            "articles": self.articles,
            "mean_f1": round(self.mean_f1, 4),
            "measures": [line.as_json() for line in self.lines],
            "shares": {share.name: share.as_json() for share in self.shares},
            "evidence_outside": [outside.model_dump(mode="json") for outside in self.evidence_outside],
            "failures": [failure.model_dump(mode="json") for failure in self.failures],
            "errors": [error.model_dump(mode="json") for error in self.errors],
            "cleaning_misses": [miss.model_dump(mode="json") for miss in self.cleaning_misses],
        }
