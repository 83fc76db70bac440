"""Gazetteer files are checked at load, and what is wrong is said with file, entry and advice."""

from __future__ import annotations

import time
import tracemalloc
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

import pytest

from index.entities.form_table import NameTable
from index.entities.gazetteer import (
    Entry,
    GazetteerFile,
    corpus_files,
    digest,
    parse,
    shipped_files,
)
from index.entities.recognition import Recogniser
from index.errors import SettingsError
from index.model.article import EntityId, Kind
from index.text.folding import fold


def entries(text: str) -> list[tuple[str, Kind, tuple[str, ...]]]:
    file = GazetteerFile("own.yaml", text.encode())
    return [(entry.name, entry.kind, entry.aliases) for entry in parse(file)]


def test_short_and_long_entries() -> None:
    assert entries("kind: person\nentries:\n- Ana Bey = A. Bey\n- {name: B2, kind: equipment}") == [
        ("Ana Bey", Kind.PERSON, ("A. Bey",)),
        ("B2", Kind.EQUIPMENT, ()),
    ]


@pytest.mark.parametrize(
    ("text", "sentence", "advice"),
    [
        (
            "kind: person\nentries:\n- {name: A, alias: [B]}",
            "[1]: the key `alias`",
            "“aliases”",
        ),
        ("kind: persson\nentries: []", "the kind `persson`", "“person”"),
        ("entries:\n- Ana Bey", "Ana Bey", "Known are person"),
        ("kind: person\nentries:\n- {aliases: [B]}", "no name", "name"),
        ("kind: person\nentries:\n- {name: 12}", "`name` is no text", "quotes"),
        ("kind: person\nentries:\n- {name: A, aliases: B}", "`aliases` is no list", "[a, b]"),
        ("kind: person\nentries:\n- {name: A, id: 'place:a'}", "must begin with `person:`", ""),
        ("kind: [", "is not valid YAML", ""),
        ("just text", "no gazetteer", "entries"),
    ],
)
def test_faults_are_told(text: str, sentence: str, advice: str) -> None:
    with pytest.raises(SettingsError) as caught:
        entries(text)
    assert "own.yaml" in str(caught.value)
    assert sentence in str(caught.value)
    assert advice in str(caught.value)


def test_a_corpus_brings_its_own(tmp_path: Path) -> None:
    (tmp_path / "entities").mkdir()
    (tmp_path / "recoupe.yaml").write_text("entities:\n- {name: Zorglub, kind: person}\n", "utf-8")
    (tmp_path / "entities" / "a.yaml").write_text(
        "kind: equipment\nentries: [Zorglonde]\n", "utf-8"
    )
    recogniser = Recogniser.load(corpus_files(tmp_path), within=tmp_path)
    text = "Zorglub tient la Zorglonde."
    assert [m.entity for m in recogniser.mentions(text)] == [
        "person:zorglub",
        "equipment:zorglonde",
    ]
    assert recogniser.digest != Recogniser.load().digest


def test_the_digest_follows_every_byte() -> None:
    a, b = GazetteerFile("x", b"ab"), GazetteerFile("y", b"c")
    assert digest([a, b]) != digest([GazetteerFile("x", b"a"), GazetteerFile("y", b"bc")])
    assert digest([a]) == digest([GazetteerFile("z", b"ab")])


def test_shipped_names_are_given_once_a_kind() -> None:
    special = {"countries.yaml", "institutions.yaml", "lexicon.yaml"}
    seen: dict[str, str] = {}
    for name, file in shipped_files().items():
        if name not in special:
            for entry in parse(file):
                if entry.entity_id in seen:
                    pytest.fail(f"{entry.entity_id} is in {name} and {seen[entry.entity_id]}")
                seen[entry.entity_id] = name


def test_every_shipped_form_is_found_in_a_plain_sentence() -> None:
    recogniser = Recogniser.load()
    special = {"countries.yaml", "institutions.yaml", "lexicon.yaml"}
    lost = []
    for name, file in shipped_files().items():
        if name in special:
            continue
        for entry in parse(file):
            if entry.near:
                continue
            for form in (entry.name, *entry.aliases):
                found = recogniser.mentions(f"On parle ici à {form}, dit-il.")
                if "(" not in form and entry.entity_id not in [m.entity for m in found]:
                    lost.append((name, form))
    assert lost == []


def test_loading_is_quick_enough_to_be_done_at_every_start(
    lists_read_once: Callable[[], Recogniser],
) -> None:
    start = time.process_time()
    lists_read_once()
    assert time.process_time() - start < 1.0


def test_a_hundred_thousand_names_would_fit_into_fifty_megabytes() -> None:
    tracemalloc.start()
    table = NameTable()
    for number in range(5_000):
        table.add(Entry(f"Jean{number % 317} Dupont{number // 317}", Kind.PERSON))
    used, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert len(table) == 5_000
    assert used * 20 < 50e6


def test_an_entity_is_found_though_it_was_asked_for_before_it_was_added() -> None:
    table = NameTable()
    table.add(Entry("Rabat", Kind.PLACE))
    assert table.number(EntityId("place:brest")) is None
    brest = table.add(Entry("Brest", Kind.PLACE))
    assert table.number(EntityId("place:brest")) == brest
    assert table.without(frozenset([brest])).number(EntityId("place:brest")) is None


def test_what_was_read_is_kept_with_a_generation(tmp_path: Path) -> None:
    own = tmp_path / "recoupe.yaml"
    own.write_text("entities: [{name: Cap Linottes 40, kind: equipment, near: [navire]}]\n")
    loaded = Recogniser.load([own], within=tmp_path)
    loaded.keep(tmp_path)
    kept = Recogniser.kept(tmp_path)
    assert kept is not None
    assert vars(kept._table) == vars(loaded._table)
    assert vars(kept._nations) == vars(loaded._nations)
    assert (kept.lexicon, kept.digest) == (loaded.lexicon, loaded.digest)
    (tmp_path / "gazetteers.msgpack").write_bytes(b"\x93\x01")
    assert Recogniser.kept(tmp_path) is None
    assert Recogniser.kept(tmp_path / "nowhere") is None


def test_every_country_has_a_code_of_letters() -> None:
    codes = Recogniser.load()._nations.codes
    assert {type(code) for code in codes} == {str}
    assert codes["NO"] == "place:norvege"


def test_a_form_stands_for_one_entry_unless_words_beside_it_tell() -> None:
    """A form of two entries, of which none asks for words beside it, would be either at random."""
    bearers: dict[str, set[str]] = defaultdict(set)
    for name, file in shipped_files().items():
        if name not in ("countries.yaml", "institutions.yaml", "lexicon.yaml"):
            for entry in parse(file):
                if not entry.near:
                    for form in (entry.name, *entry.aliases):
                        bearers[fold(form)].add(f"{name}: {entry.name}")
    assert {form: names for form, names in bearers.items() if len(names) > 1} == {}
