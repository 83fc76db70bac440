"""What is given as the reason: « en raison du gel », « faute de crédits », « invoque la chute des ventes », « a expliqué son
geste par une dette », « En cause : une vanne ouverte ». French has few such frames, and any words stand in them.
"""

from __future__ import annotations

# ruff: noqa: SIM905 -- word lists are easier to read and to mend as running text
import re
from collections.abc import Iterator
from functools import cache

from index.claims.blamed import Blamed, nouns
from index.claims.sentence import Sentence
from index.model.text import Span

_S = r"[ \u00a0]"
_THE = rf"(?:une?{_S}|des{_S}|l[ea]s?{_S}|l['’]|cette{_S}|ce{_S}|ces{_S}|son{_S}|sa{_S}|ses{_S}|leurs?{_S})"
_OF = rf"(?:d['’]une?{_S}|du{_S}|de{_S}la{_S}|de{_S}l['’]|des{_S}|de{_S}(?:son|sa|ses|leurs?|ce|cette|ces){_S}|de{_S}|d['’])"
_WHAT = rf"(?P<what>(?!ce{_S}qu|quoi|fait{_S})[^\W\d_][^,;.:()«»\n?!]{{2,60}}?)"
_UNTIL = rf"(?={_S}?[,;.:()«»\n?!]|{_S}(?:qui|dont|selon|d['’]après|mais|et|est|a|ont|sont|pour|avant|après|lors|comme|alors|quand|où|afin|jusqu)(?!\w)|$)"


@cache
def _given() -> re.Pattern[str]:
    return re.compile(
        rf"""\b(?:
          (?:[Ee]n{_S}raison|[Dd]u{_S}(?:seul{_S})?fait|[Pp]ar{_S}suite|[Ss]ous{_S}l['’](?:effet|action)|[Ss]ous{_S}le{_S}(?:poids|coup)){_S}{_OF}
        | [ÀA]{_S}la{_S}suite{_S}{_OF}(?=(?:{nouns("effects")})s?(?!\w))
        | (?:[Ff]aute|[Pp]ar{_S}(?:manque|défaut|peur|crainte)){_S}(?:de{_S}|d['’])
        | (?:justifi|expliqu|motiv)(?:e|ent|ait|aient|er|é|ée|és|ées){_S}(?:{_THE}[^,;.:()«»\n]{{2,50}}?{_S})?par{_S}{_THE}?
        | invoqu(?:e|ent|ait|aient|é|er|ant){_S}{_THE}
        | (?:[ÀA]{_S}l['’]origine{_S}{_OF}[^,;.:()«»\n]{{2,40}},{_S}|[Ee]n{_S}cause{_S}?[:?,]{_S}){_THE}
        | (?:a|ont|aurait|auraient|avait){_S}agi{_S}par{_S}
        ){_WHAT}{_UNTIL}""",
        re.VERBOSE,
    )


_WORDS = frozenset(
    "raison fait suite effet action poids coup faute manque défaut peur crainte invoque invoquent invoquait invoquaient"
    " invoqué invoquer invoquant origine cause agi explique expliquent expliquait expliquaient expliquer expliqué expliquée"
    " expliqués expliquées justifie justifient justifiait justifier justifié justifiée justifiés justifiées motive motivé"
    " motivée motivent".split()
)
_NO_REASON = re.compile(
    r"(?:mieux|preuves?|temps|quoi|plus|part(?:ie)?s?|moyens? de|procédure)(?!\w)", re.IGNORECASE
)
"""« faute de mieux », « faute de preuves » at a trial, « sous le coup d'une procédure »: no reason of what happened."""


def reasons(sentence: Sentence) -> Iterator[Blamed]:
    """The reasons that a sentence gives, in its words."""
    if _WORDS.isdisjoint(sentence.words):
        return
    for match in _given().finditer(sentence.text, *sentence.span):
        if not _NO_REASON.match(match["what"]):
            yield Blamed(Span(*match.span("what")))
