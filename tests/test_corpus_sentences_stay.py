"""Sentences of an article that begin as those of a site's boxes do stay; those of the boxes go."""

from __future__ import annotations

import pytest

from index.corpus.file_reading import read
from index.model.article import Article

TITLE = "Le port rouvre après trois semaines de grève"
TEXTS = (
    "Les dockers ont voté la reprise du travail mardi matin, après trois semaines de grève qui ont paralysé le terminal.",
    "« Nous avons obtenu l’essentiel », a déclaré Jeanne Martin, déléguée du personnel, devant deux cents salariés.",
)


def text_with(line: str) -> str:
    data = "\n\n".join((TITLE, TEXTS[0], line, TEXTS[1])).encode()
    (article,) = [one for one in read(data, relative="a.txt") if isinstance(one, Article)]
    return article.text


@pytest.mark.parametrize(
    "sentence",
    [
        "Envie de voir les chevaux de près ? Rendez-vous samedi sur le port de Vaubrac, où cinquante cavaliers sont attendus.",
        "Vous voulez comprendre la crue ? La mairie donne rendez-vous aux habitants mardi soir dans la salle des fêtes.",
        "Vous souhaitez voter par correspondance ? Le bulletin se dépose dans la boîte aux lettres de la mairie.",
        "Une erreur dans le calcul ? Contactez le service, répond la caisse aux assurés.",
        "Une erreur sur la facture d’eau ? Écrivez à la régie, conseille l’association.",
        "Une faute dans la déclaration ? Signalez-la avant juin, prévient le fisc.",
    ],
)
def test_a_question_to_the_readers_of_an_article_stays(sentence: str) -> None:
    assert sentence in text_with(sentence)


@pytest.mark.parametrize(
    "line",
    [
        "Envie de tout savoir sur la politique ? Inscrivez-vous à notre rendez-vous du lundi.",
        "Vous voulez suivre l’actualité du port ? Recevez-la chaque matin dans votre boîte mail.",
        "Vous souhaitez en lire plus ? Découvrez la newsletter de la rédaction.",
        "Une erreur dans l’article ? Signalez-la",
        "Une coquille dans ce texte ? Écrivez-nous.",
        "Une faute sur cette page ? Contactez-nous.",
    ],
)
def test_a_question_to_the_readers_of_a_site_goes(line: str) -> None:
    assert line not in text_with(line)


@pytest.mark.parametrize(
    "sentence",
    [
        "« Nous partirons tous », a promis le maire au micro de RTL.",
        "La société Rivac, au capital de 10 000 euros, a été radiée du RCS de Brest lundi.",
        "Hébergement : le port manque de lits pour les marins, selon le maire.",
        "Siège social : Rivac. C’est là que les dockers se retrouvent.",
        "Pour 5 euros par mois, vous aurez un port tout neuf, promet le maire.",
        "Les jeux d’argent sont interdits aux mineurs, rappelle la préfecture dans son arrêté.",
        "Puisque vous êtes là, parlons du port, a lancé le maire.",
        "Une erreur ? Dites-le, a répondu le maire.",
        "Chaque mois, la préfecture publie ses analyses de l’eau, et le maire les lit.",
        "En validant le projet, vous acceptez le bruit, dit un riverain.",
        "Fukushima il y a 10 ans",
        "Notre dossier du port",
        "La météo du jour",
        "Pas de messages haineux : la consigne a été donnée aux élèves du port.",
        "Soyez respectueux, a lancé le maire, pas d’insultes.",
        "Règles de la communauté",
        "Pariez sur le port, conseille le maire aux investisseurs.",
        "Jouer comporte des risques, rappelle le maire aux élèves du lycée.",
        "La Vague est un journal indépendant, rappelle son premier actionnaire.",
        "Les commentaires sont fermés par notre équipe depuis mardi, dit le maire.",
    ],
)
def test_a_sentence_that_speaks_like_a_site_stays_with_all_below_it(sentence: str) -> None:
    assert sentence in (text := text_with(sentence))
    assert TEXTS[1] in text


@pytest.mark.parametrize(
    "sentence",
    [
        "Pour participer, inscrivez-vous auprès de la mairie avant vendredi.",
        "Pour réagir, connectez-vous avec vos voisins, conseille le maire.",
        "Résumé produit par les services de la ville, le document tient en trois pages.",
        "Résumés rédigés avec soin, les actes du colloque paraîtront au printemps.",
        "Dès 12 euros, recevez un panier de légumes livré par les maraîchers du plateau.",
        "Pour 20 euros par mois, profitez de la piscine et de ses bains tous les soirs.",
        "L’association apporte un financement en tant que mécène, a dit le maire.",
        "La région apporte des financements en tant que partenaire du festival de Vaubrac.",
        "La banque apporte des fonds en tant que prêteur de la commune depuis dix ans.",
        "Pour soutenir les agriculteurs sinistrés, la communauté de communes a voté une aide de deux millions d’euros.",
        "Pour soutenir les éleveurs, la communauté urbaine ouvre un abattoir au printemps.",
        "En poursuivant la visite, le ministre a croisé des salariés en grève devant la criée.",
        "En continuant la navigation, le capitaine a mis en danger tout l’équipage du chalutier.",
        "Nous respectons la décision du juge, qui protège la vie privée des mineurs.",
        "Nous accordons aux victimes le droit de consulter les données de l’enquête.",
        "Nos partenaires traitent ce dossier depuis trois ans, assure le préfet.",
        "Nos partenaires utilisent ce quai depuis la fin de la grève des dockers.",
        "Les biscuits, cookies et sablés de notre site de Vaubrac partent chaque jour en Suisse.",
        "La médiathèque de Vaubrac vit de vos dons, rappelle la maire à ses habitants.",
        "Le musée du port vit de vos dons et de la vente de ses billets.",
        "Nous avons besoin de vos dons, a lancé la directrice de la banque alimentaire.",
    ],
)
def test_a_sentence_that_begins_as_a_box_does_stays(sentence: str) -> None:
    assert sentence in text_with(sentence)


@pytest.mark.parametrize(
    "line",
    [
        "Pour commenter, connectez-vous à votre compte",
        "Résumé généré automatiquement",
        "Résumé produit avec l’aide d’une intelligence artificielle",
        "Dès 1 € par mois, lisez tous nos articles",
        "La Fondation du Lac apporte un financement en tant que membre bienfaiteur de L’Échange savant FR.",
        "Pour soutenir une presse libre, rejoignez notre communauté",
        "En poursuivant votre navigation sur ce site, vous acceptez l’utilisation de cookies.",
        "Nous respectons votre vie privée",
        "Nous accordons une grande importance à la protection de vos données",
        "Nous et nos 812 partenaires stockons des informations sur votre appareil.",
        "Nos partenaires utilisent des cookies pour mesurer l’audience.",
        "Les cookies assurent le bon fonctionnement de notre site.",
        "Lisière vit de vos dons.",
        "Notre journal vit de vos dons et de rien d’autre.",
    ],
)
def test_a_box_of_a_site_goes(line: str) -> None:
    assert line not in text_with(line)


def test_an_appeal_for_courtesy_may_be_a_title() -> None:
    title = "Soyez courtois dans vos propos : le maire appelle au calme"
    data = "\n\n".join((title, *TEXTS)).encode()
    (article,) = [one for one in read(data, relative="a.txt") if isinstance(one, Article)]
    assert article.title == title


SAID_TWICE = """Le maire défend son budget devant les habitants

Par Jean Martin, le 3 mars 2022

Le maire de Sainte-Luce a présenté lundi soir le budget de la commune devant une centaine d'habitants réunis dans la salle des fêtes. Il prévoit une hausse de 3 % des dépenses.
{named}
Claude Morel a dit :
{first}

Plusieurs habitants ont protesté contre la fermeture annoncée du bassin pendant l'hiver, qui priverait les écoles de leurs cours de natation.

Claude Morel a dit :
{second}

Le conseil municipal doit voter ce budget le 15 mars. L'opposition a déjà annoncé qu'elle voterait contre.
"""


@pytest.mark.parametrize(
    ("named", "first", "second"),
    [
        (
            "",
            "« Nous ne pouvons plus payer le chauffage. »",
            "« Les écoles iront à Nantes, et la commune paiera le car. »",
        ),
        (
            "",
            "– Nous ne pouvons plus payer le chauffage.",
            "– Les écoles iront à Nantes, et la commune paiera le car.",
        ),
        (
            "\nL'adjoint Claude Morel a répondu aux questions de la salle pendant plus de deux heures, chiffres en main.\n",
            "Nous ne pouvons plus payer le chauffage.",
            "Les écoles iront à Nantes, et la commune paiera le car.",
        ),
    ],
)
def test_what_an_article_gives_to_its_speaker_twice_is_no_comment(
    named: str, first: str, second: str
) -> None:
    data = SAID_TWICE.format(named=named, first=first, second=second).encode()
    (article,) = [one for one in read(data, relative="a.txt") if isinstance(one, Article)]
    assert "paiera le car" in article.text and "voterait contre" in article.text
