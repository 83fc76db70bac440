"""Measures the days of undated articles: `python -m benchmarks.event_days EVAL_FOLDER CORPUS [ARTICLES]`.

The date of every third press article is taken away, and events are grouped. A day that an article
gets from its event is right if the article appeared on the day before, that day or up to three
days after. Half a may be read; of half b only the totals are told. `all` is what articles would get
without asking for evidence.
"""

from __future__ import annotations

import hashlib
import json
import lzma
import sys
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from itertools import islice
from pathlib import Path

from benchmarks.events import silver
from index.building.annotation import annotate_names, annotate_text
from index.compare.event_days import days_of_undated
from index.compare.event_grouping import events
from index.corpus.file_reading import read
from index.entities.recognition import Recogniser
from index.model.article import Article, ArticleId, Basis, DateValue
from index.model.events import LinkKind

_MOST_DAYS = 31


def blanked(
    corpus: Path, wanted: set[str], number: int
) -> Iterator[tuple[Article, str | None, bool]]:
    """Articles, with the day that was taken away and whether they belong to half b."""
    recogniser = Recogniser.load()
    with lzma.open(corpus, "rt", encoding="utf-8") as lines:
        records = {str(json.loads(line)["id"]): line for line in lines}
    of_pairs = islice(sorted(wanted & records.keys()), number * 3 // 5)
    others = (id for id in records if id not in wanted)
    for id in islice((*of_pairs, *others), number):
        drawn = int(hashlib.md5(id.encode(), usedforsecurity=False).hexdigest(), 16)
        for article in read(records[id].encode(), relative=f"{id}.jsonl"):
            if isinstance(article, Article):
                stated = article.published.earliest if drawn % 3 == 0 else None
                bare = replace(article, published=DateValue()) if stated else article
                told = annotate_text(bare)
                named = annotate_names(told, recogniser.mentions(told.text))
                yield named, stated, drawn // 3 % 2 == 1


def told(name: str, given: Mapping[ArticleId, str], true: Mapping[ArticleId, str]) -> None:
    apart = [
        (date.fromisoformat(day) - date.fromisoformat(given[id])).days
        for id, day in true.items()
        if id in given
    ]
    right = sum(-1 <= days <= 3 for days in apart)
    print(f"  {name}: {len(apart)} given, {right} right, {len(apart) - right} false")


if __name__ == "__main__":
    pairs = silver(Path(sys.argv[1]))
    number = int(sys.argv[3]) if len(sys.argv) > 3 else 1_500
    found = list(blanked(Path(sys.argv[2]), {id for pair, _ in pairs for id in pair}, number))
    articles = {article.id: article for article, _, _ in found}
    grouped = events(list(articles.values()))
    of_any = {
        member.article: event.earliest
        for event in grouped
        if event.earliest and event.latest
        if (date.fromisoformat(event.latest) - date.fromisoformat(event.earliest)).days
        <= _MOST_DAYS
        for member in event.articles
        if member.link is not LinkKind.BACKGROUND
    }
    shown = {
        id: days.earliest
        for id, days in days_of_undated(grouped, articles).items()
        if days.earliest
    }
    for half in (False, True):
        true = {
            article.id: day
            for article, day, in_b in found
            if day and in_b is half and article.published.basis is Basis.NONE
        }
        print(f"half {'b' if half else 'a'}: {len(true)} undated")
        told("all", of_any, true)
        told("with evidence", shown, true)
