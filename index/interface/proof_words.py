"""The place of kept or cited words, in words that let somebody else find it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from index.interface.texts import Texts


def file_words(t: Texts, file: str, article: str) -> str:
    """« cahier.csv, article cahier#2 »: a file of many articles does not say which one is meant."""
    return f"{file}, {t('article {id}', id=article)}" if "#" in article else file


def place_words(t: Texts, start: int, end: int, *, in_lead: bool = False) -> str:
    """« caractères 12–80 de l’article »: positions count from the start of the text, not of the file."""
    if in_lead:
        return t("characters {start}–{end} of the article’s lead", start=start, end=end)
    return t("characters {start}–{end} of the article", start=start, end=end)
