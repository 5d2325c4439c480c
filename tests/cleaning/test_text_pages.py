import textwrap
from datetime import date

import pytest

from nhs_extract.cleaning import Cleaner
from nhs_extract.errors import NotAnArticleError
from tests.cleaning.pages import BODY, TITLE, page_of, text_page

TEASERS = "Kent chief Tom Alder quits after row\nEssex loses 3,000 nurses in a year"


def test_each_paragraph_of_the_article_stays(cleaner: Cleaner):
    article = cleaner.clean(text_page())

    assert article.text == "\n\n".join([TITLE, "3 May 2019", *BODY])
    assert article.title == TITLE
    assert article.published == date(2019, 5, 3)


@pytest.mark.parametrize(
    "head",
    [
        f"Coast Echo\nHome  News  Sport  Jobs\n\n{TITLE}\n\nBy Jill Peters\n3 May 2019",
        f"Coast Echo\n\nTop stories\n- {TEASERS}\n\nHome > News\n\n{TITLE}\n3 May 2019",
        f"This website uses cookies. By browsing you agree to them.\n\n{TITLE}\n\nPublished: 3 May 2019",
        f"From: Communications\nTo: All staff\nDate: 3 May 2019\nSubject: {TITLE}",
        f"{TITLE}\n\n{TITLE}\n\n  • 3 May 2019",
    ],
)
def test_the_article_begins_with_its_headline(cleaner: Cleaner, head: str):
    article = cleaner.clean(text_page(head=head))

    assert article.text.split("\n")[0].endswith(TITLE)
    assert article.text.count(TITLE) == 1
    assert article.published == date(2019, 5, 3)
    assert "Alder" not in article.text
    assert all(paragraph in article.text for paragraph in BODY)


@pytest.mark.parametrize(
    "middle",
    [
        "READ MORE: Kent chief Tom Alder quits after row",
        f"Most read\n{TEASERS}",
        f"More on this story:\n{TEASERS}",
        "Sign up for our newsletter to hear what Tom Alder does next",
        "[Advertisement]\nTom Alder Estates: flats from £99 a week\n[End of advertisement]",
        "Download our app and follow Tom Alder",
    ],
)
def test_a_box_in_the_middle_goes_and_the_article_goes_on(cleaner: Cleaner, middle: str):
    article = cleaner.clean(text_page(middle=middle))

    assert "Alder" not in article.text
    assert all(paragraph in article.text for paragraph in BODY)


@pytest.mark.parametrize(
    "tail",
    [
        f"Related news\n\n{TEASERS}",
        f"You might also like\n> {TEASERS}",
        f"Hot off the press\n{TEASERS}",
        "2 Comments\n\nTom Alder: I would never have done it. We had 4,000 staff and nobody on the phone.",
        "Subscribe to our newsletter\n\nYour email\n\nInvalid email. Something went wrong",
        "© Alder Newspapers 2019. All rights reserved.",
        "Home | News | Tom Alder | Privacy",
    ],
)
def test_nothing_under_the_article_is_kept(cleaner: Cleaner, tail: str):
    article = cleaner.clean(text_page(tail=tail))

    assert article.text.endswith(BODY[-1])


def test_related_news_with_summaries_is_no_article(cleaner: Cleaner):
    summary = "The chief executive of Kent's largest trust has resigned after a row that lasted all year."
    teaser = f"Kent chief quits\n\nKent chief quits\n\n{summary}"

    article = cleaner.clean(text_page(tail=f"Related News\n\n{teaser}\nEssex loses nurses"))

    assert article.text.endswith(BODY[-1])


@pytest.mark.parametrize(
    "middle",
    [
        "The trust's newsletter will carry the details, and staff can sign up to join a working group.",
        "[Picture: Margaret Ellery outside Seaview Hospital]",
        "What the trusts say",
        "- One board from April\n- No ward closures",
        "Seaview: 6,200 staff\nDowns Community: 2,800 staff",
        "Comments made at the meeting will be published.",
        "Related services such as physiotherapy will move too.",
        "Follow-up appointments are not affected.",
    ],
)
def test_what_belongs_to_the_article_stays(cleaner: Cleaner, middle: str):
    assert middle in cleaner.clean(text_page(middle=middle)).text


@pytest.mark.parametrize(
    "tail",
    [
        "Ends\n\nNotes to editors\n\n1. Seaview employs 6,200 people.\n2. Downs has 2,800 staff.",
        "With best wishes\n\nMargaret Ellery\nChief Executive, Seaview Hospitals NHS Foundation Trust",
        "At a glance\nStaff: 9,000\nPopulation: 620,000",
        "What happens next\n- The case goes to NHS England\n- Governors vote in February",
    ],
)
def test_notes_sign_offs_and_lists_at_the_end_stay(cleaner: Cleaner, tail: str):
    assert cleaner.clean(text_page(tail=tail)).text.endswith(tail)


def test_a_wrapped_dump_is_put_together_again(cleaner: Cleaner):
    wrapped = "\n\n".join(textwrap.fill(paragraph, 68) for paragraph in (TITLE, "3 May 2019", *BODY))

    assert cleaner.clean(page_of(wrapped)).text == "\n\n".join([TITLE, "3 May 2019", *BODY])


def test_a_dump_without_blank_lines_keeps_its_paragraphs_apart(cleaner: Cleaner):
    article = cleaner.clean(page_of("\n".join([TITLE, *BODY[:4], "Most read", TEASERS, *BODY[4:]])))

    assert article.text == "\n\n".join([TITLE, *BODY])


def test_the_masthead_names_the_publisher(cleaner: Cleaner):
    head = f"Coast Echo & Advertiser\nHome  News  Sport  Jobs\n\n{TITLE}\n\n3 May 2019"

    assert cleaner.clean(text_page(head=head)).publisher == "Coast Echo & Advertiser"
    assert cleaner.clean(text_page()).publisher is None


def test_an_article_without_a_headline_has_no_title(cleaner: Cleaner):
    article = cleaner.clean(page_of("\n".join(BODY)))

    assert article.title is None
    assert article.published is None


@pytest.mark.parametrize("text", ["", "\n\n", "Home | News | Sport", "Sign up"])
def test_a_page_with_nothing_but_boilerplate_is_no_article(cleaner: Cleaner, text: str):
    with pytest.raises(NotAnArticleError):
        cleaner.clean(page_of(text))
