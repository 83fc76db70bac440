"""Settings and places: which wish wins, and what a mistyped key is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.errors import CorpusError, SettingsError
from index.settings.places import corpus_key, find_places, sample_corpus
from index.settings.settings_files import corpus_settings


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("ignor: [a]", "ignore"),
        ("ignore: 3", "array"),
        ("- a\n- b", "keys and values"),
        ("ignore: [", "YAML"),
        ("sources: [{nois: x}]", "noise"),
    ],
)
def test_settings_that_are_not_as_they_must_be(tmp_path: Path, content: str, told: str) -> None:
    path = tmp_path / "recoupe.yaml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(SettingsError) as caught:
        corpus_settings(path)
    assert told in str(caught.value)
    assert str(path) in str(caught.value)


def test_no_settings_are_settings(tmp_path: Path) -> None:
    assert corpus_settings(tmp_path / "recoupe.yaml").ignore == ()


def test_flag_before_environment_before_corpus_before_default(tmp_path: Path) -> None:
    (tmp_path / "recoupe.yaml").write_text("lang: fr", encoding="utf-8")
    environment = {"RECOUPE_CORPUS": str(tmp_path), "LANG": "en_GB.UTF-8"}
    assert find_places(environment={}).corpus == sample_corpus()
    assert find_places(environment=environment).language == "fr"
    assert find_places(environment={**environment, "RECOUPE_LANG": "en"}).language == "en"
    assert (
        find_places(environment={**environment, "RECOUPE_LANG": "en"}, language="fr").language
        == "fr"
    )
    assert find_places(corpus=str(sample_corpus()), environment=environment).corpus_from == "flag"
    assert find_places(index=str(tmp_path / "x"), environment={}).index.parent == tmp_path / "x"


def test_a_corpus_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="nowhere"):
        find_places(corpus=str(tmp_path / "nowhere"), environment={})


def test_corpora_of_one_name_have_indexes_of_their_own() -> None:
    keys = {corpus_key(Path("/a/Été 2022")), corpus_key(Path("/b/Été 2022"))}
    assert len(keys) == 2
    assert all(key.startswith("ete-2022-") for key in keys)
