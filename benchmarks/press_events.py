"""What a reader found in pairs of press articles on one event, without any text: `press_events.jsonl`.

A line is one difference or trap: `event`, `half` (rules are written on half a, half b is only
measured), `accounts` (two ids in press-fr), `about` (the kind of value), `verdict`, `see` (must or
should; empty for a trap), and `at`: for each account the field of the article and the place of its
words in it. A reader who saw no output read each pair whole. `python -m benchmarks.press_events GOLD
HALF` adds a file of YAML in which the words stand.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from benchmarks.quotations import press

SET = Path(__file__).parent / "press_events.jsonl"
_FIELDS = ("title", "heading", "article")


class Noted(NamedTuple):
    """One difference or trap, with the words of each account."""

    about: str
    verdict: str
    see: str
    words: Mapping[str, str]
    """The words by the id of their article."""


class Pair(NamedTuple):
    """Two articles on one event, as records of press-fr, with what a reader noted."""

    event: str
    records: tuple[Mapping[str, Any], Mapping[str, Any]]
    noted: tuple[Noted, ...]


def pairs(half: str) -> Iterator[Pair]:
    """The pairs of a half; press-fr is read from the folder in RECOUPE_CORPORA."""
    lines = [json.loads(line) for line in SET.read_text(encoding="utf-8").splitlines()]
    lines = [line for line in lines if line["half"] == half]
    records = _records({id for line in lines for id in line["accounts"]})
    by_event: dict[str, list[Mapping[str, Any]]] = {}
    for line in lines:
        by_event.setdefault(line["event"], []).append(line)
    for event, own in by_event.items():
        noted = tuple(
            Noted(line["about"], line["verdict"], line["see"], {
                id: records[id][field][start:end] for id, (field, start, end) in line["at"].items()
            })
            for line in own if line["at"]
        )  # fmt: skip
        one, other = own[0]["accounts"]
        yield Pair(event, (records[one], records[other]), noted)


def add(gold: Path, half: str) -> int:
    """Adds a file of pairs (`pair`, `accounts`, `differences`, `traps`, each with `needles`) in place of
    the same half; gives how many lines were added. Raises ValueError for words that stand nowhere.
    """
    told = yaml.safe_load(gold.read_text(encoding="utf-8"))
    records = _records({str(id) for pair in told for id in pair["accounts"]})
    new = [line for pair in told for line in _lines(pair, half, records)]
    kept = SET.read_text(encoding="utf-8").splitlines() if SET.exists() else []
    kept = [line for line in kept if json.loads(line)["half"] != half]
    written = sorted((*kept, *(json.dumps(line, ensure_ascii=False) for line in new)))
    SET.write_text("\n".join(written) + "\n", encoding="utf-8")
    return len(new)


def _lines(
    pair: Mapping[str, Any], half: str, records: Mapping[str, Mapping[str, Any]]
) -> Iterator[Mapping[str, Any]]:
    accounts = [str(id) for id in pair["accounts"]]
    head = {"event": pair["pair"], "half": half, "accounts": accounts}
    found: Sequence[Mapping[str, Any]] = [
        *(pair.get("differences") or ()), *({**trap, "kind": "trap"} for trap in pair.get("traps") or ())
    ]  # fmt: skip
    if not found:
        yield {**head, "about": "", "verdict": "", "see": "", "at": {}}
    for each in found:
        at = {str(id): _place(records[str(id)], words) for id, words in each["needles"].items()}
        yield {
            **head, "about": each["kind"], "verdict": each.get("verdict", ""),
            "see": each.get("see", ""), "at": at,
        }  # fmt: skip


def _place(record: Mapping[str, Any], words: str) -> tuple[str, int, int]:
    """The field and the place of words, whose blanks and line ends may differ."""
    pattern = re.compile(r"\s*".join(map(re.escape, words.split())))
    for field in _FIELDS:
        match = pattern.search(record.get(field) or "")
        if match:
            return field, *match.span()
    raise ValueError(f"{record['id']}: {words}")


def _records(wanted: set[str]) -> dict[str, Mapping[str, Any]]:
    return {str(one["id"]): one for one in press() if str(one["id"]) in wanted}


if __name__ == "__main__":
    print(f"{add(Path(sys.argv[1]), sys.argv[2])} lines added")
