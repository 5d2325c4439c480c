import pytest
import spacy

from nhs_extract.annotate.matching import PatternMatcher, longest
from nhs_extract.annotate.names import NameFinder
from nhs_extract.patterns import load_patterns
from nhs_extract.settings import packaged_patterns

SPELLINGS = [
    "Ashford and St Peter's Hospitals NHS Foundation Trust",
    "King's College Hospital NHS Foundation Trust",
    "Norfolk and Norwich University Hospitals NHS Foundation Trust",
]


@pytest.fixture(scope="module")
def names():
    language = spacy.blank("en")
    files = load_patterns(packaged_patterns()).files
    forms = PatternMatcher.build([files["organisations"]], language)
    finder = NameFinder.build(SPELLINGS, language, frozenset({"April"}))

    def find(text: str, label: str) -> list[str]:
        doc = language.make_doc(text)
        return [name.text for name in finder.names(doc, longest(forms.find(doc))) if name.label == label]

    return find


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The boards of Royal Surrey and Ashford and St Peter’s Hospitals NHS Foundation Trust met.",
            ["Ashford and St Peter’s Hospitals NHS Foundation Trust"],
        ),
        (
            "King’s College Hospital Foundation Trust has a chair.",
            ["King’s College Hospital Foundation Trust"],
        ),
        (
            "Norfolk & Norwich University Hospitals NHS FT agreed.",
            ["Norfolk & Norwich University Hospitals NHS FT"],
        ),
        (
            "Greyford NHS Trust and Mill Valley Community NHS Foundation Trust merged.",
            ["Greyford NHS Trust", "Mill Valley Community NHS Foundation Trust"],
        ),
        ("The Trust said the Board agreed.", []),
    ],
)
def test_strong_names_are_found_whole(names, text: str, expected: list[str]):
    assert names(text, "ORGANISATION") == expected


def test_capitals_alone_are_weak_names_with_and_without_what_joins_them(names):
    weak = names("Both Bedford and Luton agreed with King’s.", "NAME")

    assert {"Bedford", "Luton", "Bedford and Luton", "King’s", "King"} <= set(weak)


def test_a_word_inside_a_strong_name_is_no_weak_name(names):
    assert "King" not in names("King’s College Hospital NHS Foundation Trust", "NAME")
