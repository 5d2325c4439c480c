import pytest

from nhs_extract.facts.populations_served import assemble
from nhs_extract.facts.reading import Qualifier
from tests.markup import annotated

A = "Amber Valley NHS Trust"
B = "Bright Coast NHS Foundation Trust"


def test_people_who_are_served_are_a_population_with_its_area():
    article = annotated(
        f"[A](ORGANISATION@{A}#RAA) [serves](POPULATION_CUE=serves) "
        "[around 385,000 people](QUANTITY=people) in east Suffolk and has 300 beds."
    )

    [population] = assemble(article)

    assert population.organisation is not None
    assert population.organisation.name == A
    assert (population.low, population.high, population.qualifier) == (385_000, 385_000, Qualifier.ABOUT)
    assert population.area == "east Suffolk"
    assert population.evidence.text == "serves around 385,000 people"


@pytest.mark.parametrize(
    ("after", "area"),
    [
        (" in Dudley, Sandwell and Walsall.", "Dudley, Sandwell and Walsall"),
        (" across the north of England, which is a lot.", "the north of England"),
        (" who live in Torbay.", "Torbay"),
        (" and employs 300.", None),
        (" of the county (and more).", "the county"),
    ],
)
def test_the_area_is_the_place_after_the_people(after: str, area: str | None):
    article = annotated(
        f"[A](ORGANISATION@{A}) [serves](POPULATION_CUE=serves) [385,000 people](QUANTITY=people){after}"
    )

    [population] = assemble(article)

    assert population.area == area


def test_services_need_a_preposition_to_be_for_the_people():
    marked = (
        "[A](ORGANISATION@A NHS Trust) runs [hospitals](POPULATION_CUE=provides) "
        "{} [300,000 people](QUANTITY=people)."
    )

    assert [found.low for found in assemble(annotated(marked.format("for the county's")))] == [300_000]
    assert list(assemble(annotated(marked.format("near")))) == []


def test_the_population_of_a_place_is_not_served():
    place = annotated(
        f"[A](ORGANISATION@{A}) agreed.\n"
        "Inverness has a [population of](POPULATION_CUE=population) [72,000](QUANTITY=bare)."
    )
    body = annotated(
        f"[A](ORGANISATION@{A}) has a [population of](POPULATION_CUE=population) [72,000](QUANTITY=bare)."
    )

    assert list(assemble(place)) == []
    assert [found.low for found in assemble(body)] == [72_000]


def test_words_after_the_number_tie_the_people_to_the_body():
    article = annotated(
        f"[A](ORGANISATION@{A}) agreed.||[Some 603,000 people](QUANTITY=people) in Hull "
        "[depend on](POPULATION_TAIL) it."
    )

    [found] = assemble(article)

    assert found.evidence.text == "Some 603,000 people in Hull depend on"


def test_two_catchments_of_one_body_are_two_entries():
    article = annotated(
        f"[A](ORGANISATION@{A}) has a [catchment of](POPULATION_CUE=population) [350,000](QUANTITY=bare), "
        "rising to [1.1 million](QUANTITY=bare) for heart surgery."
    )

    assert [found.low for found in assemble(article)] == [350_000, 1_100_000]


def test_people_of_a_body_are_its_population_when_they_are_too_many_to_be_its_staff():
    marked = (
        "[Our](REFERENCE=us@A NHS Trust) [{} people](QUANTITY=people) matter "
        "to [A](ORGANISATION@A NHS Trust)."
    )

    assert [found.low for found in assemble(annotated(marked.format("290,000")))] == [290_000]
    assert list(assemble(annotated(marked.format("9,000")))) == []


def test_people_listed_after_the_staff_are_the_population():
    article = annotated(
        f"[A](ORGANISATION@{A}) ([5,000 staff](QUANTITY=staff), [420,000 people](QUANTITY=people)) agreed."
    )

    assert [found.low for found in assemble(article)] == [420_000]


def test_a_veto_takes_people_away():
    moved = annotated(
        f"[A](ORGANISATION@{A}) [serves](POPULATION_CUE=serves) all after "
        "[moving](POPULATION_VETO) [77,000 people](QUANTITY=people)."
    )
    treated = annotated(
        f"[A](ORGANISATION@{A}) [looks after](POPULATION_CUE=serves) [77,000 people](QUANTITY=people) "
        "[a year](POPULATION_VETO_AFTER)."
    )

    assert list(assemble(moved)) == []
    assert list(assemble(treated)) == []


def test_a_few_people_are_no_population():
    article = annotated(
        f"[A](ORGANISATION@{A}) [serves](POPULATION_CUE=serves) [500 people](QUANTITY=people) in its canteen."
    )

    assert list(assemble(article)) == []


def test_a_number_of_the_new_body_belongs_to_it():
    article = annotated(
        f"[A](ORGANISATION@{A}) agreed. [It](REFERENCE=new@{B}) would "
        "[serve](POPULATION_CUE=serves) [600,000](QUANTITY=bare) in south Wales."
    )

    [found] = assemble(article)

    assert found.organisation is not None
    assert found.organisation.name == B
