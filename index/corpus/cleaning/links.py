"""Lines that point elsewhere: cross-links, headers of blocks of links, counters of comments."""

from __future__ import annotations

import re
from typing import NamedTuple

from index.corpus.cleaning.phrases import plain


def _one_line(pattern: str) -> re.Pattern[str]:
    """A pattern written over several lines, in which spaces count."""
    return re.compile("".join(line.strip() for line in pattern.splitlines()))


_CROSS = re.compile(
    r"(?P<label>(?:[àa]\s)?(?:(?:lisez|relisez|consultez|d[ée]couvrez|[ée]coutez|regardez)(?=\s(?:aussi|[ée]galement|notre|nos|l['’])\b)|lire|voir|[ée]couter|regarder|d[ée]couvrir|relire|consulter)(?:\s(?:aussi|[ée]galement|[àa] ce sujet|sur le m[êe]me (?:sujet|th[èe]me)|notre (?:article|dossier|enqu[êe]te|analyse|reportage|interview|entretien|portrait|d[ée]cryptage|live|direct|[ée]dito|s[ée]rie)|l['’](?:article|analyse|interview|entretien|enqu[êe]te)|le (?:dossier|direct|live|reportage|portrait|d[ée]cryptage)|nos (?:articles|informations)|plus|encore|ensuite|ou relire|et [àa] relire|et relire|dans nos archives))*(?:\s(?:sur\s|dans\s|chez\s)[\w.’'-]+(?:\s[\w.’'-]+){0,2}?|\s(?!aussi|[ée]galement)(?-i:[a-zà-ÿ][\w.’'-]*)(?:\s[\w.’'-]+){0,4}?)?|(?:notre|nos) (?:dossier|article|enqu[êe]te|analyse|s[ée]rie|d[ée]cryptage|archives|reportage)s?|pour (?:en savoir plus|aller plus loin)|(?:sur|dans) l[ea] m[êe]me (?:sujet|th[èe]me|dossier|rubrique|s[ée]rie)|lien (?:utile|connexe)|retrouvez (?:ici |aussi )?(?:notre|nos|tous nos|l['’]ensemble)\b[^:]{0,60}|articles? (?:li[ée]s?|connexes?|similaires?)|read (?:also|more)|see also|related|[àa] lire dans [^:]{2,40}|vid[ée]o)\s*(?P<mark>[:>»→|–—►▶]+|\s-\s)\s*(?P<title>.*)",
    re.IGNORECASE,
)

_BRACKETED = re.compile(
    r"^\s*\[(?P<label>(?:(?:à|a) )?(?:lire|voir|écouter|relire|lire aussi|voir aussi|à lire aussi|vidéo|en vidéo|en images|photos|podcast|quiz|sondage|dossier|enquête))\]\s+",
    re.IGNORECASE,
)
"""« [Lire aussi] Neige : le Jura bloqué »."""
_CROSS_UNMARKED = re.compile(
    r"(?:[àa] )?(?:lire|voir|écouter) (?:aussi|également)\.?(?:\s+|(?=(?-i:[A-ZÀ-Ý«“\"])))(?:(?:article|contenu) (?:réservé|payant)[\w ’']*?abonnés?\s+)?(?P<title>[«“\"A-ZÀ-Ý].+)",
    re.IGNORECASE,
)
_POINTED = re.compile(r"\s*(?:▶|►|➤|➡️|👉|🔴|→)\s*(?=[^\W\d_]|[«“\"])")
"""A sign before the title of another article."""
_CROSS_BARE = re.compile(
    r"(?:(?:a )?(?:lire|voir|ecouter|regarder|decouvrir|relire) (?:aussi|egalement|a ce sujet|ensuite|sur le meme (?:sujet|theme))|a lire|a voir|a ecouter|lire|voir aussi|read also|see also|related)[\s:>»….]*"
)

_RELATED = _one_line(
    r"""(?:
      (?:pour )?aller plus loin|pour en savoir plus|en savoir plus sur .{2,60}
    |(?:a|à) (?:lire|voir|decouvrir)(?: (?:aussi|egalement|ensuite|sur le meme (?:sujet|theme)|dans (?:la|cette) (?:meme )?(?:rubrique|categorie)|sur .{2,40}|dans .{2,40}|absolument))*
    |(?:lire|voir) (?:aussi|egalement)
    |(?:notre|nos|tous nos) (?:dossiers?|articles?|contenus?|actualites?|enquetes?) (?:sur|consacrees? a|lies a) .{2,40}
    |(?:sur|dans) (?:le|la|les) memes? (?:sujets?|themes?|rubriques?|categories?|dossiers?|thematiques?)
    |(?:ces|nos|d'autres|les|autres|tous les|voir les)? ?(?:articles?|contenus?|actualites?|sujets?|infos?|billets?)(?: (?:qui )?(?:pourraient|devraient|peuvent|vont|vous)(?: aussi| egalement)? ?(?:vous )?(?:interesser|plaire)|
        \ ?(?:similaires?|selectionnes? pour vous|lies?|connexes?|associes?|recommandes?|relatifs?|apparentes?|les plus .{2,20}|recents?|suggeres?|(?:recommandes?|choisis|suggeres?) pour vous|populaires?|sur le meme (?:sujet|theme)|de (?:la|cette) (?:meme )?(?:rubrique|categorie)|du meme auteur|en relation|en lien|du dossier|precedents?|suivants?|par .{2,40}))
    |(?:ces|cet) articles?.{0,40}interesser.{0,20}
    |(?:cela|ca|cet article|ceci|ce contenu|ces contenus) (?:peut|peuvent|pourraient|devraient|pourrait|devrait|va) (?:aussi |egalement )?vous interesser
    |les tops? (?:de la semaine|du jour|du mois|du moment)|apres cet article
    |(?:cela|ca|ceci|cet article) vous (?:interessera|plaira)(?: (?:aussi|egalement|surement))?
    |vous (?:aimerez|pourriez|devriez|allez)(?: (?:aussi|egalement|peut-etre|aimer|adorer|apprecier|etre interesses?))*.{0,40}
    |(?:les|nos|le|l')? ?(?:articles? |sujets? |infos? |plus |\+ )*(?:plus )?(?:lus?|vus?|commentes?|partages?|populaires?|recents?)(?: (?:du (?:jour|moment|mois)|de la (?:semaine|journee)|cette semaine|aujourd'hui|en ce moment|dans .{2,30}))?
    |(?:les|nos|toutes les)? ?(?:derni(?:er|ere)s?|autres) (?:actualites?|actus?|articles?|infos?|informations?|nouvelles|breves|depeches|publications?|videos?|minutes?|news|posts?)(?: (?:de|du|des|sur|en|dans) .{2,40})?
    |(?:nos |les )?(?:recommandations?|suggestions?|selections?)(?: (?:de lecture|pour vous|de la redaction|d'articles?))?
    |(?:recommandee?s?|suggere|selectionnee?s?|choisis?) (?:pour vous|par .{2,30})
    |(?:a|à) (?:decouvrir|ne pas (?:manquer|rater)|suivre|la une)(?: (?:aussi|egalement|de|sur|dans) ?.{0,30})?
    |(?:plus|davantage) (?:d'articles?|d'actualites?|d'infos?|de contenus?|de videos?|sur (?:ce|le meme) (?:sujet|theme))(?: .{2,40})?
    |(?:nos |les |d'autres )?(?:lecteurs|lectrices|internautes|abonnes|visiteurs|gens) (?:ont|lisent|aiment|regardent|consultent)(?: (?:aussi|egalement|ensuite))?(?: (?:aime|lu|vu|consulte|apprecie|regarde))?(?: (?:aussi|egalement|ensuite))?
    |related (?:posts?|articles?|stories|news|content)|more (?:from|on|stories|news|articles)\b.{0,30}|you (?:may|might) also like.{0,20}|read next|recommended.{0,20}|latest (?:news|posts|articles)|popular (?:posts|news)|trending(?: now)?
    |(?:le |l')?(?:fil (?:info|actu|d'actu(?:alite)?|des depeches)|actualites? en continu|info en continu|direct)
    |(?:la|notre) redaction vous (?:conseille|recommande|propose|suggere)
    |(?:voir|retrouvez|lire) (?:plus|davantage) d'(?:actualites?|articles?|infos?)(?: .{2,40})?
    |(?:mas en|more in|plus dans) .{2,30}
    |videos? (?:a la une|du moment|du jour|les plus vues)|(?:le |les |la )?(?:plus |\+ )(?:lu|vu|regarde)e?s? en videos?
    |suggestions? de lecture|le fil info
    |(?:(?:tous )?les|d'autres|ses) (?:articles|billets|chroniques|textes|papiers) (?:de|du|d')(?: .{2,40})
    |(?:a|à) (?:voir|lire) aussi (?:dans|sur|pres) .{2,40}|(?:vos|les) reactions
    |(?:en )?(?:tendances?|relation avec (?:cet|l')? ?article)|sur le web|ailleurs sur le web|du meme auteur|dans (?:l'actualite|l'actu|le meme dossier|ce dossier|nos archives)|contenus? (?:sponsorises?|recommandes?|partenaires?)
    )"""
)

_OWN_OFFER = re.compile(
    r"(?:notre|nos|tous nos) (?:dossiers?|articles?|contenus?)\b|(?:voir|retrouvez|lire) (?:plus|davantage)\b|(?:la|notre) redaction vous\b"
    r"|(?:les )?(?:articles? )?(?:les )?(?:plus|\+) (?:lus?|vus?|partages?|commentes?)\b|vous (?:aimerez|pourriez)\b|articles? (?:similaires?|lies?|connexes?|recommandes?|suivants?|precedents?)\b"
    r"|(?:sur|dans) les? memes? (?:sujets?|dossiers?|themes?|rubriques?)\b|(?:ces|cet) articles?\b.{0,40}\binteresser|recommandee?s? pour vous"
)

_AUTHOR_BOX = re.compile(
    r"(?:a propos (?:de l'|de |des )(?:auteure?s?|redact\w+|journaliste)|(?:a propos|about) the author|l'auteure?|biographie de l'auteure?|voir tous (?:les|ses) articles.{0,40}|tous (?:les|ses) articles de .{2,40})"
)

_COUNTER = re.compile(
    r"\d+\s+(?:commentaires?|r[ée]actions?|comments?|avis|contributions?|r[ée]ponses?)",
    re.IGNORECASE,
)


class CrossLink(NamedTuple):
    """« À lire aussi : … »; the title is empty if it stands on a line of its own."""

    title: str


def read_cross_link(line: str) -> CrossLink | None:
    """The title after « À lire aussi : … »; None if the line is no cross-link."""
    stripped = _BRACKETED.sub(r"\g<label> : ", line) if "[" in line else line
    stripped = stripped.lstrip("» ").strip(" ()[]*•·►▶→>-–—➡️👉🔴\u00a0")
    match = _CROSS.fullmatch(stripped)
    if match is not None and len(stripped) <= 300:
        title = match["title"].strip(" :>»→|-–\u00a0")
        if match["label"].lower().startswith(("vidéo", "video")) and "." in title[:-1]:
            return None
        return CrossLink(title)
    unmarked = _CROSS_UNMARKED.fullmatch(stripped)
    if unmarked and _starts_title(unmarked["title"]) and len(stripped) <= 220:
        return CrossLink(unmarked["title"])
    if _POINTED.match(line) and _starts_title(stripped) and 3 <= len(stripped.split()) <= 30:
        return CrossLink(stripped)
    if len(stripped) <= 60 and _CROSS_BARE.fullmatch(plain(stripped)):
        return CrossLink("")
    return None


def _starts_title(title: str) -> bool:
    """Whether a title follows: « Lire aussi Le port rouvre » is a cross-link, « lire aussi dans les
    yeux » is not.
    """
    return title[0] in '«“"' or (title[0].isupper() and not title.endswith((".", ";", ",")))


def is_related_header(line: str) -> bool:
    """Whether a line is a header of links: « Sur le même sujet », « Ces articles devraient vous
    intéresser : ».
    """
    return len(line) <= 80 and bool(_RELATED.fullmatch(plain(line).rstrip(" :.…!?")))


def is_own_offer(line: str) -> bool:
    """Whether a header of links cannot be a heading of the article, even without links below it."""
    return len(line) <= 80 and bool(_OWN_OFFER.match(plain(line)))


def is_author_box(line: str) -> bool:
    return len(line) <= 80 and bool(_AUTHOR_BOX.fullmatch(plain(line)))


def is_comments_counter(line: str) -> bool:
    return bool(_COUNTER.fullmatch(line.strip()))
