"""Choosing: which stories are arrangements, which are part of another, and which are background."""

import re
from collections.abc import Sequence
from dataclasses import replace

from nhs_extract.facts.arrangements.bodies import OBJECT, named, says_several
from nhs_extract.facts.arrangements.model import ArrangementStatus, ArrangementType
from nhs_extract.facts.arrangements.signs import Sign
from nhs_extract.facts.arrangements.stories import Story
from nhs_extract.facts.dates import LABEL as DATE
from nhs_extract.models import AnnotatedArticle

_T = ArrangementType
_WHOLE = (_T.MERGER, _T.ACQUISITION)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_FIRST = 6  # sentences in which an anniversary is told as the news
_ENOUGH = 3.0  # weight of hints: the lead and one sentence more
_OLD = 2  # years: a merger longer ago than this is history unless it is the news


def choose(stories: Sequence[Story], annotated: AnnotatedArticle) -> list[Story]:
    """The stories that the article reports as arrangements."""
    kept = [story for story in stories if _is_told(story, annotated)]
    if _is_about_outsiders(stories):
        kept = [
            story
            for story in kept
            if story.type is _T.MANAGEMENT_CONTRACT
            or any(len(named(c.sentence)) >= 2 for c in story.candidates)
        ]
    kept = _one_of_merger_and_acquisition(kept)
    kept = _without_needless_denials(kept)
    return [story for story in kept if not _is_part_of_another(story, kept)]


def _is_told(story: Story, annotated: AnnotatedArticle) -> bool:
    """Whether there is more than passing words."""
    if not any(candidate.sure for candidate in story.candidates) and not _is_hinted_at_often(story):
        return False
    if all(candidate.of_body for candidate in story.candidates):
        return False
    outside = sum(c.weight for c in story.candidates if c.outsiders)
    if outside * 2 > sum(c.weight for c in story.candidates) and story.type is not _T.MANAGEMENT_CONTRACT:
        return False
    if story.type is _T.SEPARATION and len(story.parties) < 2 and story.place == 1 and _is_only_wished(story):
        return False
    if story.type is _T.COLLABORATION and not any(
        len(c.parties) >= 2 or says_several(c.sentence) for c in story.candidates
    ):
        return False
    if not any(
        c.weight > 1 or len(c.parties) >= 2 or says_several(c.sentence) or c.transfer
        for c in story.candidates
    ):
        off = any(sign is Sign.ABANDONED for sign, _ in story.extra) and any(
            named(c.sentence) for c in story.candidates
        )
        told = off if story.type in _WHOLE else bool(story.signs)
        return story.denied or told or story.type is _T.MANAGEMENT_CONTRACT
    if all(candidate.hearsay for candidate in story.candidates) and not story.denied:
        return False
    return not _is_history(story, annotated)


def _is_only_wished(story: Story) -> bool:
    """Whether somebody merely says what should or could be."""
    return {sign for sign, _ in story.signs} <= {Sign.PROPOSED}


def _is_about_outsiders(stories: Sequence[Story]) -> bool:
    """Whether headline and lead tell of practices, companies or councils."""
    lead = [candidate for story in stories for candidate in story.candidates if candidate.weight > 1]
    outside = sum(candidate.weight for candidate in lead if candidate.outsiders)
    return outside * 2 > sum(candidate.weight for candidate in lead)


def _is_hinted_at_often(story: Story) -> bool:
    """Whether hints add up: several bodies are to be a single one, said in the lead more than once."""
    hints = [candidate for candidate in story.candidates if not candidate.outsiders]
    if len(story.parties) < 2:
        return False
    if story.type is _T.COLLABORATION:
        return any(
            hint.weight > 1 and (hint.cue.group("tie") or (hint.cue.group("tie_noun") and hint.sign))
            for hint in hints
        )
    return story.type is _T.MERGER and sum(hint.weight for hint in hints) >= _ENOUGH


def _is_history(story: Story, annotated: AnnotatedArticle) -> bool:
    published = annotated.article.published
    if published is None or story.place > 2 or story.type not in (*_WHOLE, _T.SERVICE_TRANSFER):
        return False
    done = [candidate for candidate in story.candidates if candidate.sign in (None, Sign.COMPLETED)]
    unsaid = len(done) == len(story.candidates)
    if not (unsaid or story.status is ArrangementStatus.COMPLETED) or _is_remembered(annotated):
        return False
    years = [int(year) for candidate in done for year in _YEAR.findall(candidate.sentence.text)]
    return bool(years) and max(years) <= published.year - _OLD


def _is_remembered(annotated: AnnotatedArticle) -> bool:
    """Whether the article marks the day of something past: an anniversary."""
    lead = annotated.sentences[:_FIRST]
    return any(thing.value == "remembered" for sentence in lead for thing in sentence.labelled(OBJECT))


def _one_of_merger_and_acquisition(stories: list[Story]) -> list[Story]:
    """What is an acquisition in law is a merger where the article calls it one, and the other way round."""
    kept = list(stories)
    for acquisition in [story for story in stories if story.type is _T.ACQUISITION and not story.denied]:
        for merger in [story for story in kept if story.type is _T.MERGER and not story.denied]:
            if not _overlap(acquisition, merger):
                continue
            both = (merger, acquisition)
            winner, loser = both if merger.weight * 2 >= acquisition.weight else reversed(both)
            if loser in kept and winner in kept:
                kept.remove(loser)
                kept[kept.index(winner)] = replace(winner, extra=winner.extra + loser.signs)
    return kept


def _without_needless_denials(stories: list[Story]) -> list[Story]:
    kept = []
    for story in stories:
        others = [
            other
            for other in stories
            if other.type in _WHOLE and other.denied is not story.denied and _overlap(story, other)
        ]
        if story.type in _WHOLE:
            against = sum(other.weight for other in others)
            if story.denied and others and story.weight <= against:
                continue
            off = story.status is ArrangementStatus.ABANDONED
            if not story.denied and not off and others and story.weight < against:
                continue
            if story.denied and story.type is _T.ACQUISITION and any(o.type is _T.MERGER for o in stories):
                continue
        elif story.denied and (story.type is not _T.SEPARATION or story.place == 1):
            continue
        kept.append(story)
    return kept


def _is_part_of_another(story: Story, stories: Sequence[Story]) -> bool:
    """Whether it is only a part of what another story tells."""
    others = {
        other.type for other in stories if other is not story and not other.denied and _overlap(story, other)
    }
    if story.denied:
        return False
    if story.type is _T.JOINT_LEADERSHIP:
        if _T.MANAGEMENT_CONTRACT in others or _T.PROVIDER_COLLABORATIVE in others:
            return True
        group = next((o for o in stories if o.type is _T.GROUP and not o.denied and _overlap(story, o)), None)
        if group is not None:
            ahead = (ArrangementStatus.APPROVED, ArrangementStatus.COMPLETED)
            if group.status is ArrangementStatus.PROPOSED and story.status in ahead:
                return False
            return group.status is ArrangementStatus.COMPLETED or not _is_step_of_its_own(story)
        return False
    if story.type is _T.COLLABORATION:
        if _T.MANAGEMENT_CONTRACT in others:
            return True
        if others & {_T.PROVIDER_COLLABORATIVE, _T.JOINT_VENTURE, _T.GROUP}:
            return not _is_step_of_its_own(story)
        return bool(others) and all(not c.sure or c.cue.group("loose") for c in story.candidates)
    if story.type is _T.GROUP:
        return any(o.type is _T.PROVIDER_COLLABORATIVE and o.weight >= story.weight for o in stories)
    if story.type is _T.SERVICE_TRANSFER:
        if _T.JOINT_VENTURE in others and all(c.transfer and not c.transfer.giver for c in story.candidates):
            return True
        return any(
            other.type in _WHOLE and not other.denied and _moves_within(story, other) for other in stories
        )
    return False


def _is_step_of_its_own(story: Story) -> bool:
    """Whether it has been in force since a date of its own."""
    return story.status is ArrangementStatus.COMPLETED and any(
        True for c in story.candidates if c.sure for _ in c.sentence.labelled(DATE)
    )


def _moves_within(story: Story, whole: Story) -> bool:
    """Whether services move only because their organisations become one."""
    moves = [candidate.transfer for candidate in story.candidates if candidate.transfer]
    bodies = {body for move in moves for body in (move.giver, move.receiver) if body}
    return bodies <= set(whole.parties) | {c.result for c in whole.candidates}


def _overlap(one: Story, other: Story) -> bool:
    mine, theirs = set(one.parties), set(other.parties)
    if not mine or not theirs:
        return True
    common = mine & theirs
    return len(common) >= 2 or (bool(common) and (not mine - theirs or not theirs - mine))
