"""Names as a byline has them, without what stands beside them: functions, places, accounts, outlets.

« Jeanne Martin (texte) et Luc Amiel (photos) », « Jeanne Martin, à Lyon, et Luc Amiel, à Nice »,
« Jeanne Martin - La Gazette du Port », « Jeanne Martin, économiste » all name the author by the same few signs.
"""

from __future__ import annotations

import re

from index.corpus.cleaning.name_looks import are_persons, is_agency, is_person
from index.corpus.cleaning.outlets import is_listed_outlet, is_outlet_name
from index.corpus.cleaning.phrases import plain
from index.text.signs import holds

_ACCOUNT = re.compile(r"\s*[|•·–—-]?\s*\(?@\w{2,30}\)?(?=\W|$)")
"""« | @jmartin », « (@jmartin) »."""
_MAIL = re.compile(r"\s*[|•·–—(-]?\s*[\w.+-]+@[\w-]+(?:\.[\w-]+)+\)?")
_SIGN = re.compile(r"[^\w\s(\]«“\"'’@+]+\s+(?=[A-ZÀ-Ý])")
"""A picture of a pen, a bullet before a name; the « ] » of « [08:15] Deux personnes évacuées » is none."""
_BUTTON = re.compile(
    r"(?:\s*[|/•·–-])?\s+\+?\s?(?:Suivre|Suivi|Follow|S[’']abonner|Lui écrire|Voir (?:le|son) profil|Ses articles|[Tt]extes?)$"
)
"""What a page writes behind the name of an author, beside which it stands: « Jeanne Martin Suivre »."""
_BUTTON_ENDS = (
    "uivre", "uivi", "ollow", "abonner", "crire", "profil", "articles", "exte", "extes",
)  # fmt: skip
"""The last letters of these words, which are found much faster."""
_PICTURED_BY = re.compile(
    r"(?:photos?|photographies?|vid[ée]os?|images?|illustrations?|dessins?|infographies?)\s*(?::|par\b)\s*.{3,60}$"
    r"|(?<=[/|,;•·–—-]\s)(?:photos?|photographies?|vid[ée]os?|images?|illustrations?|dessins?)\s(?-i:(?=[A-ZÀ-Ý])).{3,60}$",
    re.IGNORECASE,
)
"""« Photos : Luc Amiel », « — PHOTOS LUC AMIEL », behind who wrote the text."""
_MAY_PICTURE = re.compile(r"[/|,;•·–—-]\s[PpVvIiDd]")
_NOUNS_OF_PICTURES = ("photo", "deo", "déo", "mage", "llu", "dessin", "nfogra", "ſ")
"""Pieces of these nouns, and a letter that is another form of one of theirs."""
_PARTED = "/|,;•·–—-("
"""What stands before it."""
_BLANKS = re.compile(r"\s{2,}")
_FOR = re.compile(r"\s+pour\s+(?=(?:l[ae]s? |l[’']|[A-ZÀ-Ý]).{2,40}$)")
_OUTLET = re.compile(r"\s+[-–—|•·]\s+|\s*/\s*")
_INSTITUTION = re.compile(
    r"\b(?:Universit[ée]|[ÉE]cole|Institut|Centre|Laboratoire|INSA|CNRS|Inserm|INRAE?|IRD|CEA|Cirad|EHESS|ENS|IUT|CHU|HEC|ESSEC|Sciences Po|Coll[èe]ge de France|Sorbonne|Mus[ée]um)\b"
)
"""Where researchers work, behind their names."""
_PARTS = re.compile(r"\s*,\s*(?:et\s+)?|\s+(?:et|&)\s+")
_OF_OUTLET = re.compile(r"(?P<outlet>[^()]{3,40}) \((?P<name>[A-ZÀ-Ý][\w’'-]+(?: [\w’'-]+){1,3})\)")
_BRACKET = re.compile(r"\s*\((?P<inside>[^()]{1,60})\)")
_PICTURES = re.compile(
    r"(?:photo|vid[ée]o|image|illustration|dessin|infographie|montage)", re.IGNORECASE
)
_PICTURED = " @"
_PLACE = re.compile(r"(?:à|au|aux|en|depuis)\s+[A-ZÀ-Ý]")
_FUNCTION = re.compile(
    r"(?:[a-zà-ÿ]|(?:Journaliste|Correspondante?|Envoyée?|Reporter|Grande? reporter|Chef(?:fe)?|R[ée]dac\w+|[ÉE]ditorialiste|Initiative de journalisme"
    r"|Chroniqueu(?:r|se)|Directeur|Directrice|Professeure?|Chercheur|Chercheuse|Ma[îi]tre\w*|Pr[ée]sidente?|Auteure?|Autrice)\b)"
)
"""What follows a name and says who that is begins with a small letter or with an office."""
_LABEL = re.compile(
    r"(?i:(?:(?:de )?(?:notre|nos) )?(?:correspondan\w+|envoy\S+))(?: [a-zà-ÿ]\S+)?(?:\s+(?:à|au|aux|en)\s+[A-ZÀ-Ý][\w’'-]+)?\s*[,:]?\s+"
    r"(?=[A-ZÀ-Ý])"
)
"""« Correspondance particulière, … », « De notre correspondante à Niamey … »."""
_OFFICE_BEHIND = re.compile(
    r"(?<=[^\W\d_])\s+(?:[-–—|•·/]\s+)?(?:Journaliste|Correspondante?|Envoyée? spéciale?|Reporter|Grande? reporter|Chef(?:fe)? (?:du|de|adjoint)|Rédacteur|Rédactrice"
    r"|[ÉE]ditorialiste|Chroniqueu(?:r|se))\b.{0,60}$"
)
"""« Jeanne Martin Journaliste au service Économie », as a copy joins two lines."""
_COLLECTIVE = re.compile(
    r"(?:un |le )?collectif(?: [^.!?]{2,50})?|(?:la |notre )?redaction(?: (?:web|numerique|digitale|internationale|nationale|locale|en ligne))?"
    r"|(?:le |notre )?(?:service|desk|bureau|pole) [a-z][\w' -]{2,30}"
)
"""A newsroom or a group that signs: « La rédaction », « Service politique », « Collectif »."""


def is_collective(text: str) -> bool:
    """Whether a short text is a newsroom or a group that may sign an article."""
    return len(text) <= 60 and bool(_COLLECTIVE.fullmatch(plain(text)))


def without_buttons(text: str) -> str:
    """A name without a sign before it, a button behind it, and who took the pictures.

    Runs of blanks become one: several patterns for names allow blanks on both sides of a sign.
    """
    text = _BLANKS.sub(" ", text.strip())
    if not text[:1].isalnum() and (sign := _SIGN.match(text)):
        text = text[sign.end() :]
    if text.endswith(_BUTTON_ENDS):
        text = _BUTTON.sub("", text)
    if holds(text.lower(), _NOUNS_OF_PICTURES) and (
        ":" in text or " par " in text or (" " in text and _MAY_PICTURE.search(text))
    ):
        text = _without_pictures(text)
    return text


def _without_pictures(text: str) -> str:
    """The pattern begins at its noun and not at the blanks before, whose runs would make it cubic."""
    found = _PICTURED_BY.search(text)
    if found is None:
        return text
    before = text[: found.start()].rstrip()
    if before.lower().endswith((" et", " &")):
        return text  # « Texte et photos : Jeanne Martin » made both
    return before[:-1].rstrip() if before[-1:] in _PARTED and before else before


def signed_names(text: str) -> str | None:
    """The names of the persons in a byline, joined by commas if something stood between them; None
    if anything else in it is not understood.
    """
    text = without_buttons(text)
    text = _ACCOUNT.sub("", _MAIL.sub("", text)) if "@" in text else text
    text = _without_outlet(_FOR.split(_OFFICE_BEHIND.sub("", text))[0].strip(" ,-–—|•·"))
    if is_person(text) and "," not in text and "(" not in text:
        return text
    if text.endswith(")") and (own := _OF_OUTLET.fullmatch(text)) is not None:
        # « La Gazette du Port (Jeanne Martin) »
        return (
            own["name"]
            if is_outlet_name(own["outlet"]) and is_person(own["name"])
            else signed_names(own["outlet"])
        )
    outlet, comma, last = text.partition(", ")
    if comma and "," not in last and is_outlet_name(outlet) and is_person(last):
        return last  # « Midi Libre, Josette Roux »
    if are_persons(text) and not _begins_with_place(text) and not _INSTITUTION.search(text):
        return without_employer(text)
    label = _LABEL.match(text)
    if label:
        text = text[label.end() :]
    if (told := with_institutions(text)) is not None:
        return told
    names: list[str] = []
    text = _BRACKET.sub(_pictures_or_nothing, text)
    for part in _PARTS.split(text):
        if part.endswith(_PICTURED):
            continue
        name = part.strip()
        if is_person(name) or (names and is_agency(name)):
            names.append(name)
        elif not _stands_beside(name, alone=len(names) == 1 or text.startswith(f"{part},")):
            return None
        elif names and _FUNCTION.match(name) and "," not in text[text.find(name) :]:
            break
    return ", ".join(names) or None


def with_institutions(text: str) -> str | None:
    """« Jeanne Martin, Université du Lac, Luc Amiel, INSA Brest » → the names; None for lines without an
    institution, or with anything else in them.
    """
    if "," not in text or not _INSTITUTION.search(text):
        return None
    parts = [part.strip() for part in _PARTS.split(text)]
    names = [part for part in parts if not _INSTITUTION.match(part)]
    if parts[0] not in names or not all(map(is_person, names)):
        return None
    return ", ".join(names)


def without_employer(text: str) -> str:
    """« Jeanne Martin, Radio Lac » → the name: what follows the last comma is where she works."""
    names, comma, last = text.rpartition(",")
    employer = last.strip()
    agency = is_agency(employer) and " " not in employer  # « Jeanne Martin, AFP » are two who sign
    if comma and is_outlet_name(employer) and not agency and is_person(names):
        return names.strip()
    return text


def _pictures_or_nothing(bracket: re.Match[str]) -> str:
    """Drops « (texte) » and « (Niamey, correspondance) »; marks who took the pictures."""
    inside = bracket["inside"]
    # « Jeanne Martin (photos Luc Amiel) » wrote, and he took the pictures.
    alone = not any(letter.isupper() for letter in inside[1:])
    return _PICTURED if alone and _PICTURES.match(inside) else ""


def _begins_with_place(text: str) -> bool:
    return len(text.partition(",")[0].split()) == 1


def _stands_beside(part: str, *, alone: bool) -> bool:
    """Whether a part of a byline is a place or a function, which name nobody; beside a name `alone` a
    place may have no word before it: « Niamey, Jeanne Martin », « Jeanne Martin, Genève ».
    """
    if alone and len(part.split()) == 1 and part[:1].isupper():
        return True
    return bool(_PLACE.match(part) or _FUNCTION.match(part)) and part[-1:] not in ".!?"


def _without_outlet(text: str) -> str:
    """« Jeanne Martin - La Gazette du Port » → the name."""
    pieces = _OUTLET.split(text)
    if (
        len(pieces) == 2
        and is_person(pieces[0])
        and (
            _PLACE.match(pieces[1])
            or is_outlet_name(pieces[1])
            or (is_agency(pieces[1]) and not is_listed_outlet(pieces[0]))
        )
    ):
        return pieces[0]
    if len(pieces) == 2 and is_outlet_name(pieces[0]) and is_person(pieces[1]):
        return pieces[1]
    words = text.split()
    for at in range(2, len(words)):
        name, rest = " ".join(words[:at]), " ".join(words[at:])
        known = (
            " " in rest
            and words[at - 1][0].isupper()
            and (is_listed_outlet(rest) or is_agency(rest))
        )
        if known and rest[0].isupper() and is_person(name):
            return name
    return text


def is_short_for(short: str, name: str) -> bool:
    """Whether a name stands for a longer one by its initials: « J. M. », « J. Martin », « JM »."""
    letters = [word for word in re.split(r"[\s.-]+", short) if word]
    words = [word for word in re.split(r"[\s-]+", name) if word]
    if len(letters) == 1 and letters[0].isupper() and len(letters[0]) == len(words) > 1:
        letters = list(letters[0])
    if len(letters) != len(words) or plain(short) == plain(name):
        return False
    pairs = [(plain(one), plain(other)) for one, other in zip(letters, words, strict=True)]
    return any(len(one) == 1 for one, _ in pairs) and all(
        one == other or (len(one) == 1 and other.startswith(one)) for one, other in pairs
    )
