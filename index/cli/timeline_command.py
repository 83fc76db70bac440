"""`recoupe timeline`: the days on which articles appeared and of which they speak, and common
events.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
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
    from index.model.timeline import Appeared

    Loose = Mapping[Period, Sequence[Appeared]]
    """Articles by the span that their date means, where that is longer than those of the chart."""

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
        from index.compare.time_counts import by_precision, chart, unit_for

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
        unit = Unit(by) if by else unit_for(dated, _ROOM)
        precise, loose = by_precision(dated, unit)
        found = chart(precise, told, unit)
        if call.json:
            call.print_document(_document(found, loose, query, len(undated), events))
        else:
            _print(call, found, loose, len(undated), len(dated))

    return timeline


def _print(call: Call, found: Chart, loose: Loose, undated: int, dated: int) -> None:
    t = call.texts
    if not dated and not undated:
        call.narrate(t("Nothing found."))
        return
    most = max((sum(one.sources.values()) for one in found.published), default=1) or 1
    spans = [one.period for one in found.published]
    named = max((len(_words(t, one)) for one in (*spans, *loose)), default=0)
    waiting = sorted(loose)
    for one, spoken in zip(found.published, found.spoken_of, strict=True):
        while waiting and waiting[0].first <= one.period.first:
            _print_loose(call, waiting.pop(0), loose, named)
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
    for period in waiting:
        _print_loose(call, period, loose, named)
    if undated:
        call.print(f"{t('undated'):<{named}} {undated:>6}")
    beyond = [
        t.count("{n} day told lies before", "{n} days told lie before", found.before),
        t.count("{n} after", "{n} after", found.after),
        t.count("{n} is longer than a span", "{n} are longer than a span", found.wider),
    ]
    call.print(call.styled(" · ".join(beyond), dim=True))


def _print_loose(call: Call, period: Period, loose: Loose, named: int) -> None:
    """A line for the articles of which only a longer span is known: « mars 2023 »."""
    call.print(f"{_words(call.texts, period):<{named}} {len(loose[period]):>6}")


def _words(t: Texts, period: Period) -> str:
    return interval(t, period.first.isoformat(), period.last.isoformat())


def _document(
    found: Chart, loose: Loose, query: str, undated: int, events: Sequence[Event]
) -> dict[str, Any]:
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
        "less_precise": sum(map(len, loose.values())),
        "less_precise_spans": [
            {"from": span.first.isoformat(), "to": span.last.isoformat(), "articles": [one.article for one in loose[span]]}
            for span in sorted(loose)
        ],
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
