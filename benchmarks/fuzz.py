"""What the readers do with mangled files, and how much memory large ones take.

    python -m benchmarks.fuzz [N] [--seed S]

Mangles a sample file of each format N times (10,000 unless told) and reads every result. Prints for
each format how many gave articles, how many were refused, whether anything was raised, the time of the
file as it was and of the slowest, and how many took over ten times the time of a whole file of their
size. That time is measured on samples of one to sixteen times as many paragraphs or records, before
any mangling; a file that seems slow is read thrice more with nothing remembered, and the middle one
counts, since the machine's other work may fall into a single reading. Then reads files of 50 MB, each
in a process of its own, and prints seconds of the processor and the most memory.
"""

from __future__ import annotations

import argparse
import io
import json
import random
import resource
import statistics
import subprocess
import sys
import time
from bisect import bisect_left
from collections.abc import Callable
from itertools import pairwise
from typing import NamedTuple

from index.corpus.cleaning import line_looks, phrases
from index.corpus.file_reading import read
from index.model.article import Article

_SENTENCE = (
    "Le préfet a signé mardi l’arrêté qui ferme la plage, « un crève-cœur » selon le maire, Yann"
    " Le Goff. Les baigneurs devront patienter jusqu’au 3 mars 2021."
)
_LARGE = 50 * 2**20
_SIZES = (1, 2, 4, 8, 16)
_SLOW = 10


def _page(times: int) -> str:
    prose = f"<p>{_SENTENCE}</p><p>{_SENTENCE[:90]}.</p>" * times
    return (
        "<html><head><title>Un titre - Le Phare</title><meta property='og:title' content='Un titre'>"
        '<script type=\'application/ld+json\'>{"@type": "NewsArticle", "headline": "Un titre",'
        ' "datePublished": "2021-03-03T10:00:00+01:00"}</script></head><body><nav><a href="/">Accueil'
        f"</a></nav><article><h1>Un titre</h1>{prose}<aside><a href='/b'>Un autre</a></aside></article>"
        "</body></html>"
    )


def _feed(times: int) -> str:
    item = f"<item><title>Un titre</title><description><![CDATA[<p>{_SENTENCE}</p>]]></description></item>"
    return f"<rss version='2.0'><channel><title>Le Phare</title>{item * times}</channel></rss>"


_RECORD = json.dumps({"title": "Un titre", "text": _SENTENCE, "tags": ["a"]}) + "\n"
_SAMPLES: dict[str, Callable[[int], bytes]] = {
    "a.txt": lambda times: (
        f"Un titre\n\nPar Jeanne Martin - 3 mars 2021\n\n{(_SENTENCE + chr(10) * 2) * times}"
        "Lire aussi : Un autre\n"
    ).encode(),
    "a.md": lambda times: (
        "---\ntitle: Un titre\ntags: [a, b]\n---\n# Un *titre*\n\n"
        + f"{_SENTENCE} [lien](http://a.b)\n\n" * times
    ).encode(),
    "a.jsonl": lambda times: (_RECORD * times).encode(),
    "a.csv": lambda times: (
        "titre,texte,date\n" + f'Un titre,"{_SENTENCE} ""oui""",2021-03-03\n' * times
    ).encode(),
    "a.html": lambda times: _page(times).encode(),
    "a.rss": lambda times: _feed(times).encode(),
    "lexis.txt": lambda times: "".join(
        f"    {n + 1} of {times} DOCUMENTS\n\n  Le Phare\n\n  3 mars 2021\n\nUn titre\n\nBYLINE: Jeanne Martin\n\n"
        f"LENGTH: 40 words\n\n{_SENTENCE}\n\nLOAD-DATE: 4 mars 2021\n\n"
        for n in range(times)
    ).encode(),
    "review.txt": lambda times: (
        f"Un titre\nLe Phare, 3 mars 2021\n\n{_SENTENCE}\n\n=====\n\n" * times
    ).encode(),
    "iramuteq.txt": lambda times: (f"**** *source_Phare\n{_SENTENCE}\n\n" * times).encode(),
    "a.rtf": lambda times: (
        "{\\rtf1\\ansi{\\fonttbl{\\f0 A;}}\\f0 " + f"Un titre\\par {_SENTENCE}\\par " * times + "}"
    ).encode("cp1252", "replace"),
    "a.eml": lambda times: (
        "MIME-Version: 1.0\nMessage-ID: <a@b>\nSubject: Un titre\nDate: Wed, 3 Mar 2021 10:00:00 +0100\n"
        f"Content-Type: text/plain; charset=utf-8\n\n{(_SENTENCE + chr(10) * 2) * times}"
    ).encode(),
    "a.ris": lambda times: (
        f"TY  - NEWS\nTI  - Un titre\nAB  - {_SENTENCE}\nER  - \n" * times
    ).encode(),
    "a.bib": lambda times: (
        f"@article{{a, title = {{Un titre}}, abstract = {{{_SENTENCE}}}}}\n" * times
    ).encode(),
    "tei.xml": lambda times: (
        "<TEI><teiHeader><titleStmt><title>Un titre</title></titleStmt></teiHeader><text><body>"
        + f"<p>{_SENTENCE}</p>" * times
        + "</body></text></TEI>"
    ).encode(),
    "a.pdf": lambda times: _pdf(_SENTENCE, times),
    "a.warc": lambda times: _warc(_page(times)),
}
"""A file of each format with so many paragraphs or records, by a name of its kind."""


def mangled(data: bytes, chance: random.Random) -> bytes:
    """Bytes changed, cut, doubled and moved at random."""
    out = bytearray(data)
    for _ in range(chance.randint(1, 8)):
        at, to = sorted(chance.randrange(len(out) + 1) for _ in range(2))
        match chance.randrange(5):
            case 0:
                out[at:at] = chance.randbytes(chance.randint(1, 6))
            case 1:
                del out[at : min(to, at + 40)]
            case 2:
                out[at:at] = out[at : min(to, at + 200)] * chance.randint(1, 4)
            case 3:
                marks = (b"\xff", b"\x00", b"<", b'"', b"{", b"[[", b"---\n", b"&")
                out[at:at] = chance.choice(marks)
            case _:
                out = out[to:] + out[:to]
    return bytes(out)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("number", type=int, nargs="?", default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--large", help=argparse.SUPPRESS)
    told = parser.parse_args()
    if told.large:
        _read_large(told.large)
        return
    for name in _SAMPLES:
        _fuzz(name, told.number, random.Random(told.seed))
    print(f"most memory while fuzzing: {_megabytes()} MB", flush=True)
    if told.number < 100:
        return
    for name in ("a.txt", "a.jsonl", "a.csv", "a.html"):
        call = [sys.executable, "-m", "benchmarks.fuzz", "--large", name]
        subprocess.run(call, check=True)


class _Usual(NamedTuple):
    """What whole files of a format take, by their size."""

    sizes: list[int]
    seconds: list[float]

    def of(self, size: int) -> float:
        """Between two sizes that were measured, on the line between them."""
        after = min(max(bisect_left(self.sizes, size), 1), len(self.sizes) - 1)
        (low, high), (fast, slow) = self.sizes[after - 1 :][:2], self.seconds[after - 1 :][:2]
        share = (size - low) / (high - low)
        return max(fast + share * (slow - fast), self.seconds[0])


def _usual(name: str) -> _Usual:
    wholes = [_SAMPLES[name](times) for times in _SIZES]
    seconds = [statistics.median(_time_of(data, name) for _ in range(15)) for data in wholes]
    sizes = [len(data) for data in wholes]
    assert all(a < b for a, b in pairwise(sizes))
    return _Usual(sizes, seconds)


def _fuzz(name: str, number: int, chance: random.Random) -> None:
    data = _SAMPLES[name](1)
    # Libraries are imported by the first file that needs them; that is not the file's doing.
    list(read(data, relative=name))
    list(read(b"\xd0\xe0\xe1\xee\xf2\xe0 \xed\xe5 " * 9, relative="a.txt"))
    usual = _usual(name)
    times: list[float] = []
    slow: list[tuple[float, bytes]] = []
    with_articles = refused = raised = 0
    for _ in range(number):
        case = mangled(data, chance)
        started = time.process_time()
        try:
            found = list(read(case, relative=name))
        except Exception as error:  # what this looks for
            raised += 1
            print(f"{name}: {error!r} for {case!r}")
            continue
        taken = time.process_time() - started
        limit = _SLOW * usual.of(len(case))
        if taken > limit:
            taken = statistics.median(_time_of(case, name) for _ in range(3))
        if taken > limit:
            slow.append((taken / limit * _SLOW, case))
        times.append(taken)
        with_articles += any(isinstance(entry, Article) for entry in found)
        refused += not any(isinstance(entry, Article) for entry in found)
    print(
        f"{name[2:]:>6}: {with_articles} with articles, {refused} refused, {raised} raised; as it was"
        f" {usual.seconds[0] * 1000:.2f} ms, slowest {max(times) * 1000:.1f} ms,"
        f" {len(slow)} over ten times a file of their size",
        flush=True,
    )
    for factor, case in sorted(slow, reverse=True)[:3]:
        print(f"        {factor:.0f} times: {case[:2000]!r}", flush=True)


def _time_of(data: bytes, name: str) -> float:
    # Nothing may be remembered from the reading before.
    line_looks.look_of_short.cache_clear()
    phrases.plain.cache_clear()
    started = time.process_time()
    list(read(data, relative=name))
    return time.process_time() - started


def _read_large(name: str) -> None:
    data = _large(name)
    started = time.process_time()
    found = sum(isinstance(entry, Article) for entry in read(data, relative=name))
    taken = time.process_time() - started
    print(
        f"{name[2:]:>6} of {len(data) >> 20} MB: {found} articles, {taken:.1f} s,"
        f" at most {_megabytes()} MB",
        flush=True,
    )


def _large(name: str) -> bytes:
    paragraph = _SENTENCE * 4
    if name == "a.jsonl":
        unit = json.dumps({"title": "Un titre", "text": paragraph}, ensure_ascii=False) + "\n"
    elif name == "a.csv":
        unit = f'Un titre,"{paragraph}"\n'
    elif name == "a.html":
        unit = f"<p>{paragraph}</p>\n"
    else:
        unit = paragraph + "\n\n"
    head = {"a.csv": "titre,texte\n", "a.html": "<html><body>"}.get(name, "")
    content = unit.encode()
    return head.encode() + content * (_LARGE // len(content))


def _pdf(text: str, times: int) -> bytes:
    """A PDF of one page with a text layer."""
    shown = text.encode("cp1252", "replace").replace(b"(", b"\\(").replace(b")", b"\\)")
    stream = b"BT /F1 12 Tf 72 720 Td" + (b" (" + shown + b") Tj 0 -40 Td") * times + b" ET"
    objects = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R"
        b" /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    )
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<< /Size %d /Root 1 0 R >>\n" % (len(objects) + 1)
    return bytes(out + b"startxref\n%d\n%%%%EOF\n" % table)


def _warc(page: str) -> bytes:
    """A web archive with one page, written by the library that others use."""
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    out = io.BytesIO()
    writer = WARCWriter(out, gzip=False)
    headers = StatusAndHeaders("200 OK", [("Content-Type", "text/html")], protocol="HTTP/1.0")
    record = writer.create_warc_record(
        "http://phare.test/a", "response", payload=io.BytesIO(page.encode()), http_headers=headers
    )
    writer.write_record(record)
    return out.getvalue()


def _megabytes() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


if __name__ == "__main__":
    main()
