"""Page, edition, section, language and the number in an archive leave with every export that has a place for them."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.cli.main import run

RECORD = (
    '{"title": "Le port rouvre", "text": "Les dockers ont voté la reprise du travail mardi matin, après trois semaines'
    ' de grève.", "source": "La Gazette", "date": "2023-01-17", "page": "12", "edition": "Havre-Nord",'
    ' "section": "Économie", "id": "news·20230117·GP·001"}\n'
)
PLACES = {
    "csv": ("12", "Havre-Nord", "Économie", "news·20230117·GP·001"),
    "json": ("12", "Havre-Nord", "Économie", "news·20230117·GP·001"),
    "ris": ("SP  - 12", "ET  - Havre-Nord", "SE  - Économie", "AN  - news·20230117·GP·001", "LA  - fr"),
    "bibtex": ("pages = {12}", "edition = {Havre-Nord}", "section = {Économie}", "number = {news·20230117·GP·001}"),
    "csl": ('"page": "12"', '"edition": "Havre-Nord"', '"section": "Économie"', '"archive_location": "news·20230117·GP·001"'),
    "iramuteq": ("*page_12", "*edition_Havre-Nord", "*rubrique_Economie", "*langue_Fr"),
    "txm": ('page="12"', 'edition="Havre-Nord"', 'rubrique="Économie"', 'langue="fr"', 'notice="news·20230117·GP·001"'),
    "md": ("Économie", "p. 12", "Havre-Nord", "news·20230117·GP·001"),
    "html": ("Économie", "p. 12", "Havre-Nord", "news·20230117·GP·001"),
    "tei": ('<biblScope unit="page">12</biblScope>', '<idno type="record">news·20230117·GP·001</idno>'),
}  # fmt: skip


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("corpus")
    (folder / "a.jsonl").write_text(RECORD, encoding="utf-8")
    return folder


@pytest.mark.parametrize("form", PLACES)
def test_facts_of_print_are_exported(form: str, corpus: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    told = ["export", "dockers", "--corpus", str(corpus), "--to", form, "--out", str(out)]
    assert run([*told, "--index", str(corpus.parent / "index")]) == 0
    files = sorted(out.rglob("*.xml")) if out.is_dir() else [out]
    text = "".join(file.read_text(encoding="utf-8-sig") for file in files)
    for place in PLACES[form]:
        assert place in text
