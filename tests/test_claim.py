"""A pasted claim: who says it, denies it, gives another value, and who said it first."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from builders import make_article

from index.cli.main import run
from index.compare import claim_burst as burst_module
from index.compare import first_sayer as first_module
from index.compare.claim import ENOUGH, ClaimRelation, passages
from index.compare.claim_counts import counted
from index.compare.claim_words import read_claim, words_of
from index.compare.first_sayer import SAYS_ENOUGH, SURE, first_sayer
from index.french.families import representative
from index.model.article import Basis, DateValue

CLAIM = "Le préfet a fermé le pont de Valombre aux camions de plus de 3,5 tonnes"


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        (
            "Le pont de Valombre a été fermé par le préfet aux camions de plus de 3,5 tonnes.",
            ClaimRelation.SAYS,
        ),
        (
            "Aux camions de plus de 3,5 tonnes, le préfet ferme le pont de Valombre.",
            ClaimRelation.SAYS,
        ),
        ("Le préfet dément avoir fermé le pont de Valombre aux camions.", ClaimRelation.DENIES),
        ("Le préfet n'a pas fermé le pont de Valombre aux camions.", ClaimRelation.DENIES),
        (
            "Le préfet a fermé le pont de Valombre aux camions de plus de 7,5 tonnes.",
            ClaimRelation.DIFFERS,
        ),
        (
            "La fermeture, sans précédent, du pont de Valombre aux camions : le préfet a fermé ce pont.",
            ClaimRelation.SAYS,
        ),
    ],
)
def test_what_a_passage_does_with_a_claim(text: str, relation: ClaimRelation) -> None:
    claim = read_claim(CLAIM, articles=100, holding=lambda _: 2)
    (said,) = passages(claim, [make_article("a", text)])
    assert said.relation is relation


def test_what_speaks_of_something_else_is_no_passage() -> None:
    claim = read_claim(CLAIM, articles=100, holding=lambda _: 2)
    assert (
        passages(claim, [make_article("a", "Le préfet a reçu les maires du canton lundi matin.")])
        == []
    )


def test_function_words_are_not_looked_for() -> None:
    assert words_of("Il a dit que le pont n'est pas là") == ["pont"]


def test_claims_on_the_command_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    for name in ("XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / name))
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    texts = {
        "tard": (
            "2024-03-05",
            "Le préfet a fermé le pont de Valombre aux camions de plus de 3,5 tonnes.",
        ),
        "tot": (
            "2024-03-02",
            "Le pont de Valombre est fermé par le préfet aux camions de plus de 3,5 tonnes.",
        ),
        "non": ("2024-03-06", "Le préfet dément avoir fermé le pont de Valombre aux camions."),
        "autre": ("2024-03-01", "Le marché de Lissac accueille trente exposants ce dimanche."),
    }
    for name, (day, text) in texts.items():
        (corpus / f"{name}.md").write_text(
            f"---\ntitle: Article {name}\ndate: {day}\n---\n\n{text}\n", encoding="utf-8"
        )
    assert run(["search", "--claim", CLAIM, "--json", "--quiet", "--corpus", str(corpus)]) == 0
    document = json.loads(capfd.readouterr().out)
    assert document["first"]["id"] == "tot"
    assert {one["id"]: one["relation"] for one in document["says"]} == {
        "tard": "says",
        "tot": "says",
        "non": "denies",
    }
    limited = ["--limit", "1", "--json", "--quiet", "--corpus", str(corpus)]
    assert run(["search", "--claim", CLAIM, *limited]) == 0
    document = json.loads(capfd.readouterr().out)
    assert document["first"]["id"] == "tot"
    assert 1 <= len(document["says"]) <= 2, "the first source's passage is told besides"
    assert run(["search", "--claim", "il a", "--corpus", str(corpus), "--lang", "en"]) == 2


def _first(*articles: tuple[str, str, str]) -> str | None:
    claim = read_claim(CLAIM, articles=100, holding=lambda _: 2)
    made = {
        id: replace(make_article(id, text), published=DateValue(day, day, day, Basis.STATED))
        for id, day, text in articles
    }
    by_id = {article.id: article for article in made.values()}
    first = first_sayer(passages(claim, by_id.values()), by_id)
    return None if first is None else str(first.id)


SAYS = "Le préfet a fermé lundi le pont de Valombre aux camions de plus de 3,5 tonnes."


def test_an_article_that_shares_words_does_not_say_it_first() -> None:
    before = "Le préfet inaugure le pont de Valombre, ouvert aux camions de 3,5 tonnes."
    assert _first(("old", "2019-01-01", before), ("new", "2024-03-02", SAYS)) == "new"
    assert _first(("eve", "2024-03-01", SAYS), ("new", "2024-03-02", SAYS)) == "eve"


def test_nobody_says_it_first_where_nobody_has_its_figure() -> None:
    without = "Le préfet a fermé le pont de Valombre aux camions de plusieurs tonnes."
    assert _first(("old", "2024-03-01", without)) is None
    assert _first(("old", "2024-03-01", without), ("new", "2024-03-02", SAYS)) == "new"


def test_a_figure_may_be_spelt_out() -> None:
    claim = read_claim("La crue touche 17 communes du Val", articles=100, holding=lambda _: 2)
    (said,) = passages(claim, [make_article("a", "La crue touche dix-sept communes du Val.")])
    assert (said.relation, said.whole) == (ClaimRelation.SAYS, True)
    (said,) = passages(claim, [make_article("a", "La crue touche 12 communes du Val.")])
    assert (said.relation, said.whole) == (ClaimRelation.DIFFERS, False)


def test_a_figure_of_the_claim_may_be_spelt_out() -> None:
    claim = read_claim("Dix-sept communes du Val inondées", articles=100, holding=lambda _: 2)
    (said,) = passages(claim, [make_article("a", "Au Val, 17 communes sont inondées.")])
    assert (said.relation, said.whole, said.score) == (ClaimRelation.SAYS, True, 1.0)
    (said,) = passages(claim, [make_article("a", "Au Val, 12 communes sont inondées.")])
    assert (said.relation, said.whole) == (ClaimRelation.DIFFERS, False)


def test_a_small_figure_that_is_spelt_out_need_not_be_told() -> None:
    claim = read_claim("Deux hommes ont volé le bateau", articles=100, holding=lambda _: 2)
    (said,) = passages(claim, [make_article("a", "Le bateau a été volé par les hommes.")])
    assert said.whole and 0.5 < said.score < 1


def test_the_title_may_give_the_figure() -> None:
    text = "Le préfet a fermé le pont de Valombre aux camions."
    without, titled = (
        make_article("a", text, title=title) for title in ("Un pont fermé", "La limite: 3,5 tonnes")
    )
    claim = read_claim(CLAIM, articles=100, holding=lambda _: 2)
    assert [said.whole for said in passages(claim, [without])] == [False]
    assert [said.whole for said in passages(claim, [titled])] == [True]


@pytest.mark.parametrize(
    ("claim", "text"),
    [
        ("Les syndicats ont paraphé l'accord", "L'accord a été signé par les syndicats."),
        ("Un magistrat a libéré le pêcheur", "Le juge a remis en liberté le pêcheur."),
        ("Le suspect du port est innocenté", "Au port, le suspect est mis hors de cause."),
    ],
)
def test_other_words_of_the_same_meaning_say_it_too(claim: str, text: str) -> None:
    asked = read_claim(claim, articles=100, holding=lambda _: 2)
    (said,) = passages(asked, [make_article("a", text)])
    assert said.relation is ClaimRelation.SAYS
    assert 0.5 < said.score < 1


def test_a_name_has_no_other_words() -> None:
    claim = read_claim("La femme de Juge a crié", articles=100, holding=lambda _: 2)
    assert not claim.meanings.get(representative("juge"))


def test_a_negation_without_its_first_word_denies() -> None:
    claim = read_claim("La loi a été promulguée lundi", articles=100, holding=lambda _: 2)
    for text in ("Loi pas promulguée lundi", "Loi pas encore promulguée lundi"):
        (said,) = passages(claim, [make_article("a", text)])
        assert said.relation is ClaimRelation.DENIES, text
    (said,) = passages(claim, [make_article("a", "La loi, pas le décret, est promulguée lundi.")])
    assert said.relation is ClaimRelation.SAYS


def test_a_look_back_is_not_the_first() -> None:
    back = (
        "Le 2 mars 2024, le préfet a fermé le pont de Valombre aux camions de plus de 3,5 tonnes."
    )
    news = "Un pont, celui de Valombre, est fermé aux camions de plus de 3,5 tonnes."
    assert _first(("back", "2024-12-31", back), ("news", "2024-03-03", news)) == "news"
    undated = back.removeprefix("Le 2 mars 2024, ")
    assert _first(("back", "2024-12-31", undated), ("news", "2024-03-03", news)) == "back"


def test_the_first_is_the_one_that_was_followed_not_the_nearest_of_later_ones() -> None:
    news = "Fermé lundi par le préfet aux camions de 3,5 tonnes, le pont de Valombre inquiète."
    follow = f"{SAYS} Le canton de Lissac proteste."
    assert (
        _first(
            ("news", "2024-03-02", news),
            ("next", "2024-03-03", follow),
            ("after", "2024-03-04", follow),
            ("year", "2025-02-10", SAYS),
        )
        == "news"
    )


@pytest.mark.parametrize(
    ("claim", "text"),
    [
        ("Tabassé à Lissac, Orlac n'a pas survécu", "Orlac est mort, roué de coups à Lissac."),
        ("Berlin accueille le chanteur Orlac", "Le gouvernement allemand reçoit Orlac."),
        ("Orlac a été appréhendé à Lissac", "Orlac a été interpellé à Lissac."),
    ],
)
def test_looser_words_say_it_too(claim: str, text: str) -> None:
    asked = read_claim(claim, articles=100, holding=lambda _: 2)
    (said,) = passages(asked, [make_article("a", text)])
    assert said.score > 0.6


def test_a_name_has_other_words_only_where_it_is_a_place() -> None:
    claim = read_claim("La tour de Patron et de Berlin", articles=100, holding=lambda _: 2)
    assert claim.others.keys() == {representative("berlin")}


@pytest.mark.parametrize(
    "claim",
    [
        "Les vignerons ne veulent pas d'un ancien ministre à Lissac",
        "Aucun des douze passagers du car de Lissac n'a survécu",
    ],
)
def test_who_is_denied_something_is_not_lacking(claim: str) -> None:
    assert not read_claim(claim, articles=100, holding=lambda _: 2).lacked


def test_nobody_says_it_first_where_nobody_says_enough() -> None:
    assert _first(("a", "2024-03-01", "Des camions de 3,5 tonnes passent.")) is None


def test_the_bounds_were_measured() -> None:
    """By `benchmarks.claims --reworded`, on the halves that are read."""
    assert (ENOUGH, SURE, SAYS_ENOUGH) == (0.34, 12.0, 5.5)
    assert (first_module._AS_GOOD, burst_module.SAME_NEWS) == (0.8, 4)
    assert burst_module._EVIDENCE == (4.0, 4.0, 3.0)
    assert first_module._FIRST == (6.37, 4.80, 4.74, -0.39, 6.69, 0.96, 1.40)


def test_a_negated_claim_is_said_without_a_word_of_denial() -> None:
    claim = read_claim(
        "Ne pas porter de casque au port coûtera cent euros", articles=100, holding=lambda _: 2
    )
    (said,) = passages(
        claim, [make_article("a", "Au port, qui ne porte de casque paie cent euros.")]
    )
    assert said.relation is ClaimRelation.SAYS


def test_an_article_that_quotes_a_denial_says_it_and_denies_it() -> None:
    text = (
        "« Le préfet n'a pas fermé le pont de Valombre aux camions de plus de 3,5 tonnes », dit un voisin."
        " Le préfet a fermé le pont de Valombre aux camions de 3,5 tonnes."
    )
    claim = read_claim(CLAIM, articles=100, holding=lambda _: 2)
    found = passages(claim, [make_article("a", text)])
    assert {said.relation for said in found} == {ClaimRelation.SAYS, ClaimRelation.DENIES}


def test_what_a_sentence_negates_besides_is_no_denial() -> None:
    claim = read_claim(CLAIM, articles=100, holding=lambda _: 2)
    text = "Faute de mieux, dit-il, on ne dormira pas : le préfet a fermé le pont de Valombre aux camions de 3,5 tonnes."
    (said,) = passages(claim, [make_article("a", text)])
    assert said.relation is ClaimRelation.SAYS


def test_a_copy_that_appeared_before_is_the_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    for name in ("XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / name))
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    told = " ".join(
        f"{SAYS} Mot{n} borde la route {n} du canton voisin et mène au village." for n in range(12)
    )
    for name, day, text in (
        ("agence", "2024-03-02", told),
        ("journal", "2024-03-03", f"{told} Fin."),
    ):
        (corpus / f"{name}.md").write_text(
            f"---\ntitle: Pont {name}\ndate: {day}\nsource: {name}\n---\n\n{text}\n",
            encoding="utf-8",
        )
    assert run(["search", "--claim", CLAIM, "--json", "--quiet", "--corpus", str(corpus)]) == 0
    document = json.loads(capfd.readouterr().out)
    assert document["first"]["id"] == "agence"
    assert {one["id"] for one in document["says"]} == {"journal", "agence"}
    assert run(["search", "Valombre", "--json", "--quiet", "--corpus", str(corpus)]) == 0
    (hit,) = json.loads(capfd.readouterr().out)["hits"]
    assert (hit["id"], [copy["id"] for copy in hit["copies"]]) == ("journal", ["agence"])


def test_a_figure_in_most_articles_weighs_nothing_rather_than_less() -> None:
    held = {"2": 700, "deux": 650}
    claim = read_claim(
        "Deux hommes ont paraphé un accord", articles=1000, holding=lambda word: held.get(word, 20)
    )
    assert min(claim.weights.values()) >= 0


def test_a_step_denies_nothing() -> None:
    claim = read_claim(
        "L’Europe fait un pas historique vers la paix", articles=100, holding=lambda _: 2
    )
    assert not claim.negated


@pytest.mark.parametrize(
    ("claim", "text", "relation"),
    [
        (
            "Trois ouvriers sont blessés dans l'effondrement de la halle de Valombre",
            "L'effondrement de la halle de Valombre n'a fait aucun blessé parmi les ouvriers.",
            ClaimRelation.DENIES,
        ),
        (
            "Trois ouvriers sont blessés dans l'effondrement de la halle de Valombre",
            "Cinq ouvriers ont été blessés dans l'effondrement de la halle de Valombre.",
            ClaimRelation.DIFFERS,
        ),
        (
            "Trois ouvriers sont blessés dans l'effondrement de la halle de Valombre",
            "L'effondrement de la halle de Valombre a blessé 3 ouvriers.",
            ClaimRelation.SAYS,
        ),
        (
            "Une dizaine d'ouvriers sont blessés dans l'effondrement de la halle de Valombre",
            "Dans l'effondrement de la halle de Valombre, trente ouvriers sont blessés.",
            ClaimRelation.DIFFERS,
        ),
        (
            "L'effondrement de la halle de Valombre n'a fait aucun blessé",
            "L'effondrement de la halle de Valombre a fait cinq blessés.",
            ClaimRelation.DENIES,
        ),
        (
            "L'effondrement de la halle de Valombre n'a fait aucun blessé",
            "L'effondrement de la halle de Valombre a eu lieu sans faire de blessé.",
            ClaimRelation.SAYS,
        ),
    ],
)
def test_who_counts_otherwise_does_not_say_it(
    claim: str, text: str, relation: ClaimRelation
) -> None:
    asked = read_claim(claim, articles=100, holding=lambda _: 2)
    (said,) = passages(asked, [make_article("a", text)])
    assert said.relation is relation


def test_a_count_that_follows_goes_before_words_in_common() -> None:
    claim = "L'effondrement de la halle de Valombre fait trois blessés"
    text = (
        "Le maire a parlé des blessés de l'effondrement de la halle de Valombre."
        " Il y en a un de plus : cinq blessés, selon la mairie de Valombre."
    )
    asked = read_claim(claim, articles=100, holding=lambda _: 2)
    (said,) = passages(asked, [make_article("a", text)])
    assert said.relation is ClaimRelation.DIFFERS


def test_a_question_says_nothing() -> None:
    asked = read_claim(CLAIM, articles=100, holding=lambda _: 2)
    text = "Le préfet a-t-il fermé le pont de Valombre aux camions de plus de 3,5 tonnes ?"
    assert passages(asked, [make_article("a", text)]) == []


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("trois jeunes blessés", {"jeune": {3}, "blessé": {3}}),
        ("une dizaine de pompiers", {"pompier": {10}}),
        ("1 200 habitants, évacués", {"habitant": {1200}}),
        ("un blessé", {}),
        ("3,5 tonnes", {}),
        ("12 % des habitants", {}),
    ],
)
def test_what_a_sentence_counts(text: str, counts: dict[str, set[int]]) -> None:
    asked = {representative(word): values for word, values in counts.items()}
    assert counted(text) == asked
