"""Names of persons, desks, agencies and sections, recognised by their look."""

from __future__ import annotations

import re

from index.corpus.cleaning.phrases import plain

_SECTIONS = frozenset(
    """
    actu actus actualite actualites a la une une news international monde world politique economie
    societe culture sport sports sante sciences science planete environnement climat tech technologie
    technologies high-tech numerique medias media opinions opinion debats idees tribune tribunes
    editorial edito chronique chroniques enquete enquetes reportage reportages analyse analyses
    decryptage dossier dossiers justice police faits divers faits-divers education regions region
    afrique europe asie ameriques amerique moyen-orient proche-orient maghreb maroc algerie tunisie
    france belgique suisse canada quebec senegal mali israel palestine ukraine russie diplomatie
    defense securite defense et securite geopolitique entreprises entreprise finance finances bourse
    marches immobilier emploi conso consommation automobile auto people lifestyle voyage voyages
    gastronomie cinema musique livres football foot rugby tennis histoire religion religions insolite
    meteo energie agriculture transports industrie cybersecurite armement portrait portraits
    interview interviews entretien entretiens depeches depeche flash breves breve
    nation national nationale regional locale locales proximite supplement supplements evenement evenements
    """.split()  # noqa: SIM905
) | {"a la une", "faits divers", "defense et securite", "le monde", "au maroc", "maroc et monde"}

_NAME_WORD = r"(?:[^\W\d_a-zà-ÿ][\w’'.-]*|de|du|des|d['’][\w-]+|la|le|el|al|ben|bin|ibn|van|von|der|den|di|da|dos|et|and|avec|with|à|a|pour)"

_NAME = re.compile(rf"[^\W\d_a-zà-ÿ][\w’'.-]*(?:[\s,/&]+{_NAME_WORD}){{0,9}}\.?")

_AGENCY = re.compile(
    r"(?:[(\[—–-]\s*)?(?:avec\s+)?(?:l['’])?(?:AFP|Reuters|REUTERS|AP|Associated Press|APS|MAP|TAP|EFE|ANSA|DPA|dpa|Belga|BELGA|ATS|Xinhua|PANA|APA|Agence France-Presse|La Presse [Cc]anadienne|Keystone-ATS|Agence QMI|Agences?|agences?)(?: agence)?"
    r"(?:\s*(?:,|/|et|avec|-)\s*(?:AFP|Reuters|AP|APS|MAP|agences?))*\s*[)\]]?"
)

_INITIALS = re.compile(
    r"(?:[^\W\d_a-zà-ÿ]\.?[\s-]?){1,3}[^\W\d_a-zà-ÿ]\.?|(?:[A-ZÀ-Ý][a-z]{0,2}\.[\s-]?){1,3}[A-ZÀ-Ý]\.?"
)

_SIGNATURE = re.compile(
    r"(?:[^\W\d_a-zà-ÿ][\w’'.-]*\s?){1,4}(?:\s*[,(/–-]?\s*(?:avec|et)\s+(?:l['’])?(?:AFP|Reuters|AP|MAP|APS|agences?)\)?|\s*[/(]\s*(?:AFP|Reuters|AP|MAP|APS)\)?)"
)


_NO_NAMES = frozenset(
    """
    site source photo photos plus voir texte video propos article suite interview entretien portrait
    rencontre recit dossier chronique hommage affaire summary speakers keywords accueil
    par avec suivre suivez merci illustration illustrations dessin dessins infographie image images credit credits
    contact contacts contacter ecrire correspondance remerciement remerciements service abonnement traduction invite invitee realisation montage musique
    union coupe ligue conseil assemblee banque nations parti tour grand grande prix comite commission federation
    ministere mairie cour tribunal conference sommet festival salon stade
    """.split()  # noqa: SIM905
)
"""Words with which no person's name begins: « Interview de Jeanne Martin », « Coupe Davis »."""
_SERVICES = frozenset(
    """
    facebook twitter whatsapp telegram linkedin instagram messenger pinterest tiktok youtube bluesky threads
    mastodon snapchat google apple flipboard viber reddit tumblr sms mms
    """.split()  # noqa: SIM905
)
"""Through which a page is passed on, and which sign nothing: « Par WhatsApp », « Par Google Actualités »."""
_NOT_IN_NAMES = frozenset(
    """
    sa son ses leur leurs notre nos votre vos mon ma mes ce cette ces en dans sur sous par pour au aux un une
    qui que ou
    """.split()  # noqa: SIM905
)
"""Words that stand in no name; only in capitals they look like its parts: « BAR-LE-DUC ET SA RÉGION »."""


def is_section(line: str) -> bool:
    """Whether a line is the name of a section that newspapers have."""
    return plain(line) in _SECTIONS


def is_name(text: str) -> bool:
    """Whether a short text looks like the name of a person or of a desk."""
    words = text.split()
    if not 1 <= len(words) <= 10 or len(text) > 80:
        return False
    return bool(_NAME.fullmatch(text)) or is_agency(text) or bool(_INITIALS.fullmatch(text))


def is_person(text: str) -> bool:
    """Whether a text looks like a person's name or initials: at least two words with capitals."""
    if len(text) <= 10 and _INITIALS.fullmatch(text):
        return True
    words = text.split()
    if not words or plain(words[0]) in _NO_NAMES or is_service(words[0]):
        return False
    if words[1:2] == ["à"]:
        return False  # « Écrire à Jeanne Martin »
    if "Par" in words or "par" in words:
        return False  # « Tribune. Par Jeanne Martin »
    if text.isupper() and not _NOT_IN_NAMES.isdisjoint(map(plain, words)):
        return False
    capitals = [word for word in words if word[0].isupper()]
    return 2 <= len(words) <= 5 and len(capitals) >= 2 and words[0][0].isupper() and is_name(text)


def is_service(word: str) -> bool:
    """Whether a word is a service through which pages are passed on."""
    return plain(word) in _SERVICES


def are_persons(text: str) -> bool:
    """Whether a text is at least two persons: « Jeanne Martin et Luc Amiel », « Jeanne Martin, Luc
    Amiel ».
    """
    names = re.split(r"\s*,\s*(?:avec\s+)?|\s+(?:et|&|avec)\s+", text)
    return 2 <= len(names) <= 6 and all(is_person(name) for name in names)


def is_agency(text: str) -> bool:
    text = text.strip()
    if text[:1] == "(" and text.islower():
        text = text.upper()  # « (ats) »
    return bool(_AGENCY.fullmatch(text))


def is_signature(text: str) -> bool:
    """Whether a text is a signature: « J. D. avec AFP »."""
    return len(text) <= 60 and bool(_SIGNATURE.fullmatch(text))


_ADDRESSING = re.compile(
    r"\b(?:nous|vous|ecrivez|contactez|envoyez|redaction|e-?mail|contact|contacts|tel|telephone|adresse|pour|publicite)\b"
)


def is_outlet(text: str) -> bool:
    """Whether a text could be the name of a newspaper, a site or an agency."""
    return is_name(text) and len(text.split()) <= 5 and not _ADDRESSING.search(plain(text))
