"""What a verb before a quotation gives besides: « dénonce “une honte” pour le port et une “mascarade” »."""

from __future__ import annotations

import re

from index.model.text import Span

_LISTED = re.compile(
    r"[^\S\t-\r]*[»”\"](?:[ \u00a0](?!(?:qui|que|dont|où|a|ont|est|sont|avait|était|il|elle|ils|on|et|mais|puis)(?!\w)|qu['’])[^\s,;:.!?()«»“”\"\x1f]+){0,7}"
    r"(?:,[ \u00a0](?:et[ \u00a0]|ou[ \u00a0]|puis[ \u00a0]|mais[ \u00a0]aussi[ \u00a0]|ainsi[ \u00a0]que[ \u00a0]|notamment[ \u00a0])?|[ \u00a0](?:et|ou|puis|mais[ \u00a0]aussi|ainsi[ \u00a0]que|ou[ \u00a0]encore|voire)[ \u00a0])"
    r"(?:(?:(?:sur|de|à|pour|par|contre|dans|d['’])[ \u00a0]?)?(?:(?:une?|des|du|les?|la|son|sa|ses|leurs?|aux?)[ \u00a0]|[ld]['’])?(?:[^\W\d_]+[ \u00a0])?)?[«“\"][^\S\t-\r]?"
)
_NEW_SUBJECT = re.compile(
    r"[ \u00a0][^\s«“\"].*[ \u00a0](?:et|ou|puis)[ \u00a0](?:(?:une?|des|les?|la|son|sa|ses|leurs?)[ \u00a0]|l['’])(?:[^\W\d_]+[ \u00a0])?[«“\"][^\S\t-\r]?$"
)
_THEN_VERB = re.compile(
    r"[^\S\t-\r]*[»”\"][ \u00a0](?!(?:et|ou|de|du|des|à|aux?|en|dans|pour|sur|par|avec|qui|que|dont|comme|mais|lors|chez|contre|sans|entre|où)(?!\w))[a-zà-ÿ]"
)
"""« “non” au projet et la “zone verte” attendra »: what is quoted last begins a clause of its own."""
_SAME_SENTENCE = 160
"""Characters between two quotations of a sentence at the most, of which the verb before the first gives the second."""
_OTHERS_WORDS = re.compile(
    r";|\b(?:et|mais)[ \u00a0](?:(?:l[ea]s?|une?|des|ces?|cette|son|sa|ses|leurs?|ils?|elles?)[ \u00a0]|l['’])[^,;:]*\b(?:a|ont|est|sont|était|étaient|va|vont|[^\W\d_]{2,}(?:ra|ront|rait|raient))\b"
    r"|[ \u00a0][–—-][ \u00a0]|\b(?:jugée?s?|examen|poursuivie?s?|plainte|enquête|condamnée?s?)\b[^,;:.]{0,60}pour[ \u00a0][\s«“\"]*$"
)
"""What stands before an offence, or parts a sentence."""


def goes_on(text: str, masked: str, end: int, quote: Span) -> bool:
    """Whether a quotation goes on with what a verb gives before it, up to a place in the same sentence."""
    between = masked[end : quote.start]
    if _LISTED.fullmatch(between):
        last = between.lstrip('»”" \u00a0\u202f')
        return not (_NEW_SUBJECT.match(f" {last}") and _THEN_VERB.match(masked, quote.end))
    return (
        len(between) <= _SAME_SENTENCE
        and not text[quote.start].isupper()
        and not _OTHERS_WORDS.search(between)
    )
