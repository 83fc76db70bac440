"""What a careful person would cut out of a noisy page, kind of noise by kind of noise."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.corpus.cleaning.line_looks import Look
from index.corpus.cleaning.lines import Line
from index.corpus.cleaning.page import open_page
from index.corpus.cleaning.phrases import plain
from index.corpus.file_reading import read
from index.model.article import Article, TitleBasis

TITLE = "La commune rouvre son vieux port de pêche"
FIRST = (
    "Après deux ans de travaux, les quais du vieux port ont rouvert samedi devant plusieurs"
    " centaines d’habitants, a annoncé la mairie."
)
SECOND = (
    "« Nous avons tenu les délais et le budget », s’est félicitée l’adjointe Claire Tanguy, qui"
    " rappelle que l’État a payé la moitié de la facture."
)
THIRD = "Les premiers bateaux sont attendus dès la semaine prochaine, selon la capitainerie."
BODY = [FIRST, SECOND, THIRD]


def page(*lines: str) -> Article:
    found = list(read("\n\n".join(lines).encode(), relative="page.txt"))
    assert len(found) == 1
    article = found[0]
    assert isinstance(article, Article), article
    return article


def paragraphs(article: Article) -> list[str]:
    return [span.of(article.text) for span in article.paragraphs]


def reasons(article: Article) -> dict[str, str]:
    pairs = zip(article.set_aside_texts, article.set_aside, strict=True)
    return {text: aside.reason for text, aside in pairs}


@given(st.text(st.sampled_from("aÉçœÆ’  \u202f–ÿ…") | st.characters(codec="cp1252"), max_size=40))
def test_a_plain_form_does_not_hang_on_what_else_is_in_the_line(line: str) -> None:
    # A sign that old encodings lack has the whole line folded another way.
    assert plain(f"{line}a中") == plain(f"{line}a") + "中"


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("https://www.exemple.test/port/rouverture-12345.html", "url"),
        ("/html/head/meta[@name='og:title']/@content", "technical"),
        ("1200 675 true", "technical"),
        ("1200x675", "technical"),
        ("fr_FR", "technical"),
        ('<div class="share">', "technical"),
        ("window.dataLayer = window.dataLayer || [];", "technical"),
        ("3f2504e0-4f89-11d3-9a0c-0305e82c3301", "technical"),
        ("La Gazette redaction@gazette.test +33 1 23 45 67 89", "contact"),
        ("Tél. : 01 23 45 67 89", "contact"),
        ("© 2023 La Gazette du Port. Tous droits réservés.", "copyright"),
        ("Copyright La Gazette du Port", "copyright"),
        ("Toute reproduction interdite sans autorisation", "copyright"),
        ("Publicité", "advertising"),
        ("La suite après la publicité", "advertising"),
        ("PUBLICITÉ", "advertising"),
        ("Je m’abonne", "subscription"),
        ("S’abonner", "subscription"),
        ("Article réservé aux abonnés", "subscription"),
        (
            "Il vous reste 62.4% de cet article à lire. La suite est réservée aux abonnés.",
            "subscription",
        ),
        ("Inscrivez-vous à notre newsletter pour ne rien manquer de l’actualité", "subscription"),
        ("Recevez chaque matin l’essentiel de l’actualité dans votre boîte mail", "subscription"),
        ("Déjà abonné ? Connectez-vous", "subscription"),
        (
            "Nous utilisons des cookies pour améliorer votre navigation. Vous pouvez les refuser.",
            "cookies",
        ),
        ("Continuer sans accepter", "cookies"),
        ("Tout accepter", "cookies"),
        ("Partager sur Facebook", "social"),
        ("Facebook Twitter LinkedIn WhatsApp", "social"),
        ("Suivez-nous sur WhatsApp", "social"),
        ("Suivez La Gazette sur Google Actualités", "social"),
        ("Partager", "social"),
        ("Copier le lien", "social"),
        ("close", "interface"),
        ("Fermer", "interface"),
        ("Temps de lecture : 3 min", "interface"),
        ("Écouter l’article", "interface"),
        ("Retour en haut de page", "interface"),
        ("Aller au contenu principal", "interface"),
        ("Imprimer", "social"),
        ("1/5", "interface"),
        ("***", "interface"),
        ("Photo : Jean Le Goff / La Gazette", "credit"),
        ("Crédit photo : DR", "credit"),
        ("Le vieux port vu du ciel, en juin 2022. © Jean Le Goff", "credit"),
        ("Photo d’illustration", "credit"),
        ("https://img.exemple.test/port/quai_800x600.jpg", "image"),
        ("Lire aussi : Le port en cinq dates", "cross-link"),
        ("À LIRE AUSSI > Le port en cinq dates", "cross-link"),
        ("À lire également : Le port en cinq dates", "cross-link"),
        ("Voir aussi : Le port en cinq dates", "cross-link"),
    ],
)
@pytest.mark.parametrize("place", ["head", "middle", "tail"])
def test_a_line_of_noise_is_set_aside(line: str, reason: str, place: str) -> None:
    at = {"head": 1, "middle": 3, "tail": 4}[place]
    lines = [TITLE, *BODY]
    lines.insert(at, line)
    article = page(*lines)
    assert article.title == TITLE
    assert paragraphs(article) == BODY
    assert reasons(article) == {line: reason}


@pytest.mark.parametrize(
    "line",
    [
        "Plus de transparence",
        "Les plus touchés",
        "Nos voisins",
        "Le résumé",
        "La lettre",
        "Sources",
        "Soutenir les pêcheurs",
        "Journalistes en grève",
        "Chef de gare",
        "Direct au but",
        "Paris, le grand soir",
        "Avec les pêcheurs",
        "Plus dans la nuance",
        "Vidéos à charge",
        "Le journal numérique dépasse le papier",
        "L’accès illimité aux plages fait débat",
        "Captures",
        "Chaque matin",
        "Suivre la trace",
        "Commentaires acerbes",
        "Un chantier hors norme",
        "« On n’y croyait plus »",
        "2021, l’année de tous les retards",
        "Que va devenir la criée ?",
        "Non.",
        "Il a refusé.",
        "La publicité interdite sur les quais",
        "Facebook accusé d’avoir caché une étude",
        "Le cookie, ce petit gâteau breton, fait recette sur le port depuis l’ouverture des quais.",
        "La CNIL a condamné jeudi deux sites qui déposaient des cookies sans l’accord de leurs visiteurs.",
        "L’abonnement au parking coûtera 30 euros par mois, a précisé la mairie.",
        "Par ailleurs, le marché du samedi retrouve sa place sous la halle.",
        "À lire les rapports des ingénieurs, rien ne permettait pourtant de prévoir un tel retard.",
        "Le partage des tâches",
        "12 janvier 2021",
        "2021",
        "La photo a fait le tour du monde : on y voit un chalutier posé sur le quai par la tempête.",
        "Les commentaires ont été désactivés sur la page de la mairie, qui redoute des débordements.",
        "- Un port de plaisance -",
        "« Partager l’eau, c’est partager la vie », résume-t-elle.",
        "« Je n’ai demandé aucun copyright sur cette belle ambition », a-t-elle écrit au ministère.",
        "Regardez : la digue tient.",
        "Consultez la notice avant d’ouvrir la vanne, répètent les ingénieurs du barrage.",
        "L’histoire continue, dit-il, et le phare restera debout.",
        "Newsletter ou journal papier, les pêcheurs n’ont pas les mêmes habitudes que les touristes.",
    ],
)
def test_what_is_the_articles_stays(line: str) -> None:
    article = page(TITLE, FIRST, SECOND, line, THIRD)
    assert paragraphs(article) == [FIRST, SECOND, line, THIRD]
    assert article.set_aside == ()


def test_a_doubled_title_stands_once() -> None:
    article = page("Société", TITLE, TITLE, *BODY, TITLE + " - La Gazette du Port")
    assert article.title == TITLE
    assert article.section == "Société"
    assert article.source == "La Gazette du Port"
    assert paragraphs(article) == BODY


def test_without_a_title_the_first_words_serve() -> None:
    article = page(*BODY)
    assert article.title_basis is TitleBasis.FIRST_WORDS
    assert article.title.endswith("…")
    assert FIRST.startswith(article.title[:-1])
    assert article.text.startswith(FIRST)
    assert article.title_span is None


@pytest.mark.parametrize(
    ("line", "author", "published", "modified"),
    [
        ("Par Jeanne Martin", "Jeanne Martin", None, None),
        ("Par Jeanne Martin et Paul Le Goff", "Jeanne Martin et Paul Le Goff", None, None),
        ("Rédigé par J. M.", "J. M.", None, None),
        ("Par La Gazette avec AFP", "La Gazette avec AFP", None, None),
        ("Publié le 17/01/2023 à 14:32", None, "2023-01-17T14:32:00", None),
        ("Mardi 17 janvier 2023", None, "2023-01-17", None),
        ("17 janv. 2023 | 08h05", None, "2023-01-17T08:05:00", None),
        (
            "Par Jeanne Martin - Publié le 17/01/2023 à 14h32 - Mis à jour le 18/01/2023 à 9h12",
            "Jeanne Martin",
            "2023-01-17T14:32:00",
            "2023-01-18T09:12:00",
        ),
        (
            "17 janvier 2023 - 07h20 - Économie - Ecrit par : J.M",
            "J.M",
            "2023-01-17T07:20:00",
            None,
        ),
        ("2023-01-17T14:32:05+01:00", None, "2023-01-17T14:32:05+01:00", None),
    ],
)
def test_a_header_states_author_and_dates(
    line: str, author: str | None, published: str | None, modified: str | None
) -> None:
    article = page(TITLE, line, *BODY)
    assert (article.author, article.published.value, article.modified.value) == (
        author,
        published,
        modified,
    )
    assert paragraphs(article) == BODY
    assert reasons(article) == {line: "metadata"}


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("Jeanne Martin", "Jeanne Martin"),
        ("Jeanne M-K", "Jeanne M-K"),
        ("J. M. avec AFP", "J. M. avec AFP"),
        ("J.M", "J.M"),
        ("(AFP)", "AFP"),
        ("Jeanne Martin (avec AFP)", "Jeanne Martin (avec AFP)"),
    ],
)
def test_a_signature_under_the_text_is_the_author(line: str, author: str) -> None:
    article = page(TITLE, *BODY, line)
    assert article.author == author
    assert paragraphs(article) == BODY


def test_a_name_of_the_text_below_it_is_no_signature() -> None:
    assert page(TITLE, *BODY, "Claire Tanguy").author is None


@pytest.mark.parametrize(
    "lines",
    [
        ["Sujets associés : Pêche - Port - Travaux publics"],
        ["Tags : Pêche, Port, Travaux publics"],
        ["Mots-clés : Pêche | Port | Travaux publics"],
        ["Thèmes : pêche ; port ; travaux publics"],
        ["#Pêche #Port #TravauxPublics"],
        ["Tags :", "Pêche", "Port", "Travaux publics"],
        ["Partager", "pêche", "port", "travaux publics", "pêche, port, travaux publics"],
    ],
)
def test_topics_are_tags(lines: list[str]) -> None:
    article = page(TITLE, *BODY, *lines)
    assert [tag.lower().replace(" ", "") for tag in article.tags] == [
        "pêche",
        "port",
        "travauxpublics",
    ]
    assert paragraphs(article) == BODY


TEASERS = [
    "Les pêcheurs bretons en colère contre les quotas",
    "Les pêcheurs du Finistère ont bloqué lundi le port de commerce pour protester contre la baisse...",
    "Un phare à vendre sur l’île voisine",
    "Construit en 1874, le phare n’éclaire plus depuis vingt ans. Son propriétaire en demande un million.",
    "Pourquoi les goélands quittent-ils la côte ?",
    "Une étude du Muséum montre que les oiseaux nichent de plus en plus loin de la mer.",
]


@pytest.mark.parametrize(
    "header",
    [
        "Sur le même sujet",
        "Aller plus loin",
        "Ces articles devraient vous intéresser :",
        "À lire aussi",
        "Les plus lus",
        "Articles similaires",
        "Vous aimerez aussi",
        "Dans la même rubrique",
        "Nos derniers articles",
        "Recommandé pour vous",
        "LIRE AUSSI",
    ],
)
def test_teasers_after_the_article_are_related(header: str) -> None:
    article = page(TITLE, *BODY, header, *TEASERS)
    assert paragraphs(article) == BODY
    assert article.related == tuple(TEASERS[::2])


def test_titles_inside_the_article_are_related_and_it_goes_on() -> None:
    article = page(TITLE, FIRST, "Sur le même sujet", TEASERS[0], TEASERS[2], SECOND, THIRD)
    assert paragraphs(article) == BODY
    assert article.related == (TEASERS[0], TEASERS[2])


def test_a_heading_that_sounds_like_a_block_of_links_stays() -> None:
    lines = ["Pour aller plus loin", SECOND, THIRD]
    assert paragraphs(page(TITLE, FIRST, *lines)) == [FIRST, *lines]


def test_a_cross_link_over_two_lines() -> None:
    article = page(TITLE, FIRST, "Lire aussi :", TEASERS[0], SECOND, THIRD)
    assert paragraphs(article) == BODY
    assert article.related == (TEASERS[0],)


def test_the_page_itself_is_not_related() -> None:
    article = page(TITLE, *BODY, "Les plus lus", TEASERS[0], TITLE, TEASERS[2])
    assert article.related == (TEASERS[0], TEASERS[2])


def test_a_cut_summary_above_the_dates_is_the_description() -> None:
    summary = "Après deux ans de travaux, les quais du vieux port ont rouvert..."
    article = page(
        TITLE, f"{summary} 17.01.2023, La Gazette du Port", "2023-01-17T19:06+0100", *BODY
    )
    assert article.description == summary
    assert article.source == "La Gazette du Port"
    assert paragraphs(article) == BODY


def test_comments_below_the_article() -> None:
    article = page(
        TITLE,
        *BODY,
        "3 commentaires",
        "Laisser un commentaire",
        "Enfin une bonne nouvelle pour notre commune, il était temps que cela se fasse.",
    )
    assert paragraphs(article) == BODY


def test_breadcrumbs_name_the_section() -> None:
    article = page("Accueil > Économie > Pêche", TITLE, *BODY)
    assert (article.section, article.title) == ("Économie", TITLE)


def test_the_dates_of_a_chronology_stay() -> None:
    entries = [
        "12 janvier 2021",
        "Le conseil vote.",
        "3 mars 2022",
        FIRST,
        "2023",
        "Le port rouvre.",
    ]
    article = page(TITLE, *entries)
    assert paragraphs(article) == entries
    assert article.published.value is None


def test_a_desk_with_its_agency_is_the_author() -> None:
    article = page(TITLE, "20 Heures avec AFP", "Publié le 24/11/21 à 14h02", *BODY)
    assert article.author == "20 Heures avec AFP"
    assert article.published.value == "2021-11-24T14:02:00"
    assert paragraphs(article) == BODY


@pytest.mark.parametrize(
    ("length", "at", "compared"),
    [
        (119, 8, True), (120, 8, True), (121, 8, False), (150, 8, False),
        (121, 3, True), (260, 3, True), (261, 3, False),
    ],
)  # fmt: skip
def test_a_sentence_below_the_top_is_a_title_only_when_it_is_short(
    length: int, at: int, compared: bool
) -> None:
    """Near the top a longer one may be a summary; what is compared with others has its plain form."""
    sentence = ("Le port rouvre " + "samedi et " * 40)[: length - 6].rstrip() + " ici"
    sentence += "x" * (length - len(sentence) - 1) + "."
    assert len(sentence) == length
    lines, start = [], 0
    for number in range(12):
        text = sentence if number == at else f"{FIRST} Cela vaut pour {number} quais du port."
        lines.append(Line(text, start, start + len(text)))
        start += len(text) + 2
    opened = open_page(lines)
    assert opened.looks[at].look is Look.PROSE
    assert bool(opened.plains[at]) is compared
