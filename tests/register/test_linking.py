"""What the names of an article stand for."""

from datetime import date

import pytest

from nhs_extract.models import LinkedBy
from nhs_extract.register import Register
from tests.markup import annotated


def links(
    register: Register, marked: str, published: date | None = date(2018, 6, 11)
) -> dict[str, str | None]:
    """Each name that stands for an organisation, with the organisation."""
    article = register.link(annotated(marked, published=published))
    named = {
        m.text: m.entity and m.entity.name for s in article.sentences for m in s.labelled("ORGANISATION")
    }
    assert not [m for s in article.sentences for m in s.labelled("NAME")]
    return named


SEED = """
[South Staffordshire and Shropshire Healthcare NHS Foundation Trust](ORGANISATION) ([SSSFT](NAME)) and \
[Staffordshire and Stoke on Trent Partnership NHS Trust](ORGANISATION) ([SSOTP](NAME)) have become \
[Midlands Partnership NHS Foundation Trust](ORGANISATION) ([MPFT](NAME)).
The services of [SSTOP](NAME) go on, said [MPFT](NAME)'s chairman on [Monday](NAME).
"""


def test_predecessor_and_successor_of_one_code_are_two_organisations(register: Register):
    found = links(register, SEED)

    assert found["SSSFT"] == "South Staffordshire and Shropshire Healthcare NHS Foundation Trust"
    assert found["MPFT"] == "Midlands Partnership NHS Foundation Trust"


def test_a_slip_in_an_abbreviation_is_the_abbreviation(register: Register):
    article = register.link(annotated(SEED, published=date(2018, 6, 11)))

    [slip] = [mention for mention in article.mentions if mention.text == "SSTOP"]
    assert slip.entity is not None
    assert (slip.entity.ods_code, slip.entity.linked_by) == ("R1E", LinkedBy.FUZZY)


def test_a_name_that_is_no_organisation_is_left_out(register: Register):
    assert "Monday" not in links(register, SEED)


def test_a_hospital_stands_for_its_trust_where_it_has_a_chief_executive(register: Register):
    found = links(
        register,
        """
        The board of [Taunton and Somerset NHS Foundation Trust](ORGANISATION) ([Musgrove Park](NAME)) met.
        Jane Roe is chief executive at [Musgrove](NAME).
        She is working closely with [Yeovil District Hospital](ORGANISATION).
        Patients are treated at [Southmead Hospital](ORGANISATION).
        """,
        date(2017, 5, 1),
    )

    assert found == {
        "Taunton and Somerset NHS Foundation Trust": "Taunton and Somerset NHS Foundation Trust",
        "Musgrove Park": "Taunton and Somerset NHS Foundation Trust",
        "Musgrove": "Taunton and Somerset NHS Foundation Trust",
        "Yeovil District Hospital": "Yeovil District Hospital NHS Foundation Trust",
    }


def test_a_strong_name_in_use_as_a_place_stays_without_organisation(register: Register):
    article = register.link(annotated("Patients are treated at [Southmead Hospital](ORGANISATION)."))

    assert [(mention.label, mention.entities) for mention in article.mentions] == [("SITE", ())]


@pytest.mark.parametrize(
    ("sentence", "linked"),
    [
        ("[Medway](NAME)'s chief executive resigned.", True),
        ("The merger of [Medway](NAME) is off.", True),
        ("People in [Medway](NAME) were told.", False),
        ("[Medway](NAME) Council objects.", False),
        ("[Medway](NAME) residents object.", False),
    ],
)
def test_a_town_is_a_trust_only_where_it_acts_as_one(register: Register, sentence: str, linked: bool):
    found = links(register, f"[Medway NHS Foundation Trust](ORGANISATION) is in deficit.\n{sentence}")

    assert ("Medway" in found) is linked


@pytest.mark.parametrize(
    "sentence",
    [
        "A [Birmingham](NAME) foundation trust took over.",
        "Three [West Midlands](NAME) trusts called it off.",
        "The [Royal Free](NAME) Charity paid.",
        "[Christie](NAME) Smith works in [Salford](NAME).",
        "She left for a job in [Manchester](NAME).",
        "He spoke on [Sunday](NAME) in [Dorset](NAME).",
        "The [CCC](NAME) was not told.",
        "[Oxford University](NAME) trains them.",
    ],
)
def test_names_that_only_sound_like_trusts_are_left_out(register: Register, sentence: str):
    assert links(register, sentence) == {}


def test_an_abbreviation_that_the_article_gives_to_another_is_not_the_registers(register: Register):
    found = links(
        register, "The Learning And Skills unit ([LAS](NAME)) opened. [LAS](NAME)'s chief executive spoke."
    )

    assert found == {}


def test_a_plain_change_of_name_is_one_organisation_under_the_name_of_the_day(register: Register):
    found = links(
        register,
        "[Mid Yorkshire Teaching NHS Trust](ORGANISATION) agreed.\n"
        "The leaders of [Mid Yorkshire Teaching Hospitals NHS Trust](ORGANISATION) and "
        "[Mid Yorkshire Hospitals NHS Trust](ORGANISATION) agreed.",
        date(2025, 9, 17),
    )

    assert set(found.values()) == {"Mid Yorkshire Teaching NHS Trust"}


def test_a_proposed_trust_keeps_its_name_and_has_no_code(register: Register):
    article = register.link(
        annotated(
            "[Swansea NHS Trust](ORGANISATION) and [Bro Morgannwg NHS Trust](ORGANISATION) become "
            "Swansea [Bro Morgannwg NHS Trust](ORGANISATION) in April.",
            published=date(2007, 11, 23),
        )
    )

    last = list(article.mentions)[-1].entity
    assert last is not None
    assert (last.name, last.ods_code, last.linked_by) == ("Swansea Bro Morgannwg NHS Trust", None, None)
    assert last.is_trust


def test_bodies_that_are_no_providers_are_known_as_such(register: Register):
    article = register.link(
        annotated(
            "[NHS England](ORGANISATION), [Monitor](NAME), [NHS Haringey](ORGANISATION), "
            "[NHS West Yorkshire ICB](ORGANISATION) and [Bristol NHS Group](ORGANISATION) met.",
            published=date(2023, 1, 1),
        )
    )

    entities = [entity for mention in article.mentions for entity in mention.entities]
    assert [entity.kind for entity in entities] == ["other", "other", "other", "icb", "group"]
    assert not any(entity.is_trust for entity in entities)


def test_without_a_date_the_bodies_named_together_tell_the_time(register: Register):
    found = links(
        register,
        "[Taunton and Somerset NHS Foundation Trust](ORGANISATION) works with [Somerset Partnership](NAME).\n"
        "The chair of [Somerset Partnership](NAME) agreed.",
        None,
    )

    assert found["Somerset Partnership"] == "Somerset Partnership NHS Foundation Trust"


def test_a_list_that_was_taken_for_one_name_is_read_again(register: Register):
    found = links(
        register,
        "Birmingham Community Healthcare [Foundation Trust, Black Country Partnership FT and Dudley and "
        "Walsall Mental Health](ORGANISATION) Partnership Trust have told staff.",
        date(2018, 3, 2),
    )

    assert set(found.values()) == {
        "Birmingham Community Healthcare NHS Foundation Trust",
        "Black Country Partnership NHS Foundation Trust",
        "Dudley and Walsall Mental Health Partnership NHS Trust",
    }


def test_scottish_boards_have_a_code_since_2014(register: Register):
    def code(published: date) -> str | None:
        article = register.link(annotated("[NHS Highland](ORGANISATION) agreed.", published=published))
        [mention] = article.mentions
        assert mention.entity is not None
        return mention.entity.ods_code

    assert code(date(2012, 4, 2)) is None
    assert code(date(2016, 4, 2)) == "S08000022"


def test_every_mention_keeps_its_words(register: Register):
    article = register.link(annotated(SEED))

    for mention in article.mentions:
        assert article.article.text[mention.start : mention.end] == mention.text
