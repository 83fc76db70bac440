"""How large an event is, in words: what only speaks of it is no account."""

from __future__ import annotations

import pytest

from index.interface.event_size import event_size
from index.interface.texts import texts_for
from index.model.article import ArticleId
from index.model.events import Event, EventArticle, LinkKind

SAME, COPY, BEHIND = LinkKind.SAME_EVENT, LinkKind.REPUBLICATION, LinkKind.BACKGROUND


@pytest.mark.parametrize(
    ("links", "origins", "french", "english"),
    [
        ((SAME, SAME), None, "2 comptes rendus", "2 accounts"),
        ((SAME, SAME, BEHIND), 2, "2 comptes rendus + 1 en contexte", "2 accounts + 1 in background"),
        ((SAME, COPY, BEHIND, BEHIND), 1, "2 comptes rendus, 1 origine + 2 en contexte",
         "2 accounts, 1 origin + 2 in background"),
    ],
)  # fmt: skip
def test_background_is_no_account(
    links: tuple[LinkKind, ...], origins: int | None, french: str, english: str
) -> None:
    members = tuple(EventArticle(ArticleId(str(n)), link, ()) for n, link in enumerate(links))
    event = Event("0", "Le quai", "2023-01-16", "2023-01-17", members)
    for language, told in (("fr", french), ("en", english)):
        found = event_size(event, texts_for(language), origins=origins)
        assert found.replace("\u00a0", " ").replace("\u202f", " ") == told
