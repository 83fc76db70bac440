"""The first line: which corpus this is, what it holds, and how many articles are retained."""

from __future__ import annotations

from textual.app import RenderResult
from textual.widget import Widget

from tui.rendering import joined, spread
from tui.session import Session

ROOMY = 100
"""Columns from which a sign in the first line has its word beside it."""


class Headline(Widget):
    COMPONENT_CLASSES = {"headline--name", "headline--corpus", "headline--facts", "headline--kept"}
    DEFAULT_CSS = """
    Headline { dock: top; height: 1; background: $panel; padding: 0 1; }
    Headline > .headline--name { color: $primary; text-style: bold; }
    Headline > .headline--corpus { text-style: bold; }
    Headline > .headline--facts { color: $muted; }
    Headline > .headline--kept { color: $strength-same; text-style: bold; }
    """

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session

    def render(self) -> RenderResult:
        t, overview = self._session.t, self._session.overview
        left = joined(("Recoupe", "headline--name"))
        if overview:
            facts = [t.count("{n} article", "{n} articles", overview.articles)]
            if overview.sources:
                facts.append(t.count("{n} source", "{n} sources", overview.sources))
            if overview.first_year and overview.last_year:
                first, last = overview.first_year, overview.last_year
                facts.append(str(first) if first == last else f"{first}–{last}")
            if overview.unread:
                facts.append(t.count("{n} file not read", "{n} files not read", overview.unread))
            left = joined(
                left,
                "  ",
                (overview.corpus, "headline--corpus"),
                (" · " + " · ".join(facts), "headline--facts"),
            )
        kept = len(self._session.kept.articles)
        follows = self._session.desk.builder.follows
        followed = t("follows the folder") if follows and self.size.width >= ROOMY else ""
        right = joined(
            (f"↻ {followed}".rstrip() if follows else "", "headline--facts"),
            "  " if follows and kept else "",
            (t.count("✓ {n} retained", "✓ {n} retained", kept) if kept else "", "headline--kept"),
        )
        return spread(left, right, self.size.width)
