"""Fits the weights by which the first sayer of a claim is told, and prints what they do on claims left out.

    python -m benchmarks.claim_weights CORPUS

Read are halves a, c and d of `reworded_claims.tsv`, asked of the whole corpus; a tenth of the claims is left out at
a time. Conditional logit by Newton's method: of the articles that say a claim one is the first, and every article of
the first day will do (McFadden 1974). The weights stand in `index/compare/first_sayer.py`.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from benchmarks.claims import Answered, answered
from benchmarks.logistic import Floats
from index.compare.first_sayer import sayers, signs_of_sayers

FOLDS = 10
RIDGE = 2.0
_STEPS = 40
Table = tuple[Floats, Floats]
"""The signs of the articles that say a claim, and which of them said it first."""


def main() -> None:
    asked = list(answered(Path(sys.argv[1]), "ACD"))
    tables = [_table(one) for one in asked]
    right = 0
    for fold in range(FOLDS):
        rest = [one for number, one in enumerate(tables) if number % FOLDS != fold and one]
        weights = fit([one for one in rest if one[1].any()])
        for one in tables[fold::FOLDS]:
            right += bool(one) and one[1][np.argmax(one[0] @ weights)] > 0
    print(f"likeliest right {right} of {len(asked)}")
    weights = fit([one for one in tables if one and one[1].any()])
    print(f"weights {', '.join(f'{weight:.2f}' for weight in weights)}")


def fit(tables: Sequence[Table]) -> Floats:
    """The weights of the signs, each drawn to zero over its deviation."""
    every = np.vstack([signs for signs, _ in tables])
    mean, scale = every.mean(0), every.std(0) + 1e-9
    weights = np.zeros(every.shape[1])
    for _ in range(_STEPS):
        slope, bend = RIDGE * weights, np.eye(len(weights)) * RIDGE
        for signs, first in tables:
            own = (signs - mean) / scale
            odds = own @ weights
            share = np.exp(odds - odds.max())
            share /= share.sum()
            wanted = share * first / (share * first).sum()
            slope += own.T @ (share - wanted)
            middle = share @ own
            bend += (own.T * share) @ own - np.outer(middle, middle)
        step = np.linalg.solve(bend, slope)
        weights -= step / max(1.0, np.abs(step).max())
    return np.asarray(weights / scale, dtype=np.float64)


def _table(asked: Answered) -> Table | None:
    saying = list(sayers(asked.found, asked.articles))
    if not saying:
        return None
    first = [float(asked.ids[said.article] in asked.first) for said in saying]
    return np.array(signs_of_sayers(saying, asked.articles)), np.array(first)


if __name__ == "__main__":
    main()
