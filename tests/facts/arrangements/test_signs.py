import pytest

from nhs_extract.facts.arrangements.signs import Sign, sign_of
from tests.markup import annotated

CUE = "[merger](ARRANGEMENT=merger)"
AGREED = "[agreed](ARRANGEMENT_STATUS=approved)"
WOULD = "[would](ARRANGEMENT_STATUS=proposed)"
PLANS = "[plans](ARRANGEMENT_STATUS=proposed)"


def sign(marked, **options):
    [sentence] = annotated(marked).sentences
    [cue] = sentence.labelled("ARRANGEMENT")
    return sign_of(sentence, cue, **options)


def test_a_sentence_without_a_sign_says_nothing():
    assert sign(f"The {CUE} was in the news.") is None


def test_a_denial_goes_before_all_else_in_its_clause():
    assert (
        sign(f"The [planned](ARRANGEMENT_STATUS=proposed) {CUE} was [dropped](ARRANGEMENT_STATUS=abandoned).")
        is Sign.ABANDONED
    )


def test_what_would_follow_if_it_were_dropped_is_no_denial():
    said = f"Gains will be lost, if a {CUE} is [dropped](ARRANGEMENT_STATUS=abandoned)."

    assert sign(said) is None


def test_an_outstanding_decision_goes_before_an_approval():
    said = f"It was {AGREED}: a {CUE}, [subject to](ARRANGEMENT_STATUS=pending) review."

    assert sign(said) is Sign.PENDING


def test_the_future_seen_from_an_agreement_in_the_past_is_agreed():
    said = f"It was {AGREED} that a {CUE} {WOULD} follow."

    assert sign(said) is Sign.APPROVED


def test_a_future_under_a_plan_is_only_planned():
    said = f"Under the {PLANS} a {CUE} [will be](ARRANGEMENT_STATUS=planned_for) made."

    assert sign(said) is Sign.PROPOSED


def test_any_future_is_a_weak_sign():
    assert sign(f"The {CUE} [will](ARRANGEMENT_STATUS=future) help patients.") is Sign.PLANNED_FOR


@pytest.mark.parametrize("ends", [True, False])
def test_the_end_of_something_is_not_denied_by_its_own_words(ends):
    said = "They [will [no longer share](ARRANGEMENT=separation)](ARRANGEMENT_STATUS=negated) a chair."

    assert sign(said, ends=ends) is (Sign.PLANNED_FOR if ends else Sign.NEGATED)
