"""The outcome of a file of the corpus, in words: its articles, its losses and their reasons."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from index.interface.texts import Texts
from index.model.article import Article
from index.model.file_outcomes import FileAccount

_NAMED = 5
"""The most titles named for one reason of loss."""
_LONGEST = 70


def account_head(t: Texts, file: FileAccount) -> str:
    """« 12 articles, 1 sans texte, 2 refusés »."""
    told = [t.count("{n} article", "{n} articles", file.articles)]
    if missing := sum(note.number for note in file.without_text):
        told.append(t.count("{n} without text", "{n} without text", missing))
    if refused := sum(note.number for note in file.refused):
        told.append(t.count("{n} refused", "{n} refused", refused))
    return ", ".join(told)


def kept_whole(t: Texts, article: Article) -> str:
    """How many paragraphs stand away from the main block and stayed; empty if none does."""
    if not article.kept_whole:
        return ""
    return t.count(
        "page kept whole: {n} paragraph stands away from its text",
        "page kept whole: {n} paragraphs stand away from its text",
        article.kept_whole,
    )


def with_signs(t: Texts, reason: str, signs: tuple[str, ...]) -> str:
    """The reason why a line is outside, and what spoke most for it where it was weighed."""
    if not signs:
        return t(reason)
    return t("{reason} ({signs})", reason=t(reason), signs=", ".join(t(one) for one in signs))


def account_reasons(t: Texts, file: FileAccount) -> Iterator[tuple[str, str]]:
    """Each reason with its titles or places, of which the first few are named."""
    for notes in (file.without_text, file.refused, file.remarks):
        for reason in dict.fromkeys(note.reason for note in notes):
            about = [note.what for note in notes if note.reason == reason and note.what]
            named = " · ".join(
                textwrap.shorten(what, _LONGEST, placeholder="…") for what in about[:_NAMED]
            )
            number = sum(note.number for note in notes if note.reason == reason)
            if number > max(1, len(about)):
                named = f"{named} × {number}" if named else f"{number}"
            yield t(reason), named + (" …" if len(about) > _NAMED else "")
    if file.reason is not None and file.articles:
        yield t(file.reason), ""
