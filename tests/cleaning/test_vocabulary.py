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
        ("Elsewhere", Opens.DOUBTFUL),
        ("Notes to editors", None),
        ("What happens next", None),
    ],
)
def test_a_heading_says_what_it_opens(cleaner: Cleaner, heading: str, opens: Opens | None):
    assert cleaner.vocabulary.heading(heading) is opens


def test_a_folder_without_the_files_of_the_cleaner_is_refused(tmp_path: Path):
    (tmp_path / "other.toml").write_text(
        'label = "X"\n[[pattern]]\nid = "x"\nregex = "a"\nmatches = ["[a]"]\n', encoding="utf-8"
    )

    with pytest.raises(PatternError, match="the cleaner needs it"):
        Vocabulary.from_patterns(load_patterns(tmp_path))


def test_a_used_cleaner_can_go_to_another_process(cleaner: Cleaner):
    article = cleaner.clean(text_page())

    assert pickle.loads(pickle.dumps(cleaner)).clean(text_page()) == article
