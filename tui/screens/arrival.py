"""The opening screen without a corpus, and the way to another one: recent corpora, a folder, the sample, the tour."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from rich.cells import cell_len
from textual import on
from textual.app import ComposeResult
from textual.content import Content

from index.errors import RecoupeError
from index.interface.texts import Texts
from tui.corpora import Corpora, Recent
from tui.desk.folders import corpus_at, existing
from tui.keytable import bound
from tui.rendering import joined, truncated, wrapped
from tui.screens.base import RoomScreen
from tui.widgets.items import Item, Items

_FOLDER, _SAMPLE, _TOUR = "folder", "sample", "tour"
_AT = "at:"
_WIDEST = 104


class Choices(Items):
    """The list of what can be opened."""

    BINDINGS = [bound("arrival.choose", "choose", "Open", tooltip="Open this")]

    def __init__(self, t: Texts, corpora: Corpora) -> None:
        super().__init__(id="arrival")
        self._t = t
        self._corpora = corpora
        self._recent: Sequence[Recent] = corpora.recent()
        self._there: frozenset[str] | None = None

    @property
    def paths(self) -> tuple[str, ...]:
        return tuple(one.path for one in self._recent)

    def know(self, there: frozenset[str]) -> None:
        """Learns which of the recent corpora are still where they were."""
        self._there = there
        self.redraw()

    def begin(self) -> str:
        """Puts the cursor on the corpus that was open last."""
        others = [path for path in self.paths if path != str(self._corpora.here)]
        return f"{_AT}{others[0]}" if others else _FOLDER

    def draw_items(self, width: int) -> list[Item]:
        t = self._t
        room = min(_WIDEST, width - 2)
        about = t(
            "A reading room for press articles: search them, hold what the sources say against each other, keep what counts with its proof."
        )
        lines = [joined(""), joined("  ", ("R e c o u p e", "mark--key"))]
        lines += [joined("  ", line) for line in wrapped(about, room - 4, style="mark--muted")]
        items = [Item((*lines, joined("")))]
        items.append(
            self._offer(
                _FOLDER,
                t("Open a folder…"),
                t("or a file: articles as you have them, in some forty formats"),
                room,
            )
        )
        if self._recent:
            items.append(Item((joined(""), joined("  ", (t("Recent corpora"), "mark--title")))))
            items += [self._corpus(one, room) for one in self._recent]
        items.append(Item((joined(""), joined("  ", (t("To try it"), "mark--title")))))
        sample = t("invented articles: nothing in them happened")
        items.append(self._offer(_SAMPLE, t("Sample corpus"), sample, room))
        tour = t("six steps on the sample, two minutes")
        items.append(self._offer(_TOUR, t("Guided tour"), tour, room))
        return items  # fmt: skip

    def _offer(self, key: str, name: str, words: str, width: int) -> Item:
        head = joined("   ▸ ", (name, "mark--strong"))
        if head.cell_length + cell_len(words) + 2 <= width:
            return Item((joined(head, (f"  {words}", "mark--muted")),), key=key)
        below = wrapped(words, max(10, width - 5), style="mark--muted")
        return Item((head, *(joined("     ", line) for line in below)), key=key)

    def _corpus(self, one: Recent, width: int) -> Item:
        t = self._t
        gone = self._there is not None and one.path not in self._there
        counts = [t.count("{n} article", "{n} articles", one.articles)]
        if one.sources:
            counts.append(t.count("{n} source", "{n} sources", one.sources))
        if one.first and one.last:
            years = str(one.first) if one.first == one.last else f"{one.first}–{one.last}"
            counts.append(years)
        here = f"  {t('open now')}" if one.path == str(self._corpora.here) else ""
        head: list[Content | tuple[str, str] | str] = ["   ▸ ", (one.name, "mark--strong")]
        head += [(f"  {' · '.join(counts)}  ", "mark--muted"), (one.line(), "mark--warm")]
        place = f"{t('is no longer there')} · {one.path}" if gone else one.path
        where = joined(
            "     ", (place, "mark--error" if gone else "mark--faint"), (here, "mark--kept")
        )
        return Item(
            (truncated(joined(*head), width), truncated(where, width)), key=f"{_AT}{one.path}"
        )


class ArrivalScreen(RoomScreen):
    TABBED = False
    BINDINGS = [
        bound("arrival.folder", "folder", "Open a folder", tooltip="Choose a folder or a file as corpus"),
    ]  # fmt: skip

    def body(self) -> ComposeResult:
        assert self.session.corpora is not None
        yield Choices(self.t, self.session.corpora)

    @property
    def _choices(self) -> Choices:
        return self.query_one("#arrival", Choices)

    @property
    def _corpora(self) -> Corpora:
        assert self.session.corpora is not None
        return self.session.corpora

    def on_mount(self) -> None:
        self._choices.border_title = joined(f" {self.t('Corpora')} ")
        self._choices.focus()
        self.call_after_refresh(self._choices.move_to, self._choices.begin(), silent=True)
        self.work("there", self._look)

    async def _look(self) -> None:
        self._choices.know(await existing(self._choices.paths))

    @on(Items.Chosen, "#arrival")
    def _chosen(self, event: Items.Chosen) -> None:
        if event.key == _FOLDER:
            self.action_folder()
        elif event.key in (_SAMPLE, _TOUR):
            self._corpora.touring = event.key == _TOUR
            self.work("open", self._open, self._corpora.sample)
        else:
            self.work("open", self._open, Path(event.key.removeprefix(_AT)))

    def action_folder(self) -> None:
        here = self._corpora.here
        start = Path.home() if here == self._corpora.sample else here.parent
        self.app.push_screen(self.session.doors.folder(start), self._folder_chosen)

    def _folder_chosen(self, path: Path | None) -> None:
        if path is not None:
            self.work("open", self._open, path)

    async def _open(self, path: Path) -> None:
        """Opens the corpus: in this room when it is its own, in another room otherwise."""
        try:
            corpus = await corpus_at(path)
        except RecoupeError as error:
            self.tell_error(error)
            return
        corpora = self._corpora
        if corpus != corpora.here:
            corpora.chosen = corpus
            self.app.exit(0)
        elif len(self.app.screen_stack) <= 2:
            self.app.switch_screen(self.session.doors.opening())
        else:
            while len(self.app.screen_stack) > 2:
                self.app.pop_screen()
            if corpora.touring:
                self.app.push_screen(self.session.doors.tour())
