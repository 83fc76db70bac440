"""Each utterance has one line, which shows how every source gives it."""

import pytest
from builders import make_article, name_of

from index.compare.comparison import compare
from index.model.comparison import QuoteLine, Relation

FULL = "nous voulons bâtir ensemble un port ouvert, moderne et tourné vers le large"


def lines(one: str, other: str) -> tuple[tuple[QuoteLine, ...], str, str]:
    a, b = make_article("a", one), make_article("b", other)
    return compare([a, b], name_of=name_of).quotes, a.text, b.text


@pytest.mark.parametrize(
    ("other", "relation"),
    [
        (f'Elle le dit : "{FULL}".', Relation.IDENTICAL),
        ("Elle veut « bâtir ensemble un port ouvert, moderne ».", Relation.CUT),
        ("« Nous voulons […] un port ouvert, moderne et tourné vers le large »", Relation.CUT),
        (
            "Elle veut « bâtir ensemble un port ouvert » et « tourné vers le large », dit-elle.",
            Relation.SPLIT,
        ),
        (
            "« nous voulons bâtir ensemble un port ouvert, vivant et tourné vers le large »",
            Relation.ALTERED,
        ),
        (
            "Elle dit que nous voulons bâtir ensemble un port ouvert, moderne et tourné vers le"
            " large.",
            Relation.UNQUOTED,
        ),
    ],
)
def test_tells_how_a_source_gives_an_utterance(other: str, relation: Relation) -> None:
    quotes, _, _ = lines(f"La maire l'a dit : « {FULL} ».", other)
    (line,) = quotes
    assert {use.article: use.relation for use in line.uses} == {
        "a": Relation.IDENTICAL,
        "b": relation,
    }


def test_shows_the_words_that_were_altered() -> None:
    quotes, _, text = lines(f"« {FULL} »", f"« {FULL.replace('moderne', 'vivant')} »")
    altered = [span.of(text) for use in quotes[0].uses for span in use.differing]
    assert altered == ["vivant"]


def test_short_pieces_of_a_sentence_join_the_utterance() -> None:
    quotes, _, text = lines(
        "Il vise « la logistique, la formation et les exercices ainsi que l'achat de bateaux ».",
        "L'accord vise la « logistique », la « formation » et « l'achat de bateaux ».",
    )
    (line,) = quotes
    use = next(use for use in line.uses if use.article == "b")
    assert use.relation is Relation.SPLIT
    assert [span.of(text) for span in use.spans] == [
        "logistique",
        "formation",
        "l'achat de bateaux",
    ]


def test_an_utterance_of_one_source_has_its_line_and_a_quoted_name_has_none() -> None:
    quotes, text, _ = lines(
        "Le drone « Harfang » vole. « La mer est notre jardin », dit-elle.", "Il pleut."
    )
    (line,) = quotes
    assert [span.of(text) for use in line.uses for span in use.spans] == ["La mer est notre jardin"]


def test_a_formula_that_returns_is_found_without_its_marks() -> None:
    quotes, _, text = lines(
        "Il salue une entente « porteuse d'espoirs communs et fondée sur le droit ».",
        "Les maires louent une entente porteuse d'espoirs communs et de chantiers.",
    )
    use = quotes[0].uses[1]
    assert use.relation is Relation.UNQUOTED
    assert use.spans[0].of(text).startswith("porteuse d'espoirs communs")


def test_words_in_brackets_make_no_version_the_fullest() -> None:
    quotes, _, _ = lines(
        "« l'achat et [de] la réparation des bateaux »", "« l'achat et la réparation des bateaux »"
    )
    assert [use.relation for use in quotes[0].uses] == [Relation.ALTERED, Relation.IDENTICAL]
