"""A verb of no list right behind a quotation: « “…”, est-il précisé », « “…”, calcule-t-il »."""

from __future__ import annotations

# ruff: noqa: SIM905 -- word lists are easier to read and to mend as running text
import re
from collections.abc import Sequence

from index.french.given_by import Saying
from index.french.somebody import can_speak
from index.french.speakers import after
from index.french.speaking_phrases import Speaker, is_person
from index.model.article import HowSaid, Mention
from index.model.text import Span

_PASSIVE = re.compile(
    r"(?:est|était|a[ \u00a0]?-[ \u00a0]?t[ \u00a0]?-[ \u00a0]?il[ \u00a0]été|sera)(?:[ \u00a0]?-[ \u00a0]?il)?[ \u00a0](?:(?:également|aussi|encore|notamment|ensuite|ainsi|[^\W\d_]+ment)[ \u00a0])?"
    r"(?:précisé|indiqué|écrit|expliqué|rappelé|ajouté|affirmé|souligné|noté|mentionné|stipulé|annoncé)(?!\w)"
)
_ELSEWHERE = re.compile(
    r"[ \u00a0](?:dans|sur)[ \u00a0](?:une?|le|la|ce|cet|cette|son|sa)[ \u00a0]|[ \u00a0]dans[ \u00a0]l['’]"
)
_ANY_VERB = re.compile(
    r"(?:(?:lui|leur|nous|se|le|la|les)[ \u00a0]|[sl]['’])*"
    r"(?:(?P<word>[a-zà-öø-ÿœ]{3,}(?:(?<!é)(?<!enc)(?<!anc)(?<!ur)(?<!ag)(?<!iqu)(?<!ist)(?<!ai[rs])(?<!oir)e|(?<!an)(?<!men)t|d|ent|a))(?:[ \u00a0]?-[ \u00a0]?(?:t['’-][ \u00a0]?)?(?P<pronoun>ils?|elles?)(?![\w-])|(?=[ \u00a0]))"
    r"|(?:a|ont|avait|avaient)[ \u00a0](?:(?:également|aussi|encore|ensuite|ainsi|alors|[^\W\d_]+ment)[ \u00a0])?(?P<past>[a-zà-öø-ÿœ]{2,}(?:é|i|u|is|it|ert))(?=[ \u00a0]))"
)
_NO_VERBS = frozenset(
    (
        "dont contre entre devant avant durant pendant suivant selon comme outre notamment également"
        " seulement est sont soit quant quand tant tandis autant pourtant maintenant sauf concernant"
        " moyennant nonobstant cela alors malgré jusque presque lorsque puisque quoique notre votre"
        " autre titre livre chose reste période façon version genre style type mode catégorie signe extrait tiré début sera serait fait peut doit avait était"
        " signait"
    ).split()
)
_FAR = 40
_CLAUSE = 200
"""Characters before a quotation in which a clause begins that its comma closes."""
_OPEN_CLAUSE = re.compile(
    r",[^\S\t-\r](?:qui|dont|où|lequel|laquelle|lesquels|lesquelles)[^\S\t-\r][^,;:.!?]*$"
)
"""« La CGT, qui juge le port “plein”, a fermé le quai »: the verb behind is that of the main clause."""
_APART_BY = re.compile(r"[,!?…]")


def unlisted_verb(
    text: str, masked: str, quote: Span, rest: Span, spoken: Sequence[Mention]
) -> Saying | None:
    """The saying of a verb that no list has, which begins `rest`, behind the quotation."""
    return _impersonal_passive(masked, rest) or _by_any_verb(text, masked, quote, rest, spoken)


def _impersonal_passive(masked: str, rest: Span) -> Saying | None:
    """« “…”, est-il précisé »: nobody is named, and what was said before goes on, but « dans un communiqué »."""
    found = _PASSIVE.match(masked, rest.start, rest.end)
    if found is None:
        return None
    goes_on = _ELSEWHERE.match(masked, found.end(), rest.end) is None
    return Saying(None, found.group(), HowSaid.SAID, going_on=goes_on, hanging=goes_on)


def _by_any_verb(
    text: str, masked: str, quote: Span, rest: Span, spoken: Sequence[Mention]
) -> Saying | None:
    """« “…”, calcule-t-il », « “…”, a compté Hugo Brun »: a verb of no list, its subject behind it."""
    verb = _ANY_VERB.match(masked, rest.start, rest.end)
    if verb is None or verb["word"] in _NO_VERBS:
        return None
    if not _APART_BY.search(masked, quote.end, rest.start) and (text[quote.end - 1] not in ",!?…."):
        return None
    if not verb["pronoun"] and _OPEN_CLAUSE.search(
        masked, max(0, quote.start - _CLAUSE), quote.start
    ):
        return None
    words = masked[rest.start : verb.end()]
    if verb["pronoun"]:
        speaker: Speaker | None = Speaker(None, Span(*verb.span("pronoun")), anaphora=True)
    else:
        speaker = after(masked, verb.end(), rest.end, spoken)
        if speaker is None or speaker.span.start - verb.end() > _FAR:
            return None
        if not is_person(speaker.entity) and not verb["past"]:
            return None
        if not is_person(speaker.entity) and not can_speak(speaker.span.of(masked)):
            return None
    return Saying(speaker, words, HowSaid.SAID)
