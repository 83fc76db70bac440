"""What a fact-checker noticed at first sight: denials filed as agreement, halves of words, things that are no arrest."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from index.model.article import Said
from index.model.claims import ClaimKind, ClaimManner
from index.model.comparison import QuoteLine, QuoteUse, Rendering
from index.model.facts import DISAGREEING, FactVerdict
from index.model.text import Span
from tests.account_pairs import cases_of
from tests.test_claims import claims
from tests.test_facts import facts_of

DAYS = ("2026-03-12", "2026-03-14")


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("« Je démens formellement qu'il y ait eu un mort », a réagi la préfète.", True),
        ("« Nous démentons qu'il y ait eu un mort », a réagi la mairie.", True),
        ("La mairie a formellement démenti qu'il y ait eu un mort.", True),
        ("La direction n'a jamais nié qu'il y ait eu un mort.", True),
        ("Un bilan contesté fait état d'un mort.", False),
        ("Le règlement contesté fait état d'un mort.", False),
        ("Le gouvernement rejeté parle d'un mort.", False),
        ("Un pouvoir contesté parle d'un mort.", False),
        ("Le discours contesté parlait d'un mort.", False),
        ("Le pont contesté a fait un mort.", False),
        ("Le délai contesté a fait un mort.", False),
        ("La mairie a toujours nié qu'il y ait eu un mort.", True),
        ("Les secours ont catégoriquement démenti qu'il y ait eu un mort.", True),
        ("Le chiffre démenti par la préfecture était d'un mort.", False),
        ("Le plan rejeté par les élus prévoyait un mort par an.", False),
    ],
)
def test_who_denies_and_what_is_only_called_denied(text: str, denied: bool) -> None:
    (count,) = [claim for claim in claims(text) if claim.kind is ClaimKind.COUNT]
    assert (count.manner is ClaimManner.DENIED) == denied


@pytest.mark.parametrize(
    "text",
    [
        "Le bilan, arrêté à 17 heures, fait état de dégâts.",
        "Le dernier bilan de la préfecture, arrêté à midi, fait état de dégâts.",
        "Les comptes arrêtés au 31 décembre montrent un déficit.",
        "Le conseil a arrêté la liste des travaux.",
        "Le ministre a arrêté les principales mesures du plan.",
        "La date définitive a été arrêtée mardi.",
    ],
)
def test_what_is_drawn_up_is_under_no_arrest(text: str) -> None:
    assert "custody" not in {claim.of for claim in claims(text)}


def test_who_is_stopped_by_the_police_is() -> None:
    told = claims("Un homme de 30 ans a été arrêté à 17 heures.")
    assert "custody" in {claim.of for claim in told}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("L'aide-soignante a été entendue.", False),
        ("L'aide a été versée.", True),
        ("Une aide – versée hier – a été saluée.", True),
    ],
)
def test_half_of_a_compound_is_no_word(text: str, told: bool) -> None:
    assert ("event-aid" in {claim.of for claim in claims(text)}) == told


@pytest.mark.parametrize(
    ("text", "classes"),
    [
        ("Le choc a fait 31 blessés, dont six dans un état grave.", {("31", "wounded"), ("6", "grave")}),
        ("Le choc a fait 31 blessés (six graves).", {("31", "wounded"), ("6", "grave")}),
        ("Six personnes ont été grièvement blessées.", {("6", "wounded-grave")}),
    ],
)  # fmt: skip
def test_some_who_are_grave_do_not_make_all_so(text: str, classes: set[tuple[str, str]]) -> None:
    counts = {(claim.value, claim.of) for claim in claims(text) if claim.kind is ClaimKind.COUNT}
    assert counts == classes


@pytest.mark.parametrize(
    ("text", "lasts"),
    [
        ("Deux jours après l'accident, le quai est vide.", False),
        ("Une passagère est morte trois jours après l'accident.", False),
        ("Une passagère est morte trois jours plus tard.", True),
        ("Le quai a été fermé trois jours.", True),
        ("Le patient a été vu 55 minutes après l'accident.", True),
    ],
)
def test_days_between_two_moments_are_no_length(text: str, lasts: bool) -> None:
    assert (ClaimKind.DURATION in {claim.kind for claim in claims(text)}) == lasts


@pytest.mark.parametrize(
    ("text", "crash"),
    [
        ("Les secours sont arrivés à 8 h 05, vingt minutes après le déraillement.", False),
        ("Le déraillement s'est produit à 7 h 42.", True),
    ],
)
def test_a_time_is_not_that_of_what_it_is_counted_from(text: str, crash: bool) -> None:
    (time,) = [claim for claim in claims(text) if claim.kind is ClaimKind.TIME]
    assert ("crash" in time.about) == crash


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        # One account gives both voices, the other only the one.
        ("Le port de Brévens ne fermera pas cet été, promet Paul Vernin. La fermeture du port de Brévens est redoutée.",
         "Le port de Brévens fermera cet été, annonce Paul Vernin.", FactVerdict.TO_CHECK),
        # What somebody was said to have died of, and what is taken back.
        ("Un mort dans le déraillement du train de Brévens.",
         "Déraillement du train de Brévens : aucun mort. « Je démens qu'il y ait eu un mort », a réagi la préfète.",
         FactVerdict.DENIED),
        # Two ends of a span.
        ("Les urgences de Brévens seront fermées de 20 heures à 8 heures.",
         "Les urgences de Brévens seront fermées de 22 heures à 8 heures.", FactVerdict.CONFLICT),
        # One speaker, one wording, another bound.
        ("Tous les passagers ont été évacués en moins de deux heures, a assuré la préfète Hélène Carsac.",
         "Tous les passagers ont été évacués en moins de trois heures, a assuré la préfète Hélène Carsac.",
         FactVerdict.CONFLICT),
    ],
)  # fmt: skip
def test_a_denial_is_no_agreement(
    one: str, other: str, verdict: FactVerdict, tmp_path: Path
) -> None:
    found = {fact.verdict for fact in facts_of(one, other, tmp_path, days=DAYS)}
    assert verdict in found


def test_a_toll_of_one_office_is_not_disputed_by_its_next_one(tmp_path: Path) -> None:
    """« Selon un bilan communiqué à midi » names nobody who could stand against the prefecture."""
    found = facts_of(
        "Le déraillement du train de Brévens a fait 27 blessés, selon un bilan communiqué à midi.",
        "Quand le train de Brévens a déraillé, 31 personnes ont été blessées, selon la préfecture.",
        tmp_path,
        days=("2026-03-12", "2026-03-12"),
    )
    assert {fact.verdict for fact in found} & DISAGREEING == {FactVerdict.UPDATE}


@pytest.mark.parametrize(("other", "differ"), [(0, True), (4, True), (14, False)])
def test_only_who_says_the_same_words_is_a_second_speaker(other: int, differ: bool) -> None:
    def use(article: str, speaker: str, differing: int) -> QuoteUse:
        return QuoteUse(
            article,
            (Span(0, 40),),
            Rendering.ALTERED,
            (Span(0, differing),),
            Said(0, 40, speaker=speaker),
        )

    line = QuoteLine((use("a", "person:paul-vernin", 0), use("b", "person:anne-morel", other)))
    assert line.speakers_differ == differ


_ASIDE = DISAGREEING | {FactVerdict.TO_CHECK}


@pytest.mark.parametrize(
    ("says", "kind", "one", "other", "day", "then"),
    cases_of("first_sight_facts.yaml"),
)
def test_what_two_accounts_say_of_one_thing(
    says: str, kind: str, one: str, other: str, day: date, then: date, tmp_path: Path
) -> None:
    days = (day.isoformat(), then.isoformat())
    found = facts_of(one, other, tmp_path, days=days)
    told = {fact.verdict for fact in found if fact.about == kind}
    if says == "conflict":
        assert FactVerdict.CONFLICT in told
    else:
        assert bool(told & _ASIDE) == (says == "differs")
