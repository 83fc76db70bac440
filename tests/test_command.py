"""The command line as scripts and people use it: the contract of JSON, exit codes, streams."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from index.cli.main import run

ROOT = Path(__file__).parent.parent
ACCORD = """Un accord de défense signé à Rabat

Le ministre israélien de la Défense, Benny Gantz, a signé mercredi 24 novembre 2021 à Rabat un accord de coopération avec le Maroc. « C’est un pas très important pour nos deux pays et pour toute la région », a déclaré M. Gantz devant la presse.

Selon une source proche du dossier, le texte ouvre la voie à l’achat de trois drones pour 50 millions de dollars.
"""
VISITE = """Gantz à Rabat : un accord et des questions

En visite au Maroc, Benny Gantz a paraphé le 24 novembre 2021 un accord de coopération de défense. « un pas très important pour nos deux pays », a-t-il dit à la presse.

L’opposition réclame la publication du texte [sic], dont le détail n’est pas connu.
"""


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "corpus"
    folder.mkdir()
    (folder / "accord.txt").write_text(ACCORD, encoding="utf-8")
    (folder / "visite.txt").write_text(VISITE, encoding="utf-8")
    (folder / "vide.txt").write_bytes(b"")
    return folder


class Output:
    """What a run of the command left behind."""

    def __init__(self, status: int, out: str, err: str) -> None:
        self.status, self.out, self.err = status, out, err

    @property
    def document(self) -> dict[str, Any]:
        document = json.loads(self.out)
        assert document["format"] == 1
        return document


@pytest.fixture
def recoupe(capfd: pytest.CaptureFixture[str], corpus: Path) -> Any:
    def call(*arguments: str, on: Path | None = corpus) -> Output:
        given = [*arguments, *(("--corpus", str(on)) if on else ())]
        status = run(given)
        sys.stdout.flush()
        captured = capfd.readouterr()
        return Output(status, captured.out, captured.err)

    return call


def test_a_missing_index_is_built_and_said(recoupe: Any) -> None:
    first = recoupe("search", "accord", "--json")
    assert first.status == 0
    assert first.document["total"] == 2
    assert "Updating the index" in first.err
    second = recoupe("search", "accord", "--json")
    assert "Updating" not in second.err


def test_no_update_refuses_to_build(recoupe: Any) -> None:
    refused = recoupe("search", "accord", "--no-update")
    assert refused.status == 3
    assert "recoupe update" in refused.err
    assert refused.out == ""


def test_a_changed_corpus_is_noticed(recoupe: Any, corpus: Path) -> None:
    recoupe("rebuild", "--quiet")
    (corpus / "suite.txt").write_text(ACCORD.replace("Rabat", "Fès"), encoding="utf-8")
    assert recoupe("search", "Fès", "--no-update").status == 3
    assert recoupe("search", "Fès", "--json").document["total"] == 1
    (corpus / "suite.txt").unlink()
    assert recoupe("search", "Fès", "--json").document["total"] == 0


def test_search_document(recoupe: Any) -> None:
    document = recoupe("search", "défense ET gantz", "--json").document
    assert {
        "query",
        "understood",
        "total",
        "offset",
        "took_ms",
        "hits",
        "facets",
        "suggestions",
    } <= set(document)
    hit = next(hit for hit in document["hits"] if hit["id"] == "accord")
    assert hit["title"] == "Un accord de défense signé à Rabat"
    for excerpt in hit["excerpts"]:
        assert excerpt["matches"]
        for start, end in excerpt["matches"]:
            assert excerpt["text"][start:end].lower() in ("défense", "gantz")
    assert {"person", "organisation", "place", "equipment", "source", "year"} <= set(
        document["facets"]
    )
    assert any(
        entry["name"] == "Benny Gantz" and entry["articles"] == 2
        for entry in document["facets"]["person"]
    )


def test_limit_and_offset(recoupe: Any) -> None:
    first = recoupe("search", "accord", "--json", "--limit", "1").document
    second = recoupe("search", "accord", "--json", "--limit", "1", "--offset", "1").document
    assert (first["total"], len(first["hits"]), len(second["hits"])) == (2, 1, 1)
    assert first["hits"][0]["id"] != second["hits"][0]["id"]


def test_show_document(recoupe: Any, corpus: Path) -> None:
    document = recoupe("show", "accord", "--json").document
    text = document["text"]
    raw = (corpus / "accord.txt").read_text(encoding="utf-8")
    assert text.startswith("Un accord de défense signé à Rabat\n\n")
    assert document["title_span"] == [0, len(document["title"])]
    assert [text[start:end] for start, end in document["paragraphs"]] == [
        *raw.split("\n\n")[1:2],
        raw.split("\n\n")[2].strip(),
    ]
    for mention in document["mentions"]:
        assert text[mention["start"] : mention["end"]] == mention["surface"]
    assert "M. Gantz" in {mention["surface"] for mention in document["mentions"]}
    gantz = {m["entity"] for m in document["mentions"] if "Gantz" in m["surface"]}
    assert len(gantz) == 1
    assert any(
        "très important" in text[q["start"] : q["end"]] and q["speaker"] in gantz
        for q in document["quotes"]
    )
    assert any((q["value"], q["unit"]) == (50_000_000, "USD") for q in document["quantities"])
    assert any((d["from"], d["to"]) == ("2021-11-24", "2021-11-24") for d in document["dates"])


def test_entities_document(recoupe: Any) -> None:
    document = recoupe("entities", "--json").document
    gantz = next(entity for entity in document["entities"] if entity["name"] == "Benny Gantz")
    assert (gantz["kind"], gantz["articles"], gantz["mentions"]) == ("person", 2, 4)
    assert {"surface": "M. Gantz", "mentions": 1} in gantz["forms"]
    people = recoupe("entities", "--kind", "person", "--json").document["entities"]
    assert {entity["kind"] for entity in people} == {"person"}


def test_compare_document(recoupe: Any) -> None:
    document = recoupe("compare", "accord", "visite", "--json").document
    texts = {id: recoupe("show", id, "--json").document for id in document["articles"]}
    assert document["rows"]
    for row in document["rows"]:
        assert row["strength"] in ("same", "strong", "probable")
        for id, spans in row["passages"].items():
            for span in spans:
                assert span in texts[id]["sentences"]
    assert any(
        "sic" in texts["visite"]["text"][start:end] for start, end in document["only"]["visite"]
    )
    days = [found["days"] for found in document["differences"] if found["about"] == "date"]
    assert {"accord": ["2021-11-24", "2021-11-24"], "visite": ["2021-11-24", "2021-11-24"]} in days
    relations = [use["relation"] for line in document["quotes"] for use in line["in"].values()]
    assert "cut" in relations


def test_compare_in_lines_says_all_that_the_document_does(recoupe: Any) -> None:
    out = recoupe("compare", "accord", "visite", "--lang", "en").out
    document = recoupe("compare", "accord", "visite", "--json").document
    texts = {id: recoupe("show", id, "--json").document["text"] for id in document["articles"]}
    lines = [" ".join(line.split()) for line in out.splitlines()]
    for chapter in ("Statements", "Quotes", "Differences", "Assertions", "Only A", "Only B"):
        assert any(line.startswith(f"{chapter} (") for line in lines), chapter
    assert "Dependence" in lines
    shown = [
        *(row["passages"] for row in document["rows"]),
        *({id: use["spans"] for id, use in line["in"].items()} for line in document["quotes"]),
        *(difference["in"] for difference in document["differences"]),
        document["only"],
    ]
    for passages in shown:
        for id, spans in passages.items():
            for start, end in spans:
                assert " ".join(texts[id][start:end].split()) in " ".join(lines)


def test_compare_in_lines_says_who_does_not_quote(recoupe: Any, corpus: Path) -> None:
    text = "Elle tranche : « Aucun navire ne partira de ce port », dit-elle lundi à Rabat."
    (corpus / "port.txt").write_text(f"Le port de Rabat fermé\n\n{text}\n", encoding="utf-8")
    lines = recoupe("compare", "accord", "visite", "port", "--lang", "en").out.splitlines()
    at = next(n for n, line in enumerate(lines) if "Aucun navire" in line and "[" in line)
    assert lines[at].strip().startswith("C [alone]")
    assert lines[at + 1].strip() == "A, B [absent]"


def test_events_document(recoupe: Any, corpus: Path) -> None:
    (event,) = recoupe("events", "--json").document["events"]
    assert {member["id"] for member in event["articles"]} == {"accord", "visite"}
    for member in event["articles"]:
        assert member["link"] in ("republication", "shared-source", "same-event", "background")
        assert member["because"]
    (corpus / "visite.txt").unlink()
    assert recoupe("events", "--json").document["events"] == []


def test_rebuild_prints_a_line_an_event(recoupe: Any) -> None:
    result = recoupe("rebuild", "--json")
    lines = [json.loads(line) for line in result.out.splitlines()]
    assert all(line["format"] == 1 for line in lines)
    assert {"event": "skipped", "path": "vide.txt"}.items() <= next(
        line for line in lines if line["event"] == "skipped"
    ).items()
    assert lines[-1]["event"] == "published"
    assert (lines[-1]["articles"], lines[-1]["skipped"]) == (2, 1)


def test_check_names_what_was_not_read(recoupe: Any) -> None:
    document = recoupe("check", "--json").document
    assert [file["path"] for file in document["unread"]] == ["vide.txt"]
    assert "vide.txt" in recoupe("check").out


def test_an_index_without_a_corpus_is_not_answered_from_the_sample_in_silence(
    recoupe: Any, tmp_path: Path
) -> None:
    told = recoupe("search", "feu", "--index", str(tmp_path / "index"), on=None)
    assert "--corpus" in told.err and "sample" in told.err
    named = recoupe("search", "accord", "--index", str(tmp_path / "index"))
    assert "sample" not in named.err


def test_check_tells_a_date_that_was_inferred_from_one_that_is_missing(
    recoupe: Any, corpus: Path
) -> None:
    (corpus / "sans.txt").write_text("Le quai rénové\n\nLe quai a rouvert au public.\n", "utf-8")
    lines = recoupe("check", "--lang", "en").out.splitlines()
    told = {line.split()[0]: line for line in lines if line.startswith("  ")}
    assert "date inferred" in told["accord"] and "no date" not in told["accord"]
    assert "no date" in told["sans"] and "inferred" not in told["sans"]


def test_locate(recoupe: Any, corpus: Path) -> None:
    assert recoupe("locate", "--json").document["corpus"] == str(corpus)


@pytest.mark.parametrize(
    "subcommand",
    ["search", "show", "entities", "compare", "events", "check", "rebuild", "update", "locate"],
)
def test_every_subcommand_has_help_in_both_languages(recoupe: Any, subcommand: str) -> None:
    english = recoupe(subcommand, "--help", "--lang", "en", on=None)
    french = recoupe("--lang", "fr", subcommand, "--help", on=None)
    assert english.status == french.status == 0
    assert "--corpus" in english.out
    assert english.out != french.out


@pytest.mark.parametrize("arguments", [("--help", "--lang", "fr"), ("--lang", "fr", "--help")])
def test_help_lists_every_subcommand_in_the_language_asked_for(
    recoupe: Any, arguments: tuple[str, ...]
) -> None:
    listed = recoupe(*arguments, on=None)
    assert listed.status == 0
    assert "salle de lecture" in listed.out
    for name in ("rebuild", "search", "compare", "decide", "concordance"):
        assert f"\n  {name} " in listed.out


@pytest.mark.parametrize(
    ("arguments", "status", "told"),
    [
        (("show", "acord"), 1, "accord"),
        (("compare", "accord"), 2, "two"),
        (("compare", "accord", "accord"), 1, "different"),
        (("search", "date:hier"), 2, "Column"),
        (("search", "accord", "--limit", "-1"), 2, "limit"),
        (("recherche",), 1, "recherche"),
    ],
)
def test_what_cannot_be_done_is_one_sentence(
    recoupe: Any, arguments: tuple[str, ...], status: int, told: str
) -> None:
    on_corpus = arguments[0] != "recherche"
    result = recoupe(*arguments) if on_corpus else recoupe(*arguments, on=None)
    assert result.status == status
    assert told in result.err
    assert "Traceback" not in result.err
    assert result.out == ""


def test_an_empty_corpus_is_said(recoupe: Any, tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    result = recoupe("search", "x", on=empty)
    assert result.status == 1
    assert "no file to read" in result.err


def test_errors_speak_the_language_of_the_interface(recoupe: Any) -> None:
    assert "identifiant" in recoupe("show", "nulle-part", "--lang", "fr").err


def test_without_a_terminal_the_room_says_so(recoupe: Any) -> None:
    result = recoupe()
    assert result.status == 1
    assert "terminal" in result.err


def test_marks_and_escapes_of_an_article_stay_text(recoupe: Any, corpus: Path) -> None:
    (corpus / "marques.txt").write_text(
        "Titre [/b] du communiqué\n\nUne phrase [sic] avec \x1b[31mrouge\x1b[0m et \u202egauche, dans un communiqué de presse.\n",
        encoding="utf-8",
    )
    out = recoupe("show", "marques").out
    assert "[/b]" in out
    assert "[sic]" in out
    assert "\x1b" not in out
    assert "\u202e" not in out


def start(*arguments: str, corpus: Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-P", "-m", "index.cli.main", *arguments, "--corpus", str(corpus)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent)},
    )


def test_a_closed_pipe_is_silent(recoupe: Any, corpus: Path) -> None:
    recoupe("rebuild", "--quiet")
    process = start("search", "accord", "--json", corpus=corpus)
    assert process.stdout is not None
    process.stdout.close()
    _, err = process.communicate()
    assert err == b""


@pytest.mark.parametrize(
    ("arguments", "french"),
    [
        (("search", "--help"), "Usage : recoupe search"),
        (("search", "--help"), "Options :"),
        (("search", "--help"), "[REQUÊTE]"),
        (("search", "--help"), "--list FICHIER"),
        (("--help",), "COMMANDE [ARGUMENTS]"),
        (("--help",), "Commandes :"),
        (("--help",), "ce qui n’a pu être lu, et pourquoi."),
        (("search", "--limit", "x", "a"), "Valeur incorrecte pour '--limit'"),
        (("show",), "Il manque l’argument"),
        (("search",), "Posez une question"),
        (("search", "--nope", "a"), "L’option '--nope' n’existe pas."),
        (("locate", "a", "b", "c"), "Des arguments de trop (b c)"),
    ],
)
def test_what_click_says_is_said_in_the_readers_language(
    recoupe: Any, arguments: tuple[str, ...], french: str
) -> None:
    english = recoupe(*arguments, "--lang", "en", on=None)
    told = recoupe(*arguments, "--lang", "fr", on=None)
    assert told.status == english.status
    assert french.replace(" :", "\u00a0:") in told.out + told.err
    said = told.out + told.err
    assert not any(word in said for word in ("Usage:", "Options:", "Error:", "Invalid", "Missing"))
    assert french.replace(" :", "\u00a0:") not in english.out + english.err


@pytest.mark.parametrize("subcommand", ["events", "entities", "locate"])
def test_a_command_of_a_whole_corpus_takes_it_as_an_argument(
    recoupe: Any, corpus: Path, subcommand: str
) -> None:
    """`recoupe events FOLDER` was an argument too many, though `check FOLDER` is not."""
    named = recoupe(subcommand, str(corpus), "--json", on=None)
    assert named.status == 0
    assert named.document == recoupe(subcommand, "--json").document
