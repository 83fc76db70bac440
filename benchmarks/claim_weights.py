"""Fits the weights by which a claim's sayers and its first sayer are told, and prints what they do on claims left out.

    python -m benchmarks.claim_weights CORPUS

Read are halves a, c and d of `reworded_claims.tsv`, asked of the whole corpus, a and c asked of drawn articles too, and
half f of `unsaid_claims.tsv`; a tenth of the claims is left out at a time. Who says a claim: logistic regression, also
on what is left without the articles that say it, and of each claim on the articles of some days only, since a corpus
may be of one event. Who said it first: conditional logit by Newton's method: of the
articles that say a claim one is the first, and every article of the first day will do (McFadden 1974). The weights
stand in `index/compare/claim_saying.py` and `first_sayer.py`.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np

from benchmarks.claims import Answered, answered
from benchmarks.logistic import Floats
from benchmarks.logistic import fit as logistic
from index.compare.claim import ClaimPassage, ClaimRelation
from index.compare.claim_burst import bursts, day_of
from index.compare.claim_saying import LEAST, signs
from index.compare.first_sayer import sayers, signs_of_sayers
from index.model.article import Article, ArticleId

FOLDS = 10
RIDGE = 2.0
_STEPS = 40
_EVENT = 8
"""Days on either side of an event."""
_ALSO_WHOLE = "ac"
"""The drawn halves that are asked of the whole corpus too."""
_OF_TIME = 2
"""The last signs of who says a claim: those that an article without a date has not."""
Table = tuple[Floats, Floats]
"""The signs of the articles that say a claim, and which of them said it first."""


def main() -> None:
    asked = list(answered(Path(sys.argv[1]), "ACD"))
    first_weights(asked)
    drawn = list(answered(Path(sys.argv[1]), "acf"))
    of_days = [narrowed(one) for one in (*asked, *drawn) if one.half not in _ALSO_WHOLE]
    saying_weights([*asked, *drawn, *of_days])


def narrowed(asked: Answered) -> Answered:
    """The same claim asked of the articles around the first day, or the fullest, as in a corpus of one event."""
    days = {
        said.article: day_of(asked.articles[said.article]).toordinal()
        for said in asked.found
        if asked.articles[said.article].published.earliest
    }
    firsts = [day for id, day in days.items() if asked.ids[id] in asked.first]
    if firsts or not days:
        middle = min(firsts, default=0)
    else:
        middle = max(
            days.values(), key=lambda day: sum(abs(day - one) <= _EVENT for one in days.values())
        )
    near = {id for id, day in days.items() if abs(day - middle) <= _EVENT}
    return asked._replace(found=[said for said in asked.found if said.article in near])


def first_weights(asked: Sequence[Answered]) -> None:
    tables = [_table(one) for one in asked]
    right = 0
    for fold in range(FOLDS):
        rest = [one for number, one in enumerate(tables) if number % FOLDS != fold and one]
        weights = fit([one for one in rest if one[1].any()])
        for one in tables[fold::FOLDS]:
            right += bool(one) and one[1][np.argmax(one[0] @ weights)] > 0
    print(f"likeliest right {right} of {len(asked)}")
    weights = fit([one for one in tables if one and one[1].any()])
    print(f"weights of the first {', '.join(f'{weight:.2f}' for weight in weights)}")


def saying_weights(asked: Sequence[Answered]) -> None:
    """Prints how many passages that are told to say a claim do, and the weights."""
    rows, truth, claims = saying_signs(asked)
    print(f"{len(truth)} passages, {truth.sum():.0f} of them say it")
    for name, columns in (("dated", rows), ("undated", rows[:, :-_OF_TIME])):
        likely = np.zeros(len(truth))
        for fold in range(FOLDS):
            out = claims % FOLDS == fold
            start, weights = logistic(columns[~out], truth[~out], ridge=1.0)
            likely[out] = 1 / (1 + np.exp(-start - columns[out] @ weights))
        told = likely >= LEAST
        print(f"{name}: told {told.sum()}, truly {truth[told].sum():.0f}")
        start, weights = logistic(columns, truth, ridge=1.0)
        print(f"start {start:.2f}, weights {', '.join(f'{weight:.2f}' for weight in weights)}")


def saying_signs(asked: Sequence[Answered]) -> tuple[Floats, Floats, Floats]:
    """The signs of the dated passages that may say a claim, which do, and whose claim each is: one for each claim in other words."""
    numbers: dict[str, int] = {}
    rows: list[tuple[float, ...]] = []
    truth: list[float] = []
    claims: list[int] = []
    for one in asked:
        number = numbers.setdefault(" ".join((*one.first, one.claim)), len(numbers))
        for found in (one.found, () if one.others or not one.first else one.left()):
            for passage, row in _signs_of(found, one.articles):
                rows.append(row)
                truth.append(float(one.ids[passage.article] in (*one.first, *one.others)))
                claims.append(number)
    return np.array(rows), np.array(truth), np.array(claims, dtype=np.float64)


def _signs_of(
    found: Sequence[ClaimPassage], articles: Mapping[ArticleId, Article]
) -> list[tuple[ClaimPassage, tuple[float, ...]]]:
    saying = [
        one
        for one in found
        if one.relation is ClaimRelation.SAYS and articles[one.article].published.earliest
    ]
    lies = bursts(saying, articles)
    return [(one, signs(one, burst)) for one, burst in zip(saying, lies, strict=True)]


def fit(tables: Sequence[Table]) -> Floats:
    """The weights of the signs, each drawn to zero over its deviation."""
    every = np.vstack([signs for signs, _ in tables])
    mean, scale = every.mean(0), every.std(0) + 1e-9
    weights = np.zeros(every.shape[1])
    for _ in range(_STEPS):
        slope, bend = RIDGE * weights, np.eye(len(weights)) * RIDGE
        for signs_, first in tables:
            own = (signs_ - mean) / scale
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
    table = np.array(signs_of_sayers(saying, asked.articles), dtype=np.float64)
    return table, np.array(first)


if __name__ == "__main__":
    main()
