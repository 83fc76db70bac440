"""Columns of print read across are told; tables of figures, lists and verse are none."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.building.build import rebuild
from index.corpus.print_columns import looks_like_columns
from index.library import Library
from index.settings.places import find_places

_ACROSS = """LE COURRIER DE LARMONT                            Jeudi 4 mai 1931

LE PONT DE LARMONT                 UN VOL RUE HAUTE

Le pont est ferme depuis la        Un inconnu a derobe hier au
nuit de mardi. Les voituriers      soir trois montres dans la
passent par le bac de Vaubrac,     boutique du sieur Armand, de
dont le passeur se frotte les      qui le chien n'a pas aboye,
mains. Le maire a ecrit au         ce qui etonne le quartier et
prefet pour demander un pont       donne a penser au commissaire.
"""


def test_columns_read_across() -> None:
    assert looks_like_columns(_ACROSS)


@pytest.mark.parametrize(
    "text",
    [
        "Le pont est fermé.\\n\\nLes voituriers passent par le bac.",
        "\\n".join(f"Canton {n}        {n * 37}      {n} %" for n in range(12)),
        "\\n".join("    Vers d'un poème qui commence en retrait" for _ in range(9)),
        "\\n".join(f"Nom du candidat {n}   {n} voix" for n in range(3)),
    ],
)
def test_what_is_no_column(text: str) -> None:
    assert not looks_like_columns(text)


def test_the_file_is_read_and_told(tmp_path: Path) -> None:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    (corpus / "page.txt").write_text(_ACROSS, encoding="utf-8")
    places = find_places(corpus=str(corpus), index=str(tmp_path / "index"), environment={})
    rebuild(places, lambda event: None)
    library = Library.open(places)
    (file,) = library.file_accounts()
    assert file.articles == 1
    assert [note.reason for note in file.remarks] == [
        "Its lines look like columns of print read across: sentences of two texts may be mixed."
    ]
    library.close()
