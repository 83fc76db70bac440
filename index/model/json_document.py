"""The way from a result to the JSON document that the command line prints for it.

The documents are written in `index/export/`, which imports the model. The model reaches them by
this function alone, so that `result.to_dict()` works once they are loaded.
"""

from __future__ import annotations

from functools import singledispatch
from typing import Any


@singledispatch
def document(result: object) -> dict[str, Any]:
    """The document of a result, ready for `json.dumps`. Raises TypeError for a type without a
    document.
    """
    raise TypeError(f"{type(result).__name__} has no document; import recoupe first")


class Documented:
    """A result that has a document."""

    __slots__ = ()

    def to_dict(self) -> dict[str, Any]:
        """The document that the command line prints with `--json`; its keys only grow."""
        return document(self)
