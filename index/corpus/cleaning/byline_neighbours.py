"""Lines that stand beside the name of an author: an office, a trade, a portrait, an account, an employer, a date."""

from __future__ import annotations

import re

from index.corpus.cleaning import name_looks
from index.corpus.cleaning.breadcrumbs import is_breadcrumb
from index.corpus.cleaning.line_looks import Look
from index.corpus.cleaning.outlets import is_outlet_name
from index.corpus.cleaning.page import Page
from index.corpus.cleaning.phrases import is_undated_time, plain

_OFFICE = re.compile(
    r"(?:grande? )?(?:(?:data|photo|vid[ée]o)?-?journaliste|reporter|correspondante?|envoyée? spéciale?|rédacteur|rédactrice"
    r"|éditorialiste|chroniqueu(?:r|se)|chef(?:fe)? (?:du|de|adjoint))(?:,? [^.!?]{0,70})?",
    re.IGNORECASE,
)
_TRADE = re.compile(
    r"(?:Ma[îi]tre(?:sse)? de conf[ée]rences|Prof(?:esseur)?e?\b|Docteure?\b|Doctorante?\b|Enseignant|Cherch|Charg[ée]e? de (?:recherche|mission|cours|projet)|Ing[ée]nieure?\b|Post-?doc|Directeur|Directrice|Pr[ée]sidente?\b"
    r"|Historien|Sociologue|[ÉE]conomiste|Politologue|Juriste|Avocat|Philosophe|Essayiste|[ÉE]crivain|Auteure?\b|Autrice|M[ée]decin)"
)
_TRADE_WORDS = 14
"""What a line right below an author's name says of them."""
_READING = re.compile(
    r"(?:temps de |durée de )?(?:lecture|(?:\d+-)?\d+ ?(?:min|mn)).*|\d+ ?(?:min|mn|minutes?)\b.*",
    re.IGNORECASE,
)
_TIMED = re.compile(
    r"(?:publi|mis|post|paru|modifi|actualis|hier|aujourd)\S* .{0,20}\d ?[h:]|(?:publi\S+ )?il y a \d+ \w+|(?:publi|mis|modifi)\S* (?:à jour )?le \d.*",
    re.IGNORECASE,
)
_ACCOUNT = re.compile(
    r"\S*@\S+|\+? ?(?:suivre|lui écrire|contacter)\b.*|(?:voir |lire |consulter )?(?:tous )?(?:ses|les) (?:derniers )?articles\b.*|voir (?:le|son) profil.*",
    re.IGNORECASE,
)
"""What a page writes below its author's name."""
_PORTRAIT = re.compile(
    r"(?:photo|portrait|avatar|image|visage)(?: de profil| du profil)? (?:de |d[’'])[A-ZÀ-Ý].{3,50}|[A-ZÀ-Ý].{3,50} \((?:photos?|photographies?|vid[ée]os?|dessins?|illustrations?)\)",
    re.IGNORECASE,
)
"""The picture of an author, and who took pictures: they stand between a name and its date."""
_ROLE = re.compile(
    r"(?:directeur|directrice|r[ée]dacteur|r[ée]dactrice|responsable|contacts?|service|maquette|conception|publicit[ée]|r[ée]gie|l[’']?[ée]quipe|nos)\b[^.!?]{0,50}|abonn\w+",
    re.IGNORECASE,
)
"""Labels of an imprint, below which others are named."""
ARTICLE = re.compile(r"(?:l[ea]s? |l['’])", re.IGNORECASE)


def is_office(text: str) -> bool:
    """Whether a line is the office of an author: « Journaliste au service Monde »."""
    return bool(_OFFICE.fullmatch(text.strip("()")))


def tells_trade(text: str) -> bool:
    """Whether a line tells what somebody does: « Chargée de recherche, Institut du Lac »."""
    return _TRADE.match(text) is not None and len(text.split()) <= _TRADE_WORDS


def names_role(text: str) -> bool:
    return is_office(text) or tells_trade(text) or _ROLE.fullmatch(text) is not None


def is_account(text: str) -> bool:
    """Whether a line is an author's address or a button: « @jmartin », « Suivre », « Tous ses articles »."""
    return _ACCOUNT.fullmatch(text) is not None


def is_portrait(text: str) -> bool:
    return _PORTRAIT.fullmatch(text) is not None


def is_employer(page: Page, at: int) -> bool:
    """Whether a line is nothing but an agency or an outlet, as it stands below its author."""
    if at >= len(page.lines) or not page.is_short(at):
        return False
    text = page.text(at)
    return (
        name_looks.is_agency(text)
        or is_outlet_name(text)
        or bool(ARTICLE.match(text) and name_looks.is_name(text))
    )


def dates_page(page: Page, at: int) -> bool:
    """Whether a line is one that stands beside bylines, such as a date."""
    text = page.text(at)
    return (
        (page.look(at) is Look.HEADER and not is_breadcrumb(text))
        or bool(_READING.match(text))
        or bool(_TIMED.match(text))
        or is_undated_time(plain(text))
    )
