"""Facts without a class of words: clauses that a source denies, names, differences of rows."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from datetime import date
from itertools import combinations

from index.compare.named import bare_name
from index.compare.statements import Statement
from index.compare.whole import placed
from index.facts.claims_in_context import place_of
from index.facts.clauses import Clause
from index.facts.cut_words import LABEL, short_words, trimmed
from index.facts.denied_deeds import DeniedDeed
from index.facts.figure_frames import Accounts, of_one, sentence_at
from index.facts.governors import governors
from index.facts.moments import by_bulletin
from index.facts.name_forms import inflected, of_one_stem
from index.facts.opposed import OF, Opposed, verdict_of
from index.facts.polarity import Turned
from index.facts.rungs import on_two_rungs
from index.facts.silences import Silence
from index.facts.spellings import is_transliterated, spelt_alike
from index.facts.stakes import stake
from index.french.dates import anchor_of
from index.french.quantities import quantities
from index.model.article import Article, ArticleId
from index.model.claims import Claim, ClaimKind, ClaimManner
from index.model.comparison import About, Difference, Verdict
from index.model.facts import Account, Fact, FactVerdict
from index.model.text import Span
from index.text.folding import fold

_VERDICTS = {
    Verdict.AGREE: FactVerdict.AGREE,
    Verdict.NARROWER: FactVerdict.NARROWER,
    Verdict.OVERLAP: FactVerdict.NARROWER,
    Verdict.CONFLICT: FactVerdict.CONFLICT,
    Verdict.UPDATE: FactVerdict.UPDATE,
    Verdict.VARIANT: FactVerdict.CONFLICT,
    Verdict.NOT_COMPARABLE: FactVerdict.NOT_COMPARABLE,
}
_KINDS = {
    About.DATE: ClaimKind.DATE,
    About.QUANTITY: ClaimKind.COUNT,
    About.NAME: ClaimKind.NAME,
    About.ROLE: ClaimKind.ROLE,
}
_STAKES = {
    ClaimKind.DATE: 0.4, ClaimKind.COUNT: 0.5, ClaimKind.NAME: 0.5, ClaimKind.ROLE: 0.4,
}  # fmt: skip
_OTHER_SIZE = 3.0
_MONTH = re.compile(
    r"janv|févr|mars|avril|\bmai\b|juin|juil|août|sept|octo|nove|déce|\d{4}", re.IGNORECASE
)
_AGE_OR_SPAN = re.compile(r"[^\W_]\s?(?:ans|mois|jours|semaines|heures|minutes)\b")
_OTHERS = re.compile(r"[^\W_]+(?:[-\s][^\W_]+)?\sautres?\b", re.IGNORECASE)
_OF_WHAT = re.compile(
    r"\s?(?:des?\s|du\s|d['’]|de\sla\s|de\sl['’])?\s?(?:l[ae]s?\s)?(?P<noun>[^\W\d_]+)"
)
_SIGNS = re.compile(r"[-–\s.'’]")
_STEM = 5
_LAST_HEARD = re.compile(r"é$")
_CLAUSE = 0.62


_FORMER = re.compile(r"\b(?:ex-|ancien(?:ne)?\b)", re.IGNORECASE)
_OF_TWO_DAYS = (FactVerdict.NOT_COMPARABLE, FactVerdict.CONFLICT)


class Making:
    """Makes facts whose spans are over the text or the lead of each article."""

    def __init__(
        self,
        articles: Sequence[Article],
        wholes: Sequence[Article],
        sides: Sequence[Sequence[Statement]],
    ) -> None:
        self._articles = articles
        self._wholes = wholes
        self._sides = sides

    def of_clauses(self, pair: Turned) -> Fact:
        # None of fourteen such denials in the press was one: their words are alike, their things are not.
        ends = sorted((pair.one, pair.other), key=lambda clause: clause.side)
        told = [(clause.side, self._clause(clause)) for clause in ends]
        plain = next((clause for clause in ends if not clause.turned), ends[0])
        label = short_words(plain.span.of(self._wholes[plain.side].text))
        return self.fact(ClaimKind.STATUS, "said", label, FactVerdict.TO_CHECK, told, _CLAUSE)

    def of_deed(self, deed: DeniedDeed) -> Fact:
        text = self._wholes[deed.sides[0]].text
        told = sorted(
            zip(deed.sides, (deed.told, deed.denied), strict=True), key=lambda each: each[0]
        )
        label = short_words(deed.told.span.of(text))
        return self.fact(ClaimKind.STATUS, "deed", label, FactVerdict.DENIED, told, _CLAUSE)

    def of_doings(self, pair: Opposed) -> Fact:
        ends = sorted((pair.one, pair.other), key=lambda doing: doing.side)
        plain = next((doing for doing in ends if not doing.turned), ends[0])
        text = self._wholes[plain.side].text
        at = max(text.rfind(mark, plain.claim.sentence.start, plain.claim.start) for mark in ",;:«")
        start = plain.claim.sentence.start if at < 0 else at
        words = short_words(text[start : max(plain.claim.end, start + LABEL)])
        published = [anchor_of(article.published) for article in self._articles]
        return self.fact(
            ClaimKind.STATUS, OF, words, verdict_of(pair, published),
            [(doing.side, doing.claim) for doing in ends], _CLAUSE,
        )  # fmt: skip

    def of_silence(self, found: Silence) -> Fact:
        """A silence is over where a later account lets the same one speak; else one account tells more."""
        published = [anchor_of(article.published) for article in self._articles]
        ours = published[found.side]
        theirs = [day for side, _ in found.speaking if (day := published[side]) is not None]
        later = ours is not None and theirs and max(theirs) > ours
        verdict = FactVerdict.UPDATE if later else FactVerdict.NARROWER
        told = [(found.side, found.silent), *found.speaking]
        return self.fact(
            ClaimKind.STANCE, "reaction", f"réaction, {short_words(found.who)}", verdict, told, 0.4
        )

    def of_names(
        self, label: str, told: Sequence[tuple[int, Claim]], of: str, *, sure: bool = True
    ) -> Fact:
        verdict = FactVerdict.CONFLICT if sure else FactVerdict.TO_CHECK
        return self.fact(ClaimKind.NAME, of, label, verdict, told, 0.6)

    def of_spellings(self, name: str, told: Sequence[tuple[int, Claim]]) -> Fact:
        """Two spellings of a name; of one from another alphabet neither is wrong."""
        spelt = {claim.value for _, claim in told}
        foreign = any(
            is_transliterated(one, other) for one, other in combinations(sorted(spelt), 2)
        )
        verdict = FactVerdict.NARROWER if foreign else FactVerdict.CONFLICT
        return self.fact(ClaimKind.NAME, "spelling", f"graphie, {name}", verdict, told, 0.6)

    def of_difference(self, found: Difference) -> Fact | None:
        side_of = {article.id: side for side, article in enumerate(self._articles)}
        kind = _KINDS[found.about]
        verdict = _VERDICTS[found.verdict]
        if found.verdict is Verdict.VARIANT and (
            found.about is About.ROLE or not self._named(found, side_of)
        ):
            verdict = FactVerdict.NARROWER
        elif found.verdict is Verdict.VARIANT and found.about is About.NAME:
            spelt = self._spellings(found, side_of)
            if len({_SIGNS.sub("", each) for each in frozenset.union(*spelt)}) < 2:
                return None  # accents, a plural or a hyphen alone: « F16 », « F-16 »
            every = frozenset.union(*spelt)
            if not spelt_alike(every):
                return None  # two names of one: « l'Allemagne », « l'Etat allemand »
            if frozenset.intersection(*spelt) or inflected(every) or of_one_stem(every):
                verdict = FactVerdict.NARROWER
        if found.about is About.DATE and verdict in _OF_TWO_DAYS:
            return None  # two days of two things tell nothing; of those that exclude each other two in nine did
        if found.about is About.DATE and self._of_other_things(found, side_of):
            return None  # two days of one person: a visit, a meeting
        if len(found.sides) < 2 or self._of_two_things(found, side_of):
            return None
        if verdict is FactVerdict.CONFLICT and kind is ClaimKind.ROLE:
            # Each account names another office of one person: of such lines of the press none was a contradiction.
            # That he holds it or held it is another thing than what it is called.
            shared = self._in_common(found, side_of) and not self._held_before(found, side_of)
            verdict = FactVerdict.NARROWER if shared else FactVerdict.TO_CHECK
        if self._on_two_rungs(found, side_of) or _is_conflict_of_counts(kind, verdict):
            verdict = FactVerdict.TO_CHECK
        told = []
        for passage in found.sides:
            side = side_of[passage.article]
            text = self._wholes[side].text
            told += [
                (side, Claim(kind, "", span.start, span.end, span.of(text), span))
                for span in passage.spans
            ]
        return self.fact(kind, "", found.label, verdict, told, _STAKES[kind], why=found.why)

    def _of_two_things(self, found: Difference, side_of: dict[ArticleId, int]) -> bool:
        """Whether values that a row sets apart may be those of two things, two days or two sizes."""
        if found.verdict is Verdict.CONFLICT and (
            self._doubtful(found, side_of)
            or self._of_other_things(found, side_of)
            or self._each_of_its_day(found, side_of)
        ):
            return True
        accounts = Accounts(self._wholes, self._sides, side_of)
        return found.about is About.QUANTITY and not of_one(found, accounts)

    def _doubtful(self, found: Difference, side_of: dict[ArticleId, int]) -> bool:
        """Whether a row's conflict may be none: days without their month, figures of different
        sizes.
        """
        words = [
            passage.spans[0].of(self._wholes[side_of[passage.article]].text)
            for passage in found.sides
            if passage.spans
        ]
        if found.about is About.DATE:
            return not all(_MONTH.search(each) for each in words)
        others = [
            _OTHERS.match(self._wholes[side_of[p.article]].text, p.spans[0].start) is not None
            for p in found.sides
            if p.spans
        ]
        if any(others) and not all(others):
            return True  # « quatre autres départements » are no count of all
        if any(_AGE_OR_SPAN.search(each) for each in words):
            return True  # ages and lengths of time are read with their owners, as claims
        if all("%" in each for each in words) and not self._of_one_noun(found, side_of):
            return True
        values = [q.value for each in words for q in quantities(each)[:1]]
        return len(values) > 1 and max(values) > _OTHER_SIZE * max(1.0, min(values))

    def _each_of_its_day(self, found: Difference, side_of: dict[ArticleId, int]) -> bool:
        """Whether the days of bulletins are those of the publications: « samedi 4 mars », told that Saturday, beside
        « dimanche 5 mars », told that Sunday.
        """
        if found.about is not About.DATE:
            return False
        gaps, published = set(), set()
        for passage in found.sides:
            side = side_of[passage.article]
            appeared = anchor_of(self._articles[side].published)
            days = [
                date.fromisoformat(mention.earliest)
                for mention in self._wholes[side].annotations.dates
                if mention.earliest
                and mention.earliest == mention.latest
                and any(span.overlaps(Span(mention.start, mention.end)) for span in passage.spans)
            ]
            told = sentence_at(self._sides[side], passage.spans[0]) if passage.spans else None
            if appeared is None or not days or told is None or not by_bulletin(told):
                return False
            published.add(appeared)
            gaps |= {(day - appeared).days for day in days}
        return len(published) > 1 and len(gaps) == 1 and abs(gaps.pop()) <= 1

    def _held_before(self, found: Difference, side_of: dict[ArticleId, int]) -> bool:
        """Whether some accounts only call an office former, and others only present: « ancien maire », « maire »."""
        former = [
            {_FORMER.search(span.of(self._wholes[side_of[p.article]].text)) is not None for span in p.spans}
            for p in found.sides
        ]  # fmt: skip
        return {True} in former and {False} in former

    def _on_two_rungs(self, found: Difference, side_of: dict[ArticleId, int]) -> bool:
        """Whether two accounts give somebody offices of which nobody holds both: « président », « directeur général »."""
        if found.about is not About.ROLE:
            return False
        offices = [
            [s.of(self._wholes[side_of[p.article]].text) for s in p.spans] for p in found.sides
        ]
        return any(on_two_rungs(*pair) for pair in combinations(offices, 2))

    def _in_common(self, found: Difference, side_of: dict[ArticleId, int]) -> bool:
        """Whether two accounts give an office in the same words, one perhaps as a longer one,
        whatever else they call its holder.
        """
        told = [
            {fold(span.of(self._wholes[side_of[p.article]].text)) for span in p.spans}
            for p in found.sides
        ]
        return any(
            a.startswith(b) or b.startswith(a)
            for one, other in combinations(told, 2)
            for a in one
            for b in other
        )

    def _of_other_things(self, found: Difference, side_of: dict[ArticleId, int]) -> bool:
        """Whether two days are told of different things (« suspendu mercredi », « reconnu vendredi »), or
        two figures of different places.
        """
        if found.about not in (About.DATE, About.QUANTITY):
            return False
        told: list[set[str]] = []
        for passage in found.sides:
            side = side_of[passage.article]
            text = self._wholes[side].text
            words: set[str] = set()
            for span in passage.spans:
                statement = sentence_at(self._sides[side], span)
                if statement is None:
                    continue
                if found.about is About.DATE:
                    words |= governors(statement, span, text)
                elif place := place_of(statement, span, text):
                    words.add(place)
            told.append(words)
        if found.about is About.QUANTITY and not all(told):
            return False
        if found.about is About.DATE and len(told) > 2:
            # Each day is of what another account tells of.
            return any(not any(one & other for other in told if other is not one) for one in told)
        return not any(one & other for one, other in combinations(told, 2))

    def _of_one_noun(self, found: Difference, side_of: dict[ArticleId, int]) -> bool:
        """Whether two shares are followed by one noun: « 90 % des TGV », « 85 % des Transiliens »."""
        nouns = []
        for passage in found.sides:
            text = self._wholes[side_of[passage.article]].text
            match = _OF_WHAT.match(text, passage.spans[0].end) if passage.spans else None
            nouns.append(fold(match["noun"])[:_STEM] if match else "")
        return len(set(nouns)) < 2

    def _spellings(self, found: Difference, side_of: dict[ArticleId, int]) -> list[frozenset[str]]:
        """The folded spellings of a name in each account, without civility or article; only an accent
        on the last letter, which is heard, counts: « Ducasse », « Ducassé ».
        """
        return [
            frozenset(
                fold(
                    _LAST_HEARD.sub(
                        "ey", bare_name(span.of(self._wholes[side_of[passage.article]].text))
                    )
                )
                for span in passage.spans
            )
            for passage in found.sides
        ]

    def _named(self, found: Difference, side_of: dict[ArticleId, int]) -> bool:
        """Whether the words that differ are names: « défilé » and « cortège » are not."""
        return found.label[:1].isupper() and all(
            span.of(self._wholes[side_of[passage.article]].text)[:1].isupper()
            for passage in found.sides
            for span in passage.spans[:1]
        )

    def _clause(self, clause: Clause) -> Claim:
        manner = ClaimManner.DENIED if clause.turned else ClaimManner.PLAIN
        text = self._wholes[clause.side].text
        span = trimmed(text, clause.span)
        return Claim(
            ClaimKind.STATUS, "said", span.start, span.end, span.of(text), clause.sentence,
            manner=manner,
        )  # fmt: skip

    def fact(
        self,
        kind: ClaimKind,
        of: str,
        label: str,
        verdict: FactVerdict,
        told: Sequence[tuple[int, Claim]],
        weight: float,
        *,
        why: str = "",
    ) -> Fact:
        by_side: dict[int, list[Claim]] = {}
        for side, claim in told:
            by_side.setdefault(side, []).append(self._placed(side, claim))
        accounts = tuple(
            Account(self._articles[side].id, tuple(by_side[side])) for side in sorted(by_side)
        )
        at_stake = stake(weight, verdict, told=len(accounts), accounts=len(self._articles))
        return Fact(
            fact_id(kind, of, label, accounts), kind, of, label, verdict, round(at_stake, 4), accounts,
            why=why,
        )  # fmt: skip

    def _placed(self, side: int, claim: Claim) -> Claim:
        length = len(self._articles[side].text)
        span, part = placed(claim.span, length)
        sentence, _ = placed(claim.sentence, length)
        speaker = placed(claim.speaker, length)[0] if claim.speaker else None
        return claim._replace(
            start=span.start,
            end=span.end,
            sentence=sentence,
            speaker=speaker,
            part=part,
            text=claim.span.of(self._wholes[side].text),
            speaker_text=claim.speaker.of(self._wholes[side].text) if claim.speaker else "",
            as_of=self._articles[side].published.latest,
        )


def _is_conflict_of_counts(kind: ClaimKind, verdict: FactVerdict) -> bool:
    """Two sentences of one row may tell of two days or two things."""
    return verdict is FactVerdict.CONFLICT and kind is ClaimKind.COUNT


def fact_id(kind: ClaimKind, of: str, label: str, accounts: Sequence[Account]) -> str:
    """An id made of the fact's articles and subject, so that it stays the same after a rebuild."""
    places = sorted(f"{a.article}:{a.claims[0].part}:{a.claims[0].start}" for a in accounts)
    key = "|".join((kind.value, of, label, *places))
    return f"fact:{hashlib.sha256(key.encode()).hexdigest()[:12]}"
