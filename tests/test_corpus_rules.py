"""What a reader teaches about a source, and what its pages teach by repeating themselves."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.corpus.file_reading import read
from index.corpus.noise import NoiseLearner, by_source, noise_key, without_noise
from index.corpus.rules import load_rules
from index.errors import SettingsError
from index.model.article import Article
from index.model.text import Span, TextMap

PROSE = "Le conseil a voté le budget numéro {n}, qui prévoit de réparer la digue et le phare."


def article(text: str, relative: str = "gazette/a.txt", **kwargs: object) -> Article:
    (found,) = read(text.encode(), relative=relative, **kwargs)  # type: ignore[arg-type]
    assert isinstance(found, Article)
    return found


def test_rules_name_source_fields_and_noise(tmp_path: Path) -> None:
    (tmp_path / "recoupe-gazette.yaml").write_text(
        "source: La Gazette\nfiles: [gazette/]\nfields: {surtitre: section}\n"
        "noise: [Le port en direct, '/Édition du .*/']\nkeep: [Publicité]\n",
        "utf-8",
    )
    (tmp_path / "recoupe-other.yaml").write_text("autre: 1\n", "utf-8")
    book = load_rules(tmp_path)
    assert book.rules_for("ailleurs/a.txt") is None
    rules = book.rules_for("gazette/a.md")
    assert rules is not None
    text = (
        "---\nsurtitre: Mer\n---\n# Un titre\n\nLe port en direct\n\nÉdition du soir\n\nPublicité\n\n"
        + PROSE.format(n=1)
    )
    found = article(text, "gazette/a.md", rules=rules)
    assert (found.source, found.section) == ("La Gazette", "Mer")
    assert [span.of(found.text) for span in found.paragraphs] == ["Publicité", PROSE.format(n=1)]
    assert [aside.reason for aside in found.set_aside].count("rule") == 2


@pytest.mark.parametrize(
    "text",
    [
        "source: [a\n",
        "source: A\nbruit: [x]\n",
        "source: A\nnoise: x\n",
        "source: A\nnoise: ['/(/']\n",
        "source: A\nfields: {a: inconnu}\n",
    ],
)
def test_broken_rules_are_an_error(text: str, tmp_path: Path) -> None:
    (tmp_path / "recoupe-a.yaml").write_text(text, "utf-8")
    with pytest.raises(SettingsError):
        load_rules(tmp_path)


LINE = "Retrouvez la Gazette en kiosque le samedi matin"


def make_articles() -> list[Article]:
    return [
        article(
            f"Un titre pour l’article {n}\n\n{PROSE.format(n=n)}\n\n{LINE}\n\n{PROSE.format(n=n)[:-1]}, enfin.",
            f"gazette/{n}.txt",
        )
        for n in range(6)
    ]


def test_lines_that_a_source_repeats_are_learnt_and_set_aside() -> None:
    learner = NoiseLearner()
    found = make_articles()
    for one in (*found, found[0]):
        learner.add(one)
    (line,) = learner.learnt()
    assert (line.text, line.articles, line.source) == (LINE, 6, "gazette")
    assert learner.learnt(keep=[LINE]) == ()
    clean = without_noise(found[2], by_source([line])[noise_key(found[2])])
    assert LINE not in clean.text
    assert len(clean.paragraphs) == 2
    assert LINE in clean.set_aside_texts
    assert [span.of(clean.text) for span in clean.paragraphs] == [
        found[2].paragraphs[0].of(found[2].text),
        found[2].paragraphs[2].of(found[2].text),
    ]
    back, before = TextMap(clean.pieces), TextMap(found[2].pieces)
    end = clean.paragraphs[1]
    assert back.raw_span(end) == before.raw_span(found[2].paragraphs[2])
    assert back.raw_span(Span(0, 5)) == before.raw_span(Span(0, 5))


def test_few_articles_teach_nothing() -> None:
    learner = NoiseLearner()
    for one in make_articles()[:3]:
        learner.add(one)
    assert learner.learnt() == ()


@pytest.mark.parametrize(
    ("line", "articles", "without", "learnt"),
    [
        (LINE, 4, 0, True),
        (LINE, 3, 0, False),
        (LINE, 4, 16, True),  # a fifth
        (LINE, 4, 17, False),
        (f"{LINE} avec toute la région en images.", 10, 0, True),
        (f"{LINE} avec toute la région en images.", 9, 0, False),
        (f"{LINE} avec toute la région en images.", 10, 10, True),  # half
        (f"{LINE} avec toute la région en images.", 10, 11, False),
    ],
)
def test_a_whole_sentence_must_return_more_often_than_a_label(
    line: str, articles: int, without: int, learnt: bool
) -> None:
    assert learnt_of(line, articles, without) == ([line] if learnt else [])


@pytest.mark.parametrize(
    ("line", "learnt"),
    [
        # A sentence that agencies may repeat is no label: told in a whole sentence, …
        ("Le conseil de votre ville se réunit lundi.", True),
        ("Le conseil de votre ville se réunit lundi soir.", False),
        # … or in a short one that speaks neither to the reader nor of the page.
        ("La pluie revient.", True),
        ("La pluie revient demain.", False),
        # What is longer than a label is not looked at.
        ("mot " * 39 + "mot", True),
        ("mot " * 40 + "mot", False),
        ("beaucoup " * 34 + "a" * 14, True),  # 320 characters
        ("beaucoup " * 34 + "a" * 15, False),
    ],
)
def test_what_counts_as_a_label(line: str, learnt: bool) -> None:
    assert learnt_of(line, 6, 0) == ([line] if learnt else [])


def learnt_of(line: str, articles: int, without: int) -> list[str]:
    """What is learnt when a line stands in some articles of a source, and not in others."""
    learner = NoiseLearner()
    for number in range(articles + without):
        body = PROSE.format(n=number)
        parts = [f"Un titre pour l’article {number}", body, f"{body[:-1]}, enfin."]
        if number < articles:
            parts.insert(2, line)
        learner.add(article("\n\n".join(parts), f"gazette/{number}.txt"))
    return [found.text for found in learner.learnt()]
