"""The loop over pages: one bad page never ends it."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from nhs_extract.errors import ArticleError
from nhs_extract.models import Failure, Page

Made = TypeVar("Made")


def try_each(pages: Iterable[Page | Failure], make: Callable[[Page], Made]) -> Iterator[Made | Failure]:
    """What ``make`` gives for each page, or what was wrong with that page."""
    for page in pages:
        if isinstance(page, Failure):
            yield page
            continue
        try:
            yield make(page)
        except ArticleError as error:
            yield Failure(source=page.location, stage=error.stage, reason=str(error), sha256=page.sha256)
