"""Things that are called by their maker and model, « une Renault Mégane », « Porsche 356 », and by the model alone after that.

No list can hold them all; the makers are data (`data/makes.tsv`).
"""

from __future__ import annotations

import re
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, NamedTuple

from index.entities.found_names import Found
from index.entities.names import slug
from index.entities.times_named import counts
from index.model.article import EntityId, Kind
from index.text.folding import fold
from index.text.tokens import words as words_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from index.entities.recognition import Recogniser
    from index.entities.words import Words

_DESIGNATOR = re.compile(r"[A-Z]{1,4}\d{1,4}[A-Za-z]{0,3}|\d{2,4}[A-Z]{1,3}")
_NUMBER = re.compile(r"[1-9]\d\d")
_NAME = re.compile(r"[A-ZÉÈ][\w]+(?:-\w+)*")
_DETERMINERS = frozenset(("la", "le", "un", "une", "cette", "ce", "sa", "son", "votre", "notre"))
_GAPS = frozenset((" ", "\u00a0"))
_MOST_BODIES = 2
_BEARERS = frozenset((Kind.PERSON, Kind.ORGANISATION, Kind.PLACE))
_TAKEN = frozenset((Kind.OTHER, Kind.ORGANISATION, Kind.PERSON, Kind.PLACE, Kind.EQUIPMENT))
"""The kinds that rules give a model by its looks."""


class Makes(NamedTuple):
    """The words of the table, folded."""

    makers: dict[str, tuple[tuple[tuple[str, ...], bool], ...]]
    """By first word: the words of each maker, and whether its models have names; the longest first."""
    bodies: frozenset[str]
    no_models: frozenset[str]
    units: frozenset[str]


@cache
def makes() -> Makes:
    """The makers of the table."""
    text = resources.files("index.entities").joinpath("data/makes.tsv").read_text("utf-8")
    makers: dict[str, list[tuple[tuple[str, ...], bool]]] = {}
    rows: dict[str, set[str]] = {"body": set(), "no model": set(), "unit": set()}
    for line in text.splitlines():
        row, _, told = line.partition("\t")
        if row in rows:
            rows[row].update(map(fold, told.split()))
        elif not line.startswith("#"):
            for maker in told.split("|"):
                key = tuple(fold(word) for word in words_of(maker))
                makers.setdefault(key[0], []).append((key, row == "car"))
    ordered = {
        first: tuple(sorted(found, key=lambda maker: -len(maker[0])))
        for first, found in makers.items()
    }
    return Makes(ordered, *(frozenset(rows[row]) for row in ("body", "no model", "unit")))


def with_models(words: Words, found: list[Found], recogniser: Recogniser) -> list[Found]:
    """The names of an article with its things that are called by maker and model."""
    table = makes()
    listed = [m for m in found if m.kind is Kind.EQUIPMENT and m.by == "gazetteer"]
    made = not table.makers.keys().isdisjoint(words.folded)
    if not listed and not made:
        return found
    models = _Models(words, recogniser, table, found).found() if made else []
    alone = _alone(words, [*models, *(m for m in listed if _is_designated(words, m, table))], table)
    taken = _places_of(listed)
    models = [model for model in models if taken.isdisjoint(range(model.first, model.after))]
    if not models and not alone:
        return found
    inside = _places_of(models)
    kept = [
        _of_model(words, match, alone)
        for match in found
        if not _by_looks(match) or inside.isdisjoint(range(match.first, match.after))
    ]
    return kept + models


def _is_designated(words: Words, match: Found, table: Makes) -> bool:
    """Whether a listed thing is called by a maker or a figure and a name: « F-16 Viper »."""
    return words.folded[match.first] in table.makers or any(
        words.word(at)[-1].isdigit() for at in range(match.first, match.after - 1)
    )


def _places_of(found: Iterable[Found]) -> set[int]:
    """The words of names."""
    return {at for match in found for at in range(match.first, match.after)}


def _by_looks(match: Found) -> bool:
    """Whether rules gave a name its kind by what it looks like."""
    return match.by == "rules" and match.kind in _TAKEN


def _of_model(words: Words, match: Found, alone: dict[str, EntityId]) -> Found:
    """A name, as the model of the article that it stands for if it does."""
    if match.after - match.first > 1 or not _by_looks(match):
        return match
    model = alone.get(words.folded[match.first])
    if model is None or _is_person(words, match):
        return match
    return match._replace(entity=model, kind=Kind.EQUIPMENT)


def _is_person(words: Words, match: Found) -> bool:
    """Whether a person has the name of a model: « Zorvane a signé », but not « la Zorvane roule »."""
    before = words.folded[match.first - 1] if match.first else ""
    return match.kind is Kind.PERSON and before not in _DETERMINERS


def _alone(words: Words, models: list[Found], table: Makes) -> dict[str, EntityId]:
    """The words that alone stand for a model of the article: « la Mirvane » behind « la Zorva Mirvane »."""
    alone: dict[str, EntityId] = {}
    for model in models:
        told = [
            at
            for at in range(model.first + 1, model.after)
            if not words.word(at).isdigit() and words.folded[at] not in table.bodies
        ]
        if told and words.folded[told[-1]] not in table.makers:
            alone.setdefault(words.folded[told[-1]], model.entity)
    return alone


class _Models:
    """Reads models behind makers."""

    def __init__(
        self, words: Words, recogniser: Recogniser, table: Makes, found: Iterable[Found]
    ) -> None:
        self._words = words
        self._recogniser = recogniser
        lexicon = recogniser.lexicon
        # « la Ferrari Leclerc »: the name of somebody or of a company is no model.
        self._borne = {
            at
            for match in found
            if match.by != "rules" and match.kind in _BEARERS
            for at in range(match.first, match.after)
        }
        self._table = table
        # Not made one set: that costs more than the article's names.
        self._never = (
            table.no_models,
            lexicon.organisation_heads,
            lexicon.event_heads,
            lexicon.equipment_words,
            lexicon.first_names,
            lexicon.starters,
        )

    def found(self) -> list[Found]:
        """The models, from left to right."""
        words = self._words
        found: list[Found] = []
        makers = self._table.makers
        for at in [at for at, word in enumerate(words.folded) if word in makers]:
            for key, named in makers[words.folded[at]]:
                after = at + len(key)
                if tuple(words.folded[at:after]) == key and words.capital(at):
                    end = self._end(at, after, named=named)
                    if end:
                        entity = EntityId(f"equipment:{slug(words.surface(at, end))}")
                        found.append(Found(at, end, entity, Kind.EQUIPMENT, "rules"))
                    break
        return found

    def _end(self, first: int, at: int, *, named: bool) -> int:
        """The word after the model that begins at a word; 0 if none does."""
        words = self._words
        if at >= len(words) or words.gap(at) not in _GAPS:
            return 0
        word = words.word(at)
        called = named and first > 0 and words.folded[first - 1] in _DETERMINERS
        if _DESIGNATOR.fullmatch(word) or (_NUMBER.fullmatch(word) and not self._counts(at)):
            return self._with_body(at + 1)
        if not called or not _NAME.fullmatch(word) or self._is_somebody(at):
            return 0
        return self._named(at)

    def _is_somebody(self, at: int) -> bool:
        """Whether a word is the name of a person, a company or a place."""
        words = self._words
        return at in self._borne or self._recogniser.is_borne(words.word(at), words.folded[at])

    def _named(self, at: int) -> int:
        words = self._words
        if self._is_never(words.folded[at]):
            return 0
        end = self._with_body(at + 1)
        # « la Ferrari Driver Academy »
        longer = end < len(words) and words.gap(end) in _GAPS and words.capital(end)
        return 0 if longer and self._is_never(words.folded[end]) else end

    def _is_never(self, word: str) -> bool:
        return any(word in words for words in self._never)

    def _counts(self, at: int) -> bool:
        """Whether a figure counts something: « Renault 300 millions »."""
        words = self._words
        if at + 1 < len(words) and words.folded[at + 1] in self._table.units:
            return True
        return counts(words, at)

    def _with_body(self, at: int) -> int:
        words = self._words
        last = at + _MOST_BODIES
        while at < min(last, len(words)) and words.gap(at) in _GAPS:
            model = words.folded[at] in self._table.bodies and words.capital(at)
            if not model and not _DESIGNATOR.fullmatch(words.word(at)):
                break
            at += 1
        return at
