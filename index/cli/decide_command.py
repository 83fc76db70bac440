"""`recoupe decide`: merge, split, rename, hide, accept, refuse, undo… from a script or by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from index.cli.asked import Asked
from index.cli.call import common_options, make_call
from index.cli.deciding_events import EVENT_ACTIONS
from index.errors import RecoupeError
from index.export.documents import FORMAT
from index.model.article import ArticleId, Kind

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from index.cli.call import Call
    from index.interface.texts import Texts
    from index.library import Library
    from index.notebook.decisions import Decision

NAME = "decide"


def command(texts: Texts) -> click.Command:
    @click.command(
        NAME,
        help=texts(
            "Decide about entities, rows, events and dates; without an action, list what was decided."
        ),
    )
    @click.argument("action", type=click.Choice(sorted(_ACTIONS)), default="list")
    @click.argument("values", metavar="[ID|NAME|…]…", nargs=-1)
    @click.option("--form", "forms", multiple=True,
                  help=texts("A spelling to split off; may be repeated."))  # fmt: skip
    @click.option("--article", "articles", multiple=True,
                  help=texts("Split off only in this article; may be repeated."))  # fmt: skip
    @click.option("--reason", default="", help=texts("Why, for whoever reads the decision later."))
    @common_options(texts)
    def decide(
        action: str,
        values: tuple[str, ...],
        forms: tuple[str, ...],
        articles: tuple[str, ...],
        reason: str,
        **options: Any,
    ) -> None:
        call = make_call(options)
        least, usage, run = _ACTIONS[action]
        if len(values) < least:
            raise click.UsageError(call.texts("Write: recoupe decide {usage}", usage=usage))
        with call.library() as library:
            asked = Asked(library, values, forms, articles, reason)
            if library.notebook.problem is not None:
                raise library.notebook.problem
            done = run(asked)
            if action == "proposals":
                _print_proposals(library, call)
            elif action == "list":
                _print_decisions(library, call)
            else:
                _print_done(action, done, library, call)

    return decide


def _merge(asked: Asked) -> list[Decision]:
    from index.notebook.decisions import Merge

    into, *others = (asked.entity(at) for at in range(len(asked.values)))
    if into in others:
        raise RecoupeError("An entity cannot be merged with itself.")
    merge = Merge(into=into, others=tuple(others), reason=asked.reason)
    return [asked.library.decide(merge)]


def _split(asked: Asked) -> list[Decision]:
    if not asked.forms and not asked.articles:
        raise RecoupeError("Say which spelling (--form) or article (--article) is another entity.")
    entity = asked.entity(0)
    known = {
        form.surface for one in asked.library.entities() if one.id == entity for form in one.forms
    }
    for form in asked.forms:
        if form not in known:
            raise RecoupeError(
                "{name} is never spelt {form}.",
                advice="Its spellings: {forms}.",
                name=asked.library.name_of(entity),
                form=form,
                forms=", ".join(sorted(known)),
            )
    return [
        asked.library.split(entity, forms=asked.forms, articles=asked.articles, reason=asked.reason)
    ]


def _rename(asked: Asked) -> list[Decision]:
    from index.notebook.decisions import Rename

    name = " ".join(asked.values[1:]).strip()
    return [asked.library.decide(Rename(entity=asked.entity(0), name=name, reason=asked.reason))]


def _retype(asked: Asked) -> list[Decision]:
    from index.notebook.decisions import Retype

    try:
        kind = Kind(asked.values[1])
    except ValueError as error:
        raise RecoupeError(
            "There is no kind {kind}.",
            advice="Known kinds: {kinds}.",
            kind=asked.values[1],
            kinds=", ".join(kind.value for kind in Kind),
        ) from error
    return [asked.library.decide(Retype(entity=asked.entity(0), kind=kind, reason=asked.reason))]


def _hide(asked: Asked) -> list[Decision]:
    from index.notebook.decisions import Hide

    ids = [asked.entity(at) for at in range(len(asked.values))]
    return [asked.library.decide(Hide(entity=id, reason=asked.reason)) for id in ids]


def _accept(asked: Asked) -> list[Decision]:
    return [asked.library.accept(asked.proposal(id), reason=asked.reason) for id in asked.values]


def _refuse(asked: Asked) -> list[Decision]:
    return [asked.library.refuse(asked.proposal(id), reason=asked.reason) for id in asked.values]


def _date(asked: Asked) -> list[Decision]:
    from index.notebook.decisions import Dating
    from index.notebook.typed_dates import interval

    article = asked.library.article(ArticleId(asked.values[0])).id
    date = asked.values[1]
    if interval(date) is None:
        raise RecoupeError(
            "{date} is no date.", advice="Write 2023, 2023-01 or 2023-01-17.", date=date
        )
    return [asked.library.decide(Dating(article=article, date=date, reason=asked.reason))]


def _note(asked: Asked) -> list[Decision]:
    from index.notebook.decisions import Note

    article = asked.library.article(ArticleId(asked.values[0])).id
    note = " ".join(asked.values[1:])
    return [asked.library.decide(Note(article=article, note=note, reason=asked.reason))]


def _judge(accepted: str) -> Callable[[Asked], list[Decision]]:
    def judge(asked: Asked) -> list[Decision]:
        from index.notebook.verdict import RowAnswer

        *ids, number = asked.values
        rows = asked.library.compare([ArticleId(id) for id in ids]).rows
        if not number.isdecimal() or not 1 <= int(number) <= len(rows):
            raise RecoupeError(
                "There is no row {number}; rows are counted from 1 to {most}.",
                number=number,
                most=len(rows),
            )
        row = rows[int(number) - 1]
        answer = RowAnswer(accepted)
        return [asked.library.judge(row.passages, answer, reason=asked.reason)]

    return judge


def _undo(asked: Asked) -> list[Decision]:
    undone = asked.library.undo()
    if undone is None:
        raise RecoupeError("There is nothing to undo.")
    return [undone]


def _redo(asked: Asked) -> list[Decision]:
    redone = asked.library.redo()
    if redone is None:
        raise RecoupeError("There is nothing to redo.")
    return [redone]


def _withdraw(asked: Asked) -> list[Decision]:
    decisions = asked.library.decisions()
    number = asked.values[0]
    if not number.isdecimal() or not 1 <= int(number) <= len(decisions):
        raise RecoupeError(
            "There is no decision {number}.",
            advice="`recoupe decide` prints them with their numbers.",
            number=number,
        )
    asked.library.withdraw(decisions[int(number) - 1])
    return [decisions[int(number) - 1]]


def _gather(asked: Asked) -> list[Decision]:
    moved = asked.library.gather()
    if not moved:
        raise RecoupeError("There is nothing to gather.")
    return list(moved)


def _nothing(asked: Asked) -> list[Decision]:
    return []


_ACTIONS: dict[str, tuple[int, str, Callable[[Asked], list[Decision]]]] = {
    "merge": (2, "merge KEPT OTHER…", _merge),
    "split": (1, "split ENTITY --form …", _split),
    "rename": (2, "rename ENTITY NAME", _rename),
    "kind": (2, "kind ENTITY KIND", _retype),
    "hide": (1, "hide ENTITY…", _hide),
    "proposals": (0, "proposals", _nothing),
    "accept": (1, "accept PROPOSAL…", _accept),
    "refuse": (1, "refuse PROPOSAL…", _refuse),
    "accept-row": (3, "accept-row ARTICLE ARTICLE… ROW", _judge("accepted")),
    "reject-row": (3, "reject-row ARTICLE ARTICLE… ROW", _judge("rejected")),
    **EVENT_ACTIONS,
    "date": (2, "date ARTICLE 2023-01-17", _date),
    "note": (2, "note ARTICLE TEXT", _note),
    "undo": (0, "undo", _undo),
    "redo": (0, "redo", _redo),
    "withdraw": (1, "withdraw NUMBER", _withdraw),
    "gather": (0, "gather", _gather),
    "list": (0, "list", _nothing),
}
"""Action → how many values it needs, how it is written, what it does."""


def _print_decisions(library: Library, call: Call) -> None:
    from index.notebook.decisions_in_words import decision_document, earlier_states, told

    decisions = library.decisions()
    why = [(lost.decision, lost.why) for lost in library.unapplied()]
    reasons = [next((why for one, why in why if one == decision), None) for decision in decisions]
    if call.json:
        call.print_document(
            {
                "format": FORMAT,
                "file": str(library.notebook.path),
                "decisions": [
                    decision_document(decision, why=reason)
                    for decision, reason in zip(decisions, reasons, strict=True)
                ],
                "proposals": len(library.proposals()),
            }
        )
        return
    listed = zip(decisions, reasons, earlier_states(decisions), strict=True)
    for number, (decision, reason, earlier) in enumerate(listed, start=1):
        line = told(decision, call.texts, name_of=library.name_of, before=library.name_before,
                    earlier=earlier)  # fmt: skip
        remark = f"  ({decision.reason})" if decision.reason else ""
        call.print(f"{number:>4}  {call.styled(line)}{call.styled(remark, dim=True)}")
        if reason is not None:
            lost = call.texts("No longer applies: {why}.", why=call.texts(reason))
            call.print("      " + call.styled(lost, fg="yellow"))
    if not decisions:
        call.narrate(call.texts("Nothing was decided yet."))
    open_ = len(library.proposals())
    if open_:
        call.narrate(
            call.texts.count(
                "{n} proposal waits: recoupe decide proposals",
                "{n} proposals wait: recoupe decide proposals",
                open_,
            )
        )


def _print_proposals(library: Library, call: Call) -> None:
    from index.notebook.decisions_in_words import asked, proposal_document

    found = library.proposals()
    if call.json:
        documents = [proposal_document(proposal, name_of=library.name_of) for proposal in found]
        call.print_document({"format": FORMAT, "proposals": documents})
        return
    for proposal in found:
        question = asked(proposal, call.texts, name_of=library.name_of)
        call.print(f"{call.styled(question, bold=True)}  {call.texts(proposal.reason)}")
        call.print("    " + call.styled(proposal.id, dim=True))
    if not found:
        call.narrate(call.texts("No proposal is open."))


def _print_done(action: str, done: Sequence[Decision], library: Library, call: Call) -> None:
    from index.notebook.decisions_in_words import decision_document, told

    if call.json:
        documents = [decision_document(decision) for decision in done]
        call.print_document(
            {
                "format": FORMAT,
                "action": action,
                "file": str(library.notebook.path),
                "decisions": documents,
            }
        )
        return
    for decision in done:
        line = told(decision, call.texts, name_of=library.name_of, before=library.name_before)
        if action in ("undo", "withdraw", "unlock"):
            line = call.texts("Taken back: {decision}", decision=line)
        call.print(call.styled(line))
