"""What the parts of a dated line are: an author, a section, an outlet, a time of reading."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from index.corpus.cleaning.bylines import BRACKETS, read_byline, without_place
from index.corpus.cleaning.name_looks import is_agency, is_person, is_section
from index.corpus.cleaning.outlets import could_be_outlet, is_listed_outlet, is_outlet_name
from index.corpus.cleaning.possible_names import is_of_common_words, may_be_person
from index.corpus.cleaning.signed_names import signed_names, without_buttons

ISSUE = re.compile(
    r"(?:(?:lettre|édition|numéro|bulletin) )?(?:n[°ºo]\.?|num[ée]ro|p\.|pages?)\s?\d{1,6}",
    re.IGNORECASE,
)
AROUND = " ,.:;()-–—|\u00a0\u202f"
_INITIAL = re.compile(r"\s[A-ZÀ-Ý]$")
"""« Laurent L. » ends with an initial, whose point is its own."""
_TRAIL = re.compile(
    r"(?:[\s,.|•–-]+(?:publi[ée]e?s?|post[ée]e?|parue?|mise? (?:en ligne|[àa] jour)|modifi[ée]e?|r[ée]dig[ée]e?|le|on|du|à))+\s*:?$",
    re.IGNORECASE,
)
"""What is left in front of a date that was taken out."""
_GATHERED = re.compile(
    r"(?P<outlet>\S.{2,40}?)\s+(?P<by>(?:(?:propos )?recueillis?|textes?|r[ée]daction|article|r[ée]dig[ée]|[ée]crit|publi[ée])?\s?par\s+\S.{2,60})",
    re.IGNORECASE,
)
"""« La Gazette du Port Recueilli par Jeanne Martin »."""
_PUBLISHED_ON = re.compile(
    r"(?:publi[ée]e?|post[ée]e?|parue?|mise? en ligne)\s+(?:sur|dans|chez)\s+(?=[A-ZÀ-Ý])",
    re.IGNORECASE,
)
_PARTICIPLE = re.compile(
    r"(?:\S+\s)?(?:publi|post|r[ée]alis|r[ée]dig|[ée]crit|recueilli|propos[ée]?|sign|mis|mise|paru|lu|vu)(?:[ée]e?s?|e?s?)?\s+(?:par|sur|dans|le|en|à)\b",
    re.IGNORECASE,
)
"""« Posté par admin », « Dossier réalisé par … »: no name of an outlet begins so."""
DESK = re.compile(
    r"(?P<outlet>\S.{2,40}?)\s+(?P<name>[A-ZÀ-Ý][a-zà-ÿ’-]+(?:-[A-ZÀ-Ý][a-zà-ÿ]+)?\s(?:[A-ZÀ-Ý’'-]{2,3}\s)*[A-ZÀ-Ý’'-]{3,}(?:\s[A-ZÀ-Ý’'-]{2,})*)\.?"
)
"""« La Gazette du Port Jeanne LE GOFF. »"""
_EDITED_BY = re.compile(
    r"(?:[ée]dit[ée]|relu|mis en ligne|mis en page|traduit|adapt[ée]|valid[ée])e?\s+par\s+\S",
    re.IGNORECASE,
)
"""« Édité par Luc Amiel », beside the author."""
_DATE_WORDS = re.compile(
    r"\b(?:publi[ée]e?s?|mis(?:e)?(?:\s+|-)(?:à|a)(?:\s+|-)jour|modifi[ée]e?|r[ée]dig[ée]e?|actualis[ée]e?|cr[ée]{2}e?|post[ée]e?|paru(?:e)?|(?:mise? )?en ligne|updated|published|posted|publication|parution|[ée]dition|last|derni[èe]re|(?:mise (?:à|a) jour|modification)|date|heure|le|la|on|at|à|a|de|du|en|article|par|m[àa]j|et|vers|the)\b",
    re.IGNORECASE,
)
_PARTICLE = re.compile(r"\s+(?:le|la|on|at|à|du|de|en)$|^(?:le|du|de|en|à|sur|dans|par)\s+")
_EXTENT = re.compile(r"[\d\s.]+ (?:mots|words|signes|caractères)|\([\w ]{4,12}\)", re.IGNORECASE)
READING = re.compile(
    r"(?:temps de |dur[ée]e de )?lecture(?: estim[ée]e?| en)?\s*:?\s*\d+\s*(?:min\w*|mn|')?\.?|\d+\s*(?:min|mn|minutes?)\.?(?: de lecture)?|(?:lu )?\d[\d\s.]{0,9}\s?(?:fois|vues?|lectures?|commentaires?|commentaire\(s\)|r[ée]actions?|partages?|mots|words)",
    re.IGNORECASE,
)
_LINK = re.compile(r"(?:lien permanent|permalien|permalink)\W*", re.IGNORECASE)
"""What a blog's software writes behind the day of an article."""
_FILED = re.compile(
    r"(?:^|\s)(?:dans|in|(?:class[ée] |rang[ée] )?dans|filed under|rubrique|cat[ée]gorie)\s*:?\s+(?P<names>[A-ZÀ-Ý][\w’' ,&-]{2,60})$",
)
"""« dans Économie, Tunisie », the sections that a blog's software writes behind its date."""
_BESIDE_NAME = re.compile(
    r"@|\((?:textes?|photos?|avec|à|au|en|correspond|envoy|[A-ZÀ-Ý])|\b(?:Journaliste|Correspondant|Envoyé|Reporter|Rédact|Suivre)"
    r"|, (?:(?:à|au|aux|en|depuis) [A-ZÀ-Ý]|(?:notre|nos|envoy|correspond|journalist|stagiaire|reporter|pigiste|r[ée]dac|chef|avec)[^,]*$|(?:L[ae]s? |L[’'])[A-ZÀ-Ý])"
)
"""What stands beside the name of an author on one line; « Jeanne Martin, maire du Havre, … » is a sentence."""
_BYLINE = 8
"""The most words of a name with what stands beside it."""
_COUNTED = re.compile(r"(?<=[^\W\d_])\s+\d{1,3}$")
"""The number of comments behind a name or a section."""


def _name_and_section(text: str) -> tuple[str, str] | None:
    """The two in « Jeanne Martin Économie », a line of a copy that joins several."""
    words = text.split()
    for at in range(len(words) - 1, 1, -1):
        name, section = " ".join(words[:at]), " ".join(words[at:])
        if is_section(section) and is_person(name):
            return name, section
    return None


def _name_on(text: str) -> str | None:
    """The author in a byline, or in a name with what stands beside names on one line."""
    name = read_byline(text)
    if name is None and _BESIDE_NAME.search(text) and len(text.split()) <= _BYLINE:
        return signed_names(text) if "," in text or not is_outlet_name(text) else None
    return name


@dataclass(slots=True)
class Told:
    """What the parts of a dated line are."""

    loosely: bool
    authors: list[str] = field(default_factory=list)
    sections: list[str] = field(default_factory=list)
    sources: list[str] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)

    def take(self, part: str) -> None:
        whole = without_buttons(part.strip(AROUND))
        whole = _TRAIL.sub("", whole)
        if _LINK.fullmatch(whole):
            return
        if _INITIAL.search(whole, max(0, len(whole) - 2)) and f"{whole}." in part:
            whole += "."
        if _EDITED_BY.match(whole):
            return
        if whole.count("(") > whole.count(")"):
            whole += ")"
        if self._take_outlet(whole):
            return
        if is_listed_outlet(whole) and not whole.islower() and not is_agency(whole):
            # « Le Monde » is no section and « 20 Minutes » no time of reading.
            self.sources.append(whole)
            return
        whole = _COUNTED.sub("", whole)
        whole = self._without_sections(whole)
        if not whole or READING.fullmatch(whole) or ISSUE.fullmatch(whole):
            return
        pieces = [piece.strip(AROUND) for piece in whole.split(",")]
        if len(pieces) > 1 and any(_EXTENT.fullmatch(p) or ISSUE.fullmatch(p) for p in pieces):
            # « 214 mots, p. 7 », as a database heads what it copies out.
            for piece in pieces:
                self.take(piece)
            return
        name = _name_on(whole)
        if name is not None:
            self.authors.append(name)
            return
        bare = BRACKETS.sub("", _PARTICLE.sub("", whole)).strip(AROUND)
        if is_person(bare) and bare != whole.rstrip("."):
            # « Jeanne Martin (à Rabat), le 24 mars »
            whole = bare
        whole = _PARTICLE.sub("", whole).strip(AROUND)
        rest = _without_date_words(READING.sub(" ", whole))
        if not re.search(r"\w", rest):
            return
        if not self._take_by_look(whole) and not self._take_by_look(rest):
            self.unknown.append(whole)

    def _take_outlet(self, whole: str) -> bool:
        """Notes the outlet of « Publié sur La Gazette », or one that stands before a name."""
        placed = _PUBLISHED_ON.match(whole)
        if placed and could_be_outlet(whole[placed.end() :]):
            self.sources.append(whole[placed.end() :])
            return True
        gathered = _GATHERED.fullmatch(whole.rstrip("."))
        if gathered and is_outlet_name(gathered["outlet"]):
            name = read_byline(gathered["by"])
            if name is not None:
                self.sources.append(gathered["outlet"])
                self.authors.append(name)
                return True
        byline, sign, outlet = whole.rpartition(", ")
        if sign and (is_listed_outlet(outlet) or is_outlet_name(outlet)):
            # « Par Jeanne Martin, La Gazette du Port, le 3 mars »
            name = read_byline(byline)
            if name is not None:
                self.sources.append(outlet)
                self.authors.append(name)
                return True
        desk = DESK.fullmatch(whole)
        if desk and is_outlet_name(desk["outlet"]):
            self.sources.append(desk["outlet"])
            self.authors.append(desk["name"].strip())
            return True
        return False

    def _take_by_look(self, text: str) -> bool:
        """Notes a section, an outlet or a person that its look alone tells."""
        if is_section(text):
            self.sections.append(text)
        elif is_outlet_name(text):
            self.sources.append(text)
        elif (named := _name_and_section(text)) is not None:
            self.authors.append(named[0])
            self.sections.append(named[1])
        elif len(text.split()) <= 6 and (is_person(text) or is_agency(text)):
            # « Grand Format | 4 mars 2024 » may be a section, a place or the outlet.
            if may_be_person(text):
                self.authors.append(without_place(text))
        else:
            return False
        return True

    def _without_sections(self, part: str) -> str:
        """« par Jeanne Martin dans Économie, Ville » without the sections, which are noted."""
        match = _FILED.search(part)
        if match is None:
            return part
        names = [name.strip() for name in match["names"].split(",")]
        if not all(could_be_outlet(name) and len(name.split()) <= 3 for name in names):
            return part
        self.sections.extend(names)
        return part[: match.start()].strip(AROUND)

    def is_understood(self) -> bool:
        """Settles the one part that its look alone does not tell."""
        if not self.unknown:
            return True
        text = self.unknown[0]
        if len(self.unknown) > 1 or not could_be_outlet(text) or _PARTICIPLE.match(text):
            return False
        if self.authors and len(text.split()) <= 3:
            self.sections.append(text)
        elif self.loosely and not self.sources:
            # « 3 mars 2024 – Culture, Jeunesse »
            (self.sections if is_of_common_words(text) else self.sources).append(text)
        else:
            return False
        return True


def _without_date_words(text: str) -> str:
    """A part without « Publié le », « mis à jour à » at its ends; a name keeps its small words."""
    text = text.strip(AROUND)
    while match := _DATE_WORDS.match(text):
        text = text[match.end() :].strip(AROUND)
    while (last := text.split()[-1:]) and _DATE_WORDS.fullmatch(last[0]):
        text = text[: -len(last[0])].strip(AROUND)
    return text
