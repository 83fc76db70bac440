"""Nothing is lost: clean text and what was set aside cover each file, and the map between is exact."""

from __future__ import annotations

import csv
import html
import io
import json
import re
import unicodedata

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from index.corpus.cleaning.reasons import HYPHEN, MISSING_SPACE, MOJIBAKE
from index.corpus.file_reading import raw_text, read
from index.model.article import Article
from index.model.text import Piece, Span, TextMap

SENTENCE_LIST = [
    "Le conseil municipal a voté mardi soir le budget de la commune, après trois heures de débat.",
    "« Nous n’avons pas été consultés », a regretté le maire.",
    "Les travaux commenceront en mars.Ils dureront un an, selon le préfet de la région.",
    "Un vote serré",
    "Lire aussi : Le budget expliqué en cinq points",
    "Sur le même sujet",
    "Publicité",
    "Par Jeanne Martin",
    "Publié le 3 mars 2021 à 10h30",
    "https://exemple.test/article-12.html",
    "© 2021 La Gazette du Port. Tous droits réservés",
    "budget",
    "port, commune, vote",
    "Partager sur Facebook",
    "\u00a0",
    "1920 1080 true",
    "Titre \U0001f600 d’un article — avec [/b] et \u202egauche",
    "2021",
]
SENTENCES = st.sampled_from(SENTENCE_LIST)
LINES = st.lists(
    st.one_of(SENTENCES, st.text(max_size=60), st.text(alphabet="ab é.«»\"'-A1", max_size=80)),
    max_size=14,
)
ENDS = st.sampled_from(["\n", "\n\n", "\r\n", "\r\n\r\n", "\r"])


def read_all(data: bytes, relative: str) -> list[Article]:
    return [found for found in read(data, relative=relative) if isinstance(found, Article)]


def assert_nothing_is_lost(article: Article, raw: str, region: Span) -> None:
    covered = [0] * len(raw)
    for piece in article.pieces:
        for at in range(piece.raw_start, piece.raw_end):
            covered[at] += 1
    for aside, text in zip(article.set_aside, article.set_aside_texts, strict=True):
        assert raw[aside.raw_start : aside.raw_end] == text
        for at in range(aside.raw_start, aside.raw_end):
            covered[at] += 1
    for at in range(region.start, region.end):
        assert covered[at] == 1 or (covered[at] == 0 and raw[at].isspace()), (at, raw[at])


def is_plain(char: str, stood: str) -> bool:
    """Whether a letter is the one that stood there, or of the plain ones for it: « f » of « ﬀ »."""
    others = {"ʼ": "’", "Ã": "à"}  # the second where a page was decoded wrongly: « Ã 0 »
    plain = unicodedata.normalize("NFKC", stood)
    return char == stood or char in plain or char == others.get(stood, stood)


def place_of(raw_offset: int, pieces: tuple[Piece, ...]) -> int:
    """The place of a raw character in the clean text."""
    held = max(p for p in pieces if p.raw_start <= raw_offset < p.raw_end)
    apart = held.end - held.start != held.raw_end - held.raw_start
    return held.start if apart else held.start + raw_offset - held.raw_start


def assert_map_is_exact(article: Article, raw: str) -> None:
    end = 0
    for piece in article.pieces:
        assert piece.start == end < piece.end
        end = piece.end
        if piece.end - piece.start == piece.raw_end - piece.raw_start:
            clean, stood = (
                article.text[piece.start : piece.end],
                raw[piece.raw_start : piece.raw_end],
            )
            assert all(a == " " or is_plain(a, b) for a, b in zip(clean, stood, strict=True))
    assert end == len(article.text)
    back = TextMap(article.pieces)
    for at, char in enumerate(article.text):
        span = back.raw_span(Span(at, at + 1))
        if span.length == 1 and char not in " \n":
            assert is_plain(char, raw[span.start])
            first = place_of(span.start, article.pieces)
            # Both letters of a ligature stand for its one sign, which leads back to the first.
            assert first == at or back.raw_span(Span(first, first + 1)) == span


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(lines=LINES, end=ENDS)
def test_plain_text_is_covered(lines: list[str], end: str) -> None:
    data = end.join(lines).encode("utf-8", "surrogatepass")
    for article in read_all(data, "a.txt"):
        raw = raw_text(data, article.encoding)
        assert_nothing_is_lost(article, raw, Span(0, len(raw)))
        assert_map_is_exact(article, raw)


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(lines=LINES, front=st.booleans())
def test_markdown_is_covered(lines: list[str], front: bool) -> None:
    head = "---\ntitle: Un titre\ndate: 2021-03-03\n---\n\n" if front else "# Un *titre*\n\n"
    data = (head + "\n\n".join(lines)).encode("utf-8", "surrogatepass")
    for article in read_all(data, "a.md"):
        raw = raw_text(data, article.encoding)
        assert_nothing_is_lost(article, raw, Span(0, len(raw)))
        assert_map_is_exact(article, raw)


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(records=st.lists(st.tuples(st.text(max_size=40), LINES), min_size=1, max_size=3))
def test_json_lines_are_covered(records: list[tuple[str, list[str]]]) -> None:
    lines = [
        json.dumps({"titre": title, "n": 1, "texte": "\n".join(text)}) for title, text in records
    ]
    data = "\n".join(lines).encode()
    raw = raw_text(data, "utf-8")
    starts = [sum(len(line) + 1 for line in lines[:at]) for at in range(len(lines))]
    for article in read_all(data, "a.jsonl"):
        number = int(article.id.rpartition("#")[2]) - 1
        # Records without text are not numbered away: find the line by the pieces.
        start = max(at for at in starts if at <= article.pieces[0].raw_start)
        number = starts.index(start)
        region = Span(start, start + len(lines[number]))
        assert_nothing_is_lost(article, raw, region)
        assert_map_is_exact(article, raw)


def paragraphs_of(lines: list[str], *, escaped: bool = True) -> str:
    """Lines as elements of a page, some of their letters as entities."""
    texts = [html.escape(line).replace("é", "&eacute;") if escaped else line for line in lines]
    return "".join(f"<p>{text}</p>\n" for text in texts)


def web_page(lines: list[str]) -> str:
    return (
        "<!doctype html><html><head><title>Un titre - La Gazette</title></head><body><nav><a href='/'>Accueil</a>"
        f"</nav><article><h1>Un titre de page</h1>{paragraphs_of(lines)}<aside>À lire</aside></article></body></html>"
    )


def feed(lines: list[str]) -> str:
    inner = paragraphs_of(lines).replace("]]>", "")
    return (
        "<rss version='2.0'><channel><title>La Gazette</title><item><title>Un titre de page</title><description>"
        f"<![CDATA[{inner}]]></description></item><item><title>Un autre titre</title><description>"
        f"{html.escape(paragraphs_of(lines))}</description></item></channel></rss>"
    )


def europresse(lines: list[str]) -> str:
    one = (
        "<article><header><span class='DocPublicationName'>La Gazette</span><span class='DocHeader'>3 mars 2021</span>"
        "<div class='titreArticle'><p class='titreArticleVisu'>Un titre de page</p></div></header><section>"
        f"<div class='docOcurrContainer'>{paragraphs_of(lines)}</div></section></article>"
    )
    return f"<html><body>{one * 2}</body></html>"


def factiva(lines: list[str]) -> str:
    one = (
        "<div class='article frArticle'><table><tr><td><b>HD</b></td><td>Un titre de page</td></tr><tr><td><b>SN</b></td>"
        f"<td>La Gazette</td></tr><tr><td><b>TD</b></td><td>{paragraphs_of(lines)}</td></tr></table></div>"
    )
    return f"<html><body>{one * 2}</body></html>"


def table(lines: list[str]) -> str:
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(["titre", "texte", "date"])
    writer.writerow(["Un titre de page", "\n".join(lines), "2021-03-03"])
    writer.writerow(["Un autre titre", "\n".join(reversed(lines)), ""])
    return out.getvalue()


REGIONS = {
    "a.html": (web_page, r"(?s).*"),
    "a.rss": (feed, r"(?s)<item>.*?</item>"),
    "europresse.html": (europresse, r"(?s)(?<=<article>).*?(?=</article>)"),
    "factiva.html": (factiva, r"(?s)<div class='article.*?</div>"),
    "a.csv": (table, r""),
}
NO_MARKUP = re.compile(r"<[^<>]*>|&\w+;|\s")


@pytest.mark.parametrize("name", REGIONS)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(lines=LINES)
def test_marked_files_are_covered_in_each_article_s_part(name: str, lines: list[str]) -> None:
    """What lies in an article's part of the file is its text, or set aside, or blank."""
    make, pattern = REGIONS[name]
    source = make([line.replace("\r", "").replace("\x00", "") for line in lines])
    data = source.encode("utf-8", "replace")
    raw = raw_text(data, "utf-8")
    for article in read_all(data, name):
        assert_map_is_exact(article, raw)
        taken = [(p.raw_start, p.raw_end) for p in article.pieces if p.raw_end > p.raw_start]
        taken += [(aside.raw_start, aside.raw_end) for aside in article.set_aside]
        start, end = min(at for at, _ in taken), max(at for _, at in taken)
        assert_nothing_is_lost(article, raw, Span(start, end))
        if pattern:
            # Nothing but tags stands between the ends of the part and what is accounted for; an export
            # without any text is read as a page instead.
            for part in re.finditer(pattern, raw):
                if part.start() <= start and end <= part.end():
                    rest = raw[part.start() : start] + raw[end : part.end()]
                    assert not NO_MARKUP.sub("", rest), rest


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(lines=st.lists(st.sampled_from(SENTENCE_LIST), min_size=1, max_size=8))
def test_the_text_layer_of_a_pdf_is_covered(lines: list[str]) -> None:
    pytest.importorskip("pypdf")
    data = pdf_of([line.replace("\u202e", "").replace("\U0001f600", "") for line in lines])
    for article in read_all(data, "a.pdf"):
        raw = raw_text(data, "PDF")
        assert_nothing_is_lost(article, raw, Span(0, len(raw)))
        assert_map_is_exact(article, raw)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(lines=LINES)
def test_the_pages_of_a_web_archive_are_covered(lines: list[str]) -> None:
    pytest.importorskip("warcio")
    pages = [web_page(lines), web_page(list(reversed(lines)))]
    data = warc_of([page.encode("utf-8", "replace") for page in pages])
    raw = raw_text(data, "WARC")
    offset = 0
    found = {article.url: article for article in read_all(data, "a.warc")}
    for number, page in enumerate(raw.split("\n<!doctype")):
        length = len(page) + len("\n<!doctype") * (number > 0) - (number > 0)
        article = found.get(f"http://gazette.test/{number}")
        if article is not None:
            assert_nothing_is_lost(article, raw, Span(offset, offset + length))
            assert_map_is_exact(article, raw)
        offset += length + 1


@pytest.mark.parametrize(
    ("name", "source", "reason", "stood"),
    [
        ("a.txt", "Le maire l’a dit dans un communiqué.Cette annonce surprend, mardi soir.", MISSING_SPACE, "communiqué.Cette"),
        (
            "a.jsonl",
            '{"texte": "Le maire l\\u2019a dit dans un communiqu\\u00e9.Cette annonce surprend, mardi soir."}',
            MISSING_SPACE,
            "communiqu\\u00e9.Cette",
        ),
        (
            "a.html",
            "<html><body><article><h1>Un titre de page</h1><p>Le maire l’a dit dans un communiqu&eacute;.<b>Cette</b> annonce"
            " surprend, mardi soir à Brest.</p></article></body></html>",
            MISSING_SPACE,
            "communiqu&eacute;.<b>Cette",
        ),
        ("a.jsonl", '{"texte": "Le budget de la d\\u00c3\\u00a9fense a \\u00c3\\u00a9t\\u00c3\\u00a9 vot\\u00c3\\u00a9 mardi soir."}', MOJIBAKE, "\\u00c3\\u00a9"),
        (
            "a.txt",
            "Le conseil municipal de la commune a voté mardi soir le bud-\r\nget de la commune après trois heures de débat et de discus-\r\n"
            "sion avec les habitants du quartier du port qui avaient pris\r\nplace dans la salle des fêtes de la mairie annexe de la rue\r\nhaute.\r\n",
            HYPHEN,
            "bud-\r\nget",
        ),
    ],
)  # fmt: skip
def test_a_repair_shows_what_stood_in_the_file(
    name: str, source: str, reason: str, stood: str
) -> None:
    (article,) = read_all(source.encode(), name)
    assert stood in [repair.raw for repair in article.repairs if repair.reason == reason]


def pdf_of(lines: list[str]) -> bytes:
    """A PDF of one page with a line of text for each line."""
    shown = [
        line.encode("cp1252", "replace")
        .replace(b"\\", b"")
        .replace(b"(", b"\\(")
        .replace(b")", b"\\)")
        for line in lines
    ]
    stream = (
        b"BT /F1 12 Tf 72 720 Td" + b"".join(b" (%s) Tj 0 -30 Td" % line for line in shown) + b" ET"
    )
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
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<< /Size %d /Root 1 0 R >>\n" % (len(objects) + 1)
    return bytes(out + b"startxref\n%d\n%%%%EOF\n" % start)


def warc_of(pages: list[bytes]) -> bytes:
    """A web archive of some pages (ISO 28500)."""
    out = b""
    for number, page in enumerate(pages):
        answer = b"HTTP/1.0 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page
        out += (
            b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://gazette.test/%d\r\n"
            b"WARC-Date: 2021-03-03T10:00:00Z\r\nWARC-Record-ID: <urn:uuid:%032d>\r\n"
            b"Content-Type: application/http; msgtype=response\r\nContent-Length: %d\r\n\r\n"
            % (number, number, len(answer))
        )
        out += answer + b"\r\n\r\n"
    return out
