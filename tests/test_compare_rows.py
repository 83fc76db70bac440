"""Two to four sources stand side by side, statement by statement."""

from collections.abc import Mapping
from itertools import combinations

import pytest
from builders import make_article, name_of
from hypothesis import given
from hypothesis import strategies as st

from index.compare.alignment import STRONG, Link
from index.compare.rows import rows
from index.compare.source_comparison import compare
from index.compare.statements import Statement, statements
from index.french.stems import FrenchStemmer
from index.model.article import Article, ArticleId
from index.model.comparison import Comparison, Doubt, Evidence, Row, Strength

NAMES = {
    "person:arnal": ["Léa Arnal"],
    "person:brun": ["Hugo Brun"],
    "place:brest": ["Brest"],
    "place:oran": ["Oran"],
    "organisation:armateurs": ["Union des armateurs"],
}


def first() -> Article:
    return make_article(
        "a",
        "La ministre Léa Arnal a inauguré lundi à Brest un quai réservé aux cargos à voile.",
        "Le chantier a coûté 40 millions d'euros et duré trois ans.",
        "« Ce quai change la vie des marins et le visage de la rade », s'est félicitée Léa Arnal.",
        "Les pêcheurs craignent de perdre leurs places à l'ouest du bassin.",
        title="Brest ouvre un quai pour les cargos à voile",
        names=NAMES,
        published="2023-05-16",
    )


def second() -> Article:
    return make_article(
        "b",
        "Hugo Brun, patron de l'Union des armateurs, commande quatre navires à Oran.",
        "Selon Léa Arnal, « ce quai change la vie des marins ».",
        "À Brest, un quai pour cargos à voile a été inauguré le 15 mai par la ministre Léa Arnal.",
        "Les travaux du chantier ont coûté 45 millions d'euros.",
        title="Le vent revient au port",
        names=NAMES,
        published="2023-05-16",
    )


def third() -> Article:
    return make_article(
        "c",
        "Un quai destiné aux cargos à voile a été inauguré à Brest par la ministre Léa Arnal.",
        "La tempête a retardé deux ferries venus d'Oran.",
        title="Météo marine",
        names=NAMES,
        published="2023-05-17",
    )


def texts(comparison: Comparison, *articles: Article) -> list[dict[str, list[str]]]:
    by_id = {article.id: article.text for article in articles}
    return [
        {p.article: [s.of(by_id[p.article]) for s in p.spans] for p in row.passages}
        for row in comparison.rows
    ]


def test_aligns_statements_whatever_their_order() -> None:
    a, b = first(), second()
    found = texts(compare([a, b], name_of=name_of), a, b)
    assert any("inauguré lundi" in row["a"][-1] and "le 15 mai" in row["b"][0] for row in found)
    assert any("40 millions" in row["a"][0] and "45 millions" in row["b"][0] for row in found)


def test_says_what_only_one_source_has() -> None:
    a, b = first(), second()
    only = {p.article: list(p.spans) for p in compare([a, b], name_of=name_of).only}
    assert [span.of(a.text) for span in only["a"]] == [
        "Les pêcheurs craignent de perdre leurs places à l'ouest du bassin."
    ]
    assert any("Hugo Brun" in span.of(b.text) for span in only["b"])


def test_a_row_says_why() -> None:
    a, b = first(), second()
    row = next(
        row
        for row in compare([a, b], name_of=name_of).rows
        if "Ce quai change" in row.passages[0].spans[0].of(a.text)
    )
    assert Evidence.QUOTE in row.because
    assert "quai" in row.shared
    assert "visage de la rade" in " ".join(
        span.of(a.text) for span in row.differing[0].spans
    ).replace("visage rade", "visage de la rade")


def test_every_two_passages_of_a_row_are_linked_themselves() -> None:
    a, b, c = first(), second(), third()
    three = compare([a, b, c], name_of=name_of)
    pairs = {
        (p.article, p_span, q.article, q_span)
        for one, other in ((a, b), (a, c), (b, c))
        for row in compare([one, other], name_of=name_of).rows
        for p in row.passages
        for q in row.passages
        if p.article < q.article
        for p_span in p.spans
        for q_span in q.spans
    }
    claimed = {
        (p.article, p_span, q.article, q_span)
        for row in three.rows
        for p in row.passages
        for q in row.passages
        if p.article < q.article
        for p_span in p.spans
        for q_span in q.spans
    }
    assert claimed == pairs
    assert any(len(row.passages) == 3 for row in three.rows)


def test_the_same_words_are_the_same_statement() -> None:
    text = "La ministre Léa Arnal a inauguré lundi à Brest un quai réservé aux cargos à voile."
    other = "Les élus de la région voteront le budget des routes en décembre."
    a = make_article("a", text, other, names=NAMES)
    b = make_article("b", "Le temps reste frais sur la côte.", text.replace("'", "’"), names=NAMES)
    (row,) = compare([a, b], name_of=name_of).rows
    assert row.strength is Strength.SAME


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Le préfet a autorisé la marche prévue samedi dans le centre de Brest.",
            "Le préfet n'a pas autorisé la marche prévue samedi dans le centre de Brest.",
        ),
        (
            "L'incendie du dépôt a blessé trois pompiers dans le port de Brest.",
            "L'incendie du dépôt a blessé neuf pompiers dans le port de Brest.",
        ),
        (
            "L'armée a commandé des avions F-16 à un groupe américain pour ses bases.",
            "L'armée a commandé des avions F-35 à un groupe américain pour ses bases.",
        ),
        (
            "Léa Arnal a signé la convention avec les armateurs de la région.",
            "Hugo Brun a signé la convention avec les armateurs de la région.",
        ),
    ],
)
def test_what_contradicts_is_never_the_same(one: str, other: str) -> None:
    a = make_article("a", one, "Le musée rouvre ses portes après deux ans.", names=NAMES)
    b = make_article("b", other, "Une pluie fine tombe depuis hier.", names=NAMES)
    rows = compare([a, b], name_of=name_of).rows
    assert rows and all(row.strength is not Strength.SAME for row in rows)


@pytest.mark.parametrize(
    ("one", "other", "doubts"),
    [
        (
            "Le préfet a autorisé la marche prévue dans le centre de Brest.",
            "Le préfet n'a pas autorisé la marche prévue dans le centre de Brest.",
            (Doubt.NEGATION,),
        ),
        (
            "La mairie de Brest a été mise en demeure de fermer le port.",
            "La mairie de Brest dément avoir été mise en demeure de fermer le port.",
            (Doubt.NEGATION,),
        ),
        (
            "Le préfet a signé à Brest un accord sans précédent sur la pêche.",
            "Le préfet a signé à Brest un accord historique sur la pêche.",
            (),
        ),
        (
            "L'incendie du dépôt a blessé trois pompiers dans le port de Brest.",
            "L'incendie du dépôt a blessé neuf pompiers dans le port de Brest.",
            (Doubt.FIGURES,),
        ),
        (
            "L'armée a commandé des avions F-16 à un groupe américain pour ses bases.",
            "L'armée a commandé des avions F-35 à un groupe américain pour ses bases.",
            (Doubt.MODELS,),
        ),
        (
            "Léa Arnal a signé la convention avec les armateurs de la région.",
            "Hugo Brun a signé la convention avec les armateurs de la région.",
            (Doubt.PERSONS,),
        ),
        (
            "Les armateurs ont signé la convention de pêche le 15 mai 2023.",
            "Les armateurs ont signé la convention de pêche le 18 mai 2023.",
            (Doubt.DATES,),
        ),
        (
            "Le bateau des armateurs a pris feu à 9h dans le 7e bassin du port de Brest.",
            "Le bateau des armateurs a pris feu à 9H00 dans le VIIe bassin du port de Brest.",
            (),
        ),
        (
            "Les armateurs réclament une convention de pêche pour les ports de la région.",
            "Les armateurs signent une convention de pêche pour les ports de la région.",
            (Doubt.WISH,),
        ),
        (
            "Les armateurs ont signé la convention de pêche des ports de la région.",
            "Les armateurs ont signé la convention de pêche des ports de la région.",
            (),
        ),
    ],
)
def test_a_row_tells_why_it_is_no_surer(one: str, other: str, doubts: tuple[Doubt, ...]) -> None:
    a = make_article("a", one, "Le musée rouvre ses portes après deux ans.", names=NAMES)
    b = make_article("b", other, "Une pluie fine tombe depuis hier.", names=NAMES)
    (row,) = compare([a, b], name_of=name_of).rows
    assert (row.strength is Strength.PROBABLE, row.doubts) == (bool(doubts), doubts)


@pytest.mark.parametrize("count", [1, 51])
def test_refuses_another_number_of_articles(count: int) -> None:
    articles = [make_article(f"a{n}", "Un mot.") for n in range(count)]
    with pytest.raises(ValueError, match="two to fifty"):
        compare(articles, name_of=name_of)


def test_refuses_an_article_against_itself() -> None:
    with pytest.raises(ValueError, match="itself"):
        compare([first(), first()], name_of=name_of)


def test_what_is_asked_for_is_not_surely_what_is() -> None:
    sentences = [
        "Un bassin de retenue a été creusé en amont du village des mariniers.",
        "Le comité demande qu'un bassin de retenue soit creusé en amont du village des mariniers.",
    ]
    a, b = (make_article(name, text) for name, text in zip("ab", sentences, strict=True))
    assert [row.strength for row in compare([a, b], name_of=name_of).rows] == [Strength.PROBABLE]


def test_who_is_named_is_not_what_is_told() -> None:
    names = {**NAMES, "organisation:criee": ["Criée de Kervalan"]}
    one = "Léa Arnal a visité lundi 15 mai avec Hugo Brun la Criée de Kervalan, à Brest."
    other = "À Brest, Hugo Brun poursuit Léa Arnal, qui présidait le 15 mai la Criée de Kervalan."
    a = make_article("a", one, "Il pleut.", names=names, published="2023-05-16")
    b = make_article("b", "Le vent se lève.", other, names=names, published="2023-05-16")
    (row,) = compare([a, b], name_of=name_of).rows
    assert row.score >= STRONG
    assert row.strength is Strength.PROBABLE


def test_neighbours_alone_make_no_row() -> None:
    shared = (
        "La ministre a inauguré lundi un quai réservé aux cargos à voile.",
        "Le chantier du bassin a duré trois longues années.",
    )
    a = make_article("a", shared[0], "Les mouettes dorment au soleil du large.", shared[1])
    b = make_article("b", shared[0], "On attend une foule de marins large et bruyante.", shared[1])
    rows = compare([a, b], name_of=name_of).rows
    assert [row.passages[0].spans[0].of(a.text) for row in rows] == list(shared)


def test_a_figure_that_both_give_speaks_for_a_row() -> None:
    one = "Le chantier a occupé 1 250 ouvriers."
    other = "Quelque 1 250 ouvriers ont bâti le quai."
    a = make_article("a", "Il pleut sur la côte.", one, "Les pêcheurs partent.")
    b = make_article("b", "Le vent se lève.", "Le phare est éteint.", other)
    (row,) = compare([a, b], name_of=name_of).rows
    assert Evidence.NUMBER in row.because


ARTICLES = tuple(ArticleId(name) for name in "abcd")
SENTENCES = ("Le quai ouvre.", "Le port ferme.", "Le vent tourne.")
SIDES = tuple(
    statements(side, make_article(str(side), *SENTENCES), FrenchStemmer()) for side in range(4)
)
BODY = len(SIDES[0]) - len(SENTENCES)
"""How many sentences stand before those: the title."""


def sentence(name: str) -> Statement:
    """`b2`: the second sentence of article b."""
    return SIDES["abcd".index(name[0])][BODY + int(name[1]) - 1]


def rows_of(links: Mapping[tuple[str, str], Strength]) -> tuple[Row, ...]:
    score = {Strength.SAME: 0.95, Strength.STRONG: 0.8, Strength.PROBABLE: 0.5}
    return rows(
        [
            Link(sentence(one), sentence(other), score[strength], strength, (Evidence.WORDS,))
            for (one, other), strength in links.items()
        ],
        SIDES,
        ARTICLES,
    )


def members(row: Row) -> set[str]:
    names = {s.span: n + 1 for n, s in enumerate(SIDES[0][BODY:])}
    return {f"{p.article}{names[span]}" for p in row.passages for span in p.spans}


SAME, SURE, PROBABLE = Strength.SAME, Strength.STRONG, Strength.PROBABLE


@pytest.mark.parametrize(
    ("links", "wanted"),
    [
        # What a reports is not what c reports only because b stands between them.
        ({("a1", "b1"): SURE, ("b1", "c1"): SURE}, [("a1 b1", SURE), ("b1 c1", SURE)]),
        (
            {("a1", "b1"): SURE, ("b1", "c1"): SURE, ("a1", "c1"): SURE},
            [("a1 b1 c1", SURE)],
        ),
        # A third source that is less sure does not make the two others less sure.
        (
            {("a1", "b1"): SAME, ("b1", "c1"): PROBABLE, ("a1", "c1"): SURE},
            [("a1 b1 c1", PROBABLE), ("a1 b1", SAME), ("a1 c1", SURE)],
        ),
        # One sentence may say what another source says in two.
        ({("a1", "b1"): SURE, ("a1", "b2"): SURE}, [("a1 b1 b2", SURE)]),
        # Both sentences of b must then be what both of a are.
        (
            {("a1", "b1"): SURE, ("a1", "b2"): SURE, ("a2", "b2"): SURE},
            [("a1 b1 b2", SURE), ("a2 b2", SURE)],
        ),
        (
            dict.fromkeys(combinations(("a1", "b2", "c3", "d1"), 2), PROBABLE),
            [("a1 b2 c3 d1", PROBABLE)],
        ),
        ({}, []),
    ],
)
def test_a_row_joins_only_what_is_linked_itself(
    links: dict[tuple[str, str], Strength], wanted: list[tuple[str, Strength]]
) -> None:
    found = [(" ".join(sorted(members(row))), row.strength) for row in rows_of(links)]
    assert sorted(found) == sorted(wanted)


_PAIRS = [
    (f"{x}{i}", f"{y}{j}") for x, y in combinations("abcd", 2) for i in (1, 2, 3) for j in (1, 2, 3)
]


@given(st.dictionaries(st.sampled_from(_PAIRS), st.sampled_from(list(Strength)), max_size=30))
def test_rows_hold_every_link_and_claim_no_other(links: dict[tuple[str, str], Strength]) -> None:
    found = rows_of(links)
    claimed = {
        pair
        for row in found
        for pair in combinations(sorted(members(row)), 2)
        if pair[0][0] != pair[1][0]
    }
    assert claimed == set(links)
    order = list(Strength)
    for row in found:
        own = [links[pair] for pair in combinations(sorted(members(row)), 2) if pair in links]
        assert row.strength == max(own, key=order.index)


@pytest.mark.parametrize(
    ("one", "other", "differing"),
    [
        ("LE QUAI OUVRE LUNDI !", "« Le quai », ouvre, lundi…", ([], [])),
        ("Le quai ouvre trois portes.", "Le quai ouvre 3 portes.", ([], [])),
        ("Le quai rouvre lundi.", "Le quai ferme lundi.", (["rouvre"], ["ferme"])),
        (
            "Le préfet a autorisé la marche.",
            "Le préfet n’a pas autorisé la marche.",
            ([], ["n’a pas"]),
        ),
    ],
)
def test_words_that_differ_are_marked_punctuation_and_case_aside(
    one: str, other: str, differing: tuple[list[str], list[str]]
) -> None:
    texts = [make_article("a", one), make_article("b", other)]
    sides = [statements(side, article, FrenchStemmer()) for side, article in enumerate(texts)]
    link = Link(sides[0][-1], sides[1][-1], 0.9, Strength.STRONG, (Evidence.WORDS,))
    (row,) = rows([link], sides, ARTICLES)
    found = tuple(
        [span.of(article.text) for span in passage.spans]
        for passage, article in zip(row.differing, texts, strict=True)
    )
    assert found == differing
