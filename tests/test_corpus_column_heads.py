"""The heads of tables as press reviews and media monitoring write them."""

from __future__ import annotations

import pytest
from a_story import FIRST, SECOND, articles, paragraphs

from index.corpus.column_heads import column_field, column_fields
from index.corpus.fields import Field, field_of
from index.model.article import Basis

HEADS = {
    "source": [
        "Support",
        "Nom du support",
        "Titre du support",
        "Intitulé du support",
        "Média",
        "Nom du média",
        "Titre de presse",
        "Organe de presse",
        "Nom de la publication",
        "Nom du journal",
        "Nom de la source",
        "Source Name",
        "Media Outlet",
        "Outlet Name",
        "Publication Name",
        "Media Name",
        "Publication Title",
        "Chaîne",
        "Station",
    ],
    "published": [
        "Jour de parution",
        "Paru le",
        "Date de parution",
        "Date de diffusion",
        "Publié le",
        "Diffusé le",
        "Mis en ligne le",
        "Date de mise en ligne",
        "Publication Date",
        "News Date",
        "Story Date",
        "Clip Date",
        "Article Date",
        "Date Published",
        "Date et heure de publication",
        "Date/heure",
    ],
    "title": [
        "Titre de l'article",
        "Intitulé de l'article",
        "Titre article",
        "Article Title",
        "News Headline",
        "Headline",
        "Hit Title",
        "News Title",
    ],
    "description": [
        "Chapô",
        "Chapeau",
        "Sous-titre",
        "Surtitre",
        "Sur-titre",
        "Résumé de l'article",
        "Opening Text",
        "Hit Sentence",
        "Snippet",
        "Content Snippet",
    ],
    "author": [
        "Signature",
        "Rédacteur",
        "Rédactrice",
        "Journaliste",
        "Journaliste(s)",
        "Nom du journaliste",
        "Nom de l'auteur",
        "Auteur(s)",
        "Signataire",
        "Signé par",
        "Par",
        "Author Name",
        "Journalist Name",
        "Influencer",
        "Screen name",
        "Pseudo",
    ],
    "text": [
        "Corps de l'article",
        "Corps du texte",
        "Contenu de l'article",
        "Texte de l'article",
        "Texte intégral de l'article",
        "Article complet",
        "Plein texte",
        "Contenu intégral",
        "Article Content",
        "Article Text",
        "News Text",
        "Full Text",
    ],
    "page": ["N° de page", "Numéro de page", "Page(s)", "Pagination", "Folio"],
    "section": ["Cahier", "Rubriques", "Thématique"],
    "tags": ["Mots-clés", "Mots clefs", "Hashtags", "Étiquettes"],
    "kept": [
        "Date de saisie",
        "Date d'insertion",
        "Date de collecte",
        "Date de réception",
        "Date d'ajout",
        "Indexed",
        "Search Indexed",
        "Date de l'export",
    ],
    "modified": ["Date de modification", "Dernière modification", "Mis à jour le", "Mise à jour"],
    "url": [
        "Lien vers l'article",
        "Lien de l'article",
        "URL de l'article",
        "Lien web",
        "Article URL",
    ],
    "language": ["Langue de l'article", "Lang"],
    "edition": ["Édition", "Nom de l'édition"],
    "id": ["Identifiant de l'article", "N° d'article", "Référence", "Accession Number"],
    None: [
        "Type de média",
        "Famille de presse",
        "Périodicité",
        "Diffusion",
        "Audience",
        "OJD",
        "EAE",
        "Équivalent publicitaire",
        "Surface",
        "Reach",
        "Desktop Reach",
        "Engagement",
        "Sentiment",
        "Tonalité",
        "Pays",
        "Country",
        "AVE",
        "Word Count",
        "Nombre de mots",
        "Followers",
        "Format",
        "Heure de diffusion",
        "Visibilité",
        "Circulation",
        "Matched Profile",
        "Source Type",
        "Nombre de pages",
        "Titre du poste",
        "Date de naissance",
    ],
}

ROWS = [(head, field) for field, heads in HEADS.items() for head in heads]


@pytest.mark.parametrize(("head", "field"), ROWS, ids=[head for head, _ in ROWS])
def test_a_head_names_its_field(head: str, field: str | None) -> None:
    found = column_field(head)
    assert (found.value if found else None) == field


def test_a_head_may_mean_another_field_beside_others() -> None:
    assert column_fields(["Accroche", "Texte"]) == [Field.TITLE, Field.TEXT]
    assert column_fields(["Titre", "Accroche"]) == [Field.TITLE, Field.DESCRIPTION]
    assert column_fields(["Titre", "Titre de l'article"]) == [Field.SOURCE, Field.TITLE]
    assert column_fields(["Support", "Titre", "Titre de l'article"])[0] is Field.SOURCE


def test_what_only_tables_call_so_is_no_field_elsewhere() -> None:
    assert field_of("Support") is None
    assert field_of("Par") is None


def _read(head: str, *rows: str) -> list[tuple[str, str | None, str | None, str | None, Basis]]:
    data = "\n".join((head, *rows)).encode()
    return [
        (one.title, one.source, one.author, one.published.value, one.published.basis)
        for one in articles(data, "revue.csv")
    ]


def test_a_press_review_as_a_table_is_read_whole() -> None:
    head = "Support;Jour de parution;Signature;Accroche;Corps de l'article;N° de page;EAE (€)"
    row = f'Le Courrier du Causse;17/01/2023;Jeanne Martin;Le pont rouvre;"{FIRST}";12;340'
    (found,) = articles(f"{head}\n{row}\n".encode(), "revue.csv")
    assert (found.title, found.source, found.author, found.page) == (
        "Le pont rouvre",
        "Le Courrier du Causse",
        "Jeanne Martin",
        "12",
    )
    assert (found.published.value, found.published.basis) == ("2023-01-17", Basis.STATED)
    assert paragraphs(found) == [FIRST]


def test_a_column_of_newspapers_is_told_from_one_of_days() -> None:
    rows = (f'17/01/2023;Un titre;"{FIRST}"', f'18/01/2023;Un autre;"{SECOND}"')
    dated = _read("Publication;Titre;Texte", *rows)
    assert [(source, day) for _, source, _, day, _ in dated] == [
        (None, "2023-01-17"),
        (None, "2023-01-18"),
    ]
    named = _read("Publication;Titre;Texte", f'La Gazette;Un titre;"{FIRST}"')
    assert named[0][1] == "La Gazette"


def test_the_day_on_which_a_tool_took_it_is_inferred() -> None:
    ((_, _, _, day, basis),) = _read(
        "Nom du média;Titre;Texte;Date de collecte", f'La Gazette;Un titre;"{FIRST}";17/01/2023'
    )
    assert (day, basis) == ("2023-01-17", Basis.INFERRED)
