"""Whom a relative clause tells of: « rejetée par la direction, qui affirme que “…” »."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.french.before_verbs import phrase_before
from index.french.somebody import can_speak
from index.french.speaking_phrases import Speaker, institution, mentions_inside
from index.french.subjects import has_auxiliary
from index.model.article import Kind, Mention
from index.model.text import Span

_S = r"[^\S\t-\r]"
RELATIVE = re.compile(
    rf",?{_S}qui{_S}(?:(?:ne|n['’]|lui|leur|nous|en|y|l['’]|se|s['’]|également|aussi){_S}*)*$"
)
RESTRICTIVE = re.compile(
    rf"[^\s,]{_S}qui{_S}(?:(?:ne|n['’]|lui|leur|nous|en|y|l['’]|se|s['’]|également|aussi){_S}*)*$"
)
"""« à Léa Arnal qui lui proposait …, assurant »: the participle is not hers."""
_NOUN_BEFORE = re.compile(
    rf"{_S}((?:les|des|une?|ces|plusieurs|certaine?s|deux|trois){_S}[^\W\d_]+(?:{_S}[a-zà-ÿ]+)?)$"
)
_SOME = re.compile(rf"(?:\bde{_S}|\bd['’])(?P<who>[^\W\d_]+s(?:{_S}[a-zà-ÿ]+s)?)$")
"""« la part de Français qui estiment »."""
_SHARE = re.compile(rf"(?<![\d,.])\d[\d,.]*{_S}?%$")
"""« 25 % qui trouvent »."""
_GOVERNED_NOUN = re.compile(
    rf"(?:{_S}|['’])((?:(?:le|la|les|son|sa|ses|leurs?|une?|des|du|aux?|deux|trois|quatre|cinq|plusieurs|certaine?s){_S}|l['’])[^\W\d_][\w’'-]*"
    rf"(?:{_S}(?:(?:de|du|des|en){_S}(?:la{_S}|l['’])?|d['’])?[^\W\d_][\w’'-]*){{0,4}})$"
)
"""« rejetée par la direction de l'hôtel, qui affirme »."""
_CLAUSE = re.compile(
    rf"(?<!\bde)(?<!\bà)(?<!\bet)(?<!\bou)(?<!\ben)(?<!\bsur)(?<!\bpar)(?<!\bpour)(?<!\bdans)(?<!\bavec){_S}(?:(?:le|la|les|une?){_S}|l['’])"
)
_CONTRACTED = re.compile(rf"^(?:du|aux?){_S}")
_WHERE = re.compile(rf"(?:\b(?:sur|chez){_S}(?:la{_S}|l['’])?|[/(-])$")
"""« a dit Léa Arnal sur Radio Littoral, qui … »."""
_BRACKET = re.compile(rf"{_S}\([^()\x1f]{{1,40}}\)$")
_HIMSELF = re.compile(rf"(?:^|\W)(lui|elle|eux|elles){_S}?$", re.IGNORECASE)


def antecedent(masked: str, floor: int, end: int, mentions: Sequence[Mention]) -> Speaker | None:
    """Who stands right before a relative clause that begins at `end`; None where it is a thing."""
    bracket = _BRACKET.search(masked, floor, end)
    if bracket is not None:
        # « saluée par l'Union des dockers (UDD), qui a noté … ».
        end = bracket.start()
    phrase = phrase_before(masked, floor, end)
    if phrase is not None and (
        _CLAUSE.search(phrase.of(masked)) or has_auxiliary(phrase.of(masked))
    ):
        # « La maire suit le rapport d'un comité qui dit »: the phrase is a clause, with a verb in it.
        phrase = None
    if phrase is None:
        noun = _NOUN_BEFORE.search(masked, floor, end)
        phrase = Span(*noun.span(1)) if noun else None
    if phrase is not None and can_speak(phrase.of(masked)):
        return Speaker(institution(masked, phrase, mentions), phrase)
    share = _SHARE.search(masked, floor, end)
    if share is not None:
        return Speaker(None, Span(*share.span()))
    some = _SOME.search(masked, floor, end)
    if some is not None and can_speak(f"des {some['who']}"):
        return Speaker(None, Span(*some.span("who")))
    himself = _HIMSELF.search(masked, floor, end)
    if himself is not None and "," not in masked[floor : himself.start(1)].rstrip(", \u00a0"):
        # « Amer, lui qui estime … »: the subject of the sentence.
        return Speaker(None, Span(*himself.span(1)), anaphora=True)
    inside = mentions_inside(mentions, floor, end)
    beside = inside[-1] if inside and inside[-1].end == end else None
    named = Speaker(beside.entity, Span(beside.start, end)) if beside else None
    if beside is not None and beside.kind is Kind.PERSON:
        return named
    governed = _governed(masked, floor, end, mentions)
    if (
        governed is None
        and beside is not None
        and beside.kind is Kind.ORGANISATION
        and not _WHERE.search(masked, floor, beside.start)
    ):
        # « une mesure attaquée par la CGT, qui dénonce … ».
        return named
    return governed


_APPOSED = re.compile(
    rf",{_S}(?:(?:le|la|l['’]|un|une|des|les){_S}?)?[a-zà-ÿ][^,;:.()\x1f]{{2,110}}(?:\([^)]*\))?"
)


def apposed_to(masked: str, floor: int, end: int, mentions: Sequence[Mention]) -> Speaker | None:
    """Who stands right before a place, with an apposition or without: « Léa Arnal, présidente du port »."""
    inside = mentions_inside(mentions, floor, end)
    for mention in reversed(inside):
        if mention.kind is Kind.PERSON and (
            mention.end == end or _APPOSED.fullmatch(masked, mention.end, end)
        ):
            return Speaker(mention.entity, Span(mention.start, mention.end))
    return antecedent(masked, floor, end, mentions)


def _governed(masked: str, floor: int, end: int, mentions: Sequence[Mention]) -> Speaker | None:
    """The noun behind a preposition: « du ministre », « par la direction »."""
    noun = _GOVERNED_NOUN.search(masked, floor, end)
    while noun is not None:
        contracted = _CONTRACTED.match(noun[1])
        if can_speak(_CONTRACTED.sub("le ", noun[1])):
            start = noun.start(1) + (contracted.end() if contracted else 0)
            phrase = Span(start, noun.end(1))
            return Speaker(institution(masked, phrase, mentions), phrase)
        noun = _GOVERNED_NOUN.search(masked, noun.start() + 1, end)
    return None
