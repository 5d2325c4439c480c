import pytest

from nhs_extract.annotate import Annotator
from nhs_extract.models import Article
from nhs_extract.patterns import load_patterns
from nhs_extract.segmenting import segment
from nhs_extract.settings import DEFAULT_MODEL, packaged_patterns

SPELLINGS = [
    "Great Western Hospitals NHS Foundation Trust",
    "Bro Morgannwg NHS Trust",
    "Good Hope Hospital NHS Trust",
]


@pytest.fixture(scope="module")
def people():
    annotator = Annotator.load(load_patterns(packaged_patterns()), model=DEFAULT_MODEL, names=SPELLINGS)

    def find(text: str) -> list[tuple[str, str | None]]:
        article = Article(source="test", text=text, sha256="0")
        annotated = annotator.annotate(article, segment(article))
        return [(m.text, m.value) for m in annotated.mentions if m.label == "PERSON"]

    return find


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Chair: Oyinda Grayling", "Oyinda Grayling"),
        ("Kerensa Tregaskis – Acting Chief Nurse", "Kerensa Tregaskis"),
        ("Kerensa Tregaskis\nChief Executive", "Kerensa Tregaskis"),
        ("Les Quimby completes his second term as a non-executive director.", "Les Quimby"),
        ("Dr J. K. Subramoney is its medical director.", "J. K. Subramoney"),
        ("Henrietta de Sousa, who chairs the trust, agreed.", "Henrietta de Sousa"),
        ("Non-executive director Piet van der Weyde agreed.", "Piet van der Weyde"),
        ("Tabitha N'Dour is acting director of people.", "Tabitha N'Dour"),
        ("Gwenllian ap Rhys, the chief executive, agreed.", "Gwenllian ap Rhys"),
        ("Siân Ó Briain, the chief executive, agreed.", "Siân Ó Briain"),
        ("The chief executive, Màiri O’Shea-McElduff, agreed.", "Màiri O’Shea-McElduff"),
        ("The chairman of the health board, Ruaridh MacAskell, agreed.", "Ruaridh MacAskell"),
        ("Gwendoline Park, who is deputy chief executive, agreed.", "Gwendoline Park"),
        ("When Hamish Orrocke became chief executive, it was worse.", "Hamish Orrocke"),
    ],
)
def test_a_role_or_a_verb_beside_a_name_makes_it_a_person(people, text, name):
    assert people(text)[0] == (name, name)


@pytest.mark.parametrize(
    "text",
    [
        "Great Western's chief nurse agreed.",
        "The chief executive of Bro Morgannwg agreed.",
        "Good Hope Hospital NHS Trust lost money. That is Good Hope, the chief executive said.",
    ],
)
def test_a_bit_of_an_organisation_is_no_person(people, text):
    assert people(text) == []


def test_both_names_of_a_pair_are_people(people):
    found = people("Gaynor Tippett and Professor Kwame Osei-Bonsu will join us as Non-Executive Directors.")

    assert found == [("Gaynor Tippett", "Gaynor Tippett"), ("Kwame Osei-Bonsu", "Kwame Osei-Bonsu")]


def test_a_surname_a_first_name_and_a_pronoun_stand_for_the_full_name(people):
    found = people("Mr Moyo runs it. Tendai Moyo said he would stay. Staff like Tendai.")

    assert found == [
        ("Moyo", "Tendai Moyo"),
        ("Tendai Moyo", "Tendai Moyo"),
        ("he", "Tendai Moyo"),
        ("Tendai", "Tendai Moyo"),
    ]


def test_a_pronoun_stands_for_the_last_subject_of_the_sentence_before(people):
    found = people("Sunil Hardcastle is chief executive, and Margery Osei-Lunt is chair. She joined in May.")

    assert found[-1] == ("She", "Margery Osei-Lunt")
