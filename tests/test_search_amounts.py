"""An amount, an hour, an ordinal, however it is written: a text on the left, the query on the right."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from index.french.amounts import amount_at
from index.french.numerals import words_value
from index.model.found import SearchRequest
from index.query.parser import parse
from index.search.index_folder import write_index
from index.search.searcher import Searcher
from tests.builders import make_article

AMOUNTS = [
    ("Rendez-vous à 16h30 place du marché", "16 h 30"),
    ("Rendez-vous à 16h30 place du marché", "16:30"),
    ("Rendez-vous à 16 h 30 place", "16h30"),
    ("Rendez-vous à 16 h 30 place", "16:30"),
    ("Rendez-vous à 16 heures 30 place", "16h30"),
    ("Rendez-vous à 16 heures 30 place", "16 h 30"),
    ("Rendez-vous à 16:30 place", "16h30"),
    ("Rendez-vous à 16:30 place", "16 heures 30"),
    ("Rendez-vous à 16 H 30 place", "16h30"),
    ("Rendez-vous à 16H30 place", "16:30"),
    ("Rendez-vous à 16h30 place", "16 heures 30"),
    ("Rendez-vous à 16:30 place", "16 h 30"),
    ("Le TGV de 16h30 part", "TGV 16 h 30"),
    ("Le TGV de 16:30 part", "TGV 16h30"),
    ("Le TGV de 16 h 30 part", "TGV 16:30"),
    ("Le match de l'OM à 21 heures", "OM 21 h"),
    ("Le SMIC monte de 2 %", "SMIC 2 %"),
    ("Le PIB a gagné 3 % hier", "PIB 3 %"),
    ("Le RSA vaut 500 euros", "RSA 500 €"),
    ("La TVA à 20 % reste", "TVA 20 %"),
    ("Le PS de 2012 a changé", "PS 2012"),
    ("Les JO de Paris en 2024", "JO 2024"),
    ("Rendez-vous à neuf heures", "9 heures"),
    ("Rendez-vous à 9 h", "9 heures"),
    ("Rendez-vous à 9h", "9 heures"),
    ("Rendez-vous à 9 heures", "neuf heures"),
    ("Rendez-vous à 9 heures", "9 h"),
    ("Rendez-vous à neuf heures", "9h"),
    ("Il est vingt-deux heures", "22 h"),
    ("Il est vingt et une heures", "21 heures"),
    ("Il est 21 heures", "vingt et une heures"),
    ("Il est dix-sept heures", "17h"),
    ("À dix-sept heures trente", "17h30"),
    ("À 17h30 précises", "dix-sept heures trente"),
    ("À huit heures et demie", "8h30"),
    ("À 8 h 30", "huit heures et demie"),
    ("À huit heures et quart", "8h15"),
    ("À neuf heures moins le quart", "8h45"),
    ("Dès 07h00 du matin", "7 h"),
    ("Dès 07h30 du matin", "7h30"),
    ("Dès 7h30 du matin", "07:30"),
    ("Dès 7h05 du matin", "7 h 05"),
    ("À 20h00 ce soir", "20 heures"),
    ("À 20 heures ce soir", "20h00"),
    ("À 20:00 ce soir", "20 h"),
    ("Il a dormi deux ans", "2 ans"),
    ("Il a dormi 2 ans", "deux ans"),
    ("Trois jours de deuil", "3 jours"),
    ("Au bout de 3 jours", "trois jours"),
    ("Six mois de prison", "6 mois"),
    ("Condamné à 6 mois", "six mois"),
    ("Dix-huit mois de prison", "18 mois"),
    ("Condamné à 18 mois", "dix-huit mois"),
    ("Dix kilomètres à pied", "10 km"),
    ("Dix kilomètres à pied", "10km"),
    ("10 kilomètres à pied", "10 km"),
    ("10 km à pied", "dix kilomètres"),
    ("10km à pied", "10 kilomètres"),
    ("Deux kilos de cocaïne", "2 kg"),
    ("Deux kilogrammes de cocaïne", "2 kg"),
    ("2 kg de cocaïne", "deux kilos"),
    ("2kg de cocaïne", "2 kilos"),
    ("Cinquante euros d'amende", "50 €"),
    ("50 € d'amende", "cinquante euros"),
    ("50€ d'amende", "50 euros"),
    ("Une amende de 50 euros", "50€"),
    ("Trente minutes d'attente", "30 min"),
    ("30 min d'attente", "trente minutes"),
    ("30 minutes d'attente", "30 min"),
    ("30min d'attente", "30 minutes"),
    ("Dix pour cent des voix", "10 %"),
    ("10 % des voix", "dix pour cent"),
    ("10% des voix", "10 pour cent"),
    ("10 pour cent des voix", "10%"),
    ("Cinq hectares brûlés", "5 ha"),
    ("5 ha brûlés", "cinq hectares"),
    ("Cent mètres plus loin", "100 m"),
    ("À 100 mètres", "100m"),
    ("Douze tonnes de blé", "12 tonnes"),
    ("12 t de blé", "12 tonnes"),
    ("Cinq litres d'eau", "5 l"),
    ("Cinq litres d'eau", "5 litres"),
    ("Le troisième régiment", "3e régiment"),
    ("Le 3e régiment", "troisième régiment"),
    ("Le 2e tour", "deuxième tour"),
    ("Le deuxième tour", "2ème tour"),
    ("Le premier tour", "1er tour"),
    ("Le 1er tour", "premier tour"),
    ("La première dame", "1re dame"),
    ("La 1ère dame", "première dame"),
    ("Le vingtième siècle", "20e siècle"),
    ("Le XXe siècle", "20e siècle"),
    ("Le 20e siècle", "XXe siècle"),
    ("Le dixième anniversaire", "10e anniversaire"),
    ("Le 10e anniversaire", "dixième anniversaire"),
    ("La cinquième République", "Ve République"),
    ("La Ve République", "5e République"),
    ("Le 16e arrondissement", "seizième arrondissement"),
    ("Le seizième arrondissement", "16ème arrondissement"),
    ("Les 24 heures du Mans", "24h du Mans"),
    ("Les 24h du Mans", "24 Heures du Mans"),
    ("Le journal de 20 heures", "journal 20h"),
    ("Le JT de 20h", "JT 20 heures"),
    ("Le G7 se réunit à 9 h", "G7 9h"),
    ("Le vol A 380 de 9 h", "A 380"),
    ("Le F 16 décolle", "F-16"),
    ("Le F-16 décolle à 7 h", "F 16 7h"),
    ("1 h 30 de retard", "1h30"),
    ("Une heure trente de retard", "1h30"),
    ("Une heure de retard", "1 h"),
    ("1 heure de retard", "une heure"),
    ("Une heure et demie de retard", "1h30"),
    ("Il a deux enfants", "deux enfants"),
    ("Les 2 enfants", "2 enfants"),
    ("Vingt-cinq degrés à l'ombre", "25 degrés"),
    ("130 km/h sur route", "130 km/h"),
    ("130 kilomètres-heure", "130 km/h"),
    ("À 80 km/h", "80km/h"),
    ("5 millions d'euros", "cinq millions d'euros"),
    ("Cinq millions d'euros", "5 millions d'euros"),
    ("2 milliards d'euros", "deux milliards"),
    ("Deux milliards d'euros", "2 milliards"),
    ("40 ans après", "quarante ans"),
    ("Quarante ans après", "40 ans"),
    ("Quatre-vingt-dix ans de vie", "90 ans"),
    ("90 ans de vie", "quatre-vingt-dix ans"),
    ("Deux semaines de congé", "2 semaines"),
    ("2 semaines de congé", "deux semaines"),
    ("Midi et demi sonne", "12h30"),
    ("Le 1er mai", "premier mai"),
    ("Le premier mai", "1er mai"),
]
NO_AMOUNTS = [
    ("Le journal de 20 heures", "JT 20h"),
    ("Des dizaines d'années et 16 personnes, 30 autres", "16:30"),
    ("Les 16 et 30 mars", "16h30"),
    ("Neuf personnes et deux heures", "9 heures"),
    ("Un neuf, des heures", "9h"),
    ("Le score de 3:1", "3h01"),
    ("Deux et trois ans", "2 ans"),
    ("Il a 16 ans, 30 de plus", "16 h 30"),
    ("Le TGV roule le 16 à toute heure", "TGV 16 h"),
    ("Il a deux chiens", "2 ans"),
]


@pytest.fixture(scope="module")
def searcher(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Searcher]:
    folder = tmp_path_factory.mktemp("amounts")
    texts = [text for text, _ in (*AMOUNTS, *NO_AMOUNTS)]
    articles = [make_article(f"{number:03}", text) for number, text in enumerate(texts)]
    write_index(folder, articles, names=str)
    by_id = {article.id: article for article in articles}
    searcher = Searcher(folder, read=lambda ids: [by_id[i] for i in ids], name_of=str)
    yield searcher
    searcher.close()


def found(searcher: Searcher, query: str) -> set[str]:
    page = searcher.search(SearchRequest(query, limit=0, facets=False, finished=True))
    return {str(hit.id) for hit in page.hits}


@pytest.mark.parametrize("number", range(len(AMOUNTS)), ids=[f"{t}|{q}" for t, q in AMOUNTS])
def test_an_amount_is_found_and_marked_however_it_is_written(
    searcher: Searcher, number: int
) -> None:
    text, query = AMOUNTS[number]
    assert f"{number:03}" in found(searcher, query)
    assert searcher.matches(query, make_article("marked", text))


@pytest.mark.parametrize("number", range(len(NO_AMOUNTS)), ids=[f"{t}|{q}" for t, q in NO_AMOUNTS])
def test_figures_that_only_look_alike_are_not_found(searcher: Searcher, number: int) -> None:
    _, query = NO_AMOUNTS[number]
    assert f"{len(AMOUNTS) + number:03}" not in found(searcher, query)


@pytest.mark.parametrize("query", [query for _, query in AMOUNTS])
def test_an_amount_survives_its_written_form(query: str) -> None:
    assert parse(str(parse(query))) == parse(query)


@pytest.mark.parametrize(
    ("query", "understood"),
    [
        ("TGV 16 h 30", "tgv ET 16h30"),
        ("TVA 20 %", "tva ET «\u00a020 %\u00a0»"),
        ("PS 2012", "ps ET 2012"),
        ("A 380", "a380"),
        ("F 16 7 h", "f16 ET 7h"),
        ("source:20 minutes", "source:20 ET minutes"),
        ("titre:neuf heures", "titre:9h"),
        ("un jour", "un ET jour"),
        ("une heure", "1h"),
        ("16 h 75", "16h ET 75"),
        ("(9 heures) grève", "9h ET grève"),
        ("« 9 heures »", "«\u00a09 heures\u00a0»"),
        ("grève PRES/5 9 heures", "grève PRES/5 9h"),
        ("9 heures, 30 personnes", "9h ET (30 ET personnes OU «\u00a0trente personnes\u00a0»)"),
    ],
)
def test_what_stands_with_spaces_is_told(query: str, understood: str) -> None:
    assert str(parse(query)) == understood


@pytest.mark.parametrize("number", range(1, 101))
def test_a_number_in_words_is_read_as_it_is_written(number: int) -> None:
    found = amount_at((str(number), "kilos"), 0)
    assert found is not None
    spelt = [way[:-1] for way in found[0].ways() if not way[0][0].isdigit()]
    assert spelt
    assert {words_value(" ".join(words)) for words in spelt} == {number}
