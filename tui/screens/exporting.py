"""Exports what the screen shows: the reader chooses the format and the file."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import count
from pathlib import Path

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Input

from index.errors import RecoupeError
from index.export.export_format import ExportFormat
from index.export.export_registry import FORMATS
from index.export.file_writing import write_out
from index.export.gathering import Gathering
from index.export.material import Material, Subject
from index.interface.facts_in_words import shortened
from index.interface.texts import Texts
from index.library import Library
from index.text.folding import fold
from tui.desk.reader import Reader
from tui.keytable import bound
from tui.rendering import joined
from tui.screens.box import Box
from tui.session import Session
from tui.widgets.items import Item, Items
from tui.widgets.line import Line

Gather = Callable[[Gathering], Material]
"""Gathers the material for the export, in the desk's thread."""
_SAID = {
    "html": "a dossier with proofs, for the browser and for paper",
    "docx": "the same for Word and LibreOffice",
    "md": "the same as Markdown",
    "xlsx": "a workbook",
    "csv": "a table for Excel in French",
    "json": "for programs",
    "ris": "references for Zotero",
    "bibtex": "references for LaTeX",
    "csl": "references for citation processors",
    "iramuteq": "a corpus for IRaMuTeQ",
    "txm": "a corpus for TXM (a folder)",
    "tei": "a corpus in TEI",
    "gexf": "a network of names for Gephi",
    "edges-csv": "the same network as tables (a folder)",
    "kwic": "the concordance as a table",
}


class FormatList(Items):
    BINDINGS = [bound("export.choose", "choose", "Write")]

    def __init__(self, t: Texts, subject: Subject) -> None:
        super().__init__(id="formats")
        self._t = t
        self.formats = tuple(one for one in FORMATS if subject in one.takes)
        # A quick Enter means the first one, drawn or not.
        self._cursor = self.formats[0].name

    def draw_items(self, width: int) -> list[Item]:
        return [
            Item(
                (joined("  ", (one.name.ljust(11), "mark--key"), self._t(_SAID[one.name])),),
                key=one.name,
            )
            for one in self.formats
        ]


class PathLine(Line):
    BINDINGS = [bound("export.choose", "submit", "Write")]


class ExportScreen(Box[None]):
    BINDINGS = [
        bound("export.other", "other", "Path or format"),
        bound("export.back", "dismiss", "Back"),
    ]

    def __init__(self, session: Session, subject: Subject, title: str, gather: Gather) -> None:
        super().__init__(session)
        self._subject = subject
        self._title = title
        self._gather = gather

    def body(self) -> ComposeResult:
        t = self.t
        with Vertical(id="history") as frame:
            frame.border_title = joined(f" {t('Export')} ── {shortened(self._title, 40)} ")
            frame.border_subtitle = joined(f" {Path.cwd()} ")
            yield PathLine(placeholder=t("where it is written"), compact=True, id="path")
            yield FormatList(t, self._subject)

    def on_mount(self) -> None:
        self._list.focus()
        self._propose()

    @property
    def _list(self) -> FormatList:
        return self.query_one("#formats", FormatList)

    @property
    def _format(self) -> ExportFormat:
        return next(one for one in self._list.formats if one.name == self._list.cursor)

    @on(Items.Highlighted, "#formats")
    def _propose(self) -> None:
        """A free name made of the exported title, in the folder from which the room was started."""
        if not self._list.cursor:
            return
        slug = re.sub(r"[^a-z0-9]+", "-", fold(self._title)).strip("-")[:40] or "recoupe"
        ending = f".{self._format.ending}" if self._format.ending else f"-{self._format.name}"
        self.query_one("#path", Input).value = _free(slug, ending)

    def action_other(self) -> None:
        path = self.query_one("#path", Input)
        (self._list if path.has_focus else path).focus()

    @on(Items.Chosen, "#formats")
    @on(Input.Submitted, "#path")
    def _write(self) -> None:
        path = Path(self.query_one("#path", Input).value.strip()).expanduser()
        self.run_worker(self._written(self._format, path), group="export", exclusive=True)

    async def _written(self, known: ExportFormat, path: Path) -> None:
        t = self.t

        def write(library: Reader) -> str:
            if path.exists() and not path.is_dir():
                raise RecoupeError(
                    "{path} is there already.", advice="Choose another name.", path=path
                )
            assert isinstance(library, Library)
            material = self._gather(Gathering(library, t))
            write_out(known, material, path)
            return material.written_to(path.resolve())

        try:
            told = await self.session.desk.ask(write)
        except RecoupeError as error:
            self.notify(self.session.told(error), severity="error", markup=False)
            return
        self.app.notify(told, markup=False)
        self.dismiss()


def _free(name: str, ending: str) -> str:
    """The first of `name.html`, `name-2.html`, `name-3.html`… that does not exist yet."""
    names = (f"{name}{'' if at == 1 else f'-{at}'}{ending}" for at in count(1))
    return next(one for one in names if not Path(one).exists())
