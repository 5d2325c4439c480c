from datetime import date

import pytest

from nhs_extract.cleaning.dates import published_in, read_date, read_dateline


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("11 June 2018", date(2018, 6, 11)),
        ("  • 11 June 2018", date(2018, 6, 11)),
        ("Publish date: 31 July 2024", date(2024, 7, 31)),
        ("Friday, 28th December 2018, 10:30 pm", date(2018, 12, 28)),
        ("16:04, 16 May 2023 Updated 17:10, 18 May 2023", date(2023, 5, 16)),
        ("June 27 2019, 4.52pm", date(2019, 6, 27)),
        ("22/11/2005", date(2005, 11, 22)),
        ("22.12.16", date(2016, 12, 22)),
        ("2024-11-01", date(2024, 11, 1)),
        ("Tuesday 22nd Nov 2005", date(2005, 11, 22)),
        ("2-Mar-2018 5:14 pm", date(2018, 3, 2)),
        ("Last Updated: Friday, 23 November 2007, 17:02 GMT", date(2007, 11, 23)),
        ("Page updated 19 June 2025", date(2025, 6, 19)),
        ("Friday 1 July 2016 - special edition - please print a copy for the staff room", date(2016, 7, 1)),
        ("LEEDS, England, May 3, 2019 /Newswire/ -- Two trusts are to merge in April.", date(2019, 5, 3)),
        ("York (3 May 2019): Two trusts are to merge.", date(2019, 5, 3)),
        ("Last edited on 9 May 2019 - first posted 3 May 2019", date(2019, 5, 3)),
    ],
)
def test_a_date_line_is_read_in_every_usual_form(line: str, day: date):
    assert published_in([line]) == day


@pytest.mark.parametrize(
    "line",
    [
        "Converted for the archive on 8 January 2007",
        "© 2016",
        "Updated 3 May 2019",
        "31/31/2019",
        "No date here",
    ],
)
def test_other_days_are_not_the_day_of_publication(line: str):
    assert published_in([line]) is None


def test_a_line_that_says_published_comes_before_other_dates():
    assert published_in(["Meeting of 2 May 2019", "Published: 3 May 2019"]) == date(2019, 5, 3)


def test_a_date_that_begins_a_sentence_is_no_date_line():
    assert read_dateline("Dr Amy Gray 3 May 2019 was the day on which the boards met.") is None


def test_a_date_in_a_paragraph_is_not_a_date_line():
    paragraph = (
        "The trusts said on 3 May 2019 that they would merge within a year, " + "as they had hoped " * 8
    )

    assert published_in([paragraph]) is None


def test_text_without_a_date_has_none():
    assert read_date("in May") is None
