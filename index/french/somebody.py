"""Nouns of somebody, or of a body or a writing that speaks: « la maire », « le parquet », « le communiqué »."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib import resources

_S = r"[^\S\t-\r]"
INSTITUTION = re.compile(
    rf"(?:le|la|les|l['’]|un|une|des|ce|dans){_S}?(?:[^\W\d_]+{_S})?(?:communiqué|état-major|ministère|direction|service|services"
    r"|département|commandement|gouvernement|présidence|parquet|agence|administration|armée|cabinet|site|compte|organisation|association"
    r"|rapport|étude|journal|quotidien|hebdomadaire|chaîne|radio|groupe|société|entreprise|préfecture|police|mairie|syndicat|parti|mouvement|fédération|ligue|union|collectif|comité|fondation|institut|commission|observatoire|compagnie|banque|université|constructeur|plateforme|opérateur|région|municipalité|métropole|justice|tribunal|défense|rectorat|chambre|enseigne|marque|délégation|ambassade)(?:s|es)?(?!\w)",
    re.IGNORECASE,
)
_SOMEBODY = re.compile(
    rf"(?:le|la|les|l['’]|un|une|des|ce|cet|cette|son|sa|ses|leurs?|plusieurs|certains|deux|trois|celui|celle){_S}?(?:[^\W\d_]+{_S}|ex-|vice-)?"
    r"(?:[^\W\d_]+(?:eure?|euse|rice|iste|ien|ienne|ier|ière|aire|logue|ant|ante|graphe)s?"
    r"|maires?|ministres?|préfets?|préfètes?|avocate?s?|témoins?|proches?|familles?|députée?s?|juges?|élue?s?|otages?|pères?|mères?"
    r"|frères?|sœurs?|fils|filles?|amie?s?|voisine?s?|chef(?:fe)?s?|cadres?|porte-parole|pape|roi|reine|prince|princesse|colonel|capitaine"
    r"|général|amiral|médecins?|pilotes?|expert[es]*|parents?|homme|femme|hommes|femmes|jeunes?|salariée?s?|employée?s?|chef"
    r"|pompiers?|gendarmes?|gendarmerie|policiers?|dockers?|mari|épouse|époux|compagnon|compagne|vice-présidente?|numéro|conseil|tribunal"
    r"|cour|commission|comité|collectif|fédération|ONG|Croix|diplomate|patron(?:ne)?|PDG|entourage|camp|équipe|club|autorités|secours"
    r"|présidente?s?|adolescente?s?|agente?s?|patiente?s?|cliente?s?|résidente?s?|sergente?|soldate?s?|caporal|collègues?|comparses?|voix|personnalités?"
    r"|imam|évêque|archevêque|cardinal|rabbin|pasteur|prêtre|curé|coach|championn?e?s?|star|dames?|garçons?|gamine?s?|mannequin|cinéaste|athlète|skipper"
    r"|maman|papa|couple|retraitée?s?|suspecte?s?|accusée?s?|prévenue?s?|victimes?|rescapée?s?|blessée?s?|détenue?s?|intéressée?|internautes?|natif|native"
    r"|édile|gardes?(?:-frontières?|-côtes?)?|psychiatre|pédiatre|philosophe|prof|profs|insoumise?s?|élèves?|confrères?|consœurs?|candidate?s?|préfète|Premier"
    r"|avis|bulletin|texte|lettre|message|Élysée|Matignon|Quai|Beauvau)(?!\w)",
    re.IGNORECASE,
)
_MANY = re.compile(
    rf"^(?:(?:la|les|une|des|cette|quelques){_S})?(?:petite{_S})?(?:(?:dix|douz|quinz|vingt|trent|quarant|cinquant|soixant|cent)aines?|poignées?|majorité|moitié|milliers?){_S}(?:de{_S}|d['’]|des{_S})",
    re.IGNORECASE,
)
"""« la trentaine de dockers »: several of them."""
_OF_THING = re.compile(r"(?:^|['’])[^\W\d_A-ZÀ-Þ]{3,}(?:[ts]ion|ité|isme|[aei]nce|ure)$")
_FORMER = re.compile(
    rf"^(?:l['’](?:ancien|ancienne|actuel|actuelle|ex-)|(?:le|la){_S}(?:futur|future|nouveau|nouvelle|jeune)){_S}?(?=[^\W\d_]+{_S}[^\W\d_])",
    re.IGNORECASE,
)
"""« l'ancien Premier ministre »: what he was."""
_HEAD = re.compile(
    rf"(?:(?:le|la|les|un|une|des|ce|cet|cette|ces|son|sa|ses|leurs?|plusieurs|certaine?s|deux|trois|\d+){_S}|l['’])"
    rf"(?:(?:d['’]|de{_S}(?:ses{_S}|ces{_S}|nombreu[^\W\d_]+{_S})?)?(?:ex-)?([^\W\d_][\w-]*))(?:{_S}(?:ex-)?([^\W\d_][\w-]*))?",
    re.IGNORECASE,
)
"""The two words behind an article: « le jeune artisan »."""
_ALL_QUOTED = re.compile(r"(?:[^\W\d_]+[ \u00a0]|[ld]['’])[«“\"][^«»“”\"]+[»”\"]", re.IGNORECASE)
_CLOSING = '»”"'
_MARKS = re.compile(r"[«“”»\"]")
_KEPT = 1 << 12
"""How many answers are kept: the same few phrases speak in most articles."""
SOURCES = re.compile(rf"(?:des{_S}|de{_S})?sources?{_S}", re.IGNORECASE)


@lru_cache(maxsize=_KEPT)
def can_speak(words: str) -> bool:
    """Whether a noun phrase is of somebody, or of a body or a paper that speaks."""
    words = _FORMER.sub("le ", _MANY.sub("des ", words))
    somebody = _SOMEBODY.match(words)
    if somebody is not None:
        *lead, last = somebody.group().split()
        noun = _WORD.findall(last.lower())[-1]
        if lead and _OF_THING.search(lead[-1]):
            pass  # « l'opération militaire »
        elif "-" in last or (noun not in things() and noun.removesuffix("s") not in things()):
            return True
    if INSTITUTION.match(words) or SOURCES.match(words):
        return True
    head = _HEAD.match(words)
    return head is not None and any(
        noun is not None and _singular(noun.lower()) in _speaking() for noun in head.groups()
    )


def is_quoted_thing(words: str) -> bool:
    """Whether a noun is quoted that does not speak: « selon le “principe de droit” », not « un “gilet jaune” »."""
    if words[-1:] not in _CLOSING or _ALL_QUOTED.fullmatch(words) is None:
        return False
    plain = _MARKS.sub(" ", words).split()
    return plain[-1].islower() and not can_speak(" ".join(plain))


def _singular(noun: str) -> str:
    return noun if noun in _speaking() else noun.removesuffix("s")


def can_be_meant(noun: str) -> bool:
    """Whether « il » or « elle » can mean what a noun tells: somebody, and no writing."""
    return noun.lower() not in _writings() and can_speak(f"le {noun}")


def is_office_noun(noun: str) -> bool:
    """Whether a noun beside a name is of one person, be it one by which nobody is told again."""
    return is_person_noun(noun) or (noun in _speaking() and noun not in _writings())


@lru_cache(maxsize=_KEPT)
def is_person_noun(noun: str) -> bool:
    """Whether a noun is of one person: « maire », not « mairie »."""
    words = f"le {noun.lower()}"
    return (
        _SOMEBODY.match(words) is not None
        and noun.lower() not in _bodies()
        and can_be_meant(noun)
        and not INSTITUTION.match(words)
    )


_WORD = re.compile(r"[^\W\d_]+")


@cache
def things() -> frozenset[str]:
    """Nouns that end as nouns of persons do, and are none."""
    return frozenset(_data()["things"].split())


def is_matter(noun: str) -> bool:
    """Whether a surname behind a noun only tells whose matter it is: « procès Brun », « réforme Brun »."""
    word = noun.lower()
    return word in _matters() or word.removesuffix("s") in _matters()


@cache
def _matters() -> frozenset[str]:
    return frozenset(_data()["matters"].split())


@cache
def _speaking() -> frozenset[str]:
    """Nouns of somebody, of a body or of a writing that speaks, which no ending tells."""
    return frozenset(_data()["speaking"].split())


@cache
def _bodies() -> frozenset[str]:
    """Nouns of several people, or of none, that speak as somebody does."""
    return frozenset(_data()["bodies"].split())


@cache
def _writings() -> frozenset[str]:
    return frozenset(_data()["unmeant"].split())


@cache
def _data() -> dict[str, str]:
    # Imported here: most commands never ask for it.
    import yaml

    content = (resources.files("index.french") / "data" / "things.yaml").read_text("utf-8")
    read: dict[str, str] = yaml.safe_load(content)
    return read
