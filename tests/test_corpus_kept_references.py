"""References and bookmarks as people keep them: texts in notes, names that stand for words, the site in a title."""

from __future__ import annotations

import pytest

from index.corpus.file_reading import read
from index.corpus.formats.bookmarks import ELSEWHERE
from index.model.article import Article, Noted
from tests.test_corpus_kinds import ONE, THREE, TWO


def articles_of(text: str, name: str) -> list[Article]:
    return [one for one in read(text.encode(), relative=name) if isinstance(one, Article)]


NOTES = {
    "RIS": ("TY  - NEWS\nTI  - Le port rénové\nT2  - Le Phare\nDA  - 2023/01/17\nN1  - {note}\n{text}ER  - \n", "a.ris", "AB  - {}\n"),
    "RIS, RN": ("TY  - NEWS\nTI  - Le port rénové\nT2  - Le Phare\nDA  - 2023/01/17\nRN  - {note}\n{text}ER  - \n", "a.ris", "N2  - {}\n"),
    "BibTeX, note": ("@article{{v, title = {{Le port rénové}}, journal = {{Le Phare}}, date = {{2023-01-17}}, note = {{{note}}}{text}}}", "a.bib", ", abstract = {{{}}}"),
    "BibTeX, annote": ("@misc{{v, title = {{Le port rénové}}, organization = {{Le Phare}}, date = {{2023-01-17}}, annote = {{{note}}}{text}}}", "a.bib", ", abstract = {{{}}}"),
}  # fmt: skip


@pytest.mark.parametrize("form", NOTES)
def test_a_long_note_is_the_text_where_there_is_none(form: str) -> None:
    frame, name, field = NOTES[form]
    (article,) = articles_of(frame.format(note=f"{ONE} {TWO}", text=""), name)
    assert (article.title, article.source, article.published.value) == ("Le port rénové", "Le Phare", "2023-01-17")  # fmt: skip
    assert f"{ONE} {TWO}" in article.text
    (article,) = articles_of(frame.format(note=ONE, text=field.format(THREE)), name)
    assert THREE in article.text and ONE not in article.text
    (article,) = articles_of(frame.format(note="À relire", text=""), name)
    assert "relire" not in article.text


@pytest.mark.parametrize("marks", ['"{}"', "{{{}}}"])
def test_names_that_stand_for_words_are_read(marks: str) -> None:
    text = f"@string{{gaz = {marks.format('La Gazette du Port')}}}\n@article{{v, title = {{Le port}}, journal = gaz, date = {{2023-01-17}}, abstract = {{{ONE}}}}}"
    (article,) = articles_of(text, "a.bib")
    assert article.source == "La Gazette du Port"


@pytest.mark.parametrize(
    ("title", "address", "told"),
    [
        ("Le port rénové | La Gazette du Port", "https://www.gazetteduport.example/a", ("Le port rénové", "La Gazette du Port")),
        ("Le quai fermé - Le Phare", "https://lephare.example/b", ("Le quai fermé", "Le Phare")),
        ("Le quai fermé – L’Écho des Marais", "https://echo-des-marais.example/b", ("Le quai fermé", "L’Écho des Marais")),
        ("Le quai - fermé à midi", "https://lephare.example/b", ("Le quai - fermé à midi", "lephare.example")),
        ("Le quai fermé", "https://lephare.example/b", ("Le quai fermé", "lephare.example")),
    ],
)  # fmt: skip
def test_the_site_in_the_title_of_a_bookmark_is_its_source(
    title: str, address: str, told: tuple[str, str]
) -> None:
    page = f'<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<DL><p>\n<DT><A HREF="{address}" ADD_DATE="1674032400">{title}</A>\n<DD>{ONE}\n</DL>'
    (article,) = articles_of(page, "b.html")
    assert (article.title, article.source) == told


def test_bookmarks_without_a_page_are_told() -> None:
    page = f'<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<DT><A HREF="place:sort=8">Récents</A>\n<DT><A HREF="javascript:x()">Bouton</A>\n<DT><A HREF="https://a.example/">Le port</A><DD>{ONE}'
    found = list(read(page.encode(), relative="b.html"))
    assert [one.title for one in found if isinstance(one, Article)] == ["Le port"]
    assert [(one.reason, one.number) for one in found if isinstance(one, Noted)] == [(ELSEWHERE, 2)]


def test_headings_of_org_with_an_outlet_below_are_articles() -> None:
    text = f"* Articles\n** Le port rénové\nLa Gazette du Port, 17 janvier 2023\n\n{ONE}\n** Le quai fermé\nLe Phare, 18 janvier 2023\n\n{TWO}\n"
    told = [(one.title, one.source) for one in articles_of(text, "a.org")]
    assert told == [("Le port rénové", "La Gazette du Port"), ("Le quai fermé", "Le Phare")]
