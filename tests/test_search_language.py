"""The query language: what is understood, and that it can be written back."""

from __future__ import annotations

from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.errors import QueryError
from index.model.found import Facet
from index.query.date_ranges import first_day, last_day
from index.query.parser import parse
from index.query.tree import (
    And,
    Dated,
    Everything,
    Exact,
    Having,
    InFile,
    Like,
    Near,
    Not,
    Or,
    Pattern,
    Phrase,
    Place,
    Query,
    SaidBy,
    Similar,
    Undated,
    Within,
    Word,
    conjunction,
    disjunction,
    negation,
)

A, B, C = Word("a"), Word("b"), Word("c")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", Everything()),
        ("  !? — ", Everything()),
        ("a b", And((A, B))),
        ("a ET b AND c", And((A, B, C))),
        ("a OU b OR c", Or((A, B, C))),
        ("a b OU c", Or((And((A, B)), C))),
        ("a (b OU c)", And((A, Or((B, C))))),
        ("a SAUF b", And((A, Not(B)))),
        ("a NOT (b c)", And((A, Not(And((B, C)))))),
        ("a -b +c", And((A, Not(B), C))),
        ("SAUF SAUF a", A),
        ("a ou b", And((A, Word("ou"), B))),
        ("a ET", A),
        ("(a OU", A),
        ("()", Everything()),
        ("« Sans Précédent »", Phrase(("sans", "précédent"))),
        ("“a b”", Phrase(("a", "b"))),
        ('"a ou b', Phrase(("a", "ou", "b"))),
        ('""', Everything()),
        ("l’accord d'Israël", And((Word("accord"), Word("israël")))),
        ("l'", Everything()),
        ("état-major", Phrase(("état", "major"), hyphenated=True)),
        ("aujourd’hui", Word("aujourd'hui")),
        ("F-16 F16 F 16", And((Word("f16"),) * 3)),
        ("MiG 29", Word("mig29")),
        ("Le 16", And((Word("le"), Word("16")))),
        ("en 2022", And((Word("en"), Word("2022")))),
        ("G 20.", And((Word("g"), Word("20")))),
        ("25 000 soldats", And((Word("25000"), Word("soldats")))),
        ("a,b", And((A, B))),
        ("=Armée", Exact(("armée",))),
        ('="forces armées"', Exact(("forces", "armées"))),
        ("Arm*", Pattern("arm*")),
        ("*naute", Pattern("*naute")),
        ("élys*", Pattern("elys*")),
        ("Gantz~", Similar("gantz")),
        ("a PRES/3 b", Near(A, B, 3)),
        ("a NEAR b", Near(A, B, 10)),
        ("a PRES/5 b PRES/3 c", Near(Near(A, B, 5), C, 3)),
        ("a PRES/0 b", Near(A, B, 0)),
        ("PRES a", And((Word("pres"), A))),
        ("(a OU b) PRÈS/2 c", Near(Or((A, B)), C, 2)),
        ("titre:a", Within(Place.TITLE, A)),
        ("Title: a b", And((Within(Place.TITLE, A), B))),
        ("titre:(a SAUF b)", And((Within(Place.TITLE, A), Not(Within(Place.TITLE, B))))),
        ('cite:"a b"', Within(Place.QUOTES, Phrase(("a", "b")))),
        ("partout:a", Within(Place.ASIDE, A)),
        ("personne:Gantz", Having(Facet.PERSON, ("gantz",))),
        ("person:«Benny Gantz»", Having(Facet.PERSON, ("benny", "gantz"))),
        ("matériel:F-16", Having(Facet.EQUIPMENT, ("f16",))),
        ("tag:(a OU b)", Or((Having(Facet.TAG, ("a",)), Having(Facet.TAG, ("b",))))),
        ("dit-par:Gantz", SaidBy(("gantz",))),
        ("aussi:dossier/a#2", Like("dossier/a#2")),
        ('aussi: « "', Like('"')),
        ('fichier:"mon dossier"', InFile("mon dossier")),
        ("date:2022", Dated("2022", "2022")),
        ("date:2021-11..2023-1", Dated("2021-11", "2023-01")),
        ("date:2022..2021", Dated("2021", "2022")),
        ("date:..2021", Dated(None, "2021")),
        ("date:17/01/2023", Dated("2023-01-17", "2023-01-17")),
        ("date:>=2022-07", Dated("2022-07", None)),
        ("date:>2022", Dated("2023-01-01", None)),
        ("date:<2023-03", Dated(None, "2023-02-28")),
        ("date:none", Undated()),
        ("date:2021-2023", Dated("2021", "2023")),
        ('date:"17 janvier 2023"', Dated("2023-01-17", "2023-01-17")),
        ("date:«1er août 2022»", Dated("2022-08-01", "2022-08-01")),
        ("date:Févr.-2022..2022-04", Dated("2022-02", "2022-04")),
        ("date:(2021 OU 2023-05)", Or((Dated("2021", "2021"), Dated("2023-05", "2023-05")))),
        ("fichier:(a OU b.txt) c", And((Or((InFile("a"), InFile("b.txt"))), C))),
        ("d\u00e9\u00adfense\u200b a\ufeff", And((Word("défense"), A))),
        ("a\u00a0ET\u202fb\u3000c", And((A, B, C))),
        ("http://x.fr", And((Word("http"), Phrase(("x", "fr"))))),
    ],
)
def test_what_is_understood(text: str, expected: Query) -> None:
    assert parse(text) == expected
    assert parse(str(expected)) == expected


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ("PRES/5 a", 1),
        ("a NEAR/5 SAUF b", 3),
        ("a PRES/5 -b", 3),
        ("a PRES OU b", 3),
        ("a PRES/2 PRES/3 b", 3),
        ("a PRES/1000 b", 3),
        ("a PRES/99999999999999999999 b", 3),
        ("date:(2021 OU hier)", 1),
    ],
)
def test_what_is_refused_says_where(text: str, column: int) -> None:
    with pytest.raises(QueryError) as raised:
        parse(text)
    assert raised.value.column == column


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ("titre:", 1),
        ("a date:", 3),
        ("a ET", 3),
        ("(a OU) b", 4),
        ("a PRES/3", 3),
        ("SAUF", 1),
    ],
)
def test_a_script_is_not_given_all_articles_for_half_a_query(text: str, column: int) -> None:
    with pytest.raises(QueryError) as raised:
        parse(text, finished=True)
    assert raised.value.column == column
    parse(text)


@pytest.mark.parametrize(
    ("query", "written"),
    [
        (Or((And((A, B)), C)), "a ET b OU c"),
        (And((A, Or((B, C)))), "a ET (b OU c)"),
        (And((A, Not(Or((B, C))))), "a SAUF (b OU c)"),
        (Near(Phrase(("a", "b")), C, 4), "«\u00a0a b\u00a0» PRES/4 c"),
        (Having(Facet.PLACE, ("la", "paz")), 'lieu:"la paz"'),
        (Dated("2021", "2022"), "date:2021..2022"),
    ],
)
def test_how_it_is_written_back(query: Query, written: str) -> None:
    assert str(query) == written


@pytest.mark.parametrize(
    ("day", "first", "last"),
    [("2022", 20220101, 20221231), ("2024-02", 20240201, 20240229), ("2023-01-17", 20230117, 20230117)],
)  # fmt: skip
def test_days_of_a_date(day: str, first: int, last: int) -> None:
    assert (first_day(day), last_day(day)) == (first, last)


WORDS = st.sampled_from(
    ["accord", "armée", "f16", "25", "000", "124,7", "aujourd'hui", "et", "œil", "16"]
)
PHRASES = st.lists(WORDS, min_size=1, max_size=4).map(tuple)
NAMES = PHRASES.map(lambda words: tuple(w.replace("é", "e").replace("œ", "oe") for w in words))
DAYS = st.sampled_from(["2021", "2021-11", "2022-07-18"])
PLACED = (
    WORDS.map(Word)
    | PHRASES.map(Phrase)
    | PHRASES.map(Exact)
    | st.sampled_from([Pattern("arm*"), Pattern("*tion"), Similar("gantz")])
)
LEAVES = (
    PLACED
    | st.builds(Near, WORDS.map(Word), PHRASES.map(Phrase), st.integers(0, 99))
    | st.builds(Within, st.sampled_from(Place), PLACED)
    | st.builds(Having, st.sampled_from([Facet.SOURCE, Facet.PERSON, Facet.TAG]), NAMES)
    | st.builds(Dated, DAYS, st.none())
    | st.builds(Dated, st.none(), DAYS)
    | DAYS.map(lambda day: Dated(day, day))
    | st.just(Undated())
    | NAMES.map(SaidBy)
    | st.sampled_from(["a/b#2", "mon dossier/x", "l'un"]).map(Like)
    | st.sampled_from(["a/b", "été 2022"]).map(InFile)
)
QUERIES = st.recursive(
    LEAVES,
    lambda parts: (
        st.lists(parts, min_size=2, max_size=4).map(conjunction)
        | st.lists(parts, min_size=2, max_size=4).map(disjunction)
        | parts.map(negation)
    ),
    max_leaves=6,  # no more patterns and near spellings fit into a query
)


@given(QUERIES)
def test_every_query_can_be_written_and_read_again(query: Query) -> None:
    assert parse(str(query)) == query


PIECES = st.sampled_from(
    [
        "ET", "OU", "SAUF", "NOT", "PRES/3", "(", ")", '"', "«", "»", "-", "+", "=", "*", "~", ":",
        "titre:", "date:", "cite:", "aussi:", "source:", "l'", "F", "16", "25", "000", "état-major",
        "œil", "a*", "arm*", " ", "\u00a0", "İ", "\ud800", "\x00", "ﬁ", "²", "👍🏽", "e\u0301",
    ]
)  # fmt: skip
TYPED = st.lists(PIECES | st.text(max_size=5), max_size=25).map("".join) | st.lists(
    PIECES, max_size=20
).map(" ".join)


@settings(max_examples=300)
@given(TYPED)
def test_whatever_is_typed_is_understood_or_refused(text: str) -> None:
    try:
        query = parse(text)
    except QueryError as error:
        assert 1 <= error.column <= len(text) + 1
        return
    assert parse(str(query)) == query


@pytest.mark.parametrize(
    "text", ["(" * 10_000, ")" * 10_000, "-" * 3_000 + "a", "a" * 1_000_000, "SAUF " * 700,
             "titre:" * 600, '"' * 3_999, "a OU " * 700, "=" * 3_000, "a~ " * 1_000],
)  # fmt: skip
def test_long_input_is_answered_at_once(text: str) -> None:
    started = process_time()
    try:
        parse(text)
    except QueryError as error:
        assert str(error)
    assert process_time() - started < 0.5
