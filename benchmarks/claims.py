"""Claims found in a corpus: the title of one article as the claim, another on the same story as the answer.

    python -m benchmarks.claims EVAL_FOLDER CORPUS [ARTICLES] [CLAIMS]
    python -m benchmarks.claims --reworded CORPUS [HALVES]

Silver, not gold: pairs of different sources that tell the same story (`story-pairs.jsonl`); the article that the
title is of is left out of the corpus. Printed: claims with a passage of the other article among the first five.

`--reworded` asks `reworded_claims.tsv`: claims of press-fr told in other words by somebody who read the articles
and saw no output, with the articles that say them first, by their ids in press-fr. Rules are written on half a,
half b is only measured, half c, by somebody else, is read too. The corpus is these articles, the others of their stories
and 2,400 drawn ones. Halves d, read, and e, only measured, are facts that three articles or more tell on two days or
more, with all that tell them; they are asked of the whole corpus, and so are all with a capital: `A`. An article of
the same words as a right one is right, unless it appeared later than the first ones. Halves f, read, and g, only
measured, are claims that nobody makes (`unsaid_claims.tsv`), asked of the drawn articles. Printed: how often the first
sayer is right, how often one that says it first, or says it at all, is among the first five passages, and how often
one is told of a claim that nobody else tells, where the right articles are left out.
"""

from __future__ import annotations

import json
import lzma
import random
import re
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from index.compare.claim import ClaimPassage, ClaimRelation
from index.compare.first_sayer import first_sayer
from index.model.article import Article, ArticleId
from tui import recoupe

REWORDED = Path(__file__).with_name("reworded_claims.tsv")
UNSAID = Path(__file__).with_name("unsaid_claims.tsv")
_OTHERS, _DRAW = 2_400, 5
_DRAWN_FOR = "abcfg"
"""The halves that are asked of drawn articles."""
_UNSAID = "fg"
"""Those of claims that nobody makes."""
_ALL = 1_000
"""More passages than are read for a claim."""


def main() -> None:
    if sys.argv[1] == "--reworded":
        reworded(Path(sys.argv[2]), sys.argv[3] if len(sys.argv) > 3 else "abc")
    else:
        titles()


def reworded(corpus: Path, halves: str) -> None:
    count: dict[str, Counter[str]] = {half: Counter() for half in halves}
    for asked in answered(corpus, halves):
        told = count[asked.half]
        first = first_sayer(asked.found, asked.articles)
        told["all"] += 1
        told["right"] += first is not None and asked.ids[first.id] in asked.first
        nearest = [asked.ids[said.article] for said in asked.found[:5]]
        told["near"] += any(id in asked.first for id in nearest)
        right = {*asked.first, *asked.others}
        told["say"] += any(id in right for id in nearest)
        saying = [
            asked.ids[said.article] for said in asked.found if said.told is ClaimRelation.SAYS
        ]
        told["said"] += len(saying)
        told["any"] += bool(saying)
        told["truly"] += sum(id in right for id in saying)
        told["true"] += sum(asked.ids[said.article] in right for said in asked.found)
        if not asked.others:
            told["alone"] += 1
            told["without"] += first_sayer(asked.left(), asked.articles) is not None
    for half, told in count.items():
        if half in _UNSAID:
            print(f"half {half}: of {told['all']} claims {told['any']} are said, by {told['said']}")
            continue
        print(
            f"half {half}: first sayer right {told['right']} of {told['all']}, a right one among five"
            f" {told['near']}, one that says it {told['say']};"
            f" told where nobody is left who says it {told['without']} of {told['alone']};"
            f" told to say it {told['said']}, {told['truly']} of them and of {told['true']} found truly"
        )


class Answered(NamedTuple):
    """A claim that was asked, with what was found and what is right."""

    half: str
    first: list[str]
    """The articles that say it first, by their ids in press-fr."""
    others: list[str]
    found: Sequence[ClaimPassage]
    articles: Mapping[ArticleId, Article]
    ids: Mapping[ArticleId, str]
    claim: str

    def left(self) -> list[ClaimPassage]:
        """What was found without the articles that say it first."""
        return [said for said in self.found if self.ids[said.article] not in self.first]


def answered(corpus: Path, halves: str) -> Iterator[Answered]:
    """The claims of the halves, asked of the corpora that are meant for them."""
    rows = [row.split("\t") for row in REWORDED.read_text("utf-8").splitlines()[1:]]
    records = _records(corpus)
    rows = with_copies(rows, records)
    unsaid = [row.split("\t") for row in UNSAID.read_text("utf-8").splitlines()[1:]]
    rows += [[half, "", "", claim] for half, claim in unsaid]
    drawn = [half for half in halves if half in _DRAWN_FOR]
    if drawn:
        stories = [row for row in rows if row[0] in _DRAWN_FOR]
        needed = [id for _, first, others, _ in stories for id in (*first.split(), *others.split())]
        rest = [id for id in records if id not in set(needed)]
        some = [*dict.fromkeys(needed), *random.Random(_DRAW).sample(rest, _OTHERS)]
        yield from _asked([row for row in stories if row[0] in drawn], [records[id] for id in some])
    whole = [half for half in halves if half not in drawn]
    if whole:
        meant = [(half, *row[1:]) for half in whole for row in rows if row[0] == half.lower()]
        yield from _asked(meant, records.values())


def with_copies(
    rows: Iterable[Sequence[str]], records: Mapping[str, Mapping[str, Any]]
) -> list[list[str]]:
    """The same claims; what has the words of a right article is right too, and first if it is no later."""
    same: dict[tuple[str, ...], list[str]] = {}
    for id, record in records.items():
        same.setdefault(_words(record), []).append(id)
    told: list[list[str]] = []
    for half, first, others, claim in rows:
        right: dict[str, bool] = dict.fromkeys(others.split(), False)
        right.update(dict.fromkeys(first.split(), True))
        for id, is_first in list(right.items()):
            for copy in same.get(_words(records[id]), ()):
                soon = is_first and records[copy]["date"] <= records[id]["date"]
                right[copy] = right.get(copy, False) or soon
        parts = [[id for id, one in right.items() if one is wanted] for wanted in (True, False)]
        told.append([half, *(" ".join(ids) for ids in parts), claim])
    return told


def _words(record: Mapping[str, Any]) -> tuple[str, ...]:
    return tuple(re.findall(r"\w+", record["article"].casefold()))


def _asked(
    rows: Iterable[Sequence[str]], records: Iterable[Mapping[str, Any]]
) -> Iterator[Answered]:
    with tempfile.TemporaryDirectory() as room:
        file = Path(room, "press.jsonl")
        _write(file, records)
        with recoupe.open(file, index=str(Path(room, "index"))) as opened:
            for half, first, others, claim in rows:
                found = opened.library.claim(claim, most=_ALL, far=True)
                articles = {said.article: opened.article(said.article) for said in found}
                ids = {id: str(article.record_id) for id, article in articles.items()}
                yield Answered(half, first.split(), others.split(), found, articles, ids, claim)


def _records(corpus: Path) -> dict[str, dict[str, Any]]:
    with lzma.open(corpus, "rt", encoding="utf-8") as lines:
        return {str(record["id"]): record for record in map(json.loads, lines)}


def _write(file: Path, records: Iterable[Mapping[str, Any]]) -> None:
    with file.open("w", encoding="utf-8") as out:
        for record in records:
            told = {key: record[key] for key in ("id", "title", "heading", "article", "date")}
            out.write(json.dumps(told, ensure_ascii=False) + "\n")


def titles() -> None:
    folder, corpus = Path(sys.argv[1]), Path(sys.argv[2])
    size = int(sys.argv[3]) if len(sys.argv) > 3 else 3_000
    asked = int(sys.argv[4]) if len(sys.argv) > 4 else 200
    records = _records(corpus)
    told = (folder / "story-pairs.jsonl").read_text(encoding="utf-8").splitlines()
    pairs = [json.loads(line) for line in told]
    pairs = [
        p
        for p in pairs
        if p["kind"] == "same_story"
        and p["source_a"] != p["source_b"]
        and p["a"] in records
        and p["b"] in records
    ]
    chance = random.Random(int(sys.argv[5]) if len(sys.argv) > 5 else 3)
    chance.shuffle(pairs)
    claims: dict[str, str] = {}
    for pair in pairs:
        if pair["a"] not in claims.values() and pair["b"] not in claims and len(claims) < asked:
            claims[pair["a"]] = pair["b"]
    held = [id for id in claims.values() if id not in claims]
    others = [id for id in records if id not in claims and id not in held]
    chosen = [
        *dict.fromkeys(held),
        *chance.sample(others, max(0, min(size - len(held), len(others)))),
    ]
    with tempfile.TemporaryDirectory() as room:
        file = Path(room, "press.jsonl")
        _write(file, (records[id] for id in chosen))
        with recoupe.open(file, index=str(Path(room, "index"))) as opened:
            found = total = said = 0
            for one, other in claims.items():
                if other not in held:
                    continue
                total += 1
                answers = opened.library.claim(records[one]["title"], most=5)
                ids = [opened.article(answer.article).record_id for answer in answers]
                found += other in ids
                said += any(
                    i == other and a.told is ClaimRelation.SAYS
                    for i, a in zip(ids, answers, strict=True)
                )
    print(
        f"{total} claims on {len(chosen)} articles: {found / total:.3f} among the first five, {said / total:.3f} said to say it"
    )


if __name__ == "__main__":
    main()
