from nhs_extract.evaluate.differences import Verdict
from nhs_extract.evaluate.report import render_errors
from nhs_extract.evaluate.scoring import score
from tests.evaluate.answers import (
    BETA,
    arrangement,
    executive,
    found,
    gold,
    gold_arrangement,
    gold_executive,
    gold_staff,
    staff,
)


def test_a_missed_fact_is_shown_with_the_words_of_gold():
    evaluation = score([gold(executives=[gold_executive()])], [found()])

    [error] = evaluation.errors
    assert error.verdict is Verdict.MISSED
    assert render_errors(evaluation).splitlines() == [
        "a  executives  MISSED  Ann Lee · chief executive · Alpha NHS Trust · current",
        "    gold: “Ann Lee is chief executive”",
    ]


def test_a_wrong_fact_is_shown_with_its_words_and_the_pattern_that_made_it():
    evaluation = score([gold()], [found(executives=[executive()])])

    [error] = evaluation.errors
    assert error.verdict is Verdict.WRONG
    assert "    found: “Ann Lee is chief executive”  [executives.person_is_role]" in render_errors(evaluation)


def test_the_same_person_elsewhere_is_one_near_miss():
    evaluation = score(
        [gold(executives=[gold_executive()])], [found(executives=[executive(organisation=BETA)])]
    )

    [error] = evaluation.errors
    assert (error.verdict, error.fields) == (Verdict.NEAR, ("organisation",))
    assert "    organisation: Beta NHS Trust, gold Alpha NHS Trust" in render_errors(evaluation)


def test_a_field_outside_the_headline_is_a_detail():
    evaluation = score(
        [gold(staff_counts=[gold_staff()])], [found(staff_counts=[staff(qualifier="more than")])]
    )

    [error] = evaluation.errors
    assert (error.verdict, error.fields) == (Verdict.DETAIL, ("qualifier",))
    assert render_errors(evaluation, details=False) == ""


def test_the_most_alike_are_paired_first():
    people = [gold_executive(organisation="Alpha NHS Trust"), gold_executive(organisation="Beta NHS Trust")]

    evaluation = score([gold(executives=people)], [found(executives=[executive(organisation=BETA)])])

    [error] = evaluation.errors
    assert error.verdict is Verdict.MISSED
    assert error.gold is not None
    assert error.gold.values["organisation"] == "Alpha NHS Trust"


def test_facts_that_share_nothing_are_not_paired():
    evaluation = score(
        [gold(executives=[gold_executive()])],
        [found(executives=[executive(person="Bo Ray", role="chair", organisation=BETA)])],
    )

    assert [error.verdict for error in evaluation.errors] == [Verdict.MISSED, Verdict.WRONG]


def test_only_what_differs_in_a_list_is_shown():
    evaluation = score(
        [gold(arrangements=[gold_arrangement()])], [found(arrangements=[arrangement(parties=[BETA])])]
    )

    assert "    parties: nothing too much, Alpha NHS Trust missing" in render_errors(evaluation)


def test_errors_can_be_kept_to_one_kind():
    evaluation = score([gold(executives=[gold_executive()], staff_counts=[gold_staff()])], [found()])

    assert "staff_counts" not in render_errors(evaluation, ["executives"])


def test_errors_are_in_the_json_with_both_sides():
    evaluation = score(
        [gold(executives=[gold_executive()])], [found(executives=[executive(organisation=BETA)])]
    )

    [error] = evaluation.as_json()["errors"]
    assert error["verdict"] == "near miss"
    assert error["found"]["values"]["organisation"] == "Beta NHS Trust"
    assert error["gold"]["evidence"] == "Ann Lee is chief executive"
