"""An error of our own that stops a whole build, as a sentence."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator

from index.errors import CorpusError, RecoupeError
from index.settings.log import log_failure


@contextlib.contextmanager
def faults_told() -> Iterator[None]:
    """Raises CorpusError when a pass over the whole corpus fails: no single article can then be
    left out.

    An error on one article alone is reported where it happens, and the build goes on without it.
    """
    try:
        yield
    except (RecoupeError, OSError, sqlite3.Error):
        raise  # other handlers report these
    except Exception as error:
        log_failure("the index could not be built", error)
        raise CorpusError(
            "The index could not be built, by a fault of Recoupe; the log says where. The index in use is"
            " as it was."
        ) from error
