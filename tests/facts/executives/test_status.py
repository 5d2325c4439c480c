"""Whether a post is held, was held, will be held, or is held for a time."""

import pytest

from tests.facts.executives.said import said

CE = "chief executive"


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("Amy Gray, former chief executive of Ashdown, said so.", "former"),
        ("Amy Gray, then chief executive of Ashdown, said so.", "former"),
        ("Amy Gray was chief executive of Ashdown.", "former"),
        ("Amy Gray resigned as chief executive of Ashdown.", "former"),
        ("Amy Gray, chief executive of Ashdown until 2019, said so.", "former"),
        ("Amy Gray, chief executive of Ashdown from 2012 to 2019, said so.", "former"),
        ("Ashdown's chief executive, Amy Gray, has stepped down.", "former"),
        ("Ashdown has had no chief executive since Amy Gray left.", "former"),
        ("Amy Gray spent six years as chief executive of Ashdown.", "former"),
        ("Amy Gray will become chief executive of Ashdown in May.", "incoming"),
        ("Amy Gray has been appointed chief executive of Ashdown.", "incoming"),
        ("Ashdown has named Amy Gray as its chief executive.", "incoming"),
        ("Amy Gray is chief executive designate of Ashdown.", "incoming"),
        ("Ashdown's next chief executive, Amy Gray, said so.", "incoming"),
        ("Amy Gray is to be chief executive of Ashdown.", "incoming"),
        ("Amy Gray, acting chief executive of Ashdown, said so.", "interim"),
        ("Amy Gray has been interim chief executive of Ashdown since May.", "interim"),
        ("Amy Gray will be interim chief executive of Ashdown.", "interim"),
        ("Amy Gray was acting chief executive of Ashdown last year.", "former"),
        ("Amy Gray is standing in as chief executive of Ashdown.", "interim"),
        ("Amy Gray will step down as chief executive of Ashdown in May.", "current"),
        ("Amy Gray, outgoing chief executive of Ashdown, said so.", "current"),
        ("Amy Gray has agreed to stay on as chief executive of Ashdown.", "current"),
        ("Amy Gray took over as chief executive of Ashdown in May.", "current"),
    ],
)
def test_the_words_beside_a_post_tell_its_status(sentence, status):
    assert said(sentence) == {("Amy Gray", CE, "A", status)}


def test_who_leaves_one_post_for_another_has_a_status_in_each():
    text = "Amy Gray, former chief executive of Ashdown, left in May to become chief executive of Bexmoor."

    assert said(text) == {("Amy Gray", CE, "A", "former"), ("Amy Gray", CE, "B", "current")}


def test_who_will_run_a_second_trust_still_runs_the_first():
    text = "Amy Gray, chief executive of Ashdown, will also run Bexmoor from May."

    assert said(text) == {("Amy Gray", CE, "A", "current"), ("Amy Gray", CE, "B", "incoming")}


def test_interim_outweighs_what_other_sentences_leave_open():
    text = "Amy Gray is interim chair of Ashdown. || Amy Gray, chair of Ashdown, said so."

    assert said(text) == {("Amy Gray", "chair", "A", "interim")}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Amy Gray replaces Al Green as chair of Ashdown.",
            {("Amy Gray", "chair", "A", "incoming"), ("Al Green", "chair", "A", "former")},
        ),
        (
            "Amy Gray will take over as chair of Ashdown from Al Green.",
            {("Amy Gray", "chair", "A", "incoming"), ("Al Green", "chair", "A", "current")},
        ),
        (
            "Amy Gray is chair of Ashdown. || {Her} predecessor, Al Green, died.",
            {("Amy Gray", "chair", "A", "current"), ("Al Green", "chair", "A", "former")},
        ),
        (
            "Amy Gray is leaving as chair of Ashdown. || {Her} successor, Al Green, starts in May.",
            {("Amy Gray", "chair", "A", "current"), ("Al Green", "chair", "A", "incoming")},
        ),
        (
            "Ashdown has a new chair. || Amy Gray starts in May.",
            {("Amy Gray", "chair", "A", "incoming")},
        ),
        (
            "Amy Gray was drafted in as interim chair of Ashdown when Al Green quit.",
            {("Amy Gray", "chair", "A", "interim"), ("Al Green", "chair", "A", "former")},
        ),
    ],
)
def test_who_comes_and_who_goes_have_the_same_post(text, expected):
    assert said(text) == expected
