"""The results of one pass of a part over its articles that the next pass needs."""

from __future__ import annotations

from typing import NamedTuple

import msgspec

from index.entities.discovery import Candidate
from index.entities.found_names import Found
from index.entities.name_reading import Reading
from index.entities.offices import Office
from index.model.article import Article, Mention
from index.query.engine import ZoneWords


class SettledArticle(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """The names of an article after the second pass, and the article if noise was removed from it
    there.
    """

    mentions: tuple[Mention, ...] = ()
    article: Article | None = None
    offices: tuple[Office, ...] = ()
    failed: bool = False
    """Whether its names could not be settled because of an error of our own."""
    lead_mentions: tuple[Mention, ...] = ()
    """The names that its summary alone holds."""


class NamedText(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """The possible names of a text: all that the second pass needs of an article."""

    text: str
    starts: list[int]
    ends: list[int]
    folded: list[str]
    """The columns of its words."""
    small: list[str]
    """The `Words.small` of its words."""
    found: tuple[Found, ...]
    candidates: tuple[Candidate, ...]
    path: str
    lead: str = ""
    """The page's own summary, no part of the text: it may name in full whom the text names shortly."""


class Prepared(NamedTuple):
    """An article as its file was read, with what later passes need."""

    article: Article
    reading: Reading | None
    """The names that it may hold; None if a model reads many texts at once."""
    words: list[ZoneWords]
