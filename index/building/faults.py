"""A fault of ours that stops a whole build, as a sentence."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator

from index.errors import CorpusError, RecoupeError
from index.settings.log import log_failure


@contextlib.contextmanager
def faults_told() -> Iterator[None]:
    """Raises CorpusError where a pass over the whole corpus fails, which no article can be left out of.

    What one article alone makes fail is told where it happens, and the rest goes on.
    """
    try:
        yield
    except (RecoupeError, OSError, sqlite3.Error):
        raise  # whoever knows the disk tells these
    except Exception as error:
        log_failure("the index could not be built", error)
        raise CorpusError(
            "The index could not be built, by a fault of Recoupe; the log says where. The index in use is"
            " as it was."
        ) from error
