import pytest

from nhs_extract.owning import BODY_KINDS, main_organisation, publishing_organisation
from tests.markup import annotated

A = "Greyford NHS Trust"
B = "Mill Valley NHS Foundation Trust"


def test_an_article_is_about_the_trust_of_its_headline():
    marked = f"""
    # [Greyford](ORGANISATION@{A}) has a new chair
    She comes from [Mill Valley](ORGANISATION@{B}).
    """

    main = main_organisation(annotated(marked))

    assert main is not None
    assert main.name == A


def test_a_commissioner_counts_only_where_it_is_asked_for():
    article = annotated("[NHS Greyshire](ORGANISATION@NHS Greyshire Integrated Care Board) met.")

    assert main_organisation(article) is None
    assert main_organisation(article, BODY_KINDS) is not None


@pytest.mark.parametrize(
    ("marked", "publisher"),
    [
        (
            f"[Mill Valley](ORGANISATION@{B}) met.\n[We at ](SELF_CUE=ours)[Greyford](ORGANISATION@{A}).",
            None,
        ),
        (f"[Mill Valley](ORGANISATION@{B}) met.\n[Greyford](ORGANISATION@{A}) agrees.", "Greyford NHS news"),
        (
            f"[Mill Valley](ORGANISATION@{B}) met.\nIt was long.\nIt was late.\nWe are glad.\n"
            f"[Amy Gray](PERSON=Amy Gray), [Chair](ROLE=chair), [Greyford](ORGANISATION@{A})",
            None,
        ),
        (
            f"[We join ](SELF_CUE=theirs)[Mill Valley](ORGANISATION@{B}).\n"
            f"[We at ](SELF_CUE=ours)[Greyford](ORGANISATION@{A}) agree.",
            None,
        ),
    ],
)
def test_the_publisher_is_who_signs_or_says_we(marked: str, publisher: str | None):
    body = publishing_organisation(annotated(marked, publisher=publisher))

    assert body is not None
    assert body.name == A
