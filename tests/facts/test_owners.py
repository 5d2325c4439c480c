"""Whose the numbers in whole sentences are: patterns, references and grammar together."""

import pytest

from nhs_extract.facts import populations_served, staff_counts
from nhs_extract.facts.populations_served import PopulationServed
from nhs_extract.facts.staff_counts import StaffCount
from nhs_extract.models import AnnotatedArticle, MediaType, Page
from nhs_extract.pipeline import Tools, annotate

OXLEAS = "Oxleas NHS Foundation Trust"
SUSSEX = "Sussex Partnership NHS Foundation Trust"
AROUND = (
    "Health boss speaks\n\n"
    "Oxleas NHS Foundation Trust and Sussex Partnership NHS Foundation Trust want to work more closely.\n\n"
    "{}\n\n"
    "The chief executive of Oxleas, Amy Gray, said that she was pleased with the plan.\n"
)


@pytest.fixture(scope="module")
def tools() -> Tools:
    return Tools.load()


def article(sentence: str, tools: Tools) -> AnnotatedArticle:
    page = Page(location="x.txt", content=AROUND.format(sentence).encode(), media_type=MediaType.TEXT)
    return annotate(tools.cleaner.clean(page), tools)


def owned(number: StaffCount | PopulationServed) -> tuple[int, str | None]:
    return number.low, number.organisation.name if number.organisation else None


@pytest.mark.parametrize(
    ("sentence", "counts"),
    [
        ("Oxleas has 2,400 on its staff.", [(2_400, OXLEAS)]),
        ("There are 3,300 people at Oxleas.", [(3_300, OXLEAS)]),
        (
            "There are 3,300 people at Oxleas and almost 5,000 at Sussex Partnership.",
            [(3_300, OXLEAS), (5_000, SUSSEX)],
        ),
        (
            "Oxleas had 2,500 people on its payroll in May and has 3,000 today.",
            [(2_500, OXLEAS), (3_000, OXLEAS)],
        ),
        ("Oxleas, rated good by the Care Quality Commission, employs 4,300 staff.", [(4_300, OXLEAS)]),
        ("Sussex Partnership, which runs community services, has 5,000 staff.", [(5_000, SUSSEX)]),
        ("Oxleas: two hospitals, 4,300 people, a catchment of 800,000", [(4_300, OXLEAS)]),
        ("Sussex Partnership - 5,000 staff", [(5_000, SUSSEX)]),
        ("Oxleas is a trust of 820 staff.", [(820, OXLEAS)]),
        ("Sussex Partnership is a trust which has 5,000 people and two front doors.", [(5_000, SUSSEX)]),
        ("We're 4,300 people, and we are proud.", [(4_300, OXLEAS)]),
        ("Oxleas has 4,300 staff, Sussex Partnership 5,000.", [(4_300, OXLEAS), (5_000, SUSSEX)]),
        ("Oxleas (which was rated good last year) employs 4,300 people.", [(4_300, OXLEAS)]),
        ("Some 5,000 people in Brighton and beyond work for Sussex Partnership.", [(5_000, SUSSEX)]),
        ("The two trusts employ 9,000 people between them.", [(9_000, None)]),
        ("Taken together, Oxleas and Sussex Partnership have 9,000 staff.", [(9_000, None)]),
        ("The 4,300 of you at Oxleas deserve it.", [(4_300, OXLEAS)]),
        ("Sussex Partnership took over a small trust of 820 staff called Oxleas.", [(820, OXLEAS)]),
        ("Oxleas's own 4,300 staff were told first.", [(4_300, OXLEAS)]),
        ("Sussex Partnership, an hour down the road, employs 5,000.", [(5_000, SUSSEX)]),
        ("Oxleas told Sussex Partnership that its 4,300 staff would stay.", [(4_300, OXLEAS)]),
    ],
)
def test_a_workforce_belongs_to_the_body_that_the_grammar_ties_it_to(
    sentence: str, counts: list[tuple[int, str | None]], tools: Tools
):
    assert [owned(count) for count in staff_counts.assemble(article(sentence, tools))] == counts


@pytest.mark.parametrize(
    ("sentence", "people"),
    [
        ("Some 800,000 people in the north and east of the county depend on Oxleas.", [(800_000, OXLEAS)]),
        ("Oxleas draws on a further two million people in the rest of the country.", [(2_000_000, OXLEAS)]),
        ("Its patch runs from the hills to the sea, and is home to 1.3 million.", [(1_300_000, OXLEAS)]),
        ("With Bexley that makes some 450,000 people and nearly 12,000 staff.", [(450_000, OXLEAS)]),
        (
            "Sussex Partnership has 5,000 staff, no general hospital and 1.6 million residents.",
            [(1_600_000, SUSSEX)],
        ),
        (
            "Sussex Partnership, which runs two hospitals, looks after 1.6 million people.",
            [(1_600_000, SUSSEX)],
        ),
        (
            "The first number was 800,000, the people who live in the area her trust looks after.",
            [(800_000, OXLEAS)],
        ),
    ],
)
def test_a_population_belongs_to_the_body_that_the_grammar_ties_it_to(
    sentence: str, people: list[tuple[int, str | None]], tools: Tools
):
    assert [owned(number) for number in populations_served.assemble(article(sentence, tools))] == people


@pytest.mark.parametrize(
    "sentence",
    [
        "Serco, which employs 1,500 people in the county, will clean the wards.",
        "Serco employs 1,500 people in the county.",
        "Sodexo's 1,800 staff cook the meals.",
        "The laundry has 1,500 staff.",
        "The pharmacy chain, based in Leeds, employs 1,500 people.",
        "Acme Diagnostics Ltd has 1,200 employees.",
        "The new firm will employ 1,150.",
        "The contractor, part of a French group, has 1,400 workers.",
        "The housing association will employ 1,300 people.",
        "The fire service has 1,900 staff.",
        "The university, which employs 6,000 people, will teach them.",
        "Its parent company employs 40,000 people in Europe.",
        "The app is trusted by 140 hospitals and 90,000 staff.",
        "The software is used by 20,000 staff across the country.",
        "A group of GP practices with 1,300 staff has joined in.",
        "The franchise employs 1,800.",
        "The laboratory has 1,100 staff.",
        "Greenfield Hospice has 1,200 staff.",
        "The lab's 1,100 staff will keep their pensions.",
        "Around 2,000 people will work in the building.",
        "The police force employs 3,000 people.",
        "The union has 1,300 members among the staff.",
        "The county council, which has 12,000 employees of its own, said so.",
        "Some 1,500 people who work in them will change employer.",
        "The supplier will employ 1,600 people.",
        "The charity, founded in 1890, has 1,400 staff.",
        "Circle Health has 1,900 staff in Britain.",
        "The two councils employ 9,000 people between them.",
        "The care home group employs 5,000 people.",
        "The prison has 1,200 staff.",
    ],
)
def test_the_staff_of_others_and_of_a_part_are_not_counted(sentence: str, tools: Tools):
    assert list(staff_counts.assemble(article(sentence, tools))) == []
