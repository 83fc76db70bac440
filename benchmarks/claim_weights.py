"""Fits the weights by which the first sayer of a claim is told, and prints what they do on claims left out.

    python -m benchmarks.claim_weights CORPUS

Read are halves a and c of `reworded_claims.tsv`; a tenth of the claims is left out at a time. A claim that nobody else
tells counts a second time without the articles that say it: then nobody does. The weights stand in
`index/compare/claim.py`.
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np

from benchmarks.claims import Answered, answered
from benchmarks.logistic import Floats, fit
from index.compare.claim import SURE, sayers, signs_of_sayers

FOLDS = 10
RIDGE = 1.0


def main() -> None:
    asked = list(answered(Path(sys.argv[1]), "ac"))
    tables = [table for number, one in enumerate(asked) for table in _tables(number, one)]
    columns = np.vstack([signs for _, signs, _ in tables])
    truth = np.concatenate([right for _, _, right in tables])
    fold = np.concatenate([[number % FOLDS] * len(right) for number, _, right in tables])
    odds = np.zeros(len(truth))
    for number in range(FOLDS):
        rest = fold != number
        start, weights = fit(columns[rest], truth[rest], ridge=RIDGE)
        odds[~rest] = start + columns[~rest] @ weights
    told = 1 / (1 + np.exp(-odds)) >= SURE
    print(f"{len(truth)} passages, {int(truth.sum())} of those who say it; told {int(told.sum())}")
    print(f"  of them rightly {int((told & (truth > 0)).sum())}")
    start, weights = fit(columns, truth, ridge=RIDGE)
    print(f"start {start:.2f}, weights {', '.join(f'{weight:.2f}' for weight in weights)}")


def _tables(number: int, asked: Answered) -> list[tuple[int, Floats, Floats]]:
    """The signs of the passages of a claim, and which of them are of those who say it."""
    right = {*asked.first, *asked.others}
    found = [list(sayers(asked.found, asked.articles))]
    if not asked.others:
        found.append(list(sayers(asked.left(), asked.articles)))
    return [
        (
            number,
            np.array(signs_of_sayers(saying, asked.articles)),
            np.array([float(asked.ids[said.article] in right) for said in saying]),
        )
        for saying in found
        if saying
    ]


if __name__ == "__main__":
    main()
