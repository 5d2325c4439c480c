"""Arrangements: what organisations do together, from mergers to joint ventures, and how far they are."""

from collections.abc import Iterator, Sequence

from nhs_extract.facts.arrangements.bodies import all_named, distinct
from nhs_extract.facts.arrangements.candidates import HINT, LABEL, candidates
from nhs_extract.facts.arrangements.choosing import choose
from nhs_extract.facts.arrangements.context import main_parties, weigh
from nhs_extract.facts.arrangements.model import Arrangement, ArrangementStatus, ArrangementType
from nhs_extract.facts.arrangements.news import with_news
from nhs_extract.facts.arrangements.signs import LABEL as STATUS
from nhs_extract.facts.arrangements.stories import Story, gather
from nhs_extract.facts.arrangements.telling import tell
from nhs_extract.facts.base import FactType
from nhs_extract.facts.dates import LABEL as DATE
from nhs_extract.models import AnnotatedArticle

__all__ = ["ARRANGEMENTS", "Arrangement", "ArrangementStatus", "ArrangementType", "assemble"]

# The article may tell more of these in sentences that name only "the new trust", "the plan", "the transfer".
_TOLD_APART = (
    ArrangementType.MERGER,
    ArrangementType.ACQUISITION,
    ArrangementType.GROUP,
    ArrangementType.SERVICE_TRANSFER,
)


def assemble(annotated: AnnotatedArticle) -> Iterator[Arrangement]:
    """One fact for each arrangement between NHS organisations that the article reports."""
    bodies = distinct(all_named(annotated.sentences))
    if not bodies:
        return
    found = list(candidates(annotated))
    stories = choose(with_news(gather(found, annotated.sentences), annotated, weigh(annotated)), annotated)
    parties = main_parties(annotated) or bodies[:2]
    for story in stories:
        yield tell(story, annotated, parties, main=_is_main(story, stories))


def _is_main(story: Story, stories: Sequence[Story]) -> bool:
    """Whether "the new trust" or "the transfer" can only mean this story."""
    if story.type is ArrangementType.SERVICE_TRANSFER:
        return True
    alike = (other for other in stories if other.type is story.type and other is not story)
    return story.type in _TOLD_APART and all(other.denied or other.place < story.place for other in alike)


ARRANGEMENTS = FactType(Arrangement, assemble, reads=frozenset({LABEL, HINT, STATUS, DATE}))
