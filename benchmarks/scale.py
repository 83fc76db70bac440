"""How fast it is on N articles, beside others on the same files in the same run.

    python -m benchmarks.scale N [CORPUS.jsonl.xz] [--naive N]

The articles come from the corpus (id, title, heading, article, date a line); where it has fewer, their
sentences are mixed anew, and without one they are made of the words of `benchmarks/queries.txt`. Prints
articles a second, size, memory, the time of an update by one article, the time to the first result, and
p50 and p95 of the queries in `queries.txt`, each asked once with excerpts for ten hits and all facets.
The naive Whoosh is slow to build: `--naive` gives it fewer articles (default 5,000 at the most).
"""

from __future__ import annotations

import argparse
import json
import lzma
import os
import random
import resource
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from time import perf_counter
from typing import Any

from benchmarks.parallel import write_index_in_parts
from index.french.tokens import fold, tokenize
from index.model.article import (
    Annotations,
    Article,
    ArticleId,
    Basis,
    DateValue,
    EntityId,
    Kind,
    Mention,
    TitleBasis,
)  # fmt: skip
from index.model.found import SearchRequest
from index.model.text import Span
from index.search.building import add_segment
from index.search.language.parser import parse
from index.search.language.tree import (
    And,
    Dated,
    Exact,
    Near,
    Not,
    Or,
    Pattern,
    Phrase,
    Query,
    Similar,
    Word,
)  # fmt: skip
from index.search.searcher import Searcher

HERE = Path(__file__).parent
SOURCES = ("Agence A", "Agence B", "Le Courrier", "La Gazette", "L'Écho", "Le Matin", "")


def corpus_records(path: Path | None) -> list[dict[str, Any]]:
    if path is not None:
        text = lzma.decompress(path.read_bytes()).decode()
        return [json.loads(line) for line in text.splitlines()]
    words = [t.exact for t in tokenize((HERE / "queries.txt").read_text(encoding="utf-8"))]
    words += [f"{word}{ending}" for word in words for ending in ("eur", "ique", "tion", "ment")]
    chance = random.Random(0)
    return [
        {
            "title": " ".join(chance.choices(words, k=9)),
            "heading": None,
            "article": " ".join(
                " ".join(chance.choices(words, k=17)).capitalize() + "." for _ in range(20)
            ),
            "date": f"{chance.randrange(2011, 2021)}-{chance.randrange(1, 13):02}-15",
        }
        for _ in range(2_000)
    ]


def write_files(folder: Path, count: int, path: Path | None, parts: int) -> list[Path]:
    """The corpus as JSON Lines, one file a part: what every system reads."""
    records = corpus_records(path)
    chance = random.Random(1)
    files = [(folder / f"part{part}.jsonl").open("w", encoding="utf-8") for part in range(parts)]
    for number in range(count):
        record = records[number % len(records)]
        body = record["article"]
        if number >= len(records):
            other = chance.choice(records)["article"].split(". ")
            mixed = body.split(". ")
            mixed = mixed[::2] + other[1::2]
            chance.shuffle(mixed)
            body = ". ".join(mixed)
        words = [w.strip(".,;:()\"'") for w in body.split() if w[:1].isupper()]
        made = {
            "id": f"a{number:07}", "title": record["title"], "heading": record.get("heading"),
            "body": body, "date": record.get("date"), "source": chance.choice(SOURCES),
            "people": sorted({w for w in words if len(w) > 4})[:5],
            "places": sorted({w for w in words if len(w) == 4})[:3],
        }  # fmt: skip
        files[number % parts].write(json.dumps(made, ensure_ascii=False) + "\n")
    for file in files:
        file.close()
    return [Path(file.name) for file in files]


def records_of(files: Sequence[Path], most: int | None = None) -> Iterator[dict[str, Any]]:
    left = sys.maxsize if most is None else most
    for path in files:
        with path.open(encoding="utf-8") as file:
            for line in file:
                if left <= 0:
                    return
                left -= 1
                yield json.loads(line)


def make_article(record: dict[str, Any]) -> Article:
    title, body, date = record["title"], record["body"], record["date"]
    mentions = [(name, Kind.PERSON) for name in record["people"]]
    mentions += [(name, Kind.PLACE) for name in record["places"]]
    return Article(
        id=ArticleId(record["id"]), path=record["id"], sha256="", encoding="utf-8", title=title,
        title_basis=TitleBasis.STATED, title_span=Span(0, len(title)), text=f"{title}\n\n{body}",
        description=record["heading"], source=record["source"] or None,
        published=DateValue(date, date, date, Basis.STATED) if date else DateValue(),
        annotations=Annotations(
            mentions=tuple(Mention(0, 1, EntityId(name), kind) for name, kind in mentions)
        ),
    )  # fmt: skip


def read_part(path: Path) -> Iterator[Article]:
    return map(make_article, records_of([path]))


def name_of(entity: EntityId) -> str:
    return str(entity)


def size_of(folder: Path) -> int:
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())


def busy() -> float:
    """Seconds of processor that this process and its children have used."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


class Clock:
    """Measures building: by the wall, and by the processor, which others on the machine change less."""

    def __init__(self) -> None:
        self._wall, self._busy = perf_counter(), busy()

    def rate(self, count: int) -> str:
        wall, used = perf_counter() - self._wall, busy() - self._busy
        return f"{count / wall:6.0f} articles/s ({count / used:.0f} a second of processor)"


def report(system: str, line: str) -> None:
    print(f"{system:12} {line}", flush=True)


def timed(queries: Sequence[str], ask: Callable[[str], object]) -> str:
    """Each query asked once, in the order of the file; the first one is asked before, unmeasured."""
    ask(queries[0])
    took = []
    for query in queries:
        started = perf_counter()
        ask(query)
        took.append((perf_counter() - started) * 1000)
    took.sort()
    slowest = took[min(len(took) - 1, round(0.95 * len(took)))]
    return f"p50 {statistics.median(took):7.1f} ms   p95 {slowest:7.1f} ms"


def bodies(files: Sequence[Path], folder: Path) -> sqlite3.Connection:
    """A store of whole articles, as the reading room has one beside the index."""
    store = sqlite3.connect(folder / "articles.db")
    store.execute("CREATE TABLE articles (id TEXT PRIMARY KEY, record TEXT) WITHOUT ROWID")
    store.executemany(
        "INSERT INTO articles VALUES (?, ?)",
        ((record["id"], json.dumps(record)) for record in records_of(files)),
    )
    store.commit()
    return store


def ours(files: list[Path], queries: list[str], folder: Path, text_size: int, count: int) -> None:
    index = folder / "recoupe"
    index.mkdir()
    clock = Clock()
    write_index_in_parts(index, files, read_part, names=name_of)
    rate = clock.rate(count)
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
    report(
        "recoupe",
        f"{rate}   index ×{size_of(index) / text_size:.2f} of the text   {memory} MB a process",
    )
    store = bodies(files, folder)

    def read(ids: Sequence[ArticleId]) -> list[Article]:
        rows = (
            store.execute("SELECT record FROM articles WHERE id = ?", (one,)).fetchone()
            for one in ids
        )
        return [make_article(json.loads(row[0])) for row in rows]

    started = perf_counter()
    searcher = Searcher(index, read=read, name_of=name_of)
    searcher.search(SearchRequest(queries[0], limit=10))
    report("recoupe", f"opened, first result after {perf_counter() - started:.2f} s")
    report("recoupe", "excerpts, facets   " + timed(
        queries, lambda query: searcher.search(SearchRequest(query, limit=10))
    ))  # fmt: skip
    report("recoupe", "hits only          " + timed(
        [f"{query} " for query in queries],
        lambda query: searcher.search(SearchRequest(query, limit=10, excerpts=0, facets=False)),
    ))  # fmt: skip
    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    report("recoupe", f"{used} MB in this process, the store and the benchmark included")
    extra = make_article(next(records_of(files)) | {"id": "extra"})
    started = perf_counter()
    add_segment(index, [extra], names=name_of)
    report("recoupe", f"an update by one article {(perf_counter() - started) * 1000:.0f} ms")


def sqlite(files: list[Path], queries: list[str], folder: Path, text_size: int, count: int) -> None:
    """FTS5 with accents removed; facets by joins over the matching rows, as its users do."""
    path = folder / "fts.db"
    base = sqlite3.connect(path)
    base.executescript(
        """
        CREATE VIRTUAL TABLE words USING fts5(
            title, heading, body, tokenize = "unicode61 remove_diacritics 2");
        CREATE TABLE facets (article INTEGER, kind TEXT, value TEXT);
        """
    )
    clock = Clock()
    for number, record in enumerate(records_of(files), start=1):
        row = (number, record["title"], record["heading"], record["body"])
        base.execute("INSERT INTO words (rowid, title, heading, body) VALUES (?, ?, ?, ?)", row)
        values = [("person", one) for one in record["people"]]
        values += [("place", one) for one in record["places"]]
        values += [("source", record["source"]), ("year", (record["date"] or "")[:4])]
        base.executemany(
            "INSERT INTO facets VALUES (?, ?, ?)", [(number, kind, value) for kind, value in values]
        )
    base.execute("CREATE INDEX of_article ON facets (article, kind, value)")
    base.commit()
    rate = clock.rate(count)
    report(
        "SQLite FTS5",
        f"{rate}   index ×{path.stat().st_size / text_size:.2f} of the text",
    )

    def ask(query: str) -> None:
        match = fts(parse(query))
        if match is None:
            return
        base.execute(
            "SELECT rowid, title, snippet(words, 2, '[', ']', '…', 24), rank FROM words"
            " WHERE words MATCH ? ORDER BY rank LIMIT 10",
            (match,),
        ).fetchall()
        base.execute(
            "SELECT kind, value, count(*) FROM facets WHERE article IN"
            " (SELECT rowid FROM words WHERE words MATCH ?) GROUP BY kind, value",
            (match,),
        ).fetchall()

    can = [query for query in queries if fts(parse(query)) is not None]
    report("SQLite FTS5", f"excerpts, facets   {timed(can, ask)}   ({len(can)} of {len(queries)})")


def fts(query: Query) -> str | None:
    """The query in the notation of FTS5; None where it has no such thing."""
    if isinstance(query, Word):
        return f'"{fold(query.text)}"'
    if isinstance(query, Phrase | Exact):
        return f'"{" ".join(map(fold, query.words))}"'
    if isinstance(query, Pattern) and query.text.find("*") == len(query.text) - 1:
        return f'"{query.text[:-1]}"*'
    if isinstance(query, Near):
        return f"NEAR({fts(query.left)} {fts(query.right)}, {query.distance})"
    if isinstance(query, Or):
        parts = [fts(part) for part in query.parts]
        return None if None in parts else "(" + " OR ".join(map(str, parts)) + ")"
    if isinstance(query, And):
        wanted = [fts(part) for part in query.parts if not isinstance(part, Not)]
        unwanted = [fts(part.part) for part in query.parts if isinstance(part, Not)]
        if None in wanted or None in unwanted or not wanted:
            return None
        written = " AND ".join(map(str, wanted))
        return f"({written})" + "".join(f" NOT {part}" for part in unwanted)
    return None


def naive(files: list[Path], queries: list[str], folder: Path, text_size: int, count: int) -> None:
    """Whoosh as its documentation shows it: one analyzer, `terms=True`, highlights, `groupedby`."""
    from whoosh import fields, index, qparser, sorting
    from whoosh.analysis import LanguageAnalyzer

    analyzer = LanguageAnalyzer("fr")
    schema = fields.Schema(
        id=fields.ID(stored=True, unique=True),
        title=fields.TEXT(analyzer=analyzer, stored=True),
        heading=fields.TEXT(analyzer=analyzer, stored=True),
        body=fields.TEXT(analyzer=analyzer, stored=True),
        people=fields.KEYWORD(commas=True, sortable=True),
        places=fields.KEYWORD(commas=True, sortable=True),
        source=fields.ID(sortable=True),
        year=fields.ID(sortable=True),
    )
    target = folder / "naive"
    target.mkdir()
    opened = index.create_in(str(target), schema)
    clock = Clock()
    writer = opened.writer()
    for record in records_of(files, count):
        writer.add_document(
            id=record["id"], title=record["title"], heading=record["heading"],
            body=record["body"], people=",".join(record["people"]),
            places=",".join(record["places"]), source=record["source"] or "none",
            year=(record["date"] or "none")[:4],
        )  # fmt: skip
    writer.commit()
    rate = clock.rate(count)
    report("Whoosh naive", f"{rate}   on {count} articles")
    searcher = opened.searcher()
    parser = qparser.MultifieldParser(["title", "heading", "body"], schema)

    def ask(query: str) -> None:
        text = query.replace(" OU ", " OR ").replace(" SAUF ", " NOT ")
        facets = sorting.Facets()
        for name in ("people", "places"):
            facets.add_field(name, allow_overlap=True)
        for name in ("source", "year"):
            facets.add_field(name)
        found = searcher.search(parser.parse(text), limit=10, terms=True, groupedby=facets)
        for hit in found:
            hit.highlights("body")

    can = [query for query in queries if not parse_has(parse(query), (Near, Dated, Similar))]
    report("Whoosh naive", f"excerpts, facets   {timed(can, ask)}   ({len(can)} of {len(queries)})")


def parse_has(query: Query, kinds: tuple[type[Query], ...]) -> bool:
    parts = getattr(query, "parts", ())
    return isinstance(query, kinds) or any(parse_has(part, kinds) for part in parts)


def tantivy_peer(
    files: list[Path], queries: list[str], folder: Path, text_size: int, count: int
) -> None:
    try:
        import tantivy
    except ImportError:
        report("tantivy", "is not installed")
        return
    builder = tantivy.SchemaBuilder()
    for name in ("title", "heading", "body"):
        builder.add_text_field(name, stored=True, tokenizer_name="fr_stem")
    target = folder / "tantivy"
    target.mkdir()
    opened = tantivy.Index(builder.build(), path=str(target))
    clock = Clock()
    writer = opened.writer(128_000_000)
    for record in records_of(files):
        writer.add_document(
            tantivy.Document(
                title=record["title"], heading=record["heading"] or "", body=record["body"]
            )
        )
    writer.commit()
    writer.wait_merging_threads()
    rate = clock.rate(count)
    size = size_of(target) / text_size
    report("tantivy", f"{rate}   index ×{size:.2f} of the text")
    opened.reload()
    searcher = opened.searcher()

    def ask(query: str) -> None:
        parsed = opened.parse_query(tantivy_notation(parse(query)), ["title", "heading", "body"])
        generator = tantivy.SnippetGenerator.create(searcher, parsed, opened.schema, "body")
        for _, address in searcher.search(parsed, 10).hits:
            generator.snippet_from_doc(searcher.doc(address))

    can = [q for q in queries if not parse_has(parse(q), (Near, Dated, Similar, Pattern))]
    report("tantivy", f"excerpts, no facets {timed(can, ask)}   ({len(can)} of {len(queries)})")


def tantivy_notation(query: Query) -> str:
    if isinstance(query, Word):
        return f'"{query.text}"'
    if isinstance(query, Phrase | Exact):
        return f'"{" ".join(query.words)}"'
    if isinstance(query, Not):
        return f"NOT {tantivy_notation(query.part)}"
    if isinstance(query, And | Or):
        joint = " AND " if isinstance(query, And) else " OR "
        return "(" + joint.join(map(tantivy_notation, query.parts)) + ")"
    raise TypeError(f"{query!r} has no notation here")


def recoll(files: list[Path], queries: list[str], folder: Path, text_size: int, count: int) -> None:
    """Recoll reads files: each article becomes one text file."""
    if not shutil.which("recollindex") or not shutil.which("recollq"):
        report("recoll", "is not installed")
        return
    texts, config = folder / "texts", folder / "recoll"
    texts.mkdir()
    config.mkdir()
    for record in records_of(files):
        text = f"{record['title']}\n\n{record['body']}"
        (texts / f"{record['id']}.txt").write_text(text, encoding="utf-8")
    (config / "recoll.conf").write_text(f"topdirs = {texts}\nindexstemminglanguages = french\n")
    clock = Clock()
    subprocess.run(["recollindex", "-c", str(config)], check=True, capture_output=True)
    rate = clock.rate(count)
    size = size_of(config) / text_size
    report("recoll", f"{rate}   index ×{size:.2f} of the text")
    can = [
        query
        for query in queries
        if not parse_has(parse(query), (Near, Dated, Similar, Exact)) and "SAUF (" not in query
    ]

    def ask(query: str) -> None:
        text = query.replace(" OU ", " OR ").replace("«", '"').replace("»", '"')
        text = text.replace(" ET ", " AND ").replace(" SAUF ", " -")
        command = ["recollq", "-c", str(config), "-n", "10", "-A", text]
        subprocess.run(command, check=True, capture_output=True)

    report("recoll", f"a process a query  {timed(can, ask)}   ({len(can)} of {len(queries)})")


def main() -> None:
    parser = argparse.ArgumentParser(description="Speed on many articles, beside others.")
    parser.add_argument("count", type=int)
    parser.add_argument("corpus", type=Path, nargs="?")
    parser.add_argument("--naive", type=int, default=5_000)
    asked = parser.parse_args()
    lines = (HERE / "queries.txt").read_text(encoding="utf-8").splitlines()
    queries = [line for line in lines if line and not line.startswith("#")]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        files = write_files(folder, asked.count, asked.corpus, parts=2)
        text_size = sum(
            len((r["title"] + (r["heading"] or "") + r["body"]).encode()) for r in records_of(files)
        )
        report(
            "corpus", f"{asked.count} articles, {text_size / 1e6:.0f} MB, {os.cpu_count()} cores"
        )
        for peer in (ours, sqlite, tantivy_peer, recoll):
            peer(files, queries, folder, text_size, asked.count)
        naive(files, queries, folder, text_size, min(asked.count, asked.naive))


if __name__ == "__main__":
    main()
