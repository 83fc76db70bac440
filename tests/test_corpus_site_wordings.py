"""Lines of sites in the middle of an article and below it go; the article's own short lines stay."""

from __future__ import annotations

import pytest

from index.corpus.file_reading import read
from index.model.article import Article

TITLE = "La digue et le phare seront réparés avant l’hiver"
TEXT = (
    "Le conseil du port a voté mardi son budget, qui prévoit de réparer la digue et le phare avant l’hiver.",
    "« Nous n’avons pas le choix », a dit la maire, qui espère une aide de la région au printemps prochain.",
    "Les travaux dureront huit mois, selon l’entreprise qui a été retenue au début de l’année par la commune.",
    "Le port restera ouvert aux bateaux de pêche, a promis la capitainerie dans un communiqué publié jeudi.",
)
ABOVE = (
    "La Tribune",
    "Accueil",
    "Politique",
    "Se connecter",
    TITLE,
    "Par Jeanne Martin",
    "12 mars 2024 à 10h30",
)
BELOW = ("Partager", "Mentions légales", "Gestion des cookies", "© La Tribune")
WORDINGS = """
Les commentaires sont modérés par l’équipe de La Tribune
Pour commenter, connectez-vous
L’espace des contributions est réservé aux abonnés.
Les commentaires sont réservés à nos abonnés
Seuls les abonnés peuvent commenter cet article
Il faut être abonné pour réagir
Écouter (1 min 12)
Écoutez cet article en 4 minutes
Voir la vidéo (2:10)
Durée : 3 min 20
Facebook Twitter WhatsApp Copier le lien
Facebook E-mail Imprimer
Votre commentaire sera publié après modération
Réagissez à cet article
Participez au débat
Pour 3,99 $ par mois, lisez tout La Tribune sur votre téléphone
Se connecter avec Google
Ajoutez La Tribune à vos sources préférées
Copier
Cet article est lu par une voix de synthèse
Lecture audio réservée aux abonnés
Vitesse x1
Nos offres partenaires
Ceci est un contenu sponsorisé
Sur le même sujet
Dans le même dossier
Ces articles pourraient vous intéresser
Recommandé pour vous
Article suivant
Article précédent
Achetez ce numéro
Feuilleter le journal
Édition du mardi 5 mars
Revoir le direct
Tous les épisodes
Programme TV
Mots fléchés
Dernière mise à jour il y a 2 heures
Débloquer l’article
Lire dans l’appli
Langue : français
Choisir ma commune
Ma commune : Brest
Espace abonnés
Résumé généré par une intelligence artificielle et relu par la rédaction
20 secondes de contexte
""".strip().split("\n")
OWN = """
Brest
Emploi
Un replay sans fin
Une édition de luxe pour le phare
Le commentaire de trop
Sur le même quai
Copier la mer
La commune de Brest
Le journal du bord
Ces articles de loi que le port ignore
Résumé de l’affaire
""".strip().split("\n")


def paragraphs(*lines: str) -> list[str]:
    (article,) = read("\n".join(lines).encode(), relative="a.txt")
    assert isinstance(article, Article)
    assert (article.title, article.author) == (TITLE, "Jeanne Martin")
    return [span.of(article.text) for span in article.paragraphs]


@pytest.mark.parametrize("line", WORDINGS)
def test_a_line_of_the_site_goes(line: str) -> None:
    assert paragraphs(*ABOVE, *TEXT[:2], line, *TEXT[2:], *BELOW) == list(TEXT)
    assert paragraphs(*ABOVE, *TEXT, line, *BELOW) == list(TEXT)


@pytest.mark.parametrize("line", OWN)
def test_a_heading_of_the_article_stays(line: str) -> None:
    assert paragraphs(*ABOVE, *TEXT[:2], line, *TEXT[2:], *BELOW) == [*TEXT[:2], line, *TEXT[2:]]
