"""Other search systems on the same files: SQLite FTS5, Whoosh as documented, tantivy, recoll."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
from pathlib import Path

from benchmarks.clocks import Clock, report, timed
from benchmarks.corpora import records_of, size_of
from index.query.parser import parse
from index.query.tree import (
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
from index.text.folding import fold


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
