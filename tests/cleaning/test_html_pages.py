from datetime import date

import pytest

from nhs_extract.cleaning import Cleaner
from nhs_extract.errors import NotAnArticleError
from nhs_extract.models import MediaType, Page
from tests.cleaning.pages import BODY, TITLE, html_page

TEASERS = "<ul><li><a href='/1'>Kent chief Tom Alder quits</a></li><li><a>Tom Alder: why I quit</a></li></ul>"


def test_the_headline_comes_first_and_every_paragraph_stays(cleaner: Cleaner):
    article = cleaner.clean(html_page())

    assert article.text == "\n\n".join([TITLE, *BODY])
    assert article.title == TITLE
    assert article.language == "en"


def test_the_metadata_say_date_publisher_and_address(cleaner: Cleaner):
    head = (
        f"<title>{TITLE} | News | Coast Echo</title><meta property='og:site_name' content='Coast Echo'>"
        "<meta property='article:published_time' content='2019-05-03T09:00:00Z'>"
        "<meta property='article:modified_time' content='2021-01-01T09:00:00Z'>"
        "<link rel='canonical' href='https://echo.example.org/merger'>"
    )

    article = cleaner.clean(html_page(head=head))

    assert article.published == date(2019, 5, 3)
    assert article.publisher == "Coast Echo"
    assert article.url == "https://echo.example.org/merger"


def test_linked_data_say_it_where_the_metadata_do_not(cleaner: Cleaner):
    story = '{"@type": "NewsArticle", "datePublished": "2019-05-03", "publisher": {"name": "Coast Echo"}}'
    data = f'{{"@graph": [{{"@type": "WebPage", "datePublished": "2021-01-01"}}, {story}]}}'

    article = cleaner.clean(html_page(head=f"<script type='application/ld+json'>{data}</script>"))

    assert article.published == date(2019, 5, 3)
    assert article.publisher == "Coast Echo"


def test_linked_data_that_are_broken_are_passed_over(cleaner: Cleaner):
    article = cleaner.clean(html_page(head="<script type='application/ld+json'>{broken</script>"))

    assert article.published is None


def test_the_date_in_the_masthead_is_the_last_resort(cleaner: Cleaner):
    page = html_page(aside="")
    dated = page.content.replace(b"<body>", b"<body><div id='masthead'>Friday 3 May 2019</div>")

    assert cleaner.clean(page.model_copy(update={"content": dated})).published == date(2019, 5, 3)


@pytest.mark.parametrize(
    "above",
    [
        "<p>Date published: 3 May 2019</p>",
        "<p>09:12, 3 MAY 2019 Updated 10:15, 4 MAY 2019</p>",
        "<time itemprop='datePublished' datetime='2019-05-03T09:00'>Friday</time>",
    ],
)
def test_without_metadata_the_date_line_says_the_date(cleaner: Cleaner, above: str):
    assert cleaner.clean(html_page(above=above)).published == date(2019, 5, 3)


def test_a_headline_in_the_metadata_only_is_put_first_without_the_name_of_the_site(cleaner: Cleaner):
    paragraphs = "".join(f"<p>{paragraph}</p>" for paragraph in BODY)
    html = f"<html><head><title>{TITLE} | Coast Echo</title></head><body>{paragraphs}</body></html>"

    article = cleaner.clean(Page(location="-", content=html.encode(), media_type=MediaType.HTML))

    assert article.title == TITLE
    assert article.text.startswith(f"{TITLE}\n\n{BODY[0]}")


@pytest.mark.parametrize(
    "junk",
    [
        f"<div class='x1'><h3>More on this story</h3>{TEASERS}</div>",
        f"<aside>{TEASERS}</aside>",
        f"<div class='RelatedBox'>{TEASERS}</div>",
        "<p><a href='/1'>Kent chief Tom Alder quits after a row</a></p>",
        "<p><strong>READ MORE:</strong> <a href='/1'>Kent chief Tom Alder quits</a></p>",
        "<div><h4>Get the headlines by email</h4><form><p>Tom Alder</p></form></div>",
        "<div class='a'><b>Comments</b><p>gary: Tom Alder should have stayed.</p></div>",
    ],
)
def test_boxes_go_wherever_they_stand(cleaner: Cleaner, junk: str):
    for place in ({"middle": junk}, {"below": junk}, {"aside": junk}):
        article = cleaner.clean(html_page(**place))

        assert article.text == "\n\n".join([TITLE, *BODY]), place


def test_what_stands_outside_the_element_of_the_article_goes(cleaner: Cleaner):
    article = cleaner.clean(html_page(aside="<div><h3>Around the coast</h3><p>Tom Alder in Kent</p></div>"))

    assert article.text.endswith(BODY[-1])


def test_standfirst_caption_bullets_and_notes_stay(cleaner: Cleaner):
    page = html_page(
        above="<p>Unions ask for guarantees</p><figure><figcaption>Margaret Ellery</figcaption></figure>",
        middle="<h2>What changes</h2><ul><li>one board</li><li>one budget</li></ul>",
        below="<h3>Notes to editors</h3><ol><li>Seaview has 6,200 staff.</li></ol>",
    )

    lines = cleaner.clean(page).text.split("\n")

    for line in (
        "Unions ask for guarantees",
        "Margaret Ellery",
        "What changes",
        "- one board",
        "- one budget",
    ):
        assert line in lines
    assert lines[-1] == "- Seaview has 6,200 staff."


def test_the_rows_of_a_table_stay_with_their_cells_side_by_side(cleaner: Cleaner):
    rows = "<tr><th>Chair</th><td>Ravi Conteh</td></tr><tr><td>Staff</td><td>8,900</td><td>9,000</td></tr>"

    article = cleaner.clean(html_page(middle=f"<table>{rows}</table>"))

    assert "Chair: Ravi Conteh\nStaff | 8,900 | 9,000" in article.text


def test_terms_and_their_values_stand_in_one_line(cleaner: Cleaner):
    terms = "<dl><dt>Workforce</dt><dd>9,000 people</dd><dt>Who pays?</dt><dd>The county.</dd></dl>"

    article = cleaner.clean(html_page(middle=terms))

    assert "Workforce: 9,000 people" in article.text
    assert "Who pays?\n\nThe county." in article.text


def test_elements_set_side_by_side_do_not_run_together(cleaner: Cleaner):
    article = cleaner.clean(html_page(above="<p><span>3 May 2019</span><span>by Jill Peters</span></p>"))

    assert "3 May 2019 by Jill Peters" in article.text


def test_a_fragment_of_a_page_is_read(cleaner: Cleaner):
    page = Page(location="-", content=f"<p>{BODY[0]}</p>".encode(), media_type=MediaType.HTML)

    assert cleaner.clean(page).text == BODY[0]


def test_a_page_laid_out_in_tables_is_read_column_by_column(cleaner: Cleaner):
    column = f"<td>{'<br><br>'.join([f'<b>{TITLE}</b>', *BODY])}</td>"
    related = "<td><p><b>RELATED STORIES</b></p><p><a href='/1'>Kent chief Tom Alder quits</a></p></td>"
    rows = f"<TR><TD>Home | News | Sport</TD></TR><TR>{related}{column}{related}</TR>"
    html = f"<HTML><BODY><TABLE>{rows}</TABLE></BODY></HTML>"

    article = cleaner.clean(Page(location="-", content=html.encode(), media_type=MediaType.HTML))

    assert article.title == TITLE
    assert "Alder" not in article.text
    assert all(paragraph in article.text for paragraph in BODY)


def test_a_page_without_words_is_no_article(cleaner: Cleaner):
    for html in ("", "<html><body></body></html>", "<html><nav>Home</nav></html>"):
        with pytest.raises(NotAnArticleError):
            cleaner.clean(Page(location="-", content=html.encode(), media_type=MediaType.HTML))


def test_a_sentence_beside_the_table_that_holds_the_article_is_kept(cleaner: Cleaner):
    rows = "".join(f"<tr><td>{number}</td><td><p>{text}</p></td></tr>" for number, text in enumerate(BODY))
    minutes = f"<h1>{TITLE}</h1><table>{rows}</table><p>The meeting closed at 1.25 pm.</p>"
    html = f"<html><body><div>{minutes}</div></body></html>"
    page = Page(location="page.html", content=html.encode(), media_type=MediaType.HTML)

    assert cleaner.clean(page).text.endswith("The meeting closed at 1.25 pm.")


def test_a_title_that_is_only_the_name_of_the_site_is_no_headline(cleaner: Cleaner):
    masthead = "<b>Coast Evening Star</b><br>Friday, 3 May 2019"
    story = "<br><br>".join([f"<b>{TITLE}</b><br>by our Correspondent", *BODY])
    table = f"<table><tr><td>{masthead}</td></tr><tr><td>{story}</td></tr></table>"
    html = f"<html><head><title>Coast Evening Star - news</title></head><body>{table}</body></html>"
    page = Page(location="page.html", content=html.encode(), media_type=MediaType.HTML)

    assert cleaner.clean(page).title == TITLE
