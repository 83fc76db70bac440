"""Measures who is told to say each quotation: `python -m benchmarks.speakers [-v] [--half a] [--short]`.

The set is `benchmarks/quotations.jsonl`, the articles are those of press-fr (RECOUPE_CORPORA). They are
built together with 900 others, since names are settled by the votes of a corpus. With `-v` every miss is
printed. `--add ITEMS GOLD HALF` adds newly annotated quotations to the set (`benchmarks/quotations.py`).
With `--short` the set is `benchmarks/short_quotations.jsonl`.

A speaker is right by name, or in words: those that the annotator wrote down, those that the article sets
beside the name (« Léa Arnal, présidente du port »), or those for a speaker who has no name. What is left
is wrong, or open: nobody, or a bare pronoun. « wrong » therefore still holds other words for the right
one; read them with `-v`.
"""

# ruff: noqa: SIM905 -- word lists are easier to read as running text
from __future__ import annotations

import json
import random
import tempfile
import unicodedata
from argparse import ArgumentParser
from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks import quotations
from benchmarks.quotations import Judged
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
_BESIDE = 12
"""Words on either side of a name among which an office stands beside it."""


def main() -> None:
    parser = ArgumentParser(description="Measures who is told to say each quotation.")
    parser.add_argument("-v", "--verbose", action="store_true")
    parser.add_argument("--half")
    parser.add_argument("--add", nargs=3, metavar=("ITEMS", "GOLD", "HALF"))
    parser.add_argument("--short", action="store_true")
    options = parser.parse_args()
    path = quotations.SHORT if options.short else quotations.SET
    if options.add:
        items, gold, half = options.add
        print(f"{quotations.add(Path(items), Path(gold), half, to=path)} quotations added")
        return
    found = quotations.lines(options.half, of=path)
    for half in sorted({line["half"] for line in found}):
        print(f"half {half}:")
        measure([line for line in found if line["half"] == half], verbose=options.verbose)


def measure(lines: Sequence[Mapping[str, Any]], *, verbose: bool) -> None:
    wanted = {line["article"] for line in lines}
    with tempfile.TemporaryDirectory() as folder:
        texts = write_corpus(wanted, Path(folder) / "corpus")
        places = find_places(corpus=f"{folder}/corpus", index=f"{folder}/index", environment={})
        rebuild(places, lambda event: None)
        library = Library.open(places)
        read = {
            str(article.record_id): article
            for article in map(library.article, library.ids())
            if article.record_id in wanted
        }
        report(library, read, texts, list(quotations.judged(lines, texts)), verbose=verbose)
        library.close()


def write_corpus(wanted: Collection[str], folder: Path) -> dict[str, str]:
    """Writes the articles that are asked about among others, and gives their texts."""
    folder.mkdir()
    texts: dict[str, str] = {}
    kept, others = [], []
    for record in quotations.press():
        number = str(record["id"])
        if number in wanted:
            texts[number] = record["article"]
        (kept if number in wanted else others).append(record)
    kept += random.Random(15).sample(others, min(OTHERS, len(others)))
    (folder / "press.jsonl").write_text(
        "".join(f"{json.dumps(record, ensure_ascii=False)}\n" for record in kept), encoding="utf-8"
    )
    return texts


def report(
    library: Library,
    read: Mapping[str, Article],
    texts: Mapping[str, str],
    cases: Sequence[Judged],
    *,
    verbose: bool,
) -> None:
    count = Counter[str]()
    for case in cases:
        article = read[case.article]
        quote = _found(article, texts[case.article], case)
        verdicts = [
            *_judge_speaker(library, article, texts[case.article], quote, case, count),
            *_judge_manner(quote, case, count),
        ]
        if verbose and verdicts:
            _print_miss(article, quote, case, verdicts)
    _print(count)


def _judge_speaker(
    library: Library,
    article: Article,
    text: str,
    quote: Quote | None,
    case: Judged,
    count: Counter[str],
) -> Iterator[str]:
    """What is not right about who says a quotation, and by which verb."""
    if case.use not in ("utterance", "document") or not (case.speaker or case.called):
        if quote is not None and (quote.speaker_text or quote.speaker):
            count["nobody, given one"] += 1
            yield "given one"
        return
    verdict = _speaker(library, article, text, quote, case)
    count[f"speaker {verdict}"] += 1
    count["speakers"] += 1
    if verdict != "right":
        yield verdict
    if case.verb:
        count["verbs"] += 1
        right = quote is not None and quote.verb is not None and _meets_verb(quote.verb, case.verb)
        count["verbs right"] += right
        if not right:
            yield "verb"


def _judge_manner(quote: Quote | None, case: Judged, count: Counter[str]) -> Iterator[str]:
    """What is not right about how a quotation is said."""
    how = quote.manner if quote is not None else None
    if case.manner in ("denied", "conditional"):
        count["denied or conditional"] += 1
        if how not in (HowSaid.DENIED, HowSaid.CONDITIONAL):
            count["of them told otherwise"] += 1
            yield f"{case.manner} as {how}"
    elif case.manner and how in (HowSaid.DENIED, HowSaid.CONDITIONAL):
        count["said, told as denied or conditional"] += 1
        yield f"said as {how}"
    if case.use in ("title", "ironic"):
        count["titles and ironic"] += 1
        count["of them told as utterances"] += how not in _UNSAID
    elif case.use == "utterance" and how in (HowSaid.TITLE, HowSaid.IRONIC):
        count["utterances told as title or ironic"] += 1
        yield str(how)


def _print_miss(
    article: Article, quote: Quote | None, case: Judged, verdicts: Sequence[str]
) -> None:
    print(
        f"  {case.article}:{case.start} [{' · '.join(verdicts)}] {case.use} {case.manner}"
        f" {case.speaker} / {' | '.join(case.called)} / {case.verb}"
    )
    if quote is not None:
        resolved = " resolved" if quote.resolved else ""
        before = " ".join(article.text[max(0, quote.start - 150) : quote.start].split())
        after = " ".join(article.text[quote.end : quote.end + 90].split())
        print(
            f"      ours: {quote.speaker} / {quote.speaker_text} / {quote.verb} / {quote.manner}{resolved}"
        )
        print(f"      {before} ⟦{article.text[quote.start : quote.end][:90]}⟧ {after}")


def _print(count: Counter[str]) -> None:
    total = count["speakers"]
    right = count["speaker right"] + count["speaker in words"]
    print(f"  speaker right, by name or in words: {right} of {total}")
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
    library: Library, article: Article, text: str, quote: Quote | None, case: Judged
) -> str:
    """`right` by entity or by the same words, `in words` where other words for the right one stand
    there, `open`, or `wrong`."""
    if quote is None:
        return "open"
    wanted = [name for name in (case.speaker, *case.called) if name]
    if quote.speaker is not None:
        forms = [library.name_of(quote.speaker), *_surfaces(article, quote)]
        return "right" if any(same_name(a, b) for a in forms for b in wanted) else "wrong"
    ours = quote.speaker_text or ""
    if not ours or set(_words(ours)) <= _PRONOUNS:
        return "open"
    if case.speaker and same_name(ours, case.speaker):
        return "right"
    if any(same_name(ours, words) for words in case.called):
        return "in words" if case.speaker else "right"
    beside = case.speaker and is_set_beside(f"{article.text}\n{text}", case.speaker, ours)
    return "in words" if beside else "wrong"


def is_set_beside(text: str, name: str, ours: str) -> bool:
    """Whether the article itself sets our words beside the name: « Léa Arnal, présidente du port »."""
    wanted = {word for word in _words(ours) if word not in _EMPTY}
    last = _words(name)[-1:]
    for line in text.splitlines():
        words = _words(line)
        for at, word in enumerate(words):
            if [word] == last and wanted <= set(words[max(0, at - _BESIDE) : at + _BESIDE]):
                return bool(wanted)
    return False


def _surfaces(article: Article, quote: Quote) -> list[str]:
    return [
        article.text[m.start : m.end]
        for m in article.annotations.mentions
        if m.entity == quote.speaker
    ]


def same_name(one: str, other: str) -> bool:
    """Whether the shorter of two names stands in the other: « Mme Arnal », « Léa Arnal »."""
    ours, theirs = ([w for w in _words(name) if w not in _EMPTY] for name in (one, other))
    if not ours or not theirs:
        return False
    short, long = sorted((ours, theirs), key=len)
    return set(short) <= set(long) or (ours[-1] == theirs[-1] and len(ours[-1]) > _SIGNIFICANT)


_EMPTY = frozenset("le la les l un une des du de d ce cet cette m mme me au aux".split())


def _meets_verb(ours: str, verb: str) -> bool:
    return bool(set(_words(ours)) & (set(_words(verb)) - {"a", "il", "elle", "t", "se", "s", "en"}))


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


def _found(article: Article, raw: str, case: Judged) -> Quote | None:
    """The quotation of ours that holds most of the annotated one."""
    quotes = article.annotations.quotes
    at = found_in(quotes, article.text, raw, case.start, case.end)
    return None if at is None else quotes[at]


def found_in(quotes: Sequence[Quote], text: str, raw: str, start: int, end: int) -> int | None:
    """The number of the quotation that holds most of a stretch of the raw text, found by the letters around it."""
    theirs, ours = _Folded.of(raw), _Folded.of(text)
    first = bisect_left(theirs.places, start)
    last = bisect_left(theirs.places, end)
    for context in (40, 15, 0):
        lead = min(context, first)
        at = ours.letters.find(theirs.letters[first - lead : last])
        if at >= 0:
            start = ours.places[at + lead]
            end = ours.places[at + lead + last - first - 1] + 1
            break
    else:
        return None

    def shared(number: int) -> float:
        quote = quotes[number]
        inside = min(quote.end, end) - max(quote.start, start)
        return inside / (max(quote.end, end) - min(quote.start, start))

    best = max(range(len(quotes)), key=shared, default=None)
    return best if best is not None and shared(best) > 0.4 else None


if __name__ == "__main__":
    main()
