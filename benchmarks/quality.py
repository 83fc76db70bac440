"""How well the index finds, beside Whoosh as its documentation shows it.

    python -m benchmarks.quality EVAL_FOLDER [CORPUS.jsonl.xz]

EVAL_FOLDER holds `retrieval-docs.jsonl.xz` (id, title, text a line) and `retrieval-queries.jsonl`
(query, relevant ids a line): each question is asked as an or-query. With a corpus (id, title, heading,
article a line) and `stem-traps.yaml` (query, form, confused_with) in the folder, it also counts how
many of the ten best articles for a word hold that word and not only one with its stem.
"""

from __future__ import annotations

import json
import lzma
import math
import random
import re
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import yaml

from index.model.article import Article, ArticleId, TitleBasis
from index.model.found import SearchRequest
from index.model.text import Span
from index.search.index_folder import write_index
from index.search.searcher import Searcher
from index.text.folding import fold

Rank = Callable[[str], list[str]]
"""The ids of the articles that a question finds, best first, at most ten."""
Question = tuple[str, set[str]]


def lines(path: Path) -> Iterator[Any]:
    data = path.read_bytes()
    text = (lzma.decompress(data) if path.suffix == ".xz" else data).decode()
    yield from map(json.loads, text.splitlines())


def make_article(id_: str, title: str, text: str, heading: str | None = None) -> Article:
    return Article(
        id=ArticleId(id_), path=id_, sha256="", encoding="utf-8", title=title,
        title_basis=TitleBasis.STATED, title_span=Span(0, len(title)),
        text=f"{title}\n\n{text}", description=heading,
    )  # fmt: skip


def open_index(directory: Path, articles: Iterable[Article]) -> Searcher:
    write_index(directory, articles, names=str)
    return Searcher(directory, read=lambda _: [], name_of=str)


def ours(searcher: Searcher) -> Rank:
    def rank(query: str) -> list[str]:
        request = SearchRequest(query, limit=10, facets=False, excerpts=0)
        return [str(hit.id) for hit in searcher.search(request).hits]

    return rank


def naive(directory: Path, articles: Iterable[Article]) -> Rank:
    """Whoosh with its own French analyzer and parser."""
    from whoosh import fields, index, qparser
    from whoosh.analysis import LanguageAnalyzer

    schema = fields.Schema(
        id=fields.ID(stored=True),
        title=fields.TEXT(analyzer=LanguageAnalyzer("fr")),
        text=fields.TEXT(analyzer=LanguageAnalyzer("fr")),
    )
    opened = index.create_in(str(directory), schema)
    writer = opened.writer(limitmb=512)
    for article in articles:
        writer.add_document(
            id=article.id, title=article.title, text=article.text[len(article.title) + 2 :]
        )
    writer.commit()
    searcher = opened.searcher()
    parser = qparser.MultifieldParser(["title", "text"], schema, group=qparser.OrGroup)

    def rank(query: str) -> list[str]:
        found = searcher.search(parser.parse(query.replace(" OU ", " ")), limit=10)
        return [hit["id"] for hit in found]

    return rank


def measure(rank: Rank, questions: list[Question]) -> str:
    first = ten = reciprocal = gain = 0.0
    for query, relevant in questions:
        ideal = sum(1 / math.log2(place + 2) for place in range(min(10, len(relevant))))
        places = [place for place, id_ in enumerate(rank(query)) if id_ in relevant]
        if places:
            first += places[0] == 0
            ten += 1
            reciprocal += 1 / (places[0] + 1)
            gain += sum(1 / math.log2(place + 2) for place in places) / ideal
    count = len(questions)
    return (
        f"R@1 {first / count:.3f}  R@10 {ten / count:.3f}  "
        f"MRR {reciprocal / count:.3f}  nDCG@10 {gain / count:.3f}"
    )


def alternatives(question: str) -> str:
    """A question as an or-query of its words."""
    words = [word.strip(".,;!…") for word in re.split(r'[\s?:()"«»“”*=~/]+', question)]
    return " OU ".join(word.lower() for word in words if any(map(str.isalnum, word)))


def with_slip(question: str, chance: random.Random) -> str:
    """The same with one letter of its longest word changed."""
    words = question.split(" OU ")
    long = [place for place, word in enumerate(words) if len(word) >= 5 and word.isalpha()]
    if long:
        place = max(long, key=lambda one: len(words[one]))
        at = chance.randrange(1, len(words[place]))
        letter = chance.choice("aeinorstlu")
        words[place] = words[place][:at] + letter + words[place][at + 1 :]
    return " OU ".join(words)


def questions_of(folder: Path) -> list[Question]:
    found = []
    for record in lines(folder / "retrieval-queries.jsonl"):
        if query := alternatives(record["query"]):
            found.append((query, set(record["relevant"])))
    return found


def retrieval(folder: Path) -> None:
    articles = [
        make_article(record["id"], record["title"], record["text"])
        for record in lines(folder / "retrieval-docs.jsonl.xz")
    ]
    plain = questions_of(folder)
    chance = random.Random(1)
    sets = {
        "as asked": plain,
        "without accents": [(fold(q).replace(" ou ", " OU "), ids) for q, ids in plain],
        "one wrong letter": [(with_slip(q, chance), ids) for q, ids in plain],
    }
    print(f"{len(plain)} questions, {len(articles)} paragraphs")
    with tempfile.TemporaryDirectory() as one, tempfile.TemporaryDirectory() as other:
        systems = {
            "recoupe": ours(open_index(Path(one), articles)),
            "whoosh LanguageAnalyzer": naive(Path(other), articles),
        }
        for name, questions in sets.items():
            for system, rank in systems.items():
                print(f"{name:18} {system:24} {measure(rank, questions)}", flush=True)


def stem_traps(folder: Path, corpus: Path) -> None:
    articles = {
        record["id"]: make_article(
            record["id"], record["title"], record["article"], record.get("heading")
        )
        for record in lines(corpus)
    }
    traps = yaml.safe_load((folder / "stem-traps.yaml").read_text(encoding="utf-8"))["traps"]
    with tempfile.TemporaryDirectory() as one, tempfile.TemporaryDirectory() as other:
        systems = {
            "recoupe": ours(open_index(Path(one), articles.values())),
            "whoosh LanguageAnalyzer": naive(Path(other), articles.values()),
        }
        for system, rank in systems.items():
            kept = shown = 0
            for trap in traps:
                form = re.compile(rf"(?<!\w){trap['form']}(?!\w)", re.IGNORECASE)
                best = rank(trap["query"])
                holding = [id_ for id_ in best if form.search(_whole(articles[id_]))]
                kept += len(holding)
                shown += len(best)
                if len(holding) < len(best):
                    print(f"  {system}: {trap['query']} {len(holding)} of {len(best)}")
            print(f"stem traps         {system:24} {kept / max(1, shown):.3f}", flush=True)


def _whole(article: Article) -> str:
    return f"{article.text}\n{article.description or ''}"


if __name__ == "__main__":
    evaluation = Path(sys.argv[1])
    retrieval(evaluation)
    if len(sys.argv) > 2 and (evaluation / "stem-traps.yaml").exists():
        stem_traps(evaluation, Path(sys.argv[2]))
