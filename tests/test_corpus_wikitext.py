"""Wikitext that is unusual or broken: nothing of it raises, and none takes long."""

from __future__ import annotations

import time

import pytest

from index.corpus.file_reading import read
from index.corpus.formats.wikitext import shown
from index.corpus.strand import identity
from index.model.article import Article

BODY = "Le quai nord a rouvert mardi matin à Valombre, après deux ans de travaux et quatre millions d’euros dépensés."


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("{{formatnum:1234}} places", "1234 places"),
        ("{{formatnum|1234}} places", "1234 places"),
        ("{{formatnum}} places", "places"),
        ("== La fête ==", "La fête"),
        (" ===La fête=== ", "La fête"),
        ("== a = b ==", "a = b"),
        ("== La fête", "== La fête"),
        ("== \u2003La fête\t==", "La fête"),
        (f"[http://a.example/{'b' * 500} Le quai]", "Le quai"),
        (f"[[{'Le quai ' * 20}|Le quai]]", "Le quai"),
    ],
)
def test_what_is_shown(written: str, read: str) -> None:
    assert shown(identity(written)).text.strip() == read


def test_a_template_that_stands_for_nothing_does_not_stop_the_others() -> None:
    pages = "".join(
        f"<page><title>{title}</title><ns>0</ns><id>{at}</id><revision><id>{at}</id>"
        f"<timestamp>2023-01-17T08:15:00Z</timestamp><text>{text}</text></revision></page>"
        for at, (title, text) in enumerate(
            [("Le quai", f"{{{{formatnum|1234}}}} places. {BODY}"), ("La criée", BODY)]
        )
    )
    dump = f'<mediawiki xmlns="http://www.mediawiki.org/xml/export-0.10/" xml:lang="fr">{pages}</mediawiki>'
    found = [one for one in read(dump.encode(), relative="a.xml") if isinstance(one, Article)]
    assert [one.title for one in found] == ["Le quai", "La criée"]
    assert found[0].text.count("1234 places.") == 1


@pytest.mark.parametrize(
    "text",
    [
        "==" + " " * 20_000 + "x",
        "== a" * 5_000,
        "=" * 20_000 + "x",
        "[[a" * 10_000,
        "[[a" * 10_000 + "]]" * 10_000,
        "[//a" * 10_000 + "]" * 10_000,
        "{{w|a" * 10_000 + "}}" * 10_000,
    ],
    ids=lambda text: repr(text[:12]),
)
def test_no_wikitext_takes_long(text: str) -> None:
    start = time.process_time()
    shown(identity(text))
    assert time.process_time() - start < 2
