"""The progress of a build: a bar on a terminal, lines for a program."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING, Any, Protocol, Self

import click

from index.model.building import Progressed, Published, Skipped, Started
from index.text.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import TracebackType

    from click._termui_impl import ProgressBar

    from index.interface.texts import Texts
    from index.model.building import BuildEvent


_STEPS = 1000
"""The steps of the bar: shares of the files' bytes."""


def how_names_were_found(
    texts: Texts, model: str, read_without: int, *, lost: str = ""
) -> Iterator[str]:
    """The extractors that found the names, and the articles that the statistical model did not
    read.
    """
    if model:
        yield texts("Names were found by lists, rules and the model {model}.", model=model)
    if read_without:
        yield texts.count(
            "{n} article was read without that model, which is not installed here.",
            "{n} articles were read without that model, which is not installed here.",
            read_without,
        )
    if lost:
        yield texts(
            "Names were found by lists and rules only: the model {model}, used before, is not installed here.",
            model=lost,
        )


class Audience(Protocol):
    """Where a build's progress is reported: a call of the command line."""

    @property
    def texts(self) -> Texts: ...

    @property
    def quiet(self) -> bool: ...

    def narrate(self, text: str) -> None: ...

    def print_document(self, document: dict[str, Any]) -> None: ...


class Narrator:
    """Writes the reports of a build to standard error; with `lines`, as JSON to standard output."""

    def __init__(self, call: Audience, *, lines: bool = False) -> None:
        self._call = call
        self._lines = lines
        self._bar: ProgressBar[Progressed] | None = None
        self._started = time.monotonic()
        self._skipped: list[Skipped] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._end_bar()

    def report(self, event: BuildEvent) -> None:
        if self._lines:
            from index.export.build_documents import build_line

            self._call.print_document(build_line(event))
            return
        texts = self._call.texts
        match event:
            case Started():
                self._start_bar()
            case Progressed():
                if self._bar is not None:
                    self._show(self._bar, event)
            case Skipped():
                self._skipped.append(event)
            case Published(articles=articles, seconds=seconds):
                self._end_bar()
                for skipped in self._skipped:
                    self._call.narrate(
                        texts(
                            "Not read: {path}: {reason}",
                            path=visible(skipped.path),
                            reason=texts(skipped.reason),
                        )
                    )
                self._call.narrate(
                    texts.count(
                        "{n} article indexed in {seconds} s.",
                        "{n} articles indexed in {seconds} s.",
                        articles,
                        seconds=texts.number(round(seconds, 2)),
                    )
                )
                for sentence in how_names_were_found(
                    texts, event.model, event.read_without, lost=event.lost_model
                ):
                    self._call.narrate(sentence)

    def _start_bar(self) -> None:
        if self._call.quiet or not sys.stderr.isatty():
            return
        self._bar = click.progressbar(
            length=_STEPS,
            label=self._call.texts("Indexing"),
            show_percent=True,
            show_eta=True,
            item_show_func=self._told,
            file=sys.stderr,
        )
        self._bar.__enter__()

    def _show(self, bar: ProgressBar[Progressed], event: Progressed) -> None:
        """Draws the bar, also when only articles of one large file came."""
        bar.update(round(event.share * _STEPS) - bar.pos, event)
        bar.current_item = event
        bar.render_progress()

    def _told(self, event: Progressed | None) -> str:
        """The files and articles so far, and articles a second."""
        if event is None:
            return ""
        texts = self._call.texts
        seconds = max(time.monotonic() - self._started, 1e-3)
        files = (
            [f"{texts.number(event.done)}/{texts.number(event.files)}"] if event.files > 1 else []
        )
        facts = [
            *files,
            texts.count("{n} article", "{n} articles", event.articles),
            texts("{rate} articles/s", rate=texts.number(round(event.articles / seconds))),
        ]
        return " · ".join(facts)

    def _end_bar(self) -> None:
        if self._bar is not None:
            self._bar.__exit__(None, None, None)
            self._bar = None
