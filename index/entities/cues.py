"""What each sign in and around a name adds to the score of a kind: the weights are data (`data/evidence.tsv`)."""

from __future__ import annotations

from functools import cache
from importlib import resources

from index.entities.weighed_kinds import KINDS

Cues = dict[str, tuple[tuple[int, float], ...]]
"""For each cue the kinds that it speaks for or against, by their place in `KINDS`, with the weights."""


class Weights:
    """Adds what cues tell to a row of scores."""

    def __init__(self, cues: Cues) -> None:
        self.cues = cues

    def add(self, scores: list[float], cue: str, factor: float = 1.0) -> None:
        """Adds the weights of a cue, less if it stands further away."""
        for kind, weight in self.cues[cue]:
            scores[kind] += weight * factor


@cache
def cues() -> Cues:
    """The cues of the table."""
    text = resources.files("index.entities").joinpath("data/evidence.tsv").read_text("utf-8")
    places = {kind.value: at for at, kind in enumerate(KINDS)}
    found: dict[str, list[tuple[int, float]]] = {}
    for line in text.splitlines():
        if not line.startswith("#"):
            cue, kind, weight, _ = line.split("\t")
            found.setdefault(cue, []).append((places[kind], float(weight)))
    return {cue: tuple(pairs) for cue, pairs in found.items()}
