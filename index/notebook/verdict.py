"""The reader's verdict on a row of a comparison."""

from __future__ import annotations

from enum import Enum


class RowAnswer(Enum):
    ACCEPTED = "accepted"
    REJECTED = "rejected"
