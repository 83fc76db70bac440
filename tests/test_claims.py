"""What an article claims: figures by their state, times, outcomes, causes, terms, stances, denials."""

from __future__ import annotations

import pytest

from index.claims.claim_reading import claims_of
from index.claims.clocks import clocks
from index.french.dates import dates
from index.french.quantities import quantities
from index.french.sentences import sentences
from index.model.claims import Claim, ClaimManner
from index.model.text import Span


def claims(text: str) -> tuple[Claim, ...]:
    spans = sentences(text, (Span(0, len(text)),))
    return claims_of(text, spans, quantities(text), dates(text, anchor=None))


def told(text: str, kind: str) -> set[tuple[str, str]]:
    return {(claim.of, claim.value) for claim in claims(text) if claim.kind == kind}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Trois personnes ont été tuées dans la collision.", {("dead", "3")}),
        ("L'explosion a fait onze blessés.", {("wounded", "11")}),
        ("La tempête a coûté la vie à deux pêcheurs.", {("dead", "2")}),
        ("Cinq ouvriers ont été légèrement intoxiqués.", {("wounded", "5")}),
        ("Quelque 300 riverains ont été évacués.", {("evacuated", "270–330")}),
        ("Quatre cents habitants ont dû quitter leur logement.", {("evacuated", "400")}),
        ("La police a procédé à l'interpellation de six manifestants.", {("held", "6")}),
        ("Le bilan est passé de deux à quatre blessés.", {("wounded", "2"), ("wounded", "4")}),
        ("Un troisième suspect a été arrêté lundi.", {("held", "3")}),
        ("La police n'a procédé à aucune interpellation.", {("held", "0")}),
        ("Plus de 150 soldats du feu sont intervenus.", {("engaged", "150–inf")}),
        ("Une dizaine d'entre eux ont été hospitalisés.", {("hospital", "8.5–11.5")}),
        ("Les 432 foyers d'infection sont suivis.", {("", "432")}),
        ("« Nous suivons 40 patients », dit-elle.", {("", "40")}),
        ("Le barrage compte 300 paysans. Ils n'étaient plus que 90 ce matin.", {("", "90")}),
        (
            "Ils sont désormais plus de 500 à camper devant la mairie.",
            {("demonstrating", "500–inf")},
        ),
        (
            "Trois policiers ont été blessés. On en recense cinq chez les pompiers.",
            {("wounded", "5")},
        ),
        ("Douze brebis ont été abattues.", {("culled", "12")}),
    ],
)
def test_counts_of_people_by_their_state(text: str, expected: set[tuple[str, str]]) -> None:
    assert expected <= told(text, "count") or told(text, "count") == expected


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("Il a été condamné à quatre ans de prison.", "duration", {("sentence", "2102400")}),
        (
            "Le parquet a requis six ans d'emprisonnement.",
            "duration",
            {("sentence-asked", "3153600")},
        ),
        (
            "Il a écopé de trois ans, dont un an avec sursis.",
            "duration",
            {("suspended", "525600")},
        ),
        ("Le butin est estimé à 400.000 euros.", "money", {("loot", "400000")}),
        ("Le chantier coûtera 92 millions d'euros.", "money", {("cost", "92000000")}),
        ("Une aide de trois millions d'euros a été versée.", "money", {("aid", "3000000")}),
        ("Le chauffeur, âgé de 58 ans, est indemne.", "age", {("", "58")}),
        ("Elle avait 41 ans.", "age", {("", "41")}),
        ("L'usine a été fondée il y a 41 ans.", "age", set()),
        (
            "Le devis est de 2 millions d'euros ; l'assureur avance 3,8 millions.",
            "money",
            {("cost", "3800000")},
        ),
        ("La ville compte 3,8 millions d'habitants.", "money", set()),
        ("Depuis lundi, 4 heures du matin, rien ne marche.", "time", {("", "04:00")}),
        ("La réunion a duré quatre heures.", "time", set()),
        ("Les pirates ont emporté douze gigaoctets de courriels.", "measure", {("", "12")}),
        ("Le site est classé Seveso seuil bas.", "classification", {("seveso", "low")}),
        (
            "Une enquête pour homicides et blessures involontaires est ouverte.",
            "classification",
            {("offence", "manslaughter-injuries")},
        ),
        ("La piste d'un court-circuit est privilégiée.", "cause", {("cause", "electric")}),
        ("L'excès de vitesse serait la cause.", "cause", {("cause", "speed")}),
        ("Le suspect a été remis en liberté.", "status", {("custody", "freed")}),
        ("Les salariés ont reconduit la grève.", "status", {("strike", "ongoing")}),
        ("Le conseil a adopté le projet.", "status", {("vote", "adopted")}),
        ("Le maire se tait.", "stance", {("stance", "silent")}),
        ("Le maire réclame un rond-point.", "stance", {("stance", "demand")}),
        ("La maison est située dans le quartier Canclaux.", "place", {("quarter", "canclaux")}),
        (
            "La voiture a été retrouvée incendiée à Courvoise.",
            "place",
            {("where-found", "courvoise")},
        ),
        ("Elle est morte au CHU de Saint-Arnoux.", "place", {("hospital", "saint-arnoux")}),
        (
            "Le suspect a été interpellé mardi près de Vauprie.",
            "place",
            {("where-arrested", "vauprie")},
        ),
        ("Il a été arrêté à 6 heures.", "place", set()),
    ],
)
def test_values_of_every_kind(text: str, kind: str, expected: set[tuple[str, str]]) -> None:
    assert expected <= told(text, kind)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Le feu a pris vers 23 heures.", (1360, 1400)),
        ("Le car est sorti de la route peu après 7h15.", (435, 460)),
        ("Il était 7h40.", (460, 460)),
        ("L'alerte a été donnée à 22 h 50.", (1370, 1370)),
        ("Le vote a eu lieu peu avant minuit.", (1415, 1440)),
        ("Elle est arrivée à midi.", (720, 720)),
        ("Le président est venu en fin de matinée.", (660, 719)),
        ("Ils ont débattu pendant cinq heures.", None),
        ("Au terme de cinq heures de débat.", None),
        ("Trois heures plus tard, tout était fini.", None),
    ],
)
def test_times_of_the_day(text: str, expected: tuple[int, int] | None) -> None:
    found = [(clock.low, clock.high) for clock in clocks(text, Span(0, len(text)))]
    assert found == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("text", "of", "manner"),
    [
        ("L'usine avait été mise en demeure en mars.", "event-notice", ClaimManner.PLAIN),
        ("Chimor dément avoir reçu une mise en demeure.", "event-notice", ClaimManner.DENIED),
        ("Restaugout n'a jamais reçu d'avertissement.", "event-notice", ClaimManner.DENIED),
        ("Elle aurait reçu un avertissement.", "event-notice", ClaimManner.CONDITIONAL),
        ("Il n'a pas été incarcéré.", "custody", ClaimManner.DENIED),
        ("Le maire n'a pas, lui, été mis en examen.", "custody", ClaimManner.DENIED),
        ("La digue n'a pas, selon le préfet, cédé mardi.", "structure-state", ClaimManner.DENIED),
        ("Il n'a jamais, dit son avocat, été incarcéré.", "custody", ClaimManner.DENIED),
        ("Il aurait été remis en liberté.", "custody", ClaimManner.CONDITIONAL),
        ("Selon une source proche du dossier, il est écroué.", "custody", ClaimManner.ANONYMOUS),
        ("Il a été écroué, selon le parquet.", "custody", ClaimManner.ATTRIBUTED),
        ("Une crue sans précédent : le pont est fermé.", "place-open", ClaimManner.PLAIN),
        ("Le pont est-il fermé ?", "place-open", ClaimManner.ASKED),
    ],
)
def test_the_manner_of_a_claim(text: str, of: str, manner: ClaimManner) -> None:
    assert [claim.manner for claim in claims(text) if claim.of == of][:1] == [manner]


@pytest.mark.parametrize(
    "after", ["C’est arrivé lundi dernier.", "La cérémonie est reportée.", "Le département suit."]
)
def test_a_verb_of_denial_inside_another_word_denies_nothing(after: str) -> None:
    found = claims(f"Des médecins parlent de dix blessés. {after}")
    assert found
    assert not [claim for claim in found if claim.manner is ClaimManner.DENIED]


def test_a_bare_denial_denies_the_sentence_before() -> None:
    found = claims("Des médecins parlent de dix blessés. La préfecture dément.")
    assert [(c.value, c.manner.value) for c in found if c.of == "wounded"] == [
        ("10", "attributed"),
        ("10", "denied"),
    ]


def test_an_answer_speaks_of_what_is_asked() -> None:
    found = claims("Quand le feu a-t-il pris ? Lundi vers 23 heures.")
    assert [c.about[:1] for c in found if c.kind == "time"] == [("fire-start",)]


@pytest.mark.parametrize(
    "said",
    [
        "affirmait le maire il y a cinq jours",
        "affirmait le maire la semaine dernière",
        "affirmait l'année dernière le maire",
        "selon le maire en mars",
        "selon le maire",
    ],
)
def test_when_it_was_said_is_no_part_of_who_claims_it(said: str) -> None:
    text = f"Le pont est fermé, {said}."
    assert {c.speaker.of(text) for c in claims(text) if c.speaker} == {"le maire"}
