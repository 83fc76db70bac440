"""The names of a page's summary that its text does not hold.

The summary (`description`) is no part of the text, but often tells alone where something happened.
It is read only where it has a capitalised word that the text lacks, which a third of them have.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from index.entities.name_reading import read, settle
from index.entities.persons import CIVILITIES
from index.model.article import GLUED, Kind
from index.text.folding import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.entities.recognition import Recogniser
    from index.entities.votes import CorpusVotes
    from index.model.article import Mention

_CAPITALISED = re.compile(r"\b[^\W\d_a-zà-öø-ÿœ][^\W_]+")


def lead_mentions(
    lead: str,
    *,
    text: str,
    mentions: Sequence[Mention],
    recogniser: Recogniser,
    votes: CorpusVotes | None = None,
) -> tuple[Mention, ...]:
    """The names of a summary, as spans of it, without whom and what the text names; once each.

    `mentions` are the names of the text. A surname alone is whoever bears it in the text.
    """
    if not lead or not _has_new_words(lead, text):
        return ()
    named = {mention.entity for mention in mentions}
    persons = [
        _words_of_name(text[mention.start : mention.end])
        for mention in mentions
        if mention.kind is Kind.PERSON
    ]
    found: list[Mention] = []
    for mention in settle(read(recogniser, lead), recogniser, votes=votes):
        form = lead[mention.start : mention.end]
        if mention.entity in named or mention.by == GLUED or form in text:
            continue
        if mention.kind is Kind.PERSON and any(_may_be_one(form, other) for other in persons):
            continue
        named.add(mention.entity)
        found.append(mention)
    return tuple(found)


def _words_of_name(form: str) -> list[str]:
    return [word for word in fold(form).replace(".", " ").split() if word not in CIVILITIES]


def _may_be_one(form: str, other: list[str]) -> bool:
    """« M. Darmanin » is Gérald Darmanin, Brigitte Macron is not Emmanuel Macron."""
    words = _words_of_name(form)
    if not words or not other or words[-1] != other[-1]:
        return False
    return len(words) == 1 or len(other) == 1 or words[0] == other[0]


def _has_new_words(lead: str, text: str) -> bool:
    return any(
        (word := match.group()) not in text and word.lower() not in text
        for match in _CAPITALISED.finditer(lead)
    )
