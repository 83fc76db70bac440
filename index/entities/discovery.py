"""Names that no gazetteer knows: runs of capitalised words without the words that only precede a
name.

The rules are those of French press: a capital at the start of a sentence tells nothing, a role or a
civility is no part of the name, « la Défense » alone names nobody.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from index.entities.acronyms import SMALL, abbreviates
from index.entities.beginnings import Beginnings
from index.entities.cues import Weights, cues
from index.entities.evidence import Evidence
from index.entities.name_evidence import ROMAN
from index.entities.persons import BEFORE_NAMES, CIVILITIES, OFFICES, TITLES
from index.entities.run_over import runs_over
from index.entities.runs import KNOWN, OPEN, Runs
from index.entities.weighed_kinds import ORGANISATION, OTHER, PLACE
from index.model.article import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.entities.context import Lexicon
    from index.entities.found_names import Found
    from index.entities.words import Words

_LONGEST = 14
_ARTICLES = frozenset(("le", "la", "l", "les"))
_LOUD = 4
_MANY = 4
_AUXILIARIES = frozenset("a est avait etait s se n ne".split())  # noqa: SIM905
"""What follows a subject."""
_SITE = 5.0
_NOBLE = frozenset(("de", "d", "du", "des", "van", "von", "el", "al", "ben"))
_ROAD = re.compile(r"[AND]\d{1,4}")


class Candidate(NamedTuple):
    """A run of words that may be a name, with the scores for each kind."""

    first: int
    after: int
    key: str
    """Its folded words, without a civility or title."""
    scores: tuple[float, ...]
    """One score for each kind, in the order of `KINDS`."""
    titled: int
    """The first word of the mention if it is a person: the civility or title included."""
    at_start: bool
    """Whether it may have its capital only because it begins a sentence."""
    by: str = "rules"
    """The extractor that found it."""


def candidates(words: Words, found: Sequence[Found], lexicon: Lexicon) -> list[Candidate]:
    """The runs of capitalised words outside the names already found."""
    return _Scan(words, found, lexicon).run()


_HALVES = frozenset(
    "mi demi semi franco anglo sino germano russo nippo israelo turco italo hispano luso indo afro euro greco".split()  # noqa: SIM905
)
"""The first halves of « Mi-juillet » and of adjectives of two nations."""


_ASKING = frozenset("t il elle on ils elles vous nous je tu moi toi lui ce".split())  # noqa: SIM905
"""What a verb has behind it: « Va-t-on … ? », « Peut-elle … ? »."""


_CONSENT = frozenset(("avec", "sans", "eu", "obtenu", "demander", "demande", "attend", "donner"))
"""Words before « l'accord de X » that make it X's consent."""


class _Scan:
    def __init__(self, words: Words, found: Sequence[Found], lexicon: Lexicon) -> None:
        self.words = words
        self.lexicon = lexicon
        self.taken = bytearray(len(words))
        self.kind_at: dict[int, Kind] = {}
        for match in found:
            self.kind_at[match.first] = match.kind
            single = match.after - match.first == 1
            may_grow = single and match.kind in (Kind.PLACE, Kind.ORGANISATION)
            for at in range(match.first, match.after):
                self.taken[at] = OPEN if may_grow and not self.taken[at] else KNOWN
        self._runs = Runs(words, lexicon, self.taken)
        self._beginnings = Beginnings(words, lexicon)
        self._evidence = Evidence(words, lexicon, self.kind_at, Weights(cues()))

    def run(self) -> list[Candidate]:
        found: list[Candidate] = []
        reached = 0
        shouted = self._shouted()
        for at in self.words.capitals:
            if (
                at < reached
                or at in shouted
                or self.taken[at] == KNOWN
                or (self.taken[at] and not self._runs.goes_on(at))
                or self._only_begins(at)
            ):
                continue
            reached = self._runs.end(at)
            candidate = self._candidate(at, reached)
            if candidate:
                found.append(candidate)
                reached = max(reached, candidate.after)
        return self._spelt_out(self._parted(found))

    def _only_begins(self, at: int) -> bool:
        """Whether a word has its capital only because it begins a sentence: « Au CHU de Limoges »,
        « La Bourse de Paris », « Le port est plein ».
        """
        words = self.words
        after = at + 1
        if after >= len(words) or words.folded[at] not in self.lexicon.starters:
            return False
        if not words.capital(after):
            return self._runs.ends_with(at) and words.begins_sentence(at)
        return (
            not ROMAN.fullmatch(words.surfaces[after])
            and words.gap(after) in (" ", "'", "’", "\u00a0")
            and words.begins_sentence(at)
        )

    def _spelt_out(self, found: list[Candidate]) -> list[Candidate]:
        """Names before their acronym, which tells how far back the name goes: « Action pour les
        lacs (APL) ».
        """
        whole: list[Candidate] = []
        single = [run.first for run in found if run.after - run.first == 1]
        for acronym in (*single, *(at for at in self.kind_at if self.taken[at] == OPEN)):
            first = self._spelt_from(acronym)
            if first is not None:
                key = " ".join(self.words.folded[first:acronym])
                scores = list(self._evidence.scores(first, acronym, first))
                kind = OTHER if self.words.folded[first] in self.lexicon.measures else ORGANISATION
                scores[kind] += 5
                whole.append(Candidate(first, acronym, key, tuple(scores), first, False))
        if not whole:
            return found
        inside = {at for run in whole for at in range(run.first, run.after)}
        kept = [run for run in found if run.first not in inside]
        return sorted(kept + whole)

    def _spelt_from(self, at: int) -> int | None:
        """The first word of the name that an acronym in brackets abbreviates."""
        words = self.words
        acronym = words.surfaces[at]
        if words.gap(at) not in (" (", "\u00a0(", " (« ") or not acronym.isupper():
            return None
        for first in range(at - 2, max(-1, at - _LONGEST), -1):
            if words.gap(first + 1).strip(" \u00a0'’-") or self.taken[first] == KNOWN:
                return None
            if (
                words.capital(first)
                and words.folded[first] not in SMALL
                and abbreviates(acronym, words.surface(first, at))
            ):
                return first
        return None

    def _parted(self, found: list[Candidate]) -> list[Candidate]:
        """Cuts « Mali-Niger » in two names if one of them stands alone elsewhere in the article."""
        alone = {run.key for run in found if run.after - run.first == 1}
        alone |= {self.words.folded[at] for at in self.kind_at}
        parted: list[Candidate] = []
        for run in found:
            if self._is_chain(run) and any(
                self.words.folded[at] in alone for at in range(run.first, run.after)
            ):
                parts = (self._candidate(at, at + 1) for at in range(run.first, run.after))
                parted.extend(part for part in parts if part)
            else:
                parted.append(run)
        return parted

    def _is_chain(self, run: Candidate) -> bool:
        """Whether a run is made of capitalised words with hyphens between, and is nobody's first name."""
        words = self.words
        inner = range(run.first + 1, run.after)
        return (
            len(inner) > 0
            and run.titled == run.first
            and all(
                words.gap(at) == "-" and words.capital(at) and len(words.folded[at]) > 2
                for at in inner
            )
            and words.folded[run.first] not in self.lexicon.first_names
        )

    def _candidate(self, first: int, after: int) -> Candidate | None:
        first, titled, at_start = self._beginnings.of(first, after)
        first, titled = self._beginnings.after_portfolio(first, titled, after)
        if first >= after or all(self.taken[at] for at in range(first, after)):
            return None
        if titled < first and not self._titled(titled, first):
            titled = first
        if self._names_nothing(first, after, titled, at_start=at_start):
            return None
        event = self._event_head(first, titled)
        site = first if event < first or titled < first else self._site_head(first)
        if min(event, site) < first:
            first = titled = min(event, site)
        after = self._place_tail(first, after)
        if self._particle_before(first, titled):
            first, titled = first - 1, first - 2
        return self._weighed(first, after, titled, at_start=at_start, is_site=site == first)

    def _names_nothing(self, first: int, after: int, titled: int, *, at_start: bool) -> bool:
        """Whether a run is glued words, common words with capitals, or a word that is no name alone."""
        words, plain = self.words, self.lexicon.plain
        if runs_over(words, first, after, self.lexicon):
            return True
        if after - first == 1 and not self._single(first, titled, at_start):
            return True
        return all(
            words.folded[at] in plain or words.folded[at] in _ARTICLES for at in range(first, after)
        )

    def _weighed(
        self, first: int, after: int, titled: int, *, at_start: bool, is_site: bool
    ) -> Candidate:
        words = self.words
        key = " ".join(words.folded[first:after])
        scores = self._evidence.scores(first, after, titled)
        if is_site and not words.capital(first):
            scores = tuple(
                score + (_SITE if kind == PLACE else 0) for kind, score in enumerate(scores)
            )
        titled = self._title_before(first, titled)
        doubtful = at_start and titled == first and not self._is_subject(first, after)
        return Candidate(first, after, key, scores, titled, doubtful)

    def _is_subject(self, first: int, after: int) -> bool:
        """Whether a run at the head of a sentence is its subject: « Rand Zorvat a parlé », « Rand Zorvat,
        un ancien du port, … »; its second capital means something, and its first word is not one that
        the article writes small.
        """
        words = self.words
        if not 1 < after - first < _MANY or after >= len(words) or words.capital(after):
            return False
        gap = words.gap(after)
        verb = words.folded[after] in _AUXILIARIES and words.word(after) != "à"
        goes_on = gap == ", " or (gap == " " and verb)
        return (
            goes_on
            and words.folded[first] not in words.small
            and all(
                words.word(at)[1:].islower() and words.capital(at) for at in range(first, after)
            )
        )

    def _shouted(self) -> set[int]:
        """The words of lines in capitals, where a capital tells nothing."""
        words = self.words
        shouted: set[int] = set()
        row: list[int] = []
        for at in words.capitals:
            loud = words.surfaces[at].isupper()
            if row and (at != row[-1] + 1 or not loud):
                if len(row) >= _LOUD:
                    shouted.update(row)
                row = []
            if loud:
                row.append(at)
        return shouted.union(row) if len(row) >= _LOUD else shouted

    def _event_head(self, first: int, titled: int) -> int:
        """The first word of an event whose name begins with a small noun before « de »: « accords
        d'Abraham ».
        """
        words = self.words
        at = first - 1
        while at >= 0 and words.folded[at] in ("de", "d", "du", "des", "la", "l"):
            at -= 1
        named = titled == first and 0 <= at < first - 1
        if named and words.folded[at] in self.lexicon.event_of and not self._agreed(at, first):
            return first if "\n" in words.surface(at, first) else at
        return first

    def _agreed(self, at: int, first: int) -> bool:
        """Whether « accord de X » is somebody's consent or a kind of contract: « l'accord du Centre »,
        « avec l'accord de Paul », « un accord d'APLD ».
        """
        words = self.words
        if words.folded[at] != "accord":
            return False
        if at > 1 and words.folded[at - 1] == "l" and words.folded[at - 2] in _CONSENT:
            return True
        acronym = words.surfaces[first].isupper() and len(words.surfaces[first]) > 1
        return acronym or words.folded[first] in self.lexicon.organisation_heads

    def _site_head(self, first: int) -> int:
        """The first word of a place that is called after something: « rue des Tanneurs », « musée
        de la Marine ».
        """
        words = self.words
        at = first - 1
        while at >= 0 and words.folded[at] in ("de", "du", "des", "la", "l"):
            at -= 1
        of = words.folded[at + 1 : first]
        if at < 0 or of not in (["des"], ["du"], ["de", "la"], ["de", "l"]):
            return first
        if words.folded[at] not in self.lexicon.sites or words.capital(at):
            return first
        if words.folded[at] == "place" and at and words.folded[at - 1] in ("la", "sa", "en"):
            # « à la place des Verts »
            return first if at < 2 or words.folded[at - 2] == "a" else at
        return first if "\n" in words.surface(at, first) else at

    def _place_tail(self, first: int, after: int) -> int:
        """The word after a place that ends in an adjective: « Sahara occidental »."""
        words = self.words
        if (
            after < len(words)
            and words.gap(after) == " "
            and words.folded[after] in self.lexicon.place_tails
            and after - first <= 2
        ):
            return after + 1
        return after

    def _titled(self, titled: int, first: int) -> bool:
        return any(self.words.folded[at] in BEFORE_NAMES for at in range(titled, first))

    def _particle_before(self, first: int, titled: int) -> bool:
        """The first word of a surname that begins with a small word after a civility: « M. de
        Villiers ».
        """
        words = self.words
        return (
            titled == first
            and first > 1
            and words.folded[first - 1] in _NOBLE
            and words.folded[first - 2] in CIVILITIES
            and words.capital(first - 2)
            and words.gap(first - 1).strip(" \u00a0\u202f") in ("", ".")
        )

    def _title_before(self, first: int, titled: int) -> int:
        words = self.words
        if titled < first or first == 0:
            return titled
        if words.folded[first - 1] in TITLES and words.gap(first) == " ":
            return first - 1
        return first

    def _single(self, at: int, titled: int, at_start: bool) -> bool:
        """Whether a word alone may be a name."""
        words = self.words
        word = words.folded[at]
        surface = words.surfaces[at]
        if word in CIVILITIES and len(word) > 1:
            return False
        if titled < at:
            return self._surname(at)
        if len(word) == 1 or ROMAN.fullmatch(surface) or _ROAD.fullmatch(surface):
            return False
        hyphen = at + 1 < len(words) and words.gap(at + 1) in ("-", "‑")
        if hyphen and (word in _HALVES or words.surfaces[at + 1] in _ASKING):
            return False
        if word in self.lexicon.starters and (at_start or not surface.isupper()):
            return False
        return not self._only_precedes(word)

    def _only_precedes(self, word: str) -> bool:
        """Whether a word with a capital is a title, or begins the names of others."""
        lexicon = self.lexicon
        return (
            word in TITLES
            or word in OFFICES
            or word in lexicon.tail_heads
            or word in lexicon.realms
            or word in lexicon.plain
        )

    def _surname(self, at: int) -> bool:
        """Whether a word behind a civility is a surname: not in « M. Tout-le-monde », « la finition M
        Sport ».
        """
        words = self.words
        word, after = words.folded[at], at + 1
        if word in self.lexicon.starters and after < len(words) and words.gap(after) == "-":
            return False
        trim = words.surfaces[at - 1] == "M" and words.gap(at) == " "
        return len(word) > 1 and not (trim and word in self.lexicon.equipment_words)
