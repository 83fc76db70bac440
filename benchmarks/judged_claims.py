"""What each article is told to do with a claim, against what a reader found that it does.

    python -m benchmarks.judged_claims press-fr.jsonl.xz [FILE]

`judged_claims.tsv`: 40 claims about events of three windows of 800 articles of press-fr (`from` is the first line), true
ones and such that nobody makes, each with the verdicts of the articles that speak of them, judged by reading before any
output: S says it, D denies it, V gives another value, A tells it as to come, feared or in part; several letters where
either is right, « ? » where the article was not read to its end. `first` are the articles that may have said it first,
« - » nobody. Forty more, only measured, are in `unread/judged_claims.tsv`. Printed are counts only.
"""

from __future__ import annotations

import lzma
import sys
import tempfile
from collections import Counter, defaultdict
from pathlib import Path

from index.compare.claim import ClaimPassage, ClaimRelation
from tui import recoupe

JUDGED = Path(__file__).with_name("judged_claims.tsv")
WINDOW = 800
_LETTERS = {
    ClaimRelation.SAYS: "S",
    ClaimRelation.DENIES: "D",
    ClaimRelation.DIFFERS: "V",
    ClaimRelation.SPEAKS: "A",
}


def main() -> None:
    file = Path(sys.argv[2]) if len(sys.argv) > 2 else JUDGED
    with lzma.open(sys.argv[1], "rt", encoding="utf-8") as lines:
        press = list(lines)
    windows: dict[int, list[list[str]]] = defaultdict(list)
    for row in file.read_text("utf-8").splitlines()[1:]:
        start, *rest = row.split("\t")
        windows[int(start)].append(rest)
    count: Counter[str] = Counter()
    for start, rows in windows.items():
        with tempfile.TemporaryDirectory() as room:
            corpus = Path(room, "press.jsonl")
            corpus.write_text("".join(press[start : start + WINDOW]), "utf-8")
            with recoupe.open(corpus, index=str(Path(room, "index"))) as opened:
                for claim, verdicts, first in rows:
                    found = opened.library.claim(claim)
                    ids = {
                        said.article: str(opened.article(said.article).record_id) for said in found
                    }
                    right = dict(one.split(":") for one in verdicts.split())
                    count += compared([(ids[said.article], said) for said in found], right, first)
    for name, number in sorted(count.items()):
        print(f"{name}: {number}")


def compared(
    found: list[tuple[str, ClaimPassage]], right: dict[str, str], first: str
) -> Counter[str]:
    """How often each verdict was told, rightly or not."""
    count: Counter[str] = Counter()
    told: dict[str, set[str]] = defaultdict(set)
    for id, said in found:
        letter = _LETTERS[said.told]
        told[id].add(letter)
        wanted = right.get(id, "A")
        if id not in right and letter == "A":
            count["speaks of it, far"] += 1
        elif wanted != "?":
            count[f"{said.told.value}, {'right' if letter in wanted else 'wrong'}"] += 1
    for letter in "SDV":
        wanting = [id for id, wanted in right.items() if wanted == letter]
        count[f"{letter} to find"] += len(wanting)
        count[f"{letter} found"] += sum(letter in told[id] for id in wanting)
    firsts = [id for id, said in found if said.first]
    if first != "?":
        nobody = first == "-"
        good = not firsts if nobody else bool(firsts) and firsts[0] in first.split()
        count[
            f"first sayer, {'nobody' if nobody else 'somebody'}, {'right' if good else 'wrong'}"
        ] += 1
    return count


if __name__ == "__main__":
    main()
