"""Stems of French words (Snowball), folded after stemming so that accents still guide the stemmer."""

from __future__ import annotations

import Stemmer

from index.text.folding import fold


class FrenchStemmer:
    """Stems with a memory of every word seen; one instance belongs to one thread."""

    def __init__(self) -> None:
        self._snowball = Stemmer.Stemmer("french", 0)
        self._known: dict[str, str] = {}

    def stem(self, exact: str) -> str:
        """The folded stem of a word in its exact form (lower case, NFC, accents kept)."""
        known = self._known.get(exact)
        if known is None:
            known = self._known[exact] = fold(self._snowball.stemWord(exact))
        return known
