"""Short names that the article itself does not spell out."""

from datetime import date

import pytest

from nhs_extract.register import Register
from tests.markup import annotated


def trusts(register: Register, marked: str, published: date) -> dict[str, str]:
    """Each name that stands for a provider, with the provider's name."""
    article = register.link(annotated(marked, published=published))
    return {
        mention.text: entity.name
        for mention in article.mentions
        for entity in mention.entities
        if entity.is_trust
    }


@pytest.mark.parametrize(
    ("marked", "published", "expected"),
    [
        (
            "A report on [Tees, Esk and Wear Valleys](NAME) is due on Wednesday.",
            date(2023, 10, 30),
            {"Tees, Esk and Wear Valleys": "Tees, Esk and Wear Valleys NHS Foundation Trust"},
        ),
        (
            "[Barnsley](NAME) and [Rotherham](NAME)'s hospital trusts go on sharing a chief executive.",
            date(2023, 10, 30),
            {
                "Barnsley": "Barnsley Hospital NHS Foundation Trust",
                "Rotherham": "The Rotherham NHS Foundation Trust",
            },
        ),
        (
            "[Mid Staffs](NAME) was found to be failing.",
            date(2013, 3, 10),
            {"Mid Staffs": "Mid Staffordshire NHS Foundation Trust"},
        ),
        (
            "[Notts Healthcare](NAME) has a new chair, and so has [North Mid](NAME).",
            date(2018, 3, 10),
            {
                "Notts Healthcare": "Nottinghamshire Healthcare NHS Foundation Trust",
                "North Mid": "North Middlesex University Hospital NHS Trust",
            },
        ),
        (
            "The [Brompton](NAME) said that it was pleased.",
            date(2020, 12, 20),
            {"Brompton": "Royal Brompton & Harefield NHS Foundation Trust"},
        ),
        (
            "[King's College Hospital](ORGANISATION), a partner in the plans, is not part of the merger.",
            date(2021, 1, 20),
            {"King's College Hospital": "King's College Hospital NHS Foundation Trust"},
        ),
        (
            "At [Great Ormond Street](NAME) nobody has been asked.",
            date(2019, 10, 1),
            {"Great Ormond Street": "Great Ormond Street Hospital for Children NHS Foundation Trust"},
        ),
        (
            "The boards of [Lothian](NAME), [Fife](NAME) and [Borders](NAME) will plan services together.",
            date(2016, 10, 10),
            {"Lothian": "NHS Lothian", "Fife": "NHS Fife", "Borders": "NHS Borders"},
        ),
    ],
)
def test_a_short_form_that_only_an_organisation_has_is_linked(
    register: Register, marked: str, published: date, expected: dict[str, str]
):
    assert trusts(register, marked, published) == expected


@pytest.mark.parametrize(
    "marked",
    [
        "[Barnsley](NAME) and [Rotherham](NAME) councils share a chief executive.",
        "Five [Lancashire](NAME) and [Cumbria](NAME) trusts were told.",
        "[Wirral](NAME)'s NHS trusts were told.",
        "She runs health services for [Bexley](NAME).",
        "The [University of Bolton](NAME) and the Mayor of [Salford](NAME) agreed.",
        "[Northwick Park](NAME), [Central Middlesex](NAME) and [Ealing](NAME) hospitals have wards to spare.",
        "He was born in [Great Ormond Street](NAME).",
        "[St George's](NAME) Day was marked.",
        "[York's NHS](NAME) is under strain.",
        "The Ambulance Service is under strain.",
    ],
)
def test_a_place_or_another_body_is_not(register: Register, marked: str):
    assert trusts(register, marked, date(2018, 9, 2)) == {}


def test_a_short_form_once_understood_explains_the_still_shorter_ones(register: Register):
    found = trusts(
        register,
        """
        [Newcastle Hospitals](ORGANISATION) and [Northumbria Healthcare](ORGANISATION) formed an alliance.
        [Newcastle](NAME) and [Northumbria](NAME) have the same chair.
        """,
        date(2023, 5, 10),
    )

    assert found["Newcastle"] == found["Newcastle Hospitals"]
    assert found["Northumbria"] == found["Northumbria Healthcare"]


def test_a_short_form_has_the_abbreviation_that_follows_it(register: Register):
    found = trusts(
        register,
        """
        The [Queen Elizabeth Hospital](ORGANISATION) King's Lynn ([QEH](NAME)) came into the group.
        Roderick Quy is managing director at [QEH](NAME).
        """,
        date(2025, 9, 3),
    )

    assert found["QEH"] == "The Queen Elizabeth Hospital, King's Lynn, NHS Foundation Trust"


def test_a_nations_only_service_is_known_without_the_nation(register: Register):
    found = trusts(
        register,
        """
        The [Western Health and Social Care Trust](ORGANISATION) begins in April.
        The [Ambulance Service](NAME) goes on as it is. The [Western Board](NAME) commissions care.
        """,
        date(2007, 1, 10),
    )

    assert found["Ambulance Service"] == "Northern Ireland Ambulance Service Health and Social Care Trust"
    assert "Western Board" not in found


def test_a_name_that_looks_like_a_persons_is_linked_where_the_register_has_it(register: Register):
    article = register.link(
        annotated(
            "[[Hywel Dda](PERSON=Hywel Dda)](NAME) will share a medical director.",
            published=date(2019, 6, 10),
        )
    )

    assert [mention.label for mention in article.mentions] == ["ORGANISATION"]


def test_members_of_a_list_taken_for_one_name_are_read_each(register: Register):
    found = trusts(
        register,
        "The [Royal Free, North Mid and Whittington Health](ORGANISATION) boards backed the plan.",
        date(2025, 5, 10),
    )

    assert set(found) == {"Royal Free", "North Mid", "Whittington Health"}
