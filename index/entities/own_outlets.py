"""The outlets that a corpus itself comes from: whatever they are called, they are no persons or places."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.entities.names import folded_key, slug
from index.entities.weighed_kinds import PERSON, PLACE
from index.model.article import EntityId, Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.entities.context import Lexicon
    from index.entities.discovery import Candidate
    from index.entities.found_names import Found
    from index.entities.words import Words

_ARTICLES = ("le ", "la ", "les ", "l ")
_AGENCY = "agence "
_OF_A_PLACE = 1.25
"""The score from which a name is a place's: that of « dans le Zorv »."""
_OF_BOTH = frozenset(("a", "au"))
"""Words before an outlet as before a place: « il l'a dit à X », « au X »."""
_BEFORE_PLACES = frozenset(("le", "la", "les", "l", "du"))
_OF_A_PERSON = 2.5
"""The score from which a name is a person's: a blog may bear that of its author."""


class Outlets:
    """Names of sources, by the folded words with which a text may call each."""

    def __init__(self, whole: dict[str, str] | None = None) -> None:
        self.whole = whole or {}
        """From the folded words of a source to the source as it is stated."""
        self._by_key: dict[str, str] | None = None
        self._by_first: dict[str, list[list[str]]] | None = None

    def add(self, source: str | None) -> None:
        if source and (key := folded_key(source)) not in self.whole:
            self.whole[key] = source
            self._by_key = self._by_first = None

    def merge(self, other: Outlets) -> None:
        for key, source in other.whole.items():
            self.whole.setdefault(key, source)
        self._by_key = self._by_first = None

    def named(self, runs: Sequence[Candidate], words: Words, lexicon: Lexicon) -> dict[int, str]:
        """The folded words of the outlets that candidates name, by the first word of each."""
        if not self.whole:
            return {}
        if self._by_key is None:
            self._by_key = self._keys(lexicon)
        keys = self._by_key
        called = [run for run in runs if run.key in keys and _names(run, words.small)]
        # « La crue de la Sourle »: the river after which the newspaper is called, in the whole article.
        places = {run.key for run in called if _is_place(run, words, lexicon)}
        return {run.first: keys[run.key] for run in called if run.key not in places}

    def longer(self, words: Words, match: Found) -> Found:
        """« La Tribune nationale », a source of the corpus, where the lists know « La Tribune » alone."""
        if match.kind is not Kind.ORGANISATION or not self.whole:
            return match
        if match.after >= len(words) or words.gap(match.after) != " ":
            return match
        after = max(
            (
                match.first + len(row)
                for row in self._rows().get(words.folded[match.first], ())
                if match.first + len(row) > match.after
                and words.folded[match.first : match.first + len(row)] == row
            ),
            default=match.after,
        )
        if after == match.after:
            return match
        key = " ".join(words.folded[match.first : after])
        entity = EntityId(f"organisation:{slug(key.removeprefix(_article_of(key)))}")
        return match._replace(after=after, entity=entity)

    def _rows(self) -> dict[str, list[list[str]]]:
        """The words of each outlet that is called by several, by the first of them."""
        if self._by_first is None:
            self._by_first = {}
            for source in self.whole:
                row = source.split(" ")
                if len(row) > 1:
                    self._by_first.setdefault(row[0], []).append(row)
        return self._by_first

    def _keys(self, lexicon: Lexicon) -> dict[str, str]:
        """What each outlet may be called: its whole name, that without an article, « Courrier » for
        « Le Courrier de … », what follows « Agence ». A short name of several stands for itself.
        """
        keys: dict[str, str] = {}
        for source in sorted(self.whole):
            bare = source.removeprefix(_article_of(source))
            keys[source] = keys[bare] = bare
            first = bare.partition(" ")[0]
            short = first if first in lexicon.outlets else bare.removeprefix(_AGENCY)
            if short != bare:
                keys[short] = bare if keys.get(short, bare) == bare else short
        return keys


def _article_of(source: str) -> str:
    return next((a for a in _ARTICLES if source.startswith(a)), "")


def _names(run: Candidate, small: frozenset[str]) -> bool:
    """Whether a candidate that is called like an outlet names it, and no person."""
    begins = run.at_start and run.after - run.first == 1
    begins = begins and run.key in small
    return run.titled == run.first and run.scores[PERSON] < _OF_A_PERSON and not begins


def _is_place(run: Candidate, words: Words, lexicon: Lexicon) -> bool:
    """Whether what stands beside a candidate makes it a place: « dans le X », « la crue de la X »."""
    if run.scores[PLACE] < _OF_A_PLACE or run.first == 0:
        return False
    before = words.folded[run.first - 1]
    if before in _OF_BOTH or words.folded[run.first] in lexicon.outlets:
        return False
    # Several words may be those of a place by their form alone: « Saint-Malo Infos ».
    return run.after - run.first == 1 or before in _BEFORE_PLACES
