"""One word, however it is written: a text on the left is found by the query on the right."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from index.corpus.cleaning.letters import plain_letters
from index.corpus.cleaning.lines import Line
from index.model.article import ArticleId
from index.model.found import SearchRequest
from index.search.index_folder import write_index
from index.search.searcher import Searcher
from tests.builders import make_article

FOUND = [
    ("Le vœu du maire", "voeux"),
    ("Les jeux ouvrent", "jeu"),
    ("Le lieu est là", "lieux"),
    ("Les neveux rient", "neveu"),
    ("Les cheveux gris", "cheveu"),
    ("Les chevaux courent", "cheval"),
    ("Les journaux paraissent", "journal"),
    ("Le pneu crevé", "pneus"),
    ("Les cieux", "ciel"),
    ("Le 3ème régiment", "3e"),
    ("Le XIXᵉ siècle", "XIXe"),
    ("Le XIXe siècle", "XIXᵉ"),
    ("La 1ère dame", "1re"),
    ("le XXIème siècle", "XXIe"),
    ("La 2nde guerre", "seconde guerre"),
    ("La 5ᵉ chambre", "5e"),
    ("Mme Durand", "madame durand"),
    ("Mᵐᵉ Durand", "mme durand"),
    ("Le Dʳ Petit", "dr petit"),
    ("St-Denis", "Saint-Denis"),
    ("La SNCF dit", "S.N.C.F."),
    ("La S.N.C.F-78 part", "78"),
    ("% marche", "marche"),
    ("La S.N.C.F-78 part", "sncf"),
    ("L'Otan dit", "OTAN"),
    ("L'U.E. dit", "UE"),
    ("Le PDG dit", "P-DG"),
    ("L’U.R.S.S. dit", "URSS"),
    ("Un S.-O.-S.", "SOS"),
    ("Un eﬀet fort", "effet"),
    ("Le gou\u00advernement agit", "gouvernement"),
    ("mi\u2060nistre agit", "ministre"),
    ("\ufeffMinistre agit", "ministre"),
    ("porte\u2011avions", "porte-avions"),
    ("porte\u2010avions", "porte-avions"),
    ("porte\u2013avions", "porte-avions"),
    ("porte\u2212avions", "porte-avions"),
    ("Guivarc'h joue", "Guivarcʼh"),
    ("lʼusine ferme", "usine"),
    ("l‛usine ferme", "usine"),
    ("l＇usine ferme", "usine"),
    ("l′usine ferme", "usine"),
    ("L'Haÿ-les-Roses", "l'hay les roses"),
    ("Kylian Mbappé", "m'bappé"),
    ("Le CO₂ monte", "CO2"),
    ("Le CO2 monte", "CO₂"),
    ("200 m² libres", "m2"),
    ("200 m2 libres", "m²"),
    ("№ 5", "n°5"),
    ("Ｆ－16 vole", "F-16"),
    ("Le Covid 19 tue", "covid-19"),
    ("un A-380", "A380"),
    ("Le vol MH17", "MH 17"),
    ("le G5 Sahel", "g5"),
    ("à 16H", "16 h"),
    ("à 16 h", "16h"),
    ("100kg", "100 kg"),
    ("50€", "50 €"),
    ("50 €", "50€"),
    ("50 €", "50 euros"),
    ("1'500 francs", "1500"),
    ("1500", "1 500"),
    ("3 000 000", "3000000"),
    ("3,5 M€", "3.5"),
    ("0800 123 456", "0800123456"),
    ("06 12 34 56 78", "0612345678"),
    ("un téléconseiller", "télé-conseiller"),
    ("l'anti-terrorisme", "antiterrorisme"),
    ("l'antiterrorisme", "anti-terrorisme"),
    ("les startups", "start-up"),
    ("la Seine-St-Denis", "seine saint denis"),
    ("Bouches du Rhône", "bouches-du-rhône"),
    ("événement majeur", "évènement"),
    ("évènement majeur", "événement"),
    ("la clé", "clef"),
    ("la clef", "clé"),
    ("l'ognon", "oignon"),
    ("le nénufar", "nénuphar"),
    ("la paye", "paie"),
    ("Le vœu du pape", "voeu"),
    ("La cœur de l'été", "coeur"),
    ("un bœuf", "bœufs"),
    ("Les œufs", "oeuf"),
    ("La 2ème édition", "2e"),
    ("Le 21ème sommet", "21e"),
    ("La 1ere ministre", "1re"),
    ("Le XVIIIème siècle", "XVIIIe"),
    ("Le XIXe siècle", "XIXème"),
    ("Mlle Petit", "mademoiselle petit"),
    ("Ste-Foy", "Sainte-Foy"),
    ("Sainte-Foy", "ste-foy"),
    ("Saint-Malo", "st malo"),
    ("La RATP dit", "R.A.T.P."),
    ("La R.A.T.P. dit", "RATP"),
    ("La r.a.t.p. dit", "ratp"),
    ("L’ONU dit", "O.N.U."),
    ("un S.M.I.C. bas", "smic"),
    ("Le D.R.H. part", "drh"),
    ("le P.-V. dressé", "PV"),
    ("l’oﬃce", "office"),
    ("le ﬂux", "flux"),
    ("Une ﬁn", "fin"),
    ("dé\u00adcla\u00adration", "déclaration"),
    ("l’ad\u200bministration", "administration"),
    ("élu\u2060s locaux", "élus"),
    ("𝗠𝗮𝗰𝗿𝗼𝗻 parle", "macron"),
    ("𝑙𝑎 𝑔𝑟𝑒\u0300𝑣𝑒", "grève"),
    ("Ｓｏｌｄａｔｓ", "soldats"),
    ("le de\u0301pute\u0301", "député"),
    ("la gre\u0300ve", "greve"),
    ("H₂O pure", "H2O"),
    ("10 km² brûlés", "10 km2"),
    ("la Mᵐᵉ Roy", "madame roy"),
    ("n° 12", "№ 12"),
    ("nº 12", "n°12"),
    ("numéro 12", "n° 12"),
    ("Khadija M’Barek", "mbarek"),
    ("Khadija Mbarek", "M'Barek"),
    ("Youssou N’Dour", "ndour"),
    ("Youssou Ndour", "N'Dour"),
    ("un B-737", "B737"),
    ("un B 737", "B-737"),
    ("l’A 320 décolle", "A320"),
    ("l’A320 décolle", "A 320"),
    ("l'AF447", "AF 447"),
    ("l'AF 447", "AF447"),
    ("covid-19 revient", "covid19"),
    ("à 9h", "9 h"),
    ("à 9 h", "9h"),
    ("15 min", "15min"),
    ("200km", "200 km"),
    ("3 kg", "3kg"),
    ("30%", "30 %"),
    ("30 %", "30%"),
    ("100€", "100 €"),
    ("100 €", "100€"),
    ("100 €", "100 euros"),
    ("le 12'000", "12 000"),
    ("2.500 morts", "2500"),
    ("0 800 vœux", "vœu"),
    ("01.23.45.67.89", "01 23 45 67 89"),
    ("01-23-45-67-89", "0123456789"),
    ("un contre-attaque", "contre attaque"),
    ("un anti-missile", "antimissile"),
    ("un antimissile", "anti-missile"),
    ("un auto-stoppeur", "autostoppeur"),
    ("la télé-réalité", "téléréalité"),
    ("la téléréalité", "télé-réalité"),
    ("un week-end", "weekend"),
    ("des week-ends", "week-end"),
    ("un ex-ministre", "ex ministre"),
    ("la micro-entreprise", "microentreprise"),
    ("la microentreprise", "micro-entreprise"),
    ("l'évènement", "evenement"),
    ("la règlementation", "réglementation"),
    ("le maitre", "maître"),
    ("l'ile", "île"),
    ("la cuiller", "cuillère"),
    ("le bistro", "bistrot"),
    ("le tsar", "tzar"),
    ("le yaourt", "yogourt"),
    ("les étudiant·e·s", "étudiantes"),
    ("les étudiant·e·s", "étudiant"),
    ("les étudiant•e•s", "étudiants"),
    ("les étudiant.e.s", "étudiantes"),
    ("les agriculteur·rice·s", "agricultrices"),
    ("les citoyen·ne·s", "citoyenne"),
    ("les élu·es", "élue"),
    ("du C++ ici", "C++"),
    ("50 % ici", "50 %"),
    ("avec #MeToo", "#MeToo"),
    ("avec #MeToo", "metoo"),
    ("par @elysee", "@elysee"),
    ("sur exemple.fr", "exemple.fr"),
]
NOT_FOUND = [
    ("le plan C est prêt", "C++"),
    ("le C en 50 euros", "50 %"),
    ("50 euros et 3 %", "50 %"),
    ("MeToo", "#MeToo"),
    ("le nom de l’élu", "@nom"),
    ("un exemple en fr", "exemple.fr"),
    ("le 16 et l’h", "16h"),
    ("la mer", "m'er"),
    ("un port able", "portable"),
    ("étudier la sncf", "étudiant·e·s"),
]


@pytest.fixture(scope="module")
def searcher(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Searcher]:
    folder = tmp_path_factory.mktemp("written")
    texts = [text for text, _ in (*FOUND, *NOT_FOUND)]
    articles = [
        make_article(f"{number:03}", plain_letters(Line(text, 0, len(text), ())).text)
        for number, text in enumerate(texts)
    ]
    write_index(folder, articles, names=str)
    by_id = {article.id: article for article in articles}
    searcher = Searcher(folder, read=lambda ids: [by_id[i] for i in ids], name_of=str)
    yield searcher
    searcher.close()


def found(searcher: Searcher, query: str) -> set[str]:
    page = searcher.search(SearchRequest(query, limit=0, facets=False, finished=True))
    return {str(hit.id) for hit in page.hits}


@pytest.mark.parametrize("number", range(len(FOUND)), ids=[f"{t}|{q}" for t, q in FOUND])
def test_a_text_is_found_however_it_is_written(searcher: Searcher, number: int) -> None:
    _, query = FOUND[number]
    assert f"{number:03}" in found(searcher, query)


@pytest.mark.parametrize("number", range(len(NOT_FOUND)), ids=[f"{t}|{q}" for t, q in NOT_FOUND])
def test_signs_are_words_of_their_own(searcher: Searcher, number: int) -> None:
    _, query = NOT_FOUND[number]
    assert f"{len(FOUND) + number:03}" not in found(searcher, query)


@pytest.mark.parametrize("number", range(len(FOUND)), ids=[f"{t}|{q}" for t, q in FOUND])
def test_what_is_found_is_marked(searcher: Searcher, number: int) -> None:
    text, query = FOUND[number]
    article = make_article("marked", plain_letters(Line(text, 0, len(text), ())).text)
    marks = searcher.matches(query, article)
    assert marks
    assert all(0 <= mark.start < mark.end <= len(article.text) for mark in marks)
    assert ArticleId("marked") == article.id
