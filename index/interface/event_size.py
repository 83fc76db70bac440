"""The size of an event in words: accounts, and articles that only speak of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.model.events import LinkKind

if TYPE_CHECKING:
    from index.interface.texts import Texts
    from index.model.article import Article
    from index.model.events import Event, EventArticle


def event_size(event: Event, texts: Texts, *, origins: int | None = None) -> str:
    """« 3 comptes rendus, 2 origines + 1 en contexte »; `origins` is told where copies are among them."""
    behind = sum(one.link is LinkKind.BACKGROUND for one in event.articles)
    accounts = len(event.articles) - behind
    told = texts.count("{n} account", "{n} accounts", accounts)
    if origins is not None and origins < accounts:
        told += f", {texts.count('{n} origin', '{n} origins', origins)}"
    if behind:
        told += f" + {texts.count('{n} in background', '{n} in background', behind)}"
    return told


def link_words(member: EventArticle, event: Event, taken_from: Article | None, texts: Texts) -> str:
    """How an article belongs to its event: « reprise : Le Phare » where the account that it copies is known."""
    if member.of is None and any(one.of == member.article for one in event.articles):
        return texts("reprinted by others")
    if taken_from is not None and taken_from.source:
        return texts("reprint of {source}", source=taken_from.source)
    return texts(member.link.value)
