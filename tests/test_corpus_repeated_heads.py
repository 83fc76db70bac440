"""Articles that no line parts, each below a head of its own; teasers, comments and one article's parts are none."""

from __future__ import annotations

import pytest

from index.corpus.bundles.finding import bundled
from index.corpus.bundles.review_heads import is_day, title_of_line
from index.corpus.fields import Field
from index.corpus.file_reading import read
from index.model.article import Article
from tests.test_corpus_structures import STORIES

OUTLETS = ("Le Fanal", "La Gazette du Port", "Radio Vernes")
DAYS = ("2024-06-03", "2024-06-05", "2024-06-09")
HEADS: dict[str, str] = {
    "outlet, day, title": "{OUTLET}\n{d}/06/2024\n\n{title}\nPar Jeanne Martin\n",
    "title, outlet and day": "{title}\n{outlet}, {d} juin 2024\n",
    "title with a sign, by way of": ">>> {title}\n(via {outlet} — {d} juin 2024)",
    "one line": "{day} | {outlet} | {title}\n",
    "one line, turned": "{title} ; {outlet} ; {d}/06/2024\n",
    "address, title, day": "URL: https://www.port.example/{d}\n{title}\nPublié le {d} juin 2024 à 10h00\n",
    "numbered": "{n}/ {title}\n{outlet} – {d}/06/2024\n",
    "Markdown": "**{title}** ([{outlet}](https://port.example/{d}), {day})\n",
    "a bare page": "<p><b>{title}</b></p><p><i>{outlet}, {d}/06/2024</i></p>",
}


def file_of(form: str) -> tuple[str, str]:
    """The file and its name."""
    ending = {"Markdown": "md", "a bare page": "html"}.get(form, "txt")
    texts = []
    for at, (title, _, first, second) in enumerate(STORIES[:3]):
        head = HEADS[form].format(
            title=title, outlet=OUTLETS[at], OUTLET=OUTLETS[at].upper(), day=DAYS[at], d=DAYS[at][8:], n=at + 1
        )  # fmt: skip
        body = (f"{first} {second}", f"{second} {first}")
        if ending == "html":
            texts.append(head + "".join(f"<p>{one}</p>" for one in body))
        else:
            texts.append("\n\n".join((head, *body)).replace("\n\n\n", "\n\n"))
    return ("<hr>" if ending == "html" else "\n\n").join(texts), f"a.{ending}"


@pytest.mark.parametrize("form", HEADS)
def test_each_article_below_a_head_of_its_own(form: str) -> None:
    text, name = file_of(form)
    found = [one for one in read(text.encode(), relative=name) if isinstance(one, Article)]
    assert [one.title for one in found] == [title for title, *_ in STORIES[:3]]
    assert [(one.published.value or "")[:10] for one in found] == list(DAYS)
    if "address" not in form:
        assert [(one.source or "").lower() for one in found] == [one.lower() for one in OUTLETS]
    for one, (_, _, first, second) in zip(found, STORIES, strict=False):
        assert f"{first} {second}" in one.text


FIRST = f"{STORIES[0][0]}\nLe Fanal, 3 juin 2024\n\n" + "\n\n".join(
    f"{a} {b}" for _, _, a, b in STORIES[:3]
)
ONE: dict[str, str] = {
    "teasers": FIRST
    + "\n\nÀ lire aussi\n\n"
    + "\n\n".join(f"{title}\n4 juin 2024\n\n{first}" for title, _, first, _ in STORIES[1:3]),
    "comments": FIRST
    + "\n\nCommentaires\n\n"
    + "\n\n".join(f"Jean D.\n{at} juin 2024 à 10h00\n{a} {b}\n{b} {a}" for at, (_, _, a, b) in enumerate(STORIES[:3], 4)),
    "parts with a day": FIRST
    + "".join(f"\n\nCe que l’on sait de la digue ce soir\n3 juin 2024\n\n{a}" for _, _, a, _ in STORIES[:3]),
    "headings": FIRST + "".join(f"\n\n{title}\n\n{a} {b}\n\n{b} {a}" for title, _, a, b in STORIES[1:3]),
}  # fmt: skip


@pytest.mark.parametrize("kind", ONE)
def test_what_follows_one_article_parts_it_not(kind: str) -> None:
    assert not bundled(ONE[kind])


@pytest.mark.parametrize(
    ("line", "is_one"),
    [
        ("3 juin 2024", True),
        ("Publié le 3 juin 2024 à 10h46", True),
        ("03/06/2024 10:05", True),
        ("Le 3 juin 2024 à Brest", False),
        ("Du 3 juin 2024 au 5 juin 2024", False),
    ],
)
def test_lines_that_are_nothing_but_a_day(line: str, is_one: bool) -> None:
    assert is_day(line) is is_one


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("3/06/2024 | Le Fanal | Le port rouvre lundi", "Le port rouvre lundi"),
        ("Le port rouvre lundi ; Le Fanal ; 3 juin 2024", "Le port rouvre lundi"),
        ("Accueil | Politique | 3 juin 2024", None),
        ("Le Fanal | Le port rouvre lundi", None),
    ],
)
def test_title_outlet_and_day_in_one_line(line: str, title: str | None) -> None:
    found = title_of_line(line)
    assert (found[0] if found else None) == title
    if found:
        assert dict(found[1])[Field.SOURCE] == "Le Fanal"
