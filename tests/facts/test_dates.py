from datetime import date

import pytest

from nhs_extract.facts.dates import Tense, read_date

PUBLISHED = date(2017, 5, 2)  # a Tuesday


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("1 April 2018", "2018-04-01"),
        ("April 1, 2018", "2018-04-01"),
        ("Friday, 1st April 2022", "2022-04-01"),
        ("31 February 2018", "2018-02"),
        ("by April 2006", "2006-04"),
        ("the end of March 2018", "2018-03"),
        ("autumn 2022", "2022"),
        ("2024/25", "2024"),
        ("since 2019", "2019"),
        ("the end of 2013", "2013"),
    ],
)
def test_a_date_with_its_year_needs_no_publication_date(phrase, expected):
    assert read_date(phrase, None) == expected


@pytest.mark.parametrize("phrase", ["by September", "1 April", "next month", "tomorrow", "this autumn"])
def test_a_date_without_a_year_is_open_where_no_publication_date_is_known(phrase):
    assert read_date(phrase, None) is None


@pytest.mark.parametrize(
    ("phrase", "past", "future"),
    [
        ("1 April", "2017-04-01", "2018-04-01"),
        ("in June", "2016-06", "2017-06"),
        ("on Sunday", "2017-04-30", "2017-05-07"),
        ("Tuesday", "2017-05-02", "2017-05-02"),
        ("New Year’s Day", "2017-01-01", "2018-01-01"),
        ("Easter Sunday", "2017-04-16", "2018-04-01"),
    ],
)
def test_the_tense_tells_on_which_side_of_the_publication_a_date_lies(phrase, past, future):
    assert read_date(phrase, PUBLISHED, Tense.PAST) == past
    assert read_date(phrase, PUBLISHED, Tense.FUTURE) == future


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("today", "2017-05-02"),
        ("from tomorrow", "2017-05-03"),
        ("yesterday", "2017-05-01"),
        ("with immediate effect", "2017-05-02"),
        ("last month", "2017-04"),
        ("next month", "2017-06"),
        ("later this year", "2017"),
        ("this autumn", "2017"),
        ("next spring", "2018"),
        ("last September", "2016-09"),
        ("next April", "2018-04"),
        ("April last year", "2016-04"),
        ("1 April next year", "2018-04-01"),
        ("two years ago", "2015"),
        ("three months ago", "2017-02"),
    ],
)
def test_words_that_look_from_the_day_of_publication_are_counted_from_it(phrase, expected):
    assert read_date(phrase, PUBLISHED) == expected


def test_a_month_without_a_tense_is_the_nearest_one():
    assert read_date("in April", PUBLISHED) == "2017-04"
    assert read_date("in August", PUBLISHED) == "2017-08"


def test_words_without_a_date_have_none():
    assert read_date("some weeks later", PUBLISHED) is None
