"""A pasted claim: the passages that say it, deny it or give another value, and its first source."""

from __future__ import annotations

from sys import maxsize
from typing import TYPE_CHECKING, Any

from index.export.documents import FORMAT, date_json

if TYPE_CHECKING:
    from index.cli.call import Call
    from index.compare.claim import ClaimPassage
    from index.model.article import Article


def answer_claim(text: str, call: Call, *, limit: int) -> None:
    """Prints the answer, as lines or as one JSON document: at most `limit` passages (0: all), and the first source's
    besides.
    """
    # Imported here: only this command reads claims.
    from index.compare.claim import SIGNS

    with call.library() as library:
        found = library.claim(text, most=limit or maxsize)
        articles = {said.article: library.article(said.article) for said in found}
    first = next((articles[said.article] for said in found if said.first), None)
    if call.json:
        call.print_document(_document(text, found, articles, first))
        return
    t = call.texts
    if first is not None:
        source = first.source or t("source not stated")
        among = any(said.among_first for said in found)
        told = (
            "Among the first to say it: {source}, {date}"
            if among
            else "First said: {source}, {date}"
        )
        call.print(call.styled(t(told, source=source, date=t.date(first.published)), bold=True))
        call.print()
    for said in found:
        article = articles[said.article]
        source = article.source or t("source not stated")
        head = f"{SIGNS[said.told]} {t(said.told.value)} · {source} · {t.date(article.published)} · {said.article}"
        call.print(call.styled(head, bold=True))
        call.print(call.styled(f"  {said.text}"))
    call.narrate(t.count("{n} passage", "{n} passages", len(found)))


def _document(
    text: str, found: tuple[ClaimPassage, ...], articles: dict[Any, Article], first: Article | None
) -> dict[str, Any]:
    return {
        "format": FORMAT,
        "claim": text,
        "first": {
            "id": first.id, "title": first.title, "source": first.source,
            "published": date_json(first.published),
            "among_first": any(said.among_first for said in found),
        } if first else None,
        "says": [
            {
                "id": said.article, "span": list(said.span), "part": said.part, "text": said.text,
                "relation": said.told.value,
                "published": date_json(articles[said.article].published),
                "score": round(said.score, 3),
            }
            for said in found
        ],
    }  # fmt: skip
