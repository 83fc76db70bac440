"""Measures what a comparison tells of the facts of an event: `python -m benchmarks.facts`.

Reads the invented events of tests/data/events and of RECOUPE_EVAL, each with the planted differences of
its key, and with `--press HALF` pairs of press articles with the differences that a reader annotated
(`press_events.jsonl`; the texts come from RECOUPE_CORPORA). A difference is shown when one line with another verdict
than « agree » holds the words of two accounts at least; a trap is told when a line that claims a conflict,
an update or a denial holds both its ends. `--lines` prints every line, to be read and judged.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from benchmarks import press_events
from benchmarks.alignment import ROOT
from index.building.build import rebuild
from index.compare.whole import lead_start, whole
from index.library import Library
from index.model.article import Article, ArticleId
from index.model.claims import Claim, Part
from index.model.comparison import Comparison, Rendering
from index.model.text import Span
from index.settings.places import find_places

_GRAVE = ("conflict", "update", "denied", "disputed")


@dataclass(frozen=True, slots=True)
class Planted:
    """One difference, agreement or trap: the words of each account that has it."""

    kind: str
    verdict: str
    needles: Mapping[str, str]
    trap: bool = False
    see: str = "must"


@dataclass(frozen=True, slots=True)
class Story:
    """The accounts of an event by their names, with what a reader found in them."""

    name: str
    accounts: Mapping[str, Article]
    planted: tuple[Planted, ...]
    library: Library


@dataclass(frozen=True, slots=True)
class Line:
    """What one line of the comparison tells: its verdict, and the passages of each account."""

    kind: str
    label: str
    verdict: str
    passages: Mapping[ArticleId, tuple[str, ...]]
    spans: Mapping[ArticleId, tuple[Span, ...]]


def invented(folder: Path | None = None) -> Iterator[Story]:
    """Those of a folder, else those of the tests and of RECOUPE_EVAL."""
    for path in sorted((folder or ROOT / "tests/data/events").glob("*.yaml")):
        told = yaml.safe_load(path.read_text("utf-8"))
        accounts = {}
        for name, account in told["accounts"].items():
            head = {key: str(value) for key, value in account.items() if key != "text"}
            front = yaml.safe_dump(head, allow_unicode=True)
            accounts[name] = f"---\n{front}---\n\n{account['text']}"
        yield from _story(path.stem, accounts, tuple(_planted(entry) for entry in told["key"]))
    if folder is None and (shared := os.environ.get("RECOUPE_EVAL")):
        for key in sorted(Path(shared, "events").glob("*.key.yaml")):
            name = key.name.removesuffix(".key.yaml")
            accounts = {
                path.stem: path.read_text("utf-8")
                for path in sorted(key.with_name(name).glob("*.md"))
            }
            entries = yaml.safe_load(key.read_text("utf-8"))
            yield from _story(name, accounts, tuple(_planted(entry) for entry in entries))


def _story(name: str, accounts: Mapping[str, str], planted: tuple[Planted, ...]) -> Iterator[Story]:
    with tempfile.TemporaryDirectory() as folder:
        for account, text in accounts.items():
            Path(folder, f"{account}.md").write_text(text, encoding="utf-8")
        with built(Path(folder)) as library:
            articles = {id.rpartition("/")[2]: library.article(id) for id in library.ids()}
            yield Story(name, articles, planted, library)


def _planted(entry: dict[str, Any]) -> Planted:
    trap = bool(entry.get("trap"))
    kind = "trap" if trap else entry["kind"]
    return Planted(kind, entry.get("verdict", ""), entry["needles"], trap)


def press(half: str) -> Iterator[Story]:
    """The pairs of press articles of a half, in one index, with what a reader noted."""
    pairs = list(press_events.pairs(half))
    records = {record["id"]: record for pair in pairs for record in pair.records}
    with tempfile.TemporaryDirectory() as folder:
        text = "".join(f"{json.dumps(record)}\n" for record in records.values())
        Path(folder, "press.jsonl").write_text(text, encoding="utf-8")
        with built(Path(folder)) as library:
            by_id = {a.record_id: a for a in map(library.article, library.ids())}
            for pair in pairs:
                accounts = {r["id"]: by_id[r["id"]] for r in pair.records}
                planted = tuple(
                    Planted(each.about, each.verdict, each.words, each.about == "trap", each.see)
                    for each in pair.noted
                )
                yield Story(pair.event, accounts, planted, library)


@contextmanager
def built(corpus: Path) -> Iterator[Library]:
    """The corpus through a generation of its own, thrown away afterwards."""
    with tempfile.TemporaryDirectory() as folder:
        places = find_places(corpus=str(corpus), index=folder, environment={})
        rebuild(places, lambda event: None)
        library = Library.open(places)
        try:
            yield library
        finally:
            library.close()


def lines_of(comparison: Comparison, articles: Mapping[ArticleId, Article]) -> Iterator[Line]:
    for fact in comparison.facts:
        told = {account.article: account.claims for account in fact.accounts}
        spans = {
            id: tuple(span for claim in claims for span in _shown(claim, articles[id]))
            for id, claims in told.items()
        }
        yield _line(fact.about.value, fact.label, fact.verdict.value, spans, articles)
    for line in comparison.quotes:
        if len(line.uses) > 1:
            same = all(use.relation is Rendering.IDENTICAL for use in line.uses)
            spans = {use.article: use.spans for use in line.uses}
            yield _line("quote", "", "agree" if same else "narrower", spans, articles)


def _line(
    kind: str,
    label: str,
    verdict: str,
    spans: Mapping[ArticleId, tuple[Span, ...]],
    articles: Mapping[ArticleId, Article],
) -> Line:
    passages = {
        id: tuple(span.of(whole(articles[id]).text) for span in places)
        for id, places in spans.items()
    }
    return Line(kind, label, verdict, passages, spans)


def _shown(claim: Claim, article: Article) -> Iterator[Span]:
    """Where a claim stands in the whole of its article, and who says it, which its line names."""
    yield _over(claim, article)
    if claim.speaker is not None:
        by = lead_start(article) if claim.part is Part.DESCRIPTION else 0
        yield claim.speaker.shifted(by)


def _over(claim: Claim, article: Article) -> Span:
    """Where a claim stands in the whole of its article."""
    if claim.part is Part.DESCRIPTION:
        return claim.span.shifted(lead_start(article))
    return claim.span


def holds(line: Line, account: Article, needle: str) -> bool:
    """Whether a passage of a line lies over the words of an account."""
    text = whole(account).text
    at = text.find(needle)
    if at < 0:
        return False
    place = Span(at, at + len(needle))
    return any(span.overlaps(place) for span in line.spans.get(account.id, ()))


def touched(line: Line, story: Story, planted: Planted) -> int:
    """How many accounts of a planted difference a line has."""
    return sum(holds(line, story.accounts[n], words) for n, words in planted.needles.items())


def interval(right: int, of: int) -> str:
    """Wilson's interval of a share at .95."""
    if not of:
        return "–"
    share, z = right / of, 1.96
    middle = (share + z * z / (2 * of)) / (1 + z * z / of)
    width = z / (1 + z * z / of) * math.sqrt(share * (1 - share) / of + z * z / (4 * of * of))
    return f"{right}/{of} = {share:.2f} [{middle - width:.2f}–{middle + width:.2f}]"


@dataclass(slots=True)
class Tally:
    shown: Counter[str]
    planted: Counter[str]
    by_see: Counter[tuple[str, bool]]
    traps_told: int = 0
    traps: int = 0
    lines: int = 0
    grave: int = 0
    known: int = 0
    """Grave lines that hold an annotated difference."""


def measure(stories: Iterable[Story], *, verbose: bool, missed: bool) -> Tally:
    tally = Tally(Counter(), Counter(), Counter())
    for story in stories:
        found = told(story)
        if verbose:
            print(f"\n## {story.name}")
            for line in found:
                _print(line, story)
        tally.lines += len(found)
        grave = [line for line in found if line.verdict in _GRAVE]
        tally.grave += len(grave)
        real = [each for each in story.planted if not each.trap]
        tally.known += sum(any(touched(line, story, p) > 1 for p in real) for line in grave)
        for planted in story.planted:
            if planted.trap:
                tally.traps += 1
                if any(touched(line, story, planted) > 1 for line in grave):
                    tally.traps_told += 1
                    print(f"  {story.name}: trap told {dict(planted.needles)}")
                continue
            other = [
                line for line in found if line.verdict != "agree" or planted.verdict == "agree"
            ]
            shown = any(touched(line, story, planted) > 1 for line in other)
            tally.planted[planted.kind] += 1
            tally.shown[planted.kind] += shown
            tally.by_see[planted.see, shown] += 1
            if missed and not shown:
                print(f"  {story.name}: missed {planted.kind} {dict(planted.needles)}")
    return tally


def told(story: Story) -> list[Line]:
    """The lines of an event, all of its accounts at once."""
    comparison = story.library.compare([article.id for article in story.accounts.values()])
    return list(lines_of(comparison, {a.id: a for a in story.accounts.values()}))


def _print(line: Line, story: Story) -> None:
    names = {article.id: name for name, article in story.accounts.items()}
    print(f"{line.verdict:12} {line.kind:10} {line.label}")
    for id, passages in line.passages.items():
        print(f"      {names[id]:10} {' | '.join(' '.join(p.split()) for p in passages)}")


def report(title: str, tally: Tally) -> None:
    print(f"\n{title}: shown {interval(sum(tally.shown.values()), sum(tally.planted.values()))}")
    for kind, count in tally.planted.most_common():
        print(f"  {kind:15} {tally.shown[kind]}/{count}")
    for see in ("must", "should", "could"):
        right = tally.by_see[see, True]
        print(f"  {see:15} {interval(right, right + tally.by_see[see, False])}")
    print(f"  traps told {tally.traps_told}/{tally.traps}")
    print(f"  lines {tally.lines}; grave {tally.grave}, annotated {tally.known}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--press", choices=("a", "b"), help="a half of the pairs of press articles")
    parser.add_argument("--folder", type=Path, help="other invented events than those of the tests")
    parser.add_argument("--lines", action="store_true", help="print every line")
    parser.add_argument("--missed", action="store_true", help="print what is not shown")
    parser.add_argument("--only", help="one invented event")
    options = parser.parse_args()
    how = {"verbose": options.lines, "missed": options.missed}
    if options.press:
        report(f"press, half {options.press}", measure(press(options.press), **how))
        return
    stories = (s for s in invented(options.folder) if options.only in (None, s.name))
    report("invented", measure(stories, **how))


if __name__ == "__main__":
    main()
