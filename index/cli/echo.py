"""The meaning that a query was given, in words, and what to loosen when it finds nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.interface.days import proposal_label
from index.query.printing import in_language
from index.text.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from index.cli.call import Call
    from index.model.found import Page

_FORMS = 8
"""The most forms of a word that are listed; with more, only their number is told."""


def echo_lines(page: Page, call: Call) -> Iterator[str]:
    """The query as it was understood, and below it each word that also finds other forms."""
    texts = call.texts
    understood = visible(in_language(page.understood, texts.language)) or texts(
        "all articles, since no word is asked for"
    )
    yield texts("Understood: {query}", query=understood)
    for cover in page.covers:
        forms = ", ".join(visible(form) for form in cover.forms[:_FORMS])
        told = f"  {visible(cover.word)} → {forms or '–'}"
        more = cover.count - len(cover.forms[:_FORMS])
        if more > 0:
            told += " " + texts.count("… and {n} more", "… and {n} more", more)
        yield told
        for word, articles in cover.others:
            yield "    " + texts.count(
                "Another word: {word}, in {n} article", "Another word: {word}, in {n} articles",
                articles, word=visible(word),
            )  # fmt: skip
        if not cover.complete:
            yield "    " + texts.count(
                "It covers too many words: only the {n} most frequent are looked for.",
                "It covers too many words: only the {n} most frequent are looked for.",
                cover.count,
            )


def proposal_lines(page: Page, call: Call) -> Iterator[str]:
    """For dates among the words: the number of articles published then, and the query for them."""
    for proposal in page.proposals:
        label = proposal_label(proposal, call.texts)
        number = call.texts.number(proposal.total)
        yield f"  {label}{call.texts(': {n}', n=number)}  →  {visible(proposal.query)}"


def hint_lines(page: Page, call: Call) -> Iterator[str]:
    """For each part that finds nothing: words near to it, or the query without it."""
    texts = call.texts
    for hint in page.hints:
        part = visible(in_language(hint.instead_of, texts.language))
        if hint.use is None:
            yield "  " + texts.count(
                "Without {part}: {n} article", "Without {part}: {n} articles",
                hint.articles, part=part,
            )  # fmt: skip
        else:
            yield "  " + texts.count(
                "Nothing with {part}; with {word} instead: {n} article",
                "Nothing with {part}; with {word} instead: {n} articles",
                hint.articles, part=part, word=visible(in_language(hint.use, texts.language)),
            )  # fmt: skip
