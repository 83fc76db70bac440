"""What is known before anything is read: gazetteer files, checked at load, and one digest of them.

A file is YAML: `kind` and `entries` (a corpus's own `recoupe.yaml` has them under `entities`). An
entry is a name with its other forms in a row, `Forces armées royales = FAR`, or a mapping where
more is to be said: `{name: Pegasus, kind: equipment, aliases: […], near: [logiciel, espion]}`.
"""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

import yaml
from rapidfuzz import process

from index.entities.names import slug
from index.errors import SettingsError
from index.model.article import EntityId, Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

RULES = "2"
"""Changes with the rules of recognition, so that what older ones found is out of date."""

_FILE_KEYS = ("kind", "entries", "note")
_ENTRY_KEYS = ("name", "aliases", "kind", "id", "country", "near", "surname", "note")
_LISTS = frozenset({"aliases", "near"})


@dataclass(frozen=True, slots=True)
class Entry:
    """One entity that a gazetteer names."""

    name: str
    kind: Kind
    aliases: tuple[str, ...] = ()
    """Other forms; a capital letter in a form is required in the text, a small one is not."""
    id: EntityId | None = None
    """Given only where name and kind do not make it unique."""
    country: str | None = None
    """ISO 3166 code of the country that an organisation belongs to."""
    near: tuple[str, ...] = ()
    """Beginnings of words, one of which must stand near for the name to mean this entity."""
    surname: str | None = None
    """What stands alone for a person where it is not what follows the first name."""

    @property
    def entity_id(self) -> EntityId:
        return self.id or EntityId(f"{self.kind}:{slug(self.name)}")


@dataclass(frozen=True, slots=True)
class GazetteerFile:
    """The bytes of one gazetteer and what it is called in messages."""

    label: str
    content: bytes


def read_files(paths: Iterable[Path]) -> tuple[GazetteerFile, ...]:
    """The files' bytes, in the order given.

    Raises SettingsError for a file that cannot be read.
    """
    files = []
    for path in paths:
        try:
            files.append(GazetteerFile(str(path), path.read_bytes()))
        except OSError as error:
            raise SettingsError(
                f"The gazetteer {path} cannot be read.", advice="Check that it is there."
            ) from error
    return tuple(files)


def digest(files: Iterable[GazetteerFile]) -> str:
    """One short hexadecimal word that changes when any byte of the files or a rule does."""
    sum_ = sha256(RULES.encode())
    for file in files:
        sum_.update(len(file.content).to_bytes(8, "big"))
        sum_.update(file.content)
    return sum_.hexdigest()[:16]


def parse(file: GazetteerFile) -> Iterator[Entry]:
    """The entries of one file. Raises SettingsError with file, entry and a suggestion."""
    document = load_yaml(file)
    if isinstance(document, dict) and "entries" not in document and "entities" in document:
        document = document["entities"]
    if isinstance(document, list):
        document = {"entries": document}
    if not isinstance(document, dict):
        raise SettingsError(
            f"{file.label} holds no gazetteer.", advice="It needs the keys `kind` and `entries`."
        )
    check_keys(file.label, document, known=_FILE_KEYS)
    kind = None
    if "kind" in document:
        kind = _kind(file.label, document["kind"])
    entries = document.get("entries") or []
    if not isinstance(entries, list):
        raise SettingsError(f"{file.label}: `entries` is no list.", advice="Begin each with `- `.")
    for number, raw in enumerate(entries, 1):
        where = f"{file.label}, entry {number}"
        if isinstance(raw, str):
            if kind is None:
                raise SettingsError(f"{where} ({raw}) has no kind.", advice=_KINDS)
            name, *aliases = (part.strip() for part in raw.split(" = "))
            if not name:
                raise SettingsError(f"{where} has no name.")
            yield Entry(name, kind, tuple(aliases))
        else:
            yield _entry(where, raw, kind)


def corpus_files(folder: Path) -> tuple[Path, ...]:
    """The gazetteers that a corpus folder brings: `recoupe.yaml` and `entities/*.yaml`."""
    own = [folder / "recoupe.yaml"] if (folder / "recoupe.yaml").is_file() else []
    return (*own, *sorted((folder / "entities").glob("*.yaml")))


def load_yaml(file: GazetteerFile) -> object:
    """The document of a file, read safely. Raises SettingsError with the line."""
    loader: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        return yaml.load(file.content, Loader=loader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = f", line {mark.line + 1}" if mark else ""
        raise SettingsError(
            f"{file.label}{line} is no valid YAML.", advice=str(getattr(error, "problem", ""))
        ) from error


def check_keys(where: str, mapping: dict[object, object], *, known: Sequence[str]) -> None:
    """Raises SettingsError for a key that is not known, with the nearest one that is."""
    for key in mapping:
        if key not in known:
            near = process.extractOne(str(key), known, score_cutoff=60)
            advice = f"Did you mean `{near[0]}`?" if near else f"Known are {', '.join(known)}."
            raise SettingsError(f"{where}: the key `{key}` is not known.", advice=advice)


_KINDS = f"The kinds are {', '.join(kind.value for kind in Kind)}."


def _kind(where: str, value: object) -> Kind:
    try:
        return Kind(str(value))
    except ValueError:
        near = process.extractOne(str(value), [kind.value for kind in Kind], score_cutoff=60)
        advice = f"Did you mean `{near[0]}`?" if near else _KINDS
        raise SettingsError(f"{where}: the kind `{value}` is not known.", advice=advice) from None


def _entry(where: str, raw: object, default: Kind | None) -> Entry:
    if not isinstance(raw, dict):
        raise SettingsError(f"{where} is neither a name nor a mapping.")
    check_keys(where, raw, known=_ENTRY_KEYS)
    for key, value in raw.items():
        if key in _LISTS:
            if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
                raise SettingsError(
                    f"{where}: `{key}` is no list of texts.", advice=f"Write `{key}: [a, b]`."
                )
        elif not isinstance(value, str):
            raise SettingsError(
                f"{where}: `{key}` is no text.", advice=f"Put it in quotes: `{key}: '{value}'`."
            )
    name = raw.get("name", "")
    if not name.strip():
        raise SettingsError(f"{where} has no name.", advice="Give it as `name: …`.")
    where = f"{where} ({name})"
    kind = _kind(where, raw["kind"]) if "kind" in raw else default
    if kind is None:
        raise SettingsError(f"{where} has no kind.", advice=_KINDS)
    own = raw.get("id")
    if own is not None and not own.startswith(f"{kind}:"):
        raise SettingsError(f"{where}: the id `{own}` must begin with `{kind}:`.")
    return Entry(
        name=name,
        kind=kind,
        aliases=tuple(raw.get("aliases", ())),
        id=EntityId(own) if own else None,
        country=raw.get("country"),
        near=tuple(raw.get("near", ())),
        surname=raw.get("surname"),
    )
