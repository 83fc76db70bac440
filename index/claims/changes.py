"""Changes told by their ends or by a verb, as shares: « de 74 à 83 euros » is a rise by an eighth, « a doublé »."""

from __future__ import annotations

import re
from collections.abc import Iterator

from index.claims.number import NUMBER, Number, value_of
from index.claims.sentence import Sentence
from index.model.claims import ClaimKind
from index.model.text import Span

_S = r"[^\S\t-\r]"
_MOVES = (
    r"pass(?:e|ent|era|eront|ait|é|ée|és|ées|er)|grimp\w+|mont(?:e|ent|era|eront|ait|é|ée|er)|bondi\w*|augment\w+|recul\w+|baiss\w+"
    r"|tomb\w+|chut\w+|descend\w*|diminu\w+|relev\w+|port(?:é|ée|és|ées|er|era)|ramen\w+|réduit\w*|rédui\w+|progress\w+|fond\w*"
)
_FROM_TO = re.compile(
    rf"\b(?:{_MOVES})(?:{_S}[^\W\d_]+){{0,2}}?{_S}d(?:e{_S}|['’])(?P<old>{NUMBER})(?P<unit>{_S}(?!à{_S})[^\W\d_]+|{_S}?[€%$])?{_S}à{_S}(?P<new>{NUMBER}){_S}?(?P<noun>[^\W\d_]+|[€%$])"
)
_TIMES = re.compile(
    rf"\b(?:a|ont|avait|avaient|aura|auraient|aurait){_S}(?:plus{_S}que{_S}|presque{_S}|quasiment{_S})?(?P<verb>doublé|triplé|quadruplé)(?={_S}?[,.;:)]|{_S}(?:en|depuis|de{_S}volume|de{_S}prix|par|entre)(?!\w)|{_S}?$)"
)
_GROWN = {"doublé": 100.0, "triplé": 200.0, "quadruplé": 300.0}
_NO_AMOUNTS = frozenset("heure heures ans an mois jours jour h places rang buts".split())  # noqa: SIM905
_MOST = 10.0


def changes(sentence: Sentence) -> Iterator[Number]:
    """The changes of a sentence in percent."""
    text, (start, end) = sentence.text, sentence.span
    words = sentence.words
    if "à" in words and ("de" in words or "d" in words):
        for match in _FROM_TO.finditer(text, start, end):
            old, new = value_of(match["old"]), value_of(match["new"])
            noun = match["noun"].lower()
            if not old or not new or old == new or noun in _NO_AMOUNTS or noun == "%":
                continue
            if not 1 / _MOST < new / old < _MOST:
                continue
            share = round(100 * (new - old) / old, 1)
            yield Number(ClaimKind.SHARE, "", Span(*match.span()), share, share, "%", resolved=True)
    if "oublé" in text[start:end] or "riplé" in text[start:end] or "druplé" in text[start:end]:
        for match in _TIMES.finditer(text, start, end):
            share = _GROWN[match["verb"]]
            yield Number(ClaimKind.SHARE, "", Span(*match.span()), share, share, "%", resolved=True)
