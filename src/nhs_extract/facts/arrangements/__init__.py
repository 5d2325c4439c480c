"""Arrangements: what organisations do together, from mergers to joint ventures, and how far they have come."""

from collections.abc import Iterator

from nhs_extract.facts.arrangements.bodies import all_named, distinct
from nhs_extract.facts.arrangements.candidates import HINT, LABEL, candidates, weigh
from nhs_extract.facts.arrangements.choosing import choose
from nhs_extract.facts.arrangements.model import Arrangement, ArrangementStatus, ArrangementType
from nhs_extract.facts.arrangements.signs import LABEL as STATUS
from nhs_extract.facts.arrangements.stories import gather, with_news
from nhs_extract.facts.arrangements.telling import tell
from nhs_extract.facts.base import FactType
from nhs_extract.facts.dates import LABEL as DATE
from nhs_extract.models import AnnotatedArticle

__all__ = ["ARRANGEMENTS", "Arrangement", "ArrangementStatus", "ArrangementType", "assemble"]


def assemble(annotated: AnnotatedArticle) -> Iterator[Arrangement]:
    """One fact for each arrangement between NHS organisations that the article reports."""
    bodies = distinct(all_named(annotated.sentences))
    if not bodies:
        return
    found = list(candidates(annotated))
    stories = with_news(gather(found, annotated.sentences), annotated, weigh(annotated))
    for story in choose(stories, annotated):
        yield tell(story, annotated, bodies[:2])


ARRANGEMENTS = FactType(Arrangement, assemble, reads=frozenset({LABEL, HINT, STATUS, DATE}))
