"""Lines of rights and of picture credits, and the outlets named beside them."""

from __future__ import annotations

import re

from index.corpus.cleaning.name_looks import is_agency, is_name, is_person
from index.corpus.cleaning.outlets import is_outlet_name
from index.corpus.cleaning.phrases import plain
from index.text.signs import holds

_RIGHTS = re.compile(
    r"\bcopyright\b|\(c\) ?(?:19|20)\d\d|tous droits (?:de reproduction |de diffusion )?reserves|all rights reserved|reproduction (?:totale ou partielle |meme partielle )?(?:interdite|strictement)|droits de reproduction"
)

_SPOKEN_OF = re.compile(
    r"\b(?:aucun|son|leurs?|le|du|au|mon|ce|un|sans) copyrights?\b(?!.{0,30}\breserve)"
)
"""An article that speaks of rights: « Je n'ai demandé aucun copyright »."""
_LONG_RIGHTS = 120
_MARKS = ("(c)", "copyright", "droits", "rights", "reproduction")
"""Marks of which every line of rights has at least one."""
_RIGHTS_YEAR = re.compile(r"©[^.©]{0,40}\b(?:19|20)\d\d\b|\b(?:19|20)\d\d\s*©")

_RIGHTS_WORDS = re.compile(
    r"©|\(c\)|copyright|tous droits(?: de reproduction et de representation)?(?: de reproduction| de diffusion)?|r[ée]serv[ée]s?|all rights reserved|and protected by applicable law|reproduction.*|\b(?:19|20)\d\d\b(?:\s*[-–]\s*(?:19|20)?\d\d)?|droits de.*",
    re.IGNORECASE,
)

_RIGHTS_SENTENCE = re.compile(
    r"\.\s+(?:toute?s?|aucune?|la|le|reproduction|interdit)\b.*", re.IGNORECASE
)
"""The sentence after the holder's name: « © La Gazette. Toute reproduction interdite »."""

_MAKER = re.compile(
    r"(?:\s[|·•–-]\s|\.\s|\s)(?:conception|cr[ée]ation|r[ée]alis\w+|r[ée]alisation|design(?:ed)?|d[ée]velopp\w+|propuls\w+|powered|h[ée]berg\w+|site (?:internet|web|r[ée]alis\w+))\b.*$",
    re.IGNORECASE,
)
"""Who made the site, behind the holder of the rights: « … réservés. Conception DZ Web »."""
_COMPANY = re.compile(
    r"[\s,]+(?:inc|s\.?a\.?s?|sarl|s\.?a\.?r\.?l|lt[ée]e|ltd|llc|gmbh|ag|asbl|scop|scic|spa|bv|nv)\.?$",
    re.IGNORECASE,
)
"""The form of a company behind its name."""
_FIRM = re.compile(
    r"\b(?:publishing|weblogy|web|digital|holding|group(?:e)?|studio|agency|solutions?|communication)\b",
    re.IGNORECASE,
)
"""Words of a publisher's or a maker's name, which is no outlet's."""

_CREDIT_START = re.compile(
    r"\(?(?:(?:credits?|copyright|legende|source)(?: ?[-/] ?| )?(?:de (?:la |l')|d'|des )?(?:photos?|images?|illustrations?|videos?|infographies?)|credits?|photos?|photographies?|photographes?|illustrations?|images?|infographies?|dessin|montage|capture(?: d'ecran)?|ph|visuel)\s?(?:d'illustration|d'archives?|de couverture|de une|a la une|principale|prise|non datee)?\)?\s?(?:[:©/|(]|par\b|-\s|d['e] ?\w+ ?[:©]|\.?$)"
)

_CREDIT_ALONE = re.compile(
    r"(?:photo|image|illustration|archives?|d\.? ?r\.?|photo (?:d'illustration|d'archives?)|image d'(?:illustration|archives?)|getty images|istock(?:photo)?|shutterstock|unsplash|pixabay|wikimedia(?: commons)?|capture d'ecran|(?:photo|image) non datee)[\s.]*(?:[/|-] ?.{2,40})?"
)

_CREDIT_END = re.compile(
    r"(?:[(\[|–—-]\s*(?i:cr[ée]dits?|photos?|image|illustration|ph\.?|source|copyright|archives?)\b[^()]{0,80}[)\]]?|©\s*(?:[A-ZÀ-Ý]\.\s?){0,3}[^.©]{1,60}|/\s?(?:AFP|Reuters|REUTERS|AP|SIPA|Sipa|Getty[^.]{0,30}|MAXPPP|MaxPPP|EPA|Belga|Keystone|DPPI|Shutterstock|Bestimage|Abaca|Hans Lucas|Le Figaro)(?:\s*/\s*[\w .]+)?\)?|\((?:AFP|AP|Reuters|SIPA)\s?/[^()]{2,60}\)|[A-ZÀ-Ý][\w.’' -]{2,40} (?:/|via) (?:AFP|AP|REUTERS|Reuters|Getty Images|SIPA|Sipa|MAXPPP)\)?)\s*\.?$"
)

_CREDIT_NAMED = re.compile(
    r"\((?:[A-ZÀ-Ý][\w.’-]+ ){1,3}[A-ZÀ-Ý]?[\w.’-]* ?/ ?[A-ZÀ-Ý][\w .’-]{2,25}\)$"
    r"|[.!?»] [A-ZÀ-Ý][A-ZÀ-Ý .’'-]{3,30} ?/ ?[A-ZÀ-Ý][A-ZÀ-Ý .’'-]{2,30}$"
    r"|\s/\s(?:[A-ZÀ-Ý][\w’'-]+ ){1,3}pour (?:l[’']|l[ae] |les )?[A-ZÀ-Ý][\w’' -]{2,25}$"
    r"|[/|–-]\s?(?:Ph|Photo|Crédit|Photos)\.? ?:? ?(?:DR|D\.R\.?|[A-ZÀ-Ý][\w’-]+(?: [A-ZÀ-Ý][\w’-]+){0,3})$"
    r"|[-–—|]\s[A-ZÀ-Ý][A-ZÀ-Ý.’' -]{3,40}\s?/\s?[A-ZÀ-Ý][\w .’'-]{1,30}$"
    r"|[.!?»]\s[-–—|]\s(?:[A-ZÀ-Ý][\w.’'-]*\s){1,3}/\s?[A-ZÀ-Ý][\w .’'-]{1,30}$"
    r"|[.!?»)]\s(?:Photos?|Ph\.?|Crédit(?: photo)?|Illustration)\s:?\s?(?:[A-ZÀ-Ý][\w.’'-]*(?: ?[ /] ?|$)){1,5}$"
    r"|(?:^|[.!?] )(?:Photos?|Ph\.|Crédit) (?:d[’']archives?|archives?|d[’']illustration|illustration) [A-ZÀ-Ý].{1,50}[^.]$"
)
_MAY_CREDIT = re.compile(
    r"[PpCcIiSsAa ](?:(?<! )(?i:hot|h\b|r[ée]dit|mage|llustration|ource|opyright|rchive)|(?<= )via )"
)
"""Words of which a credit without « / » and « © » has one."""
_PIECES = (
    "hot",
    "mage",
    "ource",
    "rédit",
    "redit",
    " via ",
    "rchive",
    "opyright",
    "llustration",
    "ſ",
)
_H = re.compile(r"h(?!\w)")
"""Pieces of these words, which are found much faster."""
_CREDIT_CAPITALS = re.compile(
    r"(?:PHOTOS?|IMAGES?|ILLUSTRATION|DESSIN)\s(?!DE\b)[A-ZÀ-Ý][A-ZÀ-Ý .’'-]+(?:,\s[A-ZÀ-Ý .’'-]+)?"
)
"""A credit in capitals: « PHOTO JEANNE MARTIN, LA GAZETTE »"""

_CREDIT_ITSELF = re.compile(
    r"(?:Photos?|PHOTOS?|Ph\.)\s(?:(?:d[’']\s?)?archives?\s|(?:d[’']\s?)?illustration\s)?(?:D\.?R\.?|(?:[A-ZÀ-Ý][\w.’'-]*\s?){1,4}[/,–-]\s?(?:[A-ZÀ-Ý][\w.’'-]*\s?){1,4}|[A-Z]{2,4})"
    r"|(?:Archives|ARCHIVES)\s(?:[A-ZÀ-Ý][\w.’'-]*\s?){1,4}[/,–-]\s?(?:[A-ZÀ-Ý][\w.’'-]*\s?){1,4}"
    r"|[A-Z]{2,4}/[A-ZÀ-Ý][\w’'-]+(?:\s[A-ZÀ-Ý][\w’'-]+){1,3}|KEYSTONE/[A-ZÀ-Ý][A-ZÀ-Ý .’'-]{3,40}"
)
"""A credit alone on its line: « Photo DR », « Photo La Gazette/Luc Amiel », « LP/Luc Amiel »."""
_CREDIT_AGENCY = re.compile(
    r"(?:Keystone(?:-SDA|-ATS)?|AFP|Reuters|REUTERS|SIPA(?: PRESS)?|Sipa|MaxPPP|MAXPPP|Getty Images|Belga|EPA|DPA|dpa|Hans Lucas|Abaca|Bestimage)\s?[/-]\s?[A-ZÀ-Ý][\w.’' -]{1,40}"
)
"""« Keystone / L. Amiel », an agency and its photographer alone on a line."""
_PICTURES = re.compile(
    r"\s[(\[](?:(?:en |avec )?(?:photos?|vid[ée]os?|images?|diaporamas?|infographies?|cartes?|sons?|audio)(?:\s?(?:et|&|\+|,|/)\s?|(?=[)\]])))+[)\]]$",
    re.IGNORECASE,
)
_WORD_OF_TITLE = re.compile(r"\S+\s+(?:\S+\s+)*?(?!avec\b)[a-zà-ÿ]{4,}")
"""A word that is no part of a name."""
_FOLLOW = re.compile(
    r"(?:suivez|suivre|rejoignez|retrouvez|follow)\s+(?P<name>[\w.'’&-]+(?:\s[\w.'’&-]+){0,3}?)\s+(?:sur|via|on)\s",
    re.IGNORECASE,
)

_PRONOUNS = frozenset("nous moi les notre nos la le l'actualite toute tous".split())  # noqa: SIM905

_OUTLET = re.compile(r"\s*[|–—•·-]\s*(?P<name>[^|–—•·]{2,40})$")


def read_copyright(line: str) -> str | None:
    """The holder in a line of rights (perhaps empty); None if the line is none."""
    if len(line.split()) > (_LONG_RIGHTS if line.startswith("©") else 60):
        return None
    simple = plain(line)
    if "©" not in line and not any(mark in simple for mark in _MARKS):
        return None
    if _SPOKEN_OF.search(simple) and "©" not in line:
        return None
    said = bool(_RIGHTS.search(simple)) or bool(_RIGHTS_YEAR.search(line))
    if not said and not line.startswith(("©", "(c) ", "(C) ")):
        return None
    holder = _RIGHTS_WORDS.sub(" ", _RIGHTS_SENTENCE.sub("", _MAKER.sub("", line))).strip(
        " .,:;-–|\u00a0"
    )
    holder = _COMPANY.sub("", re.sub(r"\s+", " ", holder))
    if _FIRM.search(holder) and not is_outlet_name(holder):
        holder = ""
    if not said:
        # « © Jean Le Goff » belongs to a picture, unless the whole page says more.
        named = is_name(holder) or is_outlet_name(holder)
        return "" if named and not is_agency(holder) else None
    named = is_name(holder) or is_outlet_name(holder)
    return holder if named and len(holder.split()) <= 6 else ""


def is_of_rights(line: str) -> bool:
    """Whether a line speaks of rights, whoever holds them."""
    return "©" in line or any(mark in plain(line) for mark in ("copyright", "tous droits"))


def without_rights(line: str) -> str:
    """A line without its words of rights, years, makers and forms of companies; the signs between names stay."""
    bare = _RIGHTS_WORDS.sub(" | ", _RIGHTS_SENTENCE.sub("", _MAKER.sub("", line)))
    return _COMPANY.sub("", bare.strip(" .,:;-–|\u00a0"))


_AT_END = re.compile(
    r"(?<=[.!?…»”\"])\s*(?P<mark>(?:©|\([cC]\)\s?(?=[A-ZÀ-Ý\d])|Copyright\s)[^.!?]{0,60}\.?(?:\s*(?:Tous droits réservés|All rights reserved)\.?)?)$"
)
_SENTENCE = 40
"""The fewest characters of a sentence that a mark of rights may follow on its line."""


def rights_at_end(line: str) -> int | None:
    """The place of « © AFP 2023 » after the last sentence of a line; None if there is none."""
    if "©" not in line and "(c)" not in line and "(C)" not in line and "Copyright" not in line:
        return None
    match = _AT_END.search(line, max(0, len(line) - 120))
    if match is None or match.start("mark") < _SENTENCE:
        return None
    sentence = line[: match.start("mark")]
    # A caption before the mark belongs to a picture, whose owner the mark names.
    dated = re.search(r"\b(?:19|20)\d\d\b", match["mark"]) is not None
    return match.start("mark") if dated and len(sentence.split()) >= 9 else None


def read_owner(line: str) -> str | None:
    """The outlet of « © La Gazette du Port » at the foot of a page; above the text, it owns a
    picture.
    """
    owner = line.lstrip("©").strip()
    return owner if line.startswith("©") and is_outlet_name(owner) else None


def is_credit(line: str) -> bool:
    """Whether a line is a picture's credit or a caption that ends with one."""
    words = len(line.split())
    if words > 60 or _has_pictures(line):
        return False
    short = plain(line)
    if words <= 25 and (_CREDIT_START.match(short) or _CREDIT_ALONE.fullmatch(short)):
        return True
    if _CREDIT_AGENCY.fullmatch(line) or _CREDIT_ITSELF.fullmatch(line):
        return True
    return bool(_CREDIT_CAPITALS.fullmatch(line)) or ends_with_credit(line)


def _has_pictures(line: str) -> bool:
    """Whether a line is a title that says what goes with it: « Le port rouvre (photos et vidéo) »."""
    pictures = _PICTURES.search(line) if line.endswith((")", "]")) else None
    if pictures is None:
        return False
    before = line[: pictures.start()]
    if "(" in before or is_person(before.partition(",")[0].strip()):
        return False  # « Luc Amiel, envoyé spécial (photos) »
    return _WORD_OF_TITLE.search(before) is not None


def ends_with_credit(line: str) -> bool:
    """Whether a line ends with a credit: « …, le 24 novembre. JEAN LE GOFF / AFP »."""
    start = max(0, len(line) - 140)
    if "/" not in line and "©" not in line:
        tail = line[start:].lower()
        if not (holds(tail, _PIECES) or _H.search(tail)) or not _MAY_CREDIT.search(line, start):
            return False
    return bool(_CREDIT_END.search(line, start) or _CREDIT_NAMED.search(line, start))


def source_to_follow(line: str) -> str | None:
    """« Suivez bladi.net sur … » → the outlet, spelt as at the start of the line if it stands
    there.
    """
    match = _FOLLOW.search(line)
    if match is None or plain(match["name"]).split()[:1] == []:
        return None
    name = match["name"]
    if plain(name).split()[0] in _PRONOUNS:
        return None
    start = line[: len(name)]
    return start if start.lower() == name.lower() else name


def outlet_after(line: str, extra: int) -> str | None:
    """The outlet after a title: « … | Le Quotidien »; `extra` is about the length of that part."""
    match = _OUTLET.search(line, max(0, len(line) - extra - 4))
    if match is None:
        return None
    name = match["name"].strip()
    return name if (name and name[0].isupper()) or "." in name else None
