"""The file of decisions: small, sorted, never lost, comments kept, undo the inverse of deciding."""

from __future__ import annotations

import contextlib
import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from index.errors import SettingsError
from index.model.article import ArticleId, EntityId, Kind
from index.notebook.decisions import (
    SECTIONS,
    Apart,
    Cited,
    Dating,
    Decision,
    EventLock,
    EventMerge,
    EventMove,
    EventSplit,
    FactJudged,
    Hide,
    Merge,
    Note,
    OnePerson,
    Rename,
    Retype,
    RowVerdict,
    Slip,
    Split,
)
from index.notebook.notebook import Notebook
from index.notebook.written import decisions_in, read, with_decision, without_decision

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)

words = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), min_size=1, max_size=20
)
ids = st.sampled_from([EntityId(f"person:{name}") for name in ("a", "b", "c", "d-e")])
articles = st.sampled_from([ArticleId(name) for name in ("rabat", "nador#2", "l'écho: 1")])
cited = st.builds(
    Cited, article=articles, span=st.tuples(st.integers(0, 9), st.integers(9, 99)), text=words
)
decisions = st.one_of(
    st.builds(
        Merge, into=ids, others=st.lists(ids, min_size=1, max_size=3).map(tuple), reason=words
    ),
    st.builds(Split, entity=ids, into=ids, forms=st.lists(words, max_size=3).map(tuple)),
    st.builds(Rename, entity=ids, name=words, reason=words | st.just("")),
    st.builds(Retype, entity=ids, kind=st.sampled_from(Kind)),
    st.builds(Hide, entity=ids),
    st.builds(Apart, kept=ids, other=ids),
    st.builds(OnePerson, entity=ids, articles=st.lists(articles, max_size=2).map(tuple)),
    st.builds(Slip, entity=ids, surface=words, accepted=st.booleans()),
    st.builds(
        RowVerdict,
        accepted=st.booleans(),
        passages=st.lists(cited, min_size=2, max_size=3).map(tuple),
    ),
    st.builds(
        FactJudged,
        accepted=st.booleans(),
        about=st.sampled_from(["count", "time"]),
        passages=st.lists(cited, min_size=2, max_size=3).map(tuple),
    ),
    st.builds(EventMove, article=articles, to=st.lists(articles, max_size=2).map(tuple)),
    st.builds(EventMerge, articles=st.lists(articles, min_size=2, max_size=3).map(tuple)),
    st.builds(
        EventSplit,
        articles=st.lists(articles, min_size=1, max_size=2).map(tuple),
        rest=st.lists(articles, min_size=1, max_size=2).map(tuple),
    ),
    st.builds(EventLock, articles=st.lists(articles, min_size=2, max_size=3).map(tuple)),
    st.builds(Dating, article=articles, date=st.sampled_from(["2023", "2023-01", "2023-01-17"])),
    st.builds(Note, article=articles, note=words),
)


def notebook(folder: Path) -> Notebook:
    return Notebook(folder / "decisions.yaml", state=folder / "state", clock=lambda: NOON)


@settings(max_examples=40, deadline=None)
@given(st.lists(decisions, max_size=6))
def test_what_is_decided_is_read_again(made: list[Decision]) -> None:
    with tempfile.TemporaryDirectory() as name:
        book = notebook(Path(name))
        kept = [book.decide(decision) for decision in made]
        assert list(book.decisions) == kept
        assert notebook(Path(name)).decisions == book.decisions
        assert sorted(d.when for d in kept) == [d.when for d in kept]


@settings(max_examples=40, deadline=None)
@given(st.lists(decisions, min_size=1, max_size=6), st.data())
def test_undo_is_the_inverse_of_deciding(made: list[Decision], data: st.DataObject) -> None:
    with tempfile.TemporaryDirectory() as name:
        book = notebook(Path(name))
        texts = [""]
        for decision in made:
            book.decide(decision)
            texts.append(book.path.read_text("utf-8"))
        steps = data.draw(st.integers(1, len(made)))
        for _ in range(steps):
            book.undo()
        undone = book.path.read_text("utf-8")
        assert book.decisions == decisions_in(read(texts[-1 - steps], name="x"))
        for _ in range(steps):
            book.redo()
        assert book.path.read_text("utf-8") == texts[-1]
        assert undone != texts[-1]


def test_a_new_decision_ends_what_can_be_redone(tmp_path: Path) -> None:
    book = notebook(tmp_path)
    book.decide(Hide(entity=EntityId("person:a")))
    book.undo()
    book.decide(Hide(entity=EntityId("person:b")))
    assert book.redo() is None
    book.undo()
    assert book.undo() is None


COMMENTED = """\
# Les noms de ce corpus.
format: 1

merged:
# Deux graphies, une personne.
- into: person:b   # la bonne
  others: [person:c]
  when: '2026-01-01T00:00:00.000Z'
# Voir la une de mars.
- {into: person:d, others: [person:e], when: '2026-01-02T00:00:00.000Z'}

# À revoir.
hidden:
  - entity: place:x
    reason: >
      un nom
      de rue
    when: '2026-01-03T00:00:00.000Z'
"""


@pytest.mark.parametrize(
    "decision",
    [
        Merge(into=EntityId("person:a"), others=(EntityId("person:z"),), when="2027"),
        Merge(into=EntityId("person:c"), others=(EntityId("person:z"),), when="2027"),
        Merge(into=EntityId("person:z"), others=(EntityId("person:y"),), when="2027"),
        Hide(entity=EntityId("place:a"), when="2027"),
        Hide(entity=EntityId("place:z"), when="2027"),
        Rename(entity=EntityId("place:z"), name="Z", when="2027"),
        Note(article=ArticleId("z"), note="Z: « a »", when="2027"),
    ],
)
def test_other_lines_stay_as_they_are(decision: Decision) -> None:
    changed = with_decision(COMMENTED, decision, name="x")
    lines = iter(changed.splitlines())
    assert all(line in lines for line in COMMENTED.splitlines()), changed
    before = decisions_in(read(COMMENTED, name="x"))
    assert decisions_in(read(changed, name="x")) == (*before, decision)
    assert without_decision(changed, decision, name="x") == COMMENTED


def test_comments_survive_the_decision_that_they_stand_beside() -> None:
    text = COMMENTED
    for decision in decisions_in(read(COMMENTED, name="x")):
        text = without_decision(text, decision, name="x")
    assert [line for line in text.splitlines() if line] == [
        "# Les noms de ce corpus.",
        "format: 1",
        "# Deux graphies, une personne.",
        "# la bonne",
        "# Voir la une de mars.",
        "# À revoir.",
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("hidden: [a", "line"),
        ("- a", "keys and values"),
        ("hiden:\n- entity: a\n", "hidden"),
        ("hidden: yes\n", "list"),
        ("hidden:\n- entity: a\n  why: b\n", "why"),
        ("kinds:\n- entity: a\n  kind: river\n", "river"),
        ("\n\nhidden:\n- reason: a\n", "line 4"),
        ("format: 2\n", "format 2"),
    ],
)
def test_a_broken_file_is_told_and_kept(tmp_path: Path, text: str, told: str) -> None:
    path = tmp_path / "decisions.yaml"
    path.write_text(text, "utf-8")
    book = notebook(tmp_path)
    assert book.problem is not None and told in str(book.problem)
    for change in (lambda: book.decide(Hide(entity=EntityId("a"))), book.undo):
        with pytest.raises(SettingsError):
            change()
    assert path.read_text("utf-8") == text


def test_the_last_readable_decisions_stay_in_force(tmp_path: Path) -> None:
    book = notebook(tmp_path)
    book.decide(Hide(entity=EntityId("person:a")))
    book.path.write_text("hidden: [", "utf-8")
    assert not book.refresh()
    assert len(book.decisions) == 1


@settings(max_examples=200, deadline=None)
@given(st.lists(decisions, min_size=1, max_size=5), st.data())
def test_every_comment_outlives_every_operation(made: list[Decision], data: st.DataObject) -> None:
    text = commented(made, data)
    comments = [line.partition("# §")[2] for line in text.splitlines() if "# §" in line]
    for _ in range(data.draw(st.integers(1, 6))):
        standing = decisions_in(read(text, name="x"))
        if standing and data.draw(st.booleans()):
            gone = data.draw(st.sampled_from(standing))
            text = without_decision(text, gone, name="x")
            assert len(decisions_in(read(text, name="x"))) == len(standing) - 1
        else:
            text = with_decision(text, data.draw(decisions), name="x")
            assert len(decisions_in(read(text, name="x"))) == len(standing) + 1
        kept = [line.partition("# §")[2] for line in text.splitlines() if "# §" in line]
        assert sorted(kept) == sorted(comments)


def commented(made: list[Decision], data: st.DataObject) -> str:
    """A file with these decisions, some in a row, and comments on and between its lines."""
    text = ""
    for decision in made:
        text = with_decision(text, decision, name="x")
    if data.draw(st.booleans()):
        content = yaml.safe_load(text)
        section = data.draw(st.sampled_from([key for key in content if key != "format"]))
        in_a_row = yaml.safe_dump(content.pop(section), default_flow_style=True, width=40)
        text = yaml.safe_dump(content, allow_unicode=True, sort_keys=False)
        text += f"{section}:\n  " + in_a_row.replace("\n", "\n  ").rstrip() + "\n"
    lines = text.split("\n")
    for number in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(lines) - 1))
        if "# §" in lines[at]:
            continue
        if data.draw(st.booleans()) or not lines[at]:
            indent = data.draw(st.sampled_from(["", "  ", "    "]))
            new = [*lines[:at], f"{indent}# §{number} {indent}said: [x", *lines[at:]]
        else:
            new = [*lines[:at], f"{lines[at]}  # §{number} why: {{", *lines[at + 1 :]]
        # Inside a text over several lines it would be none.
        with contextlib.suppress(SettingsError):
            if decisions_in(read("\n".join(new), name="x")) == decisions_in(
                read("\n".join(lines), name="x")
            ):
                lines = new
    return "\n".join(lines)


BROKEN_OVER_LINES = [
    # A line inside of quotation marks that begins like a comment.
    'merged:\n  [{into: a, others: [b], reason: "x\\\n      # y"}]\nnotes:\n- article: z\n  note: n\n',
    "renamed:\n- entity: a\n  name: 'x\n\n    # y'\nnotes:\n- article: z\n  note: n\n",
    # The bracket that closes a list on a line of its own.
    "hidden: [\n  {entity: a},\n  {entity: b}\n]\nnotes: []\n",
    "hidden:\n  [\n  {entity: a}  # §\n  # §\n  ]\n# §\n",
    "hidden: [\n]\nnotes:\n- article: z\n  note: n\n",
    # What ends a line in YAML and is no line feed.
    *(
        f"merged:\n- into: a\n  others: [b]\n  reason: 'x {end} # y'\nhidden:\n- entity: a\n"
        f"# §\nnotes:\n- article: z\n  note: 'x{end}y'\n"
        for end in ("\x85", "\u2028", "\u2029", "\r", "\r\n")
    ),
]


@pytest.mark.parametrize("text", BROKEN_OVER_LINES)
@pytest.mark.parametrize(
    "decision",
    [
        Merge(into=EntityId("c"), others=(EntityId("d"),)),
        Rename(entity=EntityId("c"), name="C # c"),
        Hide(entity=EntityId("c")),
        Note(article=ArticleId("zz"), note="b"),
    ],
)
def test_a_text_over_several_lines_is_not_torn(text: str, decision: Decision) -> None:
    before = decisions_in(read(text, name="x"))
    changed = with_decision(text, decision, name="x")
    assert set(decisions_in(read(changed, name="x"))) == {*before, decision}
    assert changed.count("# §") == text.count("# §")
    for gone in before:
        left = without_decision(changed, gone, name="x")
        assert set(decisions_in(read(left, name="x"))) == {*before, decision} - {gone}
        assert left.count("# §") == text.count("# §")


def test_an_inline_list_takes_a_decision_too() -> None:
    text = "hidden: [{entity: b}]\n"
    decision = Hide(entity=EntityId("a"), when="2027")
    changed = with_decision(text, decision, name="x")
    assert set(decisions_in(read(changed, name="x"))) == {Hide(entity=EntityId("b")), decision}


def test_two_processes_lose_nothing(tmp_path: Path) -> None:
    """Each reads again before it writes, so neither overwrites what the other decided."""
    code = (
        "import sys; from pathlib import Path\n"
        "from index.notebook.notebook import Notebook\n"
        "from index.notebook.decisions import Hide\n"
        "folder = Path(sys.argv[1])\n"
        "book = Notebook(folder / 'decisions.yaml', state=folder / 'state')\n"
        "for n in range(8): book.decide(Hide(entity=f'person:{sys.argv[2]}-{n}'))\n"
    )
    running = [
        subprocess.Popen([sys.executable, "-c", code, str(tmp_path), name]) for name in ("a", "b")
    ]
    assert [process.wait() for process in running] == [0, 0]
    made = notebook(tmp_path).decisions
    assert {d.entity for d in made if isinstance(d, Hide)} == {
        f"person:{name}-{n}" for name in ("a", "b") for n in range(8)
    }
    assert len({decision.when for decision in made}) == 16


def test_every_kind_of_decision_has_its_section() -> None:
    assert len(set(SECTIONS.values())) == len(SECTIONS) == 18
