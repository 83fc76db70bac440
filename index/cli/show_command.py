"""`recoupe show`: one article with everything found in it and everything set aside from it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from index.cli.call import common_options, make_call
from index.cli.layout import header_lines, paragraphs, shortened
from index.corpus.walls import is_walled
from index.export.documents import article_document
from index.interface.accounts import kept_whole, with_signs
from index.interface.repairs_in_words import mended
from index.model.article import ArticleId

if TYPE_CHECKING:
    from index.cli.call import Call
    from index.interface.texts import Texts
    from index.model.article import Article

NAME = "show"


def command(texts: Texts) -> click.Command:
    @click.command(NAME, help=texts("Show one article, with what was found and set aside."))
    @click.argument("id")
    @common_options(texts)
    def show(id: str, **options: Any) -> None:
        call = make_call(options)
        with call.library() as library:
            article = library.article(ArticleId(id))
            if call.json:
                beside = library.articles_in_file(article.path)
                call.print_document(article_document(article, articles_in_file=beside))
                return
            _print(article, call)
            entities = library.entities_of(article.id)
        if entities:
            call.print(call.styled(call.texts("Named in it"), bold=True))
        for entity in entities:
            forms = " · ".join(f"{form.surface} {form.mentions}" for form in entity.forms)
            kind = call.texts(entity.kind.value)
            call.print(f"  {call.styled(entity.name)} ({kind}): {call.styled(forms)}")

    return show


def _print(article: Article, call: Call) -> None:
    for line in header_lines(article, call):
        call.print(line)
    if is_walled(article.set_aside_texts):
        call.print(
            call.styled(
                call.texts("The page says that more of the article lies behind a wall."), dim=True
            )
        )
    if told := kept_whole(call.texts, article):
        call.print(call.styled(told, dim=True))
    call.print()
    for line in paragraphs(article.text, article.paragraphs):
        call.print(line)
    if article.set_aside:
        call.print(call.styled(call.texts("Set aside"), bold=True))
    for entry, text in zip(article.set_aside, article.set_aside_texts, strict=True):
        reason = with_signs(call.texts, entry.reason, entry.signs)
        call.print(f"  [{reason}] {call.styled(shortened(text))}")
    if article.repairs:
        call.print(call.styled(call.texts("Repaired or proposed"), bold=True))
    for repair in article.repairs:
        mark = call.texts("proposed") if repair.proposed else call.texts("repaired")
        reason = call.texts(repair.reason)
        call.print(f"  [{mark}: {reason}] {call.styled(mended(article, repair))}")
