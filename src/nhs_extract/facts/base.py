"""What every kind of fact has: a model, the function that assembles it, the labels it reads."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from nhs_extract.models import AnnotatedArticle, Fact


@dataclass(frozen=True)
class FactType:
    """One kind of fact. ``reads`` are the labels of the mentions that ``assemble`` looks at."""

    model: type[Fact]
    assemble: Callable[[AnnotatedArticle], Iterator[Fact]]
    reads: frozenset[str]

    @property
    def kind(self) -> str:
        """Its one name: of the module, the table, the gold section, the score line."""
        return self.model.table
