"""Read by every Python that a test starts: see `tests/loopback.py`."""

from __future__ import annotations

import importlib.util
from pathlib import Path

_spec = importlib.util.spec_from_file_location(
    "recoupe_loopback", Path(__file__).parent.parent / "loopback.py"
)
assert _spec and _spec.loader
_loopback = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(_loopback)
_loopback.install()
