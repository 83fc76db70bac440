"""The table of expressions of time and quantity, which was annotated before the rules were run on it."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from conftest import ROOT

from benchmarks.expressions import days_of, figures_of, same_figures

TABLE = yaml.safe_load((ROOT / "tests/data/expressions.yaml").read_text("utf-8"))


@pytest.mark.parametrize(("text", "wanted"), [(text, rest) for text, *rest in TABLE["dates"]])
def test_reads_expressions_of_time(text: str, wanted: list[Any]) -> None:
    assert days_of(text) == wanted


@pytest.mark.parametrize(("text", "wanted"), [(text, rest) for text, *rest in TABLE["quantities"]])
def test_reads_expressions_of_quantity(text: str, wanted: list[Any]) -> None:
    found = figures_of(text)
    assert same_figures(found, wanted), found
