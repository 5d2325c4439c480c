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
        f"+++ COAST WIRE +++ 0911 GMT 3 MAY 2019 +++ SLUG: MERGER +++\n\n{TITLE}\n\nBy our staff",
        f"Coast Weekly - the coast's own paper since 1871\n\n3 May 2019\n\n{TITLE}",
        f"The Lodge\nOur ref: D/1\n3 May 2019\n\nTo: Cllr Amy Gray, Chair, Panel\n\nRE: {TITLE}",
        f"Coast Echo\n\n{TITLE}\n\n3 May 2019\n\nCopy link | Share | Print",
        f"Local > Health\nThread: {TITLE}\nPage 1 of 3   1 2 3 Next >\n#1   03-05-2019, 19:12",
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
        f"----\nFRESH FROM OUR PRESSES\n{TEASERS.upper()}",
        'OTHER LETTERS: "Why Tom Alder must go" / "Who is the next chief executive of Kent?"',
        'Coming up next week: "Tom Alder: my story" and "Meet the new boss"',
        "Share | Tweet | Print\nTom Alder is deputy editor\nTHE PAGE 4 PUZZLE\nWhich trust has 60 dogs?",
        "Your subscription: 3 seats\nThis feed carries advertising.\nTypeset in Hove by Tom Alder",
        "SPONSOR MESSAGE: This episode is brought to you by AlderSoft, trusted by 90 hospitals.",
        "Trending: #BakeOff · Tom Alder quits",
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
        "Ends\n\nMedia enquiries: Seaview press office, 01303 555 010",
        "Seaview | 6,200 | 400,000 people\nDowns | 2,800 | 220,000 people\nBoth | 9,000 | 620,000 people",
        "Response\n\nIn a statement the minister's office said that it would look at the case with care.",
    ],
)
def test_notes_sign_offs_and_lists_at_the_end_stay(cleaner: Cleaner, tail: str):
    assert cleaner.clean(text_page(tail=tail)).text.endswith(tail)


def test_a_sentence_after_an_advertisement_is_kept(cleaner: Cleaner):
    sentence = "Members of the public will have a say in March."

    assert cleaner.clean(text_page(tail=f"[Advertisement]\n\n{sentence}")).text.endswith(sentence)


def test_nothing_under_a_sign_off_and_a_line_is_kept(cleaner: Cleaner):
    sign_off = "Yours faithfully\n\nMargaret Ellery\nChief Executive"
    foot = "----\nSeaview is a carbon literate employer and is followed on Instagram by 9,000 people in Kent."

    assert cleaner.clean(text_page(tail=f"{sign_off}\n\n{foot}")).text.endswith(sign_off)


def test_a_heading_of_boilerplate_does_not_take_most_of_the_page(cleaner: Cleaner):
    paragraphs = "\n".join(
        f"The plan has a part for ward {number} of the two, she explained to us." for number in range(9)
    )

    assert "ward 8" in cleaner.clean(text_page(tail=f"More on this\n\n{paragraphs}")).text


def test_a_bulletin_has_its_name_for_a_title(cleaner: Cleaner):
    items = "\n\n".join(
        f"{heading}\n\n{text}" for heading, text in zip(("PEOPLE", "MONEY", "FLU"), BODY, strict=False)
    )
    page = page_of(
        f"COAST ROUND-UP . 3 May 2019 . for partners\n\nA word first\n\n{BODY[3]} {BODY[4]}\n\n{items}"
    )

    assert cleaner.clean(page).title == "COAST ROUND-UP"


def test_a_headline_broken_over_two_lines_is_put_together(cleaner: Cleaner):
    article = cleaner.clean(text_page(head="BOARDS BACK MERGER\nOF COAST TRUSTS\n\n3 May 2019"))

    assert article.title == "BOARDS BACK MERGER OF COAST TRUSTS"


def test_the_name_with_which_an_obituary_begins_is_its_headline(cleaner: Cleaner):
    head = "The Messenger\n\nUna Marsh-Bell\nMill hand who ran two hospitals\n\n3 May 2019"
    life = "Una Marsh-Bell, who has died at the age of 83, never wanted to be a chairman of anything at all."

    assert cleaner.clean(page_of("\n\n".join([head, life, *BODY]))).title == "Una Marsh-Bell"


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
