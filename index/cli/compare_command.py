"""`recoupe compare`: several sources side by side, statement by statement."""

from __future__ import annotations

import string
from typing import TYPE_CHECKING, Any

import click

from index.cli.call import common_options, make_call
from index.cli.comparison_documents import comparison_document
from index.model.article import ArticleId

if TYPE_CHECKING:
    from collections.abc import Iterable

    from index.cli.call import Call
    from index.model.article import Article
    from index.model.comparison import Comparison
    from index.model.text import Span
    from index.texts import Texts

NAME = "compare"


def command(texts: Texts) -> click.Command:
    @click.command(NAME, help=texts("Hold two to four articles against each other."))
    @click.argument("ids", metavar="ID ID [ID …]", nargs=-1, required=True)
    @common_options(texts)
    def compare(ids: tuple[str, ...], **options: Any) -> None:
        call = make_call(options)
        if len(ids) < 2:
            raise click.UsageError(call.texts("Name at least two articles."))
        with call.library() as library:
            comparison = library.compare([ArticleId(id) for id in ids])
            if call.json:
                call.print_document(comparison_document(comparison))
                return
            articles = [library.article(id) for id in comparison.articles]
        _print(comparison, articles, call)

    return compare


def _print(comparison: Comparison, articles: list[Article], call: Call) -> None:
    texts = call.texts
    letters = dict(zip(comparison.articles, string.ascii_uppercase, strict=False))
    text_of = {article.id: article.text for article in articles}

    def said(article: ArticleId, spans: Iterable[Span]) -> str:
        # What an article says in several places in the same words is shown once.
        return " […] ".join(dict.fromkeys(text_of[article][start:end] for start, end in spans))

    for article in articles:
        source = article.source or texts("source unknown")
        date = texts.date(article.published)
        call.print(f"{letters[article.id]}  {call.styled(article.title, bold=True)}")
        call.print(f"   {call.styled(f'{source} · {date} · {article.id}', dim=True)}")
    _heading(call, "Statements", len(comparison.rows))
    for row in comparison.rows:
        why = ", ".join(texts(evidence.value) for evidence in row.because)
        call.print(f"{texts(row.strength.value)} {texts.number(round(row.score, 2))} ({why})")
        for passage in row.passages:
            call.print(f"  {letters[passage.article]}  {call.styled(said(*_parts(passage)))}")
    _heading(call, "Quotes", len(comparison.quotes))
    for line in comparison.quotes:
        for use in line.uses:
            call.print(
                f"  {letters[use.article]} [{texts(use.relation.value)}] "
                f"« {call.styled(said(use.article, use.spans))} »"
            )
        call.print()
    _heading(call, "Differences", len(comparison.differences))
    for difference in comparison.differences:
        why = f" ({texts(difference.why)})" if difference.why else ""
        verdict = f"{texts(difference.verdict.value)}{why}"
        if len(difference.sides) > 2 and difference.pairs:
            held = (f"{letters[h.one]}–{letters[h.other]} {texts(h.verdict.value)}"
                    for h in difference.pairs)  # fmt: skip
            verdict = f"{verdict} [{', '.join(held)}]"
        label = texts(difference.label)
        call.print(f"  {call.styled(label)}: {verdict}" if label else f"  {verdict}")
        for side in difference.sides:
            call.print(f"    {letters[side.article]}  {call.styled(said(*_parts(side)))}")
    for only in comparison.only:
        _heading(call, "Only {letter}", len(only.spans), letter=letters[only.article])
        for span in only.spans:
            call.print(f"  {call.styled(said(only.article, [span]))}")


def _parts(passage: Any) -> tuple[ArticleId, Iterable[Span]]:
    return passage.article, passage.spans


def _heading(call: Call, label: str, number: int, **values: object) -> None:
    call.print()
    call.print(call.styled(f"{call.texts(label, **values)} ({number})", bold=True))
