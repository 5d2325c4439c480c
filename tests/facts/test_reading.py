import re

import pytest

from nhs_extract.errors import UnreadablePhraseError
from nhs_extract.facts.reading import Qualifier, read_count
from nhs_extract.patterns import expand, load_patterns
from nhs_extract.settings import packaged_patterns


@pytest.mark.parametrize(
    ("phrase", "value"),
    [
        ("8,500", 8_500),
        ("1.1m", 1_100_000),
        ("2.01 million", 2_010_000),
        ("1·2 million", 1_200_000),
        ("2½ million", 2_500_000),
        ("9k", 9_000),
        ("half a million", 500_000),
        ("a half million", 500_000),
        ("a quarter of a million", 250_000),
        ("three-quarters of a million", 750_000),
        ("two-thirds of a million", 666_667),
        ("a million and a half", 1_500_000),
        ("two and a half thousand", 2_500),
        ("one-and-a-half million", 1_500_000),
        ("twenty-five thousand", 25_000),
        ("a hundred and twenty thousand", 120_000),
        ("one thousand, two hundred and fifty", 1_250),
        ("SIXTEEN THOUSAND", 16_000),
    ],
)
def test_a_number_is_read_in_figures_and_in_words(phrase: str, value: int):
    count = read_count(phrase)

    assert (count.low, count.high, count.qualifier) == (value, value, Qualifier.EXACT)


@pytest.mark.parametrize(
    ("phrase", "low", "high"),
    [
        ("between 6,000 and 7,000", 6_000, 7_000),
        ("6,000 to 7,000", 6_000, 7_000),
        ("6,000–7,000", 6_000, 7_000),
        ("6-7,000", 6_000, 7_000),
        ("1.2 to 1.3 million", 1_200_000, 1_300_000),
        ("two to three thousand", 2_000, 3_000),
        ("between two and two and a half thousand", 2_000, 2_500),
    ],
)
def test_a_range_has_both_bounds(phrase: str, low: int, high: int):
    count = read_count(phrase)

    assert (count.low, count.high, count.qualifier) == (low, high, Qualifier.BETWEEN)


@pytest.mark.parametrize(
    ("phrase", "qualifier"),
    [
        ("5,000-strong", Qualifier.EXACT),
        ("all 5,000", Qualifier.EXACT),
        ("only 5,000", Qualifier.EXACT),
        ("some 5,000", Qualifier.ABOUT),
        ("c. 5,000", Qualifier.ABOUT),
        ("in the region of 5,000", Qualifier.ABOUT),
        ("just over 5,000", Qualifier.ABOUT),
        ("just under 5,000", Qualifier.ABOUT),
        ("slightly fewer than 5,000", Qualifier.ABOUT),
        ("5,000 or so", Qualifier.ABOUT),
        ("500-odd", Qualifier.ABOUT),
        ("a couple of thousand", Qualifier.ABOUT),
        ("more than 5,000", Qualifier.MORE_THAN),
        ("in excess of 5,000", Qualifier.MORE_THAN),
        ("upwards of 5,000", Qualifier.MORE_THAN),
        ("no fewer than 5,000", Qualifier.MORE_THAN),
        ("5,000-plus", Qualifier.MORE_THAN),
        ("5,000+", Qualifier.MORE_THAN),
        ("one million-plus", Qualifier.MORE_THAN),
        ("fewer than 5,000", Qualifier.LESS_THAN),
        ("up to 5,000", Qualifier.UP_TO),
        ("no more than 5,000", Qualifier.UP_TO),
    ],
)
def test_the_words_around_a_number_say_how_exact_it_is(phrase: str, qualifier: Qualifier):
    assert read_count(phrase).qualifier is qualifier


@pytest.mark.parametrize("phrase", ["several thousand", "many people", "", "020755501812345"])
def test_a_phrase_without_a_number_of_people_is_refused(phrase: str):
    with pytest.raises(UnreadablePhraseError, match="expected a"):
        read_count(phrase)


def test_every_wording_that_the_patterns_find_can_be_read():
    shared = load_patterns(packaged_patterns()).files["quantities"].shared

    for wording in shared["how_exact"]:
        assert read_count(f"{wording} 5,000").low == 5_000


def test_a_sum_of_money_a_share_and_a_telephone_number_are_no_quantities():
    shared = load_patterns(packaged_patterns()).files["quantities"].shared
    quantity = re.compile(expand("{quantity}", shared))

    for words in ("£5,000", "over 80 per cent", "ring 020 7555 0181", "the 250th", "5,000%"):
        assert quantity.search(words) is None
