"""What spaCy's French model adds to the rules, if it is installed.

It never replaces them: its labels are one more piece of evidence for the kind of a candidate, and
the names that it finds itself become candidates if nothing else stands there.
"""

from __future__ import annotations

from itertools import repeat
from typing import TYPE_CHECKING, Protocol

from index.entities.discovery import Candidate
from index.entities.models import INSTALL
from index.entities.name_reading import Reading, read
from index.entities.weighed_kinds import KINDS, ORGANISATION, OTHER, PERSON, PLACE
from index.errors import SettingsError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from index.entities.recognition import Recogniser

BATCH = 32
"""The number of texts that the model reads together."""
_LABELS = {"PER": PERSON, "ORG": ORGANISATION, "LOC": PLACE, "MISC": OTHER}
_AGREES = 3.0
_FOUND = 1.2
_UNUSED = ["parser", "attribute_ruler", "lemmatizer", "morphologizer"]


class Labelled(Protocol):
    """A stretch of text that a model takes for a name."""

    start_char: int
    end_char: int
    label_: str


class Tagger(Protocol):
    """What the project needs of a model: the names of each text."""

    def names(self, texts: Iterable[str]) -> Iterator[Sequence[Labelled]]: ...


class SpacyTagger:
    """spaCy with the parts of the pipeline that entities need."""

    def __init__(self, model: str) -> None:
        """`model` is a name and a version as `installed_model` gives them.

        Raises SettingsError where it cannot be loaded.
        """
        try:
            import spacy

            self._model = spacy.load(model.split()[0].replace("-", "_"), exclude=_UNUSED)
        except (ImportError, OSError) as error:
            raise SettingsError(
                "The model {model} cannot be loaded: {cause}.",
                advice=INSTALL,
                model=model,
                cause=error,
            ) from error

    def names(self, texts: Iterable[str]) -> Iterator[Sequence[Labelled]]:
        for document in self._model.pipe(texts, batch_size=BATCH):
            yield document.ents


def load_tagger(model: str) -> Tagger | None:
    """A tagger for a model by its name; None for an empty name. Loading takes seconds and happens
    once a process.
    """
    return SpacyTagger(model) if model else None


def readings(
    recogniser: Recogniser, texts: Sequence[str], *, tagger: Tagger | None
) -> Iterator[Reading]:
    """The first pass over some texts, with what a model says of them."""
    names: Iterable[Sequence[Labelled] | None] = repeat(None)
    if tagger is not None:
        names = tagger.names(texts)
    for text, labelled in zip(texts, names, strict=False):
        reading = read(recogniser, text)
        yield reading if labelled is None else with_names(reading, labelled)


def with_names(reading: Reading, names: Iterable[Labelled]) -> Reading:
    """A reading whose candidates know what a model says of them."""
    words = reading.words
    by_start = {start: at for at, start in enumerate(words.starts)}
    by_end = {end: at + 1 for at, end in enumerate(words.ends)}
    taken = {at for match in reading.found for at in range(match.first, match.after)}
    runs = list(reading.candidates)
    holds = {at: number for number, run in enumerate(runs) for at in range(run.first, run.after)}
    for name in names:
        kind = _LABELS.get(name.label_)
        first, after = by_start.get(name.start_char, -1), by_end.get(name.end_char, -1)
        if kind is None or not 0 <= first < after:
            continue
        inside = {holds[at] for at in range(first, after) if at in holds}
        for number in inside:
            runs[number] = _with(runs[number], kind, _AGREES)._replace(by="both")
        if not inside and not taken.intersection(range(first, after)) and words.capital(first):
            key = " ".join(words.folded[first:after])
            blank = Candidate(first, after, key, (0.0,) * len(KINDS), first, False, "model")
            runs.append(_with(blank, kind, _FOUND))
    return reading._replace(candidates=tuple(sorted(runs)))


def _with(run: Candidate, kind: int, weight: float) -> Candidate:
    scores = list(run.scores)
    scores[kind] += weight
    if kind == OTHER:
        # The model's MISC holds equipment and events too; the cues decide between them.
        scores[PERSON] -= 1
    return run._replace(scores=tuple(scores))
