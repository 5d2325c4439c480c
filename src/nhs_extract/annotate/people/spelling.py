"""Spelling of names: what counts as the same name, which part is the surname."""

import unicodedata


def fold(name: str) -> str:
    """The name without accents, case and curly apostrophes, for comparing."""
    plain = unicodedata.normalize("NFKD", name.replace("’", "'"))
    return "".join(letter for letter in plain if not unicodedata.combining(letter)).casefold()


def surname(name: str) -> str:
    """The last word of a name, with the particles before it: ``"de Souza"`` of ``"Henrietta de Souza"``."""
    words = name.split()
    first = len(words) - 1
    while first > 1 and words[first - 1].islower():
        first -= 1
    return " ".join(words[first:])


def first_name(name: str) -> str:
    """The first word of a name."""
    return name.split()[0]
