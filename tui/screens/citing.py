"""Screens that copy what the reader looks at, with its source, to be cited elsewhere."""

from __future__ import annotations

from index.interface.saying import quoted
from index.interface.texts import Texts
from index.model.article import DateValue
from tui.keytable import bound
from tui.nothing import say_nothing
from tui.screens.outside import OutsideScreen


class CitingScreen(OutsideScreen):
    """A screen that copies citations; subclasses say in `citation_here` what is copied."""

    BINDINGS = [
        bound("cite", "copy", "Copy", show=False,
                tooltip="Copy the reference of this article, or this passage with its source"),
    ]  # fmt: skip

    def citation_here(self) -> str:
        """The citation as it is pasted; empty where there is nothing to cite."""
        raise NotImplementedError

    def action_copy(self) -> None:
        citation = self.citation_here()
        if citation:
            self.app.copy_to_clipboard(citation)
            self.tell(self.t("Copied: {citation}", citation=citation))
        else:
            say_nothing(self, "Nothing to copy here.")


def citation(
    t: Texts, what: str, *, source: str | None, published: DateValue, file: str = ""
) -> str:
    """« Le titre », La Gazette, 17 janv. 2023 (dossier/fichier.txt)."""
    said = ", ".join((quoted(t, what), source or t("source not stated"), t.date(published)))
    return f"{said} ({file})" if file else said
