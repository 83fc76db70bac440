"""Each utterance has one line, which shows how every source gives it."""

import pytest
from builders import make_article, name_of

from index.compare.source_comparison import compare
from index.model.comparison import QuoteLine, Rendering

FULL = "nous voulons bâtir ensemble un port ouvert, moderne et tourné vers le large"


def lines(one: str, other: str) -> tuple[tuple[QuoteLine, ...], str, str]:
    a, b = make_article("a", one), make_article("b", other)
    return compare([a, b], name_of=name_of).quotes, a.text, b.text


@pytest.mark.parametrize(
    ("other", "relation"),
    [
        (f'Elle le dit : "{FULL}".', Rendering.IDENTICAL),
        ("Elle veut « bâtir ensemble un port ouvert, moderne ».", Rendering.CUT),
        ("« Nous voulons […] un port ouvert, moderne et tourné vers le large »", Rendering.CUT),
        (
            "Elle veut « bâtir ensemble un port ouvert » et « tourné vers le large », dit-elle.",
            Rendering.SPLIT,
        ),
        (
            "« nous voulons bâtir ensemble un port ouvert, vivant et tourné vers le large »",
            Rendering.ALTERED,
        ),
        (
            "Elle dit que nous voulons bâtir ensemble un port ouvert, moderne et tourné vers le"
            " large.",
            Rendering.UNQUOTED,
        ),
    ],
)
def test_tells_how_a_source_gives_an_utterance(other: str, relation: Rendering) -> None:
    quotes, _, _ = lines(f"La maire l'a dit : « {FULL} ».", other)
    (line,) = quotes
    assert {use.article: use.relation for use in line.uses} == {
        "a": Rendering.IDENTICAL,
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
    assert use.relation is Rendering.SPLIT
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
    assert use.relation is Rendering.UNQUOTED
    assert use.spans[0].of(text).startswith("porteuse d'espoirs communs")


LONG = (
    "le syndicat des marins pêcheurs a prévenu le conseil du port qu'il quittera la table si la taxe"
    " est votée avant la fin de l'année prochaine"
)


@pytest.mark.parametrize(
    "reported",
    [
        "La réunion, disent-ils, compte peu s'il quittera la table si la taxe est votée.",
        "La taxe est votée avant la fin de l'année prochaine, croit-il.",
        "Le syndicat des marins pêcheurs a prévenu le conseil du port.",
    ],
)
def test_what_is_said_is_found_without_its_marks(reported: str) -> None:
    quotes, _, _ = lines(f"Elle écrit : « {LONG} ».", reported)
    assert [use.relation for use in quotes[0].uses][1:] == [Rendering.UNQUOTED]


@pytest.mark.parametrize(
    "named",
    [
        "Le syndicat des marins pêcheurs fête ses vingt ans.",
        "Une réunion avec le conseil du port est prévue.",
        "Les travaux durent jusqu'à la fin de l'année prochaine.",
        "Le syndicat des marins pêcheurs a un nouveau local.",
    ],
)
def test_to_name_what_a_long_quotation_names_is_no_use_of_it(named: str) -> None:
    quotes, _, _ = lines(f"Elle écrit : « {LONG} ».", named)
    assert [use.article for use in quotes[0].uses] == ["a"]


def test_words_in_brackets_make_no_version_the_fullest() -> None:
    quotes, _, _ = lines(
        "« l'achat et [de] la réparation des bateaux »", "« l'achat et la réparation des bateaux »"
    )
    assert [use.relation for use in quotes[0].uses] == [Rendering.ALTERED, Rendering.IDENTICAL]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "C'est « un pas très important pour nos deux ports ».",
            "C'est « un pas très important ».",
        ),
        (
            "On vante « la confiance et le soutien réciproque ».",
            "On vante le « soutien réciproque ».",
        ),
    ],
)
def test_a_short_cut_quotation_is_cut(one: str, other: str) -> None:
    quotes, _, _ = lines(one, other)
    (line,) = quotes
    assert [use.relation for use in line.uses] == [Rendering.IDENTICAL, Rendering.CUT]


def test_two_ends_of_one_utterance_are_one_line() -> None:
    quotes, _, _ = lines(
        "Il loue une entente « porteuse d'espoirs communs et fondée sur la paix ».",
        "Il loue une entente « fondée sur la paix et le respect mutuel ».",
    )
    (line,) = quotes
    assert Rendering.CUT in [use.relation for use in line.uses]


def test_single_words_of_a_list_are_its_pieces() -> None:
    quotes, _, _ = lines(
        "Il vise « la logistique, la formation et les exercices ».",
        "Il vise la « logistique », la « formation » et les « exercices ».",
    )
    (line,) = quotes
    assert [use.relation for use in line.uses] == [Rendering.IDENTICAL, Rendering.SPLIT]


def test_single_words_with_a_wink_belong_to_no_utterance() -> None:
    quotes, _, _ = lines(
        "Un « miracle » pour le port, dit-on.",
        "« Nous croyons au miracle des marées depuis toujours », écrit la maire.",
    )
    assert [len(line.uses) for line in quotes] == [1]


def test_what_is_reported_in_other_order_is_found() -> None:
    quotes, _, text = lines(
        "« Nous avons franchi une étape historique », s'est réjouie la maire.",
        "Pour la maire, une étape historique a été franchie par les marins.",
    )
    use = quotes[0].uses[1]
    assert use.relation is Rendering.UNQUOTED
    assert use.spans[0].of(text) == "étape historique a été franchie"


def test_the_version_of_most_sources_is_the_measure() -> None:
    said = "nos ports et chantiers communs créent une base solide"
    articles = [
        make_article("a", f"« {said} »"),
        make_article("b", "« nos ports et nos chantiers communs créent une base solide »"),
        make_article("c", f"« {said} »"),
    ]
    (line,) = compare(articles, name_of=name_of).quotes
    assert [use.relation for use in line.uses] == [
        Rendering.IDENTICAL,
        Rendering.ALTERED,
        Rendering.IDENTICAL,
    ]


def test_a_title_that_repeats_words_of_its_quotation_is_no_piece_of_it() -> None:
    a = make_article("a", "Il loue « un port ouvert et libre ».", title="Un « port ouvert »")
    b = make_article("b", "Il loue « un port ouvert et libre ».")
    (line,) = compare([a, b], name_of=name_of).quotes
    assert [len(use.spans) for use in line.uses] == [1, 1]


def test_who_speaks_is_no_part_of_what_is_said() -> None:
    quotes, _, _ = lines(
        "« Nos équipages attendaient ce jour depuis 2009 », a dit le maire.",
        "« Nos équipages, a dit le maire, attendaient ce jour depuis 2009. »",
    )
    (line,) = quotes
    assert [use.relation for use in line.uses] == [Rendering.IDENTICAL, Rendering.IDENTICAL]


def test_a_short_sentence_is_an_utterance() -> None:
    quotes, _, _ = lines("« Nous contestons tout », a dit le maire.", "Il parle d'un « tout ».")
    assert [len(line.uses) for line in quotes] == [1]


@pytest.mark.parametrize(
    ("more", "measured_by_most"),
    [("", True), ("grands", True), ("grands chantiers publics", False)],
)
def test_a_version_about_as_full_as_the_fullest_is_the_measure(
    more: str, measured_by_most: bool
) -> None:
    said = "nos ports, quais, digues, phares et bateaux communs créent une base solide"
    fuller = said.replace("nos", f"nos {more}", 1)
    articles = [
        make_article("a", f"« {fuller} »"),
        make_article("b", f"« {said} »"),
        make_article("c", f"« {said} »"),
    ]
    (line,) = compare(articles, name_of=name_of).quotes
    same = [use.relation is Rendering.IDENTICAL for use in line.uses]
    assert same == ([not more, True, True] if measured_by_most else [True, False, False])
