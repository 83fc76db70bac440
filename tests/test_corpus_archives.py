"""Archives (.zip): members are the files of a folder; what is not read is told, and nothing of it can hurt."""

from __future__ import annotations

import io
import struct
import zipfile

import pytest

from index.corpus.file_reading import raw_text, read
from index.corpus.formats.archives import BROKEN, EMPTY, NESTED, OUTSIDE
from index.model.article import Article, Noted, Unread
from tests.test_corpus_kinds import ONE, REVIEW, THREE, TWO, in_json, word

TEXT = f"Le port rénové\nLa Gazette du Port, 17 janvier 2023\n\n{ONE}\n{TWO}\n"


def archive(members: dict[str, bytes], *, packed: bool = True) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED) as made:
        for name, content in members.items():
            made.writestr(name, content)
    return out.getvalue()


def found_in(data: bytes) -> tuple[list[Article], list[tuple[str, str, int]]]:
    found = list(read(data, relative="a.zip"))
    return [one for one in found if isinstance(one, Article)], [
        (one.reason, one.what, one.number) for one in found if isinstance(one, Noted)
    ]


MEMBERS = {
    "a/un.txt": TEXT.encode("cp1252"),
    "a/deux.md": f"---\ntitle: Le quai fermé\n---\n\n{TWO}\n".encode(),
    "a/trois.html": f"<html><body><article><h1>La grue arrive</h1><p>{THREE}</p><p>{ONE}</p></article></body></html>".encode(),
    "b/quatre.docx": word([("Title", "Le port rénové"), ("", ONE), ("", TWO)]),
    "b/cinq.json": in_json([{"title": "Un", "text": ONE}, {"title": "Deux", "text": TWO}]),
    "b/six.txt": REVIEW.encode(),
}


@pytest.mark.parametrize("packed", [True, False])
def test_members_are_read_as_files_of_a_folder(packed: bool) -> None:
    data = archive(MEMBERS, packed=packed)
    articles, notes = found_in(data)
    assert [one.title for one in articles] == [
        "Le quai fermé", "La grue arrive", "Le port rénové", "Un", "Deux", "Le port rénové", "Le port rénové", "Le quai fermé",
    ]  # fmt: skip
    assert [one.id for one in articles] == [f"a#{n}" for n in range(1, 9)]
    assert notes == []
    raw = raw_text(data, articles[0].encoding)
    for article in articles:
        for piece in article.pieces:
            if piece.end - piece.start == piece.raw_end - piece.raw_start:
                told = article.text[piece.start : piece.end]
                assert raw[piece.raw_start : piece.raw_end].split() == told.split()


def test_the_day_in_the_name_of_a_member_is_inferred_where_its_text_has_none() -> None:
    members = {"2023-02-03 Le Phare.txt": f"Le quai fermé\n\n{TWO}\n{THREE}\n".encode(), "2024-01-01.txt": TEXT.encode()}  # fmt: skip
    articles, _ = found_in(archive(members))
    days = [(one.published.value, one.published.basis.value) for one in articles]
    assert days == [("2023-02-03", "inferred"), ("2023-01-17", "stated")]


TOLD = {
    "a picture": ({"a.png": b"\x89PNG\r\n"}, ("A picture: only text is read.", "a.png", 1)),
    "pictures": ({"a.png": b"\x89PNG", "b.png": b"\x89PNG"}, ("A picture: only text is read.", "a.png", 2)),
    "an archive": ({"b.zip": archive(MEMBERS)}, (NESTED, "b.zip", 1)),
    "up": ({"../u.txt": TEXT.encode()}, (OUTSIDE, "../u.txt", 1)),
    "from the root": ({"/etc/u.txt": TEXT.encode()}, (OUTSIDE, "/etc/u.txt", 1)),
    "of a disk": ({"C:\\u.txt": TEXT.encode()}, (OUTSIDE, "C:\\u.txt", 1)),
    "an empty one": ({"u.txt": b" \n"}, (EMPTY, "u.txt", 1)),
    "a broken one": ({"u.docx": b"PK\x03\x04rien"}, ("The file is cut short or broken: it cannot be unpacked.", "u.docx", 1)),
    "a book without borders": ({"u.txt": ("Un mot de plus sans fin. " * 60_000).encode()}, ("The text is as long as a book and shows no borders of articles: put a line of ===== between them, or a file each.", "u.txt", 1)),
}  # fmt: skip


@pytest.mark.parametrize("kind", TOLD)
def test_what_is_not_read_is_told_and_the_others_are_read(kind: str) -> None:
    members, told = TOLD[kind]
    articles, notes = found_in(archive({**members, "a.txt": TEXT.encode()}))
    assert [one.title for one in articles] == ["Le port rénové"]
    assert notes == [told]


def test_what_a_system_adds_and_what_tells_of_the_archive_are_passed_over() -> None:
    passed = ("__MACOSX/._a.txt", ".DS_Store", "a/.cache/b.txt", "LISEZMOI.txt", "a/README.md", "a/~$a.docx")  # fmt: skip
    articles, notes = found_in(archive({**dict.fromkeys(passed, TEXT.encode()), "a/a.txt": TEXT.encode()}))  # fmt: skip
    assert len(articles) == 1
    assert notes == []


@pytest.mark.parametrize("flag", [0, 0x800])
def test_names_are_shown_as_they_were_written(flag: int) -> None:
    data = bytearray(archive({"a.txt": TEXT.encode(), "été.png": b"\x89PNG"}))
    # Programs that write UTF-8 often do not say so.
    for sign, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = data.rindex(sign) + at
        data[place : place + 2] = struct.pack("<H", flag)
    assert [what for _, what, _ in found_in(bytes(data))[1]] == ["été.png"]


def test_an_archive_without_articles_says_why() -> None:
    found = list(read(archive({"a.png": b"\x89PNG"}), relative="a.zip"))
    assert [type(one) for one in found] == [Noted, Unread]


def swollen() -> bytes:
    return archive({f"{n}.txt": b"a " * 15_000_000 for n in range(8)})


def protected() -> bytes:
    data = bytearray(archive({"a.txt": TEXT.encode()}))
    for sign, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(sign) + at] |= 1
    return bytes(data)


HURT = {
    "swollen": (swollen, "more than 200 MB"),
    "protected": (protected, "password"),
    "cut short": (lambda: archive(MEMBERS)[:-40], "cut short"),
    "many": (lambda: archive({f"{n}.txt": b"" for n in range(10_001)}), "10 000"),
}


@pytest.mark.parametrize("kind", HURT)
def test_archives_made_to_hurt_are_refused(kind: str) -> None:
    made, words = HURT[kind]
    (found,) = read(made(), relative="a.zip")
    assert isinstance(found, Unread)
    assert words in found.reason


def test_a_damaged_member_is_told() -> None:
    data = bytearray(archive({"a.txt": TEXT.encode(), "b.txt": TEXT.encode()}))
    data[data.index(b"PK\x03\x04") + 45] ^= 0xFF
    articles, notes = found_in(bytes(data))
    assert len(articles) == 1
    assert notes[0][0] in (BROKEN, "The file is cut short or broken: it cannot be unpacked.")
