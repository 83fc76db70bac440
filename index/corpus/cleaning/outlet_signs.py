"""What speaks for and against a name being the outlet of its page: its form, its places, what other lines say of it.

Each sign is a name and a number from 0 to 1. Their weights are data (`index/corpus/data/outlet_weights.tsv`), fitted by
`python -m benchmarks.outlet_weights`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

from index.corpus.cleaning import name_looks, rights
from index.corpus.cleaning.line_looks import Look
from index.corpus.cleaning.outlet_candidates import (
    LONGEST,
    TOP,
    Candidate,
    Place,
    key_of,
    speaking_lines,
)
from index.corpus.cleaning.outlets import (
    is_institution,
    is_listed_outlet,
    is_outlet_name,
    is_site,
)
from index.corpus.cleaning.page import Page
from index.corpus.cleaning.phrases import plain
from index.corpus.cleaning.reasons import Reason
from index.corpus.page_dates import find_dates

HOME = frozenset(("accueil", "home", "menu"))
"""With these, or with a section, a menu begins."""
_MENU = 4
_LABEL = 4
_FOOT = 3
_SELF = re.compile(
    r"(?:le |la |l'|les |un |une |toute )?(?:premiere? |seule? )?(?:l')?(?:blog|webzine|media|site|journal|quotidien|hebdo|hebdomadaire|mensuel|magazine|revue|gazette|radio|actu\w*|info\w*)s?\b"
    r"(?= d'| de | du | des | qui | en | independant| libre|(?: \w+){0,2}$)"
)
"""What an outlet says of itself below its name: « Le blog d’un Herbierois »."""
_BUTTONS = re.compile(
    r"\b(?:mon|ma|mes|nos|notre|vos|votre|tous|toutes?|comptes?|abonnes?|abonnements?|abonner|contacts?|recherche\w*|offres?|premium|menu|navigation|connexion|connecter|accueil"
    r"|aller|passer|faire|lire|voir|adherer|accepter|refuser|contenu)\b"
)
_LABELS = re.compile(
    r"\b(?:espaces?|editions?|services?|annonces?|boutique|newsletters?|jeux|programmes?|direct|replay|podcasts?|videos?|archives|numerique|kiosque|application|rubriques?|sections?|pages?|regions?"
    r"|themes?|agenda|dossiers?|enquetes?|reportages?|meteo|debats?|club|emploi|recrutement|missions?|actions?)\b"
    r"|^(?:une|fil(?: info)?|mag|actu|infos?|matinale|radio|live|journal|magazine|plus lus|lettre|guide|chroniques?|edito|derniere|invites?|idees|blogs?|forum|club|shop|site|quotidien regional|journal du jour|edition du jour)$"
)
"""Words that buttons and labels of menus have, and names of outlets seldom."""
_FIRM = re.compile(
    r"\b(?:publishing|editions?|web|weblogy|group|groupe|holding|medias|digital|ltee|communication|entreprise|societe|solutions?|studio|agency|cie)\b"
)
"""Words of a publisher's or a maker's name, which is no outlet's."""
_SMALL = frozenset(("de", "du", "des", "la", "le", "les", "et", "&", "d", "l"))
_INSIDE = re.compile(r"[a-zà-ÿ][A-Z0-9]")
_HOSTS = re.compile(
    r"(?:@|www\.|//)([\w-]+(?:\.[\w-]+)+)|(?<![\w.])([\w-]{4,}(?:\.[\w-]+)*\.[a-z]{2,7})\b"
)
_DOTTED = re.compile(r"\.[\w-]")
"""What every address has, and few sentences; it is searched much faster."""
_ISSUED = re.compile(r",? (?:n° ?\d|numero \d|paru|hors-serie)")
_OF_WHAT_ONE_HAS = re.compile(
    r"\b(?:newsletters?|lettres?|infolettres?|magazine|journal|numero|n° ?\d+|redaction|application|appli|abonnes|abonne|abonnez-vous|abonnement|lecteurs|lectrices|equipe|boutique|podcasts?|soutenez|soutenir|recevez|suivez|suivre|rejoignez|retrouvez|ecouter|ecoutez|source|groupe|articles|actus?|confidentialite|fans?|sur|par|titre|lire|chez)"
    r"(?: a| au| aux| de| du| des| d'| sur| par| :|:)?(?: la | le | les | l'| |$)«? ?$"
)
_GOES_ON = re.compile(
    r"^\s*(?:,|[–—-] |\||» ?\||est |sont |vous\b|et (?:ses|nos)\b|(?:sa|sas|sarl|asbl|inc|spa)\b|/|•|(?:19|20)\d\d|paraît|parait|, une )"
)
_BEFORE = re.compile(r"(?:\b(?:l[ae]s?|aux?|du|des) |\bl'|\bd')$")


@dataclass(frozen=True, slots=True)
class Frame:
    """What is known of a whole page before the names on it are weighed."""

    spoken: tuple[int, ...]
    """The lines that are no paragraph."""
    words: str
    """They in their plain form, one below the other."""
    starts: list[int]
    """Where each of them begins in that."""
    told: str
    """The paragraphs."""
    hosts: tuple[str, ...]
    """The letters of each address."""
    head: int
    """The line at which the head of the page ends: its title, if it is known."""
    text: range
    """The lines from the first paragraph to the last one."""
    menu: int
    """The line with which the menu begins."""
    first: str
    """The uppermost line that may be a name."""
    signed: frozenset[str]
    """Who signs the article."""
    formed: int
    """How many names have the form of an outlet's."""
    credited: frozenset[str]
    """The initials, and other words, of credits."""


_APART = frozenset(
    (Place.RIGHTS, Place.FOLLOWED, Place.BEHIND_TITLE, Place.ASKED, Place.STATED, Place.QUOTED)
)
"""Places that are each some evidence of their own."""


def frame_of(page: Page, found: list[Candidate], head: int) -> Frame:
    prose = page.prose()
    spoken = tuple(
        at
        for at in speaking_lines(page, head)
        if len(page.text(at)) <= LONGEST + 40 and not page.is_prose(at)
    )
    simple = [page.plains[at] or plain(page.text(at)) for at in spoken]
    hosts = {
        re.sub(r"[^a-z0-9]", "", plain((match[0] or match[1]).rpartition(".")[0]))
        for line in page.lines
        if "." in line.text and len(line.text) <= 300 and _DOTTED.search(line.text)
        for match in _HOSTS.findall(line.text)
    }
    formed = sum(any(map(is_outlet_name, one.spellings)) for one in found)
    top = next(
        (one.key for one in found if one.places[Place.TOP] and not _is_button(page, one)), ""
    )
    return Frame(
        spoken,
        "\n".join(simple),
        list(accumulate((len(line) + 1 for line in simple), initial=0)),
        "\n".join(page.text(at) for at in prose),
        tuple(host for host in hosts if len(host) > 3),
        head,
        range(prose[0], prose[-1] + 1) if prose else range(0),
        next((at for at in range(min(head, TOP)) if _begins_menu(page, at)), head),
        top,
        frozenset(map(plain, page.facts.authors)),
        formed,
        _credited(page),
    )


def signs_of(page: Page, one: Candidate, frame: Frame) -> dict[str, float]:
    """The signs of one name; those that are not named are 0."""
    signs = {**_form(one), **_places(page, one, frame), **_mentions(page, one, frame)}
    signs["signs the article"] = float(one.key in frame.signed)
    told = len(_APART & set(one.places)) + bool(signs["spelt by an address"])
    told += bool(signs.get("near the top")) + bool(signs["says of itself"])
    signs["rights alone"] = float(set(one.places) == {Place.RIGHTS})
    signs["two places"], signs["three places"] = float(told >= 2), float(told >= 3)
    return signs


def _is_button(page: Page, one: Candidate) -> bool:
    return _is_label(one.key) or page.look(one.lines[0]) is not Look.SHORT


def _begins_menu(page: Page, at: int) -> bool:
    return (
        page.plains[at] in HOME
        or name_looks.is_section(page.text(at))
        or (
            len(page.text(at).split()) <= _LABEL
            and _LABELS.search(key_of(page.text(at))) is not None
        )
    )


def _is_label(key: str) -> bool:
    return bool(_BUTTONS.search(key) or _LABELS.search(key) or find_dates(key))


def _form(one: Candidate) -> dict[str, float]:
    return _form_of(one.key, one.spellings.most_common(1)[0][0], tuple(one.spellings))


@lru_cache(maxsize=1 << 10)
def _form_of(key: str, name: str, spellings: tuple[str, ...]) -> dict[str, float]:
    """Signs that need no page; they are remembered, for names are weighed before the title is known and after."""
    words = key.split()
    return {
        "listed": float(any(map(is_listed_outlet, spellings))),
        "form of an outlet": float(any(map(is_outlet_name, spellings))),
        "an institution": float(is_institution(name)),
        "a site": float(any(map(is_site, spellings))),
        "a person": float(name_looks.is_person(name) and not is_outlet_name(name)),
        "an agency": float(name_looks.is_agency(name)),
        "1 word": float(len(words) == 1),
        "5 words or more": float(len(words) >= 5),
        "proper": float(
            len(name.split()) > 1
            and all(w[0].isupper() or w in _SMALL or w[1:2] in "’'" for w in name.split())
        ),
        "capitals": float(name.isupper()),
        "article": float(plain(name) != key),
        "a label": float(_is_label(key)),
        "capital inside": float(bool(_INSIDE.search(name))),
        "figures": float(any(map(str.isdigit, name))),
        "stops": float(any(mark in name for mark in "?!;:«»“")),
        "commas": float("," in name),
        "small letters": float(name.islower()),
        "a byline": float(key.startswith(("par ", "de ", "texte "))),
        "a firm": float(bool(_FIRM.search(key))),
        "a slogan": float(bool(_SELF.match(plain(name)))),
    }


def _places(page: Page, one: Candidate, frame: Frame) -> dict[str, float]:
    above = [at for at in one.lines if at < frame.head]
    signs = {f"place {place.name.lower().replace('_', ' ')}": 1.0 for place in one.places}
    if above:
        at = above[0]
        labels = sum(
            len(page.text(other).split()) <= _LABEL and page.look(other) is not Look.PROSE
            for other in range(at + 1, min(at + TOP, frame.head))
        )
        signs |= {
            "uppermost": float(one.key == frame.first),
            "first line": float(at == 0),
            "a button": float(page.look(at) is not Look.SHORT),
            "listed at the top": float(any(map(is_listed_outlet, one.spellings))),
            "before the menu": float(at < frame.menu),
            "near the top": float(at < 3),
            "above a menu": float(labels >= _MENU),
            "above its slogan": float(
                at + 1 < len(page.lines) and bool(_SELF.match(page.plains[at + 1]))
            ),
            "right above the title": float(above[-1] == frame.head - 1),
            "twice above the title": float(len(above) > 1),
        }
    below = [at for at in one.lines if at > frame.head]
    signs["last lines"] = float(any(at >= len(page.lines) - _FOOT for at in below))
    signs["below others"] = float(any(_is_of_others(page, at) for at in below))
    if frame.text and below:
        first, last = frame.text[0], frame.text[-1]
        signs["between title and text"] = float(any(at < first for at in below))
        signs["inside the text"] = float(any(first < at < last for at in below))
        signs["alone below the text"] = float(any(at > last for at in below))
    signs["above and below"] = float(bool(above and below))
    return signs


_OTHERS = frozenset((Reason.CROSS_LINK, Reason.TEASER, Reason.TAGS, Reason.COMMENTS))


def _is_of_others(page: Page, at: int) -> bool:
    return page.reasons[at] in _OTHERS or page.look(at - 1) in (Look.RELATED, Look.TAGS_LABEL)


def _mentions(page: Page, one: Candidate, frame: Frame) -> dict[str, float]:
    owned = asked = goes = foot = mentions = issued = 0
    own_lines = set(one.lines)
    for at, before, after in _around(frame, one.key):
        if at in own_lines or at == page.title:
            continue
        if before[-1:].isalnum() or after[:1].isalnum():
            continue
        mentions += 1
        before = _BEFORE.sub("", before)
        owned += rights.is_of_rights(page.text(at))
        asked += bool(_OF_WHAT_ONE_HAS.search(f"{before.rstrip()} "))
        goes += not before.strip(" «©|-–—•") and bool(_GOES_ON.match(after))
        issued += bool(_ISSUED.match(after))
        foot += at >= len(page.lines) - _FOOT
    letters = re.sub(r"[^a-z0-9]", "", one.key)
    spelt = [host for host in frame.hosts if len(letters) > 3 and letters in host]
    in_text = sum(frame.told.count(name) for name in one.spellings)
    initials = "".join(w[0] for w in re.findall(r"[a-z]{3,}", one.key)).upper()
    return {
        "named in rights": float(owned > 0),
        "asked for": min(asked, 2) / 2,
        "says of itself": min(goes, 2) / 2,
        "has issues": float(issued > 0),
        "named at the foot": float(foot > 0),
        "named elsewhere": min(mentions, 3) / 3,
        "spelt by an address": float(bool(spelt)),
        "is an address": float(any(host == letters for host in spelt)),
        "named in the text": float(in_text == 1),
        "a topic of the text": float(in_text > 1),
        "in the title": float(page.title is not None and one.key in page.plains[page.title]),
        "only name of an outlet's form": float(
            frame.formed == 1 and any(map(is_outlet_name, one.spellings))
        ),
        "signs pictures": float(len(initials) > 1 and initials in frame.credited),
    }


def _around(frame: Frame, key: str) -> Iterator[tuple[int, str, str]]:
    """The lines in which a name stands, each with what stands before its first place and behind it."""
    place = frame.words.find(key)
    while place >= 0:
        line = bisect_right(frame.starts, place) - 1
        start, end = frame.starts[line], frame.starts[line + 1] - 1
        yield frame.spoken[line], frame.words[start:place], frame.words[place + len(key) : end]
        place = frame.words.find(key, end)


def _credited(page: Page) -> frozenset[str]:
    """The words beside a slash, or behind « pour », as credits of pictures name an outlet by its initials."""
    found: set[str] = set()
    for line in page.lines:
        text = line.text
        if len(text) < _CREDIT and ("/" in text or "pour " in text):
            for pattern in _CREDITED:
                found.update(pattern.findall(text))
    return frozenset(found)


_CREDIT = 200
"""The characters from which on a line is no credit."""
_CREDITED = (re.compile(r"/\s?(\w+)"), re.compile(r"(\w+)\s?/"), re.compile(r"pour (\w+)"))
