from nhs_extract.errors import NotAnArticleError, UnreadablePhraseError
from nhs_extract.looping import try_each
from nhs_extract.models import Failure, MediaType, Page


def page(location: str) -> Page:
    return Page(location=location, content=location.encode(), media_type=MediaType.TEXT)


def name(page: Page) -> str:
    """The name of a page; some pages are lost on the way."""
    if page.location == "empty.txt":
        raise NotAnArticleError("the page is empty")
    if page.location == "vague.txt":
        raise UnreadablePhraseError("many", expected="number")
    return page.location


def test_a_lost_page_is_a_failure_and_the_others_go_on():
    lost, kept = try_each([page("empty.txt"), page("a.txt")], name)

    assert lost == Failure(
        source="empty.txt", stage="clean", reason="the page is empty", sha256=page("empty.txt").sha256
    )
    assert kept == "a.txt"


def test_a_failure_says_on_which_stage_the_page_was_lost():
    unread = Failure(source="gone.txt", stage="read", reason="cannot be read")

    failures = list(try_each([unread, page("empty.txt"), page("vague.txt")], name))

    assert [failure.stage for failure in failures] == ["read", "clean", "extract"]
