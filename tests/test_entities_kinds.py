"""What a word beside a name says of its kind, and what only looks as if it did."""

from __future__ import annotations

import pickle

import pytest

from index.entities.name_reading import read, settle
from index.entities.recognition import Recogniser
from index.entities.votes import CorpusVotes


@pytest.fixture(scope="module")
def recogniser() -> Recogniser:
    return Recogniser.load()


def _found(recogniser: Recogniser, text: str) -> list[tuple[str, str]]:
    mentions = settle(read(recogniser, text), recogniser)
    return [(text[m.start : m.end], m.kind.value) for m in mentions]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        # Whose relative somebody is, and who is young, are persons.
        ("Hier, la mère de Zorvi a ri.", "Zorvi", "person"),
        ("On juge le meurtre de Zorvi.", "Zorvi", "person"),
        ("Hier, la petite Zorvi a ri.", "Zorvi", "person"),
        ("Un homme prénommé Zorvi a ri.", "Zorvi", "person"),
        ("Hier soir, Zorvi, elle, est venue.", "Zorvi", "person"),
        ("Hier, le maire de Zorvi a ri.", "Zorvi", "place"),
        # An illness is called after somebody whom it does not name.
        ("Il souffre de la maladie de Zorvat.", "Zorvat", "other"),
        ("Un séisme de 7 sur l'échelle de Zorvat.", "Zorvat", "other"),
        # A surname of the lists is no unknown place.
        ("Hier, on a vu que Raffarin recule.", "Raffarin", "person"),
        ("Hier, on a vu le quartier de Raffarin.", "Raffarin", "place"),
        ("Il faut du Doliprane.", "Doliprane", "other"),
        ("Hier, Dieudonné Zorvat a ri.", "Dieudonné Zorvat", "person"),
        ("Hier, l'île de Beauté a brûlé.", "île de Beauté", "place"),
        # A compound that no first name begins is a town rather than a person.
        ("On parle de Zorvat-Brizec.", "Zorvat-Brizec", "place"),
        ("On parle de Zorvat-Sainte-Odile.", "Zorvat-Sainte-Odile", "place"),
        ("Hier, M. Zorvat-Brizec a ri.", "M. Zorvat-Brizec", "person"),
        ("Hier, Odile Zorvat-Brizec a ri.", "Odile Zorvat-Brizec", "person"),
        ("On parle d'Anne-Odile.", "Anne-Odile", "person"),
        # The one who makes a thing is no thing.
        ("On y trouve un système audio Zorvat.", "Zorvat", "organisation"),
        ("On y trouve des freins Zorvat.", "Zorvat", "organisation"),
        ("Elle porte la célèbre livrée Zorvat.", "Zorvat", "organisation"),
        # A hall has the name of somebody else.
        ("Ils ont dormi à la salle Jean-Moulin.", "salle Jean-Moulin", "place"),
        ("Ils sont à la crèche Odile Zorvat.", "crèche Odile Zorvat", "place"),
        # A norm, a law, a cycle of measures has a name that is nobody's.
        ("On mesure cela selon la norme ZVR7.", "ZVR7", "other"),
        ("On mesure cela selon le cycle ZVRT.", "ZVRT", "other"),
        ("Hier, la loi Zorvat a été votée.", "Zorvat", "other"),
        ("Hier, l'usine, classée Zorvat, a brûlé.", "Zorvat", "other"),
        ("Il a vu l'exposition Zorvat hier.", "Zorvat", "other"),
        # The first half of a compound belongs to it.
        ("Hier, le sous-marin Zorvat a plongé.", "Zorvat", "equipment"),
        ("Ils vivent au lieu-dit Zorvat.", "Zorvat", "place"),
        ("La Zorvat Code Week a ouvert.", "Zorvat Code Week", "event"),
        # « M » without a point is a civility, but not in a name of cars.
        ("Hier, M Zorvat a souri.", "M Zorvat", "person"),
    ],
)
def test_what_a_word_beside_a_name_says(
    recogniser: Recogniser, text: str, name: str, kind: str
) -> None:
    assert (name, kind) in _found(recogniser, text)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("On a vu hier Morvan le marin et Zorvat le musicien.", "equipment"),
        ("On parle des vaccins made in Zorvat.", "equipment"),
        ("C'est le petit Gran Coupé (Zorvation vidéo).", "equipment"),
        ("Elle déclare hier la guerre au Zorvat d'Antibes.", "event"),
        ("On y trouve le système Power Steering.", "equipment"),
        ("On a vu hier les GT et les GTI.", "organisation"),
        ("Hier, les moteurs M TwinPower Turbo ont tourné.", "person"),
        ("Hier, la Zorva M GmbH a fêté ses ans.", "person"),
        ("Hier, les ingénieurs de Zorva M Motorsport ont ri.", "person"),
        ("Le décret est paru hier au Journal officiel.", "place"),
        ("Un Accord de ZorvatMercredi, on a ri.", "event"),
        ("On boit hier du vin de Zorvetou-Salon.", "event"),
        ("Hier, l'Hypercar italienne a roulé.", "place"),
        # Names that are a thing's beside certain words alone.
        ("Le réalisateur J. J. Abrams et Stacey Abrams ont ri.", "equipment"),
        ("Le « Black Mamba » a été élu deux fois meilleur joueur.", "equipment"),
        ("Le système de la Zorva Spyder est neuf.", "equipment"),
        ("Interviewée par Mouloud Achour, elle a ri.", "event"),
    ],
)
def test_what_only_looks_like_a_cue(recogniser: Recogniser, text: str, kind: str) -> None:
    assert kind not in {told for _, told in _found(recogniser, text)}


@pytest.mark.parametrize(
    ("source", "text", "name", "entity"),
    [
        ("Agence Zorvat", "C'est un document consulté hier par Zorvat.", "Zorvat", "agence-zorvat"),
        ("Antenne 9", "C'est ce que dit une source à Antenne 9.", "Antenne 9", "antenne-9"),
        ("Le Courrier du Zorv", "Il l'a dit hier au Courrier.", "Courrier", "courrier-du-zorv"),
        ("Bulletin du Zorv", "Puis le Bulletin l'avait dit.", "Bulletin", "bulletin-du-zorv"),
        ("La Zorve", "Il le dit hier à La Zorve.", "La Zorve", "zorve"),
        ("Zorvat", "Zorvat l'a dit hier.", "Zorvat", "zorvat"),
        ("Le Courrier du Zorv", "On le lit hier dans le Courrier.", "Courrier", "courrier-du-zorv"),
        ("Zorvat", "Elle l'a dit hier à Zorvat.", "Zorvat", "zorvat"),
        (
            "Saint-Zorv Infos",
            "Elle l'a dit hier pour Saint-Zorv Infos.",
            "Saint-Zorv Infos",
            "saint-zorv-infos",
        ),
        ("Le Zorv", "Hier, le Zorv a révélé cela.", "Zorv", "zorv"),
        ("Le Zorv", "Dans le Zorv, il pleut. Elle l'a dit hier dans Le Zorv.", "Le Zorv", "zorv"),
        # A blog may be called after its author, and a person like an outlet.
        ("Odile Zorvat", "Hier, Odile Zorvat a souri.", "Odile Zorvat", None),
        ("Le Zorvat", "Hier, M. Zorvat a souri.", "M. Zorvat", None),
    ],
)
def test_what_the_corpus_comes_from_is_an_outlet(
    recogniser: Recogniser, source: str, text: str, name: str, entity: str | None
) -> None:
    reading = read(recogniser, text)
    votes = CorpusVotes()
    votes.add(reading.words, reading.candidates)
    votes.outlets.add(source)
    sent = pickle.loads(pickle.dumps(votes))
    told = {
        text[m.start : m.end]: m.entity.partition(":")
        for m in settle(reading, recogniser, votes=sent)
    }
    kind, _, id = told[name]
    assert (kind, id) == ("organisation", entity) if entity else kind == "person"


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("Le Zorv", "Le Zorv compte cent mille habitants. Dans le Zorv, il pleut souvent."),
        ("Le Zorv", "Hier, les communes du Zorv ont voté un budget."),
        ("Le Pays de Zorv", "Hier, les communes du Pays de Zorv ont voté un budget."),
        ("La Zorve", "La Zorve a débordé lundi."),
        ("La Zorve", "Hier, la crue de la Zorve a touché cent maisons."),
        ("La Zorve", "Ils vivent au bord de la Zorve."),
        ("Zorvat", "Ils vivent hier en Zorvat."),
    ],
)
def test_what_an_outlet_is_called_after_is_a_place(
    recogniser: Recogniser, source: str, text: str
) -> None:
    reading = read(recogniser, text)
    votes = CorpusVotes()
    votes.add(reading.words, reading.candidates)
    votes.outlets.add(source)
    assert {m.kind.value for m in settle(reading, recogniser, votes=votes)} == {"place"}


def test_a_short_name_of_two_outlets_is_that_of_neither(recogniser: Recogniser) -> None:
    text = "Il l'a dit hier au Courrier."
    reading = read(recogniser, text)
    votes, other = CorpusVotes(), CorpusVotes()
    votes.outlets.add("Le Courrier du Zorv")
    other.outlets.add("Le Courrier de Valmorin")
    votes.merge(other)
    assert [m.entity for m in settle(reading, recogniser, votes=votes)] == ["organisation:courrier"]


@pytest.mark.parametrize(
    ("text", "surface", "entity"),
    [
        # An accent that is missing makes another surname, in a text that has accents.
        ("Hier, Faure a déclaré cela.", "Faure", "person:gabriel-faure"),
        ("Hier, la sœur d'Odile Velasquez a été reçue. Puis Velasquez est partie.", "Velasquez", "person:diego-velasquez"),
        ("Hier, Odile Prevert a été reçue. Puis Prevert est partie.", "Prevert", "person:jacques-prevert"),
        # A verb at the head of a sentence has an accent more, or less.
        ("Hier, Odon Lacher a été reçu. Lâcher prise est dur.", "Lâcher", "person:odon-lacher"),
        ("Hier, Odon Sauvé a été reçu. Sauve qui peut.", "Sauve", "person:odon-sauve"),
        # A sentence behind an initial.
        ("Il fait hier 17° C. Mais tout va.", "C. Mais", "person:c-mais"),
        ("Il fait 46° C.Au niveau mondial, tout va.", "C.Au", "person:c-au"),
        # Children, a comma, and then one of them in full.
        ("Elle voit hier ses enfants, David Zorvat et Laura.", "David Zorvat", "person:famille-david-zorvat"),
    ],
)  # fmt: skip
def test_who_is_not_meant(recogniser: Recogniser, text: str, surface: str, entity: str) -> None:
    mentions = settle(read(recogniser, text), recogniser)
    assert (surface, entity) not in {(text[m.start : m.end], m.entity) for m in mentions}


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        # The second capital means something, and what follows goes on with a subject.
        ("Rand Zorvat a parlé hier.", "Rand Zorvat", "person"),
        ("Iosif Zorvat se rappelle tout.", "Iosif Zorvat", "person"),
        ("Zorvi Brizec, un ancien du port, a ri.", "Zorvi Brizec", "person"),
        ("Affaire Zorvat : la fouille a repris.", "Zorvat", "person"),
        ("Tempête Zorvette : deux blessés.", "Tempête Zorvette", "event"),
        ("Tempête Amélie : deux blessés.", "Tempête Amélie", "event"),
    ],
)
def test_a_name_that_stands_only_at_the_head(
    recogniser: Recogniser, text: str, name: str, kind: str
) -> None:
    assert (name, kind) in _found(recogniser, text)


@pytest.mark.parametrize(
    "text",
    [
        # A word that the article writes small, a list, a line.
        ("Héritage Zorvat, une saga. Cet héritage est grand."),
        ("Zorvy Houra à Zorvat » s'est tu."),
        ("Graphite Zorvart et autres teintes."),
        ("Quitter Zorvland), c'est le nom du film. Il faut quitter la salle."),
    ],
)
def test_a_head_that_is_no_name(recogniser: Recogniser, text: str) -> None:
    assert "person" not in {kind for _, kind in _found(recogniser, text)}


@pytest.mark.parametrize(
    ("text", "surface", "entity"),
    [
        ("Hier, Fauré a été joué.", "Fauré", "person:gabriel-faure"),
        ("HIER, FAURE A ETE JOUE.", "FAURE", "person:gabriel-faure"),
        ("Hier, Faure a dit cela.", "Faure", "person:gabriel-faure"),
        # Signs are no accents; and where no other bears the name without it, it is a slip.
        ("Hier, Faure l’a dit : « Non ! »", "Faure", "person:gabriel-faure"),
        ("Lundi, Melenchon a visité Brest. Melenchon est reparti.", "Melenchon", "person:jean-luc-melenchon"),
        ("Hier, Jean-Luc Melenchon a été reçu. Puis Melenchon est parti.", "Melenchon", "person:jean-luc-melenchon"),
        ("Hier, Prevert a été joué.", "Prevert", "person:jacques-prevert"),
        ("Hier, J. Petit a été reçu.", "J. Petit", "person:j-petit"),
        ("Hier, Odon Sauvé a été reçu. Puis Sauve est parti.", "Sauve", "person:odon-sauve"),
        ("Hier, Odon Sauvé a été reçu. Sauvé est parti.", "Sauvé", "person:odon-sauve"),
        ("Hier, la famille Zorvat a été reçue.", "Zorvat", "person:famille-zorvat"),
    ],
)  # fmt: skip
def test_who_is_meant(recogniser: Recogniser, text: str, surface: str, entity: str) -> None:
    mentions = settle(read(recogniser, text), recogniser)
    assert (surface, entity) in {(text[m.start : m.end], m.entity) for m in mentions}


@pytest.mark.parametrize(
    "text",
    [
        "Le port est plein. Va-t-on le fermer ?",
        "Va-t-il le fermer ?",
        "Ferme-t-elle le port ?",
        "« Va voir le port », dit-elle.",
        "EN DIRECT. Le port est plein.",
    ],
)
def test_a_verb_or_a_label_at_the_head_is_no_name(recogniser: Recogniser, text: str) -> None:
    assert not _found(recogniser, text)


def test_a_surname_of_the_corpus_is_no_unknown_place(recogniser: Recogniser) -> None:
    texts = [f"Hier, Odon Zorvat a ri {n} fois." for n in range(4)]
    texts.append("Hier, on a vu que Zorvat recule.")
    readings = [read(recogniser, text) for text in texts]
    votes = CorpusVotes()
    for reading in readings:
        votes.add(reading.words, reading.candidates)
    (mention,) = settle(readings[-1], recogniser, votes=votes)
    assert mention.kind.value == "person"


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        # What bears somebody's name is that one no more, and where it stands is no part of it.
        ("Le centre hospitalier Odile-Zorvat de Port-Brizec est fermé.", "centre hospitalier Odile-Zorvat", "place"),
        ("Il est à la maison de retraite Odile Zorvat.", "maison de retraite Odile Zorvat", "place"),
        ("Il va au groupe scolaire Odile Zorvat.", "groupe scolaire Odile Zorvat", "place"),
        ("Hier, l'hôpital Odile Zorvat de Brizec a fermé.", "hôpital Odile Zorvat", "place"),
        ("Hier, le médecin hospitalier Hugo Zorvat a ri.", "Hugo Zorvat", "person"),
        ("Hier, le conseiller culturel Hugo Zorvat a ri.", "Hugo Zorvat", "person"),
        ("Hier, le patron du groupe public Hugo Zorvat a ri.", "Hugo Zorvat", "person"),
        ("Hier, la piscine des Zorves a fermé.", "piscine des Zorves", "place"),
        ("Hier, le cinéma Le Zorv a fermé.", "Le Zorv", "place"),
        # Only a body has militants, a president, a head office.
        ("Hier, des militants de Clarté Zorvane ont ri.", "Clarté Zorvane", "organisation"),
        ("Hier, le président de Clarté Zorvane a ri.", "Clarté Zorvane", "organisation"),
        ("Hier, l'association Roues libres a ri.", "Roues libres", "organisation"),
        ("Hier, l'association Sésame aide les voisins.", "Sésame", "organisation"),
        ("Hier, l'association Moulins veut plus.", "Moulins", "place"),
    ],
)  # fmt: skip
def test_what_a_building_or_a_body_is_called(
    recogniser: Recogniser, text: str, name: str, kind: str
) -> None:
    assert (name, kind) in _found(recogniser, text)


def test_the_stamp_of_a_dispatch_names_nothing(recogniser: Recogniser) -> None:
    assert not _found(recogniser, "Le port est plein.\n\nzor/bri\n\n081148 FEV 26")
    assert not _found(recogniser, "Le port est plein.\n\n08 DÉC 2026")


def test_a_source_of_the_corpus_is_called_by_its_whole_name(recogniser: Recogniser) -> None:
    text = "Hier, selon un audit que La Tribune nationale a lu, tout va bien."
    found = read(recogniser, text)
    votes = CorpusVotes()
    votes.outlets.add("La Tribune nationale")
    names = [text[m.start : m.end] for m in settle(found, recogniser, votes=votes)]
    assert names == ["La Tribune nationale"]
