"""Countries, their adjectives, and the institutions that every country has.

« ministère israélien de la Défense », « ministère de la Défense d'Israël » and « département de la
Défense israélien » name one institution. A rule finds it, so that no list has to name it for two
hundred countries.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from index.entities.gazetteer import Entry, GazetteerFile, check_keys, load_yaml, shipped_file
from index.entities.names import slug
from index.errors import SettingsError
from index.model.article import EntityId, Kind
from index.text.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from index.entities.words import Words

_COUNTRY_KEYS = ("code", "name", "aliases", "adj", "capital", "people")
COUNTRIES = "countries.yaml"
_OF = frozenset({"de", "d", "du", "des"})
_ARTICLES = frozenset({"la", "le", "l", "les"})


@dataclass(frozen=True, slots=True)
class Institution:
    """An institution that countries have, such as « armée » or « ministère de la Défense »."""

    id: str
    name: str
    heads: tuple[tuple[str, ...], ...]
    """The folded words that it may begin with; ministries share theirs."""
    domains: tuple[tuple[str, ...], ...] = ()
    """The folded words after « de la » and the like; empty if the first words say all."""
    same: dict[str, str] = field(default_factory=dict)
    """By country, the name of the entity under which it is known there."""
    stands_alone: bool = False
    """Whether it is an entity without a country, as ministries are."""


@dataclass(frozen=True, slots=True)
class Parsed:
    """An institution found in a text."""

    length: int
    """The number of words."""
    institution: Institution
    country: str | None


@cache
def nationalities() -> Mapping[str, str]:
    """The folded adjectives of the countries that come with the program, each with the country's code."""
    return {
        form: code for _, code, forms in country_entries(shipped_file(COUNTRIES)) for form in forms
    }


def country_entries(file: GazetteerFile) -> Iterator[tuple[Entry, str, tuple[str, ...]]]:
    """Countries with their codes and folded adjectives, then their capitals and peoples.

    Capitals and peoples come with the code but without adjectives.
    """
    document = load_yaml(file)
    entries = document.get("entries", []) if isinstance(document, dict) else []
    for number, raw in enumerate(entries, 1):
        where = f"{file.label}, entry {number}"
        if not isinstance(raw, dict) or not {"code", "name"} <= set(raw):
            raise SettingsError(f"{where} needs `code` and `name`.")
        check_keys(where, raw, known=_COUNTRY_KEYS)
        code = raw["code"]
        adjectives = tuple(raw.get("adj", "").split())
        forms = tuple(form for adjective in adjectives for form in inflected(adjective))
        yield (
            Entry(raw["name"], Kind.PLACE, tuple(raw.get("aliases", ())), country=code),
            code,
            tuple(fold(form) for form in forms),
        )
        if raw.get("capital"):
            capital, *others = raw["capital"].split(" = ")
            yield Entry(capital, Kind.PLACE, tuple(others), country=code), code, ()
        people = raw.get("people", adjectives[0] if adjectives else "")
        if people:
            masculine, feminine, plural, feminine_plural = (
                form.capitalize() for form in inflected(people)
            )
            aliases = tuple(dict.fromkeys((masculine, feminine, feminine_plural)))
            yield Entry(plural, Kind.GROUP, aliases, country=code), code, ()


def inflected(adjective: str) -> tuple[str, str, str, str]:
    """Masculine, feminine and their plurals: `marocain`, `marocaine`, `marocains`, `marocaines`.

    `turc/turque` states an irregular feminine.
    """
    masculine, _, feminine = adjective.partition("/")
    if not feminine:
        if masculine.endswith("e"):
            feminine = masculine
        elif masculine.endswith("en"):
            feminine = masculine + "ne"
        else:
            feminine = masculine + "e"
    plural = masculine if masculine[-1] in "sx" else masculine + "s"
    return masculine, feminine, plural, feminine + "s"


def institutions(file: GazetteerFile) -> Iterator[Institution]:
    """The institutions of a file. Raises SettingsError where it is not as it must be."""
    document = load_yaml(file)
    if not isinstance(document, dict):
        raise SettingsError(f"{file.label} holds no institutions.")
    check_keys(file.label, document, known=("note", "ministry", "domains", "institutions"))
    ministry = tuple(_words(head) for head in document.get("ministry", ()))
    for raw in document.get("domains", ()):
        names, same = _named(file.label, raw)
        # In « la Défense = la Défense nationale » the first one gives the ministry its name.
        name = "Ministère " + _of(names[0])
        domains = tuple(_without_article(_words(form)) for form in names)
        yield Institution(slug(name), name, ministry, domains, same, stands_alone=True)
    for raw in document.get("institutions", ()):
        names, same = _named(file.label, raw)
        yield Institution(slug(names[0]), names[0], tuple(_words(form) for form in names), (), same)


class Nations:
    """The grammar of institutions: the head, then adjective and domain in any order, or « de » and
    a country.
    """

    def __init__(
        self,
        codes: dict[str, EntityId],
        adjectives: dict[str, str],
        known: Sequence[Institution],
    ) -> None:
        self.codes = codes
        self.known = tuple(known)
        self._country_names = {entity.partition(":")[2]: code for code, entity in codes.items()}
        self.adjectives = adjectives
        self._by_id = {institution.id: institution for institution in known}
        self._heads: dict[str, list[tuple[tuple[str, ...], Institution]]] = {}
        for institution in known:
            for head in institution.heads:
                self._heads.setdefault(head[0], []).append((head, institution))
        for heads in self._heads.values():
            heads.sort(key=lambda item: -len(item[0]))

    def beginnings(self, folded: Sequence[str]) -> list[int]:
        """The places in a text's folded words where an institution may begin."""
        heads = self._heads
        return [at for at, word in enumerate(folded) if word in heads]

    def parse(self, words: Words, at: int, countries: dict[int, tuple[int, str]]) -> Parsed | None:
        """The longest institution that begins at a word.

        `countries` says where names of countries stand: first word → (words, code).
        """
        best: Parsed | None = None
        for head, institution in self._heads.get(words.folded[at], ()):
            found = self._parse(words, at, head, institution, countries)
            if found and (best is None or found.length > best.length):
                best = found
        return best

    def _parse(
        self,
        words: Words,
        at: int,
        head: tuple[str, ...],
        institution: Institution,
        countries: dict[int, tuple[int, str]],
    ) -> Parsed | None:
        folded = words.folded
        position = at + len(head)
        if tuple(folded[at:position]) != head or not words_joined(words, at, position):
            return None
        position, country = self._adjective(words, position, None)
        if institution.domains:
            after = self._domain(words, position, institution.domains)
            if after is None:
                return None
            position, country = self._adjective(words, after, country)
        if country is None:
            position, country = _country(words, position, countries)
        if country is None and not institution.stands_alone:
            return None
        return Parsed(position - at, institution, country)

    def _adjective(
        self, words: Words, position: int, country: str | None
    ) -> tuple[int, str | None]:
        if country is None and position < len(words) and words.joined(position):
            code = self.adjectives.get(words.folded[position])
            if code and not words.capital(position) and _ends(words, position):
                return position + 1, code
        return position, country

    @staticmethod
    def _domain(words: Words, position: int, domains: tuple[tuple[str, ...], ...]) -> int | None:
        folded = words.folded
        if position >= len(words) or folded[position] not in _OF:
            return None
        position += 1
        if position < len(words) and folded[position] in _ARTICLES:
            position += 1
        longest: int | None = None
        for domain in domains:
            after = position + len(domain)
            if tuple(folded[position:after]) == domain and (longest is None or after > longest):
                longest = after
        if longest is not None and not words_joined(words, position - 1, longest):
            return None
        return longest

    def entity(self, institution: Institution, country: str | None) -> EntityId:
        """The id of a country's institution, which may be known under its own name."""
        if country is None:
            return EntityId(f"organisation:{institution.id}")
        own = institution.same.get(country)
        if own:
            return EntityId(f"organisation:{slug(own)}")
        return EntityId(f"organisation:{institution.id}-{self.codes[country].partition(':')[2]}")

    def described(self, entity: EntityId) -> tuple[Institution, str | None] | None:
        """The institution and the country that an id made by `entity` names."""
        kind, _, rest = entity.partition(":")
        if kind != Kind.ORGANISATION:
            return None
        if rest in self._by_id:
            return self._by_id[rest], None
        at = rest.find("-")
        while at > 0:
            institution = self._by_id.get(rest[:at])
            country = self._country_names.get(rest[at + 1 :])
            if institution and country:
                return institution, country
            at = rest.find("-", at + 1)
        return None

    def country(self, code: str) -> EntityId:
        return self.codes[code]

    def institution(self, id_: str) -> Institution | None:
        return self._by_id.get(id_)

    def minister(self, words: Words, at: int) -> Parsed | None:
        """The ministry of « ministre … » at a word, if its country is told."""
        best: Parsed | None = None
        for institution in self._by_id.values():
            if institution.domains:
                found = self._parse(words, at, (words.folded[at],), institution, {})
                if found and (best is None or found.length > best.length):
                    best = found
        return best


def words_joined(words: Words, first: int, after: int) -> bool:
    """Whether only spaces, hyphens and apostrophes stand between these words."""
    return all(
        words.gap(at) in (" ", "-", "’", "'", "\u00a0", "‑") for at in range(first + 1, after)
    )


def _ends(words: Words, position: int) -> bool:
    """Whether the adjective is a whole word, not the first half of « israélo-palestinien »."""
    return position + 1 >= len(words) or words.gap(position + 1)[:1] != "-"


def _country(
    words: Words, position: int, countries: dict[int, tuple[int, str]]
) -> tuple[int, str | None]:
    at = position
    if at >= len(words) or words.folded[at] not in _OF:
        return position, None
    at += 1
    if at < len(words) and words.folded[at] in _ARTICLES:
        at += 1
    if at in countries and words_joined(words, position - 1, at + 1):
        length, code = countries[at]
        return at + length, code
    return position, None


def _named(label: str, raw: object) -> tuple[tuple[str, ...], dict[str, str]]:
    same: dict[str, str] = {}
    if isinstance(raw, dict):
        check_keys(label, raw, known=("name", "same"))
        same = dict(raw.get("same", {}))
        raw = raw.get("name", "")
    if not isinstance(raw, str) or not raw:
        raise SettingsError(f"{label}: an institution has no name.")
    return tuple(raw.split(" = ")), same


def _words(form: str) -> tuple[str, ...]:
    return tuple(slug(form).split("-"))


def _without_article(words: tuple[str, ...]) -> tuple[str, ...]:
    return words[1:] if words[0] in _ARTICLES else words


def _of(domain: str) -> str:
    for article, contracted in (("les ", "des "), ("le ", "du ")):
        if domain.startswith(article):
            return contracted + domain.removeprefix(article)
    return "de " + domain
