import pytest

from nhs_extract.evaluate.scoring import score
from nhs_extract.models import Failure
from tests.evaluate.answers import (
    ALPHA,
    BETA,
    arrangement,
    executive,
    found,
    gold,
    gold_arrangement,
    gold_executive,
    gold_staff,
    staff,
    trust,
    words,
)


def figures(evaluation, kind, measure="headline"):
    [line] = [one for one in evaluation.lines if (one.measure.kind, one.measure.name) == (kind, measure)]
    return line.gold, line.found, line.matched


def test_the_same_facts_score_one_in_every_measure():
    article = gold(
        executives=[gold_executive()], staff_counts=[gold_staff()], arrangements=[gold_arrangement()]
    )

    evaluation = score(
        [article], [found(executives=[executive()], staff_counts=[staff()], arrangements=[arrangement()])]
    )

    assert {line.f1 for line in evaluation.lines} == {1.0}
    assert evaluation.mean_f1 == 1.0
    assert evaluation.errors == ()
    assert evaluation.figures["wholly_right_all_fields"] == 1.0


def test_precision_and_recall_are_taken_over_the_whole_corpus():
    articles = [gold("a", executives=[gold_executive()]), gold("b", executives=[gold_executive()] * 2)]
    results = [found(executives=[executive(), executive(person="Bo Ray")]), found()]

    [line] = [one for one in score(articles, results).headlines if one.measure.kind == "executives"]

    assert (line.precision, line.recall) == (1 / 2, 1 / 3)
    assert line.f1 == pytest.approx(0.4)


def test_a_fact_found_twice_counts_once():
    evaluation = score([gold(staff_counts=[gold_staff()])], [found(staff_counts=[staff(), staff()])])

    assert figures(evaluation, "staff_counts") == (1, 2, 1)


def test_facts_match_within_their_own_article_only():
    articles = [gold("a", executives=[gold_executive()]), gold("b")]

    evaluation = score(articles, [found(), found(executives=[executive()])])

    assert figures(evaluation, "executives") == (1, 1, 0)


def test_an_executive_at_another_organisation_counts_only_without_organisation():
    evaluation = score(
        [gold(executives=[gold_executive()])], [found(executives=[executive(organisation=BETA)])]
    )

    assert figures(evaluation, "executives") == (1, 1, 0)
    assert figures(evaluation, "executives", "without organisation") == (1, 1, 1)


def test_spellings_of_a_name_do_not_count():
    article = gold(executives=[gold_executive(person="Siân Lee", organisation="The Alpha N.H.S. Trust")])

    evaluation = score([article], [found(executives=[executive(person="Sian Lee")])])

    assert figures(evaluation, "executives", "all fields") == (1, 1, 1)


def test_staff_counts_match_by_value_and_further_lines_ask_for_more():
    evaluation = score(
        [gold(staff_counts=[gold_staff()])],
        [found(staff_counts=[staff(organisation=None, qualifier="exact")])],
    )

    assert figures(evaluation, "staff_counts") == (1, 1, 1)
    assert figures(evaluation, "staff_counts", "with organisation") == (1, 1, 0)
    assert figures(evaluation, "staff_counts", "with qualifier") == (1, 1, 0)


def test_the_order_of_parties_does_not_count():
    evaluation = score(
        [gold(arrangements=[gold_arrangement()])], [found(arrangements=[arrangement(parties=[BETA, ALPHA])])]
    )

    assert figures(evaluation, "arrangements", "with parties") == (1, 1, 1)


def test_an_arrangement_of_another_status_counts_by_type_alone():
    evaluation = score(
        [gold(arrangements=[gold_arrangement()])], [found(arrangements=[arrangement(status="ruled_out")])]
    )

    assert figures(evaluation, "arrangements") == (1, 1, 0)
    assert figures(evaluation, "arrangements", "type alone") == (1, 1, 1)


class TestTrusts:
    def test_a_trust_needs_code_and_name(self):
        article = gold(trusts=[{**ALPHA, "mentions": ["Alpha NHS Trust"]}])

        evaluation = score([article], [found(trusts=[trust("Alpha NHS Foundation Trust", "RAA")])])

        assert figures(evaluation, "trusts") == (1, 1, 0)
        assert figures(evaluation, "trusts", "code alone") == (1, 1, 1)

    def test_the_name_decides_where_gold_has_no_code(self):
        article = gold(
            trusts=[{"name": "Alpha NHS Trust", "ods_code": None, "mentions": ["Alpha NHS Trust"]}]
        )

        evaluation = score([article], [found(trusts=[trust("Alpha NHS Trust", "RAA", "Alpha NHS Trust")])])

        assert figures(evaluation, "trusts") == (1, 1, 1)
        assert evaluation.errors == ()

    def test_each_surface_form_counts_once_however_often_it_stands_there(self):
        article = gold(trusts=[{**ALPHA, "mentions": ["Alpha NHS Trust", "ANT"]}])

        evaluation = score(
            [article], [found(trusts=[trust("Alpha NHS Trust", "RAA", "Alpha NHS Trust", "Alpha NHS Trust")])]
        )

        assert figures(evaluation, "trusts", "all fields") == (2, 1, 1)


class TestTheRest:
    def test_a_lost_article_misses_everything(self):
        article = gold(executives=[gold_executive()], clean_with=["Ann Lee"], clean_without=["Share this"])

        evaluation = score([article], [Failure(source="a.txt", stage="clean", reason="it is empty")])

        assert figures(evaluation, "executives") == (1, 0, 0)
        assert evaluation.figures["title"] == 0.0
        assert evaluation.figures["cleaning_kept"] == 0.0
        assert evaluation.figures["cleaning_dropped"] == 0.0
        assert [failure.reason for failure in evaluation.failures] == ["it is empty"]

    def test_cleaning_counts_what_was_kept_and_what_was_dropped(self):
        article = gold(clean_with=["Ann Lee", "Beta"], clean_without=["Share this", "3,000 staff"])

        evaluation = score([article], [found()])

        assert (evaluation.figures["cleaning_kept"], evaluation.figures["cleaning_dropped"]) == (0.5, 0.5)
        assert [(miss.kept, miss.words) for miss in evaluation.cleaning_misses] == [
            (False, "Beta"),
            (True, "3,000 staff"),
        ]

    def test_line_breaks_and_curly_quotes_do_not_count_in_cleaning(self):
        article = gold(clean_with=["We're here"])

        evaluation = score([article], [found(text="“We’re\nhere,” she said.")])

        assert evaluation.figures["cleaning_kept"] == 1.0

    def test_an_article_is_wholly_right_when_all_its_kinds_are(self):
        articles = [gold(executives=[gold_executive()])] * 3
        results = [
            found(executives=[executive()]),
            found(executives=[executive(status="former")]),
            found(executives=[executive()], staff_counts=[staff()]),
        ]

        evaluation = score(articles, results)

        assert evaluation.figures["wholly_right"] == pytest.approx(2 / 3)
        assert evaluation.figures["wholly_right_all_fields"] == pytest.approx(1 / 3)

    def test_evidence_that_does_not_stand_where_it_says_is_counted(self):
        misplaced = executive(evidence=words("Ann Lee", start=1))

        evaluation = score([gold()], [found(executives=[executive(), misplaced])])

        assert [outside.words for outside in evaluation.evidence_outside] == ["Ann Lee"]

    def test_mentions_must_stand_in_the_text_too(self):
        moved = trust("Alpha NHS Trust", "RAA", "Alpha NHS Trust")
        moved["mentions"][0]["start"] += 1

        evaluation = score([gold()], [found(trusts=[moved])])

        assert len(evaluation.evidence_outside) == 1

    def test_a_measure_with_nothing_to_find_and_nothing_found_is_right(self):
        assert score([gold()], [found()]).mean_f1 == 1.0


def test_a_further_kind_in_gold_gets_its_own_lines_by_all_its_fields():
    income = {"organisation": "Alpha NHS Trust", "pounds": 5}
    article = gold(turnovers=[{**income, "evidence": "Alpha NHS Trust"}])
    turnover = {"organisation": ALPHA, "pounds": 5, "evidence": words("Alpha NHS Trust")}

    evaluation = score([article], [found(turnovers=[turnover, {**turnover, "pounds": 6}])])

    assert figures(evaluation, "turnovers") == (1, 2, 1)
