"""LaTeX: text without commands; title, author and day from their commands; nothing of a comment is read."""

from __future__ import annotations

import pytest

from index.corpus.file_reading import raw_text, read
from index.corpus.formats.latex import NOTES
from index.model.article import Article, Noted, Unread
from tests.test_corpus_kinds import ONE, THREE, TWO

HEAD = r"""\documentclass[12pt,a4paper]{article}
\usepackage[utf8]{inputenc} % une remarque du préambule
\newcommand{\journal}[1]{\textit{#1}}
\title{Le port \emph{rénové}}
\author{Jeanne Vautrin \and Luc Amiel}
\date{17 janvier 2023}
"""


def paper(body: str, head: str = HEAD) -> bytes:
    return (
        f"{head}\\begin{{document}}\n\\maketitle\n{body}\n\\end{{document}}\nJamais lu.\n".encode()
    )


def read_tex(data: bytes) -> tuple[list[Article], list[Noted]]:
    found = list(read(data, relative="a.tex"))
    return [one for one in found if isinstance(one, Article)], [
        one for one in found if isinstance(one, Noted)
    ]


def paragraphs(article: Article) -> list[str]:
    return [span.of(article.text) for span in article.paragraphs]


def test_an_article_has_the_facts_of_its_commands() -> None:
    data = paper(f"{ONE}\n\n% une remarque\n{TWO}")
    (article,), notes = read_tex(data)
    assert (article.title, article.author, article.published.value) == ("Le port rénové", "Jeanne Vautrin, Luc Amiel", "2023-01-17")  # fmt: skip
    assert paragraphs(article) == [ONE, TWO]
    assert notes == []
    raw = raw_text(data, article.encoding)
    for piece in article.pieces:
        if piece.end - piece.start == piece.raw_end - piece.raw_start > 4:
            assert raw[piece.raw_start : piece.raw_end].split() == article.text[piece.start : piece.end].split()  # fmt: skip


MARKED = [
    ("Le \\textbf{maire} de \\emph{Valombre} parle, \\og le port vivra \\fg{}, a-t-il dit.", "Le maire de Valombre parle, « le port vivra », a-t-il dit."),
    ("Le pr\\'efet d\\'e\\c{c}u a re\\c cu le c\\oe ur \\`a No\\\"el, \\^{e}tre \\^\\i le.", "Le préfet déçu a reçu le cœur à Noël, être île."),
    ("Il a co\\^ut\\'e 12~\\% de 3\\,000 euros --- dit-on --, \\& plus encore pour lui.", "Il a coûté 12\u00a0% de 3\u00a0000 euros — dit-on –, & plus encore pour lui."),
    ("Le port\\footnote{Une note de bas de page, sans rapport.} sera rénové dès le mois de mars prochain.", "Le port sera rénové dès le mois de mars prochain."),
    ("Le port sera rénové \\cite{x} dès mars\\label{a}, voir \\href{https://a.test}{le site du port} pour tout savoir.", "Le port sera rénové dès mars, voir le site du port pour tout savoir."),
    ("Le port sera\nrénové dès\n  le mois de mars, % une remarque\nselon le maire.", "Le port sera rénové dès le mois de mars, selon le maire."),
    ("``Le port vivra'', dit le maire de la ville de Valombre, interrogé lundi.", "“Le port vivra”, dit le maire de la ville de Valombre, interrogé lundi."),
    ("{\\large Le {\\it port}} sera rénové \\unknown{dès} le mois de mars prochain.", "Le port sera rénové dès le mois de mars prochain."),
    ("\\begin{quote}Le port sera rénové dès le mois de mars prochain.\\end{quote}", "Le port sera rénové dès le mois de mars prochain."),
    ("\\begin{figure}[h]\\caption{Une image}\\end{figure} Le port sera rénové dès le mois de mars prochain.", "Le port sera rénové dès le mois de mars prochain."),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "text"), MARKED)
def test_commands_are_no_text(marked: str, text: str) -> None:
    (article,), _ = read_tex(paper(f"{ONE}\n\n{marked}\n\n{TWO}"))
    assert [" ".join(one.split(" ")) for one in paragraphs(article)] == [ONE, text, TWO]


def test_what_is_left_out_is_told() -> None:
    _, notes = read_tex(paper(f"{ONE}\\footnote{{Une note.}}\n\n\\begin{{tabular}}{{ll}}a & b\\end{{tabular}}\n\n{TWO}"))  # fmt: skip
    assert [(one.reason, one.number) for one in notes] == [(NOTES, 2)]


@pytest.mark.parametrize("command", ["section", "section*", "chapter", "subsection"])
def test_a_press_review_gives_the_articles_of_its_sections(command: str) -> None:
    body = "\n".join(
        f"\\{command}{{{title}}}\n\\textit{{{outlet}}}, {day} janvier 2023\n\n{text}\n\n{THREE}\n"
        for title, outlet, day, text in (
            ("Le port rénové", "La Gazette du Port", 17, ONE),
            ("Le quai fermé", "Le Phare", 18, TWO),
        )
    )
    articles, _ = read_tex(paper(body))
    told = [(one.title, one.source, one.published.value) for one in articles]
    assert told == [("Le port rénové", "La Gazette du Port", "2023-01-17"), ("Le quai fermé", "Le Phare", "2023-01-18")]  # fmt: skip


def test_sections_of_one_article_leave_it_one() -> None:
    (article,), _ = read_tex(paper(f"\\section{{Avant}}\n{ONE}\n\n\\section{{Après}}\n{TWO}"))
    assert article.title == "Le port rénové"
    assert ONE in article.text and TWO in article.text


def test_the_day_of_printing_is_none_of_the_article() -> None:
    (article,), _ = read_tex(paper(ONE + TWO, HEAD.replace("17 janvier 2023", "\\today")))
    assert article.published.value is None


def test_a_file_without_a_document_is_read_whole() -> None:
    (article,), _ = read_tex(f"\\section{{Le port rénové}}\n{ONE}\n\n{TWO}\n".encode())
    assert paragraphs(article)[-2:] == [ONE, TWO]


@pytest.mark.parametrize(
    "text", ["{" * 50_000, "\\section{" * 20_000, "\\begin{figure}" * 5_000, "\\'" * 30_000, "[" * 50_000, "\\x[" * 20_000, "%\n" * 30_000],
)  # fmt: skip
def test_mangled_commands_take_no_long(text: str) -> None:
    assert all(isinstance(one, Article | Noted | Unread) for one in read(text.encode(), relative="a.tex"))  # fmt: skip
