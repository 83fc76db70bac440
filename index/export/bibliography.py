"""The fields of an article for bibliographies: names in parts, parts of the date, the kind of
outlet.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from index.export.material import Material
from index.model.article import Article, Basis, DateValue
from index.text.author_names import authors_of

_TURNED = re.compile(
    r"(?P<family>[A-ZÀ-Ý][\w’'-]+), (?P<given>[A-ZÀ-Ý][\w’'.-]*(?: [A-ZÀ-Ý][\w’'.-]*)?)"
)
"""« Martin, Jeanne », as bibliographies have it."""
_PARTICLES = frozenset("de du des d' le la von van der den di da dos ben bin el al".split())  # noqa: SIM905
_JOINS = frozenset(("et", "&", "and"))
"""In the name of an outlet: « Sciences et Avenir »."""
_AGENCIES = frozenset("afp reuters ap aps map belga ats efe dpa ansa tap xinhua".split())  # noqa: SIM905


class Person(NamedTuple):
    """A name in the parts that bibliographies sort by; `given` is empty for a desk or an agency."""

    family: str
    given: str

    def __str__(self) -> str:
        return f"{self.family}, {self.given}" if self.given else self.family


def people(author: str | None) -> tuple[Person, ...]:
    """« Jeanne Martin et Luc Amiel » → two persons; an agency or a desk stays one name."""
    names = [name.strip() for name in authors_of(author or "")]
    return tuple(_person(name) for name in names if name)


def _person(name: str) -> Person:
    if (turned := _TURNED.fullmatch(name)) is not None:
        return Person(turned["family"], turned["given"])
    words = name.split()
    if (
        len(words) < 2
        or words[0].lower() in ("la", "le", "les", "l’", "rédaction")
        or words[0].lower() in _AGENCIES
        or not _JOINS.isdisjoint(words)
    ):
        return Person(name, "")
    first = next(
        (at for at, word in enumerate(words[1:], 1) if word.lower() in _PARTICLES), len(words) - 1
    )
    return Person(" ".join(words[first:]), " ".join(words[:first]))


def date_parts(value: DateValue) -> tuple[int, ...]:
    """Year, month and day, as far as the date of publication is known.

    An inferred day, month or year is one; days within which an article was inferred to have appeared
    are none, since a bibliography has no sign of doubt.
    """
    if value.earliest is None or (value.basis is Basis.INFERRED and not _is_whole(value)):
        return ()
    parts = tuple(int(part) for part in value.earliest.split("-"))
    if value.earliest == value.latest:
        return parts
    return parts[:2] if value.latest and value.earliest[:7] == value.latest[:7] else parts[:1]


def _is_whole(value: DateValue) -> bool:
    """Whether the days are one day, or all those of a month or a year."""
    first, last = value.earliest or "", value.latest or ""
    return (
        first == last
        or (first.endswith("-01-01") and last == f"{first[:4]}-12-31")
        or (first.endswith("-01") and first[:7] == last[:7] and last[8:] >= "28")
    )


def issued(article: Article, material: Material) -> tuple[int, ...]:
    """The parts of an article's date; that of its event is none of its own."""
    return () if article.id in material.dated_by_event else date_parts(article.published)


def note_on(article: Article, material: Material) -> str:
    """The reader's note; before it the date that was inferred, where there is none to write as one."""
    inferred = article.published.basis is Basis.INFERRED and not issued(article, material)
    t = material.texts
    told = t("Inferred date: {date}", date=t.date(article.published)) if inferred else ""
    return " · ".join(part for part in (told, material.notes.get(article.id, "")) if part)


def key_of(article: Article, taken: set[str]) -> str:
    """A citation key, unique in one file: `gazette2023-quai`."""
    from index.text.folding import fold

    source = re.sub(r"[^a-z0-9]", "", fold(article.source or "anonyme"))[:16] or "anonyme"
    year = (article.published.earliest or "")[:4] or "sd"
    word = next((w for w in re.findall(r"[a-z]{4,}", fold(article.title))), "article")
    key, number = f"{source}{year}-{word}", 1
    while key in taken:
        number += 1
        key = f"{source}{year}-{word}-{number}"
    taken.add(key)
    return key
