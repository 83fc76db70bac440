"""Whether a page says that the rest of its article is behind a paywall: « Il vous reste 80 % de cet
article à lire ».
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_S = r"[^\S\t-\r]"
_WALL = re.compile(
    rf"""il{_S}vous{_S}reste{_S}(?:à{_S}lire{_S})?[\d.,]+{_S}?%
      | \b(?:la{_S}suite|le{_S}reste|l['’]intégralité){_S}(?:de{_S}(?:cet?{_S}|l['’])(?:article|contenu|entretien|enquête){_S})?(?:est|vous{_S}est){_S}(?:réservée?|accessible)
      | \bpour{_S}(?:lire|découvrir|connaître|accéder{_S}à){_S}(?:la{_S}suite|l['’]intégralité|le{_S}reste|l['’]article{_S}(?:complet|en{_S}entier|en{_S}intégralité))
      | \babonnez[-‑]vous{_S}pour{_S}(?:lire|continuer|poursuivre|accéder|découvrir)
      | \b(?:cet{_S}article|ce{_S}contenu|cette{_S}enquête|cet{_S}entretien){_S}est{_S}(?:réservée?|exclusivement{_S}réservée?)
      | \b(?:poursuivez|continuez){_S}votre{_S}lecture{_S}(?:en{_S}vous{_S}abonnant|avec|dès)
      | \bsubscribe{_S}to{_S}(?:continue|read|keep){_S}?(?:reading|the{_S}(?:full|rest))?
      | \bthis{_S}(?:article|content){_S}is{_S}(?:for|reserved{_S}for|exclusive{_S}to){_S}subscribers""",
    re.VERBOSE | re.IGNORECASE,
)
"""The words of a paywall; a label of another article (« Article réservé aux abonnés ») is none."""


_CUT = re.compile(r"\[\+?\d+ (?:chars?|characters|caractères|signes)\]$")
"""« … [+1204 chars] », where an interface of articles cuts a text."""
_SOLD_ELSEWHERE = re.compile(
    r"ONLY AVAILABLE IN [A-Z, ]+ PLANS?|(?:upgrade|subscribe)[\w ]{0,60} (?:full|complete) content\.?",
)


def is_sold_elsewhere(text: str) -> bool:
    """Whether a field holds only the words of an interface that sells the text."""
    return _SOLD_ELSEWHERE.fullmatch(text.strip()) is not None


def cut_at_end(line: str) -> int | None:
    """Where a line says that its text was cut by the one who delivers it; None if it does not."""
    match = _CUT.search(line, max(0, len(line) - 40)) if line.endswith("]") else None
    return match.start() if match and match.start() else None


def is_walled(lines: Iterable[str]) -> bool:
    """Whether one of the lines set aside says so."""
    return any(_WALL.search(line) or _CUT.search(line) for line in lines)
