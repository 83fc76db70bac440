"""What is feared, wished, asked for, supposed, excluded, threatened or only played: it tells of nothing that came about."""

from __future__ import annotations

import re

from index.claims.sentence import Sentence

_S = r"[^\S\t-\r]"
_VERBS = (
    r"crain(?:t|dre)|craign(?:ent|ait|aient|ant)|redout[^\W\d_]+|esp[éè]r[^\W\d_]+|souhait[^\W\d_]+|exclu(?:t|ent|ait|re)?|empêch[^\W\d_]+|envisag[^\W\d_]+|menac[^\W\d_]+|évit[^\W\d_]+"
    r"|fau(?:t|drait|dra)|fallait|voul(?:ait|aient|oir)|veu(?:t|lent)|réclam[^\W\d_]+|exig[^\W\d_]+|propos[^\W\d_]+|suggèr[^\W\d_]+|imagin[^\W\d_]+|suppos[^\W\d_]+|risqu[^\W\d_]+"
    r"|prom(?:et|ettent|is|ettait)|question|refus[^\W\d_]+|hésit[^\W\d_]+|appel(?:le|lent|ait|é)"
)
_GOVERNED = re.compile(
    rf"\b(?:{_VERBS})(?:{_S}(?:pas|plus|jamais))?(?:[^,;:.«»\n]{{0,30}}?{_S}(?:que{_S}|qu['’]|de{_S}(?!la{_S}|l['’])|d['’]|à{_S}ce{_S}que?)|{_S}(?:la|le|les|une?|toute){_S}|{_S}l['’])[^,;:.«»\n]{{0,60}}$",
    re.IGNORECASE,
)
_ASKED_FOR = re.compile(
    rf"\b(?:demand(?:e|ent|ait|aient|a|èrent|é|er|era|eront|ant)|plaid(?:e|ent|ait|aient|a|èrent|é|er|era|eront|ant)|sollicit(?:e|ent|ait|aient|a|é|er|era|eront|ant)"
    rf"|réclam(?:e|ent|ait|aient|a|é|er|era|eront|ant)|requi(?:s|ert|èrent)|requér(?:ir|ait|ant)|prôn(?:e|ent|ait|é))(?:{_S}(?:pour|aussi|également|encore|même|hier|à{_S}nouveau)){{0,2}}"
    rf"{_S}(?:(?:la|le|une?|sa|son|leur|cette|cet|ce){_S}|l['’])$",
    re.IGNORECASE,
)
"""« a demandé la relaxe », « plaide pour l'acquittement »: what is asked for is not granted."""
_SUPPOSED = re.compile(
    rf"(?:^|[\s«(])(?:si{_S}(?!bien{_S})|s['’]ils?{_S}|à{_S}moins{_S}(?:que{_S}|qu['’])|au{_S}cas{_S}où{_S}|pourvu{_S}(?:que{_S}|qu['’])|à{_S}condition{_S}(?:que{_S}|qu['’])|(?:pour|afin){_S}(?:que{_S}|qu['’]))[^,;:.«»\n]{{0,60}}$"
    rf"|(?:^|[\s«(])(?:quand|lorsqu(?:e{_S}|['’])|dès{_S}qu(?:e{_S}|['’])|tant{_S}qu(?:e{_S}|['’])|une{_S}fois{_S}qu(?:e{_S}|['’])){_S}?[^,;:.«»\n]{{0,40}}\b(?:est|sont|sera|seront|aura|auront|soit|soient){_S}(?:[^\W\d_]+{_S})?$",
    re.IGNORECASE,
)
_PLAYED = re.compile(
    r"\b(?:exercices?|simul(?:é|ée|ait|ation|er)|scénario|dans (?:le|un|son) (?:film|roman|livre|jeu)|fictive?|rumeurs?|infox)\b",
    re.IGNORECASE,
)
_REACH = 110


def is_unreal(sentence: Sentence, start: int, end: int) -> bool:
    """Whether an outcome between two places is governed by a fear, a wish, a demand, a condition or a threat, or is only
    played.
    """
    text, first = sentence.text, sentence.span.start
    lead = text[max(first, start - _REACH) : start]
    last = text[max(first, start - _REACH) : max(start, text.rfind(" ", start, end) + 1)]
    return bool(
        _GOVERNED.search(lead)
        or _ASKED_FOR.search(lead)
        or _SUPPOSED.search(last)
        # « dément les rumeurs de démission » tells something all the same.
        or (_PLAYED.search(text, first, start) and not sentence.denied(start))
    )
