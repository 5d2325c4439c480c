"""Evaluation: how well extractions agree with gold, and the floors that they may not fall below."""

from nhs_extract.evaluate.corpus import evaluate, evaluate_articles
from nhs_extract.evaluate.floors import check_floors, find_floors, load_floors
from nhs_extract.evaluate.gold import GoldArticle, GoldFacts, load_gold
from nhs_extract.evaluate.report import render_cleaning_misses, render_errors, render_scores
from nhs_extract.evaluate.scores import Evaluation, Line, Share
from nhs_extract.evaluate.scoring import score

__all__ = [
    "Evaluation",
    "GoldArticle",
    "GoldFacts",
    "Line",
    "Share",
    "check_floors",
    "evaluate",
    "evaluate_articles",
    "find_floors",
    "load_floors",
    "load_gold",
    "render_cleaning_misses",
    "render_errors",
    "render_scores",
    "score",
]
