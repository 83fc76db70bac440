"""The form of a name in a text: the spelling that is counted, alone and with the letters stuck to
it.
"""

from __future__ import annotations

from collections.abc import Iterator

from index.model.article import Article, Mention


def surface(text: str, start: int, end: int) -> str:
    """A form as it is counted: each white space is one plain space."""
    written = text[start:end]
    # Half of all names are one word.
    return written if written.isalnum() else " ".join(written.split())


def glued_word(text: str, mention: Mention) -> str:
    """A name with the letters stuck to it, up to the end of the word."""
    end = mention.end
    while end < len(text) and text[end].isalnum():
        end += 1
    return surface(text, mention.start, end)


def named_forms(article: Article) -> Iterator[tuple[Mention, str]]:
    """The mentions of the text and those of the summary, each with its form."""
    found = article.annotations
    for text, mentions in (
        (article.text, found.mentions),
        (article.description or "", found.lead_mentions),
    ):
        for mention in mentions:
            yield mention, surface(text, mention.start, mention.end)
