import pytest

from nhs_extract.facts.arrangements.transfers import transfer
from tests.markup import annotated

A = "Amber Valley NHS Trust"
B = "Bright Coast NHS Foundation Trust"
GIVER = f"[A](ORGANISATION@{A})"
TAKER = f"[B](ORGANISATION@{B})"
SERVICES = "[maternity services](ARRANGEMENT_OBJECT=services)"


def moved(marked):
    [sentence] = annotated(marked).sentences
    [cue] = sentence.labelled("ARRANGEMENT_HINT")
    found = transfer(cue, sentence)
    return (
        None if found is None else (found.giver and found.giver.name, found.receiver and found.receiver.name)
    )


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
    assert moved(marked) == (A, B)


def test_a_giver_that_the_sentence_does_not_name_stays_open():
    assert moved(f"{TAKER} [[took over](takes)](ARRANGEMENT_HINT=service_transfer) {SERVICES}.") == (None, B)


@pytest.mark.parametrize(
    "marked",
    [
        f"{TAKER} [[took over](takes)](ARRANGEMENT_HINT=service_transfer) in May.",
        f"She [[moved ](moves)](ARRANGEMENT_HINT=service_transfer)from {GIVER} to {TAKER}.",
        f"{SERVICES} [[moved ](moves)](ARRANGEMENT_HINT=service_transfer)to a new wing.",
    ],
)
def test_without_services_that_move_or_a_receiver_there_is_no_transfer(marked):
    assert moved(marked) is None
