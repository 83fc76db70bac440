"""A page that says that more of its article lies behind a wall, and pages that only sell something."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from index.cli.main import run
from index.corpus.walls import is_walled


@pytest.mark.parametrize(
    "line",
    [
        "Il vous reste 82.4% de cet article à lire.",
        "Il vous reste à lire 60 % de cet article",
        "La suite est réservée aux abonnés.",
        "La suite de cet article est réservée à nos abonnés",
        "Pour lire la suite, abonnez-vous à partir de 1 €",
        "Abonnez-vous pour lire l'article en entier",
        "Cet article est réservé aux abonnés.",
        "Subscribe to continue reading",
    ],
)
def test_a_wall(line: str) -> None:
    assert is_walled(["Accueil", line])


@pytest.mark.parametrize(
    "line",
    [
        "Article réservé aux abonnés",
        "Abonnez-vous à notre lettre",
        "S'abonner",
        "Déjà abonné ? Connectez-vous",
        "Lire aussi : la suite de notre enquête",
        "Il vous reste deux jours pour voter",
    ],
)
def test_no_wall(line: str) -> None:
    assert not is_walled([line])


def test_the_document_of_an_article_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    (corpus / "page.txt").write_text(
        "Le pont de Larmont rouvre\n\nLe pont de Larmont a rouvert jeudi après deux mois de travaux, "
        "a annoncé la mairie de la ville. Les automobilistes respirent enfin.\n\n"
        "Il vous reste 82 % de cet article à lire. La suite est réservée aux abonnés.\n",
        encoding="utf-8",
    )
    (corpus / "deux.jsonl").write_text(
        "".join(
            json.dumps(
                {"title": f"Brève {n}", "text": f"Le conseil du port {n} s'est réuni mardi."}
            )
            + "\n"
            for n in (1, 2)
        ),
        encoding="utf-8",
    )
    where = ["--corpus", str(corpus), "--index", str(tmp_path / "index"), "--json"]
    told = {}
    for id in ("page", "deux#1"):
        assert run(["show", id, *where]) == 0
        told[id] = json.loads(capsys.readouterr().out)
    assert told["page"]["truncated"] is True
    assert "articles_in_file" not in told["page"]
    assert (told["deux#1"]["truncated"], told["deux#1"]["articles_in_file"]) == (False, 2)
