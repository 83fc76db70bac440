"""What sources give differently is shown with its verdict and never called false."""

from dataclasses import replace

import pytest
from builders import make_article, name_of
from differing import differences

from index.compare.source_comparison import compare
from index.model.article import Basis, DateValue
from index.model.comparison import About, Verdict


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        ("lundi et mardi", "les 15 et 16 mai", Verdict.AGREE),
        ("mardi 16 mai", "les 15 et 16 mai", Verdict.NARROWER),
        ("en mai 2023", "le 15 mai", Verdict.NARROWER),
        ("du 10 au 15 mai", "du 14 au 20 mai", Verdict.OVERLAP),
        ("le 15 mai", "le 16 mai", Verdict.CONFLICT),
    ],
)
def test_compares_dates_of_a_row(one: str, other: str, verdict: Verdict) -> None:
    found = differences(
        f"Le comité des quais voiliers s'est réuni {one} dans la rade abritée.",
        f"Dans la rade abritée, le comité des quais voiliers s'est réuni {other}.",
        About.DATE,
    )
    assert [difference.verdict for difference in found] == [verdict]


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        ("40 millions d'euros", "quarante millions d'euros", Verdict.AGREE),
        ("40 millions d'euros", "45 millions d'euros", Verdict.CONFLICT),
        ("environ 40 millions d'euros", "41 millions d'euros", Verdict.NARROWER),
        ("entre 40 et 45 millions d'euros", "42 millions d'euros", Verdict.NARROWER),
        ("entre 40 et 45 millions d'euros", "entre 42 et 50 millions d'euros", Verdict.OVERLAP),
        ("une cinquantaine de millions d'euros", "50 millions d'euros", Verdict.NARROWER),
    ],
)
def test_compares_figures_of_a_row(one: str, other: str, verdict: Verdict) -> None:
    found = differences(
        f"Le chantier du quai voilier a coûté {one} au département.",
        f"Au département, le chantier du quai voilier a coûté {other}.",
        About.QUANTITY,
    )
    assert [(difference.label, difference.verdict) for difference in found] == [
        ("chantier du quai voilier a coûté", verdict)
    ]


@pytest.mark.parametrize(
    "words",
    [
        "environ 40 millions d'euros",
        "au moins 40 millions d'euros",
        "près de 40 millions d'euros",
        "plus de 40 millions d'euros",
        "entre 40 et 45 millions d'euros",
        "40 millions d'euros",
    ],
)
def test_shows_a_figure_with_what_qualifies_it(words: str) -> None:
    text = f"Le chantier du quai voilier a coûté {words} au département."
    other = "Au département, le chantier du quai voilier a coûté 41 millions d'euros."
    (found,) = differences(text, other, About.QUANTITY)
    (span,) = found.sides[0].spans
    assert span.of(text) == words


@pytest.mark.parametrize(("open_", "shown"), [("plus de 10", 0), ("plus de 400", 1)])
def test_what_lies_far_above_a_least_is_another_figure(open_: str, shown: int) -> None:
    both = "Le bac de Loire a repris ses traversées ce printemps."
    found = differences(
        f"{both}\n\nLes réunions de {open_} personnes au port restent interdites, selon la"
        " préfecture de la Manche.",
        f"{both}\n\nHier soir, 600 personnes dansaient sur les quais du port jusqu'à l'aube"
        " sans que nul ne vienne.",
        About.QUANTITY,
    )
    assert len(found) == shown


@pytest.mark.parametrize(
    ("one", "other", "verdicts"),
    [
        ("un marin de 28 ans", "un marin âgé de 29 ans", [Verdict.CONFLICT]),
        ("un marin de 28 ans", "un marin, 28 ans", [Verdict.AGREE]),
        ("un marin de 28 ans", "un marin engagé pour trois ans", []),
        ("un marin condamné à une peine de dix ans", "un marin de 28 ans", []),
        ("un marin engagé depuis six ans", "un marin engagé depuis sept ans", [Verdict.CONFLICT]),
    ],
)
def test_an_age_is_not_held_against_a_time(one: str, other: str, verdicts: list[Verdict]) -> None:
    found = differences(
        f"Le chalutier breton a débarqué au quai voilier {one}, sans prévenir le port.",
        f"Sans prévenir le port, le chalutier breton a débarqué au quai voilier {other}.",
        About.QUANTITY,
    )
    assert [difference.verdict for difference in found] == verdicts


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("deux jours de garde", "plus de 24 heures de garde"),
        ("trois kilos de sardines", "cinq tonnes de sardines"),
    ],
)
def test_what_a_measure_is_of_counts_nothing(one: str, other: str) -> None:
    assert not differences(
        f"Le chalutier breton a débarqué au quai voilier après {one}, sans prévenir le port.",
        f"Sans prévenir le port, le chalutier breton a débarqué au quai voilier après {other}.",
        About.QUANTITY,
    )


def test_does_not_compare_figures_of_different_units() -> None:
    assert not differences(
        "Le chantier du quai voilier a coûté 40 millions d'euros au département.",
        "Au département, le chantier du quai voilier a duré 40 semaines.",
        About.QUANTITY,
    )


def test_figures_of_times_far_apart_are_not_comparable() -> None:
    (found,) = differences(
        "En février 2001, la crue du fleuve avait inondé 210 caves du quai.",
        "En mars 1978, la crue du fleuve avait inondé 90 caves du quai.",
        About.QUANTITY,
    )
    assert (found.verdict, found.why) == (Verdict.NOT_COMPARABLE, "they speak of other times")


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        ("62 maisons ont pris l'eau.", "Une soixantaine de maisons sont touchées.", "narrower"),
        ("Douze péniches attendent.", "Voici quatorze maquettes de péniches.", "conflict"),
        ("Quelque 140 habitants sont évacués.", "On a évacué 138 personnes.", "narrower"),
    ],
)
def test_a_noun_that_is_counted_once_names_its_thing(one: str, other: str, verdict: str) -> None:
    both = "Le fleuve des mariniers a débordé dans la rade abritée du port."
    found = differences(f"{both}\n\n{one}", f"{both}\n\n{other}", About.QUANTITY)
    assert [difference.verdict for difference in found] == [verdict]


def test_two_of_a_kind_here_and_there_say_nothing() -> None:
    sentence = "Les deux ports du fleuve ont signé une entente sur les mariniers."
    assert not differences(sentence, sentence, About.QUANTITY)


def test_a_label_is_a_stretch_of_the_text() -> None:
    (found,) = differences(
        "La réunion du comité de suivi s'est tenue lundi à Brest.",
        "Le comité de suivi a tenu sa réunion le 15 mai.",
        About.DATE,
    )
    assert found.label == "réunion du comité de suivi s'est tenue"


def test_two_days_that_both_give_are_two_facts_and_not_four() -> None:
    both = "Le comité de suivi a annoncé {} un accord, après sa réunion tenue {} à Brest."
    found = differences(
        both.format("mardi 16 mai", "les 15 et 16 mai"),
        both.format("mardi", "lundi et mardi"),
        About.DATE,
    )
    assert [difference.verdict for difference in found] == [Verdict.AGREE, Verdict.AGREE]


def test_the_day_of_one_and_the_days_of_the_other_are_held_together() -> None:
    found = differences(
        "Le comité de suivi s'est réuni mardi 16 mai à Brest.",
        "Le comité de suivi s'est réuni lundi et mardi à Brest.",
        About.DATE,
    )
    assert [difference.verdict for difference in found] == [Verdict.NARROWER]


def test_two_days_of_one_that_the_other_holds_are_one_difference() -> None:
    one = "Le comité de suivi a signé mardi 16 mai un accord, après sa réunion des 15 et 16 mai."
    found = differences(
        one, "À la mi-mai, le comité de suivi a signé un accord après sa réunion.", About.DATE
    )
    assert [difference.verdict for difference in found] == [Verdict.NARROWER]
    text = make_article("a", one).text
    assert [span.of(text) for span in found[0].sides[0].spans] == ["mardi 16 mai", "15 et 16 mai"]
    assert found[0].days == (("2023-05-15", "2023-05-16"), ("2023-05-11", "2023-05-20"))


def test_a_day_told_inside_a_quotation_contradicts_nothing() -> None:
    said = "Le comité de suivi a été prévenu de la visite, sauf « hier soir par le préfet »."
    articles = [
        make_article(id, said, published=day)
        for id, day in (("a", "2023-05-17"), ("b", "2023-05-18"))
    ]
    found = [d for d in compare(articles, name_of=name_of).differences if d.about is About.DATE]
    assert [difference.verdict for difference in found] == [Verdict.NOT_COMPARABLE]


def test_what_holds_several_days_joins_what_agrees_on_each() -> None:
    said = "Le comité de suivi a annoncé {} un accord, après sa réunion tenue {} à Brest."
    texts = (
        said.format("mardi 16 mai", "les 15 et 16 mai"),
        said.format("mardi", "lundi et mardi"),
        "À la mi-mai, le comité de suivi a annoncé un accord après sa réunion à Brest.",
    )
    articles = [
        make_article(id, text, published="2023-05-18")
        for id, text in zip("abc", texts, strict=True)
    ]
    found = [d for d in compare(articles, name_of=name_of).differences if d.about is About.DATE]
    assert [[side.article for side in difference.sides] for difference in found] == [
        ["a", "b", "c"],
        ["a", "b", "c"],
    ]


@pytest.mark.parametrize(
    ("one", "other", "label"),
    [
        (
            "L'accord sécuritaire a été signé lundi à Brest.",
            "Le pacte sécuritaire a été signé à Brest le 15 mai.",
            "accord sécuritaire a été signé",
        ),
        (
            "Le très attendu second tour des régates aura lieu lundi.",
            "Le tour des régates aura lieu le 15 mai.",
            "attendu second tour des régates aura lieu",
        ),
        (
            "Lundi, sécuritaire ou non, un pacte a été signé à Brest.",
            "Un pacte a été signé à Brest le 15 mai.",
            "pacte a été signé à Brest",
        ),
    ],
)
def test_a_label_is_not_cut_before_its_noun(one: str, other: str, label: str) -> None:
    (found,) = differences(one, other, About.DATE)
    assert found.label == label


def test_a_label_tells_what_was_done_rather_than_who_somebody_is() -> None:
    (found,) = differences(
        "La ministre fédérale des Transports a signé lundi un contrat de halage à Nantes.",
        "Un contrat de halage a été signé lundi par la ministre fédérale des Transports.",
        About.DATE,
    )
    assert found.label == "contrat de halage"


def test_an_undated_source_takes_its_year_from_the_one_beside_it() -> None:
    a = make_article("a", "Les ports ont signé une entente le 24 novembre 2021 à Brest.")
    b = make_article("b", "Une entente a été signée à Brest par les ports mercredi 24 novembre.")
    c = make_article("c", "Une entente a été signée à Brest par les ports mardi 24 novembre.")
    found = [d for d in compare([a, b, c], name_of=name_of).differences if d.about is About.DATE]
    (fact,) = found
    assert fact.verdict is Verdict.AGREE
    assert [(held.one, held.other, held.verdict) for held in fact.pairs] == [
        ("a", "b", Verdict.AGREE),
        ("a", "c", Verdict.NOT_COMPARABLE),
        ("b", "c", Verdict.NOT_COMPARABLE),
    ]


def test_a_source_that_states_its_month_alone_knows_the_year_of_its_days() -> None:
    a = make_article("a", "Le comité des quais s'est réuni les 16 et 17 janvier 2023 à Brest.")
    b = make_article("b", "Le comité des quais s'est réuni à Brest mi-janvier.")
    b = replace(b, published=DateValue("2023-01", "2023-01-01", "2023-01-31", Basis.STATED))
    found = [d for d in compare([a, b], name_of=name_of).differences if d.about is About.DATE]
    assert [d.verdict for d in found] == [Verdict.NARROWER]


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        ("60 trains par jour", "60 trains par semaine", "the figures count over different spans"),
        ("60 trains par jour", "90 trains", "the figures count over different spans"),
        ("une vingtaine de trains", "27 trains", "one is only approximate"),
        ("60 millions d'euros", "60 millions de dollars", "the currencies differ"),
        ("4 %", "quatre points", "one counts points, the other a share"),
    ],
)
def test_says_why_figures_cannot_be_compared(one: str, other: str, why: str) -> None:
    (found,) = differences(
        f"L'accord des ports voiliers prévoit {one} sur la ligne des quais.",
        f"Sur la ligne des quais, l'accord des ports voiliers prévoit {other}.",
        About.QUANTITY,
    )
    assert (found.verdict, found.why) == (Verdict.NOT_COMPARABLE, why)


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        ("un an après la tempête", "le 15 mai", "one is relative to a day that is not known"),
        ("fin avril", "le 3 mai", "one is told more loosely"),
        ("le 15 mai 2021", "le 15 mai 2023", "they speak of other times"),
    ],
)
def test_says_why_dates_cannot_be_compared(one: str, other: str, why: str) -> None:
    (found,) = differences(
        f"Le comité des quais voiliers a flâné {one} dans la rade abritée.",
        f"Dans la rade abritée, le comité des quais voiliers a flâné {other}.",
        About.DATE,
    )
    assert (found.verdict, found.why) == (Verdict.NOT_COMPARABLE, why)


def test_a_fact_of_four_sources_is_one_line() -> None:
    texts = {
        "a": "La crue du fleuve a inondé 210 caves du quai voilier.",
        "b": "Sur le quai voilier, la crue du fleuve a inondé 210 caves.",
        "c": "La crue du fleuve a inondé environ 200 caves du quai voilier.",
        "d": "La crue du fleuve a inondé 150 caves du quai voilier.",
    }
    articles = [make_article(id, text, published="2023-05-17") for id, text in texts.items()]
    found = [d for d in compare(articles, name_of=name_of).differences if d.about is About.QUANTITY]
    (fact,) = found
    assert fact.verdict is Verdict.CONFLICT
    assert [side.article for side in fact.sides] == ["a", "b", "c", "d"]
    assert {(h.one, h.other): h.verdict for h in fact.pairs}["a", "c"] is Verdict.NARROWER
    assert len(fact.pairs) == 6


def test_a_figure_without_its_noun_takes_that_of_the_sentence_before() -> None:
    both = "La flotte des ports voiliers sera renouvelée au printemps."
    (found,) = differences(
        f"{both} Le port voilier a commandé vingt-cinq hélicoptères.",
        f"{both} Le port voilier voulait des hélicoptères. Il en a commandé vingt-quatre.",
        About.QUANTITY,
    )
    assert found.verdict is Verdict.CONFLICT


def test_one_who_gives_two_counts_contradicts_nobody_who_gives_one_of_them() -> None:
    found = differences(
        "Dans la rade abritée, 12 000 manifestants ont défilé contre le quai voilier.",
        "Dans la rade abritée, 25 000 personnes ont défilé contre le quai voilier selon les"
        " syndicats, 12 000 selon la préfecture.",
        About.QUANTITY,
    )
    assert [difference.verdict for difference in found] == [Verdict.AGREE]


@pytest.mark.parametrize(
    ("other", "verdict"),
    [
        ("L'amende s'élève à 20 000 euros.", Verdict.CONFLICT),
        ("Il s'agit d'une amende de 15 000 euros.", Verdict.AGREE),
    ],
)
def test_the_only_amounts_of_a_thing_are_held_together(other: str, verdict: Verdict) -> None:
    start = "Léa Arnal a été condamnée pour le naufrage du quai voilier"
    found = differences(
        f"{start} à deux ans de prison et 15 000 euros d'amende.", f"{start}. {other}",
        About.QUANTITY,
    )  # fmt: skip
    assert [difference.verdict for difference in found] == [verdict]


def test_amounts_of_two_things_are_not_held_together() -> None:
    start = "Léa Arnal a été condamnée pour le naufrage du quai voilier"
    assert not differences(
        f"{start} à deux ans de prison et 15 000 euros d'amende.",
        f"{start}. Les dommages s'élèvent à 20 000 euros.",
        About.QUANTITY,
    )
