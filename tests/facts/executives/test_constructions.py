"""How a sentence ties a person to a post, construction by construction."""

import pytest

from tests.facts.executives.said import said

CE = "chief executive"


@pytest.mark.parametrize(
    "sentence",
    [
        "Amy Gray, chief executive of Ashdown, said so.",
        "Amy Gray, the chief executive of Ashdown, said so.",
        "Amy Gray, who is chief executive of Ashdown, said so.",
        "Ashdown's chief executive, Amy Gray, said so.",
        "Ashdown chief executive Amy Gray said so.",
        "The chief executive of Ashdown, Amy Gray, said so.",
        "The chief executive of Ashdown is Amy Gray.",
        "Amy Gray is chief executive of Ashdown.",
        "Amy Gray has been chief executive of Ashdown since 2012.",
        "Amy Gray became chief executive of Ashdown in May.",
        "Amy Gray, appointed chief executive of Ashdown in 2012, said so.",
        "Amy Gray – Ashdown chief executive – said so.",
        "Amy Gray (chief executive, Ashdown) said so.",
        "Amy Gray, 52, chief executive of Ashdown, said so.",
        "Amy Gray, speaking as chief executive of Ashdown, said so.",
        "Amy Gray, who runs Ashdown, said so.",
        "Amy Gray has led Ashdown since 2012.",
        "Ashdown is led by Amy Gray.",
        "Ashdown boss Amy Gray said so.",
        "Amy Gray got the job of chief executive of Ashdown in May.",
        "Amy Gray, a nurse and chief executive of Ashdown, said so.",
    ],
)
def test_a_person_and_a_post_are_tied_in_many_ways(sentence):
    assert said(sentence) == {("Amy Gray", CE, "A", "current")}


@pytest.mark.parametrize(
    "sentence",
    [
        "Amy Gray told the chief executive of Ashdown so.",
        "Amy Gray, chair of the council's health scrutiny committee, said so.",
        "Amy Gray, chief executive of Highland Council, said so.",
        "Amy Gray, managing director of Kestrel Construction, said so.",
        "Kestrel's chief executive, Amy Gray, said so.",
        "Amy Gray, the deputy medical director of Ashdown, said so.",
        "Amy Gray, the clinical director for surgery at Ashdown, said so.",
        "Amy Gray, who chairs the inquiry, said so.",
        "[Councillor](TITLE=outsider) Amy Gray, the chair, said so.",
        "[Councillors](TITLE=outsider) Amy Gray (Chairman) and Al Green (Vice-Chairman) were there.",
        "Amy Gray, who has chaired our campaign, said so.",
    ],
)
def test_posts_below_the_board_and_outside_the_health_service_are_left_alone(sentence):
    assert said(sentence) == set()


def test_the_holder_named_next_to_the_post_is_its_holder():
    text = "Amy Gray, chief executive of Ashdown, thanked Bexmoor chair Al Green."

    assert said(text) == {("Amy Gray", CE, "A", "current"), ("Al Green", "chair", "B", "current")}


@pytest.mark.parametrize(
    "sentence",
    [
        "Amy Gray, chief executive of Ashdown, and Al Green, of Bexmoor, said so.",
        "Amy Gray is chief executive of Ashdown and Al Green of Bexmoor.",
        "Ashdown's chief executive, Amy Gray, and Bexmoor's, Al Green, said so.",
        "The chief executives, Amy Gray (Ashdown) and Al Green (Bexmoor), said so.",
        "The two chief executives, Amy Gray at Ashdown and Al Green at Bexmoor, said so.",
        "Amy Gray and Al Green, chief executives of Ashdown and Bexmoor, said so.",
        "Ashdown's chief executive, Amy Gray, and her counterpart at Bexmoor, Al Green, said so.",
        "Amy Gray and Al Green, who run Ashdown and Bexmoor, said so.",
        "Ashdown is run by Amy Gray and Bexmoor by Al Green.",
    ],
)
def test_a_post_said_once_may_be_that_of_two_people(sentence):
    assert said(sentence) == {("Amy Gray", CE, "A", "current"), ("Al Green", CE, "B", "current")}


@pytest.mark.parametrize(
    "sentence",
    [
        "Amy Gray, chief executive of both Ashdown and Bexmoor, said so.",
        "Amy Gray, chief executive of Ashdown and of Bexmoor, said so.",
        "Amy Gray is chief executive of [both trusts](REFERENCE=2).",
        "Amy Gray, who runs [both trusts](REFERENCE=2), said so.",
        "[The two trusts](REFERENCE=2) share a chief executive, Amy Gray.",
        "Amy Gray, joint chief executive, said so.",
    ],
)
def test_a_shared_post_is_an_entry_for_each_organisation(sentence):
    assert said(sentence) == {("Amy Gray", CE, "A", "current"), ("Amy Gray", CE, "B", "current")}


def test_a_person_may_have_several_posts():
    text = "Amy Gray, director of finance and deputy chief executive of Ashdown, said so."

    assert said(text) == {
        ("Amy Gray", "finance director", "A", "current"),
        ("Amy Gray", "deputy chief executive", "A", "current"),
    }


def test_two_posts_of_two_people_are_told_apart_by_their_order():
    text = "Amy Gray and Al Green, the chair and the chief executive of Ashdown, said so."

    assert said(text) == {("Amy Gray", "chair", "A", "current"), ("Al Green", CE, "A", "current")}


def test_people_joined_by_and_share_a_plural_post():
    text = "Amy Gray, Al Green and Bo Brown will join Ashdown as non-executive directors."

    assert said(text) == {
        (person, "non-executive director", "A", "incoming") for person in ("Amy Gray", "Al Green", "Bo Brown")
    }


def test_a_name_and_a_role_on_two_lines_belong_together():
    assert said("Amy Gray\nInterim chief executive, Ashdown") == {("Amy Gray", CE, "A", "interim")}


def test_people_listed_under_a_plural_post_have_it():
    text = "The chairs of the trusts are:\n- Amy Gray (Ashdown)\n- Al Green (Bexmoor)"

    assert said(text) == {("Amy Gray", "chair", "A", "current"), ("Al Green", "chair", "B", "current")}


def test_a_table_is_read_by_its_head():
    by_column = "Trust | Chair | Chief executive\nAshdown | Amy Gray | Al Green"
    by_row = "Post | Ashdown | Bexmoor\nChair | Amy Gray | Al Green"

    assert said(by_column) == {("Amy Gray", "chair", "A", "current"), ("Al Green", CE, "A", "current")}
    assert said(by_row) == {("Amy Gray", "chair", "A", "current"), ("Al Green", "chair", "B", "current")}
