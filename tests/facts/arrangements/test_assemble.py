from datetime import date

import pytest

from nhs_extract.facts.arrangements import ArrangementStatus, ArrangementType, assemble
from tests.markup import annotated

A = "Amber Valley NHS Trust"
B = "Bright Coast NHS Foundation Trust"
C = "Clear Water NHS Foundation Trust"
BOTH = f"[A](ORGANISATION@{A}) and [B](ORGANISATION@{B})"
MERGER = "[merger](ARRANGEMENT=merger)"
MERGE = "[plan](ARRANGEMENT_STATUS=proposed) to [merge](ARRANGEMENT=merger)"


def kinds(article):
    return [(str(fact.type), str(fact.status)) for fact in assemble(article)]


def test_an_arrangement_has_its_parties_result_date_and_words():
    article = annotated(
        f"{BOTH} [have [merged](ARRANGEMENT=merger)](ARRANGEMENT_STATUS=completed) to become "
        f"[C](ORGANISATION@{C}#RCC) on [1 May](DATE)."
    )

    [merger] = assemble(article)

    assert (merger.type, merger.status) == (ArrangementType.MERGER, ArrangementStatus.COMPLETED)
    assert [party.name for party in merger.parties] == [A, B]
    assert merger.result is not None
    assert (merger.result.name, merger.result.ods_code) == (C, "RCC")
    assert merger.effective == "2020-05-01"
    assert merger.evidence.text == "A and B have merged to become C on 1 May"


def test_an_article_that_names_no_organisation_has_no_arrangement():
    article = annotated(f"The {MERGER} of two banks was [agreed](ARRANGEMENT_STATUS=approved).")

    assert kinds(article) == []


def test_one_arrangement_told_several_times_is_one_fact():
    article = annotated(
        f"# Trusts in {MERGER} [plan](ARRANGEMENT_STATUS=proposed)\n"
        f"{BOTH} {MERGE}.\n"
        f"The {MERGER} [would](ARRANGEMENT_STATUS=proposed) save money."
    )

    assert kinds(article) == [("merger", "proposed")]


def test_mergers_of_different_organisations_are_different_facts():
    article = annotated(
        f"{BOTH} {MERGE}.\n"
        f"Elsewhere [C](ORGANISATION@{C}) and [D](ORGANISATION@D NHS Trust) "
        "[have [merged](ARRANGEMENT=merger)](ARRANGEMENT_STATUS=completed)."
    )

    assert kinds(article) == [("merger", "proposed"), ("merger", "completed")]


@pytest.mark.parametrize(
    ("news", "status"),
    [
        (
            "The [approval](ARRANGEMENT_OBJECT=plan) is [subject to](ARRANGEMENT_STATUS=pending) a vote.",
            "proposed",
        ),
        ("It was [the last approval](ARRANGEMENT_STATUS=final) needed.", "approved"),
    ],
)
def test_what_is_said_of_the_plan_elsewhere_decides_too(news, status):
    article = annotated(
        f"{BOTH} [will merge](ARRANGEMENT_STATUS=planned_for) in a [merger](ARRANGEMENT=merger).\n{news}"
    )

    assert kinds(article) == [("merger", status)]


def test_a_merger_that_only_boards_have_agreed_is_still_proposed():
    approved = "[approved](ARRANGEMENT_STATUS=approved)"
    by_boards = f"The [boards](ARRANGEMENT_OBJECT=board) of {BOTH} {approved} the {MERGER}."
    by_minister = f"The [minister](ARRANGEMENT_OBJECT=overseer) {approved} the {MERGER} of {BOTH}."

    assert kinds(annotated(by_boards)) == [("merger", "proposed")]
    assert kinds(annotated(by_minister)) == [("merger", "approved")]


def test_a_planned_merger_that_is_called_off_is_abandoned():
    article = annotated(f"The {MERGER} of {BOTH} has been [called off](ARRANGEMENT_STATUS=abandoned).")

    [merger] = assemble(article)

    assert merger.status is ArrangementStatus.ABANDONED
    assert (merger.result, merger.effective) == (None, None)


def test_an_earlier_plan_that_came_to_nothing_stands_beside_the_present_one():
    article = annotated(
        f"# {BOTH} {MERGE}\n"
        f"[A](ORGANISATION@{A}) [wanted](ARRANGEMENT_STATUS=proposed) a {MERGER} in 2012. || "
        "It [never came to pass](ARRANGEMENT_STATUS=abandoned)."
    )

    assert kinds(article) == [("merger", "proposed"), ("merger", "abandoned")]


def test_a_merger_that_is_ruled_out_stands_beside_a_real_group():
    article = annotated(
        f"{BOTH} [came together](ARRANGEMENT_STATUS=completed) [as a group](ARRANGEMENT=group).\n"
        f"This [is not a [merger](ARRANGEMENT=merger)](ARRANGEMENT_STATUS=ruled_out)."
    )

    assert kinds(article) == [("group", "completed"), ("merger", "ruled_out")]


def test_a_past_denial_falls_to_a_merger_that_is_now_reported():
    article = annotated(
        f"{BOTH} {MERGE}.\n"
        f"They said once that a {MERGER} was [not on the table](ARRANGEMENT_STATUS=ruled_out)."
    )

    assert kinds(article) == [("merger", "proposed")]


def test_an_acquisition_that_the_article_calls_a_merger_is_a_merger():
    article = annotated(
        f"# {MERGER} of hospital trusts\n"
        f"{BOTH} [have [merged](ARRANGEMENT=merger)](ARRANGEMENT_STATUS=completed).\n"
        f"In law [A](ORGANISATION@{A}) [acquired](ARRANGEMENT=acquisition) [B](ORGANISATION@{B})."
    )

    assert kinds(article) == [("merger", "completed")]


def test_the_acquirer_without_a_new_name_is_the_result():
    article = annotated(
        f"[A](ORGANISATION@{A}) is [in talks](ARRANGEMENT_STATUS=proposed) about "
        f"[acquiring](ARRANGEMENT=acquisition) [B](ORGANISATION@{B})."
    )

    [acquisition] = assemble(article)

    assert acquisition.result is not None
    assert acquisition.result.name == A


def test_shared_leadership_is_part_of_a_group_but_an_earlier_step_is_not():
    group = f"{BOTH} [will form](ARRANGEMENT_STATUS=planned_for) [a group](ARRANGEMENT=group).\n"
    sharing = f"{BOTH} [have shared](ARRANGEMENT_STATUS=completed) [a chair](ARRANGEMENT=joint_leadership)"

    assert kinds(annotated(f"{group}{sharing}.")) == [("group", "approved")]
    assert kinds(annotated(f"{group}{sharing} since [2019](DATE).")) == [
        ("group", "approved"),
        ("joint_leadership", "completed"),
    ]


def test_a_shared_post_that_introduces_a_speaker_is_no_arrangement():
    article = annotated(
        f"So said [Amy Gray](PERSON=Amy Gray), [joint chair](ARRANGEMENT=joint_leadership) of {BOTH}."
    )

    assert kinds(article) == []


def test_the_merger_of_other_bodies_is_no_arrangement():
    article = annotated(
        "# [GP practices](ARRANGEMENT_OBJECT=outsider) in [merger](ARRANGEMENT=merger)\n"
        "Thirty [practices](ARRANGEMENT_OBJECT=outsider) [will merge](ARRANGEMENT_STATUS=planned_for) in a "
        f"[merger](ARRANGEMENT=merger).\n{BOTH} wished them well."
    )

    assert kinds(article) == []


def test_how_a_trust_came_about_years_ago_is_history():
    article = annotated(
        f"{BOTH} opened a clinic.\nIt was [created](ARRANGEMENT_STATUS=completed) in 2007 by the {MERGER} "
        f"of [A](ORGANISATION@{A}) and [C](ORGANISATION@{C}).",
        published=date(2020, 6, 1),
    )

    assert kinds(article) == []


def test_a_hint_alone_is_no_arrangement():
    article = annotated(f"# Flu jabs\n{BOTH} are [working together](ARRANGEMENT_HINT=collaboration).")

    assert kinds(article) == []


def test_trusts_that_join_forces_in_the_lead_collaborate():
    article = annotated(
        f"{BOTH} are [[joining forces](tie)](ARRANGEMENT_HINT=collaboration) "
        "to help their patients at home sooner than before."
    )

    assert kinds(article) == [("collaboration", "completed")]


def test_a_question_states_nothing():
    assert kinds(annotated(f"Will {BOTH} [merge](ARRANGEMENT=merger)?")) == []
