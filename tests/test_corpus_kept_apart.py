"""Texts that only look like a front matter, and one text of an archive that cannot be read: nothing else is lost."""

from __future__ import annotations

import pytest

from index.corpus.file_reading import read
from index.corpus.formats.frontmatter import read_front_matter
from index.model.article import Article, Loss, Noted

TEXT = "Le préfet a signé mardi l’arrêté qui ferme la plage aux baigneurs, où l’été avait été meurtrier."
OTHER = (
    "Quatre quartiers du nord seront privés d’eau jeudi, a annoncé la régie municipale mardi soir."
)


@pytest.mark.parametrize(
    "first", [TEXT, f"Un titre\n\n{TEXT}", f"Budget = trois millions\n\n{TEXT}"]
)
def test_plus_signs_between_texts_are_no_front_matter(first: str) -> None:
    found = read(f"+++\n{first}\n+++\n{OTHER}\n".encode(), relative="plage.md")
    text = "\n".join(one.text for one in found if isinstance(one, Article))
    assert OTHER in text and TEXT in text


@pytest.mark.parametrize(
    ("block", "titled"),
    [
        ('title = "Le port rouvre"\n', True),
        ("title = Le port rouvre\n", True),  # no valid TOML
        ('[params]\nmath = "true"\n', False),
        ("# Rien.\n", False),
    ],
)
def test_a_front_matter_of_hugo_stays_one(block: str, titled: bool) -> None:
    matter = read_front_matter(f"+++\n{block}+++\n\n{TEXT}\n")
    assert matter is not None
    assert bool(matter.pairs) is titled


def _conversion(number: int, text: str) -> bytes:
    data = text.encode()
    head = (
        f"WARC/1.0\r\nWARC-Type: conversion\r\nWARC-Target-URI: https://a.test/{number}\r\n"
        f"WARC-Date: 2023-01-17T00:00:00Z\r\nWARC-Record-ID: <urn:uuid:{number:08d}-0000-0000-0000-000000000000>\r\n"
        f"Content-Type: text/plain\r\nContent-Length: {len(data)}\r\n\r\n"
    )
    return head.encode() + data + b"\r\n\r\n"


def test_a_text_as_long_as_a_book_does_not_end_its_archive() -> None:
    pytest.importorskip("warcio")
    book = "\n\n".join(f"{number} {TEXT} {OTHER}" for number in range(9000))
    texts = (f"Un titre\n\n{TEXT}", book, f"Un autre\n\n{OTHER}")
    data = b"".join(_conversion(number, text) for number, text in enumerate(texts))
    found = list(read(data, relative="a.wet"))
    articles = [one for one in found if isinstance(one, Article)]
    assert [one.url for one in articles] == ["https://a.test/0", "https://a.test/2"]
    assert TEXT in articles[0].text and OTHER in articles[1].text
    (lost,) = [one for one in found if isinstance(one, Noted)]
    assert (lost.loss, lost.what) == (Loss.REFUSED, "https://a.test/1")
