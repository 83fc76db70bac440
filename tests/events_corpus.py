"""A small corpus of two events and an article in no event, for tests of decisions about them."""

from __future__ import annotations

from pathlib import Path

from index.settings.places import Places, find_places

_QUAI = (
    "La ministre Léa Arnal a inauguré lundi 15 mai à Brest un quai réservé aux cargos à voile, devant"
    " les membres de l'Union des armateurs. Le chantier du quai a coûté 40 millions d'euros."
)
_CRUE = (
    "La Sourle a débordé jeudi 18 mai à Vauxmarais, où deux cents habitants ont quitté leurs maisons."
    " Les pompiers de Vauxmarais ont pompé l'eau des caves toute la nuit du débordement."
)
ARTICLES = {
    "quai-a": ("Un quai pour les cargos à voile", "2023-05-16", _QUAI),
    "quai-b": ("Brest inaugure son quai des cargos à voile", "2023-05-16", f"{_QUAI} On danse."),
    "quai-c": ("Le quai des cargos à voile", "2023-05-17", f"Dernière heure. {_QUAI}"),
    "crue-a": ("La Sourle déborde à Vauxmarais", "2023-05-19", _CRUE),
    "crue-b": ("Vauxmarais sous les eaux de la Sourle", "2023-05-19", f"{_CRUE} L'eau baisse."),
    "seul": ("Un opéra pour la plaine", "2023-05-20", "La plaine de Lorne veut son opéra."),
}


def write_article(corpus: Path, name: str, title: str, date: str, text: str) -> None:
    head = f"---\ntitle: {title}\ndate: {date}\nsource: Gazette {name}\n---\n"
    (corpus / f"{name}.md").write_text(f"{head}\n{text}\n", encoding="utf-8")


def make_places(folder: Path) -> Places:
    corpus = folder / "corpus"
    corpus.mkdir()
    for name, (title, date, text) in ARTICLES.items():
        write_article(corpus, name, title, date, text)
    return find_places(corpus=str(corpus), index=str(folder / "index"), environment={})
