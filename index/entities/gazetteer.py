"""The names that are known beforehand: gazetteer files, checked at load, and one digest of them.

A file is YAML: `kind` and `entries` (a corpus's own `recoupe.yaml` has them under `entities`). An entry
is a name with its other forms in a row, `Forces armées royales = FAR`, or a mapping where more is to be
said: `{name: Pegasus, kind: equipment, aliases: […], near: [logiciel, espion]}`.
"""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from importlib import resources
from typing import TYPE_CHECKING

from index.entities.names import slug
from index.errors import SettingsError
from index.model.article import EntityId, Kind
from index.settings.guarded import is_there, read_guarded
from index.settings.yaml_aliases import refuse_aliases

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

RULES = "10"
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
    """The name by which a person is called alone, where that is not what follows the first name."""

    @property
    def entity_id(self) -> EntityId:
        return self.id or EntityId(f"{self.kind}:{slug(self.name)}")


@dataclass(frozen=True, slots=True)
class GazetteerFile:
    """The bytes of one gazetteer and what it is called in messages."""

    label: str
    content: bytes


def read_files(paths: Iterable[Path], *, within: Path) -> tuple[GazetteerFile, ...]:
    """The files' bytes, in the order given; they lie in the folder `within`.

    Raises SettingsError for a file that cannot be read.
    """
    files = []
    for path in paths:
        try:
            files.append(GazetteerFile(str(path), read_guarded(path, within=within)))
        except OSError as error:
            raise SettingsError(
                "The gazetteer {path} cannot be read: {cause}.",
                advice="Check that it is there.",
                path=path,
                cause=error.strerror,
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
            "{where} holds no gazetteer.",
            advice="It needs the keys `kind` and `entries`.",
            where=file.label,
        )
    check_keys(file.label, document, known=_FILE_KEYS)
    kind = None
    if "kind" in document:
        kind = _kind(file.label, document["kind"])
    entries = document.get("entries") or []
    if not isinstance(entries, list):
        raise SettingsError(
            "{where}: `entries` is no list.", advice="Begin each with `- `.", where=file.label
        )
    for number, raw in enumerate(entries, 1):
        where = f"{file.label} [{number}]"
        if isinstance(raw, str):
            if kind is None:
                raise _without_kind(f"{where} {raw}")
            name, *aliases = (part.strip() for part in raw.split(" = "))
            if not name:
                raise SettingsError(_NO_NAME, advice=_GIVE_NAME, where=where)
            yield Entry(name, kind, tuple(aliases))
        else:
            yield _entry(where, raw, kind)


def corpus_files(folder: Path) -> tuple[Path, ...]:
    """The gazetteers that a corpus folder brings: `recoupe.yaml` and `entities/*.yaml`."""
    own = [folder / "recoupe.yaml"] if is_there(folder / "recoupe.yaml") else []
    lists = folder / "entities"
    # The target of a link is not even listed.
    return (*own, *(() if lists.is_symlink() else sorted(lists.glob("*.yaml"))))


def shipped_files() -> dict[str, GazetteerFile]:
    """The gazetteers that come with the program, by file name."""
    folder = resources.files("index.entities") / "data"
    return {
        file.name: GazetteerFile(file.name, file.read_bytes())
        for file in sorted(folder.iterdir(), key=lambda file: file.name)
        if file.name.endswith(".yaml")
    }


def shipped_file(name: str) -> GazetteerFile:
    """One gazetteer that comes with the program."""
    return GazetteerFile(name, (resources.files("index.entities") / "data" / name).read_bytes())


def load_yaml(file: GazetteerFile) -> object:
    """The document of a file, read safely. Raises SettingsError with the line."""
    # Imported late, as below: whether an index is fit is told without reading the files.
    import yaml

    loader: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        refuse_aliases(file.content, path=file.label)
        return yaml.load(file.content, Loader=loader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = f":{mark.line + 1}" if mark else ""
        raise SettingsError(
            "{path} is not valid YAML: {cause}.",
            path=f"{file.label}{line}",
            cause=getattr(error, "problem", None) or error,
        ) from error


def check_keys(where: str, mapping: dict[object, object], *, known: Sequence[str]) -> None:
    """Raises SettingsError for a key that is not known, with the nearest one that is."""
    for key in mapping:
        if key not in known:
            from rapidfuzz import process

            near = process.extractOne(str(key), known, score_cutoff=60)
            raise SettingsError(
                "{where}: the key `{key}` is not known.",
                advice=_DID_YOU_MEAN if near else _KNOWN_ARE,
                where=where,
                key=key,
                near=near[0] if near else "",
                known=", ".join(known),
            )


_KINDS = ", ".join(kind.value for kind in Kind)
_DID_YOU_MEAN = "Did you mean “{near}”?"
_KNOWN_ARE = "Known are {known}."
_NO_NAME = "{where} has no name."
_GIVE_NAME = "Give it as `name: …`."


def _without_kind(where: str) -> SettingsError:
    return SettingsError("{where} has no kind.", advice=_KNOWN_ARE, where=where, known=_KINDS)


def _kind(where: str, value: object) -> Kind:
    try:
        return Kind(str(value))
    except ValueError:
        from rapidfuzz import process

        near = process.extractOne(str(value), [kind.value for kind in Kind], score_cutoff=60)
        raise SettingsError(
            "{where}: the kind `{kind}` is not known.",
            advice=_DID_YOU_MEAN if near else _KNOWN_ARE,
            where=where,
            kind=value,
            near=near[0] if near else "",
            known=_KINDS,
        ) from None


def _entry(where: str, raw: object, default: Kind | None) -> Entry:
    if not isinstance(raw, dict):
        raise SettingsError("{where} is neither a name nor a mapping.", where=where)
    check_keys(where, raw, known=_ENTRY_KEYS)
    for key, value in raw.items():
        if key in _LISTS:
            if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
                raise SettingsError(
                    "{where}: `{key}` is no list of texts.",
                    advice="Write `{key}: [a, b]`.",
                    where=where,
                    key=key,
                )
        elif not isinstance(value, str):
            raise SettingsError(
                "{where}: `{key}` is no text.",
                advice="Put it in quotes: `{key}: '{value}'`.",
                where=where,
                key=key,
                value=value,
            )
    name = raw.get("name", "")
    if not name.strip():
        raise SettingsError(_NO_NAME, advice=_GIVE_NAME, where=where)
    where = f"{where} ({name})"
    kind = _kind(where, raw["kind"]) if "kind" in raw else default
    if kind is None:
        raise _without_kind(where)
    own = raw.get("id")
    if own is not None and not own.startswith(f"{kind}:"):
        raise SettingsError(
            "{where}: the id `{own}` must begin with `{kind}:`.", where=where, own=own, kind=kind
        )
    return Entry(
        name=name,
        kind=kind,
        aliases=tuple(raw.get("aliases", ())),
        id=EntityId(own) if own else None,
        country=raw.get("country"),
        near=tuple(raw.get("near", ())),
        surname=raw.get("surname"),
    )
