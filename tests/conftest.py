"""Fixtures of all tests: no home folder, no settings from outside, no network, no animations."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from index.settings.places import Places, find_places, sample_corpus
from tests.idle import use
from tests.loopback import install

if TYPE_CHECKING:
    from index.entities.recognition import Recogniser
    from index.query.engine import IndexReader
    from index.search.searcher import Searcher

ROOT = Path(__file__).parent.parent
_OBJECTS_BETWEEN_COLLECTIONS = 5_000
install()


def pytest_configure() -> None:
    """Looks for garbage less often: each time all tests and lists in memory are gone through, which
    took a fifth of the processor.
    """
    gc.set_threshold(_OBJECTS_BETWEEN_COLLECTIONS)


@pytest.fixture(autouse=True, scope="session")
def guarded() -> None:
    """Processes that a test starts reach no network, either."""
    before = os.environ.get("PYTHONPATH")
    guard = str(ROOT / "tests" / "guard")
    os.environ["PYTHONPATH"] = os.pathsep.join([guard, *([before] if before else [])])


@pytest.fixture(autouse=True, scope="session")
def quick_pilot() -> Iterator[None]:
    """A key that was pressed is waited for until the room has done what it asks, and no longer."""
    with pytest.MonkeyPatch.context() as patch:
        use(patch)
        yield


@pytest.fixture(autouse=True, scope="session")
def lists_read_once() -> Iterator[Callable[[], Recogniser]]:
    """The shipped lists of names are read once a process, not by each of hundreds of builds; gives what
    reads them.
    """
    from index.entities import recognition

    load = recognition.Recogniser.load
    shipped = cache(load)

    def loaded(extra: Sequence[Path] = (), *, within: Path | None = None) -> Recogniser:
        return load(extra, within=within) if extra else shipped()

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(recognition.Recogniser, "load", loaded)
        yield load


@pytest.fixture(autouse=True)
def own_folders(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Configuration, cache, state and log go to a folder of the test's own."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("HOME", str(home))
    for name in ("CONFIG", "CACHE", "STATE", "DATA"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(home / name.lower()))
    for name in ("RECOUPE_CORPUS", "RECOUPE_INDEX", "RECOUPE_LANG", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    monkeypatch.delenv("LC_ALL", raising=False)
    monkeypatch.setenv("TEXTUAL_ANIMATIONS", "none")


def _real(name: str, what: str) -> Path:
    path = os.environ.get(name)
    if not path or not Path(path).is_dir():
        pytest.skip(f"{name} names no folder with {what}")
    return Path(path)


@pytest.fixture(scope="session")
def originals() -> Path:
    """The folder of the five original articles."""
    return _real("RECOUPE_ORIGINALS", "the original articles")


@pytest.fixture(scope="session")
def labelled() -> Path:
    """The folder of labelled sets."""
    return _real("RECOUPE_EVAL", "labelled sets")


@pytest.fixture(scope="session")
def corpora() -> Path:
    """The folder of large corpora."""
    return _real("RECOUPE_CORPORA", "large corpora")


@pytest.fixture(autouse=True)
def without_model(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hides spaCy's model, so that no test depends on it; tests about the model ask for it."""
    monkeypatch.setattr("index.entities.models.installed_model", lambda: "")


@pytest.fixture(scope="session")
def sample_index(tmp_path_factory: pytest.TempPathFactory) -> Places:
    """An index of the sample corpus; the first test that opens it builds it."""
    index = tmp_path_factory.mktemp("index")
    return find_places(corpus=str(sample_corpus()), index=str(index), language="fr", environment={})


@pytest.fixture
def sample_places(sample_index: Places, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Places:
    """The sample with a state folder of the test's own, in which the room is started."""
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    monkeypatch.chdir(tmp_path)
    return replace(sample_index, state=tmp_path / "state")


@pytest.fixture(scope="module")
def embedded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Searcher]:
    """The embedded engine over the articles of `handful`."""
    from handful import ARTICLES, open_index

    opened = open_index(tmp_path_factory.mktemp("index") / "i", ARTICLES)
    yield opened
    opened.close()


@pytest.fixture(params=["embedded", "reference"])
def searcher(request: pytest.FixtureRequest, embedded: Searcher) -> IndexReader:
    """Each of the two engines, which find the same; order by relevance and excerpts are those of
    the embedded one.
    """
    from handful import ARTICLES, in_memory

    return embedded if request.param == "embedded" else in_memory(ARTICLES)
