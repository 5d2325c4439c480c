"""Typos: words that the register does not know, read as words that it does."""

from dataclasses import dataclass
from functools import lru_cache
from itertools import islice, product

from rapidfuzz import process
from rapidfuzz.distance import OSA

from nhs_extract.register.wording import Words, stem

# A short word has too many neighbours, unless the name says what it is: Besi Cadwaladr Health Board.
_SHORTEST, _SHORTEST_IN_FULL_NAME = 6, 4
_TWO_SLIPS = 9
_MOST_READINGS = 12


@dataclass(frozen=True, eq=False)
class Vocabulary:
    """All words of the register's names."""

    words: frozenset[str]

    def readings(self, words: Words) -> list[Words]:
        """The readings of a name with each unknown word read as known ones that it may be a typo of.

        Empty where nothing is to mend, or an unknown word is near to none. A word that the register knows is
        never read as another: North East is not North West.
        """
        full = len(words) > 1 and (words[-1] in ("trust", "board") or words[0] == "nhs")
        shortest = _SHORTEST_IN_FULL_NAME if full else _SHORTEST
        choices = [(word,) if self._knows(word) else _near(self, word, shortest) for word in words]
        return [reading for reading in islice(product(*choices), _MOST_READINGS) if reading != words]

    def _knows(self, word: str) -> bool:
        return word in self.words or stem(word) in self.words or word + "s" in self.words


@lru_cache(maxsize=20_000)
def _near(vocabulary: Vocabulary, word: str, shortest: int) -> tuple[str, ...]:
    """The known words nearest to an unknown one, by letters swapped, dropped, added or changed."""
    if len(word) < shortest:
        return ()
    most = 1 if len(word) < _TWO_SLIPS else 2
    near = process.extract(word, vocabulary.words, scorer=OSA.distance, score_cutoff=most, limit=8)
    least = min((distance for _, distance, _ in near), default=0)
    return tuple(sorted(known for known, distance, _ in near if distance == least and known[0] == word[0]))
