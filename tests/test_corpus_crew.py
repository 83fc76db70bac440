"""Lines around an article that name others than its author are set aside and name no author."""

from __future__ import annotations

import pytest

from index.corpus.cleaning.crew import is_crew
from index.corpus.file_reading import read
from index.model.article import Article

TEXT = (
    "Le conseil du port a voté mardi son budget, qui prévoit de réparer la digue et le phare avant l’hiver.",
    "« Nous n’avons pas le choix », a dit la maire, qui espère une aide de la région dès le printemps prochain.",
    "Les travaux dureront huit mois, selon l’entreprise qui a été retenue par la commune au début de l’année.",
)
CREW = (
    "Traduit de l’anglais par Claire Vasseur",
    "Relu par Claire Vasseur",
    "Mis en page par Claire Vasseur",
    "Lu par Claire Vasseur",
    "Présenté par Claire Vasseur",
    "Financé par la Fondation Vasseur",
    "Illustration de Claire Vasseur",
    "Traduction : Claire Vasseur",
    "Invitée : Claire Vasseur",
    "Écrire à Claire Vasseur",
    "Tous les articles de Claire Vasseur",
    "En partenariat avec Radio Vasseur",
    "Merci à Claire Vasseur",
    "Contacter Claire Vasseur",
    "Suivre Claire Vasseur",
    "Illustration Claire Vasseur",
    "Musique Claire Vasseur",
    "Photo Claire Vasseur",
)


@pytest.mark.parametrize("below", [False, True])
@pytest.mark.parametrize("line", CREW)
def test_such_a_line_is_no_part_of_the_article(line: str, below: bool) -> None:
    head = [
        "Le port réparera sa digue et son phare",
        *([] if below else [line]),
        "3 mars 2024 à 10h00",
    ]
    page = "\n\n".join([*head, *TEXT, *([line] if below else [])])
    (article,) = read(page.encode(), relative="a.txt")
    assert isinstance(article, Article)
    assert article.author is None
    assert [span.of(article.text) for span in article.paragraphs] == list(TEXT)


@pytest.mark.parametrize(
    "line",
    [
        "Une digue financée par trois communes",
        "Le dessin de presse en danger",
        "Lu par tous, compris par personne",
        "Suivre la voie du milieu",
        "Illustration de cette colère : le port désert.",
        "Réalisé par une équipe de bénévoles",
        "Photo de famille",
    ],
)
def test_leads_and_headings_are_none(line: str) -> None:
    assert not is_crew(line)
