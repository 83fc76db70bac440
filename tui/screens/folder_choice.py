"""The choice of a folder or a file as corpus: its path with completion, and a tree of folders."""

from __future__ import annotations

import os
from pathlib import Path

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Input
from textual.widgets.input import Selection

from index.errors import RecoupeError
from index.interface.texts import Texts
from index.text.folding import fold
from tui.desk.folders import Found, listed
from tui.keytable import bound
from tui.rendering import joined, truncated
from tui.screens.box import Box
from tui.session import Session
from tui.widgets.items import Item, Items
from tui.widgets.line import Line

_UP = ".."
"""The key of the folder above."""


class FolderTree(Items):
    """The entries of a folder; those of unfolded folders stand under them."""

    class AboveWanted(Message):
        """The reader goes to the folder above."""

    BINDINGS = [
        bound("folder.unfold", "unfold", "Unfold", tooltip="Show what is in this folder"),
        bound("folder.fold", "fold", "Fold", show=False, tooltip="Fold it again, or go up"),
        bound("folder.choose", "choose", "Open", tooltip="Open this as a corpus"),
    ]

    def __init__(self, t: Texts) -> None:
        super().__init__(id="tree")
        self._t = t
        self.root = Path()
        self.sought = ""
        self.word = ""
        self.known: dict[Path, tuple[Found, ...]] = {}
        self.open: set[Path] = set()

    def show(self, root: Path, sought: str) -> None:
        self.root, self.sought, self.word = root, fold(sought), ""
        self.redraw()
        here = str(root)
        self.move_to(here if self.line_of(here) is not None else self.first_key(), silent=True)

    def say(self, sentence: str) -> None:
        self.word = sentence
        self.redraw()

    def matching(self) -> list[Found]:
        """The entries of the root whose names begin with what was typed, or else contain it."""
        entries = self.known.get(self.root, ())
        begins = [one for one in entries if fold(one.name).startswith(self.sought)]
        return begins or [one for one in entries if self.sought in fold(one.name)]

    def draw_items(self, width: int) -> list[Item]:
        if self.word:
            return [Item((joined("  ", (self.word, "mark--error")),))]
        items = list(self._items_of(self.matching(), 0, width))
        if not items and self.sought:
            items = [Item((joined("  ", (self._t("Nothing is called so here."), "mark--muted")),))]
        return [*self._root(width), *items]

    def _root(self, width: int) -> list[Item]:
        """Shows the folder with its entries, unless a name is being typed."""
        if self.sought or self.root not in self.known:
            return []
        t, entries = self._t, self.known[self.root]
        files = sum(not one.folder for one in entries)
        told = [t.count("{n} file", "{n} files", files)]
        if len(entries) > files:
            told.append(t.count("{n} folder", "{n} folders", len(entries) - files))
        words = joined(
            " ", ("● ", "mark--key"), (t("this folder"), "mark--strong"),
            (f"  {' · '.join(told)}", "mark--muted"),
        )  # fmt: skip
        here = Item((truncated(words, width),), key=str(self.root))
        if self.root.parent == self.root:
            return [here]
        above = joined(" ", ("‹ ", "mark--key"), (t("the folder above"), "mark--muted"))
        return [Item((above,), key=_UP), here]

    def _items_of(self, entries: list[Found], depth: int, width: int) -> list[Item]:
        items = []
        for one in entries:
            unfolded = one.path in self.open
            sign = ("▾ " if unfolded else "▸ ") if one.folder else "  "
            style = "mark--strong" if one.folder else "mark--muted"
            name: Content = joined("  " * depth, " ", (sign, "mark--key"), (one.name, style))
            items.append(Item((truncated(name, width),), key=str(one.path)))
            if unfolded:
                items += self._items_of(list(self.known.get(one.path, ())), depth + 1, width)
        return items

    @property
    def current(self) -> Path | None:
        return Path(self.cursor) if self.cursor not in ("", _UP) else None

    def action_choose(self) -> None:
        if self.cursor == _UP:
            self.post_message(self.AboveWanted())
        else:
            super().action_choose()

    def clicked(self, item: Item, event: events.Click) -> None:
        """A click on the sign of a folder unfolds or folds it; other clicks are those of every list."""
        if item.key == _UP:
            self.post_message(self.AboveWanted())
            return
        path, place = Path(item.key), event.get_content_offset(self)
        depth = len(path.relative_to(self.root).parts) - 1
        if place is None or path == self.root or place.x > 2 * depth + 2:
            super().clicked(item, event)
            return
        self.move_to(item.key)
        if path in self.open:
            self.action_fold()
        else:
            self.run_worker(self.action_unfold(), exclusive=True)

    async def action_unfold(self) -> None:
        path = self.current
        if path is None:
            return
        try:
            self.known[path] = await listed(path)
        except RecoupeError:
            self.app.bell()  # a file, or a folder that may not be listed
            return
        self.open.add(path)
        self.redraw()

    def action_fold(self) -> None:
        path = self.current
        if path is not None and path not in self.open:
            path = path.parent
        if path in self.open:
            self.open.discard(path)
            self.redraw()
            self.move_to(str(path))
        else:
            self.post_message(self.AboveWanted())


class PathLine(Line):
    BINDINGS = [
        bound("folder.choose", "submit", "Open", tooltip="Open this as a corpus"),
        bound("folder.down", "screen.to_tree", "To the tree"),
    ]


class FolderScreen(Box[Path | None]):
    """Its result is the path that was chosen."""

    BINDINGS = [
        bound("folder.complete", "complete", "Complete", priority=True),
        bound("folder.back", "dismiss", "Back"),
    ]

    def __init__(self, session: Session, start: Path) -> None:
        super().__init__(session)
        self._start = start

    def body(self) -> ComposeResult:
        t = self.t
        with Vertical(id="folder") as frame:
            frame.border_title = joined(f" {t('Open a folder or a file as corpus')} ")
            value = f"{self._start}{os.sep}" if self._start != Path("/") else "/"
            yield PathLine(value=value, compact=True, id="path")
            yield FolderTree(t)

    @property
    def _tree(self) -> FolderTree:
        return self.query_one("#tree", FolderTree)

    @property
    def _input(self) -> Input:
        return self.query_one("#path", Input)

    def on_mount(self) -> None:
        self._input.focus()
        self._input.select_on_focus = False
        self._input.cursor_position = len(self._input.value)
        self._input.selection = Selection.cursor(len(self._input.value))

    @on(Input.Changed, "#path")
    def _typed(self, event: Input.Changed) -> None:
        self.run_worker(self._look(event.value), group="look", exclusive=True)

    async def _look(self, typed: str) -> None:
        folder, sought = _parted(typed)
        tree = self._tree
        if folder not in tree.known:
            try:
                tree.known[folder] = await listed(folder)
            except RecoupeError as error:
                tree.say(self.session.told(error))
                return
        if typed == self._input.value:
            tree.show(folder, sought)

    def action_complete(self) -> None:
        """Completes to what all candidates begin with; a folder that is the only candidate gets its separator."""
        tree = self._tree
        if tree.has_focus:
            self._input.focus()
            return
        found = tree.matching() if self._input.value.strip() else []
        if not found:
            self.app.bell()
            return
        folder, sought = _parted(self._input.value)
        common = _shared_start([one.name for one in found])
        if len(found) == 1:
            common = found[0].name + (os.sep if found[0].folder else "")
        elif len(common) <= len(sought):
            self.app.bell()
            return
        self._input.value = str(folder / common) + (os.sep if common.endswith(os.sep) else "")
        self._input.cursor_position = len(self._input.value)

    def action_to_tree(self) -> None:
        self._tree.focus()

    @on(FolderTree.AboveWanted)
    def _above(self) -> None:
        above = self._tree.root.parent
        self._input.value = str(above) if above == Path("/") else f"{above}{os.sep}"
        self._input.cursor_position = len(self._input.value)

    @on(Input.Submitted, "#path")
    def _submitted(self, event: Input.Submitted) -> None:
        if event.value.strip():
            self.dismiss(Path(_meant(event.value)).expanduser())

    @on(Items.Chosen, "#tree")
    def _chosen(self, event: Items.Chosen) -> None:
        self.dismiss(Path(event.key))


def _meant(typed: str) -> str:
    """A path pasted behind the one that stood there is the one that is meant: « /home/moi//tmp/revue »."""
    typed = typed.strip()
    at = max(typed.rfind("//"), typed.rfind("/~"))
    return typed[at + 1 :] if at >= 0 else typed


def _parted(typed: str) -> tuple[Path, str]:
    """The folder typed so far, and the beginning of a name in it."""
    folder, separator, name = _meant(typed).rpartition(os.sep)
    if not separator:
        return Path.cwd(), name
    return Path(f"{folder}{separator}").expanduser(), name


def _shared_start(names: list[str]) -> str:
    """The longest beginning that all names share."""
    least, most = min(names), max(names)
    end = next((at for at, c in enumerate(least) if most[at : at + 1] != c), len(least))
    return least[:end]
