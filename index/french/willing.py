"""What somebody wants to do, in quoted words: « veut “davantage responsabiliser” », « tient à “ne pas généraliser” »."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.french.before_verbs import before
from index.french.given_by import Saying
from index.french.saying_lexicon import lexicon
from index.french.somebody import can_speak
from index.french.speaking_phrases import is_person
from index.french.subjects import has_auxiliary
from index.model.article import HowSaid, Mention
from index.model.text import Span

_S = r"[^\S\t-\r]"
_INFINITIVE = re.compile(
    rf"(?:ne{_S}(?:pas|plus|jamais|rien){_S})?(?:(?:se|le|la|les|y|en|lui|leur|mieux|tout|davantage|bien|aussi|enfin|[^\W\d_]+ment){_S}|[sl]['’])*"
    r"[^\W\d_]+(?:er|ir|re|oir)(?![\w-])"
)
_WILL = re.compile(
    rf"(?P<start>(?<![\w'’-])(?:(?:ne{_S}|n['’]|se{_S}|s['’])?(?:(?P<had>a|ont|avait|avaient){_S})?))(?P<verb>[^\W\d_]+)"
    rf"(?:{_S}(?:toutefois|aussi|également|donc|pas|plus|bien|désormais|ainsi|encore|d['’]abord|[^\W\d_]+ment|,[^,;:.]{{2,40}},)){{0,2}}"
    rf"(?:{_S}(?P<to>à|de))?[\s«“\"‹]*$"
)
_REACH = 60
_LONG = 400
"""Characters of a sentence before a verb of wanting in which its subject is looked for."""


def of_will(
    text: str, masked: str, quote: Span, first: Span, mentions: Sequence[Mention]
) -> Saying | None:
    """The verb of wanting right before a quoted infinitive, with somebody as its subject."""
    if not text[quote.start].islower() or not _INFINITIVE.match(text, quote.start, quote.end):
        return None
    will = _WILL.search(masked, max(first.start, quote.start - _REACH), quote.start)
    if will is None:
        return None
    if will.start() - first.start > _LONG or ":" in masked[first.start : will.start()]:
        # « La CGT accuse : Hugo Brun tient à “tout vendre” » is what the union says of him.
        return None
    known = lexicon().willing_past if will["had"] else lexicon().willing
    if (will["verb"].lower(), will["to"] or "") not in known:
        return None
    speaker = before(masked, first.start, will.start(), mentions)
    if speaker is None:
        return None
    words = speaker.span.of(masked)
    named = speaker.anaphora or is_person(speaker.entity)
    if not named and (has_auxiliary(words) or not can_speak(words)):
        return None
    verb = masked[will.start() : will.end("verb")]
    return Saying(speaker, verb, HowSaid.SAID, at=will.end("verb"))
