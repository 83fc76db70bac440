"""Lines that name what they hold: bylines, dates, topics, rights, picture credits, cross-links."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from index.corpus.cleaning.phrases import plain
from index.corpus.dates import DateFound, find_dates
from index.model.article import DateValue


def _one_line(pattern: str) -> re.Pattern[str]:
    """A pattern written over several lines in which spaces count."""
    return re.compile("".join(line.strip() for line in pattern.splitlines()))


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
    """.split()  # noqa: SIM905
) | {"a la une", "faits divers", "defense et securite", "le monde", "au maroc", "maroc et monde"}
_SEPARATORS = re.compile(r"\s+[-–—|•·/>»]\s+|\s*[|•·]\s*")
_NAME_WORD = r"(?:[^\W\d_a-zà-ÿ][\w’'.-]*|de|du|des|d['’][\w-]+|la|le|el|al|ben|bin|ibn|van|von|der|den|di|da|dos|et|and|avec|with|à|a|pour)"
_NAME = re.compile(rf"[^\W\d_a-zà-ÿ][\w’'.-]*(?:[\s,/&]+{_NAME_WORD}){{0,9}}\.?")
_BY = re.compile(
    r"""(?:
        (?:(?:[ée]crit|r[ée]dig[ée]|publi[ée]|post[ée]|propos(?:\ recueillis)?|propos\ recueillis\ et\ traduits|reportage|traduit|synth[èe]se|article|texte|recueilli)s?(?:\s+\w+){0,3}?\s+par
          |par|by|written\ by|posted\ by|auteure?s?|author|r[ée]daction|r[ée]dacteur|r[ée]dactrice|journalistes?|texte|signature)\s*:?\s+
      | (?:de\ )?(?:notre|nos|l[’']un\ de\ nos)\ (?:envoy|correspondan)\S*(?:\s(?:sp[ée]cia\w+|permanente?s?))?\s*(?:[àa]|au|en|aux|:|,)?\s*
    )""",
    re.IGNORECASE | re.VERBOSE,
)
_COLLECTIVE = re.compile(
    r"(?:la )?redaction(?: (?:de|du|avec) .{2,40})?|(?:le|la|les) .{2,30} avec (?:afp|reuters|ap|agences?|aps|map)"
)
_AGENCY = re.compile(
    r"(?:[(\[—–-]\s*)?(?:avec\s+)?(?:l['’])?(?:AFP|Reuters|REUTERS|AP|Associated Press|APS|MAP|TAP|EFE|ANSA|DPA|dpa|Belga|BELGA|ATS|Xinhua|PANA|APA|Agences?|agences?)"
    r"(?:\s*(?:,|/|et|avec|-)\s*(?:AFP|Reuters|AP|APS|MAP|agences?))*\s*[)\]]?"
)
_INITIALS = re.compile(r"(?:[^\W\d_a-zà-ÿ]\.?[\s-]?){1,3}[^\W\d_a-zà-ÿ]\.?")
_DATE_WORDS = re.compile(
    r"\b(?:publi[ée]e?s?|mis(?:e)?(?:\s+|-)(?:à|a)(?:\s+|-)jour|modifi[ée]e?|actualis[ée]e?|cr[ée]{2}e?|post[ée]e?|paru(?:e)?|mise? en ligne|updated|published|posted|last|derni[èe]re|(?:mise (?:à|a) jour|modification)|date|heure|le|la|on|at|à|a|de|du|en|article|par|maj|et|vers|the)\b",
    re.IGNORECASE,
)
_CHANGED = re.compile(
    r"(?:mis(?:e)?(?:\s+|-)(?:à|a)(?:\s+|-)jour|modifi|actualis|updated|modification|maj)\b[^0-9]{0,40}$",
    re.IGNORECASE,
)
_READING = re.compile(
    r"(?:temps de |dur[ée]e de )?lecture(?: estim[ée])?\s*:?\s*\d+\s*(?:min\w*|mn|')\.?|\d+\s*(?:min|mn|minutes?)(?: de lecture)?|\d+ (?:vues|commentaires?|partages?)",
    re.IGNORECASE,
)
_TAGS = re.compile(
    r"(?:(?:sujets?|th[èe]mes?|articles?|tags?|mots?)[ -]?(?:associ[ée]s?|abord[ée]s?|li[ée]s?|cl[ée]s?|connexes)?|th[ée]matiques?|[ée]tiquettes?|keywords?|hashtags?|dossiers?|class[ée] (?:dans|sous)|tagu[ée]|filed under|mots[ -]cl[ée]fs?|sur le m[êe]me th[èe]me|lieux|pays|personnes|topics?)\s*:\s*(?P<tags>.+)",
    re.IGNORECASE,
)
_TAGS_LABEL = re.compile(
    r"(?:sujets? (?:associes|abordes|lies)|themes?(?: (?:associes|abordes|lies))?|tags?|mots?[ -]cles?|mots[ -]clefs|etiquettes|thematiques|keywords|topics)\s*:?"
)
_HASHTAGS = re.compile(r"(?:#[\w-]+[\s,]*)+")
_RIGHTS = re.compile(
    r"\bcopyright\b|\(c\) ?(?:19|20)\d\d|tous droits (?:de reproduction |de diffusion )?reserves|all rights reserved|reproduction (?:totale ou partielle |meme partielle )?(?:interdite|strictement)|droits de reproduction"
)
_RIGHTS_YEAR = re.compile(r"©[^.©]{0,40}\b(?:19|20)\d\d\b|\b(?:19|20)\d\d\s*©")
_RIGHTS_WORDS = re.compile(
    r"©|\(c\)|copyright|tous droits(?: de reproduction et de representation)?(?: de reproduction| de diffusion)?|r[ée]serv[ée]s?|all rights reserved|reproduction.*|\b(?:19|20)\d\d\b(?:\s*[-–]\s*(?:19|20)?\d\d)?|droits de.*",
    re.IGNORECASE,
)
_CREDIT_START = re.compile(
    r"(?:(?:credits?|copyright|legende|source)(?: ?[-/] ?| )?(?:de (?:la |l')|d'|des )?(?:photos?|images?|illustrations?|videos?|infographies?)|credits?|photos?|photographies?|photographes?|illustrations?|images?|infographies?|dessin|montage|capture(?: d'ecran)?|ph|visuel)\s?(?:d'illustration|d'archives?|de couverture|de une|a la une|principale|prise|non datee)?\s?(?:[:©/|(]|par\b|-\s|d['e] ?\w+ ?[:©]|\.?$)"
)
_CREDIT_ALONE = re.compile(
    r"(?:photo|image|illustration|archives?|d\.? ?r\.?|photo (?:d'illustration|d'archives?)|image d'(?:illustration|archives?)|getty images|istock(?:photo)?|shutterstock|unsplash|pixabay|wikimedia(?: commons)?|capture d'ecran|(?:photo|image) non datee)[\s.]*(?:[/|-] ?.{2,40})?"
)
_CREDIT_END = re.compile(
    r"(?:[(\[|–—-]\s*(?:cr[ée]dits?|photos?|image|illustration|ph\.?|source|copyright|archives?)\b[^()]{0,80}[)\]]?|©\s*[^.©]{1,60}|/\s?(?:AFP|Reuters|REUTERS|AP|SIPA|Sipa|Getty[^.]{0,30}|MAXPPP|MaxPPP|EPA|Belga|Keystone|DPPI|Shutterstock|Bestimage|Abaca|Hans Lucas|Le Figaro)(?:\s*/\s*[\w .]+)?\)?|\((?:AFP|AP|Reuters|SIPA)\s?/[^()]{2,60}\)|[A-ZÀ-Ý][\w.’' -]{2,40} (?:/|via) (?:AFP|AP|REUTERS|Reuters|Getty Images|SIPA|Sipa|MAXPPP)\)?)\s*\.?$"
)
_CROSS = re.compile(
    r"(?P<label>(?:[àa]\s)?(?:lire|voir|[ée]couter|regarder|d[ée]couvrir|relire|consulter)(?:\s(?:aussi|[ée]galement|[àa] ce sujet|sur le m[êe]me (?:sujet|th[èe]me)|notre (?:article|dossier|enqu[êe]te|analyse|reportage|interview|entretien|portrait|d[ée]cryptage|live|direct|[ée]dito|s[ée]rie)|l['’](?:article|analyse|interview|entretien|enqu[êe]te)|le (?:dossier|direct|live|reportage|portrait|d[ée]cryptage)|nos (?:articles|informations)|plus|encore|ensuite|ou relire|et [àa] relire|et relire|dans nos archives))*(?:\s(?:sur\s)?[\w.’'-]+){0,3}?|(?:notre|nos) (?:dossier|article|enqu[êe]te|analyse|s[ée]rie|d[ée]cryptage|archives|reportage)s?|pour (?:en savoir plus|aller plus loin)|sur le m[êe]me (?:sujet|th[èe]me)|lien (?:utile|connexe)|retrouvez (?:ici |aussi )?(?:notre|nos|tous nos|l['’]ensemble)\b[^:]{0,60}|articles? (?:li[ée]s?|connexes?|similaires?)|read (?:also|more)|see also|related|[àa] lire dans [^:]{2,40}|vid[ée]o)\s*(?P<mark>[:>»→|–—►▶]+|\s-\s)\s*(?P<title>.*)",
    re.IGNORECASE,
)
_CROSS_BARE = re.compile(
    r"(?:(?:a )?(?:lire|voir|ecouter|regarder|decouvrir|relire) (?:aussi|egalement|a ce sujet|ensuite|sur le meme (?:sujet|theme))|a lire|a voir|a ecouter|lire|voir aussi|read also|see also|related)[\s:>»…]*"
)
_RELATED = _one_line(
    r"""(?:
      (?:pour )?aller plus loin|pour en savoir plus|en savoir plus sur .{2,60}
    |(?:a|à) (?:lire|voir|decouvrir)(?: (?:aussi|egalement|ensuite|sur le meme (?:sujet|theme)|dans (?:la|cette) (?:meme )?(?:rubrique|categorie)|sur .{2,40}|dans .{2,40}|absolument))*
    |(?:lire|voir) (?:aussi|egalement)
    |(?:sur|dans) (?:le|la|les) memes? (?:sujets?|themes?|rubriques?|categories?|dossiers?|thematiques?)
    |(?:ces|nos|d'autres|les|autres|tous les|voir les)? ?(?:articles?|contenus?|actualites?|sujets?|infos?|billets?)(?: (?:qui )?(?:pourraient|devraient|peuvent|vont|vous)(?: aussi| egalement)? ?(?:vous )?(?:interesser|plaire)|
        \ ?(?:similaires?|lies?|connexes?|associes?|recommandes?|relatifs?|apparentes?|les plus .{2,20}|recents?|suggeres?|populaires?|sur le meme (?:sujet|theme)|de (?:la|cette) (?:meme )?(?:rubrique|categorie)|du meme auteur|en relation|en lien|du dossier|precedents?|suivants?|par .{2,40}))
    |(?:ces|cet) articles?.{0,40}interesser.{0,20}
    |(?:cela|ca|cet article|ceci) (?:peut|pourrait|devrait|va) (?:aussi |egalement )?vous interesser
    |vous (?:aimerez|pourriez|devriez|allez)(?: (?:aussi|egalement|peut-etre|aimer|adorer|apprecier|etre interesses?))*.{0,40}
    |(?:les|nos|le|l')? ?(?:articles? |sujets? |infos? |plus )*(?:plus )?(?:lus?|vus?|commentes?|partages?|populaires?|recents?)(?: (?:du (?:jour|moment|mois)|de la (?:semaine|journee)|cette semaine|aujourd'hui|en ce moment|dans .{2,30}))?
    |(?:les|nos|toutes les)? ?(?:derni(?:er|ere)s?|autres) (?:actualites?|actus?|articles?|infos?|informations?|nouvelles|breves|depeches|publications?|videos?|minutes?|news|posts?)(?: (?:de|du|des|sur|en|dans) .{2,40})?
    |(?:nos |les )?(?:recommandations?|suggestions?|selections?)(?: (?:de lecture|pour vous|de la redaction|d'articles?))?
    |(?:recommandee?s?|suggere|selectionnee?s?|choisis?) (?:pour vous|par .{2,30})
    |(?:a|à) (?:decouvrir|ne pas (?:manquer|rater)|suivre|la une)(?: (?:aussi|egalement|de|sur|dans) ?.{0,30})?
    |(?:plus|davantage) (?:d'articles?|d'actualites?|d'infos?|de contenus?|de videos?|sur (?:ce|le meme) (?:sujet|theme))(?: .{2,40})?
    |related (?:posts?|articles?|stories|news|content)|more (?:from|on|stories|news|articles)\b.{0,30}|you (?:may|might) also like.{0,20}|read next|recommended.{0,20}|latest (?:news|posts|articles)|popular (?:posts|news)|trending(?: now)?
    |(?:le |l')?(?:fil (?:info|actu|d'actu(?:alite)?|des depeches)|actualites? en continu|info en continu|direct)
    |(?:en )?(?:tendances?|relation avec (?:cet|l')? ?article)|sur le web|ailleurs sur le web|du meme auteur|dans (?:l'actualite|l'actu|le meme dossier|ce dossier|nos archives)|contenus? (?:sponsorises?|recommandes?|partenaires?)
    )"""
)
_AUTHOR_BOX = re.compile(
    r"(?:a propos (?:de l'|de |des )(?:auteure?s?|redact\w+|journaliste)|(?:a propos|about) the author|l'auteure?|biographie de l'auteure?|voir tous (?:les|ses) articles.{0,40}|tous (?:les|ses) articles de .{2,40})"
)
_CRUMBS = re.compile(
    r"(?:(?:accueil|home|vous etes ici ?:? ?(?:accueil)?)\s*(?:[>/»›|:•]+\s*[^>/»›|•]{2,60})+[>/»›|\s]*|[^>»›]{2,30}(?:\s*[>»›]\s*[^>»›]{2,60}){2,})"
)
_FIELD = re.compile(r"(?P<name>[^\W\d_][\w .’'-]{2,28}?)\s*:\s+(?P<value>\S.*)")
_LIST = re.compile(r"\s*[,;•|]\s*|\s+[-–—/·]\s+")


@dataclass(slots=True)
class Facts:
    """What lines of a page state of its article; gathered while the page is read."""

    title: str | None = None
    authors: list[str] = field(default_factory=list)
    published: list[DateValue] = field(default_factory=list)
    modified: list[DateValue] = field(default_factory=list)
    sections: list[str] = field(default_factory=list)
    sources: list[str] = field(default_factory=list)
    followed: list[str] = field(default_factory=list)
    """Outlets that the page asks to follow elsewhere."""
    avatars: list[str] = field(default_factory=list)
    """Names that stand beside a small square picture, as authors do."""
    tags: list[str] = field(default_factory=list)
    urls: list[str] = field(default_factory=list)
    description: str | None = None
    language: str | None = None


class CrossLink(NamedTuple):
    """« À lire aussi : … »; the title is empty when it stands in a line of its own."""

    title: str


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
    """Whether a short text looks like a person's name or initials: two words with capitals or more."""
    if _INITIALS.fullmatch(text) and len(text) <= 10:
        return True
    words = [word for word in re.split(r"[\s]+", text) if word]
    capitals = [word for word in words if word[0].isupper()]
    return 2 <= len(words) <= 5 and len(capitals) >= 2 and words[0][0].isupper() and is_name(text)


def is_agency(text: str) -> bool:
    return bool(_AGENCY.fullmatch(text.strip()))


def read_byline(line: str) -> str | None:
    """« Ecrit par : S.A » → `S.A`; None when the line is no byline."""
    line = line.strip(" \u00a0")
    match = _BY.match(line)
    if match is None:
        return line if _COLLECTIVE.fullmatch(plain(line)) else None
    name = line[match.end() :].strip(" :\u00a0,")
    found = find_dates(name)
    if found:
        name = re.sub(r"[\s,|–-]*\b(?:le|on)?\s*$", "", name[: found[0].start])
    if _COLLECTIVE.fullmatch(plain(name)) or is_name(name):
        return name
    return None


def read_header(line: str, facts: Facts) -> bool:
    """Takes a line such as « 20 septembre 2022 - 07h20 - Maroc - Ecrit par : S.A » apart.

    True when all of the line is understood; only then are `facts` added to.
    """
    if len(line) > 240:
        return False
    found = find_dates(line)
    byline = read_byline(line) if not found else None
    if byline:
        facts.authors.append(byline)
        return True
    if not found:
        return False
    parts = _SEPARATORS.split(_without(line, found))
    authors: list[str] = []
    sections: list[str] = []
    for part in parts:
        rest = part.strip(" ,.:;()\u00a0")
        if not rest or _READING.fullmatch(rest):
            continue
        name = read_byline(rest)
        if name is None:
            rest = re.sub(_READING, " ", rest)
            rest = _DATE_WORDS.sub(" ", rest).strip(" ,.:;()-–|\u00a0")
        if name:
            authors.append(name)
        elif not rest or not re.search(r"\w", rest):
            continue
        elif is_section(rest):
            sections.append(rest)
        elif len(rest.split()) <= 6 and (is_person(rest) or is_agency(rest)):
            authors.append(rest)
        else:
            return False
    _add_dates(line, found, facts)
    facts.authors.extend(authors)
    facts.sections.extend(sections)
    return True


def _without(line: str, found: list[DateFound]) -> str:
    for date in reversed(found):
        line = f"{line[: date.start]} | {line[date.end :]}"
    return line


def _add_dates(line: str, found: list[DateFound], facts: Facts) -> None:
    before = 0
    for date in found:
        changed = _CHANGED.search(line[before : date.start])
        (facts.modified if changed else facts.published).append(date.date)
        before = date.end


def read_tags(line: str) -> tuple[str, ...] | None:
    """The topics of « Sujets associés : a - b » or of a row of hashtags."""
    if _HASHTAGS.fullmatch(line):
        return tuple(tag.strip("# ,") for tag in line.split() if tag.strip("# ,"))
    match = _TAGS.fullmatch(line)
    if match is None:
        return None
    tags = split_list(match["tags"])
    if any(len(tag.split()) > 6 for tag in tags):
        return None
    return tags


def is_tags_label(line: str) -> bool:
    return bool(_TAGS_LABEL.fullmatch(plain(line)))


def split_list(text: str) -> tuple[str, ...]:
    """« a, b » or « a - b » → a, b."""
    return tuple(part for part in (p.strip(" .#\u00a0") for p in _LIST.split(text)) if part)


def read_copyright(line: str) -> str | None:
    """The holder of a line of rights (perhaps empty); None when the line is none."""
    if len(line.split()) > 60:
        return None
    simple = plain(line)
    said = bool(_RIGHTS.search(simple)) or bool(_RIGHTS_YEAR.search(line))
    if not said and not line.startswith(("©", "(c) ", "(C) ")):
        return None
    holder = _RIGHTS_WORDS.sub(" ", line).strip(" .,:;-–|\u00a0")
    holder = re.sub(r"\s+", " ", holder)
    if not said:
        # « © Jean Le Goff »: a picture's, unless the whole page says more.
        return "" if is_name(holder) and not is_agency(holder) else None
    return holder if is_name(holder) and len(holder.split()) <= 6 else ""


def is_credit(line: str) -> bool:
    """Whether a line is a picture's credit or a caption that ends with one."""
    words = len(line.split())
    if words > 60:
        return False
    short = plain(line)
    if words <= 25 and (_CREDIT_START.match(short) or _CREDIT_ALONE.fullmatch(short)):
        return True
    return bool(_CREDIT_END.search(line))


def read_cross_link(line: str) -> CrossLink | None:
    """The title that « À lire aussi : … » points to; None when the line is no cross-link."""
    stripped = line.strip(" ()[]*•·►▶→>-–—➡️👉🔴\u00a0")
    match = _CROSS.fullmatch(stripped)
    if match is not None and len(stripped) <= 300:
        title = match["title"].strip(" :>»→|-–\u00a0")
        if match["label"].lower().startswith(("vidéo", "video")) and "." in title[:-1]:
            return None
        return CrossLink(title)
    if len(stripped) <= 60 and _CROSS_BARE.fullmatch(plain(stripped)):
        return CrossLink("")
    return None


def is_related_header(line: str) -> bool:
    """« Sur le même sujet », « Ces articles devraient vous intéresser : » and their like."""
    return len(line) <= 80 and bool(_RELATED.fullmatch(plain(line).rstrip(" :.…!?")))


def is_author_box(line: str) -> bool:
    return len(line) <= 80 and bool(_AUTHOR_BOX.fullmatch(plain(line)))


def is_breadcrumb(line: str) -> bool:
    return len(line) <= 200 and bool(_CRUMBS.fullmatch(plain(line)))


def read_field(line: str) -> tuple[str, str] | None:
    """« Titre : … » → its name and value, whatever the name."""
    match = _FIELD.fullmatch(line)
    return (match["name"], match["value"].strip()) if match else None


_FOLLOW = re.compile(
    r"(?:suivez|suivre|rejoignez|retrouvez|follow)\s+(?P<name>[\w.'’&-]+(?:\s[\w.'’&-]+){0,3}?)\s+(?:sur|via|on)\s",
    re.IGNORECASE,
)
_PRONOUNS = frozenset("nous moi les notre nos la le l'actualite toute tous".split())  # noqa: SIM905
_OUTLET = re.compile(r"\s*[|–—•·-]\s*(?P<name>[^|–—•·]{2,40})$")
_SUMMARY_END = 100
"""Characters at the end of a summary in which its date and outlet stand."""
_COUNTER = re.compile(r"\d+\s+(?:commentaires?|r[ée]actions?|comments?|avis)", re.IGNORECASE)
_SIGNATURE = re.compile(
    r"(?:[^\W\d_a-zà-ÿ][\w’'.-]*\s?){1,4}(?:\s*[,(/–-]?\s*(?:avec|et)\s+(?:l['’])?(?:AFP|Reuters|AP|MAP|APS|agences?)\)?|\s*[/(]\s*(?:AFP|Reuters|AP|MAP|APS)\)?)"
)


def source_to_follow(line: str) -> str | None:
    """« Suivez bladi.net sur … » → the outlet, spelt as at the line's start when it stands there."""
    match = _FOLLOW.search(line)
    if match is None or plain(match["name"]).split()[:1] == []:
        return None
    name = match["name"]
    if plain(name).split()[0] in _PRONOUNS:
        return None
    start = line[: len(name)]
    return start if start.lower() == name.lower() else name


def outlet_after(line: str, extra: int) -> str | None:
    """The outlet behind a title: « … | Le Quotidien »; `extra` is about how long that part is."""
    match = _OUTLET.search(line, max(0, len(line) - extra - 4))
    if match is None:
        return None
    name = match["name"].strip()
    return name if (name and name[0].isupper()) or "." in name else None


def split_summary(line: str) -> tuple[str, str | None]:
    """« Résumé coupé... 17.01.2023, Le Quotidien » → the summary and the outlet, if one follows."""
    tail = max(0, len(line) - _SUMMARY_END)
    found = find_dates(line[tail:])
    if not found:
        return line, None
    last = found[-1]._replace(start=found[-1].start + tail, end=found[-1].end + tail)
    summary = line[: last.start].rstrip(" ,-–|(\u00a0")
    outlet = line[last.end :].strip(" ,-–|)\u00a0")
    if not re.search(r"(?:[.!?…])[»”\"]?$", summary) or len(outlet.split()) > 5:
        return line, None
    if outlet and not is_name(outlet):
        return line, None
    return summary, outlet or None


def section_of_breadcrumb(line: str) -> str | None:
    """The last section of « Accueil > Monde > Afrique > … »."""
    crumbs = [crumb.strip(" :\u00a0") for crumb in re.split(r"[>/»›|•]", line)]
    known = [crumb for crumb in crumbs if is_section(crumb)]
    return known[-1] if known else None


def is_comments_counter(line: str) -> bool:
    return bool(_COUNTER.fullmatch(line.strip()))


def is_signature(text: str) -> bool:
    """« J. D. avec AFP »."""
    return len(text) <= 60 and bool(_SIGNATURE.fullmatch(text))
