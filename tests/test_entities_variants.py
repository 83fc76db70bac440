"""Forms of one name are joined, look-alikes are not, and the doubtful is proposed."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.entities import score_pairs
from index.entities.acronyms import abbreviates, spells
from index.entities.pairing import same_name
from index.entities.spelling import Verdict, same_person
from index.entities.variants import FormCount, join
from index.model.article import EntityId, Kind


@pytest.mark.parametrize(
    ("a", "b", "counts", "verdict"),
    [
        ("Abdellatif Loudyi", "Abdeltif Loudyi", (1, 1), Verdict.SAME),
        ("Abdellatif Loudyi", "Abdellatif Loudiyi", (1, 1), Verdict.SAME),
        ("Aviv Kochavi", "Aviv Kohavi", (1, 1), Verdict.SAME),
        ("Bruno Le Maire", "Bruno Lemaire", (90, 3), Verdict.SAME),
        ("Doug Ferrel", "Douglas Ferrel", (9, 3), Verdict.SAME),
        ("J. Bolton", "John Bolton", (9, 3), Verdict.SAME),
        ("Benny Gantz", "Aviv Gantz", (9, 1), Verdict.DIFFERENT),
        ("Michel Mercier", "Michèle Mercier", (8, 9), Verdict.DIFFERENT),
        ("Frédéric Vidal", "Frédérique Vidal", (8, 9), Verdict.DIFFERENT),
        ("Antoine Flahault", "Anatole Flahault", (9, 1), Verdict.DIFFERENT),
        ("Donald Trump", "Donald Trump Jr", (99, 1), Verdict.DIFFERENT),
        ("Louis XIV", "Louis XVI", (9, 1), Verdict.DIFFERENT),
        ("Mohammed V", "Mohammed VI", (1, 99), Verdict.DIFFERENT),
        ("Mohamed VI", "Mohammed VI", (1, 99), Verdict.SAME),
        ("Nicolas Sarkozy", "Carla Bruni-Sarkozy", (99, 9), Verdict.DIFFERENT),
    ],
)
def test_persons(a: str, b: str, counts: tuple[int, int], verdict: Verdict) -> None:
    assert same_person(a, b, counts) is verdict
    assert same_person(b, a, counts[::-1]) is verdict


@pytest.mark.parametrize(
    ("kind", "a", "b", "verdict"),
    [
        (Kind.PLACE, "Saint-Étienne", "Saint Etienne", Verdict.SAME),
        (Kind.PLACE, "Tunis", "Tunisie", Verdict.DIFFERENT),
        (Kind.PLACE, "Angers", "Anvers", Verdict.DIFFERENT),
        (Kind.EQUIPMENT, "F-15", "F-16", Verdict.DIFFERENT),
        (Kind.EQUIPMENT, "F-16", "F16", Verdict.SAME),
        (Kind.EQUIPMENT, "Barak 8", "Barak MX", Verdict.DIFFERENT),
        (Kind.ORGANISATION, "Daech", "Daesh", Verdict.SAME),
        (Kind.ORGANISATION, "OMS", "Organisation mondiale de la santé", Verdict.SAME),
        (Kind.ORGANISATION, "Aqmi", "Al-Qaïda au Maghreb islamique", Verdict.SAME),
        (Kind.ORGANISATION, "PS", "PSG", Verdict.DIFFERENT),
        (Kind.ORGANISATION, "Ve République", "Vème République", Verdict.SAME),
        (Kind.ORGANISATION, "Ve République", "VIe République", Verdict.DIFFERENT),
    ],
)
def test_other_kinds(kind: Kind, a: str, b: str, verdict: Verdict) -> None:
    assert same_name(kind, a, b, (50, 2)) is verdict
    assert same_name(kind, b, a, (2, 50)) is verdict


def form(surface: str, mentions: int, kind: Kind = Kind.PERSON, known: str = "") -> FormCount:
    slug = known or f"{kind}:{surface.lower().replace(' ', '-')}"
    return FormCount(EntityId(slug), kind, surface, mentions, bool(known), surface if known else "")


def test_a_surname_joins_the_one_person_who_bears_it() -> None:
    joined = join([form("Rose Vernet", 9), form("Mme Vernet", 4), form("Luc Adam", 2)])
    first = joined.entities[0]
    assert (first.name, [f.surface for f in first.forms]) == (
        "Rose Vernet",
        ["Rose Vernet", "Mme Vernet"],
    )
    assert len(joined.entities) == 2


def test_a_surname_without_its_particle_is_joined_too() -> None:
    joined = join([form("François de Zorvat", 9), form("Zorvat", 4)])
    assert [entity.name for entity in joined.entities] == ["François de Zorvat"]


def test_a_surname_of_two_persons_is_proposed() -> None:
    joined = join([form("Rose Vernet", 9), form("Paul Vernet", 7), form("Mme Vernet", 4)])
    assert len(joined.entities) == 3
    assert [(p.kept, p.other, p.reason) for p in joined.proposals] == [
        ("person:rose-vernet", "person:mme-vernet", "surname")
    ]


def test_what_gazetteers_tell_apart_stays_apart() -> None:
    joined = join(
        [
            form("Jean Dupont", 9, known="person:jean-dupont"),
            form("Jean Dupond", 5, known="person:jean-dupond"),
            form("Jean Duppont", 1),
        ]
    )
    assert len(joined.entities) == 2


def test_the_best_attested_full_form_is_the_name() -> None:
    joined = join([form("Aviv Kohavi", 1), form("Aviv Kochavi", 3), form("M. Kochavi", 8)])
    assert [entity.name for entity in joined.entities] == ["Aviv Kochavi"]
    assert joined.canonical["person:aviv-kohavi"] == "person:aviv-kochavi"


def test_a_doubtful_pair_is_proposed_not_joined() -> None:
    joined = join([form("Gilles Boyer", 34), form("Gilles Boyez", 15)])
    assert len(joined.entities) == 2
    assert [p.reason for p in joined.proposals] == ["spelling"]


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["Rose", "Paul", "J.", "M.", "Mohammed", "Al"]),
            st.sampled_from(["Vernet", "Vernay", "VI", "V", "El Vernet", "vernet"]),
            st.integers(1, 50),
        ),
        max_size=12,
    )
)
def test_joining_loses_no_mention_and_is_stable(names: list[tuple[str, str, int]]) -> None:
    forms = [form(f"{first} {last}", count) for first, last, count in names]
    joined = join(forms)
    assert sum(f.mentions for e in joined.entities for f in e.forms) == sum(c for *_, c in names)
    assert join(forms[::-1]).entities == joined.entities
    assert {e.id for e in joined.entities}.isdisjoint(joined.canonical)


@pytest.mark.parametrize(
    ("short", "long", "expected"),
    [("ONU", "Organisation des Nations unies", True), ("LREM", "La République en marche", True), ("UE", "UEFA", False), ("CGT", "Conseil de la terre", False)],
)  # fmt: skip
def test_initials(short: str, long: str, expected: bool) -> None:
    assert abbreviates(short, long) is expected


@pytest.mark.skipif("RECOUPE_EVAL" not in os.environ, reason="RECOUPE_EVAL names no labelled sets")
def test_labelled_pairs_of_the_press() -> None:
    scores = score_pairs(Path(os.environ["RECOUPE_EVAL"]) / "name-pairs.yaml", show="")
    assert scores["PER"].precision >= 0.95
    assert scores["PER"].recall >= 0.88
    assert scores["LOC"].precision == scores["MISC"].precision == 1.0


CHIEF = frozenset(("chef", "etat", "major", "valdovien"))


def counted(kind: Kind, surface: str, mentions: int) -> FormCount:
    slug = surface.lower().replace(" ", "-")
    return FormCount(EntityId(f"{kind}:{slug}"), kind, surface, mentions)


@pytest.mark.parametrize(
    ("names", "offices", "joined"),
    [
        # A surname alone that is near to a full name, in the same office.
        (("Ivar Kochavel", "Kohavel"), (CHIEF, CHIEF), True),
        (("Ivar Kochavel", "Kohavel"), (CHIEF, frozenset(("maire", "vannac"))), False),
        (("Ivar Kochavel", "Kohavel"), (frozenset(("ministre",)), frozenset(("ministre",))), False),
        # A doubtful pair of full names.
        (("Ivar Martel", "Ivar Martelo"), (CHIEF, CHIEF), True),
        # Another first name, or another surname, is another person, whatever the office.
        (("Ivar Kochavel", "Odon Kochavil"), (CHIEF, CHIEF), False),
        (("Ivar Kochavel", "Ivar Dumontet"), (CHIEF, CHIEF), False),
    ],
)
def test_the_same_office_joins_near_spellings(
    names: tuple[str, str], offices: tuple[frozenset[str], frozenset[str]], joined: bool
) -> None:
    forms = [counted(Kind.PERSON, names[0], 6), counted(Kind.PERSON, names[1], 4)]
    held = [(form.entity, office) for form, office in zip(forms, offices, strict=True)]
    assert len(join(forms, offices=held).entities) == (1 if joined else 2)


def test_an_office_that_a_third_one_holds_joins_nobody() -> None:
    forms = [
        counted(Kind.PERSON, name, 4) for name in ("Ivar Martel", "Ivar Martelo", "Odon Virel")
    ]
    assert len(join(forms, offices=[(form.entity, CHIEF) for form in forms]).entities) == 3


def test_an_acronym_that_an_article_defines_is_its_name_elsewhere() -> None:
    short = counted(Kind.ORGANISATION, "Ofap", 3)
    long = counted(Kind.ORGANISATION, "Office anti-pollution", 2)
    assert len(join([short, long]).entities) == 2
    (one,) = join([short, long], same=[(short.entity, long.entity)]).entities
    assert {form.surface for form in one.forms} == {"Ofap", "Office anti-pollution"}


def test_an_acronym_that_articles_define_in_two_ways_is_proposed() -> None:
    short = counted(Kind.ORGANISATION, "Ofap", 3)
    longs = [counted(Kind.ORGANISATION, f"Office {what}", 2) for what in ("anti-pain", "agro-pin")]
    joined = join([short, *longs], same=[(short.entity, long.entity) for long in longs])
    assert len(joined.entities) == 3
    assert [proposal.reason for proposal in joined.proposals] == ["acronym"]


@pytest.mark.parametrize(
    ("short", "long", "expected"),
    [
        ("Ofast", "Office anti-stupéfiants", True),
        ("Ademe", "Agence de maîtrise", False),
        ("Agrasc", "Agence de gestion et de recouvrement des avoirs saisis et confisqués", True),
        ("OM", "Olivier Martin", False),
        ("Xyz", "Office anti-stupéfiants", False),
    ],
)
def test_letters_of_several_words(short: str, long: str, expected: bool) -> None:
    assert spells(short, long) is expected


def test_a_name_that_stands_mostly_without_its_words_is_another() -> None:
    known = FormCount(
        EntityId("equipment:spyder"),
        Kind.EQUIPMENT,
        "Spyder",
        2,
        known=True,
        name="Spyder",
        needs_words=True,
    )
    cars = FormCount(EntityId("equipment:spyder-autre"), Kind.EQUIPMENT, "Spyder", 9)
    few = FormCount(EntityId("equipment:spyder-autre"), Kind.EQUIPMENT, "Spyder", 1)
    assert len(join([known, cars]).entities) == 2
    assert len(join([known, few]).entities) == 1


@pytest.mark.parametrize(
    ("forms", "entities"),
    [
        # Slips, which are rare beside the name or hardly change long words.
        ((("Isabelle Zorvani", 9), ("Isaballe Zorvani", 1)), 1),
        ((("Liza Zorvelli", 2), ("Liza Zorvellli", 1)), 1),
        ((("Sara Zorvat", 2), ("Sarah Zorvat", 1)), 1),
        ((("Doug Ferrel", 3), ("Douglas Ferrel", 1)), 1),
        ((("Mary Zorvat", 9), ("Mary W. Zorvat", 2)), 1),
        # Two mentions against one say nothing about short words.
        ((("Caroline Rush", 2), ("Caroline Roux", 1)), 2),
        ((("Tom Brady", 2), ("Tom Bradby", 1)), 2),
        # A surname that goes on is another one.
        ((("Patrick Martin", 30), ("Patrick Martinot", 1)), 2),
        ((("Philippe Martinez", 30), ("Philippe Martin", 1)), 2),
        # A middle name, a double first name: a mother, a son.
        ((("Mary Zorvat", 30), ("Mary Anne Zorvat", 2)), 2),
        ((("Alain Zorvat", 59), ("Alain-Fabien Zorvat", 1)), 2),
        # Two people are not joined through one who may be either.
        ((("Robert E. Lee", 4), ("Robert Lee", 3), ("Robert W. Lee", 1)), 2),
    ],
)
def test_more_than_spelling_joins_two_names(
    forms: tuple[tuple[str, int], ...], entities: int
) -> None:
    assert len(join([form(*one) for one in forms]).entities) == entities


def test_two_people_are_not_joined_through_their_surname() -> None:
    forms = (("Philippe de Zorvat", 17), ("Nicolas de Zorvat", 2), ("M. de Zorvat", 1))
    joined = join([form(*one) for one in forms])
    assert "person:nicolas-de-zorvat" not in joined.canonical
