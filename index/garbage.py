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


def leave_it() -> None:
    """Lets the process end without a look for garbage.

    Python looks through all that was imported before it ends, a tenth of a second for a build; the
    system takes the memory back anyway.
    """
    gc.freeze()
