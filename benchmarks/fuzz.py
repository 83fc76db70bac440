"""What the readers do with mangled files, and how much memory large ones take.

    python -m benchmarks.fuzz [N] [--seed S]

Mangles a sample file of each format N times (10,000 unless told) and reads every result. Prints for
each format how many gave articles, how many were refused, whether anything was raised, the time of the
file as it was and of the slowest, and how many took over ten times the typical one (files under 5 ms are
not counted: the clock and the machine's other work tell more than the file does). Then reads files of
50 MB, each in a process of its own, and prints seconds of the processor and the most memory.
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

from index.corpus.reading import read
from index.model.article import Article

_SENTENCE = (
    "Le préfet a signé mardi l’arrêté qui ferme la plage, « un crève-cœur » selon le maire, Yann"
    " Le Goff. Les baigneurs devront patienter jusqu’au 3 mars 2021."
)
_PAGE = (
    "<html><head><title>Un titre - Le Phare</title><meta property='og:title' content='Un titre'>"
    '<script type=\'application/ld+json\'>{"@type": "NewsArticle", "headline": "Un titre",'
    ' "datePublished": "2021-03-03T10:00:00+01:00"}</script></head><body><nav><a href="/">Accueil</a>'
    f"</nav><article><h1>Un titre</h1><p>{_SENTENCE}</p><p>{_SENTENCE[:90]}.</p><aside><a href='/b'>Un"
    " autre</a></aside></article></body></html>"
)
_LARGE = 50 * 2**20
_FAST = 0.005
"""Seconds below which a file is never called slow."""


def samples() -> dict[str, bytes]:
    """A file of each format, by a name of its kind."""
    texts = {
        "a.txt": f"Un titre\n\nPar Jeanne Martin - 3 mars 2021\n\n{_SENTENCE}\n\nLire aussi : Un autre\n",
        "a.md": f"---\ntitle: Un titre\ntags: [a, b]\n---\n# Un *titre*\n\n{_SENTENCE} [lien](http://a.b)\n",
        "a.jsonl": json.dumps({"title": "Un titre", "text": _SENTENCE, "tags": ["a"]}) + "\n",
        "a.csv": f'titre,texte,date\nUn titre,"{_SENTENCE} ""oui""",2021-03-03\n',
        "a.html": _PAGE,
        "a.rss": "<rss version='2.0'><channel><title>Le Phare</title><item><title>Un titre</title>"
        f"<description><![CDATA[<p>{_SENTENCE}</p>]]></description></item></channel></rss>",
    }
    return {name: text.encode() for name, text in texts.items()} | {
        "a.pdf": _pdf(_SENTENCE),
        "a.warc": _warc(_PAGE),
    }


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
    for name, data in samples().items():
        _fuzz(name, data, told.number, random.Random(told.seed))
    print(f"most memory while fuzzing: {_megabytes()} MB", flush=True)
    for name in ("a.txt", "a.jsonl", "a.csv", "a.html"):
        call = [sys.executable, "-m", "benchmarks.fuzz", "--large", name]
        subprocess.run(call, check=True)


def _fuzz(name: str, data: bytes, number: int, chance: random.Random) -> None:
    list(read(data, relative=name))  # libraries are imported by the first file
    typical = statistics.median(_time_of(data, name) for _ in range(20))
    times: list[float] = []
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
        finally:
            times.append(time.process_time() - started)
        with_articles += any(isinstance(entry, Article) for entry in found)
        refused += not any(isinstance(entry, Article) for entry in found)
    slow = sum(taken > max(10 * typical, _FAST) for taken in times)
    print(
        f"{name[2:]:>6}: {with_articles} with articles, {refused} refused, {raised} raised;"
        f" typical {typical * 1000:.2f} ms, slowest {max(times) * 1000:.1f} ms,"
        f" {slow} over ten times the typical",
        flush=True,
    )


def _time_of(data: bytes, name: str) -> float:
    # Nothing may be remembered from the reading before.
    data = data.replace(b"Un titre", b"Un titre %d" % time.perf_counter_ns())
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


def _pdf(text: str) -> bytes:
    """A PDF of one page with a text layer."""
    shown = text.encode("cp1252", "replace").replace(b"(", b"\\(").replace(b")", b"\\)")
    stream = b"BT /F1 12 Tf 72 720 Td (" + shown + b") Tj ET"
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
