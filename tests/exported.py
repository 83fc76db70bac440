"""Two articles that are exported as documents, and the content of the documents."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from index.export.export_registry import find_format
from index.export.material import Material
from tui import recoupe

UN = """---
title: "Le quai & le {pont} : 50 % <fermés> [sic]"
author: Jeanne Martin et Luc Amiel
source: La Gazette du Port
date: 2023-01-17
tags: [port, travaux]
url: https://gazette.example/quai?a=1&b=2
---

Le maire de Lissac, Paul Renaud, a fermé mardi 17 janvier 2023 le quai nord. « C’est une faute », a déclaré Jeanne Castel.

=SOMME(A1) est une ligne ; « -5 % » aussi, et **** n’en est pas une.

2023 fut *rude* pour le port de Lissac.
"""
DEUX = """---
title: Le quai nord rouvre
source: L’Écho
date: 2023-02-03
---

Le maire de Lissac, Paul Renaud, a rouvert vendredi le quai nord. « C’est une faute », a déclaré Jeanne Castel.
"""


@contextmanager
def two_articles(tmp_path_factory: pytest.TempPathFactory) -> Iterator[recoupe.Corpus]:
    """A corpus of the two, with an index of its own."""
    folder = tmp_path_factory.mktemp("corpus")
    (folder / "un.md").write_text(UN, encoding="utf-8")
    (folder / "deux.md").write_text(DEUX, encoding="utf-8")
    with recoupe.open(folder, index=str(tmp_path_factory.mktemp("index"))) as opened:
        yield opened


def bytes_of(name: str, material: Material) -> bytes:
    ((_, content),) = find_format(name, material.subject).write(material)
    return content


def text_of_docx(content: bytes) -> str:
    import docx

    document = docx.Document(io.BytesIO(content))
    return "\n".join(paragraph.text for paragraph in document.paragraphs)
