"""Evaluation of a corpus: its articles extracted and compared with their gold."""

from collections.abc import Sequence
from pathlib import Path

from nhs_extract.evaluate.gold import GoldArticle, load_gold
from nhs_extract.evaluate.scores import Evaluation
from nhs_extract.evaluate.scoring import score
from nhs_extract.pipeline import Tools, extract_all


def evaluate(corpus: Path, tools: Tools) -> Evaluation:
    """How well the articles of a folder are extracted.

    Raises:
        GoldError: the folder holds no gold, or a gold file is not of the expected form.
    """
    return evaluate_articles(load_gold(corpus), tools)


def evaluate_articles(articles: Sequence[GoldArticle], tools: Tools) -> Evaluation:
    """How well these articles are extracted."""
    return score(articles, extract_all((article.page for article in articles), tools))
