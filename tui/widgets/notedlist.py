"""The entries of the notebook: the words of each source, their proofs, the note, in the reader's own order."""

from __future__ import annotations

import re
from collections.abc import Sequence

from textual.content import Content

from index.interface.fact_labels import told_label
from index.interface.proof_words import place_words
from index.interface.texts import Texts
from index.model.article import Basis
from index.model.claims import Part
from index.model.notes import Noted, NotedProof
from index.model.text import Span
from tui.keytable import bound
from tui.rendering import Mark, joined, mark_spans, truncated, wrapped
from tui.widgets.items import Item, Items

_LINES = 4
"""How many lines of an entry's words are shown."""
_BETWEEN_VALUES = re.compile(r" · | \(|\)")
"""« deux morts · trois morts (la préfecture) »."""
_SIGNS = {"kept": "✓", "to-read": "○", "read": "●", "dropped": "✗"}


class NotedList(Items):
    BINDINGS = [bound("notebook.read", "choose", "Read", tooltip="Open the article at these words")]

    def __init__(self, t: Texts) -> None:
        super().__init__(id="noted")
        self._t = t
        self.noted: tuple[Noted, ...] | None = None

    def show(self, noted: Sequence[Noted]) -> None:
        cursor = self.cursor
        self.noted = tuple(noted)
        self.redraw()
        self.move_to(cursor if any(one.id == cursor for one in noted) else self.first_key())

    @property
    def current(self) -> Noted | None:
        return next((one for one in self.noted or () if one.id == self.cursor), None)

    def draw_items(self, width: int) -> list[Item]:
        if self.noted is None:
            return []
        if not self.noted:
            t = self._t
            told = (
                t("While reading, v selects a passage, space keeps it and w writes a note on it."),
                t("In a comparison and a concordance, space keeps what is under the cursor."),
                t("K keeps a whole article. E then makes a dossier of it all."),
            )
            lines = [
                joined(""),
                joined("  ", (t("Nothing is in the notebook yet."), "mark--strong")),
            ]
            for words in told:
                lines += [
                    joined("  ", line) for line in wrapped(words, width - 4, style="mark--muted")
                ]
            return [Item(tuple(lines))]
        return [Item(tuple(self._lines_of(one, width - 3)), key=one.id) for one in self.noted]

    def _lines_of(self, one: Noted, width: int) -> list[Content]:
        """Head, the words of each source with their proof, the note."""
        t = self._t
        head: list[tuple[str, str]] = [(f"{_SIGNS[one.state]} ", "mark--kept")]
        if one.label and one.kind != "line":
            head.append((f"{told_label(t, one.label)}  ", "mark--strong"))
        known = [t(one.kind), t(one.verdict) if one.verdict else "", self._since(one)]
        head.append((" · ".join(part for part in known if part), "mark--muted"))
        head += [(f" #{tag}", "mark--key") for tag in one.tags]
        lines = [truncated(joined("  ", *head), width)]
        for proof in one.proofs:
            lines += self._proof(proof, width, several=len(one.proofs) > 1)
        if one.note:
            lines += [
                joined("    ", line)
                for line in wrapped(f"✎ {one.note}", max(20, width - 4), style="mark--warm")
            ]
        return [*lines, joined("")]

    def _since(self, one: Noted) -> str:
        """What has changed about an entry since it was kept."""
        if any(proof.kept_span is not None and proof.span is None for proof in one.proofs):
            return self._t("These words are no longer in the article.")
        return self._t("The file has changed since.") if one.changed else ""

    def _proof(self, proof: NotedProof, width: int, *, several: bool) -> list[Content]:
        t = self._t
        text, marks = " ".join(proof.text.split()), self._here(proof)
        if several and proof.gives:
            there = given_in(text, proof.gives)
            marks = mark_spans(there or [Span(0, len(proof.gives))], "mark--warm")
            text = text if there else f"{proof.gives} — {text}"
        words = wrapped(text, max(20, width - 4), marks)
        most = _LINES // 2 if several else _LINES
        lines = [joined("    ", line) for line in words[:most]]
        if len(words) > most:
            lines[-1] = truncated(joined(lines[-1], " …"), width)
        date = t.date(proof.published)
        if proof.published.basis is Basis.INFERRED:
            date += f" ({t('inferred')})"
        # Of a file with many articles the id has the name of the file before the number.
        place = proof.article if "#" in proof.article else proof.file
        if proof.kept_span is not None:
            start, end = proof.kept_span
            place += ", " + place_words(t, start, end, in_lead=proof.part != Part.TEXT.value)
        source = joined((f"{proof.source or t('source not stated')} · {date}", "mark--muted"))
        proven = f"{place} · SHA-256 {proof.sha256[:12]}…"
        both = joined("    ", source, " · ", (proven, "mark--faint"))
        if both.cell_length <= width:
            return [*lines, both]
        where = wrapped(proven, max(20, width - 4), style="mark--faint")
        told = [truncated(joined("    ", source), width)]
        return [*lines, *told, *(joined("    ", line) for line in where)]

    def _here(self, proof: NotedProof) -> list[Mark]:
        """The searched form within its line."""
        text = " ".join(proof.text.split())
        at = text.find(proof.gives, max(0, len(text) // 2 - len(proof.gives) - 60))
        if not proof.gives or at < 0:
            return []
        return mark_spans([Span(at, at + len(proof.gives))], "mark--match")


def given_in(text: str, gives: str) -> list[Span]:
    """The places of all values and speakers in the words that give them; none where one is missing.

    What stands there already is not told twice.
    """
    found = []
    for part in filter(None, _BETWEEN_VALUES.split(gives)):
        at = text.find(part)
        if at < 0:
            return []
        found.append(Span(at, at + len(part)))
    return sorted(set(found))
