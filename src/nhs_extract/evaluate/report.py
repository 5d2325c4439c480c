"""An evaluation as text for people."""

from collections.abc import Iterable, Iterator

from nhs_extract.evaluate.differences import Difference, Verdict
from nhs_extract.evaluate.folding import flat, fold_name
from nhs_extract.evaluate.scores import Evaluation
from nhs_extract.evaluate.statements import Statement

# Fields that gold does not have, or that are longer than the fact.
_ASIDE = frozenset({"mentions", "honorific", "role_as_printed", "unit", "linked_by", "score"})


def render_scores(evaluation: Evaluation) -> str:
    """One line per measure, then the mean, the shares and what was lost."""
    return "\n".join(_score_lines(evaluation))


def render_errors(evaluation: Evaluation, kinds: Iterable[str] = (), *, details: bool = True) -> str:
    """Each missed and each wrong fact with its article, its words and the pattern that made it.

    ``kinds`` keeps to these kinds (none means all); without ``details`` facts that are right by the headline
    measure are left out.
    """
    wanted = frozenset(kinds)
    return "\n".join(
        _difference(error)
        for error in evaluation.errors
        if (not wanted or error.kind in wanted) and (details or error.verdict != Verdict.DETAIL)
    )


def render_cleaning_misses(evaluation: Evaluation) -> str:
    """Each string that the cleaner should have kept or dropped, with its article."""
    return "\n".join(
        f"{miss.article}  {'kept' if miss.kept else 'lost'}: {miss.words}"
        for miss in evaluation.cleaning_misses
    )


def _score_lines(evaluation: Evaluation) -> Iterator[str]:
    yield f"{evaluation.articles} articles"
    yield f"{'':40}{'precision':>9} {'recall':>7} {'F1':>6}   {'gold':>5} {'found':>5} {'right':>5}"
    for line in evaluation.lines:
        name = line.measure.kind if line.measure.headline else f"    {line.measure.name}"
        yield (
            f"{name:40}{line.precision:9.3f} {line.recall:7.3f} {line.f1:6.3f}"
            f"   {line.gold:5} {line.found:5} {line.matched:5}"
        )
    yield f"{'mean F1 of the headline measures':40}{evaluation.mean_f1:24.3f}"
    for share in evaluation.shares:
        yield f"{share.name.replace('_', ' '):40}{share.value:24.3f}   {share.right} of {share.of}"
    yield f"{'evidence outside the text':40}{len(evaluation.evidence_outside):24}"
    for outside in evaluation.evidence_outside:
        yield f"    {outside.article}  {outside.kind}: {outside.words!r}"
    yield f"{'articles lost':40}{len(evaluation.failures):24}"
    for failure in evaluation.failures:
        yield f"    {failure.source}: {failure.reason}"


def _difference(error: Difference) -> str:
    sides = {"gold": error.gold, "found": error.found}
    present = {side: statement for side, statement in sides.items() if statement}
    lines = [
        f"{error.article}  {error.kind}  {error.verdict.upper()}  {_in_words(next(iter(present.values())))}"
    ]
    if error.gold and error.found:
        lines += [f"    {field}: {_contrast(error.found, error.gold, field)}" for field in error.fields]
    return "\n".join(lines + [_evidence(side, statement) for side, statement in present.items()])


def _contrast(found: Statement, gold: Statement, field: str) -> str:
    """``"X, gold Y"``; for a field with several values only what differs."""
    said, wanted = found.texts(field), gold.texts(field)
    if said and wanted:
        fold = flat if field == "mentions" else fold_name
        extra = [text for text in said if fold(text) not in map(fold, wanted)]
        lacking = [text for text in wanted if fold(text) not in map(fold, said)]
        return f"{' + '.join(extra) or 'nothing'} too much, {' + '.join(lacking) or 'nothing'} missing"
    return f"{_value(found, field)}, gold {_value(gold, field)}"


def _in_words(statement: Statement) -> str:
    shown = (field for field in statement.values if field not in _ASIDE)
    return " · ".join(_value(statement, field) for field in shown)


def _value(statement: Statement, field: str) -> str:
    value = statement.values.get(field)
    if value is None:
        return "none"
    return " + ".join(value) if isinstance(value, tuple) else str(value)


def _evidence(side: str, statement: Statement) -> str:
    rule = f"  [{statement.pattern}]" if statement.pattern else ""
    return f"    {side}: “{statement.evidence}”{rule}"
