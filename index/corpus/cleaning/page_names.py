"""The name of the outlet of a page that was copied whole: a line near the top that other lines of
the page name again, in their rights, their credits and what they say of themselves.
"""

from __future__ import annotations

import re

from index.corpus.cleaning.line_looks import Look, is_row_of_labels, is_sentence
from index.corpus.cleaning.name_looks import is_person, is_section
from index.corpus.cleaning.outlets import (
    LABEL_START,
    is_institution,
    is_listed_outlet,
    is_outlet_name,
)
from index.corpus.cleaning.page import Page
from index.corpus.cleaning.phrases import plain

_TOP = 14
"""The number of lines at the head of a page among which its name is."""
_FOOT = 3
"""The number of lines at the end of a page that speak of it."""
_ARTICLE = re.compile(r"^(?:l[ae]s? |l['’])")
_BEFORE = re.compile(r"(?:l[ae]s? |l['’])$")
_LONGEST = 6
"""The most words of a name."""
_ENOUGH = 3
"""The least evidence for a name; see `_evidence`."""
_NAMED = 2
"""The evidence from which on a line is no title but the outlet's name."""
_HIGHEST = 3
_MENU = 4
_LABEL = 4
"""How near the top a name without other evidence stands, and the menu of so many labels of so many words below it."""
_TWO = 2
"""A name of more words, « La Gazette du Port », is no label of a menu."""
_LABELS = frozenset(
    (
        "le direct", "le live", "le journal", "la une", "le fil", "le fil info", "le mag", "la boutique", "le kiosque", "l'actu",
        "l'info", "les infos", "les videos", "le club", "la matinale", "la radio", "le podcast", "les podcasts", "le menu",
        "les plus lus", "le magazine", "la lettre", "les newsletters", "l'edition du jour", "le journal du jour", "l'application",
    )
)  # fmt: skip
"""Labels of menus that have the form of a name."""
_HOME = re.compile(
    r"(?P<name>[A-ZÀ-Ý].{1,38}?)\s?[-–—,:|]\s?(?:retour|aller|revenir) (?:à|vers) (?:la page d[’']|l[’'])accueil"
    r"|(?:retour|aller|revenir) (?:à|vers) (?:la page d[’']|l[’'])accueil d[eu] (?P<of>[A-ZÀ-Ý].{1,38})",
    re.IGNORECASE,
)
"""The words of a logo, for those who cannot see it: « La Gazette - Retour à la page d’accueil »."""
_PROPER = 4
_OF_MENUS = re.compile(
    r"\b(?:mon|ma|mes|nos|notre|vos|votre|tous|toutes?|comptes?|espaces?|abonnes?|abonnements?|editions?|services?|annonces?|boutique|newsletters?|jeux"
    r"|contacts?|recherche\w*|programmes?|offres?|premium|menu|navigation|connexion|direct|replay|podcasts?|videos?|archives|numerique|kiosque|application|rubriques?|sections?|pages?|regions?|themes?)\b"
)
_SELF = re.compile(
    r"(?:le |la |l'|un |une )?(?:premiere? |seule? )?(?:blog|webzine|media|site|journal|quotidien|hebdo|hebdomadaire|mensuel|magazine|revue|gazette|radio)"
    r"(?: d'| de | du | des | qui | en ligne| independant)"
)
"""What an outlet says of itself below its name: « Le blog d’un Herbierois »."""
_RIGHTS = re.compile(r"©|\(c\) |copyright|tous droits", re.IGNORECASE)
_INTRODUCED = re.compile(
    r"(?:\b(?:sur|de|du|des|par|avec|chez|groupe|lire|reading|soutenir|services?|application|site|editions?|titre)|\b[dl]'|^(?:photos?|suivez|rejoignez))\s*$"
)
"""Words before a name that is no topic there: « L'équipe de … », « À voir aussi sur … »."""
_SLOGAN = re.compile(
    r"\s*(?:,\s+|[–—|-]\s+(?=(?:le|la|l[’']|un|une)\b))(?:(?:le|la|l[’']|un|une)\s?)?(?:premi[eè]re? |seule? )?(?:m[ée]dia|site|journal|quotidien|hebdo\w*|mensuel|magazine|revue|blog|radio|gazette|info\w*|actu\w*)s?\b.*$",
    re.IGNORECASE,
)
"""What an outlet says of itself behind its name: « Rue du Port, le média qui … »."""
_ISSUED = (
    r"\b(?:newsletters?|lettres?|infolettres?|magazine|journal|numero|n° ?\d+|redaction|application|appli|abonnes|lecteurs|lectrices|equipe|boutique|podcasts?)"
    r" (?:de |d'|du |a )"
)
"""What only an outlet has, before its name: « La newsletter de Madame Port »."""
_HOSTS = re.compile(r"(?:@|www\.)([\w-]+(?:\.[\w-]+)+)")
_READ_ON = re.compile(
    r"(?i:lire|voir|retrouve[rz]|article|source|paru|publi[ée]e?|original|suite)\b[^:]{0,40}?\b(?:sur|dans|de) (?P<name>[A-ZÀ-Ý][^:]{1,40}?)\s*:?\s+https?://(?:www\.)?(?P<host>[^/\s]+)"
)
_OF_SITES = ("fr", "info", "infos", "actu", "news", "com")
"""What a site puts behind the outlet's name."""
_INITIALS = 2
_ADDRESSED = 6
"""The fewest letters of a name that an address must spell."""
_GOES_ON = re.compile(
    r"^\s*(?:,|est (?:une?|le|la) (?:association|fondation|ong|media|site|journal|magazine|marque|revue|mouvement|titre|filiale)\b|vous\b|et (?:ses|nos)\b|(?:sa|sas|inc)\b|/|[-–—|•] |(?:19|20)\d\d)"
)
"""What follows a name that speaks of itself: « INFO24 vous accompagne », « La Vigie, le journal … »."""


def name_of(page: Page) -> str | None:
    """The outlet's name, in capitals and small letters if the page has it so anywhere; None if no
    line has enough evidence.
    """
    if page.title is None:
        return None
    if page.title < 2:
        return _beside_address(page)
    for at in range(min(page.title, _TOP)):
        if "cc" in page.text(at) and (home := _HOME.fullmatch(page.text(at))) is not None:
            return home["name"] or home["of"]
    best, most = None, float(_ENOUGH)
    known: set[str] = set()
    for at in range(min(page.title, _TOP)):
        text = _SLOGAN.sub("", page.text(at)).strip("[]")
        name = plain(text)
        if name in known or not _could_be(page, at, text):
            continue
        evidence = _evidence(page, at, text, first=not known)
        if not known and is_outlet_name(text) and text != page.text(at).strip("[]"):
            evidence += _ENOUGH  # the uppermost line says of itself what it is
        known.add(name)
        if evidence >= most:
            best, most = text, evidence + 0.5  # of two names the upper one
    if best is None and (sources := page.facts.sources):
        shorter = _without_language(page, sources[0])
        best = shorter if shorter != sources[0] else None
    if best is None and not any(map(is_outlet_name, page.facts.outlets)):
        best = _at_the_top(page)
    best = _without_language(page, best) if best is not None else None
    return _best_spelling(page, best) if best is not None else _beside_address(page)


def _without_language(page: Page, name: str) -> str:
    """« Rabat 24 FR », « RTL Vaud Info » of a site's menu → the name that the page has elsewhere."""
    shorter, _, last = name.rpartition(" ")
    if plain(last) not in _OF_SITES or len(shorter.split()) < _TWO:
        return name
    wanted = plain(shorter)
    alone = re.compile(
        rf"{re.escape(wanted)}(?:\W+(?:copyright|tous droits).*)?|(?:©|copyright).{{0,20}}{re.escape(wanted)}\W*"
    )
    return shorter if any(alone.fullmatch(simple) for simple in page.plains if simple) else name


def _beside_address(page: Page) -> str | None:
    """The outlet of « Lire sur Le Port Libre : https://leportlibre.example/… », whose address spells it; between two
    paragraphs such a line leads to another article.
    """
    prose = page.prose()
    for at, line in enumerate(page.lines):
        if prose and prose[0] < at < prose[-1]:
            continue
        found = _READ_ON.search(line.text) if "://" in line.text else None
        if found is not None:
            letters = re.sub(r"[^a-z0-9]", "", plain(found["name"]))
            if letters and letters in re.sub(r"[^a-z0-9]", "", found["host"].lower()):
                return found["name"]
    return None


def is_own_name(page: Page, at: int) -> bool:
    """Whether other lines of a page name a line as their outlet."""
    return _evidence(page, at, page.text(at), first=False) >= _NAMED


def _at_the_top(page: Page) -> str | None:
    """The name above a page's menu, if it has the form of one and stands there alone."""
    short = [at for at in range(min(page.title or 0, _TOP)) if page.look(at) is Look.SHORT]
    for at in short[:_HIGHEST]:
        text = _SLOGAN.sub("", page.text(at))
        proper = _is_proper(text)
        if not proper and not is_outlet_name(text):
            return None  # the menu has begun
        labels = [
            other
            for other in range(at + 1, page.title or 0)
            if len(page.text(other).split()) <= _LABEL and page.look(other) is not Look.PROSE
        ]
        name = plain(text)
        long = len(name.split()) > _TWO
        if (
            len(labels) < _MENU - (long or proper)
            or " " not in text
            or name in _LABELS
            or is_sentence(text)
        ):
            return None
        # « La Une », « Le Fil », « Les Débats »: of several that look like names none is the outlet's.
        alone = not any(
            is_outlet_name(page.text(other)) and not is_section(page.text(other))
            for other in labels
        )
        return text if alone or (long and not proper) or is_listed_outlet(text) else None
    return None


def _is_proper(text: str) -> bool:
    """Whether a line is two to four words with capitals, none of which a label of a menu has: « Léman Sports »."""
    words = text.split()
    return (
        2 <= len(words) <= _PROPER
        and all(word[0].isupper() and len(word) > 1 for word in words)
        and not _OF_MENUS.search(plain(text))
        and not any(mark in text for mark in ",;:!?|/>»")
    )


def _could_be(page: Page, at: int, text: str) -> bool:
    name = plain(text)
    return (
        page.look(at) is Look.SHORT
        and 3 <= len(name) <= 50
        and len(name.split()) <= _LONGEST
        and not is_section(text)
        and not LABEL_START.match(name)
        and not is_sentence(text)
        and not is_row_of_labels(text)
        and (
            is_outlet_name(text)
            or not is_person(text)
            or text.isupper()
            or _issues(page, name)
            or _signs_pictures(page, text)
        )
    )


def _issues(page: Page, name: str) -> bool:
    """Whether a name that could be a person's has a newsletter, a number or subscribers."""
    told = re.escape(name)
    wanted = re.compile(rf"{_ISSUED}{told}(?!\w)|^{told},? n° ?\d")
    return any(wanted.search(simple) for simple in page.plains if simple)


def _has_address(page: Page, name: str) -> bool:
    """Whether an address on the page is spelt as the name: « courrier@debat-du-port.fr »."""
    letters = re.sub(r"[^a-z0-9]", "", _ARTICLE.sub("", name))
    if len(letters) < _ADDRESSED:
        return False
    return any(
        letters in re.sub(r"[^a-z0-9]", "", host.rpartition(".")[0].lower())
        for line in page.lines
        if len(line.text) <= 200 and ("@" in line.text or "www." in line.text)
        for host in _HOSTS.findall(line.text)
    )


def _signs_pictures(page: Page, text: str) -> bool:
    """Whether the initials of a name stand in a credit: « © Luc Amiel/CA » on a page of « Continent Afrique »."""
    letters = "".join(word[0] for word in re.findall(r"[^\W\d_]{2,}", text) if word[0].isupper())
    if len(letters) < _INITIALS:
        return False
    credit = re.compile(rf"(?:/\s?{letters}\b|\b{letters}\s?/)")
    return any(
        credit.search(line.text)
        for line in page.lines
        if "/" in line.text and len(line.text) <= 200
    )


def _evidence(page: Page, at: int, text: str, *, first: bool) -> float:
    """One for the uppermost short line, one for the form of an outlet's name, one for each other
    line that names it as its own or stands at the very end, up to three; two for rights.
    """
    name = plain(text)
    found = float(first) + float(is_outlet_name(text))
    # « © Réveil de l'Aven » names « Le Réveil de l'Aven ».
    name = _ARTICLE.sub("", name) if len(name.split()) > 2 else name
    own = rights = 0.0
    for other, line in enumerate(page.lines):
        if other == at or page.is_prose(other) or len(line.text) > 200:
            continue
        simple = page.plains[other] or plain(line.text)
        place = simple.find(name)
        if simple == name and other > (page.title or 0) and is_institution(text):
            own += 2.0  # above its address
            continue
        if place < 0 or _ARTICLE.sub("", simple) == name:
            continue
        before, after = _BEFORE.sub("", simple[:place]), simple[place + len(name) :]
        if before[-1:].isalnum() or after[:1].isalnum():
            continue
        if _RIGHTS.search(line.text):
            own += 2.0
            rights += 2.0
        else:
            credited = page.look(other) is Look.CREDIT and before.rstrip().endswith("/")
            own += credited or bool(_INTRODUCED.search(before) or _GOES_ON.match(after))
            own += other >= len(page.lines) - _FOOT
    formed = first or is_outlet_name(text)
    told = 2.0 * _has_address(page, name) + _issues(page, name) + 2.0 * _signs_pictures(page, text)
    if not formed and not rights and not told:
        return 0.0  # a label of the menu: « l’actualité de la chimie »
    own += told
    own += 2.0 * (first and at + 1 < len(page.lines) and bool(_SELF.match(page.plains[at + 1])))
    return found + min(3.0, own) if own else 0.0


def _best_spelling(page: Page, text: str) -> str:
    """The name, or for « RADIO FLEUVE » the form « Radio Fleuve » of another line."""
    text = text.strip(" |•·")
    if not text.isupper() or len(text) < 5:
        return text
    pattern = re.compile(rf"(?<!\w){re.escape(text)}(?!\w)", re.IGNORECASE)
    for line in page.lines:
        match = pattern.search(line.text)
        if match and not match.group().isupper() and match.group()[0].isupper():
            return match.group()
    return text
