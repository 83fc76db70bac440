"""The heads of press releases: « COMMUNIQUÉ DE PRESSE », « SOUS EMBARGO JUSQU’AU … », « Pour diffusion immédiate ».

They stand above a release's title or beside it, and are neither its title nor its author.
"""

from __future__ import annotations

import re

from index.corpus.cleaning.phrases import plain
from index.corpus.cleaning.stated_facts import Facts
from index.corpus.page_dates import find_dates

_MAY_BE = re.compile(
    r"(?i:press|prensa|stampa|persbericht|communiqu|r[ée]daction|m[ée]dia|embargo|diffusion|diffuser|publier|release|parution)"
)
_SIGNS = (
    "press", "daction", "dia", "embargo", "diffus", "publier", "release", "parution", "communiqu", "prensa",
    "stampa", "persbericht",
)  # fmt: skip
"""Parts of these words, which are found much faster."""
_KIND = re.compile(
    r"(?:communique|dossier|invitation|note|point|alerte|avis|information|kit|conference|declaration|cp)s?"
    r" (?:de |a la |aux |a l'attention de la |pour la )?(?:presse|medias?|journalistes|redactions?)(?: n°? ?\d[\d/-]*)?"
    r"|(?:press|media) (?:release|advisory|alert)|cp presse|communique$|communique(?= [–—|:-] )"
    r"|pressemitteilung|medienmitteilung|persbericht|comunicado de prensa|nota de prensa|comunicato stampa"
)
_NO_TITLE = re.compile(
    r"communique|cp\b|press release|pressemitteilung|medienmitteilung|persbericht|comunica|nota de|embargo|ne pas |(?:pour |a )?(?:diffus|publi|paruti)|(?:for )?(?:immediate )?release|(?:document|information|texte)s? "
)
"""What begins no title of an article; « Conférence de presse : le maire annonce … » is one."""
_EMBARGO = re.compile(
    r"(?:(?:document|information|communique|texte)s? )?(?:(?:sous |under )?embargo(?:te|ed)?\b|ne pas (?:diffuser|publier)(?: avant\b|$))(?P<until>.*)"
)
_FREE = re.compile(
    r"(?:pour |a )?(?:diffusion|publication|parution) (?:immediate|libre|generale|des reception|sans delai|le\b.*)"
    r"|a (?:diffuser|publier) (?:immediatement|des reception|des maintenant|sans delai|librement|le\b.*)"
    r"|(?:for )?immediate release|for release .*"
)
_WHEN = re.compile(
    r"(?:\s|[,;:./–-]|\d|[hH]|heures?|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|jusqu'(?:au?|a)|strict|leve|levee|until|au|le|a|avant|du|matin|midi|minuit|heure|de|paris|locale|gmt|utc|cest?|minutes?)*"
)
_MONTHS = re.compile(
    r"\b(?:janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre)\b"
)
_AROUND = " -–—|:,.•*"
_PLACED = re.compile(r"(?:[A-ZÀ-Ý][\w’' -]{1,40},?\s)?(?:le\s)?$")
_LONGEST = 110
_PARTING = re.compile(r"\s*(?:[–—|•:]|\s-\s|\s//\s)\s*(?=\S)")
_DAY = 30
"""The most characters of a day behind « For immediate release: »."""
_TITLE_WORDS = 3
"""The fewest words of a title behind a head; « – Rouen, le 12 janvier 2023 » belongs to the head."""


def read_press_head(line: str, facts: Facts) -> bool:
    """Whether a line heads a press release; a date in it is the release's."""
    if len(line) > _LONGEST:
        return False
    lowered = line.lower()
    if not any(sign in lowered for sign in _SIGNS) or not _MAY_BE.search(line):
        return False
    simple = plain(line).strip(_AROUND)
    if _FREE.fullmatch(simple):
        return True
    free = _FREE.match(simple)
    if free is not None and len(simple) - free.end() < _DAY and _ends_with_day(line):
        _note_date(line, facts)
        return True
    embargo = _EMBARGO.fullmatch(simple)
    if embargo is not None:
        if not _WHEN.fullmatch(_MONTHS.sub(" ", embargo["until"])):
            return False
        _note_date(line, facts)
        return True
    kind = _KIND.match(simple)
    if kind is None:
        return False
    rest = simple[kind.end() :].strip(_AROUND)
    if rest:
        found = find_dates(line)
        before = line[: found[0].start].rpartition("–")[2] if found else ""
        dated = bool(found) and not line[found[-1].end :].strip(_AROUND)
        if not dated or not _PLACED.search(before.strip(_AROUND) + " "):
            return _EMBARGO.fullmatch(rest) is not None
        _note_date(line, facts)
    return True


def _ends_with_day(line: str) -> bool:
    found = find_dates(line)
    return len(found) == 1 and not line[found[0].end :].strip(_AROUND)


def head_before_title(title: str) -> int:
    """The length of « COMMUNIQUÉ DE PRESSE – » before the title on the same line; 0 if there is none."""
    lowered = title.lower()
    if not any(sign in lowered for sign in _SIGNS):
        return 0
    for parting in _PARTING.finditer(title):
        head, after = title[: parting.start()], title[parting.end() :]
        apart = _NO_TITLE.match(plain(head)) or (head.isupper() and not after.isupper())
        if apart and len(after.split()) >= _TITLE_WORDS and read_press_head(head, Facts()):
            return parting.end()
    return 0


def is_kind_of_release(title: str) -> bool:
    """Whether a title is « Dossier de presse » or the like alone, which is better than none."""
    return _KIND.fullmatch(plain(title).strip(_AROUND)) is not None


def _note_date(line: str, facts: Facts) -> None:
    facts.published.extend(found.date for found in find_dates(line)[:1])
