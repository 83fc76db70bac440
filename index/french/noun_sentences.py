"""Who said a quotation, where a sentence with a noun tells it: « La formule est du préfet Marsan », « c'est signé
Paul Serin ».
"""

from __future__ import annotations

import re

from index.model.text import Span

_S = r"[^\S\t-\r]"
_NOUN = (
    r"formule|phrase|petite[ \u00a0]phrase|expression|citation|sentence|remarque|mot|mots|saillie|boutade|sortie|pique|réplique|aveu|confidence"
    r"|constat|mise[ \u00a0]en[ \u00a0]garde|avertissement|promesse|parole|paroles|propos|cri|cri[ \u00a0]du[ \u00a0]cœur|image|trait|jugement|verdict|conseil|diagnostic"
)
_DET = rf"(?:l['’]|(?:la|le|cette|ce|cet|ces|les){_S})(?:petite{_S}|jolie{_S}|fameuse{_S}|dernière{_S}|grande{_S})?"
_OF = r"(?:du[ \u00a0]|de[ \u00a0]la[ \u00a0]|de[ \u00a0]l['’]|des[ \u00a0]|de[ \u00a0]|d['’])"
_TO = r"(?:au[ \u00a0]|à[ \u00a0]la[ \u00a0]|à[ \u00a0]l['’]|aux[ \u00a0]|à[ \u00a0])"
_WHO = r"(?P<{}>(?!lui\b|elle\b|eux\b)[^.;:!?«»\n(]{{2,90}})"
_ASSIGNED = rf"(?:(?:est|sont|était|étaient|serait|vient|viennent|émane|émanent){_S}(?:bien{_S}|en{_S}fait{_S}|en{_S}réalité{_S})?(?:(?:celui|celle|ceux|celles){_S})?{_OF}|(?:revient|reviennent|appartient|appartiennent){_S}{_TO}|(?:est|sont|était){_S}signée?s?{_S}(?:le{_S}|la{_S}|l['’])?)"
_AFTER = re.compile(
    rf"""[\s»”".!?…,:;)]{{0,6}}(?:
      {_DET}(?:{_NOUN}){_S}{_ASSIGNED}{_WHO.format("one")}
      | c['’]est{_S}(?:signé{_S}(?:le{_S}|la{_S}|l['’])?|(?:de|du){_S}){_WHO.format("two")}
      | (?:dixit|signé|ainsi{_S}parl(?:ait|e|a)){_S}(?:le{_S}|la{_S}|l['’])?{_WHO.format("three")}
      | (?:l['’]auteure?|l['’]autrice){_S}(?:de{_S}(?:la{_S}|cette{_S}|l['’])|du{_S}|de{_S}ce{_S})(?:{_NOUN})(?:{_S}(?:est|n['’]est{_S}autre{_S}que)|{_S}?[:?]){_S}(?:le{_S}|la{_S}|l['’])?{_WHO.format("four")}
      | {_DET}(?:{_NOUN}){_S}{_OF}{_WHO.format("five")}
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_ASKED = re.compile(rf"\b(?:{_NOUN}){_S}?[«“\"]?[ \u00a0]*$", re.IGNORECASE)
_SHE = re.compile(
    rf"[\s»”\"]{{0,4}}\?[\s]+(?:Elle|Il|Elles|Ils){_S}{_ASSIGNED}{_WHO.format('who')}"
)
_BEFORE = re.compile(
    rf"(?:^|[\s,.;:]){_DET}(?:{_NOUN}){_S}{_OF}{_WHO.format('who')}[,:]?{_S}?[«“\"]?[ \u00a0]*$",
    re.IGNORECASE,
)
_STOPS = re.compile(
    rf",{_S}(?:(?:et|lors|dans|en|à|au|pas|jamais|dès|qui|que|mais|hier|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|il|elle|on|non|prononcée?|lancée?)(?!\w)|l[ea]{_S}(?:soir|jour|matin|veille|lendemain|semaine|\d))"
    rf"|{_S}n['’]|{_S}(?:restera|reste|est|était|a|ont|avait|fait|faisait|ne|en{_S}\d|hier|lors|et{_S}(?:non|pas|fait|elle|il)|qui|,)(?!\w)|,$|{_S}$"
)
_NO_PERSON = re.compile(
    r"(?:mauvais|bon|trop|circonstance|mise|rigueur|taille|saison|style|mode|sens|vérité|folie|confiance|nature|nouveau|retour|même|quoi|ceux|celles|l['’]|la[ \u00a0]|celui|toute?s?|ces?|cette|fin|trop|fait|plus|moins|jeunesse|l[ea]s?)(?!\w)",
    re.IGNORECASE,
)
_REACH = 170


def author(text: str, quote: Span) -> Span | None:
    """The words that name who said a quotation, by a sentence with a noun after or around it."""
    end = min(len(text), quote.end + _REACH)
    if _ASKED.search(text, max(0, quote.start - 40), quote.start):
        asked = _SHE.match(text, quote.end, end)
        if asked is not None:
            return _named(text, Span(*asked.span("who")))
    match = _AFTER.match(text, quote.end, end)
    if match is not None:
        group = match.lastgroup or ""
        return _named(text, Span(*match.span(group)))
    before = _BEFORE.search(text, max(0, quote.start - 110), quote.start)
    return _named(text, Span(*before.span("who"))) if before else None


def _named(text: str, span: Span) -> Span | None:
    """The words up to where the sentence goes on, if they may name a person or a body."""
    stop = _STOPS.search(text, span.start, span.end)
    end = stop.start() if stop else span.end
    while end > span.start and not text[end - 1].isalnum():
        end -= 1
    if end <= span.start or _NO_PERSON.match(text, span.start, end):
        return None
    return Span(span.start, end)
