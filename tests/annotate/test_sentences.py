import pytest

from nhs_extract.annotate.sentences import sentences
from nhs_extract.models import Passage, PassageKind


def cut(text: str) -> list[str]:
    passage = Passage(start=0, end=len(text), kind=PassageKind.PARAGRAPH)
    return [sentence.text for sentence in sentences(text, [passage], frozenset({"dr", "mr", "st", "c"}))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It opened. It closed.", ["It opened.", "It closed."]),
        ("Dr. Amy Gray spoke. Mr. Green left.", ["Dr. Amy Gray spoke.", "Mr. Green left."]),
        ("It serves c. 5,000 people. Good.", ["It serves c. 5,000 people.", "Good."]),
        ("“Will it work?” she asked. It did.", ["“Will it work?” she asked.", "It did."]),
        ("“It works.” The board agreed.", ["“It works.”", "The board agreed."]),
        ("J. Gray spoke.", ["J. Gray spoke."]),
        ("Staff: 3,000\nBeds: 40", ["Staff: 3,000", "Beds: 40"]),
        ("It cost £1.5m. That is dear.", ["It cost £1.5m.", "That is dear."]),
    ],
)
def test_a_passage_is_cut_into_its_sentences(text: str, expected: list[str]):
    assert cut(text) == expected


def test_a_sentence_knows_where_it_stands():
    text = "First one. Second one."
    passage = Passage(start=0, end=len(text), kind=PassageKind.PARAGRAPH)

    for sentence in sentences(text, [passage], frozenset()):
        assert text[sentence.start : sentence.end] == sentence.text
