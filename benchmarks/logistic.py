"""Logistic regression with L2 by Newton's method."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

_STEPS = 30


def fit(
    columns: Floats,
    truth: Floats,
    *,
    ridge: float,
    scaled: bool = True,
    counted: Floats | None = None,
) -> tuple[float, Floats]:
    """The start of the log odds, and what each column adds; the start is not drawn to zero.

    Columns are `scaled` to one deviation each, or left as they are, so that what is seldom seen weighs
    little. `counted` says how many times each row counts; once without it.
    """
    times = np.ones(len(truth)) if counted is None else counted
    scale = columns.std(0) + 1e-9 if scaled else np.ones(columns.shape[1])
    matrix = np.c_[columns / scale, np.ones(len(columns))]
    weights, penalty = np.zeros(matrix.shape[1]), np.eye(matrix.shape[1]) * ridge
    penalty[-1, -1] = 0
    for _ in range(_STEPS):
        p = 1 / (1 + np.exp(-np.clip(matrix @ weights, -30, 30)))
        gradient = matrix.T @ (times * (p - truth)) + penalty @ weights
        weights -= np.linalg.solve(
            (matrix * (times * p * (1 - p))[:, None]).T @ matrix + penalty, gradient
        )
    return float(weights[-1]), weights[:-1] / scale


def write_weights(path: Path, what: str, start: float, weights: Mapping[str, float]) -> None:
    """Writes fitted weights as lines of a sign, a tab and its weight, under a line that says what they are for."""
    lines = [
        f"# sign\tweight in the log odds that {what}",
        f"start\t{start:.2f}",
        *(f"{name}\t{weight:.2f}" for name, weight in sorted(weights.items())),
    ]
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
