"""Dispatches as a desk gets them by mail: the subject has no accents, the last line is the transmission's."""

from __future__ import annotations

import pytest

from index.corpus.file_reading import read
from index.model.article import Article, TitleBasis

HEADLINE = "Vallée de l’Orle : un hôpital visé, les urgences fermées"
BODY = (
    "PORT-CERNAY (Orle), 8 fév 2026 (APM) - L’hôpital de Port-Cernay a été visé dans la nuit par une attaque qui a "
    "bloqué l’essentiel de son système, a-t-on appris auprès de la direction.\n\n"
    "Quatorze patients ont été transférés vers d’autres hôpitaux de la région, a précisé la directrice."
)


def _read(subject: str, below: str, headline: str = HEADLINE) -> Article:
    mail = (
        "From: Agence Presse-Midi <fil@presse-midi.example>\nTo: redaction@journal.example\n"
        f"Subject: {subject}\nDate: Sun, 08 Feb 2026 11:48:00 +0100\nMIME-Version: 1.0\n"
        "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n"
        f"{headline}\n\n{BODY}\n\n{below}\n"
    )
    (found,) = (one for one in read(mail.encode(), relative="m.eml") if isinstance(one, Article))
    return found


@pytest.mark.parametrize(
    "subject",
    [
        HEADLINE,
        "APM - Vallee de l'Orle: un hopital vise, les urgences fermees",
        "[APM] Vallee de l'Orle: un hopital vise, les urgences fermees",
        "URGENT - Vallée de l'Orle : un hôpital visé, les urgences fermées",
        "VALLEE DE L'ORLE: UN HOPITAL VISE, LES URGENCES FERMEES",
        "TR: APM - Vallee de l Orle - un hopital vise, les urgences fermees",
    ],
)
def test_the_headline_of_the_text_is_the_title(subject: str) -> None:
    article = _read(subject, "")
    assert (article.title, article.title_basis) == (HEADLINE, TitleBasis.STATED)
    assert article.text.count("urgences fermées") == 1


def test_another_subject_stays_the_title() -> None:
    article = _read(
        "À lire pour demain matin", "", headline="Une tout autre ligne du texte, sans rien"
    )
    assert "Une tout autre ligne" in article.text


@pytest.mark.parametrize(
    "below",
    [
        "APM 081148 FEV 26",
        "AFP 171906 GMT JAN 23",
        "171906 JAN 2023",
        "mdo/jlb\n\nAPM 081148 FÉV 26",
        "Reuters 081148 déc. 2026",
    ],
)
def test_the_line_of_a_transmission_is_no_text(below: str) -> None:
    article = _read(HEADLINE, below)
    assert article.text.endswith("directrice.")
    assert below.split("\n")[-1] in "".join(article.set_aside_texts)


@pytest.mark.parametrize(
    "below",
    ["Le 081148 est un numéro gratuit.", "Référence 991148 FEV 26 du dossier rendu public."],
)
def test_sentences_with_figures_stay(below: str) -> None:
    assert below in _read(HEADLINE, below).text
