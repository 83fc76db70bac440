"""Any file gives its articles or one sentence that says why not; nothing is raised."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from index.corpus.encoding import decoded, find_encoding
from index.corpus.file_reading import raw_text, read, read_file
from index.corpus.folder import Ignored, SourceFile, assign_ids, plain_id, walk
from index.errors import CorpusError
from index.model.article import Article, Basis, Loss, Noted, TitleBasis, Unread

TEXT = "Le préfet a signé mardi l’arrêté qui ferme la plage aux baigneurs, où l’été avait été meurtrier."


def one(data: bytes, relative: str) -> Article:
    (found,) = read(data, relative=relative)
    assert isinstance(found, Article), found
    return found


def refused(data: bytes, relative: str) -> str:
    found = list(read(data, relative=relative))
    assert isinstance(found[-1], Unread), found
    return found[-1].reason


@pytest.mark.parametrize(
    ("encoding", "named"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8-sig"),
        ("cp1252", "cp1252"),
        ("utf-16", "utf-16"),
        ("utf-16-le", "utf-16-le"),
        ("mac_roman", "mac_roman"),
        ("latin-1", "cp1252"),
        ("cp850", "cp850"),
    ],
)
def test_encodings_of_french_files_are_told(encoding: str, named: str) -> None:
    text = f"Une plage fermée à Noël\r\n\r\n{TEXT}\r\n"
    if encoding in ("latin-1", "cp850"):  # they have no « ’ », and nobody sees the difference
        text = text.replace("’", "'")
    data = text.encode(encoding)
    article = one(data, "plage.txt")
    assert article.encoding == named
    assert article.paragraphs[0].of(article.text) == text.splitlines()[2]
    raw = raw_text(data, article.encoding)
    for piece in article.pieces:
        if piece.raw_end > piece.raw_start:
            assert raw[piece.raw_start : piece.raw_end] == article.text[piece.start : piece.end]


@pytest.mark.parametrize(
    ("text", "encoding", "named"),
    [
        ("Déjà un mort", "cp1252", "cp1252"),
        ("L’été à Sète", "mac_roman", "mac_roman"),
        ("La sœur a payé 5 € de moins", "iso8859-15", "iso8859_15"),
        ("La récolte était prête dès l'été", "cp850", "cp850"),
        ("En Norvège, à Tromsø, où l’on vit", "cp1252", "cp1252"),
        ("Новости из Парижа: министр ушел в отставку сегодня утром", "cp1251", "cp1251"),
        ("Η κυβέρνηση ανακοίνωσε σήμερα νέα μέτρα για την οικονομία", "cp1253", "cp1253"),
        ("Český prezident dnes přijel do Paříže, řekl mluvčí", "cp1250", "cp1250"),
    ],
)  # fmt: skip
def test_encodings_of_short_texts_are_told(text: str, encoding: str, named: str) -> None:
    data = text.encode(encoding)
    assert decoded(data, find_encoding(data)) == text
    assert find_encoding(data) == named


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: data[:20] + b"\xff" + data[20:],
        lambda data: data.replace(b"\xc3", b"", 1),
        lambda data: data[:-1] + b"\xe2\x80",
    ],
)
def test_damaged_utf_8_is_read_as_what_it_was(damage: Callable[[bytes], bytes]) -> None:
    assert find_encoding(damage(TEXT.encode())) == "utf-8"


@pytest.mark.parametrize(
    ("head", "name", "text"),
    [
        ('<html><head><meta charset="windows-1256">', "cp1256", "<p>خبر من الرباط</p>"),
        ("<?xml version='1.0' encoding='ISO-8859-2'?><rss>", "iso8859-2", "<title>Łódź</title>"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">', "cp1252", "<p>5 €</p>"),
        ("<meta charset=unknown-9>", "cp1252", "<p>Déjà l’été</p>"),
        ('<meta charset="shift_jis">', "cp1252", "<p>Un été à Sète, déjà passé\xa0!</p>"),
    ],
)  # fmt: skip
def test_a_page_says_its_encoding_when_its_bytes_fit(head: str, name: str, text: str) -> None:
    data = (head + text).encode(name)
    assert decoded(data, find_encoding(data)) == head + text


def test_a_broken_byte_does_not_change_the_encoding() -> None:
    article = one(TEXT.encode() * 3 + b" \xff fin de la phrase.", "a.txt")
    assert article.encoding == "utf-8"
    assert "préfet" in article.text


@pytest.mark.parametrize(
    ("data", "relative", "words"),
    [
        (b"", "a.txt", "empty"),
        (b" \r\n\t\n", "a.txt", "empty"),
        (b"\xef\xbb\xbf", "a.txt", "empty"),
        (bytes(range(256)) * 20, "a.txt", "binary"),
        (b"\x89PNG\r\n\x1a\n" + bytes(500), "a.txt", "binary"),
        (b"x" * (101 << 20), "a.txt", "too large"),
        (b"PK\x03\x04", "a.zip", "cut short"),
        (b"Rar!\x1a", "a.rar", "Archives"),
        (b"abc", "a.docx", "cut short"),
        (b"abc", "a.pages", "Pages"),
        (b"abc", "a.xyz", "kind"),
        (b"https://exemple.test/a", "a.txt", "no text"),
        (b"a,b\n1,2\n", "a.csv", "No column"),
        (b"{\n", "a.jsonl", "JSON"),
        (b"[" * 100_000, "a.json", "JSON"),
        (b'{"text": ' * 50_000, "a.json", "nested"),
    ],
)
def test_bad_files_are_refused_with_a_sentence(data: bytes, relative: str, words: str) -> None:
    reason = refused(data, relative)
    assert words in reason
    assert reason.endswith(".")


def test_a_file_that_cannot_be_opened(tmp_path: Path) -> None:
    (found,) = read_file(SourceFile(str(tmp_path / "gone.txt"), "gone.txt", 5, 0))
    assert isinstance(found, Unread)
    assert "cannot be opened" in found.reason


FRONT = """---
titre: "Une plage fermée"
auteurs: [Jeanne Martin, Paul Le Goff]
date: 2023-01-17T19:06+01:00
heure: 12:30
source: La Gazette
tags:
  - mer
  - sécurité
id: 017
draft: no
---

"""


def test_front_matter_is_stated_as_strings() -> None:
    article = one(
        f"{FRONT}# Une plage fermée\n\n{TEXT} Voir [le site](https://a.test/x_(1)) **demain**.\n".encode(),
        "notes/plage.md",
    )
    assert article.id == "notes/plage"
    assert article.title == "Une plage fermée"
    assert article.title_basis is TitleBasis.STATED
    assert article.author == "Jeanne Martin, Paul Le Goff"
    assert article.published.value == "2023-01-17T19:06:00+01:00"
    assert article.source == "La Gazette"
    assert article.tags == ("mer", "sécurité")
    assert article.record_id == "017"
    assert article.text == f"Une plage fermée\n\n{TEXT} Voir le site demain."
    assert article.set_aside[0].reason == "metadata"


def test_front_matter_titles_a_text_without_heading() -> None:
    article = one(f"{FRONT}{TEXT}\n".encode(), "plage.md")
    assert article.title_span is not None
    assert article.title_span.of(article.text) == "Une plage fermée"
    assert article.text == f"Une plage fermée\n\n{TEXT}"


@pytest.mark.parametrize(
    "front",
    [
        "---\ntitle: Une plage: fermée\nsource: [La Gazette\n---\n",
        "---\ntitle: Une plage\nsource: La Gazette\nauthor: *b\n---\n",
        "---\ntitle: Une plage fermée\nsource: La Gazette\n\n",
        "---\n" + "a: [" * 200 + "\ntitle: Une plage\nsource: La Gazette\n---\n",
    ],
)
def test_a_broken_front_matter_keeps_what_it_says(front: str) -> None:
    article = one(f"{front}\n{TEXT}\n".encode(), "plage.md")
    assert article.title.startswith("Une plage") or "&a" in article.title
    assert article.paragraphs[-1].of(article.text) == TEXT


RECORDS = [
    {
        "id": "x1",
        "titre": "Une plage \u2014 ferm\u00e9e",
        "texte": TEXT + '\n\nLe maire a dit : "Assez".',
        "chapô": "La mer est dangereuse.",
        "date": "2020-07-02",
        "journal": "La Gazette",
        "meta": {"author": "Jeanne Martin", "og:url": "https://a.test/1"},
    },
    {"titre": "Sans texte"},
    {"autre": 1},
    {"headline": "Trois", "articleBody": TEXT, "publishedAt": "2021-05-04T10:00:00Z"},
]


@pytest.mark.parametrize(
    "data",
    [
        "\n".join(json.dumps(record) for record in RECORDS),
        "\r\n".join(json.dumps(record, ensure_ascii=False) for record in RECORDS),
        json.dumps(RECORDS, indent=2, ensure_ascii=False),
    ],
    ids=["lines", "unescaped", "list"],
)
def test_records_of_json(data: str) -> None:
    found = [a for a in read(data.encode(), relative="corpus.jsonl") if isinstance(a, Article)]
    assert [article.id for article in found] == ["corpus#1", "corpus#2", "corpus#3"]
    first = found[0]
    assert first.text == f'Une plage — fermée\n\n{TEXT}\n\nLe maire a dit : "Assez".'
    assert first.description == "La mer est dangereuse."
    assert (first.source, first.author) == ("La Gazette", "Jeanne Martin")
    assert (first.record_id, first.url) == ("x1", "https://a.test/1")
    assert first.published.value == "2020-07-02"
    assert found[2].published.value == "2021-05-04T10:00:00+00:00"


def test_a_broken_record_does_not_stop_the_others() -> None:
    lines = [json.dumps({"text": TEXT}), "{broken", json.dumps({"text": TEXT + " Fin."})]
    found = list(read("\n".join(lines).encode(), relative="a.jsonl"))
    assert [entry for entry in found if not isinstance(entry, Article)] == [
        Noted("a.jsonl", Loss.REFUSED, "The line is no JSON record.", "2")
    ]
    assert len(found) == 3


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_rows_of_a_table(separator: str) -> None:
    rows = [
        ["Titre", "Corps", "Date de publication", "Média", "Mots-clés"],
        [
            "Une plage",
            f'"{TEXT} Il a dit ""non"".\nFin."',
            "17/01/2023",
            "La Gazette",
            '"mer, été"',
        ],
        ["", f'"{TEXT}"', "", "", ""],
    ]
    data = "\r\n".join(separator.join(row) for row in rows) + "\r\n\r\n"
    found = [a for a in read(data.encode(), relative="t.csv") if isinstance(a, Article)]
    assert [article.id for article in found] == ["t#1", "t#2"]
    first = found[0]
    assert first.text == f'Une plage\n\n{TEXT} Il a dit "non".\n\nFin.'
    assert (first.source, first.tags) == ("La Gazette", ("mer", "été"))
    assert first.published.value == "2023-01-17"
    assert found[1].title_basis is TitleBasis.FIRST_WORDS


def test_a_date_in_the_name_is_inferred() -> None:
    article = one(TEXT.encode(), "2023-01-17-plage.txt")
    assert article.published.value == "2023-01-17"
    assert article.published.basis is Basis.INFERRED


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    corpus = tmp_path / "corpus"
    for name in (
        "b.txt", "a.txt", "a.md", "sub/é.txt", "sub/README.md", "README.md", "LICENSE", "recoupe.yaml",
        "recoupe-notes.yaml", "entities/people.yaml", ".hidden.txt", ".git/x.txt", "drafts/c.txt",
    ):  # fmt: skip
        path = corpus / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(TEXT, "utf-8")
    (tmp_path / "outside.txt").write_text(TEXT, "utf-8")
    (corpus / "link.txt").symlink_to(tmp_path / "outside.txt")
    (corpus / "loop").symlink_to(corpus)
    (corpus / "own.txt").symlink_to(corpus / "b.txt")
    return corpus


def test_a_folder_is_walked_in_order(folder: Path) -> None:
    found = walk(folder, ignore=["drafts/"])
    names = [file.relative for file in found if not file.is_passed_over]
    assert names == ["a.md", "a.txt", "b.txt", "own.txt", "sub/README.md", "sub/é.txt"]


def test_what_is_passed_over_is_told_with_the_reason(folder: Path) -> None:
    (folder / "dead.txt").symlink_to("nowhere.txt")
    (folder / "circle.txt").symlink_to("circle.txt")
    (folder / "away").symlink_to(folder.parent)
    os.mkfifo(folder / "pipe.txt")
    (folder / ".dead").symlink_to("nowhere")
    (folder / "drafts" / "dead.txt").symlink_to("nowhere")
    (folder / "recoupe-dead.yaml").symlink_to("nowhere")
    over = [file for file in walk(folder, ignore=["drafts/"]) if file.is_passed_over]
    told = {one.path: one.reason for file in over for one in read_file(file)}
    out = "The link leads out of the corpus; nothing is read there."
    dead = "The link leads nowhere."
    assert told == {
        "away": out,
        "circle.txt": dead,
        "dead.txt": dead,
        "link.txt": out,
        "loop": "The link leads to a folder of the corpus, whose files are read where they lie.",
        "pipe.txt": "It is a pipe, a device or a socket, not a file.",
    }


def test_what_is_passed_over_takes_no_id_from_a_file(folder: Path) -> None:
    (folder / "b.md").symlink_to("nowhere")
    ids = assign_ids(walk(folder))
    assert (ids["b.txt"], ids["b.md"]) == ("b", "b.md")


def test_a_single_file_is_a_corpus(folder: Path) -> None:
    (file,) = walk(folder / "README.md")
    assert (file.relative, file.size) == ("README.md", len(TEXT.encode()))


def test_no_folder_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(CorpusError):
        list(walk(tmp_path / "nowhere"))


def test_files_of_one_stem_keep_distinct_ids(folder: Path) -> None:
    ids = assign_ids(walk(folder))
    assert ids["a.md"] == "a"
    assert ids["a.txt"] == "a.txt"
    assert ids["sub/é.txt"] == "sub/é"
    assert len(set(ids.values())) == len(ids)


@pytest.mark.parametrize(
    ("relative", "id"),
    [
        ("a.txt", "a"), ("b.c/a.txt", "b.c/a"), ("b.c/a", "b.c/a"), (".cache", ".cache"),
        ("a.", "a."), ("a.tar.gz", "a.tar"), ("un/.x.txt", "un/.x"),
    ],
)  # fmt: skip
def test_an_id_is_a_path_without_its_ending(relative: str, id: str) -> None:
    assert plain_id(relative) == id


@pytest.mark.parametrize(
    ("relative", "ignore", "left_out"),
    [
        ("recoupe.yaml", (), True),
        ("un/recoupe-a.yml", (), True),
        ("entities/noms.yaml", (), True),
        ("un/entities/noms.yaml", (), False),
        ("entities/noms.txt", (), False),
        ("recoupement.txt", (), False),
        ("a.bak", (), False),
        ("a.bak", ("*.bak",), True),
        ("recoupe-a.yaml", ("!recoupe-*.yaml",), False),
    ],
)
def test_what_holds_everywhere_is_ignored(
    relative: str, ignore: tuple[str, ...], left_out: bool
) -> None:
    assert Ignored(ignore).match(relative) is left_out


@pytest.mark.parametrize("before", [0, 10, 64, 5000])
def test_what_stands_before_the_first_letter_beyond_ascii_is_weighed_too(
    before: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Up to 64 bytes of it: the word that the letter stands in, and the one before."""
    import index.corpus.encoding as encoding

    seen: list[bytes] = []
    best_fit = encoding.best_fit

    def looked_at(sample: bytes) -> object:
        seen.append(sample)
        return best_fit(sample)

    monkeypatch.setattr(encoding, "best_fit", looked_at)
    data = b"a" * before + "été à Sète, déjà passé".encode("cp1252")
    assert encoding.find_encoding(data) == "cp1252"
    assert [sample.index(b"\xe9") for sample in seen] == [min(before, 64)]
