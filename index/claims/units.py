"""Units that measure the same thing, brought to one: kilometres and metres, hours and days."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

import yaml


@cache
def _scales() -> Mapping[str, tuple[str, float]]:
    text = (files("index.claims") / "data" / "units.yaml").read_text(encoding="utf-8")
    return {
        unit: (base, float(scale))
        for base, units in yaml.safe_load(text).items()
        for unit, scale in units.items()
    }


def in_base(low: float, high: float, unit: str) -> tuple[float, float, str]:
    """An interval in the base unit of its measure; unchanged if its unit has none."""
    base, scale = _scales().get(unit, (unit, 1.0))
    return round(low * scale, 6), round(high * scale, 6), base
