"""Names in sets of sentences that others labelled: one word a line, with its kind."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from benchmarks.scores import Score
from index.entities.name_reading import settle
from index.entities.recognition import Recogniser
from index.entities.statistical import Tagger
from index.entities.statistical import readings as readings_of
from index.entities.votes import CorpusVotes

_CONLL = {"person": "PER", "place": "LOC", "organisation": "ORG"}


def conll(path: Path) -> list[tuple[str, list[tuple[int, int, str]]]]:
    """Sentences of a CoNLL file as text with the labelled spans."""
    sentences: list[tuple[str, list[tuple[int, int, str]]]] = []
    text = ""
    spans: list[tuple[int, int, str]] = []
    for line in [*path.read_text("utf-8").splitlines(), ""]:
        if not line.strip():
            if text:
                sentences.append((text, spans))
            text, spans = "", []
            continue
        _, word, label = line.split("\t")
        if text and not text.endswith(("'", "’")) and word not in (",", ".", ")"):
            text += " "
        if text.endswith("( "):
            text = text[:-1]
        start = len(text)
        text += word
        if label.startswith("B-"):
            spans.append((start, len(text), label[2:]))
        elif label.startswith("I-") and spans:
            spans[-1] = (spans[-1][0], len(text), spans[-1][2])
    return sentences


def hipe(path: Path) -> list[tuple[str, list[tuple[int, int, str]]]]:
    """Documents of old newspapers in the format of HIPE as text with the labelled spans.

    A word that is cut at the end of a line stands with its two halves apart, as it was recognised.
    """
    documents: list[tuple[str, list[tuple[int, int, str]]]] = []
    text = ""
    spans: list[tuple[int, int, str]] = []
    glued = True
    for line in [*path.read_text("utf-8").splitlines(), "# hipe2022:document_id"]:
        if line.startswith("# hipe2022:document_id") and text:
            documents.append((text, spans))
            text, spans, glued = "", [], True
        columns = line.split("\t")
        if line.startswith("#") or len(columns) < 2 or columns[0] == "TOKEN":
            continue
        word, label, last = columns[0], columns[1], columns[-1]
        text += ("" if glued else " ") + word
        if label.startswith("B-"):
            spans.append((len(text) - len(word), len(text), label[2:]))
        elif label.startswith("I-") and spans:
            spans[-1] = (spans[-1][0], len(text), spans[-1][2])
        glued = "NoSpaceAfter" in last and "EndOfLine" not in last
    return documents


def labelled(path: Path) -> list[tuple[str, list[tuple[int, int, str]]]]:
    """The texts of a set in either format."""
    return hipe(path) if path.suffix == ".tsv" else conll(path)


def score_conll(
    recogniser: Recogniser, path: Path, *, show: str, rules: str, tagger: Tagger | None = None
) -> tuple[Score, Score, Score]:
    """Untyped overlap, typed overlap and exact span with type."""
    sentences = labelled(path)
    corpus = CorpusVotes()
    readings = []
    for reading in readings_of(recogniser, [text for text, _ in sentences], tagger=tagger):
        corpus.add(reading.words, reading.candidates)
        readings.append(reading)
    counts: Counter[str] = Counter()
    confused: Counter[str] = Counter()
    for (text, gold), reading in zip(sentences, readings, strict=True):
        if rules == "none":
            mentions = recogniser.mentions(text)
        else:
            votes = corpus if rules == "votes" else None
            mentions = settle(reading, recogniser, votes=votes)
        top = [
            m
            for m in mentions
            if m.kind.value != "group"
            and not any(o.start <= m.start and m.end <= o.end and o != m for o in mentions)
        ]
        found = [(m.start, m.end, _CONLL.get(m.kind.value, "MISC")) for m in top]
        counts["found"] += len(found)
        counts["wanted"] += len(gold)
        for start, end, kind in found:
            near = [g for g in gold if g[0] < end and start < g[1]]
            counts["hit"] += bool(near)
            counts["typed hit"] += any(g[2] == kind for g in near)
            counts["exact"] += (start, end, kind) in gold
            if not near:
                confused[f"{kind} invented: {text[start:end]}"] += 1
            elif not any(g[2] == kind for g in near):
                confused[f"{near[0][2]} as {kind}"] += 1
                if show:
                    print(
                        f"{near[0][2]} as {kind}: {text[max(0, start - 40) : start]}[{text[start:end]}]{text[end : end + 20]}"
                    )
        for start, end, kind in gold:
            near = [f for f in found if f[0] < end and start < f[1]]
            counts["recalled"] += bool(near)
            counts["typed recalled"] += any(f[2] == kind for f in near)
            if not near:
                confused[f"missed {kind}: {text[start:end]}"] += 1
    if show:
        for what, count in confused.most_common(150):
            print(count, what)

    def both(hit: str, recalled: str) -> Score:
        # Precision and recall count different things where spans overlap many to one.
        precision = counts[hit] / max(1, counts["found"])
        recall = counts[recalled] / max(1, counts["wanted"])
        return Score(round(precision * recall * 1e6), round(recall * 1e6), round(precision * 1e6))

    return (
        both("hit", "recalled"),
        both("typed hit", "typed recalled"),
        Score(counts["exact"], counts["found"], counts["wanted"]),
    )
