"""Pairs of sentences of two accounts, from a table by kind and half, as the cases of a test."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml


def cases_of(table: str) -> list[Any]:
    """The cases of a file of `tests/data`, each named by its kind, its half and its place."""
    kinds = yaml.safe_load((Path(__file__).parent / "data" / table).read_text("utf-8"))
    return [
        pytest.param(*case, id=f"{name}-{half}-{at}")
        for name, halves in kinds.items()
        for half, cases in halves.items()
        for at, case in enumerate(cases)
    ]
