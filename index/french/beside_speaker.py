"""Quoted words that only tell of somebody who has just spoken: « “…”, a dit Hugo Brun, le “roi des quais” »."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.french.quoted_out import MASK
from index.french.saying_verbs import Form, VerbUse
from index.french.somebody import can_speak, is_person_noun
from index.french.speakers import after
from index.french.speaking_phrases import is_person
from index.model.article import Mention
from index.model.text import Span

_S = r"[^\S\t-\r]"
_AFTER_QUOTE = re.compile(r"\x1f[\s»”\"'’›]*[,.!?…]?[^\S\t-\r]*$")
PLURAL = re.compile(r"^(?:[^\W\d_]{1,5}[ '’])*(?:[^\W\d_]*(?:ont|ent|aient|raient))\b")
_FEW_WORDS = 50
"""Characters of a few quoted words."""
_ACTING = re.compile(r"(?<![\w’'-])[^\W\d_]{2,}ant(?![\w-])")
_NOUN_PHRASES = re.compile(
    rf"(?!.*(?<![\w’'-])(?:qui|que|car|où|dont|parce|lequel|laquelle|selon)(?![\w-])|.*qu['’])[^:;\x1f]*[^\W\d_,;:]['’]?{_S}?[\s«“\"‹(]*",
    re.DOTALL,
)
"""Words between a verb and a quotation without a clause of their own."""


def stands_behind_quote(masked: str, floor: int, at: int) -> bool:
    """Whether a quotation, not before `floor`, ends right before a place."""
    end = masked.rfind(MASK, floor, at)
    return end >= 0 and _AFTER_QUOTE.match(masked, end, at) is not None


def is_of_speaker(
    masked: str, use: VerbUse, first: Span, quote: Span, mentions: Sequence[Mention]
) -> bool:
    """Whether a few quoted words stand in what is told of the subject behind a verb, and are no words of that verb."""
    if use.form is not Form.FINITE or use.pronoun is not None or quote.length > _FEW_WORDS:
        return False
    if not stands_behind_quote(masked, first.start, use.start):
        return False
    if not _NOUN_PHRASES.fullmatch(masked, use.end, quote.start):
        return False
    if not all(map(is_person_noun, _ACTING.findall(masked, use.end, quote.start))):
        # « , rendant le port “très sûr” » is what he says.
        return False
    several = PLURAL.match(use.words) is not None
    speaker = after(masked, use.end, quote.start, mentions, several=several)
    return speaker is not None and (is_person(speaker.entity) or can_speak(speaker.span.of(masked)))
