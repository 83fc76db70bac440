"""Precision, recall and F of what was found."""

from __future__ import annotations

import re
from dataclasses import dataclass

_KINDS = {
    "personne": "person",
    "organisation": "organisation",
    "lieu": "place",
    "équipement": "equipment",
    "événement": "event",
    "groupe": "group",
}
_NAMED_EVENT = re.compile(r"^e\.(abraham|africanlion|confinnov)$")


@dataclass(frozen=True, slots=True)
class Score:
    right: int
    found: int
    wanted: int

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        return self.right / self.wanted if self.wanted else 1.0

    @property
    def f(self) -> float:
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0

    def __str__(self) -> str:
        return (
            f"P {self.precision:.3f} R {self.recall:.3f} F {self.f:.3f} "
            f"({self.right}/{self.found}/{self.wanted})"
        )
