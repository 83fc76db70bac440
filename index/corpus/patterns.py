"""Patterns from a settings file, matched under a time limit, since a corpus may come from a
stranger.

Python's `re`, also with a glob of `pathspec`, tries all ways through a text, and there can be far
too many of them. The package `regex` reads the same syntax and stops after a limit of processor
time.
"""

from __future__ import annotations

import re
import time
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import regex

from index.errors import SettingsError

if TYPE_CHECKING:
    from collections.abc import Iterable

_LONGEST = 0.5
"""The most seconds of processor time for one match."""
_LARGEST_SUM = 5.0
_LARGEST_MEAN = 0.002
"""A pattern that takes these seconds in all, and on average these seconds a match, is refused too."""
_LARGEST_TOGETHER = 20.0
_LARGEST_MEAN_TOGETHER = 0.005
"""So are all patterns of a process that take these seconds together, and on average these a text."""
_DIRECTORY = "ps_d"
"""The group by which `pathspec` marks a match of a folder on the way, not of the path itself."""


class SlowPatternError(SettingsError):
    """A pattern takes too long, or all of them do."""


class _Together:
    """Sums the processor time of all patterns, since a file of settings can bring very many."""

    def __init__(self) -> None:
        self._forget()

    def _forget(self) -> None:
        self._spent = 0.0
        self._texts = 0
        self._last: str | None = None

    def add(self, seconds: float, text: str | None = None) -> None:
        """Counts a pattern that was made, or matched with a text. Raises SlowPatternError."""
        # All patterns are matched with one text before the next.
        if text is not None and text != self._last:
            self._last = text
            self._texts += 1
        self._spent += seconds
        if self._spent > max(_LARGEST_TOGETHER, _LARGEST_MEAN_TOGETHER * self._texts):
            self._forget()  # else a process that lives on would refuse the mended settings too
            raise SlowPatternError(
                "The patterns of the settings take too long together.",
                advice="Take some of them out, or write one for many of them.",
            )


_TOGETHER = _Together()


class Pattern:
    """A regular expression, for whole lines or for the beginning of paths.

    Raises SettingsError if it is not valid, and later if it takes too long.
    """

    def __init__(self, source: str, *, told: str) -> None:
        self._told = told
        self._spent = 0.0
        self._matches = 0
        started = time.process_time()
        try:
            self._compiled = regex.compile(source)
        except (regex.error, OverflowError, RecursionError) as error:
            raise SettingsError(
                "The pattern {pattern} cannot be understood.", pattern=told
            ) from error
        _TOGETHER.add(time.process_time() - started)

    def fullmatch(self, text: str) -> bool:
        return self._limited(self._compiled.fullmatch, text) is not None

    def match(self, text: str) -> Any:
        """The match at the beginning of the text, or None."""
        return self._limited(self._compiled.match, text)

    def _limited(self, match: Any, text: str) -> Any:
        started = time.process_time()
        try:
            found = match(text, timeout=_LONGEST)
        except TimeoutError as error:
            raise self._too_slow() from error
        except (MemoryError, RecursionError) as error:
            raise self._too_slow() from error
        finally:
            spent = time.process_time() - started
            self._matches += 1
            self._spent += spent
            if self._spent > max(_LARGEST_SUM, _LARGEST_MEAN * self._matches):
                raise self._too_slow()
        _TOGETHER.add(spent, text)
        return found

    def _too_slow(self) -> SlowPatternError:
        return SlowPatternError(
            "The pattern {pattern} takes too long.",
            advice="Write it with fewer repetitions inside repetitions, or take it out.",
            pattern=self._told,
        )


@lru_cache(maxsize=10_000)
def pattern(source: str) -> Pattern:
    """The only pattern of a text in this process, so that its times add up."""
    return Pattern(source, told=source)


class Globs:
    """Patterns as in a `.gitignore`: the last one that matches a path decides.

    Raises SettingsError for one that is no pattern, and when one takes too long.
    """

    def __init__(self, lines: Iterable[str]) -> None:
        # Imported here: most corpora name no file to ignore.
        import pathspec

        self._patterns: list[tuple[bool, Pattern]] = []
        for line in lines:
            if not line.strip():
                continue
            started = time.process_time()
            try:
                (made,) = pathspec.GitIgnoreSpec.from_lines([line]).patterns
            except (ValueError, re.error, OverflowError, RecursionError) as error:
                raise SettingsError(
                    "The pattern {pattern} cannot be understood.", pattern=line
                ) from error
            _TOGETHER.add(time.process_time() - started)
            if made.include is not None:
                compiled: Any = made.regex
                self._patterns.append((made.include, Pattern(compiled.pattern, told=line)))

    def match_file(self, path: str) -> bool:
        """Whether the path is matched; the path of a folder has a `/` at its end."""
        named, weight = False, 0
        # From the last one back; a match of the path itself counts more than one of a folder above
        # it.
        for include, one in reversed(self._patterns):
            found = one.match(path)
            if found is None:
                continue
            own = 1 if found.groupdict().get(_DIRECTORY) else 2
            if own > weight:
                named, weight = include, own
            if own == 2:
                break
        return named
