"""The names on a copied page that may be its outlet's, each with the places where it stands.

Most pages name their outlet several times: above the menu, behind the title, in a line of rights, in an address, where
readers are asked to subscribe. None of these places is sure alone; `outlet_signs.py` weighs them together.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum, auto
from functools import lru_cache

from index.corpus.cleaning import name_looks, rights
from index.corpus.cleaning.breadcrumbs import is_breadcrumb
from index.corpus.cleaning.line_looks import Look, is_row_of_labels, is_sentence
from index.corpus.cleaning.outlets import LABEL_START, could_be_outlet, is_outlet_name, is_site
from index.corpus.cleaning.page import Page
from index.corpus.cleaning.phrases import plain
from index.corpus.cleaning.reasons import Reason
from index.corpus.cleaning.short_outlets import full_name
from index.text.signs import holds

TOP = 14
"""The number of lines at the head of a page among which its name is."""
_HEAD, _AROUND, _FOOT = 40, 10, 120
"""The number of lines at the head and after the title, before the title, and at the foot that are read for it."""
LONGEST = 160
"""The most characters of a line in which a page speaks of itself."""
_WORDS = 8
_LEAST = 3
"""The most words and the fewest letters of a name."""
_ARTICLE = re.compile(r"^(?:l[ae]s? |l')")
_SITE = re.compile(r"(?:www\.)?(?P<name>[\w-]+(?:\.[\w-]+)*)\.[a-z]{2,7}$")
_SLOGAN = re.compile(
    r"\s*(?:,\s+|[–—|:-]\s+(?=(?:le|la|l[’']|les|un|une|toute?)\b))(?:(?:le|la|l[’']|les|un|une|toute?)\s?)?(?:premi[eè]re? |seule? )?"
    r"(?:m[ée]dia|site|journal|quotidien|hebdo\w*|mensuel|magazine|revue|blog|radio|gazette|info\w*|actu\w*|l[’']actu\w*|l[’']info\w*)s?\b.*$",
    re.IGNORECASE,
)
"""What an outlet says of itself behind its name: « Rue du Port, le média qui … »."""
_HOME = re.compile(
    r"^(?:retour|aller|revenir) (?:à|vers) (?:la page d[’']|l[’'])accueil d(?:e |u |es |[’'])|\s?[-–—,:|]\s?(?:retour|aller|revenir) (?:à|vers) (?:la page d[’']|l[’'])accueil$",
    re.IGNORECASE,
)
"""The words of a logo, for those who cannot see it: « La Gazette - Retour à la page d’accueil »."""
_BRACKET = re.compile(r"\s\([^()]*\)$")
_PARTS = re.compile(r"\s+[|•·/>»–—-]\s+|\s*[|•·]\s*|\s{2,}")
_NUMBERED = re.compile(r"(?<=\w),?\s*[–—-]?\s*(?:n[°ºo]|num[ée]ro)\s?\d.*$", re.IGNORECASE)
_ASKED = re.compile(
    r"(?:\babonn\w+(?:[ -]vous)?|\bnewsletters?|\b(?:info)?lettres?|\bsoutenez|\bsoutenir|\brecevez|\bsuivez|\bsuivre|\brejoignez|\bretrouvez|[ée]coute[rz]|\blire(?: la suite)?"
    r"|\bactus?|\bappli(?:cation)?|[ée]quipe|\br[ée]daction|\blecteurs|\blectrices|\bsources?\s?:|\bservices?|\bcontacte[rz]|\bplus|\barticles?|\b[àa] propos|\bsite|\bflux|\bpodcasts?"
    r"|\bpubli[ée]e?|\bparue?|\bmagazine|\bjournal|\bconfidentialit[ée]|\bboutique|\bfans?|\bt[ée]l[ée]charger?|\bgroupe|\bcharte)"
    r"[^.!?:;«»]{0,32}?(?P<joint>\s(?:à|au|aux|de|du|des|sur|par|avec|dans|chez|le|la|les)\s|\s?[dl][’']|\s|:\s?)[«“\"]?\s?(?P<name>[A-ZÀ-Ý0-9][^,.;:!?()|«»“”\"–—]{2,50})",
    re.IGNORECASE,
)
"""Where readers are asked to subscribe, to follow, to write: « Abonnez-vous au Petit Rivage »."""
_MAY_ASK = (
    "abonn", "lettre", "souten", "recev", "suiv", "rejoign", "retrouv", "cout", "lire", "actu", "appli", "quip", "daction", "lect", "ource", "serv",
    "contact", "plus", "article", "propos", "ite", "flux", "podcast", "publi", "paru", "magazine", "journal", "confident", "boutiq", "fan", "charg",
    "group", "chart", "newsl", "ſ",
)  # fmt: skip
"""Pieces of these words, which are found much faster, and a letter that is another form of one of theirs."""
_TAIL = re.compile(
    r"\s+(?:sur|en|dans|par|pour|via|est|et|vous|chaque|tous|depuis|avec|ne|a|qui)\s.*$|\s(?:sur|par|via|n[°ºo])$"
)
"""What follows a name in such a line."""
_OWN = re.compile(
    r"^(?P<name>[A-ZÀ-Ý][^,.;:!?()|«»“”\"]{2,45}?)(?:,? (?:est|sont) (?:une?|le|la|les|l[’']|édité|publié|[ée]dit)|\s[–—-]\s\d|\s(?:SA|SAS|SARL|ASBL|SPA|Inc)\b|,?\s[–—-]?\s?(?:une (?:publication|marque|entreprise)|paraît|tous droits|copyright|all rights)|,?\s+n[°ºo]\s?\d|\s(?:respecte|protège|s[’']engage|utilise (?:des|les) (?:cookies|traceurs)|et (?:ses|nos|leurs)(?: \d+)? (?:partenaires|filiales|prestataires|marques|tiers))\b)",
    re.IGNORECASE,
)
"""What an outlet says of itself: « Le Petit Rivage est édité par … », « Le Maillon n° 12 », « La Vigie et ses partenaires »."""


_MAY_OWN = (
    "est ", "sont ", "–", "—", "-", "n°", "nº", "no", "sa", "asbl", "spa", "inc", "une ", "paraît", "tous droits", "copyright", "rights", "respecte", "prot", "engage", "utilise", "et ses", "et nos", "et leurs", "ſ",
)  # fmt: skip
"""Pieces of these words."""


_LEGAL = re.compile(
    r"(?:mentions?|informations?|notices?) legales?|licences?|cg[uv]s?|conditions? (?:generales?|d'utilisation).*|rgpd|gdpr|lcen|cookies?|donnees personnelles|vie privee"
    r"|(?:politique|charte|protection|gestion|parametres?|preferences?) .*|confidentialite|accessibilite.*|plan du site|credits?(?: photos?)?|contacts?|contactez-nous|nous contacter|lanceurs? d'alerte"
    r"|qui sommes-nous|publicites?|recrutement|faq|aide|rss|newsletters?|archives|tous droits reserves|reglement.*|signaler.*|association (?:reconnue|loi|declaree|a but) .*|(?:issn|siret|siren|cppap|rcs|tva)\b.*"
)
"""What stands beside the holder of rights in the last lines of a page: « © La Gazette – CGU – Licence »."""


class Place(Enum):
    """Where a page names its outlet."""

    __hash__ = object.__hash__  # That of Enum is a function in Python.

    TOP = auto()
    PART = auto()
    """A part of a line above the title: « MGA — Mines Afrique », « Rail > Lignes »."""
    STATED = auto()
    """A line about the article: « Le Petit Rivage, publié le 3 mai »."""
    RIGHTS = auto()
    FOLLOWED = auto()
    BEHIND_TITLE = auto()
    ASKED = auto()
    QUOTED = auto()
    """In quotation marks, where the page addresses its readers: a newsletter has its own name there too."""
    OWN = auto()
    BELOW = auto()
    """A line of its own below the title."""


@dataclass(slots=True)
class Candidate:
    """A name, however it is spelt, and where it stands."""

    key: str
    """The plain form without an article or the ending of an address."""
    spellings: Counter[str] = field(default_factory=Counter)
    places: Counter[Place] = field(default_factory=Counter)
    lines: list[int] = field(default_factory=list)
    """The lines that hold nothing else."""


@lru_cache(maxsize=1 << 11)
def key_of(name: str) -> str:
    """By what two spellings of a name are one."""
    simple = plain(name).strip(" .-–—|•·[]()©*_")
    if (site := _SITE.fullmatch(simple)) is not None:
        simple = site["name"].replace("-", " ")
    return _ARTICLE.sub("", simple)


def candidates(page: Page, head: int) -> list[Candidate]:
    """All names on a page that may be its outlet's, those of the upper lines first; its `head` ends at the title."""
    found: dict[str, Candidate] = {}
    for name, place, at in _named(page, head):
        name = full_name(name.strip(" .,:;-–—|•·[]()©\u00a0»>*_"))
        key = key_of(name)
        if not _may_be(name, key, place) or _is_of_person(page, name, place):
            continue
        one = found.setdefault(key, Candidate(key))
        one.spellings[name] += 1
        one.places[place] += 1
        if at is not None:
            one.lines.append(at)
    return list(found.values())


def _is_of_person(page: Page, name: str, place: Place) -> bool:
    """Whether a name is the author's, or an agency's that signs: those have rights and lines of their own."""
    if name_looks.is_agency(name):
        return place not in (Place.TOP, Place.STATED)
    signed = place is not Place.TOP and name in page.facts.authors
    return signed and name_looks.is_person(name) and not is_outlet_name(name)


def _may_be(name: str, key: str, place: Place) -> bool:
    return (
        len(key) >= _LEAST
        and len(name.split()) <= _WORDS
        and (name[0].isupper() or name[0].isdigit() or place is Place.TOP or is_site(name))
        and not name_looks.is_section(name)
        and not LABEL_START.match(plain(name))
        and not _LEGAL.fullmatch(key)
        and any(map(str.isalpha, key))
    )


def speaking_lines(page: Page, head: int) -> list[int]:
    """The lines in which a page may name itself: those at its head, around its title and at its foot. They are
    bounded, for each name is sought in all of them.
    """
    lines = len(page.lines)
    return [
        at
        for at in range(lines)
        if at < _HEAD or head - _AROUND <= at < head + _HEAD or at >= lines - _FOOT
    ]


def _is_legal(text: str) -> bool:
    """Whether a line is the last one of a page: « Le Marin – Mentions légales – CGV – Contact »."""
    parts = [key_of(part) for part in _PARTS.split(text)]
    return sum(_LEGAL.fullmatch(part) is not None for part in parts) >= _LEGAL_PARTS


_LEGAL_PARTS = 2
_ELSEWHERE = frozenset((Reason.CROSS_LINK, Reason.TEASER))


def _named(page: Page, head: int) -> Iterator[tuple[str, Place, int | None]]:
    facts = page.facts
    prose = page.prose()
    inside = range(prose[0], prose[-1]) if prose else range(0)
    for at in speaking_lines(page, head):
        text = page.text(at)
        if len(text) > LONGEST or page.is_prose(at) or at == page.title:
            continue
        if at < min(head, TOP) and not is_row_of_labels(text) and not is_sentence(text):
            bare, *parts = _at_top(text)
            yield bare, Place.TOP, at
            for part in parts:
                yield part, Place.PART, None
        elif at >= head and page.look(at) is Look.SHORT and could_be_outlet(text):
            yield text, Place.BELOW, at
        elif page.look(at) is Look.COPYRIGHT or rights.is_of_rights(text) or _is_legal(text):
            for part in _PARTS.split(rights.without_rights(text)):
                yield part, Place.RIGHTS, None
        spoken = _spoken(text)
        if spoken and not (at in inside and page.reasons[at] in _ELSEWHERE):
            yield from () if is_breadcrumb(text) else spoken
    for name in facts.sources:
        yield name, Place.STATED, None
    for name in facts.holders:
        yield name, Place.RIGHTS, None
    for name in facts.followed:
        yield name, Place.FOLLOWED, None
    yield from _behind_title(page)


@lru_cache(maxsize=1 << 10)
def _at_top(text: str) -> tuple[str, ...]:
    """The name on a line at the head of a page, and the parts of a line that is nothing but several; remembered like
    what a line speaks of.
    """
    bare = _NUMBERED.sub("", _SLOGAN.sub("", _HOME.sub("", _BRACKET.sub("", text))))
    parts = _PARTS.split(text) if bare == text else []
    return (bare, *parts) if parts[1:] else (bare,)


_ADDRESSED = re.compile(r"\b(?:vous|votre|vos|nous|notre|nos)\b", re.IGNORECASE)
_QUOTED = re.compile(r"[«“\"]\s?(?P<name>[A-ZÀ-Ý][^«»“”\"]{2,40}?)\s?[»”\"]")


@lru_cache(maxsize=1 << 10)
def _spoken(text: str) -> tuple[tuple[str, Place, int | None], ...]:
    """The names of which a line speaks; it is remembered, for a page is read before its title is known and after."""
    return tuple(_spoken_in(text))


def _spoken_in(text: str) -> Iterator[tuple[str, Place, int | None]]:
    if ("«" in text or '"' in text or "“" in text) and _ADDRESSED.search(text):
        yield from ((match["name"], Place.QUOTED, None) for match in _QUOTED.finditer(text))
    own = _OWN.match(text) if holds(text.lower(), _MAY_OWN) else None
    if own is not None and could_be_outlet(own["name"]):
        yield own["name"], Place.OWN, None
    asked = _ASKED.search(text) if holds(text.lower(), _MAY_ASK) else None
    if asked is not None and (asked["name"][0].isupper() or asked["name"][0].isdigit()):
        yield _TAIL.sub("", asked["name"]), Place.ASKED, None


def _behind_title(page: Page) -> Iterator[tuple[str, Place, int | None]]:
    """What stands behind the title where a line repeats it: « Le port rouvre | Le Petit Rivage »."""
    if page.title is None:
        return
    title = page.plains[page.title] or plain(page.text(page.title))
    for at, simple in enumerate(page.plains):
        if at != page.title and len(simple) > len(title) and simple.startswith(title):
            name = rights.outlet_after(page.text(at), len(simple) - len(title))
            if name:
                yield name, Place.BEHIND_TITLE, None
