import pytest

from nhs_extract.evaluate.folding import flat, fold_name


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The Newcastle upon Tyne Hospitals", "Newcastle upon Tyne Hospitals"),
        ("Guy’s & St Thomas'", "Guy's and St. Thomas’"),
        ("Stoke-on-Trent", "STOKE ON TRENT"),
        ("Siân Ó Brádaigh", "Sian O Bradaigh"),
        ("Smith–Jones", "Smith-Jones"),
    ],
)
def test_spellings_of_one_name_fold_to_the_same_words(one, other):
    assert fold_name(one) == fold_name(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Alpha NHS Trust", "Alpha NHS Foundation Trust"),
        ("North East Ambulance Service", "North West Ambulance Service"),
        ("Theale Hospital", "ale Hospital"),
    ],
)
def test_different_names_stay_different(one, other):
    assert fold_name(one) != fold_name(other)


def test_flat_text_has_straight_quotes_and_single_spaces():
    assert flat("“We’re\n  here”") == '"We\'re here"'
