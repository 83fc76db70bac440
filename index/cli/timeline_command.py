"""`recoupe timeline`: the days on which articles appeared and of which they speak, and common
events.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import click

from index.cli.call import common_options, make_call
from index.cli.wishes import tell_folder_among
from index.export.documents import FORMAT
from index.interface.days import interval
from index.model.found import SearchRequest
from index.model.timeline import Period, Unit

if TYPE_CHECKING:
    from index.cli.call import Call
    from index.compare.time_counts import Chart
    from index.interface.texts import Texts
    from index.model.events import Event

NAME = "timeline"
_ROOM = 60
"""The most spans for which a shorter unit is chosen automatically."""
_BAR = 40


def command(texts: Texts) -> click.Command:
    @click.command(NAME, help=texts("When the articles appeared, and which days they speak of."))
    @click.argument("query", required=False, default="")
    @click.option("--by", type=click.Choice([one.value for one in Unit]), default=None,
                  help=texts("Length of a span; what has room unless given."))  # fmt: skip
    @common_options(texts)
    def timeline(query: str, by: str | None, **options: Any) -> None:
        from index.compare.time_counts import chart, unit_for

        call = make_call(options)
        tell_folder_among((query,), call)
        with call.library() as library:
            dated, undated = library.appeared(SearchRequest(query=query, finished=True))
            told = library.days_told([one.article for one in dated])
            ids = {one.article for one in dated}
            events = [
                event
                for event in library.events()
                if sum(one.article in ids for one in event.articles) > 1
            ]
        found = chart(dated, told, Unit(by) if by else unit_for(dated, _ROOM))
        if call.json:
            call.print_document(_document(found, query, len(undated), events))
        else:
            _print(call, found, len(undated), len(dated))

    return timeline


def _print(call: Call, found: Chart, undated: int, dated: int) -> None:
    t = call.texts
    if not dated and not undated:
        call.narrate(t("Nothing found."))
        return
    most = max((sum(one.sources.values()) for one in found.published), default=1) or 1
    named = max((len(_words(t, one.period)) for one in found.published), default=0)
    for one, spoken in zip(found.published, found.spoken_of, strict=True):
        number, inferred = sum(one.sources.values()), sum(one.inferred.values())
        if not number and not spoken.articles:
            continue
        sure = round((number - inferred) / most * _BAR)
        bar = "█" * sure + "▒" * (round(number / most * _BAR) - sure)
        speaking = t.count("{n} article speaks of it", "{n} articles speak of it", spoken.articles)
        name = _words(t, one.period)
        call.print(
            f"{name:<{named}} {number:>6}  {bar:<{_BAR}}  "
            + call.styled(speaking if spoken.articles else "", dim=True)
        )
    if undated:
        call.print(f"{t('undated'):<{named}} {undated:>6}")
    beyond = [
        t.count("{n} day told lies before", "{n} days told lie before", found.before),
        t.count("{n} after", "{n} after", found.after),
        t.count("{n} is longer than a span", "{n} are longer than a span", found.wider),
    ]
    call.print(call.styled(" · ".join(beyond), dim=True))


def _words(t: Texts, period: Period) -> str:
    return interval(t, period.first.isoformat(), period.last.isoformat())


def _document(found: Chart, query: str, undated: int, events: Sequence[Event]) -> dict[str, Any]:
    return {
        "format": FORMAT,
        "query": query,
        "by": found.unit.value,
        "published": [
            {
                "from": one.period.first.isoformat(),
                "to": one.period.last.isoformat(),
                "articles": list(one.articles),
                "inferred": sum(one.inferred.values()),
                "sources": [
                    {"source": source or None, "articles": number, "inferred": one.inferred.get(source, 0)}
                    for source, number in sorted(one.sources.items(), key=lambda pair: (-pair[1], pair[0]))
                ],
                "spoken_of": {"articles": spoken.articles, "inferred": spoken.inferred},
            }
            for one, spoken in zip(found.published, found.spoken_of, strict=True)
        ],
        "undated": undated,
        "less_precise": found.wide,
        "told_before": found.before,
        "told_after": found.after,
        "told_longer": found.wider,
        "events": [
            {
                "id": event.id,
                "label": event.label,
                "from": event.earliest,
                "to": event.latest,
                "articles": [one.article for one in event.articles],
            }
            for event in events
        ],
    }  # fmt: skip
