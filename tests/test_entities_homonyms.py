"""Two people of one name: what tells them apart in articles, and when a reader is asked."""

from __future__ import annotations

import pytest
from builders import make_article

from index.entities.homonyms import homonyms
from index.entities.lives import Life, apart, known_trades, lives_of
from index.model.article import ArticleId, EntityId

VARNAC = EntityId("person:jean-varnac")


def life(text: str, *, year: int | None = 2020) -> Life | None:
    article = make_article("a", text, names={"person:jean-varnac": ["Jean Varnac"]})
    return lives_of(text, article.annotations.mentions, year).get(VARNAC)


@pytest.mark.parametrize(
    ("text", "born", "trades", "town"),
    [
        # Ages and years.
        ("Jean Varnac, 42 ans, a ri.", (1977, 1978), (), ""),
        ("Jean Varnac (42 ans) a ri.", (1977, 1978), (), ""),
        ("Jean Varnac, âgé de 7 ans, a ri.", (2012, 2013), (), ""),
        ("Jean Varnac, né le 3 mai 1958 à Zorville, a ri.", (1958, 1958), (), ""),
        ("Jean Varnac est né en 1958.", (1958, 1958), (), ""),
        ("Jean Varnac (1912-1998) a ri.", (1912, 1912), (), ""),
        ("Jean Varnac, boulanger de 42 ans, a ri.", (1977, 1978), ("shop",), ""),
        ("Jean Varnac, un boulanger âgé de 42 ans, a ri.", (1977, 1978), ("shop",), ""),
        ("Jean Varnac, chargé de mission de 42 ans.", (1977, 1978), (), ""),
        ("Hier, le boulanger de 42 ans Jean Varnac a ri.", (1977, 1978), ("shop",), ""),
        # The age of somebody else, years of something.
        ("Jean Varnac, père d'un garçon de 12 ans, a ri.", None, (), ""),
        ("Jean Varnac, son épouse de 42 ans, et lui ont ri.", None, (), ""),
        ("Jean Varnac, cet Allemand polyglotte de 42 ans.", None, (), ""),
        ("Jean Varnac, président pendant plus de 42 ans.", None, (), ""),
        ("Jean Varnac, jeune homme de 24 ans mort en 2016.", None, (), ""),
        ("Jean Varnac, père de jumeaux de 12 ans, a ri.", None, (), ""),
        ("Jean Varnac, condamné à une peine de 12 ans, a ri.", None, (), ""),
        ("Jean Varnac, fort de 12 ans d'expérience, a ri.", None, (), ""),
        ("Jean Varnac, boulanger et père de 42 ans de vie.", (0, 0), ("shop",), ""),
        ("Hier, le fils de 12 ans de Jean Varnac a ri.", None, (), ""),
        # Years of an office, an age of another day, a sentence, a time.
        ("Jean Varnac (2007-2010) a ri.", None, (), ""),
        ("Jean Varnac, 20 ans à l'époque, a ri.", None, (), ""),
        ("Jean Varnac, 20 ans après, a ri.", None, (), ""),
        ("Jean Varnac, 20 ans de prison.", None, (), ""),
        # Trades.
        ("Hier, le footballeur lyonnais Jean Varnac a ri.", (0, 0), ("sport",), ""),
        ("Hier, l'ancien ministre de la Pêche Jean Varnac a ri.", (0, 0), ("politics",), ""),
        ("Hier, Jean Varnac, boulanger à Zorville, a ri.", (0, 0), ("shop",), ""),
        ("Hier, Jean Varnac, l'ex-footballeur, a ri.", (0, 0), ("sport",), ""),
        ("Hier, Jean Varnac, maire LR de Zorville, a ri.", (0, 0), ("politics",), "zorville"),
        ("Hier, le maire de Zorville-sur-Orne Jean Varnac a ri.", (0, 0), ("politics",), "zorville-sur-orne"),
        # A saint is no town, nor is an article.
        ("Hier, Jean Varnac, maire de Saint-Brizec, a ri.", (0, 0), ("politics",), "saint-brizec"),
        ("Hier, Jean Varnac, maire de Saint Brizec, a ri.", (0, 0), ("politics",), "saint-brizec"),
        ("Hier, le maire de La Zorville Jean Varnac a ri.", (0, 0), ("politics",), "zorville"),
        ("Hier, Jean Varnac, maire du Zorvan, a ri.", (0, 0), ("politics",), "zorvan"),
        ("Hier, Jean Varnac, maire de Le Zorvan, a ri.", (0, 0), ("politics",), "zorvan"),
        ("Hier, Jean Varnac, maire de L'Orvan-les-Roses, a ri.", (0, 0), ("politics",), "orvan-les-roses"),
        ("Hier, Jean Varnac, maire de l’Orvan, a ri.", (0, 0), ("politics",), "orvan"),
        ("Hier, Jean Varnac, maire de La, a ri.", (0, 0), ("politics",), ""),
        ("Hier, Jean Varnac, maire de la commune, a ri.", (0, 0), ("politics",), ""),
        # Somebody else's trade, a verb, no trade.
        ("Hier, l'avocat de Jean Varnac a ri.", None, (), ""),
        ("Hier, le footballeur et Jean Varnac ont ri.", None, (), ""),
        ("Hier, le ministre juge Jean Varnac.", None, (), ""),
        ("Avec Jean Varnac, le ministre Paul Brizec, et d'autres.", None, (), ""),
        ("Avec Jean Varnac, maire de Zorville Paul Brizec, et d'autres.", None, (), ""),
        ("Avec Jean Varnac, l'acteur avait ri.", None, (), ""),
        ("Hier, Jean Varnac a vu un boulanger.", None, (), ""),
    ],
)  # fmt: skip
def test_what_an_article_tells_of_a_life(
    text: str, born: tuple[int, int] | None, trades: tuple[str, ...], town: str
) -> None:
    found = life(text)
    assert (found and (found.born, found.trades, found.town)) == (born and (born, trades, town))


def test_an_age_tells_nothing_without_a_date() -> None:
    assert life("Jean Varnac, 42 ans, a ri.", year=None) is None


def test_fields_of_trades_that_are_apart_are_fields() -> None:
    fields = set(known_trades().values())
    assert all(pair <= fields for pair in apart())


def found(
    *lives: Life, known: bool = False, names: tuple[tuple[str, ...], ...] = ()
) -> list[tuple[str, ...]]:
    articles = {ArticleId(f"a{at}"): one for at, one in enumerate(lives)}
    given = {ArticleId(f"a{at}"): {EntityId(n) for n in row} for at, row in enumerate(names)}
    return [
        one.articles
        for one in homonyms(
            VARNAC, articles, known=known, names_in=lambda article: given.get(article, set())
        )
    ]


FOOTBALLER, MINISTER = Life(trades=("sport",)), Life(trades=("politics",))
BOTH = Life(trades=("politics", "sport"))
DENIS, MALO = (Life(trades=("politics",), town=town) for town in ("saint-denis", "saint-malo"))
SHORT, LONG = (Life(trades=("politics",), town=town) for town in ("zorville", "zorville-sur-orne"))
OLD, YOUNG = Life(born=(1948, 1949)), Life(born=(1977, 1978))


@pytest.mark.parametrize(
    ("lives", "known", "names", "other"),
    [
        # A footballer and a minister, a father and his son, mayors of two towns.
        ((FOOTBALLER, FOOTBALLER, MINISTER), False, (), [("a2",)]),
        ((OLD, YOUNG, OLD, YOUNG, OLD), False, (), [("a1", "a3")]),
        ((Life(trades=("politics",), town="zorville"), Life(trades=("politics",), town="ifs")), False, (), [("a1",)]),
        ((DENIS, MALO), False, (), [("a1",)]),
        # A town by its short name, and in full.
        ((SHORT, LONG), False, (), []),
        ((LONG, SHORT), False, (), []),
        # An age tells two people of a known name too, a trade does not.
        ((OLD, OLD, YOUNG), True, (), [("a2",)]),
        ((FOOTBALLER, FOOTBALLER, MINISTER), True, (), []),
        # One article tells both trades: the footballer became minister.
        ((FOOTBALLER, MINISTER, BOTH), False, (), []),
        # The articles name the same people.
        ((FOOTBALLER, FOOTBALLER, MINISTER), False, (("person:a",), (), ("person:a",)), []),
        ((FOOTBALLER, MINISTER), False, (("place:a", "place:b"), ("place:a", "place:b")), []),
        ((FOOTBALLER, MINISTER), False, (("place:a",), ("place:a",)), [("a1",)]),
        # Ages that cannot be one person's are enough, whoever else is named.
        ((OLD, YOUNG, OLD), False, (("person:a",), ("person:a",), ("person:a",)), [("a1",)]),
        ((OLD, YOUNG, FOOTBALLER), False, ((), ("person:a",), ("person:a",)), [("a0",)]),
        # Trades that go together, a birthday, one life.
        ((Life(trades=("medicine",)), MINISTER), False, (), []),
        ((Life(born=(1976, 1977)), YOUNG), False, (), []),
        ((FOOTBALLER, Life(trades=("sport",), born=(1990, 1991))), False, (), []),
        # Three of one name.
        ((OLD, OLD, OLD, YOUNG, YOUNG, Life(born=(2010, 2011))), False, (), [("a3", "a4"), ("a5",)]),
    ],
)  # fmt: skip
def test_who_may_be_two(
    lives: tuple[Life, ...],
    known: bool,
    names: tuple[tuple[str, ...], ...],
    other: list[tuple[str, ...]],
) -> None:
    assert found(*lives, known=known, names=names) == other
