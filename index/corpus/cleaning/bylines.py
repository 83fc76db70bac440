"""The author of an article in a byline: « Par X », « Recueilli par X et Y, envoyés spéciaux à Z »."""

from __future__ import annotations

import re

from index.corpus.cleaning.name_looks import is_agency, is_name, is_service
from index.corpus.cleaning.phrases import plain
from index.corpus.cleaning.signed_names import (
    is_collective,
    signed_names,
    without_buttons,
    without_employer,
)
from index.corpus.page_dates import find_dates
from index.text.signs import holds

BY = re.compile(
    r"""(?:
        une?\ (?:texte|article|reportage|r[ée]cit|entretien|dossier|enqu[êe]te|chronique|interview|tribune|analyse|correspondance(?:\ particuli[èe]re)?)\ (?:de|d[’'])\s*
      | (?:(?:[ée]crit|r[ée]dig[ée]|publi[ée]|post[ée]|propos(?:\ recueillis)?|paroles?|t[ée]moignages?|propos\ recueillis\ et\ traduits|reportage|synth[èe]se|article|texte|recueilli|interview|entretien|enqu[êe]te|dossier|r[ée]cit|portrait|analyse|chronique|sign[ée]|suivi|anim[ée]|direct|live)s?(?:\s+\w+){0,3}?\s+par
          |par|by|written\ by|posted\ by|auteure?s?|autrices?|author|r[ée]daction|r[ée]dacteur|r[ée]dactrice|journalistes?|texte|signature)\s*:?\s+
      | (?:de\ |avec\ )?(?:notre|nos|l[’']un\ de\ nos)\ (?:envoy|correspondan)\S*(?:\s(?:sp[ée]cia\w+|permanente?s?))?\s*(?:[àa]|au|en|aux|:|,)?\s*
    )""",
    re.IGNORECASE | re.VERBOSE,
)

_POSTED = re.compile(r"(?:envoy|correspondan)\S*.*\s(?:[àa]|au|en|aux)\s*$", re.IGNORECASE)

_WITH_AGENCY = re.compile(
    r"[^\W_a-zà-ÿ][\w .’'&@-]{1,40} (?:avec|et) (?:l['’])?(?:AFP|Reuters|AP|MAP|APS|agences?)"
)

_BROADCAST = re.compile(
    r"(?:[Tt]exte|TEXTE|[Aa]daptation)s?\s(?:pour le )?(?:web|WEB|Web)\s*:\s*(?=[A-ZÀ-Ý])"
)
"""« Texte web : Jeanne Martin »; a « Sujet radio » may be whom it is about."""
_WITH = re.compile(
    r"\s+(?:avec|et)\s+(?:l['’])?(?:ats|afp|belga|reuters|keystone|agences?)\b.{0,20}$",
    re.IGNORECASE,
)
"""The agency behind who wrote for a broadcaster's site."""
BRACKETS = re.compile(r"\s*\([^()]{1,60}\)")

_TRANSLATION = r"(?:traduite?s?|adapt[ée]e?s?|traduction|adaptation)(?:\s(?:de |du )?(?:l[’'])?[^\W\d_]+){0,3}?(?:\s\([^()]{2,30}\))?\s?(?::|par\s|de\s)"
_EDITED = re.compile(
    rf"(?:[,.;]|\s[-–—|])?\s+(?:(?:édité|relu|mis en ligne)e?\s+par\s|\(?{_TRANSLATION}).{{2,60}}$",
    re.IGNORECASE,
)
"""An editor who is not the author: « Par Belga, édité par Jeanne Martin »."""

_MAY_EDIT = ("dité", "relu", "mis en ligne", "tradu", "adapt", "ſ")
"""Pieces of these words, which are found much faster, and a letter that is another form of one of theirs."""
_TRANSLATED = re.compile(
    rf"\(?(?:texte |article |propos )?{_TRANSLATION}.{{2,60}}|(?:relu|relecture|édité|édition|correction|validé|mise? en ligne|mise? en page)e?s?\s?(?:par\s|:)\s?(?-i:[A-ZÀ-Ý]).{{2,60}}",
    re.IGNORECASE,
)
"""Who translated, edited or read again what another wrote."""
_GENRE = re.compile(
    r"(?:tribune|opinions?|[ée]dito(?:rial)?|chronique|analyse|d[ée]cryptage|enqu[êe]te|reportage|r[ée]cit|portrait|entretien|grand format|point de vue|libre opinion|carte blanche|billet|t[ée]moignage|id[ée]es?|d[ée]bats?)\s*[.|:•–—-]\s*(?=par\s)",
    re.IGNORECASE,
)
"""« Tribune. Par Jeanne Martin »."""
_PLACED = re.compile(
    r"\s*\([^()]{1,60}\)\s*$|\s*(?:,|\s[-–—])\s*(?:(?:à|au|aux|en)\s+)?[A-ZÀ-Ý][\w’'-]+(?:[ -][A-ZÀ-Ý][\w’'-]+)?$"
)
"""A name with a place: « Jeanne Martin (Rabat, correspondante) », « Jeanne Martin, à Rabat »,
« Jeanne Martin, Genève ».
"""

_SENT = re.compile(
    r"\s*,\s*(?!.*\))(?:(?:notre|nos|nos deux) )?(?:envoy[ée]e?s? sp[ée]cia(?:l|le|ux|les)|correspondante?s?|journalistes?|en envoi sp[ée]cial|initiative de journalisme)\b.{0,60}$",
    re.IGNORECASE,
)
"""Names with their function: « Jeanne Martin, Luc Amiel, envoyés spéciaux à Rabat »."""

_COLLECTIVE = re.compile(
    r"(?:la )?redaction(?: ?[ (](?:de|du|avec) .{2,40})?|(?:le|la|les) .{2,30} avec (?:afp|reuters|ap|agences?|aps|map)"
)


_AT = re.compile(r",?\s+à\s+\d{1,2}\s?[:hH]\s?\d\d$")
"""« Publié par Jeanne à 09:14 », below the day of the page."""
_AT_PLACE = re.compile(
    r"(?<=[^\W\d_])\s+(?:à|au|aux|en|depuis)\s+[A-ZÀ-Ý][\w’'-]+(?:[ -][A-ZÀ-Ý][\w’'-]+){0,2}$"
)
"""« Propos recueillis par Jeanne Martin à Rabat »."""
_TITLED = re.compile(
    r"^(?:le|la) (?=(?:Dr|Dre|Pr|Pre|Docteure?|Professeure?|Père|Général)\.? [A-ZÀ-Ý])"
)
_INITIAL = 4
"""The most characters of an initial or a short form with its point: « L. », « Ph. », « Chr. »."""
_SIGNED_BESIDE = re.compile(r"(?:\s*/\s*(?:[a-z]{2,4}|comm))+$")
"""The desk or the release behind a name: « Jeanne Martin / comm », « Jeanne Martin/sr »."""
_WORK = re.compile(
    r"(?:(?:texte|article|reportage|r[ée]cit|enqu[êe]te)(?:\s+(?:de\s+|d[’'])|\s*:\s*)"
    r"|(?:reportage|r[ée]cit)\s+(?-i:(?=[A-ZÀ-Ý][a-zà-ÿ’'-]+ [A-ZÀ-Ý][\w’'-]+$))"
    r"|(?:(?:un|une|le|la)\s+|l[’']\s?)?(?:[ée]dito(?:rial)?|billet(?:\sd[’']humeur)?|chronique|tribune|humeur|bloc-notes)\s+(?:de\s+|d[’'])"
    r"|textes?\s(?:et|&)\s(?:photos?|photographies?|vid[ée]os?|images?|dessins?|illustrations?)\s*:?\s*(?:de\s+|par\s+)?|(?:une?\s\w+\s)?sign[ée]e?\s+)"
    r"(?-i:(?=[A-ZÀ-Ý]))",
    re.IGNORECASE,
)
"""« Enquête de Jeanne Martin », « L’édito de Jeanne Martin », « Texte et photos : Jeanne Martin ». An interview
« de » somebody names who was asked, « Chronique : Anna Karénine » may name whom it is about.
"""


_OF_TEXT = re.compile(r"\((?:textes?|r[ée]cit|enqu[êe]te)\)", re.IGNORECASE)
"""« Jeanne Martin (texte) et Luc Amiel (photos) »."""
_TANGLED = re.compile(
    r",\s(?:à|au|aux|en)\s[^,]+,|@\w|\((?:textes?|photos?|photographies?|images?|dessins?|illustrations?)\)",
    re.IGNORECASE,
)
"""Places, accounts and works between the names, which only names taken one by one are told from."""


def read_byline(line: str) -> str | None:
    """« Ecrit par : S.A » → `S.A`; None when the line is no byline."""
    line = without_buttons(line.strip(" \u00a0"))
    if (genre := _GENRE.match(line)) is not None:
        line = line[genre.end() :]
    if is_edited_by(line):
        return None
    if ":" in line and (said := _BROADCAST.match(line)) is not None:
        return signed_names(_WITH.sub("", line[said.end() :]))
    if (work := _WORK.match(line)) is not None:
        return signed_names(line[work.end() :])
    match = BY.match(line)
    if match is None:
        if _COLLECTIVE.fullmatch(plain(line)) or _WITH_AGENCY.fullmatch(line):
            return line
        return signed_names(line) if "(" in line and _OF_TEXT.search(line) else None
    name = line[match.end() :].strip(" :\u00a0,")
    if holds(name.lower(), _MAY_EDIT):
        name = _EDITED.sub("", name)
    name = _SENT.sub("", name)
    if is_service(name.partition(" ")[0]):
        return None
    if _POSTED.search(match.group()):
        # In « De notre correspondante à Bamako, Aminata Diarra » the place is no part of the name.
        _, comma, named = name.partition(",")
        if not comma:
            return _posted_without_comma(line)
        name = named.strip()
    return _name_behind(name)


def is_edited_by(line: str) -> bool:
    """Whether a line names who translated, edited or read an article again, and nobody who wrote it."""
    return _TRANSLATED.fullmatch(line) is not None


def _posted_without_comma(line: str) -> str | None:
    """The author in « Notre correspondante à Rome Jeanne Martin », else the whole line without « De »."""
    alone = signed_names(line)
    if alone is not None:
        return alone
    name = re.sub(r"^(?:par|de)\s+", "", line, flags=re.IGNORECASE)
    return name if len(name.split()) <= 8 and name[-1:] not in ".!?," else None


def _name_behind(name: str) -> str | None:
    """The author in what follows « Par »; None if it is no name."""
    name = _AT_PLACE.sub("", _TITLED.sub("", name))
    found = find_dates(name)
    if found:
        name = re.sub(r"[\s,|–-]*\b(?:le|on)?\s*$", "", name[: found[0].start])
    name = _SIGNED_BESIDE.sub("", _AT.sub("", name))
    if name.endswith(".") and len(name.split()[-1]) > _INITIAL:
        name = name[:-1]  # « par Jeanne Martin. »
    if "/" in name and (signed := signed_names(name)) is not None:
        return name if is_agency(signed) else signed
    if "," in name:
        name = without_employer(name)
    if _COLLECTIVE.fullmatch(plain(name)) or is_collective(name):
        return name
    if _TANGLED.search(name) and (
        (told := signed_names(name)) is not None or "@" in name or "," in name
    ):
        return told
    if " pour " in name and (signed := signed_names(name)) is not None:
        return signed  # « Jeanne Martin pour La Gazette du Port »
    if is_name(bare := BRACKETS.sub("", name)):
        return without_place(bare)
    if is_name(_PLACED.sub("", name)):
        return without_place(name)
    return signed_names(name)


def without_place(name: str) -> str:
    """A name without the author's place; two names with a comma stay."""
    match = _PLACED.search(name)
    if match is None:
        return name
    rest = name[: match.start()].strip()
    second = match.group().strip(" ,-–—()")
    two_names = match.group().lstrip().startswith(",") and len(second.split()) > 1
    if two_names and not re.match(r"(?:à|au|aux|en)\s", second):
        return name
    return rest if len(rest.split()) > 1 and is_name(rest) else name
