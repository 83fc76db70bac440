"""The lines that people write on what they cut out: outlet, day, page and author in every order and in brackets.

Each form is tried for well-known and invented names, right below the title and as the last line of the file.
"""

from __future__ import annotations

import io
from typing import NamedTuple

import pytest
from docx import Document

from index.corpus.file_reading import read
from index.model.article import Article, Basis
from tests.test_corpus_outlet_lines import PARAGRAPHS, TITLE

NAMES = ("Le Monde", "Libération", "Ouest-France", "La Gazette du Port", "LE FIGARO", "20 Minutes")
OTHER_NAMES = ("Les Échos", "L’Humanité", "Mediapart", "Vallée Hebdo", "LA CROIX", "Marianne")
DAY = "1998-03-03"


class Told(NamedTuple):
    """What a line states beside its outlet."""

    author: str | None = None
    page: str | None = None
    first: str = DAY
    last: str = DAY


FORMS = {
    "[{}, 3 mars 1998]": Told(),
    "({}, 3 mars 1998, page 9)": Told(page="9"),
    "[{} - 3/3/98 - p. 4]": Told(page="4"),
    "{} ; 3 mars 1998 ; p. 9 ; Jean-Pierre Vasseur": Told("Jean-Pierre Vasseur", "9"),
    "{} / 3 mars 1998 / Jean-Pierre Vasseur": Told("Jean-Pierre Vasseur"),
    "{}, 3/3/98": Told(),
    "{} 3.3.98": Told(),
    "{} du 3-3-1998": Told(),
    "{}, 3.III.1998": Told(),
    "{}, 03/03/98, p. 7": Told(page="7"),
    "{}, mardi 3 mars 98, p. 9": Told(page="9"),
    "{} - 3 mars 98": Told(),
    "Hervé Jossic, {}, 3 mars 1998, p. 7": Told("Hervé Jossic", "7"),
    "{}, Hervé Jossic, 3 mars 1998": Told("Hervé Jossic"),
    "{}, 3 mars 1998, p. 7, Hervé Jossic": Told("Hervé Jossic", "7"),
    "{}, éd. du 3 mars 1998": Told(),
    "{} (daté du 3 mars 1998)": Told(),
    "{} (3 mars 1998), p. 7": Told(page="7"),
    "in {}, 3 mars 1998, p. 7": Told(page="7"),
    "in {}, mardi 3 mars 1998, p. 14, par Antoine Rivoire": Told("Antoine Rivoire", "14"),
    "Paru dans {} du 3 mars 1998": Told(),
    "{} n° 2435 du 3 mars 1998": Told(),
    "{}, n° 1741, 3-9 mars 1998, pp. 42-43": Told(page="42-43", last="1998-03-09"),
    "{}, 3-4 mars 1998": Told(last="1998-03-04"),
    "{}, 28 février-1er mars 1998, p. 3": Told(page="3", first="1998-02-28", last="1998-03-01"),
    "{}, mardi 3 mars 1998, éd. Rennes, Michel Le Goff": Told("Michel Le Goff"),
    "3 mars 1998, {}, p. 7": Told(page="7"),
    "03/03/1998 {} p. 9 J.-P. Vasseur": Told("J.-P. Vasseur", "9"),
    "Source : {} du 3 mars 1998, p. 15 (P. Nadeau)": Told("P. Nadeau", "15"),
}


def _article(lines: list[str], name: str = "coupure.txt") -> Article:
    text = "\n\n".join(lines).encode()
    (article,) = (one for one in read(text, relative=name) if isinstance(one, Article))
    return article


def _same(name: str, source: str | None) -> bool:
    return name.casefold() == (source or "").casefold()


@pytest.mark.parametrize("name", NAMES + OTHER_NAMES)
@pytest.mark.parametrize("foot", [False, True], ids=["head", "foot"])
@pytest.mark.parametrize("form", FORMS)
def test_a_line_on_a_clipping(form: str, foot: bool, name: str) -> None:
    line, told = form.format(name), FORMS[form]
    article = _article([TITLE, *PARAGRAPHS, line] if foot else [TITLE, line, *PARAGRAPHS])
    assert article.title == TITLE
    assert _same(name, article.source), article.source
    assert (article.author, article.page) == (told.author, told.page)
    published = article.published
    assert (published.earliest, published.latest) == (told.first, told.last)
    assert published.basis is Basis.STATED
    assert [article.text[span.start : span.end] for span in article.paragraphs] == PARAGRAPHS


@pytest.mark.parametrize("foot", [False, True], ids=["head", "foot"])
@pytest.mark.parametrize(
    ("line", "source"),
    [
        ("L. M., 3/3/98", "Le Monde"),
        ("LM 3/3/98", "Le Monde"),
        ("O.-F., mardi 3 mars 1998", "Ouest-France"),
        ("OF 03/03/98", "Ouest-France"),
        ("[Libé, 3.III.1998, p. 15]", "Libération"),
        ("Libé, 3 mars 1998", "Libération"),
        ("L'Huma, 3-3-98, p. 5", "L'Humanité"),
        ("Le Nouvel Obs, n° 1741, 3 mars 1998", "Le Nouvel Observateur"),
    ],
)
def test_short_names_of_outlets(line: str, source: str, foot: bool) -> None:
    article = _article([TITLE, *PARAGRAPHS, line] if foot else [TITLE, line, *PARAGRAPHS])
    assert (article.title, article.source, article.author) == (TITLE, source, None)
    assert article.published.value == DAY


@pytest.mark.parametrize("foot", [False, True], ids=["head", "foot"])
@pytest.mark.parametrize(
    "line",
    [
        "[Port-Cernay, 3 mars 1998]",
        "AFP, 3/3/98",
        "Of 3/3/98",
        "Voir Le Monde, 3/3/98, et Libération, 4/3/98",
        "Le Monde, 31/2/98",
        "[Photo du maire, 3 mars 1998]",
        "Marianne, présente le 3/3/98",
    ],
)
def test_what_is_no_line_of_a_clipping(line: str, foot: bool) -> None:
    article = _article([TITLE, *PARAGRAPHS, line] if foot else [TITLE, line, *PARAGRAPHS])
    assert article.source is None


def test_a_list_of_articles_below_the_text_states_nothing() -> None:
    lines = ["Le Monde, 3/3/98, p. 7", "[Libération, 4 mars 1998]", "Luc Amiel, L'Huma, 5.3.98"]
    article = _article([TITLE, *PARAGRAPHS, *lines])
    assert (article.source, article.author, article.published.value) == (None, None, None)


@pytest.mark.parametrize("line", ["[Le Monde, 4 mars 1998]", "Le Monde, 4/3/98, p. 2"])
def test_another_article_is_named_below_a_dated_one(line: str) -> None:
    article = _article([TITLE, "Libération, 3/3/98", *PARAGRAPHS, line])
    assert (article.source, article.published.value) == ("Libération", DAY)
    assert article.modified.value is None


FILES = (
    "1998-03-03 {} - Un titre à moi.txt",
    "{} 1998-03-03 Un titre à moi.txt",
    "1998-03-03_{}_Un-titre-a-moi.txt",
    "{} - 3 mars 1998 - Un titre à moi.txt",
    "{}, 3 mars 1998 - Un titre à moi.txt",
    "Un titre à moi ({}, 3 mars 1998).txt",
    "Un titre à moi - {} - 03.03.98.txt",
    "03.03.1998 {} p9.txt",
    "{} 03-03-1998.txt",
    "980303_{}.txt",
    "{}_19980303.txt",
)
IN_FILES = {
    "Le Monde": "Le Monde", "LeMonde": "Le Monde", "ouest-france": "Ouest-France", "LM": "Le Monde",
    "Libé": "Libération", "LE FIGARO": "Le Figaro", "Mediapart": "Mediapart",
}  # fmt: skip
OTHERS_IN_FILES = {
    "Les Échos": "Les Échos", "OuestFrance": "Ouest-France", "la croix": "La Croix", "OF": "Ouest-France",
    "L'Huma": "L'Humanité", "MARIANNE": "Marianne", "20 Minutes": "20 Minutes",
}  # fmt: skip


@pytest.mark.parametrize("written", IN_FILES | OTHERS_IN_FILES)
@pytest.mark.parametrize("form", FILES)
def test_the_name_of_a_file(form: str, written: str) -> None:
    article = _article([TITLE, *PARAGRAPHS], name=f"dossier/{form.format(written)}")
    assert _same((IN_FILES | OTHERS_IN_FILES)[written], article.source), article.source
    assert (article.published.value, article.published.basis) == (DAY, Basis.INFERRED)


@pytest.mark.parametrize("form", FILES)
def test_the_text_counts_more_than_the_name_of_its_file(form: str) -> None:
    lines = [TITLE, "Libération, 4/3/98", *PARAGRAPHS]
    article = _article(lines, name=form.format("Le Monde"))
    assert (article.source, article.published.value) == ("Libération", "1998-03-04")


@pytest.mark.parametrize(
    "name",
    [
        "1998-03-03 - La Gazette du Port.txt", "Le Monde et Libération.txt", "Le Monde - un titre.txt",
        "1998-03-03 - Le monde de demain.txt", "010203_notes.txt", "AFP 3 mars 1998.txt",
        "Le Monde - Libération - 3 mars 1998.txt",
    ],
)  # fmt: skip
def test_a_name_that_gives_no_outlet(name: str) -> None:
    assert _article([TITLE, *PARAGRAPHS], name=name).source is None


BESIDE = (
    "{}, {}, 3 mars 1998, p. 7",
    "{1}, 3/3/98, p. 7, {0}",
    "[{1}, {0}, mardi 3 mars 98, p. 7]",
)


@pytest.mark.parametrize("line", BESIDE)
def test_lines_on_clippings_pasted_into_one_document(line: str) -> None:
    """« Luc Amiel, Le Monde » was the outlet."""
    clips = {
        "Le Monde": "Luc Amiel",
        "Libération": "Jeanne Martin",
        "La Gazette du Port": "Ali Sene",
    }
    document = Document()
    for number, (outlet, author) in enumerate(clips.items(), start=1):
        document.add_heading(f"{TITLE} ({number})", level=1)
        document.add_paragraph(line.format(author, outlet))
        for paragraph in PARAGRAPHS:
            document.add_paragraph(paragraph)
    written = io.BytesIO()
    document.save(written)
    found = [one for one in read(written.getvalue(), relative="a.docx") if isinstance(one, Article)]
    assert [(one.source, one.author) for one in found] == list(clips.items())
    assert {(one.published.value, one.page) for one in found} == {(DAY, "7")}
    assert all(PARAGRAPHS[-1] in one.text for one in found)


REFERENCES = {
    "AMIEL (Luc), « {title} », {outlet}, 3 mars 1998, p. 11.": "Luc Amiel",
    "Amiel, Luc, « {title} », {outlet}, 3/3/98, p. 11": "Luc Amiel",
    "Luc Amiel, « {title} », {outlet}, mardi 3 mars 1998, p. 11.": "Luc Amiel",
    "« {title} », {outlet}, n° 12, 3.3.98, p. 11, Luc Amiel": "Luc Amiel",
    '"{title}", in {outlet}, 3 mars 1998, page 11': None,
}


@pytest.mark.parametrize("name", ["Le Figaro", "Libé", "La Gazette du Port"])
@pytest.mark.parametrize("foot", [False, True], ids=["head", "foot"])
@pytest.mark.parametrize("form", REFERENCES)
def test_the_reference_of_an_article_to_itself(form: str, foot: bool, name: str) -> None:
    line = form.format(title=TITLE, outlet=name)
    article = _article([TITLE, *PARAGRAPHS, line] if foot else [TITLE, line, *PARAGRAPHS])
    assert article.title == TITLE
    assert article.source == {"Libé": "Libération"}.get(name, name)
    assert (article.author, article.page) == (REFERENCES[form], "11")
    assert article.published.value == DAY
    assert [article.text[span.start : span.end] for span in article.paragraphs] == PARAGRAPHS


def test_the_reference_to_another_article() -> None:
    line = "AMIEL (Luc), « Le port rouvre ses quais », Le Figaro, 3 mars 1998, p. 11."
    article = _article([TITLE, *PARAGRAPHS, line])
    assert (article.source, article.author, article.published.value) == (None, None, None)


@pytest.mark.parametrize(
    "remark",
    [
        "Remarque perso : comparer avec Le Canard du 8 avril 1998 !!",
        "NB : c’est le dernier article que j’ai trouvé avant le 8/4/98",
        "Note : à vérifier, voir Le Figaro, 8 avril 1998, p. 4",
        "À comparer : Libération, 8.4.98",
        "(cf. Le Monde du 8 avril 1998)",
        "Ma remarque : Le Monde, 8/4/98, dit autre chose",
    ],
)
@pytest.mark.parametrize("line", [None, "[Libé, 3/3/98]"])
def test_a_day_in_a_remark_of_ones_own_dates_nothing(line: str | None, remark: str) -> None:
    article = _article([TITLE, *([line] if line else []), *PARAGRAPHS, remark])
    assert article.source == (line and "Libération")
    assert article.published.value == (line and DAY)
    assert article.modified.value is None
