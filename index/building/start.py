"""How the processes of a build start: as copies of this one where that is safe, else as fresh
interpreters.

A copy has all modules, patterns and lists of names already, which take a fresh interpreter most of a
second of the processor.
"""

from __future__ import annotations

import os
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from index.building.annotation import annotate_names, annotate_text
from index.corpus.file_reading import read
from index.engines import chosen_engine
from index.entities import name_reading
from index.entities.recognition import Recogniser
from index.model.article import Article

if TYPE_CHECKING:
    from collections.abc import Collection

    from index.building.job import Job

_OPEN = Path("/proc/self/fd")
_STANDARD = 2
"""The last of the standard streams, which every process keeps."""
_SAMPLE = """Le port restera ouvert, assure la maire

Publié le 12 mars 2021

La maire de Rabat, Léa Arnal, a annoncé mardi 9 mars que 250 000 euros iraient au port : « Nous ne
fermerons pas », a-t-elle déclaré. Selon la ministre, « le port est plein » depuis l'été dernier. Il y
a deux ans, M. Brun avait dit : « Rien n'est décidé. » Ce dernier n'a pas répondu à l'AFP.
"""
"""A text that asks for most of what is loaded only when a text needs it."""


def start_method() -> Literal["fork", "spawn"]:
    """A copy of this process on Linux, unless it has several threads: a copy of the reading room could
    wait for ever for a lock that another thread held.
    """
    alone = threading.active_count() == 1
    return "fork" if alone and sys.platform == "linux" else "spawn"


def lists_for(job: Job) -> Recogniser:
    """The lists of names that a part of the build recognises by."""
    # They are those that the generation in use was built with, else it would be unfit.
    kept = Recogniser.kept(job.earlier) if job.earlier else None
    return kept or Recogniser.load(job.entity_files, within=job.home)


def warm_up(lists: Recogniser) -> None:
    """Loads what reading and annotating load when a text first needs it, so that copies share it."""
    for found in read(_SAMPLE.encode(), relative="sample.txt"):
        if isinstance(found, Article):
            article = annotate_text(found)
            chosen_engine().words(article)
            names = name_reading.read(lists, article.text)
            annotate_names(article, name_reading.settle(names, lists))


def open_files() -> frozenset[int]:
    """The files, locks and connections that are open in this process, apart from the standard streams."""
    found = [int(entry.name) for entry in _OPEN.iterdir()]
    # The list itself was open while it was read.
    return frozenset(file for file in found if file > _STANDARD and _is_open(file))


def let_go(files: Collection[int]) -> None:
    """Gives up the files of the process of which this one is a copy.

    Else a lock would be held, and a connection kept open, after that process has ended. The numbers stay
    taken: whatever closes one of them later closes nothing of ours.
    """
    held = [file for file in files if _is_open(file)]
    if not held:
        return
    nothing = os.open(os.devnull, os.O_RDWR)
    for file in held:
        os.dup2(nothing, file, inheritable=False)
    os.close(nothing)


def _is_open(file: int) -> bool:
    try:
        os.fstat(file)
    except OSError:
        return False
    return True
