"""The annotated quotations of press-fr, without any text: `benchmarks/quotations.jsonl`.

A line is one quotation: `article` (its id in press-fr), `start` and `end` in the article's text, marks
included, and what an annotator who saw no output says of it: `use` (utterance, document, title, ironic),
`speaker` (a name, or null), `called` (offsets of the words by which the article calls the speaker, the
words beside the verb first), `verb` (its offsets, or its last word where it does not stand so),
`manner`, `how` (by what the speaker is found: name, office, pronoun, continuation …) and `half`: rules
are written on halves a, c, e, g, i, k, m and n; halves b, d, f, h, j, l and o are only measured.

`benchmarks/short_quotations.jsonl` holds in the same form 395 quotations of one to three words, one or two
an article, of articles in no half: part `fitted` is read, part `measured` is only measured.
"""

from __future__ import annotations

import json
import lzma
import os
import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

SET = Path(__file__).parent / "quotations.jsonl"
SHORT = Path(__file__).parent / "short_quotations.jsonl"
PRESS = "press-fr.jsonl.xz"


class Judged(NamedTuple):
    """One quotation with what is right; words, where the file holds places."""

    number: int
    article: str
    start: int
    end: int
    use: str
    speaker: str | None
    called: Sequence[str]
    """The words for the speaker, those beside the verb first; empty where these are none."""
    verb: str
    manner: str | None
    half: str


def press() -> Iterator[Mapping[str, Any]]:
    """The articles of press-fr, from the folder in RECOUPE_CORPORA."""
    with lzma.open(Path(os.environ["RECOUPE_CORPORA"], PRESS), "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def lines(half: str | None = None, *, of: Path = SET) -> list[Mapping[str, Any]]:
    """The lines of a set, or of one half of it."""
    found = [json.loads(line) for line in of.read_text(encoding="utf-8").splitlines()]
    return [line for line in found if half is None or line["half"] == half]


def judged(found: Iterable[Mapping[str, Any]], texts: Mapping[str, str]) -> Iterator[Judged]:
    """The quotations of the lines, with the words at their places in the articles."""
    for number, line in enumerate(found):
        text = texts[line["article"]]
        verb = line["verb"]
        yield Judged(
            number,
            line["article"],
            line["start"],
            line["end"],
            line["use"],
            line["speaker"],
            [text[start:end] for start, end in line["called"]],
            verb if isinstance(verb, str) else text[slice(*verb)] if verb else "",
            line["manner"],
            line["half"],
        )


def add(items: Path, gold: Path, half: str, *, to: Path = SET) -> int:
    """Adds what was annotated of new quotations to a set, and gives how many.

    `items` is a JSON list with `n`, `article`, `start` and `end` of each quotation, `gold` JSON Lines
    with `n`, `use`, `speaker`, `how`, `speaker_span` and `verb` in words, and `manner`. Lines of the
    same half are replaced.
    """
    by_number = {item["n"]: item for item in json.loads(items.read_text(encoding="utf-8"))}
    told = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines()]
    wanted = {str(item["article"]) for item in by_number.values()}
    texts = {str(one["id"]): one["article"] for one in press() if str(one["id"]) in wanted}
    new = list(_lines(by_number, told, texts, half))
    kept = [line for line in lines(of=to) if line["half"] != half] if to.exists() else []
    written = sorted(
        (*kept, *new), key=lambda one: (one["half"], int(one["article"]), one["start"])
    )
    to.write_text(
        "".join(f"{json.dumps(line, ensure_ascii=False)}\n" for line in written), encoding="utf-8"
    )
    return len(new)


def _lines(
    items: Mapping[int, Mapping[str, Any]],
    told: Sequence[Mapping[str, Any]],
    texts: Mapping[str, str],
    half: str,
) -> Iterator[dict[str, Any]]:
    called: dict[tuple[str, str], list[str]] = defaultdict(list)
    for one in told:
        if one["speaker"] and one["speaker_span"]:
            called[str(items[one["n"]]["article"]), one["speaker"]].append(one["speaker_span"])
    for one in told:
        item = items[one["n"]]
        article, speaker = str(item["article"]), one["speaker"]
        text, start, end = texts[article], item["start"], item["end"]
        words = [one["speaker_span"], *called[article, speaker]] if speaker else []
        if speaker and not speaker[0].isupper():
            words.append(speaker)
        places = [place for word in words if (place := _nearest(text, word, start, end))]
        verb = one["verb"] or ""
        yield {
            "article": article,
            "start": start,
            "end": end,
            "use": one["use"],
            "speaker": _name(speaker, places),
            "called": [list(place) for place in dict.fromkeys(places)],
            "verb": _nearest(text, verb, start, end) or (verb.split() or [None])[-1],
            "manner": one["manner"],
            "how": one.get("how"),
            "half": half,
        }


def _name(speaker: str | None, places: Collection[tuple[int, int]]) -> str | None:
    """A name as it is; of a description its noun alone, unless its place is known."""
    if not speaker or speaker[0].isupper():
        return speaker
    return None if places else re.split(r"[ '’]", speaker)[min(1, speaker.count(" "))]


def _nearest(text: str, words: str, start: int, end: int) -> tuple[int, int] | None:
    """Where the words stand nearest to a quotation, and not in it."""
    if not words:
        return None
    found = [
        (at.start(), at.end())
        for at in re.finditer(re.escape(words), text)
        if at.end() <= start or at.start() >= end
    ]
    return min(found, key=lambda one: min(abs(one[1] - start), abs(one[0] - end)), default=None)
