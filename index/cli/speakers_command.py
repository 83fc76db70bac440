"""`recoupe speakers`: the speakers with their quotations, and the place, day, verb and manner of
each.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from index.cli.call import common_options, make_call
from index.cli.wishes import tell_folder_among
from index.export.documents import speakers_document
from index.interface.saying import manner_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.cli.call import Call
    from index.interface.texts import Texts
    from index.model.quoting import Quoted, Quoting

NAME = "speakers"


def command(texts: Texts) -> click.Command:
    @click.command(NAME, help=texts("Who is quoted, and what each says, by date."))
    @click.argument("name", required=False, default="")
    @click.option("--limit", type=click.IntRange(min=0), metavar="N", default=0,
                  help=texts("How many; all unless given."))  # fmt: skip
    @common_options(texts)
    def speakers(name: str, limit: int, **options: Any) -> None:
        call = make_call(options)
        tell_folder_among((name,), call)
        with call.library() as library:
            found = library.speakers(name)
        shown = found[:limit] if limit else found
        if call.json:
            call.print_document(speakers_document(shown))
            return
        _print(call, shown, every=bool(name))
        if not found:
            call.narrate(
                call.texts("Nobody of that name is quoted." if name else "Nobody is quoted.")
            )

    return speakers


def _print(call: Call, found: Sequence[Quoting], *, every: bool) -> None:
    for one in found:
        call.print(f"{len(one.quotes):>6}  {call.styled(one.name, bold=True)}")
        for quoted in one.quotes if every else ():
            for line in _lines(call, quoted):
                call.print(line)


def _lines(call: Call, quoted: Quoted) -> list[str]:
    texts = call.texts
    where = (
        texts.date(quoted.published),
        quoted.source or texts("source not stated"),
        quoted.article,
        manner_words(texts, quoted.said),
    )
    lines = [
        "        " + call.styled(" · ".join(part for part in where if part), dim=True),
        "        « " + call.styled(" ".join(quoted.text.split())) + " »",
    ]
    if quoted.also:
        told = texts("The same words are given to {names}.", names=", ".join(quoted.also))
        lines.append("        " + call.styled(f"≠ {told}"))
    return lines
