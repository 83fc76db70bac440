"""Elections as they are called: « présidentielle de 2017 », « primaire de la droite »."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.entities.found_names import Found
from index.entities.times_named import time_behind, year_at
from index.model.article import EntityId, Kind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from index.entities.recognition import Recogniser
    from index.entities.words import Words

_ELECTIONS = frozenset(("election", "elections", "scrutin", "scrutins"))
_BEFORE = frozenset(
    (
        "les",
        "des",
        "aux",
        "la",
        "une",
        "l",
        "de",
        "cette",
        "ces",
        "et",
        "prochaines",
        "dernieres",
        "prochaine",
        "derniere",
        "future",
    )
)
"""What stands before an election that is called by its adjective alone: « les municipales »."""
_OWN = frozenset(("francaise", "francaises"))
"""An adjective of nations that tells nothing in articles of French press."""
_OF = frozenset(("de", "du", "des", "a"))
_ARTICLES = frozenset(("la", "l", "le", "les"))


class Elections:
    """Finds the elections of one article."""

    def __init__(
        self,
        words: Words,
        named: Mapping[int, Found],
        recogniser: Recogniser,
        lists: Mapping[str, frozenset[str]],
    ) -> None:
        self._words = words
        self._named = named
        """The longest name that begins at a word."""
        self._nations = recogniser.nationalities
        self._sides = lists["side"]

    def at(self, at: int) -> Found | None:
        """The election that the adjective at a word tells of; None if it is not told which."""
        words = self._words
        word = words.folded[at]
        first = at
        if at and words.folded[at - 1] in _ELECTIONS and words.gap(at) == " ":
            first = at - 1
        if not self._is_called(first, at):
            return None
        if word.startswith("primaire"):
            return self._primary(first, at)
        nation, after = self._nation(at + 1)
        year, after = self._year(after)
        if not year and not nation and not (word == "europeennes" and first < at):
            return None
        name = word.removesuffix("s") if word == "presidentielles" else word
        key = "-".join(part for part in (name, nation, f"de-{year}" if year else "") if part)
        return Found(first, after, EntityId(f"event:{key}"), Kind.EVENT, "rules")

    def _is_called(self, first: int, at: int) -> bool:
        """Whether an adjective is the name of an election: « les municipales », not « les polices municipales »."""
        words = self._words
        return (
            first < at
            or words.capital(at)
            or (at > 0 and words.folded[at - 1] in _BEFORE and not self._joins(at))
        )

    def _joins(self, at: int) -> bool:
        """« une école et primaire »"""
        return self._words.folded[at - 1 : at + 1] in (["et", "primaire"], ["et", "primaires"])

    def _nation(self, at: int) -> tuple[str, int]:
        """The adjective of a nation at a word, and the word behind it."""
        words = self._words
        if at >= len(words) or words.gap(at) != " " or words.folded[at] not in self._nations:
            return "", at
        word = words.folded[at]
        return ("" if word in _OWN else word), at + 1

    def _year(self, at: int) -> tuple[str, int]:
        """The year behind an election, and the word behind it: « 2017 », « de mars 2020 »."""
        words = self._words
        if year := year_at(words, at):
            return year, at + 1
        if at < len(words) and words.folded[at] in ("de", "du") and words.gap(at) == " ":
            time = time_behind(words, at)
            if time and time[1][-4:].isdigit():
                return time[1][-4:], time[0]
        return "", at

    def _primary(self, first: int, at: int) -> Found | None:
        """« primaire de la droite et du centre », « primaire à gauche », « primaire socialiste »"""
        words = self._words
        folded = words.folded
        position = at + 1
        if position >= len(words) or words.gap(position) != " ":
            return None
        if folded[position] in _OF:
            position += 1
            if position < len(words) and folded[position] in _ARTICLES:
                position += 1
            match = self._named.get(position)
            if match is not None and match.kind is Kind.ORGANISATION:
                side, after = "-".join(folded[match.first : match.after]), match.after
                return Found(first, after, EntityId(f"event:primaire-{side}"), Kind.EVENT, "rules")
        if position >= len(words) or folded[position] not in self._sides:
            return None
        side, after = folded[position], position + 1
        if folded[after : after + 3] == ["et", "du", "centre"]:
            after += 3
        year, after = self._year(after)
        key = f"primaire-{side}" + (f"-de-{year}" if year else "")
        return Found(first, after, EntityId(f"event:{key}"), Kind.EVENT, "rules")
