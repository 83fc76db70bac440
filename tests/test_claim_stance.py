"""What is to come, feared, asked for or denied does not say that a claim's deed is done."""

from __future__ import annotations

from dataclasses import replace

import pytest
from builders import make_article

from index.compare.claim import ClaimPassage, ClaimRelation, passages
from index.compare.claim_counts import counted
from index.compare.claim_predicate import predicate_in
from index.compare.claim_saying import is_near, judged
from index.compare.claim_stance import Stance, stance
from index.compare.claim_words import read_claim
from index.compare.first_sayer import with_first
from index.model.article import Basis, DateValue
from index.text.tokens import tokenize

DONE, AHEAD, SUPPOSED, DENIED = Stance.DONE, Stance.AHEAD, Stance.SUPPOSED, Stance.DENIED
SAYS, DENIES, DIFFERS, SPEAKS = (
    ClaimRelation.SAYS,
    ClaimRelation.DENIES,
    ClaimRelation.DIFFERS,
    ClaimRelation.SPEAKS,
)


@pytest.mark.parametrize(
    ("text", "how"),
    [
        ("Le ferry Orlac s'est brisé en deux.", DONE),
        ("Le ferry se brise au large.", DONE),
        ("Le ferry vient de se briser.", DONE),
        ("Le ferry a fini par se briser.", DONE),
        ("Le ferry, sur le point de se briser, penche.", AHEAD),
        ("Le ferry va se briser.", AHEAD),
        ("Le ferry s'apprête à se briser.", AHEAD),
        ("Le ferry se brisera.", AHEAD),
        ("Le ferry pourrait se briser.", SUPPOSED),
        ("Le ferry menace de se briser.", SUPPOSED),
        ("Le ferry se briserait.", SUPPOSED),
        ("Le ferry se serait brisé.", SUPPOSED),
        ("Si le ferry se brise, le fioul coulera.", SUPPOSED),
        ("On craint que le ferry se brise.", SUPPOSED),
        ("Le ferry ne doit pas se briser.", SUPPOSED),
        ("Le ferry ne s'est pas brisé.", DENIED),
        ("Le ferry ne se brise pas.", DENIED),
        ("Ferry pas brisé, dit l'armateur.", DENIED),
        ("L'armateur dément que le ferry se soit brisé.", DENIED),
        ("Le ferry penche.", None),
    ],
)
def test_how_a_verb_is_told(text: str, how: Stance | None) -> None:
    claim = "Le ferry Orlac s'est brisé en deux"
    assert stance(read_claim(claim, articles=100, holding=lambda _: 2).predicate, text) is how


@pytest.mark.parametrize(
    ("text", "how"),
    [
        ("La direction annonce la fermeture de l'usine.", DONE),
        ("Elle craint la fermeture de l'usine.", SUPPOSED),
        ("Le plan pourrait comprendre la fermeture de l'usine.", SUPPOSED),
        ("Les élus redoutent une fermeture.", SUPPOSED),
        ("Il n'y a aucun projet de fermeture.", DENIED),
        ("La direction dément toute fermeture.", DENIED),
        ("La fermeture n'est pas à l'ordre du jour.", DENIED),
        ("Le groupe n'a aucune intention de fermer l'usine.", DENIED),
        ("Le groupe a décidé de ne pas fermer l'usine.", DENIED),
        ("L'usine ferme lundi.", DONE),
        ("La ferme voisine de l'usine est à vendre.", None),
    ],
)
def test_how_the_noun_of_a_verb_is_told(text: str, how: Stance | None) -> None:
    claim = "Le groupe Orlac a fermé l'usine"
    assert stance(read_claim(claim, articles=100, holding=lambda _: 2).predicate, text) is how


@pytest.mark.parametrize(
    ("claim", "told", "nominal"),
    [
        ("Léa Arnal a été placée en réanimation", {"réanimation"}, True),
        ("Léa Arnal est mise en examen", {"examen"}, True),
        ("L'attentat a fait sept morts", {"mort"}, True),
        ("Léa Arnal a démissionné", {"démissionna"}, False),
        ("Orlac va fermer le site", {"ferma"}, False),
        ("Orlac ferme le site", {"ferma"}, False),
    ],
)
def test_what_a_claim_says_to_have_happened(claim: str, told: set[str], nominal: bool) -> None:
    asked = read_claim(claim, articles=100, holding=lambda _: 2)
    found = predicate_in(claim, list(tokenize(claim)), asked.weights.keys(), frozenset())
    assert (found.families, found.nominal) == (told, nominal)


def _judged(claim: str, *texts: str) -> list[ClaimPassage]:
    asked = read_claim(claim, articles=1000, holding=lambda word: 5)
    articles = [make_article(f"{number}", text) for number, text in enumerate(texts)]
    return judged(asked, passages(asked, articles), {one.id: one for one in articles})


@pytest.mark.parametrize(
    ("claim", "text", "told"),
    [
        ("Orlac va fermer le site de Lissac", "Orlac fermera le site de Lissac.", SAYS),
        ("Orlac va fermer le site de Lissac", "Elle craint qu'Orlac ferme le site de Lissac.", SPEAKS),
        ("Orlac va fermer le site de Lissac", "Orlac dément toute fermeture du site de Lissac.", DENIES),
        ("Orlac a fermé le site de Lissac", "Orlac va fermer le site de Lissac.", SPEAKS),
        ("Paul Vernin a été arrêté à Lissac", "Paul Vernin a été arrêté à Valombre.", DIFFERS),
        ("La cagnotte de Lissac a dépassé le million d'euros", "La cagnotte de Lissac dépasse 75 000 euros.", DIFFERS),
        ("Orlac a perdu 140 millions d'euros", "Orlac a perdu 132 millions d'euros.", DIFFERS),
        ("Orlac a supprimé 200 emplois", "Lestrac a supprimé 300 emplois.", SPEAKS),
    ],
)  # fmt: skip
def test_what_a_passage_is_told_to_do(claim: str, text: str, told: ClaimRelation) -> None:
    assert [said.told for said in _judged(claim, text)] == [told]


def test_who_says_it_may_have_somebody_deny_it_too() -> None:
    text = "L'usine Orlac stockait 4 200 tonnes de bois. « Nous n'avons jamais dépassé 1 400 tonnes », dit Léa Arnal."
    found = _judged("L'usine Orlac stockait 4 200 tonnes", text)
    assert sorted(said.told for said in found) == [DENIES, SAYS]


def test_where_all_tell_it_as_to_come_nobody_says_it_by_other_words() -> None:
    found = _judged(
        "Paul Vernin a démissionné de la mairie de Lissac",
        "Paul Vernin menace de démissionner de la mairie de Lissac.",
        "À Lissac, Paul Vernin, à la tête de la mairie, part en vacances.",
    )
    assert {said.told for said in found} == {SPEAKS}


def test_what_only_has_a_name_of_it_is_not_near() -> None:
    near, far = (
        _judged("Paul Vernin a démissionné de la mairie de Lissac", text)[0]
        for text in (
            "Paul Vernin n'exclut pas de démissionner de la mairie de Lissac.",
            "La piscine de Lissac porte le nom de Paul Vernin.",
        )
    )
    assert is_near(near) and not is_near(far)


def test_a_month_makes_the_first_one_of_the_first() -> None:
    """« mars 2023 » is no first of March, and may be before the twelfth."""
    claim = "Trois pompiers de Lissac ont été intoxiqués"
    days = {
        "month": DateValue("2023-03", "2023-03-01", "2023-03-31", Basis.STATED),
        "early": DateValue("2023-03-12", "2023-03-12", "2023-03-12", Basis.STATED),
        "late": DateValue("2023-03-14", "2023-03-14", "2023-03-14", Basis.STATED),
    }
    text = "Trois pompiers de Lissac ont été intoxiqués."
    asked = read_claim(claim, articles=1000, holding=lambda _: 5)
    for names, among in ((("early", "late"), False), (("month", "early", "late"), True)):
        articles = {
            one.id: one
            for one in (
                replace(make_article(name, text, title=text), published=days[name])
                for name in names
            )
        }
        found = judged(asked, passages(asked, articles.values()), articles)
        (first,) = (said for said in with_first(found, articles) if said.first)
        assert (first.article, first.among_first) == ("early", among)


def test_a_pay_slip_pays_nothing() -> None:
    claim = read_claim("L'hôpital a payé la rançon", articles=100, holding=lambda _: 2)
    assert stance(claim.predicate, "Des fiches de paie de l'hôpital sont en ligne.") is None


def test_millions_are_counted_whole() -> None:
    assert counted("4,2 millions d'euros")["euro"] == {4_200_000}
    assert counted("le million d'euros")["euro"] == {1_000_000}
