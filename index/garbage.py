"""How often garbage is looked for by a process that ends by itself: a command, a part of a build."""

from __future__ import annotations

import gc

_OBJECTS_BETWEEN_COLLECTIONS = 200_000


def collect_seldom() -> None:
    """Makes the garbage collector run rarely.

    There is hardly a cycle among millions of objects, and frequent searches for one take a tenth of
    the time.
    """
    gc.set_threshold(_OBJECTS_BETWEEN_COLLECTIONS, 20, 50)
