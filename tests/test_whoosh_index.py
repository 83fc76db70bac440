"""The Whoosh index is one: Whoosh alone opens it, and finds in it what we find."""

from __future__ import annotations

import io
import json
import pickletools
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import whoosh
from hypothesis import example, given, settings
from hypothesis import strategies as st
from whoosh.fields import TEXT
from whoosh.filedb.filestore import FileStorage
from whoosh.index import TOC, FileIndex, open_dir
from whoosh.lang import stemmer_for_language
from whoosh.qparser import QueryParser
from whoosh.writing import SegmentWriter

from index.cli.main import run
from index.model.article import Article
from index.model.found import SearchRequest
from index.search import inversion, slabs, whoosh_postings
from index.search.index_folder import add_segment, write_index
from index.search.schema import PARAGRAPH_GAP
from index.search.searcher import Searcher
from index.search.whoosh_schema import whoosh_schema, words_analyzer
from index.settings.places import find_places
from index.text.index_words import lookup_forms, written_tokens, written_words
from tests.whoosh_reading import everything_in, make_article, placed_words

ROOT = Path(__file__).parent.parent
WORDS = ["marche", "marché", "marchés", "Marchés", "cote", "côte", "coté", "accord", "accords", "F-16", "l'élysée", "50", "%", "S.N.C.F.", "25", "000", "aujourd’hui", "3ème", "XXe", "étudiant·e·s", "Œuvre", "d’État", "zorglub", "zorglubs"]  # fmt: skip
PARAGRAPHS = st.lists(st.sampled_from(WORDS), min_size=1, max_size=9).map(" ".join)
TEXTS = st.tuples(
    st.none() | PARAGRAPHS,
    st.none() | PARAGRAPHS,
    st.lists(PARAGRAPHS, min_size=1, max_size=3).map("\n\n".join),
)
CORPORA = st.lists(TEXTS, min_size=1, max_size=8)


class Placed(TEXT):  # type: ignore[misc]
    """A field of Whoosh's whose value is a list of (word, position), as an analyzer would give them."""

    def encoded(self, places: list[int]) -> bytes:
        if self.format.supports("positions"):
            return bytes(self.format.encode(places))
        return len(places).to_bytes(4, "big")

    def index(
        self, value: list[tuple[str, int]], **_: Any
    ) -> list[tuple[bytes, int, float, bytes]]:
        places: dict[str, list[int]] = {}
        for word, position in value:
            places.setdefault(word, []).append(position)
        return [
            (word.encode(), len(found), float(len(found)), self.encoded(found))
            for word, found in places.items()
        ]


def together(article: Article) -> list[tuple[str, int]]:
    """The words of title, summary and body, one after the other."""
    zones = placed_words(article)
    found: list[tuple[str, int]] = []
    offset = 0
    for zone in ("title", "description", "body"):
        words = zones.get(zone, [])
        found += [(word, at + offset) for word, at in words]
        offset += words[-1][1] + 1 + PARAGRAPH_GAP if words else 0
    return found


def write_with_whoosh(folder: Path, articles: list[Article]) -> None:
    """What Whoosh's own writer makes of the same words."""
    schema = whoosh_schema()
    for name in ("stems", "title", "words"):
        schema.remove(name)
        schema.add(name, Placed(stored=name == "title", phrase=name != "stems"))
    writer = SegmentWriter(
        FileIndex.create(FileStorage(str(folder)), schema, "MAIN"), compound=False
    )
    stem = stemmer_for_language("fr")
    for article in articles:
        words = together(article)
        stored = {"id": str(article.id), "source": article.source, "date": article.published.value}
        writer.add_document(
            words=words,
            stems=[(stem(word), at) for word, at in words],
            title=placed_words(article).get("title", []),
            _stored_title=article.title,
            **{name: value for name, value in stored.items() if value},
        )
    writer.commit()


@settings(max_examples=15, deadline=None)
@given(CORPORA, st.sampled_from([(1, 0), (2, 0), (2, 6), (512, 0), (512, 6)]))
def test_it_holds_what_whooshs_own_writer_writes(
    tmp_path_factory: pytest.TempPathFactory, texts: list[Any], sizes: tuple[int, int]
) -> None:
    sources, days = ("Le Courrier", None, "La Gazette"), ("2022-07-01", "2022", None)
    articles = [
        make_article(number, *text, source=sources[number % 3], day=days[number % 3])
        for number, text in enumerate(texts)
    ]
    ours, stock = (tmp_path_factory.mktemp(name) for name in ("ours", "stock"))
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(whoosh_postings, "BLOCK", sizes[0])
        patched.setattr(whoosh_postings, "INLINED", sizes[1])
        write_index(ours, articles, names=str)
    write_with_whoosh(stock, articles)
    assert everything_in(ours / "whoosh") == everything_in(stock)


def test_long_articles_and_frequent_words_are_written_alike(tmp_path: Path) -> None:
    """Numbers of more than one and of more than two bytes, and lists of several blocks."""
    long = " ".join(["loin", *["mot"] * 66_000, "loin", *["fin"] * 300])
    articles = [
        make_article(number, None, None, f"mot {'rare' * (number % 650 == 0)} mot")
        for number in range(1300)
    ]
    articles.append(make_article(1300, None, None, long))
    ours, stock = tmp_path / "ours", tmp_path / "stock"
    ours.mkdir()
    stock.mkdir()
    write_index(ours, articles, names=str)
    write_with_whoosh(stock, articles)
    assert everything_in(ours / "whoosh") == everything_in(stock)


CORPUS = [
    make_article(
        number,
        " ".join(WORDS[number % 5 : number % 5 + 2]) if number % 3 else None,
        WORDS[number % 7] if number % 4 == 0 else None,
        " ".join(WORDS[(number * step) % len(WORDS)] for step in range(1, 3 + number % 13))
        + ("\n\n" + " ".join(WORDS[number % 9 :: 2]) if number % 2 else ""),
    )
    for number in range(60)
]


@pytest.mark.parametrize(("run", "slab"), [(1, 1), (7, 3), (40, 1000), (1000, 5)])
def test_nor_does_it_matter_how_often_words_are_set_down(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: int, slab: int
) -> None:
    whole, pieces = tmp_path / "whole", tmp_path / "pieces"
    for folder in (whole, pieces):
        folder.mkdir()
    write_index(whole, CORPUS, names=str)
    monkeypatch.setattr(inversion, "_RUN", run)
    monkeypatch.setattr(slabs, "SLAB", slab)
    write_index(pieces, CORPUS, names=str)
    assert everything_in(pieces / "whoosh") == everything_in(whole / "whoosh")
    (one,), (other,) = (list(folder.glob("*.postings")) for folder in (whole, pieces))
    assert one.read_bytes() == other.read_bytes()


def ours(searcher: Searcher, query: str) -> set[str]:
    hits = searcher.search(SearchRequest(query, limit=0, excerpts=0, facets=False)).hits
    return {str(hit.id) for hit in hits}


def theirs(folder: Path, field: str, query: str) -> set[str]:
    index = open_dir(str(folder / "whoosh"))
    with index.searcher() as searcher:
        parsed = QueryParser(field, index.schema).parse(query)
        return {hit["id"] for hit in searcher.search(parsed, limit=None)}


class Asked:
    """A question in both languages."""

    def __init__(self, ours: str, theirs: str) -> None:
        self.ours, self.theirs = ours, theirs

    def __repr__(self) -> str:
        return f"{self.ours} | {self.theirs}"


PLAIN = st.sampled_from([word for word in WORDS if "’" not in word and "'" not in word])
"""An elided word is one of its own for Whoosh; ours leaves it out when it is asked for."""
WORD = PLAIN.map(lambda word: Asked(f"={word}", word))
PHRASE = st.lists(PLAIN, min_size=2, max_size=3).map(
    lambda words: Asked(f'="{" ".join(words)}"', f'"{" ".join(words)}"')
)
QUESTIONS = st.recursive(
    WORD | PHRASE,
    lambda inner: st.tuples(inner, st.sampled_from(["AND", "OR", "NOT"]), inner).map(
        lambda parts: Asked(
            f"({parts[0].ours}) {parts[1]} ({parts[2].ours})",
            f"(({parts[0].theirs}) {'AND NOT' if parts[1] == 'NOT' else parts[1]} ({parts[2].theirs}))",
        )
    ),
    max_leaves=4,
)


@settings(max_examples=25, deadline=None)
@given(CORPORA, st.lists(QUESTIONS, min_size=1, max_size=6), st.integers(0, 7), st.booleans())
def test_whoosh_finds_the_same_documents(
    tmp_path_factory: pytest.TempPathFactory,
    texts: list[Any],
    questions: list[Asked],
    cut: int,
    replaced: bool,
) -> None:
    articles = [make_article(number, *text) for number, text in enumerate(texts)]
    folder = tmp_path_factory.mktemp("index")
    write_index(folder, articles[:cut] or articles, names=str)
    if articles[cut:] and articles[:cut]:
        gone = ["a000"] if replaced else []
        add_segment(folder, articles[cut:], names=str, without=gone)  # type: ignore[arg-type]
    searcher = Searcher(folder, read=lambda _: [], name_of=str)
    for asked in questions:
        assert theirs(folder, "words", asked.theirs) == ours(searcher, asked.ours), asked


@pytest.mark.parametrize(
    "query", ["marchés", "accords", "zorglubs", "accords zorglub", "côte État"]
)
def test_stems_find_what_has_the_same_stems(tmp_path: Path, query: str) -> None:
    write_index(tmp_path, CORPUS, names=str)
    stem = stemmer_for_language("fr")
    wanted = {stem(word.lower()) for word in query.split()}
    expected = {
        str(article.id)
        for article in CORPUS
        if wanted <= {stem(word) for word, _ in together(article)}
    }
    assert theirs(tmp_path, "stems", query) == expected != set()


def test_words_that_no_lexicon_knows_are_found_alike_by_their_stem(tmp_path: Path) -> None:
    write_index(tmp_path, CORPUS, names=str)
    searcher = Searcher(tmp_path, read=lambda _: [], name_of=str)
    assert theirs(tmp_path, "stems", "zorglubs") == ours(searcher, "zorglubs") != set()


PIECES = [
    *WORDS, "P.-D.G.", "étudiant.e.s", "heureux·se", "124,7", "4.5", "17.01.2023", "prud’hommes", "1ère",
    "2nd", "C++", "#MeToo", "@nom", "n° 5", "N°5", "covid-19", "Saint-Denis", "06 12 34 56 78", "m²",
    "example.org", "a-t-il", "1.000.000", "A-380", "MiG-29", "qu’elle", "—", "(ÇA)", "une_chose", "№ 3",
]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=8), st.sampled_from([" ", ", ", " : ", "\n"]))
@example(["06 12 34 56 78", "124,7"], " ")
@example(["000", "06 12 34 56 78"], " ")
def test_stock_filters_read_words_as_we_do(pieces: list[str], between: str) -> None:
    text = between.join(pieces)
    assert [token.text for token in words_analyzer()(text)] == [
        token.exact for token in written_tokens(text)
    ]


@given(st.lists(st.sampled_from(PIECES), max_size=8), st.sampled_from([" ", ", ", " : ", "\n"]))
@example(["06 12 34 56 78", "124,7"], " ")
@example(["000", "06 12 34 56 78"], " ")
def test_a_query_reads_words_as_the_index_does(pieces: list[str], between: str) -> None:
    text = between.join(pieces)
    starts, surfaces = written_words(text)
    assert [(token.start, token.exact) for token in written_tokens(text)] == [
        (start, lookup_forms(surface)[0]) for start, surface in zip(starts, surfaces, strict=True)
    ]


def alone(tmp_path: Path, code: str, folder: Path) -> str:
    """Runs code in a process that can import Whoosh and the standard library, and nothing else."""
    site = tmp_path / "site"
    site.mkdir()
    (site / "whoosh").symlink_to(Path(whoosh.__file__).parent)
    begin = f"import sys; sys.path.append({str(site)!r}); sys.argv = ['', {str(folder)!r}]\n"
    ran = subprocess.run(
        [sys.executable, "-I", "-S", "-W", "ignore", "-c", begin + code],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
        encoding="utf-8",
    )
    assert ran.returncode == 0, ran.stderr
    return ran.stdout


def example() -> str:
    page = (ROOT / "docs" / "whoosh.md").read_text(encoding="utf-8")
    (code,) = re.findall(r"```python\n(.*?)```", page, re.DOTALL)
    return code


def test_the_example_of_the_documents_runs_where_there_is_no_recoupe(tmp_path: Path) -> None:
    code = example()
    assert len(code.splitlines()) <= 10
    index = tmp_path / "index"
    index.mkdir()
    articles = [
        make_article(1, "Un accord à Rabat", None, "Les marchés.", source="AFP", day="2021-11-24"),
        make_article(2, "Une visite", "Deux accords signés.", "Rien d’autre.", source="La Gazette"),
        make_article(3, "Autre chose", None, "Sans rapport."),
    ]
    write_index(index, articles, names=str)
    missing = "\ntry:\n    import index\nexcept ImportError:\n    print('alone')\n"
    said = alone(tmp_path, code + missing, index / "whoosh").splitlines()
    assert said[-1] == "alone"
    assert {line.split(" ", 1)[0] for line in said[:-1]} == {"a001", "a002"}
    assert any(
        "Un accord à Rabat" in line and "AFP" in line and "2021-11-24" in line for line in said
    )


def named_in(content: bytes) -> set[str]:
    """The classes and functions that a pickle names."""
    strings: list[str] = []
    found = set()
    for opcode, argument, _ in pickletools.genops(io.BytesIO(content)):
        if opcode.name == "GLOBAL":
            found.add(str(argument).replace(" ", "."))
        elif opcode.name == "STACK_GLOBAL":
            found.add(".".join(strings[-2:]))
        elif isinstance(argument, str):
            strings.append(argument)
    return found


def test_its_pickles_name_whooshs_own_classes_only(tmp_path: Path) -> None:
    write_index(tmp_path, CORPUS, names=str)
    (table,) = (tmp_path / "whoosh").glob("*.toc")
    content = table.read_bytes()
    starts = [at.start() for at in re.finditer(re.escape(b"\x80\x02"), content)]
    named = set().union(*(named_in(content[start:]) for start in (starts[0], starts[-1])))
    assert any(name.startswith("whoosh.") for name in named)
    plain = {"__builtin__", "builtins", "copyreg", "copy_reg", "re", "collections"}
    assert {name.split(".")[0] for name in named} <= {"whoosh", *plain}
    assert TOC.read(FileStorage(str(tmp_path / "whoosh")), "MAIN").segments


@pytest.mark.parametrize("wanted", [True, False])
def test_a_reader_may_leave_it_out(
    wanted: bool, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    (corpus / "a.txt").write_text("Un accord\n\nUn accord à Rabat.\n", encoding="utf-8")
    places = find_places(corpus=str(corpus))
    places.settings_file.parent.mkdir(parents=True, exist_ok=True)
    if not wanted:
        places.settings_file.write_text("whoosh: no\n", encoding="utf-8")
    assert run(["rebuild", "--corpus", str(corpus)]) == 0
    (corpus / "b.txt").write_text("Une visite\n\nUn accord encore.\n", encoding="utf-8")
    assert run(["update", "--corpus", str(corpus)]) == 0
    capfd.readouterr()
    assert run(["locate", "--json", "--corpus", str(corpus)]) == 0
    told = json.loads(capfd.readouterr().out)["whoosh"]
    assert (told is not None) == wanted
    if told:
        with open_dir(told).searcher() as searcher:
            hits = searcher.search(QueryParser("words", whoosh_schema()).parse("accord"))
            assert {hit["title"] for hit in hits} == {"Un accord", "Une visite"}
    assert run(["search", "accord", "--json", "--corpus", str(corpus)]) == 0
    assert json.loads(capfd.readouterr().out)["total"] == 2
