"""The head of a copied page: menus on one line, titles with a kicker, times of the copy, its own name."""

from __future__ import annotations

import pytest

from index.corpus.cleaning.headers import read_header
from index.corpus.cleaning.line_looks import is_row_of_labels, is_title_like, look_of
from index.corpus.cleaning.phrases import plain, reason_of
from index.corpus.cleaning.reasons import Reason
from index.corpus.cleaning.rights import is_credit
from index.corpus.cleaning.stated_facts import Facts
from index.corpus.file_reading import read
from index.model.article import Article


@pytest.mark.parametrize(
    "line",
    [
        "Actu | Sports | Culture",
        "Enquêtes   Opinions   Le Club   En vidéo",
        "SUISSE  MONDE  RÉGIONS  ÉCONOMIE",
        "International|États-Unis|Climat",
        "Vie locale • Sport • Loisirs • Le Mag",
        "Le direct Podcasts Monde Région Culture MAG Jeux",
        "Info Sport Culture Audio Play Météo",
        "radio tv direct politique société faits-divers santé monde sports",
        "Menu La Gazette S’abonner pour 1 € par mois",
        "La Gazette Se connecter",
    ],
)
def test_a_menu_on_one_line(line: str) -> None:
    assert is_row_of_labels(line)


@pytest.mark.parametrize(
    "line",
    [
        "Nancy  41  12",
        "La Gazette | 3 mars 2023 | Par Luc Amiel",
        "Le port rouvre lundi",
        "Culture et sport : le monde associatif à Lantigny",
        "Le monde de la culture en direct de la région",
        "Tour de France 2024 : le direct vidéo en Une du journal",
        "S’abonner à l’eau potable coûtera plus cher à Lantigny.",
        "Le maire, la préfète et le juge",
        "Il part. | Elle reste. | Ils attendent.",
    ],
)
def test_a_table_a_byline_or_a_sentence_is_no_menu(line: str) -> None:
    assert not is_row_of_labels(line)


def test_a_row_of_buttons_is_noise_though_one_has_a_figure() -> None:
    line = "Lire plus tard   Commenter (48)   Partager   Imprimer   Favoris"
    assert look_of(line).reason is not None
    assert look_of("Nancy   Le Mans   Partager").reason is None


@pytest.mark.parametrize(
    ("line", "fits"),
    [
        ("Saint-Malo. Un voilier s’échoue devant le fort", True),
        ("Guerre en Ukraine. Ce que l’on sait de la nuit", True),
        ("Brive (Corrèze). Un homme blessé dans une rixe", True),
        ("EN DIRECT. La crue de la Vire", True),
        ("Elle est partie. Il est resté avec les enfants", False),
        ("On attendait la pluie. Elle n’est pas venue", False),
        ("Le port rouvre. Les quais aussi.", False),
    ],
)
def test_a_kicker_with_a_stop_is_part_of_a_title(line: str, fits: bool) -> None:
    assert is_title_like(line) == fits


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Publié hier à 18h30, modifié à 07h58 · Lecture 4 min.", True),
        ("Mis à jour à 8 h 14", True),
        ("Hier à 20:00", True),
        ("Publié lundi à 6h", True),
        ("Hier à 20 heures, le maire a parlé", False),
        ("À 18 h 30, tout était fini", False),
    ],
)
def test_the_time_of_the_copy_is_no_text(line: str, told: bool) -> None:
    reason = reason_of(plain(line), words=len(line.split()))
    assert (reason is Reason.INTERFACE) == told


@pytest.mark.parametrize(
    ("line", "author"),
    [
        (
            "De notre correspondant, Jean Vial - Hier à 20:00 - Temps de lecture : 2 min",
            "Jean Vial",
        ),
        ("Par Luc Amiel | 3 min", "Luc Amiel"),
        ("Par Léa Arnal (Rabat, envoyée spéciale) et Luc Amiel", "Léa Arnal et Luc Amiel"),
        ("Par La rédaction (avec agences)", "La rédaction (avec agences)"),
    ],
)
def test_a_byline_beside_the_time_of_reading_or_with_a_place_inside(line: str, author: str) -> None:
    facts = Facts()
    assert read_header(line, facts)
    assert facts.authors == [author]


@pytest.mark.parametrize(
    ("line", "credit"),
    [
        ("Les pompiers devant l’entrepôt. (Photo La Voix du Nord / archives)", True),
        ("La façade a été restaurée à l’identique. Photo B. V.", True),
        ("La façade a été restaurée. Photo Jeanne Martin", True),
        ("La photo a été prise à Rabat", False),
        ("Il vend sa photo. Photos et dessins partiront aussi", False),
    ],
)
def test_the_credit_at_the_end_of_a_caption(line: str, credit: bool) -> None:
    assert is_credit(line) == credit


TITLE = "Le port vote deux ans de travaux pour ses quais"
BODY = (
    "Le conseil du port a voté mardi soir le budget des quais, qui prévoit deux ans de travaux.",
    "Les dockers du quai nord seront reclassés avant l’été, a promis la directrice du port.",
    "Le maire juge le budget trop cher et demande que les travaux commencent après la saison.",
)


@pytest.mark.parametrize(
    ("head", "foot", "source"),
    [
        ("INFO24", ["INFO24 vous accompagne partout", "À la une d’INFO24"], "INFO24"),
        ("RADIO FLEUVE", ["L’équipe de Radio Fleuve", "Radio Fleuve, la radio qui vous parle"], "Radio Fleuve"),
        ("le p’tit canard", ["le p’tit canard, le journal qui ne se tait pas"], "le p’tit canard"),
        ("Mer Info", ["© 2020 Mer Info – Une publication du groupe Ancre"], "Mer Info"),
        ("Élections municipales", ["Élections municipales", "Météo"], None),
        ("Guerre en Ukraine", ["Guerre en Ukraine : nos articles"], None),
    ],
)  # fmt: skip
def test_an_outlet_that_names_itself_is_the_source(
    head: str, foot: list[str], source: str | None
) -> None:
    lines = [
        "Menu", head, "Politique", "Sports", "Culture", TITLE, "Par Luc Amiel",
        "Publié le 3 juin 2022", *BODY, "Partager", "Mentions légales", *foot,
    ]  # fmt: skip
    (article,) = read("\n".join(lines).encode(), relative="page.txt")
    assert isinstance(article, Article)
    assert (article.title, article.source) == (TITLE, source)


def test_a_line_of_names_of_which_the_article_speaks_is_no_signature() -> None:
    told = "Moussa Adoum, chef du parti, a quitté mardi la prison de Koro après huit mois de détention."
    lines = [TITLE, "Publié le 3 juin 2022", told, *BODY, "Tchadou Moussa Adoum Idriss Kelly", "Partager"]  # fmt: skip
    (article,) = read("\n".join(lines).encode(), relative="page.txt")
    assert isinstance(article, Article)
    assert article.author is None
    assert "Idriss Kelly" not in article.text


def test_a_last_paragraph_with_a_label_behind_it_is_no_line_of_names() -> None:
    told = "Moussa Adoum, chef du parti, a quitté mardi la prison de Koro après huit mois de détention."
    film = "VIDÉO. Le port de Brize attend ses grues"
    last = "Ils ne se sont pas encore parlé depuis ce jour, a dit Moussa Adoum."
    lines = [TITLE, "Publié le 3 juin 2022", told, *BODY, film, f"{last} Imprimer", "Partager"]
    (article,) = read("\n".join(lines).encode(), relative="page.txt")
    assert isinstance(article, Article)
    assert last in article.text
    assert film not in article.text


def test_a_bare_link_between_two_paragraphs_is_set_aside_and_a_title_is_not() -> None:
    link = "Lire Le port de Brize attend ses grues"
    lines = [TITLE, "Publié le 3 juin 2022", BODY[0], link, *BODY[1:]]
    (article,) = read("\n".join(lines).encode(), relative="page.txt")
    assert isinstance(article, Article)
    assert link not in article.text
    assert article.related == ("Le port de Brize attend ses grues",)
    (other,) = read("\n".join(["Lire Proust en prison avec eux", *BODY]).encode(), relative="b.txt")
    assert isinstance(other, Article)
    assert other.title == "Lire Proust en prison avec eux"


def test_a_caption_that_stands_twice_is_no_text_and_no_title() -> None:
    caption = "La gare du quai nord, le 9 mars 2023"
    for credit in (
        " LOU FERRANDIER POUR « LE CARREFOUR »",
        " © La Gazette",
        " JEANNE MARTIN / AFP",
        " (Photo La Gazette)",
    ):
        lines = [
            "Menu",
            TITLE,
            "Par Luc Amiel",
            "Publié le 3 juin 2022",
            caption,
            caption + credit,
            *BODY,
        ]
        (article,) = read("\n".join(lines).encode(), relative="page.txt")
        assert isinstance(article, Article)
        assert article.title == TITLE
        assert [span.of(article.text) for span in article.paragraphs] == list(BODY), credit


def test_a_title_that_stands_twice_stays_the_title() -> None:
    lines = [TITLE, f"{TITLE} - La Gazette du Port", "Publié le 3 juin 2022", *BODY]
    (article,) = read("\n".join(lines).encode(), relative="page.txt")
    assert isinstance(article, Article)
    assert article.title == TITLE


def test_a_pull_quote_is_a_repeat_and_a_quotation_of_its_own_is_not() -> None:
    told = "L’ouvrier, lui, vit dans l’usine. Personne ne lui demande s’il entend encore le bruit."
    pulled = "« L’ouvrier vit dans l’usine. Personne ne lui demande s’il entend encore. »"
    own = "« Nous partirons demain avec nos familles et nos bateaux, c’est décidé. »"
    lines = [TITLE, "Publié le 3 juin 2022", BODY[0], told, pulled, own, *BODY[1:], BODY[0][:-1] + " !"]  # fmt: skip
    (article,) = read("\n".join(lines).encode(), relative="page.txt")
    assert isinstance(article, Article)
    assert pulled not in article.text
    assert own in article.text


def test_a_question_below_a_bare_link_stays_in_the_interview() -> None:
    asked = [
        "Depuis quand se plaint-on du bruit ?",
        "Le silence serait donc une invention ?",
        "Que faudrait-il faire ?",
    ]
    lines = [
        TITLE, "Publié le 3 juin 2022", asked[0], BODY[0], asked[1], BODY[1], "À lire aussi",
        "Enquête Les nouveaux marchands de silence", "Les quais rouvrent avant la saison d’été",
        asked[2], BODY[2], "Partager",
    ]  # fmt: skip
    (article,) = read("\n".join(lines).encode(), relative="page.txt")
    assert isinstance(article, Article)
    assert all(question in article.text for question in asked)


@pytest.mark.parametrize(
    "dated",
    [
        ("Posté par Delvaux Guy, lundi 12 septembre 2022, 9:14", "La Une du 12 septembre 2022"),
        ("Signalé par Momo, le 12 septembre 2022", "Édition du 13 septembre 2022"),
    ],
)
def test_dates_of_comments_and_editions_cut_no_page_in_two(dated: tuple[str, str]) -> None:
    lines = [
        "Menu", TITLE, "Par Luc Amiel", *BODY, "2 commentaires", dated[0], "Courage au port !",
        "Répondre", dated[1], "Lire le journal", "Mentions légales",
    ]  # fmt: skip
    (article,) = read("\n".join(lines).encode(), relative="page.txt")
    assert isinstance(article, Article)
    assert article.title == TITLE and BODY[0] in article.text


def test_what_stands_before_the_first_article_of_a_review_is_not_lost() -> None:
    review = []
    for day, body in ((17, BODY[1]), (18, BODY[2])):
        review += ["", f"La Gazette du Port, {day} janvier 2023", f"Le quai rouvre {day}", body]
    lines = [TITLE, BODY[0], BODY[1] + " Le reste suivra.", *review]
    found = list(read("\n".join(lines).encode(), relative="revue.txt"))
    articles = [one for one in found if isinstance(one, Article)]
    assert len(articles) == 3
    assert BODY[0] in articles[0].text


def test_a_paper_whose_name_begins_with_journal_heads_its_articles() -> None:
    lines = []
    for name, body in (("Journal de Mâcon", BODY[0]), ("Journal de Genève", BODY[1])):
        lines += [f"{name}, 17 janvier 2023", f"Ce que dit le {name}", body, BODY[2], ""]
    found = list(read("\n".join(lines).encode(), relative="revue.txt"))
    assert [one.source for one in found if isinstance(one, Article)] == [
        "Journal de Mâcon",
        "Journal de Genève",
    ]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Voir dans le navigateur", True),
        ("Afficher ce message dans votre navigateur", True),
        ("Lire la lettre depuis un navigateur", True),
        ("Problème d’affichage ? Cliquez ici", True),
        ("View this email in your browser", True),
        ("Voir un port depuis le pont d’un navigateur breton", False),
        ("Le navigateur a vu la côte", False),
    ],
)
def test_the_head_of_a_letter_is_no_text(line: str, told: bool) -> None:
    assert (reason_of(plain(line), words=len(line.split())) is not None) == told
