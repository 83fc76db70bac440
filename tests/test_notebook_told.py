"""Each line of what was decided tells something of its own: an entry of the notebook and its changes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from index.interface.texts import texts_for
from index.model.article import ArticleId
from index.notebook.decisions import Kept, KeptKind, KeptState
from index.notebook.decisions_in_words import earlier_states, told

ENTRY = Kept(id="e", kind=KeptKind.PASSAGE, article=ArticleId("a"), text="Le quai ferme", order=1.0)
NOTED = replace(ENTRY, note="qui le dit ?")
TAGGED = replace(NOTED, tags=("quai", "port"))
READ = replace(TAGGED, state=KeptState.READ)
MOVED = replace(READ, order=4.5)
BARE = replace(MOVED, note="", tags=())


def _lines(*decisions: Kept) -> list[str]:
    t = texts_for("fr")
    return [
        told(one, t, name_of=str, before=str, earlier=earlier)
        for one, earlier in zip(decisions, earlier_states(decisions), strict=True)
    ]


def test_no_change_of_an_entry_reads_as_the_entry_does() -> None:
    first, *changes = _lines(ENTRY, NOTED, TAGGED, READ, MOVED, BARE)
    assert first == "Au carnet\u00a0: Le quai ferme (a)"
    assert [line.removeprefix(first) for line in changes] == [
        " · ✎ qui le dit ?",
        " · #quai #port",
        " · lu",
        " · déplacé",
        " · sans note · sans étiquette",
    ]


@pytest.mark.parametrize("decision", [NOTED, TAGGED, READ])
def test_an_entry_that_was_kept_with_a_note_tells_it(decision: Kept) -> None:
    (line,) = _lines(decision)
    assert "✎ qui le dit ?" in line and line.count("#") == len(decision.tags)


def test_two_entries_do_not_replace_each_other() -> None:
    other = replace(NOTED, id="f")
    assert list(earlier_states([ENTRY, other, TAGGED])) == [None, None, ENTRY]
