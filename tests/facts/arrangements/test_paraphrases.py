"""The packaged words and the grammar together: one sentence of news, many ways to say it."""

import pytest

from tests.facts.arrangements.prose import told


@pytest.mark.parametrize(
    "sentence",
    [
        "{A} and {B} have officially become one organisation today.",
        "{A} ceased to exist at midnight when it merged with {B}.",
        "The merger of {A} and {B} was completed on Monday.",
        "{A} and {B} have joined together to form a single trust.",
        "The two trusts, {A} and {B}, united on 1 January to form a single organisation.",
        "{A} and {B} were dissolved yesterday and replaced by a single new trust.",
        "Crews worked their last shift for {A} last night before it became part of {B}.",
    ],
)
def test_a_merger_that_has_happened_is_completed(sentence):
    assert told(sentence) == "merger completed"


@pytest.mark.parametrize(
    "sentence",
    [
        "{A} and {B} will merge on 1 April after the minister gave her approval.",
        "The merger of {A} and {B} has been given the green light by the health secretary.",
        "{A} and {B} will come together as a single trust from 1 October, it was confirmed yesterday.",
        "{A} and {B} are to merge next month, the government has announced.",
        "In April {A} and {B} will be replaced by one organisation.",
    ],
)
def test_a_merger_with_the_go_ahead_is_approved(sentence):
    assert told(sentence) == "merger approved"


@pytest.mark.parametrize(
    "sentence",
    [
        "{A} and {B} are considering a merger.",
        "{A} and {B} could become a single organisation under proposals published today.",
        "{A} and {B} have agreed to explore a merger.",
        "A public consultation has been launched on plans to merge {A} and {B}.",
        "The proposed merger between {A} and {B} has been cleared by the Competition and Markets Authority.",
        "{A} and {B} hope to merge by 2026, subject to regulatory approval.",
        "Boards back the merger of {A} and {B}, which still needs the consent of the health secretary.",
        "The boards of {A} and {B} have voted for a merger.",
    ],
)
def test_a_merger_that_somebody_has_still_to_decide_on_is_proposed(sentence):
    assert told(sentence) == "merger proposed"


@pytest.mark.parametrize(
    "sentence",
    [
        "The planned merger of {A} and {B} has been abandoned.",
        "{A} has pulled out of its merger with {B}.",
        "{A} and {B} have called their planned merger off.",
        "{A} and {B} have decided not to proceed with a merger.",
        "Merger talks between {A} and {B} have broken down.",
        "The merger of {A} and {B} is dead.",
    ],
)
def test_a_merger_that_is_off_is_abandoned(sentence):
    assert told(sentence) == "merger abandoned"


@pytest.mark.parametrize(
    "sentence",
    [
        "There are no plans to merge {A} and {B}.",
        "A merger of {A} and {B} has been ruled out by their chairs.",
        "“A merger is not on the cards,” said the chairs of {A} and {B}.",
        "{A} and {B} insist that this is not a merger.",
        "Nobody intends to merge {A} and {B}.",
    ],
)
def test_a_merger_that_nobody_wants_is_ruled_out(sentence):
    assert told(sentence) == "merger ruled_out"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("{A} has completed its acquisition of {B}.", "acquisition completed"),
        ("{B} was taken over by {A} on 1 January.", "acquisition completed"),
        ("{A} is to take over {B} after ministers approved the deal.", "acquisition approved"),
        ("{A} has been named as preferred bidder to acquire {B}.", "acquisition proposed"),
        ("{A} has walked away from a deal to acquire {B}.", "acquisition abandoned"),
        ("{A} and {B} have formed a hospital group.", "group completed"),
        ("{A} and {B} plan to create a foundation group with a shared board.", "group proposed"),
        ("{A} and {B} are to share a chief executive.", "joint_leadership approved"),
        ("{A} and {B} have shared a chair since 2019.", "joint_leadership completed"),
        (
            "{A} and {B} are looking for one chief executive to lead both organisations.",
            "joint_leadership approved",
        ),
        ("{A} and {B} have signed a memorandum of understanding.", "collaboration completed"),
        ("{A} and {B} plan a formal partnership.", "collaboration proposed"),
        ("{A}, {B} and {C} have formed a provider collaborative.", "provider_collaborative completed"),
        ("{A} has been run by {B} under a management contract since May.", "management_contract completed"),
        ("{A} is to be managed by {B} under a two-year contract.", "management_contract approved"),
        ("{A} and {B} have launched a joint venture to run their laboratories.", "joint_venture completed"),
        ("{A} and {B} are to demerge.", "separation approved"),
        ("{A} and {B} will no longer share a chief executive from June.", "separation approved"),
        ("The joint leadership of {A} and {B} has come to an end.", "separation completed"),
    ],
)
def test_every_type_has_its_words(sentence, expected):
    assert told(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("Community services in Dorset will transfer from {A} to {B} on 1 April.", "approved"),
        ("{A} has handed over its maternity services to {B}.", "completed"),
        ("{B} has taken over the running of dental services from {A}.", "completed"),
        ("{A} wants to transfer its pathology services to {B}.", "proposed"),
    ],
)
def test_services_that_move_are_a_transfer(sentence, status):
    assert told(sentence) == f"service_transfer {status}"


@pytest.mark.parametrize(
    "sentence",
    [
        "{A} works closely with partners including {B}.",
        "{A} and {B} issued a joint statement.",
        "{A} was formed in 2007 by a merger of two trusts, and works with {B}.",
        "Amy Gray took over as chief executive of {A} from {B} in May.",
        "{A} will merge two wards at its northern site, and {B} lent it nurses.",
        "The council’s merger with its neighbour will not affect {A} or {B}.",
        "A group of nurses at {A} and {B} has won an award for partnership working.",
        "{A} has acquired a new scanner, which {B} will also use.",
    ],
)
def test_passing_words_are_no_arrangement(sentence):
    assert told(sentence) == ""


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "{A} and {B} are partners in a provider collaborative which goes live today.",
            "provider_collaborative completed",
        ),
        ("The merger of {A} and {B} takes effect today.", "merger completed"),
        ("{B} takes over maternity services from {A} this morning.", "service_transfer completed"),
        ("The boards of {A} and {B} decided last month to form a hospital group.", "group approved"),
        (
            "Amy Gray has been appointed as Chief Executive (Designate) of the three trusts, {A}, {B} "
            "and {C}.",
            "joint_leadership approved",
        ),
        ("Amy Gray has led both trusts, {A} and {B}, since 2017.", "joint_leadership completed"),
        (
            "{A} and {B} intend to form a group. || A joint chief executive was appointed for {A} and {B} "
            "and will start in May.",
            "group proposed; joint_leadership approved",
        ),
        (
            "This is not a merger of {A} and {B}. || Any merger would need the consent of ministers.",
            "merger ruled_out",
        ),
        ("A merger of {A} and {B} is off the table.", "merger ruled_out"),
        ("{A} and {B} had planned a merger, but it is now off the table.", "merger abandoned"),
        ("{A} will not be split up, its chair told {B}.", "separation ruled_out"),
        ("{A} and {B} had intended to set up a joint venture.", "joint_venture abandoned"),
        ("{A} made a bid to take over {B} but lost out.", "acquisition abandoned"),
        ("{A} and {B} have resolved to form a hospital group in April.", "group approved"),
        ("{A} and {B} have been one group since April 2024.", "group completed"),
        ("The merger of {A} and {B} got the nod from NHS England yesterday.", "merger approved"),
        ("{A} has been chosen as preferred bidder for the acquisition of {B}.", "acquisition proposed"),
        ("{A} and {B} have been in league since 2020.", "collaboration completed"),
        ("{A} and {B} are to pool their laboratories.", "joint_venture approved"),
        (
            "{A} and {B} have formed a joint venture for pathology. || Some 300 staff will transfer to {A}.",
            "joint_venture completed",
        ),
        (
            "The health services in the valley transfer in their entirety from {A} to {B} in May.",
            "service_transfer approved",
        ),
        ("Last year {A} lost its community services to {B}.", "service_transfer completed"),
        (
            "{A} has signed a three-year contract with {B}, which will take charge of the hospital in May.",
            "management_contract approved",
        ),
        ("Amy Gray, who used to chair both of the old trusts, {A} and {B}, has been appointed.", ""),
        (
            "The merger of {A} and {B} has been approved. || No service will be withdrawn "
            "because of the change.",
            "merger approved",
        ),
    ],
)
def test_the_state_follows_from_dates_and_denials(sentence, expected):
    assert told(sentence) == expected
