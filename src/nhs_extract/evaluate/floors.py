"""Floors: the scores that a corpus may not fall below."""

import tomllib
from pathlib import Path

from nhs_extract.errors import GoldError
from nhs_extract.evaluate.scores import Evaluation

FLOORS_FILE = "floors.toml"

_ROUNDING = 0.0005  # floors are written with three digits, and 0.8995 is written 0.900


def find_floors(corpus: Path) -> dict[str, float]:
    """The floors for this folder, from ``floors.toml`` in it or beside it; none where nobody set any.

    Raises:
        GoldError: the file is not of the expected form.
    """
    folder = corpus.resolve()
    for path in (folder / FLOORS_FILE, folder.parent / FLOORS_FILE):
        if path.is_file():
            return load_floors(path).get(folder.name, {})
    return {}


def load_floors(path: Path) -> dict[str, dict[str, float]]:
    """The floors of each corpus, by the name of its folder.

    Raises:
        GoldError: the file is not TOML, or a floor is not a number from 0 to 1.
    """
    try:
        corpora = tomllib.loads(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise GoldError(path, f"not readable as TOML: {error}") from error
    for corpus, floors in corpora.items():
        if not isinstance(floors, dict):
            raise GoldError(path, f"expected a table [{corpus}], found {floors!r}")
        for figure, floor in floors.items():
            if isinstance(floor, bool) or not isinstance(floor, int | float) or not 0 <= floor <= 1:
                raise GoldError(path, f"{corpus}.{figure}: expected a number from 0 to 1, found {floor!r}")
    return corpora


def check_floors(evaluation: Evaluation, floors: dict[str, float]) -> list[str]:
    """What has fallen, in words; empty when every figure stands on or above its floor.

    A lost article and evidence that does not stand in the text are below every floor.
    """
    figures = evaluation.figures
    problems = [
        f"{figure}: {figures[figure]:.3f} is below its floor {floor:.3f}"
        for figure, floor in floors.items()
        if figure in figures and figures[figure] + _ROUNDING < floor
    ]
    unknown = [f"{figure}: there is no such figure" for figure in floors if figure not in figures]
    outside = [
        f"{words.article}: evidence does not stand in the text: {words.words!r}"
        for words in evaluation.evidence_outside
    ]
    lost = [f"{failure.source}: lost: {failure.reason}" for failure in evaluation.failures]
    return problems + unknown + outside + lost
