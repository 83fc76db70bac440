"""Several articles in one document, below headings: Word, Markdown, and the elements of a page."""

from __future__ import annotations

import io

import docx
import pytest

from index.corpus.bundles.headed import ONE
from index.corpus.file_reading import read
from index.model.article import Article, Noted
from tests.test_corpus_structures import STORIES

TITLES = [story[0] for story in STORIES]
Told = tuple[list[str], list[str]]


def told(data: bytes, name: str) -> Told:
    found = list(read(data, relative=name))
    titles = [one.title for one in found if isinstance(one, Article)]
    return titles, [one.reason for one in found if isinstance(one, Noted)]


def word(level: int, *, outlet: str = "", cover: str = "", pages: bool = False) -> bytes:
    document = docx.Document()
    if cover:
        document.add_heading(cover, 0)
    for at, (title, _, first, second) in enumerate(STORIES):
        if pages and at:
            document.add_page_break()
        if level:
            document.add_heading(title, level)
        else:
            document.add_paragraph(title)
        for paragraph in filter(None, (outlet, first, second)):
            document.add_paragraph(paragraph)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


REVIEW = "Revue de presse du 3 mars 2024"
OUTLET = "Le Courrier, 3 mars 2024"


@pytest.mark.parametrize("level", [1, 2, 3])
@pytest.mark.parametrize("cover", ["", REVIEW, "Revue de presse"])
def test_headings_with_an_outlet_below_part_a_word_document(level: int, cover: str) -> None:
    titles, _ = told(word(level, outlet=OUTLET, cover=cover), "a.docx")
    assert titles == TITLES


def test_pages_of_a_word_document_part_it_where_each_begins_with_a_title() -> None:
    assert told(word(0, pages=True), "a.docx")[0] == TITLES


def test_bare_headings_of_the_first_level_are_told() -> None:
    titles, reasons = told(word(1), "a.docx")
    assert titles == TITLES[:1]
    assert ONE in reasons


def below(mark: str, *, outlet: str = "") -> str:
    return "\n\n".join(
        "\n\n".join(filter(None, (f"{mark} {title}", outlet, first, second)))
        for title, _, first, second in STORIES
    )


MARKDOWN: dict[str, tuple[str, list[str], list[str]]] = {
    "outlets below second headings": (f"# {REVIEW}\n\n{below('##', outlet=f'*{OUTLET}*')}", TITLES, []),
    "days below first headings": (below("#", outlet="3 mars 2024"), TITLES, []),
    "bare first headings": (below("#"), TITLES[:1], [ONE]),
    "headings of one article": (f"# Une nuit de tempête\n\n{below('##')}", ["Une nuit de tempête"], []),
    "days in the parts of one article": (
        f"# Une nuit de tempête\n\n{below('##', outlet='Le 3 mars 2024, la mer est haute.')}",
        ["Une nuit de tempête"],
        [],
    ),
    "notes with a front matter each": (
        "\n\n".join(f"---\ntitle: {t}\ndate: {d}\n---\n\n{a}\n\n{b}" for t, d, a, b in STORIES),
        TITLES,
        [],
    ),
    "a line between two parts": (f"---\ntitle: {TITLES[0]}\n---\n\n{STORIES[0][2]}\n\n---\nNote: un mot.\n\n{STORIES[0][3]}", TITLES[:1], []),
}  # fmt: skip


@pytest.mark.parametrize("kind", MARKDOWN)
def test_articles_of_markdown(kind: str) -> None:
    text, titles, reasons = MARKDOWN[kind]
    assert told(text.encode(), "a.md") == (titles, reasons)


def test_each_note_keeps_its_own_front_matter_and_place() -> None:
    text = MARKDOWN["notes with a front matter each"][0]
    found = [one for one in read(text.encode(), relative="a.md") if isinstance(one, Article)]
    assert [one.published.value for one in found] == [story[1] for story in STORIES]
    assert all(story[2] in one.text for one, story in zip(found, STORIES, strict=True))


def element(at: int, *, heading: str = "h2", short: bool = False) -> str:
    title, day, first, second = STORIES[at]
    rest = "" if short else f"<p>{second}</p>"
    return (
        f'<article><time datetime="{day}">{day}</time><{heading}><a href="/{at}">{title}</a></{heading}>'
        f"<p>{first}</p>{rest}</article>"
    )


def page(body: str, *, title: str = "Le Courrier") -> str:
    return f"<html><head><title>{title}</title></head><body>{body}</body></html>"


LIVE = "<h1>En direct : la tempête frappe la côte ouest</h1>"
PAGES: dict[str, tuple[str, list[str]]] = {
    "the front of a blog": (page("<h1>Le Courrier</h1>" + "".join(map(element, range(3)))), TITLES),
    "no heading above": (page("".join(element(at, heading="h1") for at in range(3))), TITLES),
    "teasers beside two articles": (
        page(element(0) + element(1) + element(2, short=True)),
        TITLES[:2],
    ),
    "a live blog": (
        page(LIVE + "".join(map(element, range(3)))),
        ["En direct : la tempête frappe la côte ouest"],
    ),
    "an article with others below it": (
        page(
            f'<meta property="og:title" content="{TITLES[0]}">'
            + element(0, heading="h1")
            + element(1, heading="h1"),
            title=f"{TITLES[0]} - Le Courrier",
        ),
        TITLES[:1],
    ),
}


@pytest.mark.parametrize("kind", PAGES)
def test_a_page_of_whole_articles_gives_each(kind: str) -> None:
    text, titles = PAGES[kind]
    assert told(text.encode(), "a.html")[0] == titles


def test_articles_of_one_page_keep_their_days() -> None:
    data = PAGES["the front of a blog"][0].encode()
    found = [one for one in read(data, relative="a.html") if isinstance(one, Article)]
    assert [one.published.value for one in found] == [story[1] for story in STORIES]
    assert all(story[3] in one.text for one, story in zip(found, STORIES, strict=True))


def test_bare_headings_of_a_page_are_told() -> None:
    body = "".join(f"<h1>{t}</h1><p>{a}</p><p>{b}</p>" for t, _, a, b in STORIES)
    assert ONE in told(page(body).encode(), "a.html")[1]
    parts = "".join(f"<h2>{t}</h2><p>{a}</p><p>{b}</p>" for t, _, a, b in STORIES)
    assert (
        told(page(f"<h1>Une nuit de tempête sur la côte</h1>{parts}").encode(), "a.html")[1] == []
    )


@pytest.mark.parametrize(
    "labels",
    [
        "source:: Le Courrier\ndate:: 2024-03-03",
        "- source:: [[Le Courrier]]\n- date:: [[2024-03-03]]",
        "**source**:: [[presse/courrier|Le Courrier]]\n**date**:: 3 mars 2024",
        "- **Source :** Le Courrier\n- **Date :** 3 mars 2024",
    ],
)
@pytest.mark.parametrize("level", ["##", "###"])
def test_labels_below_headings_part_a_note(labels: str, level: str) -> None:
    """As Obsidian with Dataview keeps them."""
    parts = (
        f"{level} {title}\n{labels}\n\n{first}\n\n{second}" for title, _, first, second in STORIES
    )
    found = list(read("\n\n".join(parts).encode(), relative="a.md"))
    articles = [one for one in found if isinstance(one, Article)]
    assert [one.title for one in articles] == TITLES
    assert {(one.source, str(one.published.value)) for one in articles} == {
        ("Le Courrier", "2024-03-03")
    }


def test_links_within_notes_keep_their_words() -> None:
    line = "Le maire [[Jean Martin|M. Martin]] a reçu les dockers du [[Port de Vaubrac]] mardi matin à l'hôtel de ville."
    (article,) = [
        one
        for one in read(f"# {TITLES[0]}\n\n{line}\n".encode(), relative="a.md")
        if isinstance(one, Article)
    ]
    assert "Le maire M. Martin a reçu les dockers du Port de Vaubrac mardi" in article.text
