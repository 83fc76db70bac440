"""The names of an article settled: which candidates are names, of what kind, and of whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.entities.bare_surnames import is_bare_surname
from index.entities.discovery import Candidate, candidates
from index.entities.found_names import Found
from index.entities.meanings import definitions_in, meanings
from index.entities.name_neighbours import (
    generation_behind,
    grown,
    staff,
    unglued,
    with_particle,
    with_types,
)
from index.entities.names import folded_key, slug
from index.entities.persons import PARTICLES, ROYAL, initials_of, surname
from index.entities.short_names import Families, civility_of
from index.entities.weighed_kinds import (
    EQUIPMENT,
    KINDS,
    ORGANISATION,
    OTHER,
    PERSON,
    PLACE,
)
from index.entities.weighing import adjectives_in, has_inhabitants, is_name, likeliest_kind
from index.entities.words import Words
from index.model.article import EntityId, Kind
from index.text.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from index.entities.recognition import Recogniser
    from index.entities.votes import CorpusVotes

_BESIDE = 3.0  # what a cue gives right before a name: « le drone Hirondelle »
_STRONG = 2.5
"""By how much an article's own evidence must outweigh a gazetteer."""


class Settling:
    """What is certain about the names of one article."""

    def __init__(
        self,
        words: Words,
        found: tuple[Found, ...],
        runs: tuple[Candidate, ...],
        recogniser: Recogniser,
        *,
        votes: CorpusVotes | None,
        lead: str = "",
    ) -> None:
        self._words = words
        self._lead = lead
        self._of_lead: Families | None = None
        self.led: dict[EntityId, str] = {}
        """The full names of persons whom only the summary names in full."""
        self._found = found
        self._recogniser = recogniser
        self._votes = votes
        self._of_outlets = votes.outlets.named(runs, words, recogniser.lexicon) if votes else {}
        self._given: set[int] = set()
        """First names that belong to a surname before them."""
        defined = definitions_in(words, found, runs)
        accepted, doubtful = self._accepted(runs, frozenset(defined))
        self._families = Families(words, found, accepted, recogniser)
        # « Gantz a répondu » where the article names him in full elsewhere.
        accepted += [
            (run, PERSON)
            for run in doubtful
            if self._families.written(run.key, words.word(run.first))
        ]
        self._names = accepted
        self._meant, self._spelt = meanings(words, found, accepted, recogniser, defined=defined)
        self._spelt_out = frozenset(self._meant.values())

    def names(self) -> list[Found]:
        """The names with their places and entities."""
        meant, words = self._meant, self._words
        known = grown(self._names, self._found)
        result = list(self._spelt)
        for match in self._found:
            if match in known:
                continue
            acronym = words.folded[match.first]
            if match.after - match.first == 1 and acronym in meant:
                entity = meant[acronym]
                result.append(match._replace(entity=entity, kind=self._recogniser.kind(entity)))
            elif match.kind is Kind.PERSON:
                result.append(self._of_family(match))
            else:
                result.append(self._votes.outlets.longer(words, match) if self._votes else match)
        for run, kind in self._names:
            result.extend(self._named(run, kind))
        return with_types(words, result)

    def defined(self) -> tuple[tuple[EntityId, EntityId], ...]:
        """Acronyms that the article defines, as other articles may bear them, and their names."""
        told = (
            (EntityId(f"{entity.partition(':')[0]}:{key.replace(' ', '-')}"), entity)
            for key, entity in self._meant.items()
        )
        return tuple(pair for pair in told if pair[0] != pair[1])

    def _accepted(
        self, runs: tuple[Candidate, ...], defined: frozenset[int]
    ) -> tuple[list[tuple[Candidate, int]], list[Candidate]]:
        """The candidates that are names, with their kinds, and single words that may be."""
        small = self._words.small
        inside = {run.key for run in runs if not run.at_start}
        adjectives = adjectives_in(small)
        accepted: list[tuple[Candidate, int]] = []
        doubtful: list[Candidate] = []
        for run in runs:
            scores = self._scores(run, adjectives)
            if run.first in self._of_outlets:
                accepted.append((run, ORGANISATION))
            elif (
                run.first in defined
                or self._listed(run)
                or self._is_first_of_two(run)
                or is_name(run, scores, small, inside, self._votes)
            ):
                accepted.append((run, self._settled_kind(run, scores)))
            elif run.after - run.first == 1 and run.key not in small:
                doubtful.append(run)
        return accepted, doubtful

    def _scores(self, run: Candidate, adjectives: dict[str, list[str]]) -> tuple[float, ...]:
        """All evidence for the kinds of a candidate."""
        scores = self._votes.scores(run) if self._votes else run.scores
        if not has_inhabitants(run, adjectives):
            return scores
        return tuple(score + (1.5 if kind == PLACE else 0) for kind, score in enumerate(scores))

    def _is_first_of_two(self, run: Candidate) -> bool:
        """« Bill » in « Bill et Hillary Clinton », though it begins the sentence."""
        words, at = self._words, run.after
        first_names = self._recogniser.lexicon.first_names
        return (
            run.at_start
            and at - run.first == 1
            and at + 2 < len(words)
            and words.folded[at] == "et"
            and run.key in first_names
            and words.folded[at + 1] in first_names
            and words.capital(at + 1)
            and words.capital(at + 2)
            and words.gap(at + 2) == " "
        )

    def _settled_kind(self, run: Candidate, scores: tuple[float, ...]) -> int:
        """The kind by all evidence; that of a gazetteer yields to the article's own alone.

        « Vichy », « Royan » are the towns that they are listed as, whatever other articles let
        expect.
        """
        kind = likeliest_kind(run, scores, self._words, self._recogniser.lexicon)
        if kind == EQUIPMENT and self._votes is not None and self._is_loose(run, scores):
            kind = OTHER
        if run.after - run.first > 1 or run.titled < run.first:
            return kind
        listed = self._recogniser.listed(run.key)
        if kind == PLACE:
            bare = listed is None and is_bare_surname(
                run, scores, self._words, self._recogniser, self._votes
            )
            return PERSON if bare else kind
        if listed is None:
            return kind
        known = KINDS.index(self._recogniser.kind(listed))
        own = max(run.scores[at] for at in range(len(KINDS)) if at != known)
        return kind if own - run.scores[known] >= _STRONG else known

    def _is_loose(self, run: Candidate, scores: tuple[float, ...]) -> bool:
        """Whether a name without a figure stands once in the corpus, and no cue right beside it."""
        assert self._votes is not None
        before = self._words.word(run.first - 1) if run.first else ""
        # « NH90 Caïman »: the figure may stand before it.
        if any(char.isdigit() for char in f"{before} {run.key}") or self._votes.seen(run.key) > 1:
            return False
        return scores[EQUIPMENT] < _BESIDE

    def _named(self, run: Candidate, kind: int) -> Iterator[Found]:
        """What an accepted candidate names."""
        if f"organisation:{run.key.replace(' ', '-')}" in self._spelt_out:
            kind = ORGANISATION
        if run.first in self._given:
            return
        if listed := self._listed(run):
            self._given.add(run.after)
            yield listed
            return
        if kind != PERSON and run.after - run.first == 1 and self._is_of_somebody(run, kind):
            kind = PERSON
        owned = self._owned(run, kind)
        if owned is not None:
            yield owned
            return
        alone = run.after - run.first == 1
        place = self._recogniser.listed(run.key) if alone and kind == PLACE else None
        if place is not None:
            yield Found(run.first, run.after, place, Kind.PLACE, run.by)
        elif run.key in self._meant:
            entity = self._meant[run.key]
            yield Found(run.first, run.after, entity, self._recogniser.kind(entity), run.by)
        elif kind == PERSON:
            yield self._person(run)
        else:
            yield from self._other(run, kind)

    def _owned(self, run: Candidate, kind: int) -> Found | None:
        """The person of the article, or of its summary, whose surname a candidate is; None if nobody's."""
        families = self._families
        if run.after - run.first > 1 and run.key not in families:
            return None
        owner = families.owner(run.key, run.first, run.titled)
        if self._lead and run.titled < run.first and not families.names_before(run.key, run.first):
            # The summary is read first: « M. Varnac » is whom it names, not a namesake further on.
            owner = self._named_in_lead(run) or owner
        whole = with_particle(self._words, run) if owner is None else ""
        if whole in families:
            # « Le Pen a répondu »: what begins the sentence belongs to the surname.
            entity = families.owner(whole, run.first - 1, min(run.titled, run.first - 1))
            if entity:
                return Found(run.first - 1, run.after, entity, Kind.PERSON, run.by)
        if owner is None or not (kind in (PERSON, OTHER) or run.scores[kind] < _STRONG):
            return None
        if run.titled == run.first and self._is_family(run.first):
            owner = EntityId(f"person:famille-{slug(run.key)}")
        return Found(run.titled, run.after, owner, Kind.PERSON, run.by)

    def _other(self, run: Candidate, kind: int) -> Iterator[Found]:
        """What is no person and no known name."""
        name, cut = unglued(run, kind, self._votes)
        entity = EntityId(f"{KINDS[kind]}:{name.replace(' ', '-')}")
        if self._recogniser.needs_words(entity):
            # The words beside it do not speak for the one that gazetteers know.
            entity = EntityId(f"{entity}-autre")
        if outlet := self._of_outlets.get(run.first):
            entity = EntityId(f"organisation:{slug(outlet)}")
        by = f"glued {cut}" if cut else run.by
        yield Found(run.first, run.after, entity, KINDS[kind], by)
        if kind == ORGANISATION:
            yield from staff(self._words, run)

    def _named_in_lead(self, run: Candidate) -> EntityId | None:
        """The person whom a summary outside the text names in full: « Mme Varnac », « M. Varnac »."""
        royal = any(self._words.folded[at] in ROYAL for at in range(run.titled, run.first))
        lead = fold(self._lead)
        if royal or run.key.rpartition(" ")[2] not in lead:
            return None
        family = self._families.family(run.key)
        if family and all(member.given in lead for member in family):
            return None
        if self._of_lead is None:
            words = Words(self._lead)
            found = tuple(self._recogniser.find(words))
            runs = tuple(candidates(words, found, self._recogniser.lexicon))
            self._of_lead = Settling(words, found, runs, self._recogniser, votes=None)._families
        owner = self._of_lead.owner_called(run.key, civility_of(self._words, run.titled, run.first))
        if owner in self._of_lead.names:
            self.led[owner] = self._of_lead.names[owner]
        return owner

    def _person(self, run: Candidate) -> Found:
        """A person whom nothing else in the article names by this name."""
        words = self._words
        name, cut = unglued(run, PERSON, self._votes)
        by = f"glued {cut}" if cut else run.by
        entity = EntityId(f"person:{name.replace(' ', '-')}")
        if run.titled == run.first and self._is_family(run.first, sure=True):
            entity = EntityId(f"person:famille-{slug(run.key)}")
        elif run.after - run.first == 1:
            entity = self._single(run) or entity
        elif self._reversed(run):
            entity = EntityId(f"person:{slug(' '.join(reversed(run.key.split(' '))))}")
        elif initials := initials_of(words.surface(run.first, run.after)):
            entity = self._families.by_initials(*initials) or entity
        after = run.after
        if generation := generation_behind(words, run):
            # « Odon Varnac fils » is not his father.
            entity, after = EntityId(f"{entity}-{generation}"), after + 1
        match = Found(run.titled, after, entity, Kind.PERSON, by)
        if run.titled == run.first:
            return self._recogniser.namesake(words, match) or match
        return match

    def _reversed(self, run: Candidate) -> bool:
        """« DUPONT Jean »"""
        words = self._words
        surname_, given = words.word(run.first), words.word(run.after - 1)
        return (
            run.after - run.first == 2
            and len(surname_) > 2
            and surname_.isupper()
            and not given.isupper()
            and words.folded[run.after - 1] in self._recogniser.lexicon.first_names
        )

    def _listed(self, run: Candidate) -> Found | None:
        """« Dupont, Jean (PS) », as lists of candidates have it."""
        words = self._words
        at = run.after
        end = words.ends[at - 1]
        if (
            words.text[end : end + 2] == ", "
            and run.after - run.first == 1
            and at + 1 < len(words)
            and words.gap(at) == ", "
            and words.folded[at] in self._recogniser.lexicon.first_names
            and words.capital(at)
            and words.gap(at + 1) == " ("
            and words.word(at + 1).isupper()
            and run.key not in self._recogniser.lexicon.first_names
        ):
            entity = EntityId(f"person:{slug(words.word(at))}-{slug(run.key)}")
            return Found(run.first, at + 1, entity, Kind.PERSON, run.by)
        return None

    def _is_of_somebody(self, run: Candidate, kind: int) -> bool:
        """« la famille Zorvat », « l'affaire Zorvat »: a word that the lists do not have as a place."""
        if self._is_family(run.first, sure=True):
            return True
        case = run.first > 0 and self._words.folded[run.first - 1] in ("affaire", "proces")
        return case and kind == PLACE and self._recogniser.listed(run.key) is None

    def _is_family(self, first: int, *, sure: bool = False) -> bool:
        """« les frères Kouachi », « la famille Daval »: several of one surname; « les Daval » is not sure."""
        if sure and self._words.folded[first - 1 : first] in (["les"], ["des"], ["aux"]):
            return False
        words = self._words
        beside = first > 0 and words.gap(first) in (" ", "\u00a0", "-")
        return beside and words.folded[first - 1] in self._recogniser.lexicon.several

    def _single(self, run: Candidate) -> EntityId | None:
        """The person that one word names: a king, a surname with its civility, a first name."""
        words = self._words
        title = words.folded[run.titled]
        if run.titled < run.first and title in ROYAL:
            return EntityId(f"person:{title}-{run.key}")
        civility = civility_of(words, run.titled, run.first)
        if civility == "f":
            return EntityId(f"person:mme-{run.key}")
        if (
            civility
            or run.titled < run.first
            or run.key not in self._recogniser.lexicon.first_names
        ):
            return None
        spouse = self._beside(run)
        if spouse:
            return EntityId(f"person:{run.key}-{spouse}")
        return self._families.called(run.key)

    def _beside(self, run: Candidate) -> str:
        """The surname of both in « Bill et Hillary Clinton »."""
        words = self._words
        at = run.after
        if at + 1 >= len(words) or words.folded[at] != "et" or words.gap(at) != " ":
            return ""
        for match in self._found:
            if match.first == at + 1 and match.kind is Kind.PERSON:
                return slug(surname(self._recogniser.name(match.entity)) or "")
        for other, kind in self._names:
            if other.first == at + 1 and kind == PERSON and other.after - other.first > 1:
                return slug(surname(words.surface(other.first, other.after)) or "")
        return ""

    def _of_family(self, match: Found) -> Found:
        """A person known to a gazetteer, unless a civility or the article says another."""
        words = self._words
        short = surname(self._recogniser.name(match.entity))
        key = folded_key(short) if short else ""
        first = match.after - len(key.split(" "))
        if not key or " ".join(words.folded[first : match.after]) != key or first < match.first:
            return match
        if words.folded[first - 1] in PARTICLES and first > match.first:
            return match
        if any(
            words.folded[at] in self._recogniser.lexicon.first_names
            for at in range(match.first, first)
        ):
            # The full name.
            return match
        if first == match.first and self._is_family(first):
            return match._replace(entity=EntityId(f"person:famille-{slug(key)}"))
        if any(words.folded[at] in ROYAL for at in range(match.first, first)):
            title = words.folded[match.first]
            return match._replace(entity=EntityId(f"person:{title}-{slug(key)}"))
        owner = self._families.owner(key, first, match.first)
        if owner and (civility_of(words, match.first, first) or owner != f"person:{slug(key)}"):
            return match._replace(entity=owner)
        return match
