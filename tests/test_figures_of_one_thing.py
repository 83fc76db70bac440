"""Values of two accounts are set apart only where both are those of one thing: the same words stand around them."""

from __future__ import annotations

import pytest
from builders import make_article, name_of

from index.compare.source_comparison import compare
from index.model.comparison import About, Comparison, Verdict
from index.model.facts import FactVerdict

NAMES = {
    "person:arnal": ["Léa Arnal"], "person:vernin": ["Paul Vernin"],
    "place:vaubrac": ["Vaubrac"], "place:lormenil": ["Lorménil"], "place:vesinie": ["Vésinie"],
    "place:larron": ["Haut-Larron"], "organisation:moulin": ["Jean-Moulin"],
}  # fmt: skip
BOTH = "Le comité des quais voiliers s'est réuni dans la rade abritée."
_HELD = frozenset(FactVerdict) - {
    FactVerdict.AGREE, FactVerdict.ONLY, FactVerdict.OTHERWISE, FactVerdict.NOT_COMPARABLE
}  # fmt: skip
_MEETING = (Verdict.AGREE, Verdict.NARROWER, Verdict.NOT_COMPARABLE)

ONE_THING = [
    ("Le sillage de boue orange long de 12 km inquiète les riverains.",
     "Une boue orange de 40 km de long s'est formée dans le fleuve.", "12 km", "40 km"),
    ("L'école Jean-Moulin restera fermée jusqu'au lundi 13 mars.",
     "L'école Jean-Moulin n'accueillera pas d'élèves avant le mercredi 15 mars.", "lundi 13 mars", "mercredi 15 mars"),
    ("Quelque 600 soldats et sept avions bombardiers d'eau sont engagés.",
     "Quatorze avions bombardiers d'eau ont tourné toute la nuit.", "sept avions", "Quatorze avions"),
    ("Léa Arnal a été condamnée à un an de prison et 15 000 euros d'amende.",
     "Léa Arnal a été condamnée à un an de prison. L'amende s'élève à 20 000 euros.", "15 000 euros", "20 000 euros"),
    ("Sept canots de sauvetage ont été mis à l'eau.",
     "Neuf canots de sauvetage ont été mis à l'eau avant l'aube.", "Sept canots", "Neuf canots"),
    ('Le musée Jean-Moulin rouvrira le 4 avril après les travaux.',
     'Fermé pour travaux, le musée Jean-Moulin rouvrira le 11 avril.', '4 avril', '11 avril'),
    ('Cinq remorques de fourrage ont brûlé dans la grange.',
     'Huit remorques de fourrage ont brûlé.', 'Cinq remorques', 'Huit remorques'),
    ('La caution demandée à Paul Vernin est de 30 000 euros.',
     'Paul Vernin devra verser une caution de 45 000 euros.', '30 000 euros', '45 000 euros'),
    ('Le niveau de la nappe souterraine a baissé de 12 % cet été.',
     'Cet été, la nappe souterraine a vu son niveau baisser de 21 %.', '12 %', '21 %'),
    ('Le câble sous-marin posé au large mesure 140 km.',
     'Long de 210 km, le câble sous-marin posé au large est rompu.', '140 km', '210 km'),
]  # fmt: skip
TWO_THINGS = [
    ("À 8 heures, la tempête se trouvait à environ 150 kilomètres au sud-est de Vaubrac avec des rafales locales.",
     "À 22 heures, la tempête se trouvait à environ 90 kilomètres à l'ouest de Lorménil avec des rafales locales.",
     "150 kilomètres", "90 kilomètres"),
    ("Huit départements de la Vésinie sont placés en alerte pour neige et verglas.",
     "Quatre départements du Haut-Larron sont placés en alerte pour neige et verglas.",
     "Huit départements", "Quatre départements"),
    ("Arrivée en tête au premier tour, Léa Arnal (19,86 %) conduira la liste commune.",
     "Arrivé en tête au premier tour, Paul Vernin (22,72 %) conduira la liste commune.", "19,86 %", "22,72 %"),
    ("À Vaubrac, une cinquantaine d'étudiants ont été testés positifs.",
     "À Lorménil, une soixantaine d'étudiants ont été testés positifs.", "cinquantaine d'étudiants", "soixantaine d'étudiants"),
    ("Le parquet enquête sur deux sites qui ont sali la rivière.",
     "La préfecture a visité quelque 1 300 sites au titre de la rivière et des forêts.", "deux sites", "1 300 sites"),
    ("En 2018, un patient opéré du mauvais genou avait touché 25 000 euros.",
     "En 2022, un patient amputé du mauvais orteil avait touché 8 000 euros.", "25 000 euros", "8 000 euros"),
    ("À Vaubrac, les pompiers ont pompé 300 mètres cubes d'eau dans les caves.",
     "À Lorménil, les pompiers ont pompé 900 mètres cubes d'eau dans les caves.", '300 mètres', '900 mètres'),
    ('Léa Arnal a obtenu 43 % des voix des délégués.',
     'Paul Vernin a obtenu 31 % des voix des délégués.', '43 %', '31 %'),
    ('Le conseil a voté douze subventions aux clubs.',
     'La mairie gère quelque 400 subventions par an.', 'douze subventions', '400 subventions'),
    ('En 1999, la tempête avait abattu 3 000 chênes du parc.',
     'En 2019, la tempête a abattu 450 chênes du parc.', '3 000 chênes', '450 chênes'),
    ('Le tribunal de Vaubrac se prononcera le 12 mars.',
     'La cour de Lorménil se prononcera le 30 mars.', '12 mars', '30 mars'),
    ('Deux vols pour la Vésinie ont été annulés mardi.',
     'Sept vols pour le Haut-Larron ont été annulés mardi.', 'Deux vols', 'Sept vols'),
]  # fmt: skip


def compared(one: str, other: str) -> Comparison:
    read = [
        make_article(id, BOTH, said, names=NAMES, published="2023-03-08")
        for id, said in (("a", one), ("b", other))
    ]
    return compare(read, name_of=name_of)


def set_apart(found: Comparison, texts: tuple[str, str], ours: str, theirs: str) -> set[str]:
    """The verdicts of the lines that hold both values: those of differences, and those of facts."""
    whole = {id: f"{BOTH}\n\n{text}" for id, text in zip(("a", "b"), texts, strict=True)}
    wanted = {"a": ours, "b": theirs}
    told = {
        f"difference {one.verdict.value}"
        for one in found.differences
        if one.about in (About.DATE, About.QUANTITY)
        and one.verdict not in _MEETING
        and all(
            any(wanted[side.article] in span.of(whole[side.article]) for span in side.spans)
            for side in one.sides
        )
    }
    return told | {
        f"fact {fact.verdict.value}"
        for fact in found.facts
        if fact.verdict in _HELD
        and len(fact.accounts) == 2
        and all(
            any(wanted[account.article] in claim.text for claim in account.claims)
            for account in fact.accounts
        )
    }


@pytest.mark.parametrize(("one", "other", "ours", "theirs"), ONE_THING)
def test_two_values_of_one_thing_are_set_apart(
    one: str, other: str, ours: str, theirs: str
) -> None:
    assert set_apart(compared(one, other), (one, other), ours, theirs)


@pytest.mark.parametrize(("one", "other", "ours", "theirs"), TWO_THINGS)
def test_values_of_two_things_are_not(one: str, other: str, ours: str, theirs: str) -> None:
    assert not set_apart(compared(one, other), (one, other), ours, theirs)
