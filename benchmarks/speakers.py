"""Measures who is told to say each quotation: `python -m benchmarks.speakers ARTICLES ITEMS GOLD`.

ARTICLES is a file of JSON Lines (`id`, `title`, `article`), ITEMS a JSON list of the quotations that
were annotated (`n`, `article`, `start`, `end` in the text of the article, marks included) and GOLD
JSON Lines with `use`, `speaker`, `speaker_span`, `verb` and `manner` of each. The articles are built
together with 900 others, since names are settled by the votes of a corpus. With `-v` every miss is
printed. Several pairs of ITEMS and GOLD may follow each other.
"""

# ruff: noqa: SIM905 -- word lists are easier to read as running text
from __future__ import annotations

import json
import random
import sys
import tempfile
import unicodedata
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from index.building.build import rebuild
from index.library import Library
from index.model.article import Article, HowSaid, Quote
from index.settings.places import find_places

OTHERS = 900
_PRONOUNS = frozenset(
    "il elle ils elles on je nous ce dernier cette derniere celui-ci celle-ci".split()
)
_UNSAID = (HowSaid.TITLE, HowSaid.IRONIC, None)
_SIGNIFICANT = 3


class _Case(NamedTuple):
    item: Mapping[str, Any]
    gold: Mapping[str, Any]


def main() -> None:
    told = [argument for argument in sys.argv[1:] if argument != "-v"]
    verbose = "-v" in sys.argv
    articles = Path(told[0])
    for items, gold in zip(told[1::2], told[2::2], strict=True):
        print(f"{Path(gold).name}:")
        measure(articles, list(_cases(Path(items), Path(gold))), verbose=verbose)


def measure(articles: Path, cases: list[_Case], *, verbose: bool) -> None:
    wanted = {str(case.item["article"]) for case in cases}
    with tempfile.TemporaryDirectory() as folder:
        texts = _write_corpus(articles, wanted, Path(folder) / "corpus")
        places = find_places(corpus=f"{folder}/corpus", index=f"{folder}/index", environment={})
        rebuild(places, lambda event: None)
        library = Library.open(places)
        read = {
            str(article.record_id): article
            for article in map(library.article, library.ids())
            if article.record_id in wanted
        }
        _report(library, read, texts, cases, verbose=verbose)
        library.close()


def _cases(items: Path, gold: Path) -> Iterator[_Case]:
    by_number = {item["n"]: item for item in json.loads(items.read_text(encoding="utf-8"))}
    for line in gold.read_text(encoding="utf-8").splitlines():
        judged = json.loads(line)
        yield _Case(by_number[judged["n"]], judged)


def _write_corpus(articles: Path, wanted: set[str], folder: Path) -> dict[str, str]:
    """Writes the articles that are asked about among others, and gives their texts."""
    folder.mkdir()
    texts: dict[str, str] = {}
    kept, others = [], []
    with articles.open(encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            if str(record["id"]) in wanted:
                texts[str(record["id"])] = record["article"]
                kept.append(line)
            else:
                others.append(line)
    kept += random.Random(15).sample(others, min(OTHERS, len(others)))
    (folder / "press.jsonl").write_text("".join(kept), encoding="utf-8")
    return texts


def _report(
    library: Library,
    read: Mapping[str, Article],
    texts: Mapping[str, str],
    cases: list[_Case],
    *,
    verbose: bool,
) -> None:
    count = Counter[str]()
    described: dict[tuple[str, str], set[str]] = defaultdict(set)
    for item, gold in cases:
        if gold["speaker"] and gold["speaker_span"]:
            described[item["article"], gold["speaker"]].add(gold["speaker_span"])
    for item, gold in cases:
        article = read[str(item["article"])]
        text = texts[str(item["article"])]
        quote = _found(article, text, item)
        said = gold["use"] in ("utterance", "document")
        if said and gold["speaker"]:
            verdict = _speaker(
                library, article, quote, gold, described[item["article"], gold["speaker"]]
            )
            count[f"speaker {verdict}"] += 1
            count["speakers"] += 1
            if gold["verb"]:
                count["verbs"] += 1
                right = (
                    quote is not None and quote.verb is not None and _meets_verb(quote.verb, gold)
                )
                count["verbs right"] += right
                if not right:
                    verdict += " · verb"
        else:
            verdict = "right"
            if quote is not None and (quote.speaker_text or quote.speaker):
                verdict = "given one"
                count["nobody, given one"] += 1
        how = quote.manner if quote is not None else None
        if gold["manner"] in ("denied", "conditional"):
            count["denied or conditional"] += 1
            if how not in (HowSaid.DENIED, HowSaid.CONDITIONAL):
                count["of them told otherwise"] += 1
                verdict += f" · {gold['manner']} as {how}"
        elif gold["manner"] and how in (HowSaid.DENIED, HowSaid.CONDITIONAL):
            count["said, told as denied or conditional"] += 1
            verdict += f" · said as {how}"
        if gold["use"] in ("title", "ironic"):
            count["titles and ironic"] += 1
            count["of them told as utterances"] += how not in _UNSAID
        elif gold["use"] == "utterance" and how in (HowSaid.TITLE, HowSaid.IRONIC):
            count["utterances told as title or ironic"] += 1
            verdict += f" · {how}"
        if verbose and verdict != "right":
            print(
                f"  {gold['n']} [{verdict}] {gold['use']} {gold['manner']} {gold['speaker']} / {gold['speaker_span']} / {gold['verb']}"
            )
            if quote is not None:
                print(
                    f"      ours: {quote.speaker} / {quote.speaker_text} / {quote.verb} / {quote.manner}{' resolved' if quote.resolved else ''}"
                )
                print(
                    "      "
                    + " ".join(article.text[max(0, quote.start - 150) : quote.start].split())
                    + " ⟦"
                    + article.text[quote.start : quote.end][:90]
                    + "⟧ "
                    + " ".join(article.text[quote.end : quote.end + 90].split())
                )
    _print(count)


def _print(count: Counter[str]) -> None:
    total = count["speakers"]
    for verdict in ("right", "in words", "open", "wrong"):
        print(f"  speaker {verdict}: {count[f'speaker {verdict}']} of {total}")
    print(f"  verbs: {count['verbs right']} of {count['verbs']}")
    for key in (
        "denied or conditional",
        "of them told otherwise",
        "said, told as denied or conditional",
        "titles and ironic",
        "of them told as utterances",
        "utterances told as title or ironic",
        "nobody, given one",
    ):
        print(f"  {key}: {count[key]}")


def _speaker(
    library: Library,
    article: Article,
    quote: Quote | None,
    gold: Mapping[str, Any],
    described: Collection[str],
) -> str:
    """`right` by entity or by the same words, `in words` where only the words beside the verb are
    right and the article says elsewhere whom they mean, `open`, or `wrong`."""
    if quote is None:
        return "open"
    if quote.speaker is not None:
        name = library.name_of(quote.speaker)
        forms = [name, *_surfaces(article, quote)]
        wanted = (gold["speaker"], *described)
        return "right" if any(_same_name(a, b) for a in forms for b in wanted) else "wrong"
    words = _words(quote.speaker_text or "")
    if not words or set(words) <= _PRONOUNS:
        return "open"
    if _same_name(quote.speaker_text or "", gold["speaker"]):
        return "right"
    if any(_same_name(quote.speaker_text or "", words) for words in described):
        return "in words"
    return "wrong"


def _surfaces(article: Article, quote: Quote) -> list[str]:
    return [
        article.text[m.start : m.end]
        for m in article.annotations.mentions
        if m.entity == quote.speaker
    ]


def _same_name(one: str, other: str) -> bool:
    """Whether the shorter of two names stands in the other: « Mme Arnal », « Léa Arnal »."""
    ours, theirs = ([w for w in _words(name) if w not in _EMPTY] for name in (one, other))
    if not ours or not theirs:
        return False
    short, long = sorted((ours, theirs), key=len)
    return set(short) <= set(long) or (ours[-1] == theirs[-1] and len(ours[-1]) > _SIGNIFICANT)


_EMPTY = frozenset("le la les l un une des du de d ce cet cette m mme me au aux".split())


def _meets_verb(ours: str, gold: Mapping[str, Any]) -> bool:
    return bool(
        set(_words(ours)) & (set(_words(gold["verb"])) - {"a", "il", "elle", "t", "se", "s", "en"})
    )


def _words(text: str) -> list[str]:
    plain = unicodedata.normalize("NFD", text.lower().replace("’", "'"))
    letters = "".join(c for c in plain if not unicodedata.combining(c))
    return "".join(c if c.isalnum() else " " for c in letters).split()


class _Folded(NamedTuple):
    letters: str
    places: list[int]

    @classmethod
    def of(cls, text: str) -> _Folded:
        pairs = [(c.lower(), at) for at, c in enumerate(text) if c.isalnum()]
        return cls("".join(c[0] for c, _ in pairs), [at for _, at in pairs])


def _found(article: Article, raw: str, item: Mapping[str, Any]) -> Quote | None:
    """The quotation of ours that holds most of the annotated one, found by the letters around it."""
    theirs, ours = _Folded.of(raw), _Folded.of(article.text)
    first = bisect_left(theirs.places, item["start"])
    last = bisect_left(theirs.places, item["end"])
    for context in (40, 15, 0):
        lead = min(context, first)
        at = ours.letters.find(theirs.letters[first - lead : last])
        if at >= 0:
            start = ours.places[at + lead]
            end = ours.places[at + lead + last - first - 1] + 1
            break
    else:
        return None

    def shared(quote: Quote) -> float:
        inside = min(quote.end, end) - max(quote.start, start)
        return inside / (max(quote.end, end) - min(quote.start, start))

    best = max(article.annotations.quotes, key=shared, default=None)
    return best if best is not None and shared(best) > 0.4 else None


if __name__ == "__main__":
    main()
