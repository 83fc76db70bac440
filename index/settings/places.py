"""The places of the corpus, its index and the settings, and which of several wishes wins."""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

import platformdirs

from index.errors import CorpusError
from index.interface.texts import LANGUAGES, preferred_language
from index.settings.settings_files import (
    CorpusSettings,
    UserSettings,
    corpus_settings,
    user_settings,
)
from index.text.folding import fold

if TYPE_CHECKING:
    from collections.abc import Mapping

SETTINGS_NAME = "recoupe.yaml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """The folders and files that a command works with."""

    corpus: Path
    """The folder or the file that holds the articles, absolute."""
    corpus_from: str
    """`flag`, `environment`, `user settings` or `sample`."""
    index: Path
    """The folder of this corpus's index, with its generations."""
    index_from: str = "cache"
    """`flag`, `environment`, `user settings` or `cache`."""
    language: str
    """Of the interface: `fr` or `en`."""
    settings_file: Path
    """The user's settings, whether there are any or not."""
    corpus_settings_file: Path
    log: Path
    state: Path
    """The user's folder for decisions about corpora that cannot be written to."""
    settings: CorpusSettings
    user: UserSettings
    cache: Path
    """The reader's own folder for indexes, whether this index lies there or not."""

    @property
    def searches(self) -> Path:
        """The file that notes which results of saved searches the reader has seen."""
        return self.state / "searches" / corpus_key(self.corpus)

    @property
    def is_sample(self) -> bool:
        """Whether the corpus is the one that is shipped, whose folder has no name for people."""
        return self.corpus == sample_corpus() and not self.settings.name

    @property
    def home(self) -> Path:
        """The folder in which settings, rules and lists of names are looked for."""
        return self.corpus if self.corpus.is_dir() else self.corpus.parent


def sample_corpus() -> Path:
    """The corpus that is shipped: beside the packages in a checkout, inside `index` in a wheel."""
    package = Path(str(files("index")))
    shipped = package / "seeds"
    return shipped if shipped.is_dir() else package.parent / "seeds"


def find_places(
    *,
    corpus: str | None = None,
    index: str | None = None,
    language: str | None = None,
    environment: Mapping[str, str] | None = None,
) -> Places:
    """Where everything lies. A flag wins over the environment, that over the corpus's file, that over the
    user's file, that over the default.

    Raises CorpusError when the corpus does not exist, SettingsError when a file is not as it must
    be.
    """
    environment = os.environ if environment is None else environment
    folders = platformdirs.PlatformDirs("recoupe", appauthor=False)
    settings_file = folders.user_config_path / SETTINGS_NAME
    user = user_settings(settings_file)
    wish, came_from = _first(
        (corpus, "flag"),
        (environment.get("RECOUPE_CORPUS"), "environment"),
        (user.corpus, "user settings"),
    )
    path = Path(os.path.abspath(Path(wish).expanduser())) if wish else sample_corpus()  # noqa: PTH100 - keeps links
    if not _is_text(str(path)):
        raise CorpusError(
            "The path of the corpus is no text in UTF-8: {path}.",
            advice="Rename the folder, or make a link to it with a name in UTF-8.",
            path=path,
        )
    if not path.exists():
        raise CorpusError(
            "There is no corpus at {path}.",
            advice="Name a folder or a file that exists.",
            path=path,
        )
    corpus_file = path / SETTINGS_NAME if path.is_dir() else path.with_name(SETTINGS_NAME)
    settings = corpus_settings(corpus_file)
    root, root_from = _first(
        (index, "flag"),
        (environment.get("RECOUPE_INDEX"), "environment"),
        (user.index, "user settings"),
    )
    index_root = Path(root).expanduser() if root else folders.user_cache_path
    spoken, _ = _first(
        (language, "flag"),
        (environment.get("RECOUPE_LANG"), "environment"),
        (settings.lang, "corpus settings"),
        (user.lang, "user settings"),
    )
    return Places(
        corpus=path,
        corpus_from=came_from or "sample",
        index=index_root.absolute() / corpus_key(path),
        index_from=root_from or "cache",
        language=spoken if spoken in LANGUAGES else preferred_language(environment),
        settings_file=settings_file,
        corpus_settings_file=corpus_file,
        log=folders.user_log_path / "recoupe.log",
        state=folders.user_state_path,
        settings=settings,
        user=user,
        cache=folders.user_cache_path,
    )


def _is_text(path: str) -> bool:
    try:
        path.encode()
    except UnicodeEncodeError:
        return False
    return True


def corpus_key(corpus: Path) -> str:
    """A readable name for the index of a corpus, distinct for each absolute path."""
    readable = "".join(c if c.isalnum() else "-" for c in fold(corpus.name))[:40].strip("-")
    digest = hashlib.sha256(str(corpus).encode("utf-8", "surrogateescape")).hexdigest()[:10]
    return f"{readable or 'corpus'}-{digest}"


def _first(*wishes: tuple[str | None, str]) -> tuple[str | None, str | None]:
    return next(((wish, origin) for wish, origin in wishes if wish), (None, None))
