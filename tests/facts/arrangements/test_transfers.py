import pytest

from nhs_extract.facts.arrangements.transfers import transfers
from tests.markup import annotated

A = "Amber Valley NHS Trust"
B = "Bright Coast NHS Foundation Trust"
GIVER = f"[A](ORGANISATION@{A})"
TAKER = f"[B](ORGANISATION@{B})"
SERVICES = "[maternity services](ARRANGEMENT_OBJECT=services)"


def moved(marked):
    [sentence] = annotated(marked).sentences
    [cue] = sentence.labelled("ARRANGEMENT_HINT")
    return [
        (move.giver and move.giver.name, move.receiver and move.receiver.name)
        for move in transfers(cue, sentence)
    ]


@pytest.mark.parametrize(
    "marked",
    [
        f"{SERVICES} will [[pass ](moves)](ARRANGEMENT_HINT=service_transfer)from {GIVER} to {TAKER}.",
        f"{SERVICES} were [[handed over ](moves)](ARRANGEMENT_HINT=service_transfer)to {TAKER} by {GIVER}.",
        f"{GIVER} [[gives up](gives)](ARRANGEMENT_HINT=service_transfer) {SERVICES} to {TAKER}.",
        f"{TAKER} [[takes over](takes)](ARRANGEMENT_HINT=service_transfer) {SERVICES} from {GIVER}.",
        f"{GIVER} said {SERVICES} would be [[taken on by](by)](ARRANGEMENT_HINT=service_transfer) {TAKER}.",
        f"[Two towns](ARRANGEMENT_OBJECT=people) leave {GIVER} and [[become the responsibility of](by)]"
        f"(ARRANGEMENT_HINT=service_transfer) {TAKER}.",
    ],
)
def test_giver_and_receiver_follow_from_the_verb_and_its_prepositions(marked):
    assert moved(marked) == [(A, B)]


def test_each_of_several_givers_has_a_transfer_of_its_own():
    givers = f"{GIVER} and [C](ORGANISATION@Clear Water NHS Trust)"

    assert moved(
        f"{givers} will [[hand over](gives)](ARRANGEMENT_HINT=service_transfer) {SERVICES} to {TAKER}."
    ) == [(A, B), ("Clear Water NHS Trust", B)]


def test_taking_over_from_an_organisation_needs_no_word_for_the_services():
    assert moved(f"{TAKER} [[takes over](takes)](ARRANGEMENT_HINT=service_transfer) from {GIVER}.") == [
        (A, B)
    ]


def test_a_giver_that_the_sentence_does_not_name_stays_open():
    assert moved(f"{TAKER} [[took over](takes)](ARRANGEMENT_HINT=service_transfer) {SERVICES}.") == [
        (None, B)
    ]


@pytest.mark.parametrize(
    "marked",
    [
        f"{TAKER} [[took over](takes)](ARRANGEMENT_HINT=service_transfer) in May.",
        f"She [[moved ](moves)](ARRANGEMENT_HINT=service_transfer)from {GIVER} to {TAKER}.",
        f"{SERVICES} [[moved ](moves)](ARRANGEMENT_HINT=service_transfer)to a new wing.",
    ],
)
def test_without_services_that_move_or_a_receiver_there_is_no_transfer(marked):
    assert moved(marked) == []
