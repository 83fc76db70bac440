"""YAML of records is read as JSON of the same records; settings are told as settings."""

from __future__ import annotations

import pytest

from index.corpus.file_reading import raw_text, read
from index.corpus.formats.kinds import SETTINGS
from index.corpus.formats.yamlfiles import ALIAS, BROKEN
from index.model.article import Article, Unread
from tests.test_corpus_kinds import ONE, THREE, TWO

RECORD = f"""titre: Le port rénové
journal: La Gazette du Port
date: 2023-01-17
auteur: Jeanne Vautrin
note: ~
texte: |
  {ONE}

  {TWO}
"""
OTHER = f"titre: 'Le quai : fermé'\njournal: Le Phare\ndate: 2023-01-18\ntexte: >-\n  {TWO}\n  {THREE}\n"


def indented(text: str, first: str) -> str:
    lines = text.splitlines()
    return first + "\n".join([lines[0], *(f"  {line}".rstrip() for line in lines[1:])]) + "\n"


FORMS = {
    "a list": indented(RECORD, "- ") + indented(OTHER, "- "),
    "a list under a key": "articles:\n" + "".join(
        "".join(f"  {line}\n" for line in indented(one, "- ").splitlines()) for one in (RECORD, OTHER)
    ),
    "a mapping": "".join(f"{name}:\n" + "".join(f"  {line}\n" for line in one.splitlines()) for name, one in (("a1", RECORD), ("a2", OTHER))),
    "documents": f"---\n{RECORD}---\n{OTHER}...\n",
    "a comment above": "# Revue de presse\n" + indented(RECORD, "- ") + indented(OTHER, "- "),
}  # fmt: skip


@pytest.mark.parametrize("form", FORMS)
def test_each_record_is_an_article(form: str) -> None:
    data = FORMS[form].encode()
    first, second = (one for one in read(data, relative="a.yaml") if isinstance(one, Article))
    assert (first.title, first.source, first.author, first.published.value) == ("Le port rénové", "La Gazette du Port", "Jeanne Vautrin", "2023-01-17")  # fmt: skip
    assert tuple(span.of(first.text) for span in first.paragraphs) == (ONE, TWO)
    assert (second.title, second.source) == ("Le quai : fermé", "Le Phare")
    raw = raw_text(data, first.encoding)
    for piece in first.pieces:
        if piece.end - piece.start == piece.raw_end - piece.raw_start:
            assert raw[piece.raw_start : piece.raw_end] == first.text[piece.start : piece.end]


def test_one_record_is_one_article() -> None:
    (article,) = read(RECORD.encode("cp1252"), relative="a.yml")
    assert isinstance(article, Article) and article.title == "Le port rénové"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("version: 3\nservices:\n  web:\n    image: nginx\n    ports: ['80:80']\n", SETTINGS),
        ("title: Mon site\nurl: https://exemple.test\nplugins:\n- a\n- b\n", SETTINGS),
        ("- 1\n- 2\n", SETTINGS),
        ("une phrase\n", SETTINGS),
        ("a: &a [ha, ha]\nb: &b [*a, *a]\nc: [*b, *b]\n", ALIAS),
        ("a: [1\nb: 2\n", BROKEN),
        ("a: b: c\n", BROKEN),
        ("[" * 100 + "a" + "]" * 100, "nested"),
        ("---\n", SETTINGS),
    ],
)
def test_what_is_no_record_is_told(text: str, words: str) -> None:
    (found,) = read(text.encode(), relative="a.yaml")
    assert isinstance(found, Unread)
    assert words in found.reason
