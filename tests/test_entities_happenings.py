"""Events that are called by a noun and what follows it: which are read, and what only looks like one."""

from __future__ import annotations

import pytest

from index.entities.name_reading import read, settle
from index.entities.recognition import Recogniser


@pytest.fixture(scope="module")
def recogniser() -> Recogniser:
    return Recogniser.load()


def _events(recogniser: Recogniser, text: str) -> list[tuple[str, str]]:
    mentions = settle(read(recogniser, text), recogniser)
    return [(text[m.start : m.end], m.entity) for m in mentions if m.kind.value == "event"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        # A noun and a place.
        ("Il a survécu à l'attentat de Lille.", "attentat de Lille"),
        ("On pense aux attentats de Lille.", "attentats de Lille"),
        ("Elle parle de l'attentat à Lille.", "attentat à Lille"),
        ("Le crash de Colmar a fait dix morts.", "crash de Colmar"),
        ("Le séisme d'Agadir a tout détruit.", "séisme d'Agadir"),
        ("La prise d'otages de Colmar a duré dix heures.", "prise d'otages de Colmar"),
        ("Le massacre de Colmar, en 2011, reste impuni.", "massacre de Colmar"),
        ("La marée noire de Roscoff a tué des oiseaux.", "marée noire de Roscoff"),
        ("Il court le marathon de Colmar.", "marathon de Colmar"),
        ("Le festival de Colmar ouvre demain.", "festival de Colmar"),
        ("La bataille de Colmar fut longue.", "bataille de Colmar"),
        ("La guerre en Bolivie dure.", "guerre en Bolivie"),
        ("Ils se sont vus au sommet du G20.", "sommet du G20"),
        ("Le sommet de Colmar a échoué.", "sommet de Colmar"),
        # A thing between them.
        ("L'incendie de l'usine Michelin a duré.", "incendie de l'usine Michelin"),
        ("L'explosion de l'école de Colmar fait peur.", "explosion de l'école de Colmar"),
        # A name right behind.
        ("L'affaire Zorvat divise la ville.", "affaire Zorvat"),
        ("Le procès Odile Zorvat s'ouvre.", "procès Odile Zorvat"),
        ("La tempête Zorvette a fait deux morts.", "tempête Zorvette"),
        # A person.
        ("On juge l'assassinat d'Odile Zorvat.", "assassinat d'Odile Zorvat"),
        ("Le procès d'Odile Zorvat s'ouvre.", "procès d'Odile Zorvat"),
        # A time.
        ("Depuis les attentats de janvier 2015, il veille.", "attentats de janvier 2015"),
        ("La canicule de 2003 l'a marqué.", "canicule de 2003"),
        ("La crise financière de 2008 est loin.", "crise financière de 2008"),
        # An illness.
        ("La pandémie de Covid-19 recule.", "pandémie de Covid-19"),
        ("La crise liée au coronavirus dure.", "crise liée au coronavirus"),
        # Elections.
        ("Il pense à la présidentielle de 2027.", "présidentielle de 2027"),
        ("Présidentielle 2027 : il renonce.", "Présidentielle 2027"),
        ("Les élections municipales de mars 2020 l'ont usé.", "élections municipales de mars 2020"),
        ("La présidentielle américaine approche.", "présidentielle américaine"),
        (
            "Elle a gagné la primaire de la droite et du centre.",
            "primaire de la droite et du centre",
        ),
        ("Elle a perdu la primaire écologiste.", "primaire écologiste"),
        # Days that are called by their date.
        ("Le 14-Juillet, il défile.", "14-Juillet"),
        ("Il assiste au défilé du 14 juillet.", "14 juillet"),
        ("Le 11-Novembre est férié ici.", "11-Novembre"),
        # An event within an event.
        (
            "Le procès des attentats de janvier 2015 s'ouvre.",
            "procès des attentats de janvier 2015",
        ),
        ("Le référendum sur le Brexit l'a perdu.", "référendum sur le Brexit"),
    ],
)
def test_an_event_is_a_noun_and_what_follows(recogniser: Recogniser, text: str, name: str) -> None:
    assert name in [told for told, _ in _events(recogniser, text)]


@pytest.mark.parametrize(
    "text",
    [
        "Un attentat à Lille a fait dix morts.",
        "Des explosions à Lille ont été entendues.",
        "C'est le premier attentat en France.",
        "Elle vit rue du 4-Septembre.",
        "Le Mouvement du 5-Juin manifeste.",
        "Il a connu l'attentat en France.",
        "Il est monté au sommet de Chamonix.",
        "Il est au sommet de l'État.",
        "C'est un homme d'affaires de Lille.",
        "Le 14 juillet, il est parti.",
        "Le défilé du 14 juillet 2019 est loin.",
        "Du 12-14 juillet, on ferme.",
        "L'équipe municipale de 2014 est partie.",
        "Les municipales approchent.",
        "L'école primaire de droite est fermée.",
        "Il déclare la guerre au Mali.",
        "La libération d'Odile Zorvat est proche.",
        "Le siège de Michelin est à Clermont.",
        "Le meurtre de la femme a choqué.",
        "La grande bataille. De Lille, il écrit.",
        "La bataille\nDe Lille à Colmar, il pleut.",
        "La crise de nerfs de 2008 personnes.",
        "Le procès de la semaine s'ouvre.",
        # Summits of mountains and of sport.
        "Elle a vu le sommet de l'Everest.",
        "Elle a vu le sommet du Mont-Blanc.",
        "Elle a vu le sommet de la tour Eiffel.",
        "Lens reste au sommet de la Zorvaise.",
        # Nouns that tell of defeats, losses and looks, too.
        "Le naufrage de Colmar en championnat se confirme.",
        "Le massacre de Lyon par le PSG (5-0) fait parler.",
        "Le crash de Boeing en Bourse continue.",
        "L'invasion de Colmar par les punaises de lit inquiète.",
        "L'explosion de Bordeaux comme ville touristique étonne.",
        "La révolution de Colmar en matière de vélos plaît.",
        "Le drame de Colmar est que tout ferme.",
        "Le salon de Versailles est doré.",
        # Years that are quantities or stretches.
        "La crue de 2000 mètres cubes par seconde arrive.",
        "La crise de 2000 salariés dure.",
        "La crise de 2008-2009 est loin.",
        # Days that are dates.
        "La cérémonie du 4 mars est finie.",
        "Il a vu le feu du 12 août.",
        "Le défilé du 12 février a plu.",
        "Mis à jour : 12-mai-2023 à midi.",
        "Le vol du 3-Juin 2020 est annulé.",
        # Adjectives of other nouns.
        "La majorité présidentielle 2022 vote.",
        "Une école et primaire socialiste ferment.",
        "Le procès Verbal est lu.",
        "Le procès Paris contre Airbnb s'ouvre.",
        # Storms that are no storms.
        "La tempête Elle est passée.",
        "La tempête Covid est passée.",
        "La tempête Lehman Brothers a tout emporté.",
        "La tempête Trump secoue l'Europe. Trump a dit non.",
        "L'ouragan Mbappé est passé. Mbappé a marqué.",
        "La tempête Boeing secoue la Bourse. Boeing perd.",
    ],
)
def test_what_only_looks_like_an_event(recogniser: Recogniser, text: str) -> None:
    assert _events(recogniser, text) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("l'attentat de Lille", "les attentats de Lille"),
        ("l'attentat de Lille", "l'attentat à Lille"),
        ("la présidentielle de 2027", "l'élection présidentielle 2027"),
        ("les municipales de 2026", "les élections municipales de mars 2026"),
        ("l'incendie de Michelin", "l'incendie de l'usine Michelin"),
        ("le procès Odile Zorvat", "le procès d'Odile Zorvat"),
        ("la tempête Zorvette", "l'ouragan Zorvette"),
        ("la pandémie de Covid-19", "l'épidémie de coronavirus"),
        ("le défilé du 14 juillet", "le 14-Juillet"),
        ("les attentats de Londres", "l'attentat de Londres"),
        ("l'affaire Alexandre Benalla", "l'affaire Benalla"),
    ],
)
def test_one_event_has_one_entity(recogniser: Recogniser, one: str, other: str) -> None:
    ids = [entity for _, entity in _events(recogniser, f"Hier, {one}. Puis, {other}, dit-il.")]
    assert len(ids) == 2
    assert len(set(ids)) == 1


def test_names_within_an_event_stay_names(recogniser: Recogniser) -> None:
    text = "L'attentat de Colmar et l'affaire Odile Zorvat."
    mentions = settle(read(recogniser, text), recogniser)
    told = {text[m.start : m.end]: m.kind.value for m in mentions}
    assert told["Colmar"] == "place"
    assert told["Odile Zorvat"] == "person"


def test_a_storm_alone_is_the_storm(recogniser: Recogniser) -> None:
    text = "La tempête Zorvette arrive. Zorvette a fait deux morts à Lille."
    events = _events(recogniser, text)
    assert [name for name, _ in events] == ["tempête Zorvette", "Zorvette"]
    assert len({entity for _, entity in events}) == 1


def test_an_affair_has_the_person_whom_the_article_names(recogniser: Recogniser) -> None:
    text = "Odile Zorvat se tait. L'affaire Zorvat continue, dit Paul Brizec."
    assert [entity for _, entity in _events(recogniser, text)] == ["event:affaire-odile-zorvat"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "La tempête Martin arrive. Le maire, Jacques Martin, veille. « Oui », dit Martin.",
            "Martin",
        ),
        ("La tempête Gérard approche. Gérard, 62 ans, retraité, ferme ses volets.", "Gérard"),
        ("La tempête Zorvat approche. « Fermez tout », dit Zorvat.", "Zorvat"),
    ],
)
def test_somebody_is_no_storm(recogniser: Recogniser, text: str, name: str) -> None:
    assert name not in [told for told, _ in _events(recogniser, text)]


def test_the_thing_of_a_town_is_in_the_id(recogniser: Recogniser) -> None:
    text = "L'accident du bus de Colmar n'est pas l'accident de Colmar."
    assert len({entity for _, entity in _events(recogniser, text)}) == 2
