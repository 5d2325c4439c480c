import pickle
from pathlib import Path

import pytest

from nhs_extract.cleaning import Cleaner
from nhs_extract.cleaning.vocabulary import Opens, Vocabulary
from nhs_extract.errors import PatternError
from nhs_extract.patterns import load_patterns
from tests.cleaning.pages import text_page


@pytest.mark.parametrize(
    ("heading", "opens"),
    [
        ("Related News", Opens.RELATED),
        ("MOST READ", Opens.RELATED),
        ("1 Comments", Opens.COMMENTS),
        ("Tags:", Opens.LABELS),
        ("[Advertisement]", Opens.ADVERT),
        ("OTHER COPY ON THIS WIRE", Opens.RELATED),
        ("Also issued today:", Opens.RELATED),
        ("Coming up next week in The Huddle", Opens.RELATED),
        ("SPONSOR MESSAGE:", Opens.ADVERT),
        ("Elsewhere", Opens.DOUBTFUL),
        ("Response", Opens.DOUBTFUL),
        ("Our next step: a message from Eleni", None),
        ("Notes to editors", None),
        ("What happens next", None),
    ],
)
def test_a_heading_says_what_it_opens(cleaner: Cleaner, heading: str, opens: Opens | None):
    assert cleaner.vocabulary.heading(heading) is opens


@pytest.mark.parametrize(
    ("line", "is_teaser"),
    [
        ("Also online: Ferry runs aground | Kent chief quits", True),
        ("You might also like: Ep 38 with Tom Alder", True),
        ("Jobs: the plan has 120 fewer management posts.", False),
        ("Staff: 9,000", False),
    ],
)
def test_a_heading_and_what_it_opens_may_stand_in_one_line(cleaner: Cleaner, line: str, is_teaser: bool):
    assert cleaner.vocabulary.is_labelled_teaser(line) is is_teaser


def test_a_folder_without_the_files_of_the_cleaner_is_refused(tmp_path: Path):
    (tmp_path / "other.toml").write_text(
        'label = "X"\n[[pattern]]\nid = "x"\nregex = "a"\nmatches = ["[a]"]\n', encoding="utf-8"
    )

    with pytest.raises(PatternError, match="the cleaner needs it"):
        Vocabulary.from_patterns(load_patterns(tmp_path))


def test_a_used_cleaner_can_go_to_another_process(cleaner: Cleaner):
    article = cleaner.clean(text_page())

    assert pickle.loads(pickle.dumps(cleaner)).clean(text_page()) == article
