"""How a source stands behind what it says, and which words are its own."""

import pytest
from builders import make_article, name_of

from index.compare.source_comparison import compare
from index.model.comparison import Manner

NAMES = {"person:arnal": ["Léa Arnal"], "place:brest": ["Brest"]}


@pytest.mark.parametrize(
    ("text", "manner", "cue"),
    [
        ("Le port de Brest ferme.", None, None),
        ("Le port fermera, selon Léa Arnal.", Manner.ATTRIBUTED, "selon"),
        ("Léa Arnal a affirmé que le port fermera.", Manner.ATTRIBUTED, "a affirmé"),
        ("« Le port fermera », a dit Léa Arnal.", Manner.ATTRIBUTED, "Léa Arnal"),
        ("Léa Arnal est sur place que la mer monte ou non.", None, None),
        ("La note que le port a reçue est brève.", None, None),
        ("Léa Arnal note que le port ferme.", Manner.ATTRIBUTED, "note"),
        ("Le port aurait fermé dimanche.", Manner.CONDITIONAL, "aurait fermé"),
        ("Deux marins seraient blessés.", Manner.CONDITIONAL, "seraient blessés"),
        ("S'il avait plu, le port aurait fermé.", None, None),
        ("« Le port aurait fermé », a dit Léa Arnal.", Manner.ATTRIBUTED, "Léa Arnal"),
        (
            "« Le port fermera », dit un marin sous couvert d'anonymat.",
            Manner.ANONYMOUS,
            "sous couvert d'anonymat",
        ),
        ("Selon une source policière, il a fui.", Manner.ANONYMOUS, "Selon une source policière"),
    ],
)
def test_tells_how_a_sentence_is_asserted(
    text: str, manner: Manner | None, cue: str | None
) -> None:
    a, b = make_article("a", text, names=NAMES), make_article("b", "Il pleut.")
    found = [
        (asserted.manner, asserted.cue.of(a.text) if asserted.cue else None)
        for asserted in compare([a, b], name_of=name_of).asserted
    ]
    assert found == ([] if manner is None else [(manner, cue)])


def test_words_of_title_and_lead_that_nobody_quoted_says_are_the_journalists() -> None:
    a = make_article(
        "a", "Le maire défend une piste « sûre ».", "La piste plaît.", title="Une piste de trop"
    )
    b = make_article("b", "« Cette piste est sûre et belle », dit le maire.")
    own = compare([a, b], name_of=name_of).own_words[0]
    assert [span.of(a.text) for span in own.spans] == ["maire", "défend"]


def test_shows_what_sources_have_in_common_and_what_they_both_quote() -> None:
    shared = "« Nous voulons bâtir ensemble un port ouvert et moderne »"
    a = make_article("a", f"{shared}, dit-elle au marché couvert de la vieille ville.")
    b = make_article("b", f"Elle l'a redit hier : {shared}.")
    result = compare([a, b], name_of=name_of)
    first, second = result.dependence
    assert 0 < first.text < second.text < 1
    assert (first.quotes, second.quotes) == (1.0, 1.0)
    (passage,) = result.communique
    assert passage.spans[0].of(a.text) == "Nous voulons bâtir ensemble un port ouvert et moderne"


def test_shows_what_sources_call_one_thing() -> None:
    a = make_article("a", "Les deux villes ont signé un accord-cadre sur le port de pêche.")
    b = make_article("b", "Sur le port de pêche, les deux villes ont signé un protocole d'accord.")
    (found,) = [d for d in compare([a, b], name_of=name_of).differences if d.label == "accord"]
    sides = [span.of(t.text) for t, p in zip((a, b), found.sides, strict=True) for span in p.spans]
    assert sides == ["accord-cadre", "protocole d'accord"]
