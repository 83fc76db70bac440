"""Press reviews whose articles have their outlet, day and signature above, beside or below the title."""

from __future__ import annotations

import pytest

from index.corpus.bundles.review_heads import outlet_and_date
from index.corpus.fields import Field
from index.corpus.file_reading import read
from index.model.article import Article
from tests.test_corpus_structures import STORIES

DAYS = [f"0{number}/03/2024" for number in (3, 4, 5)]
FORMS: dict[str, str] = {
    "a number, and who signs behind the day": "[{n}] {title}\nLe Courrier - {day} - Jeanne Martin\n\n{first}\n\n{second}",
    "a number with a point": "{n}. {title}\nLe Courrier, {day}\n\n{first}\n\n{second}",
    "the outlet above": "Le Courrier, {day}\n{title}\n\n{first}\n\n{second}",
    "the outlet below the title": "{title}\nLe Courrier | {day} | Jeanne Martin\n\n{first}\n\n{second}",
    "brackets behind the title": "{title} (Le Courrier, {day})\n\n{first}\n\n{second}",
    "square brackets": "{title} [Le Courrier, {day}]\n{first}\n{second}",
    "the source at the foot": "{title}\n\n{first}\n\n{second}\n\nSource : Le Courrier, {day}",
    "the outlet at the foot": "{title}\n\n{first}\n\n{second}\nLe Courrier, {day}",
}
SIGNED = {"a number, and who signs behind the day", "the outlet below the title"}


def review(form: str, number: int) -> str:
    return "\n\n".join(
        FORMS[form].format(n=at + 1, title=title, day=DAYS[at], first=first, second=second)
        for at, (title, _, first, second) in enumerate(STORIES[:number])
    )


COVER = "Revue de presse du 6 mars 2024\n\n"
# What stands above the first title is its own head where outlets stand at the foot.
COVERED = [
    (form, cover) for form in FORMS for cover in ("", COVER) if not (cover and "foot" in form)
]


@pytest.mark.parametrize(("form", "cover"), COVERED)
@pytest.mark.parametrize("number", [2, 3])
def test_each_article_of_a_review_has_its_own_outlet_and_day(
    form: str, number: int, cover: str
) -> None:
    data = (cover + review(form, number)).encode()
    found = [one for one in read(data, relative="a.txt") if isinstance(one, Article)]
    assert [(one.title, one.source, one.author, one.published.value) for one in found] == [
        (
            title,
            "Le Courrier",
            "Jeanne Martin" if form in SIGNED else None,
            f"2024-03-0{at + 3}",
        )
        for at, (title, *_) in enumerate(STORIES[:number])
    ]
    for one, (_, _, first, second) in zip(found, STORIES, strict=False):
        assert first in one.text
        assert second in one.text
        assert "Le Courrier" not in one.text


SINGLE = [
    "{title}\nLe Courrier, {day}\n\n{first}\n\n{second}",
    "{title}\n\n{first}\n\n{second}\n\nSource : Le Courrier, {day}",
    "{title} (Le Courrier, {day})\n\n{first}\n\n{second}",
]


@pytest.mark.parametrize("form", SINGLE)
def test_one_article_with_such_a_head_stays_one(form: str) -> None:
    title, _, first, second = STORIES[0]
    data = form.format(title=title, day=DAYS[0], first=first, second=second).encode()
    assert sum(isinstance(one, Article) for one in read(data, relative="a.txt")) == 1


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("[Le Fanal, 3 juin 2024]", "Le Fanal | 3 juin 2024"),
        ("(Le Fanal, vendredi 21 juin 2024)", "Le Fanal | vendredi 21 juin 2024"),
        ("[Radio Haute-Combe (site), 10/06/2024]", "Radio Haute-Combe | 10/06/2024 | ed. site"),
        ("• article Le Fanal, 14/6/2019 (Gérald Castaignède) :", "Le Fanal | 14/6/2019 | Gérald Castaignède"),
        ("• autre, pour l'ambiance. Sud Magazine du 23 juin 2019", "Sud Magazine | 23 juin 2019"),
        ("*Le Fanal libéré*, jeudi 11 avril 2024", "Le Fanal libéré | jeudi 11 avril 2024"),
        ("12/02/2024 – La Gazette du Port – page 3", "La Gazette du Port | 12/02/2024 | p. 3"),
        ("Le Fanal – 13 février 2024 – site internet", "Le Fanal | 13 février 2024"),
        ("Le Fanal, 3 mars 2021, p. 4 et 5", "Le Fanal | 3 mars 2021 | p. 4"),
        ("Mères & Compagnie, 20 février 2025, propos recueillis par Sabrina Teillet", "Mères & Compagnie | 20 février 2025 | Sabrina Teillet"),
        ("Paru dans La Gazette du 3 mars 2021", "La Gazette | 3 mars 2021"),
        ("La Gazette n° 1234 du 3 mars 2021", "La Gazette | 3 mars 2021"),
        ("3 juin 2024 – Politique", ""),
        ("3 mars 2024 – Le maire de Brest réagit", ""),
        ("17 janvier 2023 – Jeanne Martin", ""),
        ("Publié le 3 mars 2024 | Jeanne Martin", ""),
        ("Mis à jour le 3 mars 2021 à 10h04", ""),
    ],
)  # fmt: skip
def test_the_ways_in_which_people_write_outlet_and_day(line: str, told: str) -> None:
    pairs = dict(outlet_and_date(line) or ())
    marks = {Field.EDITION: "ed. ", Field.PAGE: "p. "}
    order = (Field.SOURCE, Field.PUBLISHED, Field.EDITION, Field.PAGE, Field.AUTHOR)
    assert (
        " | ".join(f"{marks.get(field, '')}{pairs[field]}" for field in order if field in pairs)
        == told
    )


NOTES = "NOTES DU PORT\n\n• rappeler la mairie\n• coût : 31 M ou 6 M ??\n\n"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_articles_between_notes_of_ones_own(end: str) -> None:
    heads = ("• article Le Courrier, 3/3/2024 (Luc Amiel) :", "• autre. Le Fanal du 4 mars 2024")
    text = NOTES + "\n\n".join(
        f"{head}\n\n{title}\n\n{first}\n\n{second}\n\n• à recouper"
        for head, (title, _, first, second) in zip(heads, STORIES, strict=False)
    )
    data = text.replace("\n", end).encode()
    found = [one for one in read(data, relative="a.txt") if isinstance(one, Article)]
    assert [(one.title, one.source, one.author) for one in found] == [
        (STORIES[0][0], "Le Courrier", "Luc Amiel"),
        (STORIES[1][0], "Le Fanal", None),
    ]


def test_a_list_of_contents_that_names_outlets() -> None:
    rows = list(enumerate(STORIES[:3]))
    contents = "\n".join(
        f"  {at + 1}. {title} (Le Courrier) ....... p. {at + 2}" for at, (title, *_) in rows
    )
    text = "\n\n\n".join(
        f"{title.upper()}\nLe Courrier – {DAYS[at]} – site internet\n\n{first}\n\n{second}"
        for at, (title, _, first, second) in rows
    )
    data = f"REVUE DE PRESSE\n\nSOMMAIRE\n\n{contents}\n\n\n{text}".encode()
    found = [one for one in read(data, relative="a.txt") if isinstance(one, Article)]
    assert [one.title for one in found] == [title.upper() for title, *_ in STORIES[:3]]


def test_an_address_and_a_name_alone_are_of_the_head() -> None:
    text = "\n----------\n".join(
        f"https://www.port.example/{at}\n{title}\n[Le Fanal, {DAYS[at]}]\nJeanne Martin\n\n{first}\n\n{second}"
        for at, (title, _, first, second) in enumerate(STORIES[:2])
    )
    found = [one for one in read(text.encode(), relative="a.txt") if isinstance(one, Article)]
    assert [(one.source, one.author, one.url) for one in found] == [
        ("Le Fanal", "Jeanne Martin", f"https://www.port.example/{at}") for at in range(2)
    ]


def test_an_article_that_was_copied_into_a_message() -> None:
    title, _, first, second = STORIES[0]
    text = (
        "[08/04/2024 07:02:11] Maryse: Vous avez vu ?\n"
        f"[09/04/2024 18:12:03] Alain: *{title}*\nLe Fanal - 8 avril 2024\n_Par Jeanne Martin_\n\n{first}\n\n{second}\n"
        "[09/04/2024 18:20:55] Maryse: ah quand même\n"
    )
    found = [one for one in read(text.encode(), relative="a.txt") if isinstance(one, Article)]
    (one,) = [one for one in found if first in one.text]
    assert (one.title, one.source, one.author) == (title, "Le Fanal", "Jeanne Martin")
    assert one.published.value == "2024-04-08"
