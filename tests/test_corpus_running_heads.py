"""A scanned text has its outlet and the number of the page at each form feed, amid a sentence."""

from __future__ import annotations

import pytest

from index.corpus.file_reading import read
from index.model.article import Article

HEAD = "LA MANCHE LIBRE\nSAMEDI 24 JUIN 2023\n\nCAMEMBERT ET GROS SOUS À SAINT-SEVER\n\n"
BEFORE = (
    "Chez les Gautier, à Saint-Sever, on livre le lait",
    "à la coopérative depuis trois générations, et l’on",
    "ne sait plus que penser de la vente annoncée au",
    "printemps. « Nous y perdrions un tiers de notre",
    "paye, et la laiterie son nom », calcule Michel",
)
AFTER = (
    "Gautier, qui élève quarante vaches avec sa fille",
    "et son gendre. Le vote du 30 juin s’annonce serré,",
    "dit le président de la coopérative. Les salariés,",
    "eux, demandent des garanties sur leurs emplois et",
    "une réunion avec les acheteurs avant le vote.",
)
TEXT = " ".join((*BEFORE, *AFTER))


def paragraphs(text: str) -> str:
    (article,) = (one for one in read(text.encode(), relative="a.txt") if isinstance(one, Article))
    return " ".join(article.text[start:end] for start, end in article.paragraphs)


@pytest.mark.parametrize(
    "edge",
    [
        "\n3\n\fLA MANCHE LIBRE\n\n",
        "\n\fLA MANCHE LIBRE\n\n",
        "\n\n- 3 -\n\n\fLA MANCHE LIBRE\n",
        "\n\f4   La Manche Libre\n\n",
        "\n\fLA MANCHE LIBRE - 4\n\n",
        "\n\fLA MANCHE LIBRE / SAMEDI 24 JUIN 2023\n\n",
        "\n\f\nCAMEMBERT ET GROS SOUS À SAINT-SEVER\n",
        "\nPage 3 sur 4\n\f\n",
    ],
)
def test_heads_of_pages_do_not_break_a_sentence(edge: str) -> None:
    assert paragraphs(HEAD + "\n".join(BEFORE) + "\n" + edge + "\n".join(AFTER)) == TEXT


def test_a_word_broken_at_the_end_of_a_page_is_whole() -> None:
    first, rest = (*BEFORE[:-1], f"{BEFORE[-1]} Gau-"), (f"tier{AFTER[0][7:]}", *AFTER[1:])
    text = HEAD + "\n".join(first) + "\n\n\fLA MANCHE LIBRE\n\n" + "\n".join(rest)
    assert paragraphs(text) == TEXT


@pytest.mark.parametrize("line", ["UNE VENTE CONTESTÉE", "Le vote du 30 juin"])
def test_a_heading_at_the_top_of_a_page_stays(line: str) -> None:
    text = HEAD + "\n".join((*BEFORE, "Gautier.")) + f"\n\n\f{line}\n\n" + "\n".join(AFTER[1:])
    assert line in paragraphs(text)


def test_the_head_of_a_short_first_page_is_its_own() -> None:
    text = f"La digue cède sous la houle\n\n{TEXT}\n\fLe moulin reprend du service\n\n{TEXT}\n"
    (article,) = (one for one in read(text.encode(), relative="a.txt") if isinstance(one, Article))
    assert "Le moulin reprend du service" in article.text
