"""Copied pages of all sorts of outlets: what is lost and left of them, and lines weighed by their signs."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
import yaml

from benchmarks.line_weights import page_of
from benchmarks.pages_away import judge
from benchmarks.pages_away import page_of as article_of_page
from index.corpus.cleaning import line_judge
from index.corpus.cleaning.extent import find_extent
from index.corpus.cleaning.line_judge import explained, probability_of, weights
from index.corpus.cleaning.line_signs import frame_of, signs_of
from index.corpus.cleaning.reasons import Reason
from index.corpus.file_reading import read
from index.export.documents import article_document
from index.interface.accounts import kept_whole
from index.interface.texts import texts_for
from index.model.article import Article
from tui.aside import asides_by_place, place_in_words

FOLDER = Path(__file__).parent / "data" / "pages_away"
TEXT = (
    "Le conseil du port a voté mardi son budget, qui prévoit de réparer la digue et le phare.",
    "« Nous n’avons pas le choix », a dit la maire, qui espère une aide de la région au printemps.",
    "Les travaux dureront huit mois, selon l’entreprise qui a été retenue au début de l’année.",
    "Le port restera ouvert aux bateaux de pêche, a promis la capitainerie dans un communiqué.",
)
ABOVE = ("La Tribune du Lac", "Accueil", "Se connecter", "Le port réparera sa digue et son phare")
FOREIGN = (
    "La neige est tombée toute la nuit sur les crêtes du Jura, où trois routes restent fermées à midi.",
    "Deux randonneurs ont été retrouvés sains et saufs dans un refuge, selon la gendarmerie de montagne.",
)
BELOW = ("Partager", "Copier le lien", "Mentions légales", "© La Tribune du Lac")


def test_pages_keep_their_text_and_lose_their_noise() -> None:
    key = yaml.safe_load((FOLDER / "key.yaml").read_text("utf-8"))
    total: Counter[str] = Counter()
    for name, gold in key.items():
        total += judge(article_of_page(FOLDER / f"{name}.txt"), gold).counts
    assert total["pages"] == 180
    assert total["lost"] <= 3
    assert total["foreign"] <= 62
    assert total["title right"] >= 178
    assert (total["source right"], total["source wrong"]) >= (174, 0)
    assert total["source wrong"] == 0
    assert (total["author right"], total["author wrong"]) == (157, 1)
    assert total["published right"] == 173


@pytest.mark.parametrize(
    "line",
    [
        "Découvrir tous nos contenus",
        "Le jeu concours du mois réservé à nos lecteurs",
        "Voir les résultats complets sur le site",
    ],
)
def test_a_line_that_no_rule_knows_goes_by_its_signs(line: str) -> None:
    page = page_of([*ABOVE, *TEXT, "Partager", line, *BELOW], weighed=True)
    assert page.reasons[[one.text for one in page.lines].index(line)] is not None


@pytest.mark.parametrize(
    "lines",
    [
        (*TEXT[:2], "Une question de pente", *TEXT[2:]),
        ("Une digue, trois maires et un phare qui attend", *TEXT),
        (*TEXT, "Il rouvrira samedi."),
        (*TEXT[:3], "Et après ?", "On verra.", TEXT[3]),
        (*TEXT, "Contactée, la capitainerie a refusé tout commentaire. Mots-clés :"),
    ],
)
def test_the_article_s_own_short_lines_stay(lines: tuple[str, ...]) -> None:
    page = page_of([*ABOVE, *lines, *BELOW], weighed=True)
    told = [line.text for at, line in enumerate(page.lines) if page.is_open(at)]
    assert [line for line in lines if line not in told] == []


def test_a_page_without_noise_is_not_weighed() -> None:
    page = page_of([ABOVE[-1], *TEXT, "Découvrir tous nos contenus"], weighed=True)
    assert Reason.UNLIKE not in page.reasons


def test_more_than_a_tenth_of_the_prose_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(line_judge, "probability_of", lambda signs: 1.0)
    foot = [
        "Un autre article parle ici longuement de la neige tombée sur les cols du Jura suisse."
    ] * 2
    page = page_of([*ABOVE, *TEXT, *BELOW, foot[0], foot[1][:-1] + " !"], weighed=True)
    assert all(page.reasons[at] is not Reason.UNLIKE for at in page.prose())


def test_a_weighed_line_is_explained() -> None:
    page = page_of([*ABOVE, *TEXT, "Partager", "Découvrir tous nos contenus", *BELOW])
    extent = find_extent(page)
    assert extent is not None
    at = [line.text for line in page.lines].index("Découvrir tous nos contenus")
    signs = signs_of(page, at, frame_of(page, extent))
    assert probability_of(signs) >= line_judge._SURE
    told = explained(signs)
    assert "words of the trade" in dict(told)
    assert [weight for _, weight in told] == sorted((w for _, w in told), reverse=True)


def test_a_weighed_line_says_why_in_the_room_and_on_the_command_line() -> None:
    line = "Voir les résultats complets sur le site"
    page = "\n\n".join([*ABOVE, *TEXT[:2], line, *TEXT[2:], "Partager", *BELOW])
    (article,) = read(page.encode(), relative="a.txt")
    assert isinstance(article, Article)
    (aside,) = [
        one
        for one, text in zip(article.set_aside, article.set_aside_texts, strict=True)
        if text == line
    ]
    assert (aside.reason, aside.signs[0]) == (Reason.UNLIKE.value, "words of the trade")
    (shown,) = [a for placed in asides_by_place(article).values() for a in placed if a.text == line]
    told = place_in_words(texts_for("fr"), shown, above=False)
    assert told.startswith("ne ressemble pas à l’article (des mots de site, ")
    document = article_document(article)
    assert [list(aside.signs)] == [one["signs"] for one in document["set_aside"] if "signs" in one]


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_sign_that_may_be_named_is_in_the_catalogues(language: str) -> None:
    known = dict(texts_for(language).pairs())
    assert [
        name
        for name, weight in weights().items()
        if weight > 0 and name != "start" and name not in known
    ] == []


def test_the_weights_are_those_that_were_fitted() -> None:
    known = weights()
    assert len(known) > 40
    # More of the article speaks against noise, words of sites for it.
    assert known["known words"] < -1 < 1 < known["words of the trade"]
    assert known["ends a sentence"] < 0 < known["noise since the text"]
    assert (line_judge._SURE, line_judge._SURE_INSIDE, line_judge._NOISY) == (0.95, 0.98, 4)


@pytest.mark.parametrize("clocks", [("19:48", "18:30", "17:05"), ("7:12", "12:10", "18:30")])
def test_times_of_a_live_blog_stay_with_their_entries(clocks: tuple[str, ...]) -> None:
    lines = [one for pair in zip(clocks, TEXT, strict=False) for one in pair]
    page = page_of([*ABOVE, *lines, *BELOW])
    told = [line.text for at, line in enumerate(page.lines) if page.is_open(at)]
    assert told == lines


def test_the_length_of_a_sound_is_no_entry() -> None:
    page = page_of([*ABOVE, "00:00", "02:41", *TEXT, *BELOW])
    assert [line.text for at, line in enumerate(page.lines) if page.is_open(at)] == list(TEXT)


def test_the_first_paragraph_has_a_heading_where_others_have_one() -> None:
    lines = [
        one for pair in zip(("Estavayer", "Payerne", "Moudon"), TEXT, strict=False) for one in pair
    ]
    page = page_of([*ABOVE, "Publié le 3 mars 2024", *lines, *BELOW])
    assert [line.text for at, line in enumerate(page.lines) if page.is_open(at)] == lines


def test_a_page_that_is_kept_whole_says_so() -> None:
    menu = ["Facebook", "Contact", "Publicité", "Menu", "Tout voir", "Newsletter", "Archives"]
    text = "\n\n".join([*ABOVE, *TEXT, *BELOW, *menu, *FOREIGN])
    (article,) = read(text.encode(), relative="a.txt")
    assert isinstance(article, Article)
    paragraphs = [span.of(article.text) for span in article.paragraphs]
    assert [line for line in FOREIGN if line not in paragraphs] == []
    assert article.kept_whole == len(FOREIGN)
    assert "2 paragraphs" in kept_whole(texts_for("en"), article)
    assert "2 paragraphes" in kept_whole(texts_for("fr"), article)


def test_a_page_of_which_little_goes_says_nothing() -> None:
    (article,) = read("\n\n".join([*ABOVE, *TEXT, *BELOW]).encode(), relative="a.txt")
    assert isinstance(article, Article)
    assert article.kept_whole == 0
    assert kept_whole(texts_for("fr"), article) == ""
