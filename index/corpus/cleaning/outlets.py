"""Names of newspapers, sites and agencies, recognised by a list and by their words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib import resources

from index.corpus.cleaning.name_looks import is_section
from index.corpus.cleaning.phrases import plain

_NOUNS = frozenset(
    """
    gazette vigie courrier depeche depeches echo echos journal quotidien bulletin tribune matin soir
    presse revue magazine hebdo hebdomadaire nouvelles nouvelle info infos actu actus actualites
    actualite carnet news monde figaro progres republicain independant nation liberation parisien telegramme voix
    midi express obs temps times post radio tv tele agence fil cahiers carnets lettre observateur
    patriote liberte opinion economiste eco avenir union dauphine montagne croix humanite messager
    reporter reperes mensuel chronique herald tribun phare eveil moniteur diplomatique diplomatie
    watani vie libre expression soleil minutes mediapart rfi bfm
    """.split()  # noqa: SIM905
)
"""Nouns in the names of French-language outlets."""
_GENERIC = frozenset(
    """
    info infos actu actus actualites news tv radio tele presse journal magazine revue hebdo mensuel
    communique societe publie dossier agence agences depeche depeches fil toute toutes notre nos
    """.split()  # noqa: SIM905
)
"""Words that, alone or together, are a label of any page and not an outlet's name."""
_LABELS = frozenset(
    ("blog", "site", "mag", "club", "shop", "live", "fil", "direct", "replay", "podcast", "forum")
)
"""Words that are a label of a menu with their article, too: « Le Blog », « Le Mag »."""
_BODIES = frozenset(
    """
    agence institut association fondation ecole universite ministere mairie region departement prefecture
    entreprise societe groupe federation syndicat chambre office etablissement
    """.split()  # noqa: SIM905
)
"""What the names of institutions begin with; with nothing but an article, « L’Agence » is a label of their menu."""
_ARTICLES = frozenset(("le", "la", "les"))
LABEL_START = re.compile(
    r"(?:lire|voir|ecouter|regarder|acheter|feuilleter|telecharger|programmes?|grilles?|editions? d|nos|notre|mon|mes|votre|vos|tous|toutes|toute|plan d|le journal numerique|en direct)\b"
    r"|[a-z]{3,}(?:er|ir|oir|dre|tre|ire) (?:une?|l[ae]s?|l'|ce|cet|cette|ma|mon|mes|sa|son|ses|nos|notre|vos|votre)\b"
)
"""The first words of labels, with which no outlet's name begins: « Nos revues », « Proposer une tribune »."""
_INSTITUTION = re.compile(
    r"conseil (?:departemental|regional|general|national|superieur|economique)\b|direction (?:generale|regionale|departementale)\b|communaute (?:de communes|urbaine|d'agglomeration)\b"
    r"|metropole d|cour des comptes|haute autorite|autorite (?:de|des)\b|defenseur des"
)
_FEWEST = 2
"""More words than these after the first have the names of institutions: « Agence régionale des forêts du Centre »."""
_HOST = re.compile(
    r"(?:www\.)?[\w-]+(?:\.[\w-]+)*\.(?:com|net|org|info|fr|be|ch|ma|dz|tn|sn|ci|ml|bf|cm|ca|lu|eu|tv|africa|news|test|example)",
    re.IGNORECASE,
)
_ADDRESS = re.compile(
    r"(?:https?://)?(?:www\d?\.|m\.|amp\.|mobile\.)?(?P<site>[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,12})/?",
    re.IGNORECASE,
)
_IN_BRACKETS = re.compile(r"\s*\([^()]*\)")
_COMPOUND = re.compile(
    r"[A-ZÀ-Ý][\w-]{2,}(?:[Ii]nfos?|[Pp]resse?|[Nn]ews|[Mm]ag|[Aa]ctu|M[eé]dia|[Mm]atin|[Hh]ebdo)|(?:[A-ZÀ-Ý][\w’'-]+ ){1,3}[A-ZÀ-Ý]?[\w-]+\.(?:com|net|fr|be|ch|info)"
)
_ARTICLE = re.compile(r"(?:Le|La|Les|L[’'])\s?[A-ZÀ-Ý]")
_JOINED = re.compile(r"\w+s? (?:du|des|de la|de l[’'])\s?[A-ZÀ-Ý]|[\w’'-]+ & [A-ZÀ-Ý]")
_STOPS = re.compile(r"[.!?:;…«»“”\"]")
_WORD = re.compile(r"[a-z]+")


_LISTS = ("media.yaml", "media_more.yaml")
"""The gazetteers of the entities, read as data: an outlet in them is also one in a page's lines."""


@cache
def _read() -> tuple[tuple[tuple[str, ...], bool], ...]:
    """The spellings of each outlet in the lists, and whether it needs other words beside it."""
    # Imported here: most commands read no file of a corpus.
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    found: list[tuple[tuple[str, ...], bool]] = []
    for name in _LISTS:
        text = (resources.files("index.entities") / "data" / name).read_text(encoding="utf-8")
        for entry in yaml.load(text, loader)["entries"]:
            if isinstance(entry, str):
                found.append((tuple(entry.split(" = ")), False))
            else:
                found.append(((entry["name"], *entry.get("aliases", ())), "near" in entry))
    return tuple(found)


def _spellings() -> tuple[tuple[str, ...], ...]:
    return tuple(names for names, _ in _read())


@cache
def _entries() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """All names in the lists: those that stand alone, and those that need other words beside them."""
    alone = tuple(name for names, beside in _read() if not beside for name in names)
    beside = tuple(name for names, beside in _read() if beside for name in names)
    return alone, beside


@cache
def _by_site() -> dict[str, str]:
    """From the address of a site in the lists to the name of its outlet, the first of its entry."""
    return {site: name for names in _spellings() for site, name in _sites(names)}


def _sites(names: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    name = _name_of(names)
    yield from ((one.lower(), name) for one in names if "." in one and _HOST.fullmatch(one))


def _name_of(names: tuple[str, ...]) -> str:
    """The spelling of an outlet that its site has too (`Franceinfo`), else its first one."""
    labels = {name.lower().partition(".")[0] for name in names if "." in name}
    same = (name for name in names if name.lower() in labels and name[0].isupper())
    return next(same, _IN_BRACKETS.sub("", names[0]))


@cache
def _by_label() -> dict[str, str]:
    """The same from the letters of each name, for sites that are called like their outlet."""
    return {_letters(name): _name_of(names) for names in reversed(_spellings()) for name in names}


def outlet_of_site(name: str) -> str:
    """The outlet of a site, « www.lemonde.fr » → `Le Monde`; an unknown site without « www. », any other name as it is."""
    match = _ADDRESS.fullmatch(name) if "." in name and " " not in name else None
    if match is None:
        return name
    site = match["site"].lower()
    label, _, ending = site.rpartition(".")
    known = _by_site().get(site)
    if known is None and ending == "fr" and "." not in label:
        # In other countries other papers bear the same names: lematin.ch, lexpress.mu.
        known = _by_label().get(_letters(label))
    return known if known is not None and known.lower() != site else match["site"]


@cache
def _listed() -> tuple[frozenset[str], frozenset[str]]:
    """The plain forms of the same."""
    alone, beside = _entries()
    return frozenset(map(plain, alone)), frozenset(map(plain, beside))


@cache
def _by_letters() -> dict[str, str]:
    spellings: dict[str, str] = {}
    for names in _entries():
        for name in names:
            spellings.setdefault(_letters(name), name)
    return spellings


def _letters(name: str) -> str:
    return "".join(filter(str.isalnum, plain(name)))


def listed_spelling(text: str) -> str | None:
    """A known outlet's name as the lists write it: « ouestfrance » → `Ouest-France`."""
    return _by_letters().get(_letters(text))


def is_listed_outlet(text: str) -> bool:
    """Whether a text is the name of a known outlet, with its article or without: « Ouest-France »."""
    name = plain(text)
    known, _ = _listed()
    return name in known or (
        name.partition(" ")[0] in _ARTICLES and name.partition(" ")[2] in known
    )


def is_listed_beside_words(text: str) -> bool:
    """Whether a text is a known outlet's name that means much else: « Marianne », « Brut »."""
    return plain(text) in _listed()[1]


def could_be_outlet(text: str) -> bool:
    """Whether a text is short and begins with a capital, as an outlet's name does; this is no
    proof.
    """
    if "." in text and _HOST.fullmatch(text):
        return True
    return (
        len(text) <= 50
        and len(text.split()) <= 6
        and text[:1].isupper()
        and not _STOPS.search(text)
        and not any(map(str.isdigit, text))
    )


def is_institution(text: str) -> bool:
    """Whether a text has the form of an institution's name: « Conseil départemental de la Haute-Combe »."""
    words = _WORD.findall(plain(text))
    told = sum(len(word) > _FEWEST for word in words)
    return (
        told > _FEWEST
        and could_be_outlet(text)
        and (words[0] in _BODIES or _INSTITUTION.match(plain(text)) is not None)
    )


def has_outlet_noun(text: str) -> bool:
    """Whether a name has a noun of outlets that no label is made of alone: « Radio Lac », « La Gazette du Port »."""
    words = [word for word in _WORD.findall(plain(text)) if len(word) > _FEWEST]
    return not _NOUNS.isdisjoint(words) and not _GENERIC.issuperset(words)


def is_site(text: str) -> bool:
    """Whether a text is an outlet's site or a name made like one: « actu.fr », « StreetPress », « El Watan.com »."""
    if "." not in text and " " in text:
        return False  # each of both has a point, or is one word
    return bool(_HOST.fullmatch(text) or _COMPOUND.fullmatch(text))


@lru_cache(maxsize=1 << 10)
def is_outlet_name(text: str) -> bool:
    """Whether a text has the form of an outlet's name: « La Gazette du Port », « ouest.fr »; it is remembered, since
    each name of a page is asked about by many rules.
    """
    if "." in text and _HOST.fullmatch(text):
        return True
    if (" " in text or "-" in text) and is_listed_outlet(text):
        # One word may be a heading, a name or an agency's signature: « Marianne », « AFP ».
        return True
    if not could_be_outlet(text):
        return False
    if LABEL_START.match(plain(text)):
        return False
    words = _WORD.findall(plain(text))
    told = [word for word in words if len(word) > 2]
    bare = [word for word in told if word not in _ARTICLES]
    if all(word in (_LABELS if _ARTICLE.match(text) else _GENERIC) for word in bare):
        return False
    if words[-1:] and words[-1] in _BODIES and len(told) == 1:
        return False
    if _ARTICLE.match(text) or _JOINED.match(text):
        return True
    if is_institution(text):
        return True
    parts = text.split()
    capitals = 2 <= len(parts) <= 3 and all(part[0].isupper() for part in parts)
    if capitals and "," not in text and is_section(parts[0]) and not all(map(is_section, parts)):
        return True  # « Afrique Demain » is no person: no first name is also a section.
    return any(word in _NOUNS for word in words)


_DASH = re.compile(r"\s+[–—|/-]\s+")
_BEGINNING = re.compile(r"(?:l[ea]s? |l['’])", re.IGNORECASE)


def are_outlets(text: str) -> bool:
    """Whether a line below a name is nothing but outlets: « LE FLEUVE », « franceinfo – Radio France »."""
    if _BEGINNING.match(text) or is_outlet_name(text):
        return True
    parts = _DASH.split(text)
    return len(parts) > 1 and all(is_listed_outlet(one) or is_outlet_name(one) for one in parts)
