"""Numbers of people in whole sentences: patterns and grammar together."""

import pytest

from nhs_extract.facts import populations_served, staff_counts
from nhs_extract.models import MediaType, Page
from nhs_extract.pipeline import Tools, annotate

AROUND = (
    "Health boss speaks\n\n"
    "Oxleas NHS Foundation Trust and Sussex Partnership NHS Foundation Trust want to work more closely.\n\n"
    "{}\n\n"
    "The chief executive of Oxleas, Amy Gray, said that she was pleased with the plan.\n"
)


@pytest.fixture(scope="module")
def tools() -> Tools:
    return Tools.load()


def numbers(sentence: str, tools: Tools) -> tuple[list[int], list[int]]:
    """The staff counts and the populations that a sentence of an article states."""
    page = Page(location="x.txt", content=AROUND.format(sentence).encode(), media_type=MediaType.TEXT)
    article = annotate(tools.cleaner.clean(page), tools)
    return (
        [count.low for count in staff_counts.assemble(article)],
        [population.low for population in populations_served.assemble(article)],
    )


@pytest.mark.parametrize(
    "sentence",
    [
        "Oxleas employs 9,000 people.",
        "Oxleas, with its 9,000 staff, is the larger of the two.",
        "The trust, an employer of 9,000 people, said so.",
        "The trust's staff of 9,000 was told on Monday.",
        "The trust's workforce stands at 9,000.",
        "Its workforce, full-timers and part-timers together, is 9,000.",
        "Its staff, who number 9,000, were told on Monday.",
        "Oxleas has a headcount of 9,000.",
        "Between them they employ 9,000.",
        "The merger will create a 9,000-strong organisation.",
        "The trust is 9,000 strong.",
        "She thanked all 9,000 colleagues.",
        "She leads a team of 9,000.",
        "She is responsible for 9,000 staff and a budget of £700m.",
        "There are more than 9,000 of us.",
        "All 9,000 or so of us are proud.",
        "Thank you to all 9,000 of you.",
        "I am proud of our 9,000 people.",
        "Oxleas, where more than 9,000 people work, was rated good.",
        "Some 9,000 people are employed by Oxleas.",
        "The 9,000 people who work for the two trusts will keep their jobs.",
        "Nearly 9,000 people will be on the payroll.",
        "No fewer than 9,000 people draw a salary from the trust.",
        "Oxleas has 9,000 whole-time equivalents.",
        "The number of people that it employs will grow to 9,000.",
        "All 9,000 Oxleas staff will get the day off.",
        "The trust's 9,000 doctors, nurses and other staff were told on Monday.",
        "All but five of its 9,000 staff have had the jab.",
        "Staff: 9,000",
        "Workforce | c.9,000",
    ],
)
def test_a_workforce_is_found_in_many_wordings(sentence: str, tools: Tools):
    assert numbers(sentence, tools) == ([9_000], [])


@pytest.mark.parametrize(
    "sentence",
    [
        "The trust employs 1,200 nurses.",
        "The trust will recruit 1,500 staff.",
        "The trust is to lose 1,500 staff.",
        "About 1,500 staff will transfer to Oxleas.",
        "Some 1,500 staff moved to Oxleas from the council.",
        "More than 3,000 staff have been vaccinated.",
        "More than 3,000 members of staff voted.",
        "The council employs 6,000 people.",
        "The charity has 1,200 staff.",
        "Unison represents 1,300 staff at the trust.",
        "The NHS employs 1.3 million people.",
        "The trust has 2,000 vacancies and 1,500 volunteers.",
        "The jobs of 1,500 staff are at risk.",
        "There were 2,300 responses from staff.",
        "Its community services division has 1,500 staff.",
    ],
)
def test_a_part_of_a_workforce_or_another_employer_is_not_counted(sentence: str, tools: Tools):
    assert numbers(sentence, tools) == ([], [])


@pytest.mark.parametrize(
    "sentence",
    [
        "Oxleas serves a population of around 800,000 people across Bexley and Bromley.",
        "Oxleas, whose services reach some 800,000 people, was rated good.",
        "The trust's catchment area takes in 800,000 people.",
        "Its catchment, of about 800,000, is growing.",
        "Some 800,000 people rely on the trust for their hospital care.",
        "The trust, on which 800,000 people depend, is in trouble.",
        "It is the main provider of acute care to the 800,000 people of Kent.",
        "It runs three hospitals for the county's population of about 800,000.",
        "The trust is responsible for the mental health of 800,000 people.",
        "Its nurses visit patients across an area that is home to 800,000 people.",
        "They come from Sussex, which is home to 800,000 people, all of whom we serve.",
        "It would answer 999 calls for almost 800,000 people.",
        "It covers the whole of Sussex and its 800,000 people.",
        "It covers six councils with 800,000 residents.",
        "Around 800,000 people live in its catchment.",
        "Care for the 800,000 people in the trust's area was about to get better.",
        "It has 800,000 people on its doorstep who look to it for everyday care.",
        "It is a centre to which 800,000 people look for specialist treatment.",
        "With a catchment in excess of 800,000, it is one of the largest.",
        "Our population of 800,000 is older than most.",
        "The number of people it serves will rise to 800,000.",
        "Oxleas (population 800,000) is the smaller of the two.",
        "Its area, where 800,000 people live, is mostly farmland.",
        "It looks after 800,000 Croydon residents.",
        "NHS Kent and Medway plans services for 800,000 people.",
        "Population served: 800,000",
        "Catchment population | 800,000",
    ],
)
def test_a_population_is_found_in_many_wordings(sentence: str, tools: Tools):
    assert numbers(sentence, tools) == ([], [800_000])


@pytest.mark.parametrize(
    "sentence",
    [
        "The trust treats 90,000 patients and sees 300,000 outpatients each year.",
        "More than 250,000 people passed through A&E.",
        "The consultation reached 250,000 people.",
        "The petition was signed by 45,000 residents.",
        "Maidstone, a town of 110,000 people, has no A&E.",
        "The county has a population of 1.5 million.",
        "The population of Kent is 1.5 million.",
        "Kent, which is home to 1.5 million people, has four trusts.",
        "The plan moves 80,000 people from one list to another.",
        "The trust has 15,000 members.",
        "Services for the 40,000 people with dementia will be joined up.",
        "It wrote to 390,000 residents.",
    ],
)
def test_patients_places_and_members_are_no_population(sentence: str, tools: Tools):
    assert numbers(sentence, tools) == ([], [])


@pytest.mark.parametrize(
    ("sentence", "staff", "people"),
    [
        ("Its 2,100 staff look after 165,000 people.", [2_100], [165_000]),
        ("Serving 165,000 people and employing 2,100, it is small.", [2_100], [165_000]),
        ("The trust has 2,100 staff, 400 beds and a catchment of 165,000.", [2_100], [165_000]),
        ("Sussex Partnership (5,000 staff, 1.6 million people) is larger.", [5_000], [1_600_000]),
        ("Oxleas has 4,300 staff and Sussex Partnership 5,000.", [4_300, 5_000], []),
        ("Oxleas covers 800,000 people and Sussex Partnership 1.6 million.", [], [800_000, 1_600_000]),
        (
            "It serves 350,000 people and, as a heart centre, a wider population of two million.",
            [],
            [350_000, 2_000_000],
        ),
        ("The 400,000 it serves and the 4,000 it employs agree.", [4_000], [400_000]),
    ],
)
def test_staff_and_people_of_one_sentence_are_told_apart(
    sentence: str, staff: list[int], people: list[int], tools: Tools
):
    assert numbers(sentence, tools) == (staff, people)
