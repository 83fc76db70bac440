"""Names of newspapers, sites and agencies, told by the words that they are made of."""

from __future__ import annotations

import re

from index.corpus.cleaning.names import is_section
from index.corpus.cleaning.phrases import plain

_NOUNS = frozenset(
    """
    gazette vigie courrier depeche depeches echo echos journal quotidien bulletin tribune matin soir
    presse revue magazine hebdo hebdomadaire nouvelles nouvelle info infos actu actus actualites
    news monde figaro progres republicain independant nation liberation parisien telegramme voix
    midi express obs temps times post radio tv tele agence fil cahiers carnets lettre observateur
    patriote liberte opinion economiste eco avenir union dauphine montagne croix humanite messager
    reporter reperes mensuel chronique herald tribun phare eveil moniteur diplomatique diplomatie
    watani vie libre expression soleil minutes mediapart rfi bfm
    """.split()  # noqa: SIM905
)
"""What outlets of the French-speaking world are named by."""
_HOST = re.compile(
    r"(?:www\.)?[\w-]+(?:\.[\w-]+)*\.(?:com|net|org|info|fr|be|ch|ma|dz|tn|sn|ci|ml|bf|cm|ca|lu|eu|tv|africa|news|test|example)",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"(?:Le|La|Les|L[’'])\s?[A-ZÀ-Ý]")
_JOINED = re.compile(r"\w+s? (?:du|des|de la|de l[’'])\s?[A-ZÀ-Ý]|[\w’'-]+ & [A-ZÀ-Ý]")
_STOPS = re.compile(r"[.!?:;…«»“”\"]")
_WORD = re.compile(r"[a-z]+")


def could_be_outlet(text: str) -> bool:
    """Whether a text is short and begins with a capital, as an outlet's name does; no proof."""
    if _HOST.fullmatch(text):
        return True
    return (
        len(text) <= 50
        and len(text.split()) <= 6
        and text[:1].isupper()
        and not _STOPS.search(text)
        and not any(char.isdigit() for char in text)
    )


def is_outlet_name(text: str) -> bool:
    """Whether a text is made as the names of outlets are: « La Gazette du Port », « ouest.fr »."""
    if _HOST.fullmatch(text):
        return True
    if not could_be_outlet(text):
        return False
    if _ARTICLE.match(text) or _JOINED.match(text):
        return True
    words = text.split()
    if 2 <= len(words) <= 3 and is_section(words[0]) and all(word[0].isupper() for word in words):
        return True  # « Afrique Demain »: nobody's first name is a section
    return any(word in _NOUNS for word in _WORD.findall(plain(text)))
