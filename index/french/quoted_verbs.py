"""A verb of saying in quotation marks: « Le préfet “dénonce de tels actes” », « Léa Arnal a “regretté” »."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.french.before_verbs import before
from index.french.given_by import Saying
from index.french.saying_verbs import Form, verb_at
from index.french.somebody import can_speak
from index.french.speaking_phrases import is_person
from index.model.article import Mention
from index.model.text import Span

_HAD = re.compile(
    r"(?<![\w'’])(?P<had>a|ont|avait|avaient|s['’]est|se[ \u00a0]sont)[ \u00a0][«“\"][^\S\t-\r]*$"
)
_NO_SUBJECT = re.compile(r",|[ \u00a0](?:et|ou|se|le|la|les|lui|leur|une?|son|sa|ses|de|des|du)$")
_LETTERS = re.compile(r"[ \u00a0]\([A-ZÀ-Þ][^()]{1,20}\)[\s«“\"]*$")
"""« l'Union des dockers (UDD) “rappelle …” »: the letters of a body."""
_MARKS = re.compile(r"[\s«“\"]+")


def of_quoted_verb(
    text: str, masked: str, quote: Span, first: Span, mentions: Sequence[Mention]
) -> Saying | None:
    """« Le préfet “dénonce de tels actes” », « Léa Arnal a “regretté” »: the verb is quoted, too."""
    if not text[quote.start].islower():
        return None
    floor = quote.start
    if (had := _HAD.search(text, first.start, quote.start)) is not None:
        quoted = text[had.start("had") : quote.start], text[quote.start : quote.end]
        words = _MARKS.sub(" ", " ".join(quoted))
        use = verb_at(words, 0, len(words))
        floor = had.start("had")
    else:
        letters = _LETTERS.search(masked, first.start, floor)
        floor = letters.start() if letters else len(text[:floor].rstrip('«“" \u00a0\u202f'))
        use = verb_at(text, quote.start, quote.end)
    if use is None or use.form is not Form.FINITE or use.pronoun is not None:
        return None
    speaker = before(masked, first.start, floor, mentions)
    if speaker is None:
        return None
    subject = speaker.span.of(masked)
    if had is None and (_NO_SUBJECT.search(subject) or speaker.span.end != floor):
        return None
    if speaker.anaphora:
        return Saying(speaker, use.words, use.verb.manner) if speaker.span.end <= floor else None
    if not is_person(speaker.entity) and not can_speak(subject):
        return None
    return Saying(speaker, use.words, use.verb.manner)
