"""What a judge says of the lines of press events: `RECOUPE_CORPORA=… python -m benchmarks.judged_lines [SET]`.

`judged_lines.jsonl` holds no text. A line is one line of a comparison: `set` (a, b, c and e were read by who writes the
rules, d is only measured), `accounts` (ids in press-fr), `verdict` and `kind` as they were when it was judged, `ends`
(for each claim the id of its article, its part and its place), and what somebody who knew no rule says: `same` (the
claims are about one thing), `true` (the verdict is right) and `worth` (a reporter would be glad of the line), each 0,
.5 or 1. Printed: for each verdict the lines that are still told with it, how many of them are true and worth reading,
and what became of the others.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from benchmarks.facts import built
from benchmarks.quotations import press
from index.library import Library
from index.model.article import ArticleId
from index.model.facts import Fact, FactVerdict

SET = Path(__file__).parent / "judged_lines.jsonl"
Ends = frozenset[tuple[str, str, int]]


def main() -> None:
    wanted = sys.argv[1] if len(sys.argv) > 1 else "abcd"
    lines = [json.loads(line) for line in SET.read_text(encoding="utf-8").splitlines()]
    for part in wanted:
        report(part, [line for line in lines if line["set"] == part])


def report(part: str, lines: list[Mapping[str, Any]]) -> None:
    """Prints what became of the lines of a set."""
    by_accounts: dict[tuple[str, ...], list[Mapping[str, Any]]] = defaultdict(list)
    for line in lines:
        by_accounts[tuple(line["accounts"])].append(line)
    judged: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
    with corpus({id for accounts in by_accounts for id in accounts}) as (library, ids):
        for accounts, own in by_accounts.items():
            told = {
                ends(fact, library): fact
                for fact in library.compare([ids[a] for a in accounts]).facts
            }
            for line in own:
                fact = told.get(frozenset((id, part, at) for id, part, at in line["ends"]))
                judged[_fate(line["verdict"], fact)].append(line)
    print(f"set {part}: {len(lines)} lines")
    for fate, held in sorted(judged.items()):
        true, worth = (sum(line[key] for line in held) for key in ("true", "worth"))
        print(f"  {fate:32} {len(held):4}  true {true:g}, worth reading {worth:g}")


def _meets(line: Mapping[str, Any], places: Ends, fact: Fact, told: Ends) -> bool:
    """Whether a line of today is the one that was judged: of its kind, at its places in two articles."""
    return fact.about.value == line["kind"] and len({id for id, _, _ in places & told}) > 1


def _fate(verdict: str, fact: Fact | None) -> str:
    if fact is None or fact.verdict in (FactVerdict.AGREE, FactVerdict.ONLY):
        return f"{verdict}: no longer told"
    now = fact.verdict.value
    return f"{verdict}" if now == verdict else f"{verdict}: told as {now}"


def ends(fact: Fact, library: Library) -> Ends:
    """Where the claims of a line stand: the id of the record, the part, the place."""
    return frozenset(
        (str(library.article(account.article).record_id), claim.part.value, claim.start)
        for account in fact.accounts
        for claim in account.claims
    )


@contextmanager
def corpus(wanted: set[str]) -> Iterator[tuple[Library, dict[str, ArticleId]]]:
    """The articles asked for in an index of their own, with their ids there by those of press-fr."""
    with tempfile.TemporaryDirectory() as folder:
        text = "".join(f"{json.dumps(r)}\n" for r in press() if str(r["id"]) in wanted)
        Path(folder, "press.jsonl").write_text(text, encoding="utf-8")
        with built(Path(folder)) as library:
            yield library, {str(library.article(id).record_id): id for id in library.ids()}


if __name__ == "__main__":
    main()
