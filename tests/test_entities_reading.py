"""Names that no gazetteer knows, and what the rest of the corpus says of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import permutations

import pytest

from index.entities.discovery import Candidate
from index.entities.found_names import Found, in_order
from index.entities.name_reading import read, settle
from index.entities.recognition import Recogniser
from index.entities.statistical import readings
from index.entities.votes import CorpusVotes
from index.entities.words import Words
from index.model.article import EntityId, Kind, Mention


@pytest.fixture(scope="module")
def recogniser() -> Recogniser:
    return Recogniser.load()


def shown(text: str, mentions: tuple[Mention, ...]) -> list[tuple[str, str]]:
    return [(text[m.start : m.end], m.kind.value) for m in mentions]


def found(recogniser: Recogniser, text: str) -> list[tuple[str, str]]:
    return shown(text, settle(read(recogniser, text), recogniser))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hier, la ministre Odile Marchepied a souri.", [("Odile Marchepied", "person")]),
        ("La parole est à Me Korvan, avocat.", [("Me Korvan", "person")]),
        ("Il a rencontré le roi Zorvan III hier.", [("roi Zorvan III", "person")]),
        ("Le groupe Vandorel rachète la société Kelmis.", [("Vandorel", "organisation"), ("Kelmis", "organisation")]),
        ("Ils vivent à Villemoret-sur-Yvette.", [("Villemoret-sur-Yvette", "place")]),
        ("Le drone « Kestor » et le missile ZX-45 sont prêts.", [("Kestor", "equipment"), ("ZX-45", "equipment")]),
        ("Le traité de Valmorin fut signé.", [("traité de Valmorin", "event")]),
        ("Hier, la Fédération nationale des pêcheurs a protesté.", [("Fédération nationale des pêcheurs", "organisation")]),
        ("Elle dirige l'Action pour les lacs (APL). L'APL recrute.", [("Action pour les lacs", "organisation"), ("APL", "organisation"), ("APL", "organisation")]),
        ("Selon Farid Belkourt, 43 ans, rien ne presse.", [("Farid Belkourt", "person")]),
        ("Quand tout va mal, Rien ne sert. Aussi, Enfin.", []),
        ("le Chef du gouvernement et l'Inspecteur Général", []),
        ("le ministre de la Défense Jeanne Valfort", [("Jeanne Valfort", "person")]),
        ("Ils ont bouclé l'avenue Victor Hugo hier.", [("avenue Victor Hugo", "place")]),
        ("LE GRAND BAL DES LAMPIONS EST ANNULÉ", []),
        ("Le Roi et le Président ont ri.", []),
        ("Le royaume danois et la Zélie du Nord.", [("royaume danois", "place"), ("Zélie du Nord", "place")]),
    ],
)  # fmt: skip
def test_names_by_what_stands_around_them(
    recogniser: Recogniser, text: str, expected: list[tuple[str, str]]
) -> None:
    assert [
        item for item in found(recogniser, text) if item in expected or len(expected) == 0
    ] == expected


def test_a_surname_found_by_rules_is_that_of_the_person(recogniser: Recogniser) -> None:
    text = "Hier, Odile Marchepied a parlé. Puis Marchepied est partie, dit Mme Marchepied."
    mentions = settle(read(recogniser, text), recogniser)
    assert {m.entity for m in mentions} == {"person:odile-marchepied"}
    assert [text[m.start : m.end] for m in mentions] == [
        "Odile Marchepied",
        "Marchepied",
        "Mme Marchepied",
    ]


def test_an_acronym_is_what_the_article_says_it_is(recogniser: Recogniser) -> None:
    text = "Hier, la Ligue des Marcheurs (LDM) a défilé. La LDM grandit."
    entities = {m.entity for m in settle(read(recogniser, text), recogniser)}
    assert entities == {"organisation:ligue-des-marcheurs"}


def test_the_corpus_decides_where_an_article_cannot(recogniser: Recogniser) -> None:
    clear = [
        "Le groupe Kelmis embauche.",
        "La société Kelmis a répondu.",
        "L'entreprise Kelmis vend.",
    ]
    unclear = "Hier, on parlait de Kelmis."
    votes = CorpusVotes()
    for text in (*clear, unclear):
        reading = read(recogniser, text)
        votes.add(reading.words, reading.candidates)
    reading = read(recogniser, unclear)
    assert shown(unclear, settle(reading, recogniser)) == [("Kelmis", "place")]
    assert shown(unclear, settle(reading, recogniser, votes=votes)) == [("Kelmis", "organisation")]


def test_the_corpus_knows_common_words(recogniser: Recogniser) -> None:
    votes = CorpusVotes()
    for text in ["la tempérance, la tempérance", "une tempérance", "sa tempérance"]:
        reading = read(recogniser, text)
        votes.add(reading.words, reading.candidates)
    text = "Il loue ici Tempérance."
    reading = read(recogniser, text)
    votes.add(reading.words, reading.candidates)
    assert settle(reading, recogniser)
    assert settle(reading, recogniser, votes=votes) == ()


def test_a_slip_is_cut_where_the_corpus_knows_the_name(recogniser: Recogniser) -> None:
    votes = CorpusVotes()
    slip = "Hier, Odile Marchepieden pleine forme a ri."
    for text in (*["Hier, Odile Marchepied a ri."] * 3, slip):
        reading = read(recogniser, text)
        votes.add(reading.words, reading.candidates)
    (mention,) = settle(reading, recogniser, votes=votes)
    assert (slip[mention.start : mention.end], mention.by) == ("Odile Marchepied", "glued")
    assert mention.entity == "person:odile-marchepied"


def test_votes_of_workers_add_up(recogniser: Recogniser) -> None:
    texts = ["Le groupe Kelmis embauche.", "Kelmis, à Kelmis.", "On loue Kelmis ; la société Varn."]
    together, one, other = CorpusVotes(), CorpusVotes(), CorpusVotes()
    for number, text in enumerate(texts):
        reading = read(recogniser, text)
        together.add(reading.words, reading.candidates)
        (one if number % 2 else other).add(reading.words, reading.candidates)
    one.merge(other)
    for text in texts:
        reading = read(recogniser, text)
        assert settle(reading, recogniser, votes=one) == settle(reading, recogniser, votes=together)


def test_votes_forget_what_stands_once(recogniser: Recogniser) -> None:
    votes = CorpusVotes(limit=3)
    for text in ["On voit Alvak et Bolvak.", "On voit Alvak.", "On voit Colvak, Dolvak, Elvak."]:
        reading = read(recogniser, text)
        votes.add(reading.words, reading.candidates)
    assert (votes.seen("alvak"), votes.seen("elvak")) == (2, 0)


@dataclass
class Name:
    start_char: int
    end_char: int
    label_: str


class Oracle:
    """A tagger that knows one name."""

    def __init__(self, name: str, label: str) -> None:
        self.name, self.label = name, label

    def names(self, texts: Iterable[str]) -> Iterator[list[Name]]:
        for text in texts:
            at = text.find(self.name)
            yield [Name(at, at + len(self.name), self.label)] if at >= 0 else []


@pytest.mark.parametrize(
    ("text", "name", "label", "kind", "by"),
    [
        ("Hier, on parlait de Kelmis.", "Kelmis", "ORG", "organisation", "both"),
        ("Hier, on parlait de Kelmis.", "Kelmis", "PER", "person", "both"),
        ("Rien de Neuf était là.", "Rien de Neuf", "MISC", "other", "model"),
        ("On est au Maroc.", "Maroc", "PER", "place", "gazetteer"),
    ],
)
def test_a_model_adds_to_the_rules_and_replaces_nothing(
    recogniser: Recogniser, text: str, name: str, label: str, kind: str, by: str
) -> None:
    (reading,) = readings(recogniser, [text], tagger=Oracle(name, label))
    mentions = settle(reading, recogniser)
    assert (name, kind, by) in [(text[m.start : m.end], m.kind.value, m.by) for m in mentions]


@pytest.mark.parametrize("text", ["", " ", "\n\n", "…", "É", "A", "J.-C.", "L'", "«", "M.", "M. "])
def test_nothing_much_is_read_without_a_fault(recogniser: Recogniser, text: str) -> None:
    settle(read(recogniser, text), recogniser)


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        # Letters and figures alone are no equipment, a word before them or a maker tells it.
        ("Ma fille est entrée hier en CM2.", "CM2", "other"),
        ("Hier, les PM10 ont dépassé le seuil.", "PM10", "other"),
        ("Hier, le missile ZX45 a volé.", "ZX45", "equipment"),
        ("On a vu hier le drone Kestor.", "Kestor", "equipment"),
        ("On attend la version Touring.", "Touring", "other"),
        # « Coupé » is no « Coupe »; what is only a sort of event is none.
        ("On verra hier la belle Zorva Coupé.", "Zorva Coupé", "other"),
        ("Hier s'ouvrait le Congrès national.", "Congrès national", "other"),
        ("Hier s'ouvrait le Festival de Valmorin.", "Festival de Valmorin", "event"),
        ("Hier, l’accord de Zorvat a été signé.", "accord de Zorvat", "event"),
        # Consent and a sort of contract are no events.
        ("Hier, un accord de RCC a été signé.", "RCC", "organisation"),
        (
            "Il faut l’accord du Centre des monuments nationaux.",
            "Centre des monuments nationaux",
            "organisation",
        ),
        ("Hier, la bataille pour Zorvat a repris.", "Zorvat", "place"),
        ("Ils sont restés au bord de l’Alzorva.", "Alzorva", "place"),
        ("Ils sont montés à bord de l’Alzorva.", "Alzorva", "equipment"),
        ("Le parvis de Notre-Dame a rouvert.", "Notre-Dame", "place"),
        # A town of the lists stays one.
        ("Hier, Royan a annoncé un plan.", "Royan", "place"),
    ],
)
def test_equipment_and_events_ask_for_a_cue(
    recogniser: Recogniser, text: str, name: str, kind: str
) -> None:
    assert (name, kind) in found(recogniser, text)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Hier, un siège baquet Zorvat a été monté.", "event"),
        ("Hier, le chargé de mission Zorvat a parlé.", "event"),
        ("Hier, le coupé Zorvat est arrivé.", "event"),
        ("Hier, la version Zorvat est arrivée.", "equipment"),
        ("Hier, un satellite Franco-Chinois est parti.", "equipment"),
        ("Il tweete avec l’accord de Zorvat.", "event"),
        ("C’est à Cologne, où se trouve le siège de ZVR.", "event"),
        ("La Zorva a remporté le Prix du jury.", "event"),
        ("Il a gagné hier à Euro Zorva, dit-on.", "event"),
        ("Mi-juillet, le port a rouvert. Mi-août, il ferme.", "place"),
    ],
)
def test_a_cue_that_tells_something_else(recogniser: Recogniser, text: str, kind: str) -> None:
    assert kind not in {told for _, told in found(recogniser, text)}


def test_names_of_one_stretch_have_one_order() -> None:
    """A set of tuples has another order in every process."""
    found = [
        Found(3, 5, EntityId(id), kind, by)
        for id, kind in (("place:b", Kind.PLACE), ("organisation:b", Kind.ORGANISATION))
        for by in ("rules", "gazetteer")
    ]
    for order in permutations([Found(1, 2, EntityId("place:a"), Kind.PLACE, "rules"), *found]):
        assert [(one.first, one.entity, one.by) for one in in_order(order)] == [
            (1, "place:a", "rules"),
            (3, "organisation:b", "gazetteer"),
            (3, "organisation:b", "rules"),
            (3, "place:b", "gazetteer"),
            (3, "place:b", "rules"),
        ]


@pytest.mark.parametrize(("seen", "weight"), [(1, 0.0), (2, 1.0), (3, 0.7), (7, 0.5), (13, 0.25)])
def test_other_places_of_a_name_speak_for_it_from_the_second_on(seen: int, weight: float) -> None:
    """One other place counts whole, many together at the most three times."""
    votes = CorpusVotes()
    found = Candidate(0, 1, "tanguy", (2.0, 0.5), 0, at_start=False)
    for _ in range(seen):
        votes.add(Words("Tanguy"), [found])
    assert votes.scores(found) == pytest.approx(
        [own + weight * own * (seen - 1) for own in found.scores]
    )


def test_a_surname_that_begins_with_d_is_no_particle(recogniser: Recogniser) -> None:
    text = "Hier, Mme Kadiata Doumbia a parlé. Selon Doumbia, la récolte sera bonne. Mme Doumbia est partie."
    assert len({m.entity for m in settle(read(recogniser, text), recogniser)}) == 1
