"""Where a post is, said and unsaid."""

import pytest

from tests.facts.executives.said import B, said

CE = "chief executive"


@pytest.mark.parametrize(
    "text",
    [
        "Bexmoor lost £1m. || Amy Gray, the chief executive, said so.",
        "Chief executive Amy Gray said Bexmoor would pay.",
        "Amy Gray joined Bexmoor as chief executive in May.",
        f"[The trust](REFERENCE=one@{B})'s chief executive, Amy Gray, said so.",
        f"[Its](REFERENCE=it@{B}) chief executive, Amy Gray, said so.",
    ],
)
def test_an_unsaid_place_is_that_of_the_sentence_or_the_one_before(text):
    assert said(text) == {("Amy Gray", CE, "B", "current")}


def test_the_place_before_where_is_that_of_the_post():
    text = "Amy Gray came from Bexmoor, where {she} was chief executive."

    assert said(text) == {("Amy Gray", CE, "B", "former")}


def test_the_same_post_elsewhere_keeps_its_role():
    text = "Amy Gray is chair of Ashdown. || {She} held the same post at Bexmoor."

    assert said(text) == {("Amy Gray", "chair", "A", "current"), ("Amy Gray", "chair", "B", "former")}


def test_a_post_at_the_level_of_a_named_group_belongs_to_the_group():
    introduction = "[Sea Group](ORGANISATION@Sea Group) joins Ashdown and Bexmoor.\n"

    assert said("Group chief executive Amy Gray said so.", introduction=introduction) == {
        ("Amy Gray", CE, "S", "current")
    }


def test_a_post_in_a_body_that_has_no_name_yet_is_no_fact():
    assert said("Amy Gray will be chief executive of [the merged trust](REFERENCE=new).") == set()


def test_the_writer_of_a_letter_says_i_and_we():
    text = (
        "I have been proud to be your chief executive. || [Our](REFERENCE=us) chair, Al Green, agrees.\n"
        "The plan is below.\nAmy Gray, Chief Executive, Bexmoor"
    )

    assert said(text) == {("Amy Gray", CE, "B", "current"), ("Al Green", "chair", "B", "current")}


def test_a_bit_of_a_name_stands_for_the_body_named_in_full():
    introduction = "[Poole Hospital NHS Trust](ORGANISATION@Poole Hospital NHS Trust) is near Ashdown.\n"
    text = "Amy Gray, chief executive of Ashdown, and her counterpart at Poole, Al Green, said so."

    assert ("Al Green", CE, "P", "current") in said(text, introduction=introduction)


def test_commissioners_that_no_register_has_are_organisations_of_executives():
    [fact] = said("Amy Gray, medical director of NHS West Midlands, said so.")

    assert fact == ("Amy Gray", "medical director", "N", "current")


def test_a_run_of_posts_in_one_paragraph_is_of_the_body_of_the_first():
    text = "Amy Gray is chair of Bexmoor. || She knows Ashdown well. || Al Green is medical director."

    assert ("Al Green", "medical director", "B", "current") in said(text)


def test_the_body_named_first_says_we_and_not_one_whose_chair_is_named():
    text = (
        "Bexmoor has news.\n[Our](REFERENCE=us) chair, Al Green, agrees.\n"
        "Amy Gray, chief executive of Ashdown, is glad. || Ashdown is near. || Ashdown has beds."
    )

    assert ("Al Green", "chair", "B", "current") in said(text, introduction="")
