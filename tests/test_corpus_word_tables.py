"""Press reviews in Word whose heads, or whole articles, stand in tables, with labels or without."""

from __future__ import annotations

import io
import zipfile

import pytest

from index.corpus.file_reading import read
from index.model.article import Article

ARTICLES = (
    ("Le Courrier du Causse", "12 mars 2024", "La scierie de Gramat embauche", (
        "La scierie de Gramat cherche douze affûteurs, et n’a reçu en trois semaines qu’une lettre et une facture.",
        "Le directeur, Alain Vuillemin, formera lui-même les volontaires dès le mois de mars.",
    )),
    ("L’Avenir du Lot", "13 mars 2024", "Le pont Valentré fermé pour un nid", (
        "Un couple de faucons a choisi la tour centrale du pont, et la mairie a fermé l’escalier jusqu’en juillet.",
        "Les touristes photographient la pancarte, qui est écrite en occitan sur les deux faces.",
    )),
    ("La Dépêche du Quercy", "14 mars 2024", "Figeac : la foire aux laines sans laine", (
        "Les tondeurs ont fait défaut dimanche à la foire de Figeac, où les brebis étaient pourtant venues en nombre.",
        "La prochaine foire est annoncée pour le mois de mai, avec deux tondeurs de réserve.",
    )),
)  # fmt: skip


def line(text: str, style: str = "") -> str:
    named = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{named}<w:r><w:t>{text}</w:t></w:r></w:p>"


def cell(*texts: str) -> str:
    return f"<w:tc>{''.join(map(line, texts))}</w:tc>"


def row(*cells: str) -> str:
    return f"<w:tr>{''.join(cells)}</w:tr>"


def table(*rows: str) -> str:
    return f"<w:tbl>{''.join(rows)}</w:tbl>"


def document(body: str) -> bytes:
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as members:
        members.writestr("[Content_Types].xml", "<Types/>")
        text = f'<?xml version="1.0"?><w:document xmlns:w="{space}"><w:body>{body}</w:body></w:document>'
        members.writestr("word/document.xml", text)
    return content.getvalue()


BODIES = {
    "outlet, day and page in a row above title and text": "".join(
        table(row(cell(o), cell(d), cell("p. 4")), row(cell(t)), row(cell(*x))) + line("")
        for o, d, t, x in ARTICLES
    ),
    "a row an article, without heads": table(
        *(row(cell(d), cell(o), cell(t), cell(*x)) for o, d, t, x in ARTICLES)
    ),
    "outlet and day on the left": "".join(
        table(row(cell(o, d), cell(t, *x))) + line("") for o, d, t, x in ARTICLES
    ),
    "the same in one table": table(*(row(cell(o, d), cell(t, *x)) for o, d, t, x in ARTICLES)),
    "outlet and day in a table, the article below it": "".join(
        table(row(cell(o), cell(d))) + line(t, "Heading2") + "".join(map(line, x))
        for o, d, t, x in ARTICLES
    ),
    "a box an article": "".join(
        table(row(cell(t, f"{o}, {d}", *x))) + line("") for o, d, t, x in ARTICLES
    ),
    "a list of contents above": table(*(row(cell(o), cell(d), cell(t)) for o, d, t, _ in ARTICLES))
    + "".join(
        line(t, "Heading1") + line(f"{o}, {d}") + "".join(map(line, x)) for o, d, t, x in ARTICLES
    ),
}


@pytest.mark.parametrize("form", BODIES)
def test_each_article_of_a_review_in_tables_is_its_own(form: str) -> None:
    data = document(line("Revue de presse de la semaine") + BODIES[form])
    found = [one for one in read(data, relative="a.docx") if isinstance(one, Article)]
    assert [
        (
            one.source,
            (one.published.value or "")[:10],
            one.title,
            tuple(s.of(one.text) for s in one.paragraphs),
        )
        for one in found
    ] == [(o, f"2024-03-{12 + at}", t, x) for at, (o, _, t, x) in enumerate(ARTICLES)]


def test_a_chronology_is_no_review() -> None:
    days = table(
        *(row(cell(d), cell(f"Acte {at}"), cell(x[0])) for at, (_, d, _, x) in enumerate(ARTICLES))
    )
    data = document(line("Une affaire en trois actes", "Heading1") + line(ARTICLES[0][3][1]) + days)
    (article,) = [one for one in read(data, relative="a.docx") if isinstance(one, Article)]
    assert all(x[0] in article.text for _, _, _, x in ARTICLES)
