"""One table of news in many words: what each says, with the packaged words and the grammar together."""

import pytest

from tests.facts.arrangements.prose import told

SAID = {
    "merger completed": [
        "{A} and {B} tied the knot at midnight.",
        "{A} and {B} ceased to exist this morning.",
        "Two became one overnight as {A} and {B} joined together in a single trust.",
        "The new trust takes the place of {A} and {B}, which were dissolved yesterday.",
        "{A} has merged with {B}.",
        "It is three months since {A} and {B} became a single organisation.",
        "{A} and {B} were brought together as one organisation last April.",
        "{A} and {B} became one trust on Saturday.",
        "{A} and {B} merge today.",
        "{A} and {B} are now one organisation.",
        "On 1 April 2024 {A} and {B} become a single trust.",
        (
            "# New trust is born || {A} and {B} officially merged yesterday. || The new trust plans to "
            "bring services together over the next year."
        ),
        (
            "# Day one || {A} and {B} have merged to form a new organisation. || The merger was "
            "approved by regulators in December and will save £10m a year."
        ),
        (
            "{A} and {B} came together as one trust on 1 March. || The new trust would not say where "
            "its headquarters will be. || A consultation on its services is planned."
        ),
    ],
    "merger approved": [
        "{A} and {B} will tie the knot on 1 April.",
        "{A} and {B} will be dissolved on 31 March and a new trust created in their place.",
        "The health secretary has signed the order that merges {A} and {B}.",
        "From next month {A} and {B} will be one.",
        "{A} and {B} will be amalgamated on 1 April.",
        "The last hurdle to the marriage of {A} and {B} has been cleared.",
        "Ministers have said yes to the union of {A} and {B}.",
        "On 1 April {A} and {B} become a single trust.",
        "Approval for the merger of {A} and {B} has been given by NHS England.",
        "{A} and {B} are set to merge after the final approval was given.",
        (
            "# {A} and {B} to merge || The health secretary has agreed to the merger. || It takes "
            "effect on 1 April."
        ),
        (
            "{A} and {B} will merge on 1 April, it was announced today. || “We will be stronger "
            "together,” said Amy Gray. || The new trust will employ 9,000 staff and could save £5m a "
            "year."
        ),
        "Parliament has passed the order under which {A} and {B} will become one board on 1 October.",
        "The secretary of state has approved the application of {A} and {B} to merge.",
    ],
    "merger proposed": [
        "{A} and {B} have named a full merger as the option they prefer.",
        "Should {A} and {B} become one? Their boards meet next week to discuss a merger.",
        "{A} and {B} agreed to ask ministers for permission to merge.",
        "The boards will decide whether to bring {A} and {B} together as one organisation.",
        "{A} and {B} have set out the case for joining up as one trust.",
        "A review has recommended that {A} and {B} be merged.",
        "{A} and {B} are in talks about a tie-up.",
        "{A} is exploring options including a merger with {B}.",
        "Governors of {A} have voted in favour of a merger with {B}; regulators have yet to decide.",
        "NHS England has approved the outline business case for the merger of {A} and {B}.",
        (
            "# {A} and {B} to merge under plans || The trusts published their proposals today. || They "
            "would become one in 2026."
        ),
        (
            "# Trusts move closer to merger || {A} and {B} have taken the next step towards a merger. "
            "|| Their boards backed the full business case yesterday."
        ),
        (
            "# Merger delayed || The merger of {A} and {B} has been put back by a year. || It had been "
            "due in April."
        ),
        (
            "# Hospitals could merge || {A} and {B} could merge under plans out today. || A decision is "
            "expected in May."
        ),
        (
            "# Campaigners fight merger plan || Campaigners are fighting plans to merge {A} and {B}. || "
            "The trusts said that no decision had been made."
        ),
        (
            "{A} and {B} have announced plans to merge by April 2026. || If approved, the merger would "
            "create one of the largest trusts. || “This will be good for patients,” said a spokesman."
        ),
        "The minister is consulting on an order to merge {A} and {B}.",
        "{A} and {B} have submitted an application to merge.",
    ],
    "merger abandoned": [
        "{A} and {B} have agreed not to go on with work on a merger.",
        "Work on the merger of {A} and {B} should stop, their boards have concluded.",
        "{A} and {B} will not now be merging.",
        "The wedding of {A} and {B} is off: plans for a merger have been shelved.",
        "Talks on a merger of {A} and {B} got as far as a joint paper and were then dropped.",
        "{A} withdrew from merger talks with {B} in March.",
        "Plans for {A} and {B} to merge have been put on ice.",
        "Nothing came of the planned merger of {A} and {B}.",
        (
            "# Merger is off || {A} and {B} will not go ahead with their plan. || They had hoped to "
            "merge in April."
        ),
        (
            "# Merger paused || Work on the merger of {A} and {B} has been paused. || The trusts will "
            "look at it again next year."
        ),
        "{A} and {B} have announced that they will remain separate after scrapping a merger plan.",
        "The health secretary has blocked the merger of {A} and {B}.",
        "The Competition Commission has prohibited the merger of {A} and {B}.",
    ],
    "merger ruled_out": [
        "{A} and {B} say that it is not a first step to merger.",
        "Nobody is merging with anybody, say {A} and {B}.",
        "{A} and {B} have no intention of merging.",
        "“We are not merging,” said the chairs of {A} and {B}.",
        "{A} has dismissed talk of a merger with {B}.",
        "A merger of {A} and {B} is not being considered.",
        "{A} and {B} insisted that this was not a merger by the back door.",
        "{A} and {B} will not be merging.",
        "Amy Gray said there were no plans for {A} and {B} to merge. || The trusts already work together.",
    ],
    "acquisition completed": [
        "{A} took {B} under its wing on 1 January.",
        "{B} has been swallowed by {A}.",
        "{B} now belongs to {A}, which acquired it on Monday.",
        "{A} takes over {B} today.",
        "{A} took over {B} on 1 March.",
        "# {A} takes over {B} || {B} became part of {A} yesterday.",
        (
            "{A} officially took over {B} at the weekend. || It will invest £20m over five years. || "
            "The takeover had been planned since 2022."
        ),
    ],
    "acquisition approved": [
        "{A} has been given permission to take over {B}.",
        "{A} will take over {B} on 1 April.",
        "{B} will be dissolved on 1 April and absorbed into {A}.",
        "{A} takes over {B} tomorrow.",
        (
            "# {A} cleared to take over {B} || NHS Improvement has given the takeover the green light. "
            "|| It will be completed on 1 April."
        ),
    ],
    "acquisition proposed": [
        "{A} was picked yesterday to acquire {B}.",
        "The plan remains for {A} to acquire {B}.",
    ],
    "acquisition abandoned": [
        "{A} has dropped its bid to take over {B}.",
        "{A} has decided against acquiring {B}.",
    ],
    "acquisition ruled_out": [
        "{A} says this is not a takeover of {B}.",
    ],
    "group completed": [
        "{A} and {B} came together as a hospital group in May.",
        "{A} has joined the foundation group led by {B}.",
        "{A} and {B} are both part of the Northern Care Group.",
        "{A} is the newest member of the group run by {B}.",
        "{A} joined the hospital group led by {B} on Monday.",
    ],
    "group approved": [
        "{A} and {B} have agreed to form a hospital group.",
        "{A} and {B} will form a group from April under one group board.",
        "The boards of {A} and {B} have approved plans for a hospital group.",
        "{A} is to join the hospital group led by {B}.",
    ],
    "group proposed": [
        "{A} and {B} are considering a group model.",
        "The board of {A} has backed a plan to form a group with {B}, whose board will vote next week.",
        "{A} and {B} could form a hospital group.",
        "The boards of {A} and {B} have agreed to form a hospital group, subject to approval by NHS England.",
    ],
    "joint_leadership completed": [
        "From today a single chair and a single chief executive lead both {A} and {B}.",
        "Amy Gray has led both {A} and {B} since May.",
        "{A} and {B} have agreed to go on sharing Amy Gray as their chief executive.",
        "{A} and {B} have one chief executive between them.",
        "Since October {A} and {B} have had one chair, one chief executive and one executive team.",
        "Amy Gray, chief executive of {A}, took charge of {B} as well in June.",
        "{A} and {B} share a chief executive.",
        "Amy Gray took up her post as joint chief executive of {A} and {B} on Monday.",
        (
            "Amy Gray has started work as joint chief executive of {A} and {B}. || She said the two "
            "would look at working together more closely."
        ),
        "{A} and {B}, which have had a joint chair since 2023, published their accounts today.",
    ],
    "joint_leadership approved": [
        "Amy Gray will be chair of both {A} and {B} from 1 September.",
        "Amy Gray will lead {B} as well as {A} from next month.",
        "{A} and {B} have agreed to appoint a joint chief executive.",
        "A single executive team will run {A} and {B} from April.",
        "The boards of {A} and {B} have approved a plan to share a chief executive.",
        "{A} and {B} are to have the same chair from next month.",
        "The boards of {A} and {B} voted on Tuesday to share a chair.",
        (
            "Amy Gray has been appointed as the first joint chief executive of {A} and {B} and will "
            "start in May."
        ),
        "Amy Gray has been named joint chief executive of {A} and {B}.",
        (
            "# Trusts to get one boss || The boards of {A} and {B} agreed yesterday to appoint a single "
            "chief executive for both. || The trusts would remain separate organisations. || "
            "Recruitment will begin next month."
        ),
    ],
    "joint_leadership proposed": [
        "{A} and {B} are considering whether to share a chief executive.",
        "{A} and {B} could have the same chair under plans being discussed.",
        "{A} and {B} are consulting on sharing a chief executive.",
    ],
    "joint_leadership abandoned": [
        "{A} and {B} have dropped plans to share a chief executive.",
    ],
    "separation completed": [
        "{A} and {B} parted company in May.",
        "The partnership between {A} and {B} ended in March.",
        "{A} has left the group that it formed with {B}.",
        "{A} and {B} have gone their separate ways.",
        "{A} and {B} no longer share a chief executive.",
    ],
    "separation approved": [
        "{A} and {B} are parting company.",
        "{A} and {B} are to go their separate ways.",
        "{A} and {B} will each have their own chief executive again from April.",
        "The tie-up between {A} and {B} is to be undone.",
        "{A} and {B} will each have a chair of their own again.",
        "The boards of {A} and {B} have agreed to end their shared chief executive arrangement.",
        "{A} is to be split up and its hospitals handed to {B}.",
    ],
    "separation abandoned": [
        "The divorce of {A} and {B} is off.",
    ],
    "collaboration completed": [
        "{A} and {B} signed a partnership agreement on Monday.",
        "{A}, {B} and {C} have formed an alliance.",
        "A partnership between {A} and {B} came into force on Monday.",
        "{A} has been buddied with {B}.",
        "{A} and {B} run the service under an agreement that they renewed in January.",
        "{A} and {B} now take decisions through committees in common.",
        "{A} and {B} have entered a strategic partnership.",
        "{A} and {B} have been strategic partners under a memorandum of understanding since 2022.",
        (
            "{A} and {B} signed a collaboration agreement on 5 March. || It will see the two share "
            "staff and equipment."
        ),
        "{A} and {B} have launched a strategic partnership. || The trusts will work together on cancer care.",
    ],
    "collaboration approved": [
        "{A} and {B} have agreed heads of terms for a formal partnership.",
        "{A} and {B} will sign a memorandum of understanding next week.",
        "{A} and {B} will enter a strategic partnership in April.",
        "{A} and {B} have agreed to set up a joint committee.",
    ],
    "collaboration proposed": [
        "{A} and {B} plan an alliance.",
        "{A} and {B} are in talks about a strategic partnership.",
    ],
    "provider_collaborative completed": [
        "The South West Provider Collaborative of {A}, {B} and {C} went live on 1 April.",
        "{A}, {B} and {C} work together as a provider collaborative.",
    ],
    "provider_collaborative approved": [
        "{A}, {B} and {C} will launch a provider collaborative in April.",
    ],
    "management_contract approved": [
        "{B} will be run by {A} under a management agreement.",
    ],
    "management_contract completed": [
        "{A} took over the day-to-day running of {B} last month.",
        "{A} manages {B} on behalf of its board under a contract signed in May.",
        "A company has run {B} for {A} on a ten-year franchise since 2012.",
        "{A} has run {B} under a management contract since 2023.",
    ],
    "joint_venture approved": [
        "{A} and {B} have put pen to paper on a pathology company that they will own together.",
        "{A} and {B} have signed an agreement for a joint venture that will start in June.",
    ],
    "joint_venture completed": [
        "{A} and {B} jointly own a laundry company.",
        "{A} and {B} set up a company together in 2015 to run their laboratories.",
        "{A} and {B} run their laboratories through a joint venture.",
    ],
    "joint_venture abandoned": [
        "A business case for a joint payroll company of {A} and {B} was withdrawn on Thursday.",
    ],
    "joint_venture proposed": [
        "{A} and {B} want to set up a jointly owned payroll firm.",
        "{A} and {B} plan a pathology joint venture.",
    ],
    "service_transfer approved": [
        "{B} takes over maternity services from {A} on 1 April.",
        "{A} will hand over its finance teams to {B} on 1 November.",
        "Queen’s Hospital goes from {A} to {B} next month.",
        "Responsibility for health care in the county will pass from {A} to {B} on 1 April.",
        "Maternity services move from {A} to {B} on Monday week.",
        "The boards have agreed that maternity services will transfer from {A} to {B}.",
        "Staff will transfer to {B} on 1 April when it takes over community services from {A}.",
        "Ministers have decided that hospital services in the town will pass from {A} to {B}.",
    ],
    "service_transfer completed": [
        "Community services came to {B} from {A} on Monday.",
        "Staff of the stroke service of {A} now work for {B}.",
        "{B} became the provider of sexual health services in place of {A} on 1 April.",
        "The contract for prison health care has gone to {B} from {A}.",
        "Maternity services moved from {A} to {B} on Monday.",
    ],
    "service_transfer abandoned": [
        "{A} has put the move of its dental services to {B} on ice.",
        "The transfer of maternity services from {A} to {B} has been called off.",
    ],
    "": [
        "{A} was named trust of the year ahead of {B}.",
        "{A} and {B} both missed the target last month.",
        "{A} is merging two wards, said a nurse who came from {B}.",
        "Politicians said that {A} should be broken up.",
        "Amy Gray, who joined {A} from {B}, will chair the group that looks at waiting times.",
        "The unions at {A} and {B} have joined forces against car park charges.",
        "{A} treats patients from {B} under mutual aid.",
        "Amy Gray leaves {A} to become chief executive of {B}.",
        "{A} works in partnership with the university, and {B} does too.",
        "Mills LLP, which advises {A} and {B}, will merge with a rival firm.",
    ],
    "service_transfer proposed": [
        "{A} may hand its maternity services to {B}.",
    ],
    "management_contract proposed": [
        "{A} could be asked to run {B} under a management contract.",
    ],
    "separation proposed": [
        "{A} and {B} are considering a demerger.",
        "{A} and {B} may go their separate ways under plans to be discussed next week.",
    ],
    "provider_collaborative proposed": [
        "{A}, {B} and {C} have set out plans for a provider collaborative.",
    ],
    "joint_leadership completed; merger ruled_out": [
        (
            "{A} and {B} have shared a chief executive since May. || But a merger is not on the agenda, "
            "they say."
        ),
    ],
    "group completed; merger ruled_out": [
        (
            "{A} and {B} now form a hospital group. || It is not a merger, and each trust will keep its "
            "own board."
        ),
    ],
    "joint_leadership approved; merger ruled_out": [
        "From June {A} and {B} will be led by one chief executive. || “We are not merging,” she said.",
    ],
    "collaboration completed; merger ruled_out": [
        (
            "{A} and {B} signed a memorandum of understanding this week. || They stressed that neither "
            "trust was taking over the other and that no merger is planned."
        ),
    ],
    "group abandoned": [
        "Plans for {A} and {B} to form a hospital group have been dropped.",
    ],
    "joint_leadership completed; merger proposed": [
        "{A} and {B} hope to merge next year. || The two trusts have shared a chair since May 2023.",
    ],
}


@pytest.mark.parametrize(
    ("sentence", "expected"), [(sentence, expected) for expected, said in SAID.items() for sentence in said]
)
def test_news_in_other_words_is_the_same_news(sentence, expected):
    assert told(sentence) == expected
