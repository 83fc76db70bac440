"""Press reviews whose articles have their outlet, day and signature above, beside or below the title."""

from __future__ import annotations

import pytest

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
