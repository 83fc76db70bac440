"""What speaks for and against a line of a page being a part of its article: its place, its form, its words.

Each sign is a name and a number from 0 to 1. Their weights are data (`index/corpus/data/line_weights.tsv`), fitted by
`python -m benchmarks.line_weights` on pages whose lines were told apart by hand.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from index.corpus.cleaning import name_looks
from index.corpus.cleaning.extent import Extent, words_of
from index.corpus.cleaning.line_looks import Look, is_sentence, is_title_like
from index.corpus.cleaning.page import Page
from index.corpus.cleaning.phrases import plain

_AROUND = 4
"""The number of lines on either side whose reasons count."""
_FAR = 12
"""The number of lines from the block beyond which distance counts no more."""
_ADDRESS = re.compile(r"\b(?:vous|votre|vos|ton|tes|toi)\b")
_OURS = re.compile(r"\b(?:nous|notre|nos)\b")
_MINE = re.compile(r"^(?:je|j'|mon|ma|mes)\b")
_ORDER = re.compile(r"^[a-z]{3,12}ez\b")
_INFINITIVE = re.compile(r"^[a-z]{3,11}(?:er|ir|re)\b(?! ?[,:])")
_TRADE = re.compile(
    r"\b(?:abonn\w*|articles?|newsletters?|infolettres?|lettres?|commentaires?|compte|e-?mails?|courriels?|adresse|publicites?|annonces?"
    r"|site|page|rubriques?|dossiers?|contenus?|redaction|lecteurs?|lectrices?|journal|magazine|numero|kiosque|boutique|application|appli"
    r"|alertes?|inscri\w*|offres?|gratuit\w*|video|videos|podcasts?|photos?|diaporama|ecouter|lire|voir|suivre|partager|reagir|imprimer"
    r"|cookies|donnees|confidentialite|droits|mentions|editions?|plus lus?|accueil|menu|recherche\w*|connexion|connect\w*|profil|partenaires?)\b"
)
_SIGNS = re.compile(r"[@#©®|›>→•·►▶✉]|https?:|www\.")
_FIGURE = re.compile(r"\d")
_CLOCK = re.compile(r"\b\d{1,2} ?(?:h|:) ?\d\d\b|\b(?:19|20)\d\d\b|\b\d{1,2}/\d{1,2}/")
_QUOTED = re.compile(r"[«»“”]")
_SPEAKS = re.compile(r"[—–-] ")
_VERB = re.compile(
    r"\b(?:est|sont|a|ont|avait|etait|etaient|sera|seront|fait|peut|doit|va|vont|ete|dit|[a-z]{3,}(?:ait|aient|era|eront|ent))\b"
)


def has_verb(text: str) -> bool:
    """Whether a line has a word with the form of a finite verb, as captions have none."""
    return _VERB.search(plain(text)) is not None


@dataclass(frozen=True, slots=True)
class Frame:
    """What is known of a whole page before its lines are weighed."""

    extent: Extent
    told: Counter[str]
    """In how many paragraphs of the block each word stands."""
    paragraphs: int


def frame_of(page: Page, extent: Extent) -> Frame:
    """The main block of a page and its words."""
    inside = [at for at in page.prose() if extent.first <= at <= extent.last]
    told = Counter(word for at in inside for word in set(words_of(page.text(at))))
    if page.title is not None:
        told.update(set(words_of(page.text(page.title))))
    return Frame(extent, told, len(inside))


def signs_of(page: Page, at: int, frame: Frame) -> dict[str, float]:
    """The signs of one line; those that are not named are 0."""
    signs = _place(page, at, frame)
    signs.update(_form(page.text(at)))
    signs.update(_words(page, at, frame))
    return signs


def _place(page: Page, at: int, frame: Frame) -> dict[str, float]:
    first, last = frame.extent
    lines = len(page.lines)
    signs: dict[str, float] = {}
    if at < first:
        signs["above"] = 1.0
        signs["far above"] = min(_FAR, first - at) / _FAR
        if page.title is not None and at > page.title:
            signs["between title and text"] = 1.0
    elif at > last:
        signs["below"] = 1.0
        signs["far below"] = min(_FAR, at - last) / _FAR
        noise = sum(not page.is_open(other) for other in range(last + 1, at))
        signs["noise since the text"] = min(noise, 5) / 5
        signs["noise to the end"] = _share(page, range(at + 1, lines))
    signs["noise around"] = _share(
        page, [o for o in range(at - _AROUND, at + _AROUND + 1) if o != at and 0 <= o < lines]
    )
    for name, other in (("before", at - 1), ("after", at + 1)):
        if not 0 <= other < lines:
            signs[f"nothing {name}"] = 1.0
        elif page.is_prose(other):
            signs[f"prose {name}"] = 1.0
        elif not page.is_open(other) and other != page.title:
            signs[f"noise {name}"] = 1.0
        elif other != page.title:
            signs[f"short {name}"] = 1.0
    if page.look(at) is not Look.PROSE and signs.get("prose before") and signs.get("prose after"):
        signs["alone between paragraphs"] = 1.0
    signs["few paragraphs"] = float(frame.paragraphs < 4)
    return signs


def _share(page: Page, lines: range | list[int]) -> float:
    return sum(not page.is_open(at) for at in lines) / len(lines) if lines else 0.0


def _form(text: str) -> dict[str, float]:
    words = len(text.split())
    length = next(name for name, most in _LENGTHS if words <= most)
    ends = is_sentence(text)
    return {
        length: 1.0,
        "ends a sentence": float(ends),
        "long sentence": float(ends and words >= 6),
        "ends in points": float(text.endswith(("…", "...", "…]", "[...]"))),
        "asks": float(text[-1] == "?"),
        "ends in a colon": float(text[-1] in ":;,"),
        "begins small": float(text[0].islower()),
        "capitals": float(text.isupper() and len(text) > 3),
        "begins with a figure": float(text[0].isdigit()),
        "begins with a dash": float(bool(_SPEAKS.match(text))),
        "begins with a quotation": float(text[0] in "«“\""),
        "quotes": float(bool(_QUOTED.search(text))),
        "figures": float(bool(_FIGURE.search(text))),
        "date or time": float(bool(_CLOCK.search(text))),
        "commas": min(text.count(","), 3) / 3,
        "signs": float(bool(_SIGNS.search(text))),
        "title-like": float(is_title_like(text) and words >= 4),
        "a name": float(name_looks.is_person(text)),
        "a section": float(name_looks.is_section(text)),
    }  # fmt: skip


_LENGTHS = (
    ("1 word", 1),
    ("2 or 3 words", 3),
    ("4 to 7 words", 7),
    ("8 to 14 words", 14),
    ("15 to 24 words", 24),
    ("25 words or more", 1 << 30),
)


def _words(page: Page, at: int, frame: Frame) -> dict[str, float]:
    simple = page.plains[at] or plain(page.text(at))
    words = set(words_of(page.text(at)))
    own = page.is_prose(at) and frame.extent.first <= at <= frame.extent.last
    known = sum(frame.told[word] - own > 0 for word in words)
    return {
        "known words": known / len(words) if words else 0.0,
        "no known word": float(bool(words) and not known),
        "known words below": known / len(words) if words and at > frame.extent.last else 0.0,
        "addresses the reader": float(bool(_ADDRESS.search(simple))),
        "speaks of us": float(bool(_OURS.search(simple))),
        "speaks as the reader": float(bool(_MINE.search(simple))),
        "an order": float(bool(_ORDER.match(simple))),
        "an infinitive": float(bool(_INFINITIVE.match(simple))),
        "words of the trade": min(len(_TRADE.findall(simple)), 3) / 3,
        "addresses and trade": float(bool(_ADDRESS.search(simple) and _TRADE.search(simple))),
        "a verb": float(bool(_VERB.search(simple))),
    }
