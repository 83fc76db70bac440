"""No file, however mangled, makes the reading raise, and none takes long."""

from __future__ import annotations

import random
import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from index.corpus.file_reading import read
from index.model.article import Article, Noted, Unread

SENTENCE = "Le préfet a signé mardi l’arrêté qui ferme la plage, « un crève-cœur » selon le maire."
SAMPLES = {
    "a.txt": f"Un titre\n\nPar Jeanne Martin - 3 mars 2021\n\n{SENTENCE}\n\nLire aussi : Un autre\n",
    "a.md": f"---\ntitle: Un titre\ntags: [a, b]\n---\n# Un *titre*\n\n{SENTENCE} [lien](http://a.b)\n",
    "a.jsonl": '{"title": "Un titre", "text": "' + SENTENCE + '\\n\\u00e9\\ud83d\\ude00"}\n' * 2,
    "a.csv": f'titre,texte,date\nUn titre,"{SENTENCE} ""oui""",2021-03-03\n',
    "a.html": f"<html><body><article><h1>Un titre</h1><p>{SENTENCE}&nbsp;&laquo;</p></article></body></html>",
    "a.rss": f"<rss><channel><title>S</title><item><title>T</title><description><![CDATA[<p>{SENTENCE}</p>]]></description></item></channel></rss>",
    "a.pdf": "%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\ntrailer << /Root 1 0 R >>",
    "a.warc": "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 4\r\n\r\nrien\r\n\r\n",
}


def mangled(data: bytes, seed: int) -> bytes:
    """Bytes changed, cut, doubled and moved at random."""
    chance = random.Random(seed)
    out = bytearray(data)
    for _ in range(chance.randint(1, 8)):
        at, to = sorted(chance.randrange(len(out) + 1) for _ in range(2))
        match chance.randrange(5):
            case 0:
                out[at:at] = bytes(chance.randrange(256) for _ in range(chance.randint(1, 6)))
            case 1:
                del out[at : min(to, at + 40)]
            case 2:
                out[at:at] = out[at : min(to, at + 200)] * chance.randint(1, 4)
            case 3:
                out[at:at] = chance.choice(
                    [b"\xff", b"\x00", b"<", b'"', b"{", b"[[", b"---\n", b"&"]
                )
            case _:
                out = out[to:] + out[:to]
    return bytes(out)


@pytest.mark.parametrize("name", SAMPLES)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(seed=st.integers(0, 2**32))
def test_mangled_files_are_read_or_refused(name: str, seed: int) -> None:
    data = mangled(SAMPLES[name].encode(), seed)
    found = list(read(data, relative=name))
    assert found
    assert all(isinstance(entry, Article | Noted | Unread) for entry in found)


@settings(max_examples=100, deadline=None)
@given(data=st.binary(max_size=200), name=st.sampled_from(sorted(SAMPLES)))
def test_any_bytes_are_read_or_refused(data: bytes, name: str) -> None:
    assert all(isinstance(entry, Article | Noted | Unread) for entry in read(data, relative=name))


LONG = 40_000


@pytest.mark.parametrize(
    "text",
    [
        " " * LONG + "a",
        "a " * LONG,
        "A" * LONG,
        "\u00a0" * LONG + "x",
        "true " * (LONG // 5),
        "/a" * (LONG // 2),
        "a-" * (LONG // 2),
        '"' * LONG,
        "« " * (LONG // 2),
        ".A" * (LONG // 2),
        "A. " * (LONG // 3),
        "\n".join(["mot"] * (LONG // 40)),
        "\n".join(["Lire aussi"] * (LONG // 100)),
        "\n".join(f"Un titre de page numéro {n}" for n in range(LONG // 100)),
        "[a](" * (LONG // 4),
        "**a" * (LONG // 3),
        "<" * LONG,
        "<a " * (LONG // 3),
        "&amp;" * (LONG // 5),
        "Ã" * LONG,
        "1 000 " * (LONG // 6),
        "partager sur facebook " * 300,
        "Sujets : " + "a - " * (LONG // 40),
        "- " * LONG,
        "( " * LONG,
        "© " * (LONG // 2),
        "Par A " * 60,
    ],
    ids=lambda text: repr(text[:12]),
)
@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html"])
def test_nothing_takes_long(text: str, name: str) -> None:
    start = time.process_time()
    list(read(text.encode(), relative=name))
    # A usual file of this size takes some hundredths of a second.
    assert time.process_time() - start < 4


@pytest.mark.parametrize(
    "text",
    [
        "\n\n".join(f"titre {n}" for n in range(8_000)),
        "\n".join(f"Par\nJean Martin{n}" for n in range(5_000)),
        f"{SENTENCE}\n" * 100 + "Publicité\n" + "\n".join(f"Port {n}" for n in range(8_000)),
        "\n".join(f"{SENTENCE}{n}\nun port {n % 500}" for n in range(2_000)),
        f"Publicité\n{SENTENCE}\nPublicité\n" + "\n".join(f"port{n}, mer, ville" for n in range(5_000)),
        "Ã©" * 20_000,
    ],
    ids=["short lines", "names", "list below", "labels between", "lists", "mojibake"],
)  # fmt: skip
def test_many_lines_take_no_more_than_their_number(text: str) -> None:
    start = time.process_time()
    list(read(text.encode(), relative="a.txt"))
    # Less than a second each; what looks at every line for every other takes several.
    assert time.process_time() - start < 4


UNITS = [
    "a", "A", " ", "a ", "A ", "a b ", "Aa ", "A.", "a.", "a, ", "- ", "a - ", "A | ", "> a ", "a > ",
    "facebook ", "facebook, ", "1 ", "12 ", "1.", "true ", "a:", "a: ", "a: b; ", "/a", "/a[1]", "#a ",
    "lire aussi ", "lire ", "par A ", "avec AFP ", "A, ", "A de ", "© ", "(a) ", "(", "[", "\"a\" ",
    "cookies ", "les articles ", "plus lus ", "publié le ", "le ", "2021 ", "01/02/2021 ", "photo ",
    "photo / ", "A / ", "é", "E\u0301", "tags : ", "a-", "-", "'", "d'", "M. ", "...", "?! ", "<a>", "&a;",
]  # fmt: skip


@pytest.mark.parametrize(
    "head", ["", "Par ", "Lire aussi : ", "© ", "Photo : ", "Tags : ", "Partager ", "12 "]
)
def test_no_line_takes_long(head: str) -> None:
    text = "\n\n".join(
        (head + unit * (length // len(unit)) + end)
        for unit in UNITS
        for length in (60, 150, 300)
        for end in ("", "!", "\u00a7")
    )
    start = time.process_time()
    list(read(text.encode(), relative="a.txt"))
    assert time.process_time() - start < 4
