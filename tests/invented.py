"""Articles made by hand, with their annotations, so that the screens can be tested without an index."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.model.article import (
    Annotations,
    Article,
    ArticleId,
    Basis,
    DateMention,
    DateValue,
    EntityId,
    Kind,
    Mention,
    Quote,
    SetAside,
    TitleBasis,
)
from index.model.text import Piece, Span

NAMES: dict[str, tuple[str, Kind, tuple[str, ...]]] = {
    "gantz": ("Benny Gantz", Kind.PERSON, ("Benny Gantz", "M. Gantz")),
    "hadari": ("Salma Hadari", Kind.PERSON, ("Salma Hadari", "Mme Hadari")),
    "port": ("Port de Nador", Kind.ORGANISATION, ("l’Autorité du port", "Autorité du port")),
    "nador": ("Nador", Kind.PLACE, ("Nador",)),
    "rabat": ("Rabat", Kind.PLACE, ("Rabat",)),
    "grue": ("Grue LX-90", Kind.EQUIPMENT, ("LX-90",)),
}
BODIES = {
    "quai-a": (
        "Le quai Est de Nador rouvre en mars",
        "La Gazette du Rif",
        DateValue("2023-01-17", "2023-01-17", "2023-01-17", Basis.STATED),
        (
            "Le quai Est du port de Nador rouvrira le 3 mars, a annoncé lundi l’Autorité du port à Rabat.",
            "« Nous avons remplacé toutes les pièces du portique », a déclaré Salma Hadari, qui dirige les travaux. Deux grues LX-90 ont été livrées.",
            "Le chantier a coûté 40 millions de dirhams, selon Mme Hadari.",
            "Les pêcheurs demandent encore un abri contre la houle.",
        ),
    ),
    "quai-b": (
        "Nador : trois grues neuves pour le quai Est",
        "Ports et Marées",
        DateValue("2023-01", "2023-01-01", "2023-01-31", Basis.INFERRED),
        (
            "L’Autorité du port confirme la réouverture du quai Est de Nador au début du mois de mars.",
            "Trois grues LX-90 attendent leur montage.",
            "Selon Salma Hadari, « nous avons remplacé toutes les pièces du portique ».",
        ),
    ),
    "coupe": (
        "Un texte qui [b]essaie[/b] d’agir",
        None,
        DateValue(),
        (
            "Ici [/b] et [sic] restent du texte, comme \x1b[31mce rouge\x1b[0m et \u202ece sens\u202c.",
            "Benny Gantz est cité une fois. M. Gantz l’est deux fois.",
        ),
    ),
}


def make_article(id: str) -> Article:
    title, source, published, paragraphs = BODIES[id]
    text = title + "\n\n" + "\n\n".join(paragraphs)
    spans: list[Span] = []
    at = len(title) + 2
    for paragraph in paragraphs:
        spans.append(Span(at, at + len(paragraph)))
        at += len(paragraph) + 2
    aside = "Lire aussi : tout sur les ports\n\n"
    pieces = (
        Piece(0, spans[1].start, 0, spans[1].start),
        Piece(spans[1].start, len(text), spans[1].start + len(aside), len(text) + len(aside)),
    )
    return Article(
        id=ArticleId(id),
        path=f"{id}.txt",
        sha256="0" * 64,
        encoding="utf-8",
        title=title,
        title_basis=TitleBasis.STATED,
        title_span=Span(0, len(title)),
        text=text,
        paragraphs=tuple(spans),
        pieces=pieces,
        source=source,
        published=published,
        set_aside=(SetAside(spans[1].start, spans[1].start + len(aside), "cross-link"),),
        set_aside_texts=(aside,),
        annotations=_annotations(text, spans),
    )


def raw_of(article: Article) -> str:
    at = article.paragraphs[1].start
    return article.text[:at] + article.set_aside_texts[0] + article.text[at:]


def _annotations(text: str, paragraphs: Sequence[Span]) -> Annotations:
    mentions = [
        Mention(found.start(), found.end(), EntityId(id), kind)
        for id, (_, kind, forms) in NAMES.items()
        for form in forms
        for found in re.finditer(re.escape(form), text)
    ]
    longest: list[Mention] = []
    for mention in sorted(mentions, key=lambda m: (m.start, -m.end)):
        if not longest or mention.start >= longest[-1].end:
            longest.append(mention)
    sentences = [
        Span(p.start + found.start(), p.start + found.end())
        for p in paragraphs
        for found in re.finditer(r"[^ ].*?(?:[.!?](?= |$))", p.of(text))
    ]
    quotes = [
        Quote(found.start(1), found.end(1), EntityId("hadari"))
        for found in re.finditer("« ([^»]+) »", text)
    ]
    dates = [
        DateMention(found.start(), found.end(), "2023-03-03", "2023-03-03", "explicit")
        for found in re.finditer("3 mars", text)
    ]
    return Annotations(tuple(sentences), tuple(longest), tuple(quotes), tuple(dates))
