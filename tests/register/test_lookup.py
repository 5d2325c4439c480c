"""What one name means, standing alone."""

from datetime import date

import pytest

from nhs_extract.register import Register


def linked(register: Register, name: str, on: str | None = None) -> str | None:
    link = register.lookup(name, date.fromisoformat(on) if on else None).link
    return link and f"{link.ods_code} {link.name}"


def test_an_official_name_is_exact(register: Register):
    link = register.lookup("Midlands Partnership NHS Foundation Trust", date(2019, 1, 1)).link

    assert link is not None
    assert (link.ods_code, link.linked_by, link.score) == ("RRE", "exact", 1.0)


@pytest.mark.parametrize(
    "spelling",
    [
        "Guy’s and St Thomas’ NHS Foundation Trust",
        "Guy's & St. Thomas' NHS FT",
        "GUYS AND ST THOMAS FOUNDATION TRUST",
        "The Guy's and St Thomas' NHS Foundation Trust",
        "Guy's and St Thomas'",
    ],
)
def test_spelling_does_not_count(register: Register, spelling: str):
    assert linked(register, spelling, "2018-01-01") == "RJ1 Guy's and St Thomas' NHS Foundation Trust"


def test_a_code_keeps_its_body_through_a_change_of_name(register: Register):
    assert (
        linked(register, "Somerset Partnership", "2017-05-01")
        == "RH5 Somerset Partnership NHS Foundation Trust"
    )
    assert (
        linked(register, "Somerset NHS Foundation Trust", "2021-05-01") == "RH5 Somerset NHS Foundation Trust"
    )


def test_a_former_name_without_its_status_is_the_present_body(register: Register):
    assert linked(register, "Mid Yorkshire Hospitals", "2026-01-01") == "RXF Mid Yorkshire Teaching NHS Trust"


def test_an_abbreviation_of_the_register_is_its_body(register: Register):
    assert linked(register, "SSOTP") == "R1E Staffordshire and Stoke on Trent Partnership NHS Trust"


def test_a_hospital_is_the_trust_that_ran_it_on_the_day(register: Register):
    assert (
        linked(register, "Musgrove Park Hospital", "2017-05-01")
        == "RBA Taunton and Somerset NHS Foundation Trust"
    )
    assert linked(register, "Musgrove Park Hospital", "2024-05-01") == "RH5 Somerset NHS Foundation Trust"


@pytest.mark.parametrize(
    ("typo", "code"),
    [
        ("Barking Havering & Redbrige", "RF4"),
        ("Univeristy Hospitals Bristol & Weston", "RA7"),
        ("Besi Cadwaladr University Health Board", "7A1"),
        ("Wolverhamton and Zanzibar NHS Trust", None),
    ],
)
def test_a_typo_is_mended_where_the_rest_agrees(register: Register, typo: str, code: str | None):
    link = register.lookup(typo, date(2021, 1, 1)).link

    assert (link and link.ods_code) == code
    assert link is None or link.linked_by == "fuzzy"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("North East Ambulance Service", "North West Ambulance Service"),
        ("Royal Free", "Royal Berkshire"),
        ("Lancashire Care", "Lancashire Teaching Hospitals"),
        ("Birmingham Community", "Birmingham Women's and Children's"),
        ("North Bristol", "North Tees and Hartlepool"),
        ("Mid Essex Hospital Services", "Mid Cheshire Hospitals"),
        ("Oxford Health", "Oxford University Hospitals"),
        ("Sussex Partnership", "Surrey and Borders Partnership"),
        ("South London and Maudsley", "South West London and St George's Mental Health"),
        ("East Kent Hospitals", "East Sussex Healthcare"),
    ],
)
def test_names_that_look_alike_stay_apart(register: Register, one: str, other: str):
    first, second = linked(register, one, "2016-01-01"), linked(register, other, "2016-01-01")

    assert first
    assert second
    assert first != second


@pytest.mark.parametrize(
    "name",
    [
        "Hospital NHS Foundation Trust",
        "NHS Foundation Trust",
        "University Hospitals NHS Trust",
        "NHS Trust",
        "Community Healthcare",
        "Royal Hospital",
        "Birmingham",
        "West Midlands",
        "North East",
        "South East Coast Clinical Senate",
        "Oxford University",
        "University of Cambridge",
        "Manchester University",
        "Leeds City Council",
        "Dudley Council",
        "Barts Charity",
        "National Trust",
        "Wellcome Trust",
        "Nuffield Trust",
        "Academy Trust",
        "Wildlife Trust",
        "Auckland District Health Board",
        "Eastern Health Board",
        "Kaiser Permanente",
        "Texas Health",
        "Northern Care Board",
        "South West",
        "Health Education England",
        "St Elsewhere NHS Foundation Trust",
        "Royal Antwerp",
        "London",
        "General Hospital",
        "Mental Health Partnership",
        "Children's Hospital",
        "City Hospital",
        "Ambulance Service NHS Trust",
        "Swansea Bro Morgannwg NHS Trust",
        "",
    ],
)
def test_what_is_no_single_trust_is_left_unlinked(register: Register, name: str):
    assert register.lookup(name, date(2016, 1, 1)).link is None


def test_two_bodies_of_one_name_are_told_apart_by_the_day(register: Register):
    assert (linked(register, "East Midlands Ambulance Service NHS Trust", "2001-01-01") or "").startswith(
        "RV6"
    )
    assert (linked(register, "East Midlands Ambulance Service NHS Trust", "2020-01-01") or "").startswith(
        "RX9"
    )


def test_candidates_that_cannot_be_told_apart_are_all_listed(register: Register):
    lookup = register.lookup("Lancashire", date(2016, 1, 1))

    assert lookup.link is None
    assert {"RW5", "RXN"} <= {candidate.ods_code for candidate in lookup.candidates}
