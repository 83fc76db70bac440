"""Whom « il », « ce dernier », « la ministre » or « l'entreprise » means, where one candidate is left."""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from itertools import islice, takewhile

from index.french.described import HEAD, ranks
from index.french.genders import Gender, of_name, of_words
from index.french.governed import GOVERNED
from index.french.names_before import FOUR, Guess, Meant, is_outlet
from index.french.plural_antecedents import PLURALS, SEVERAL
from index.french.speaking_phrases import Speaker, is_person
from index.french.tried import Tried
from index.model.article import EntityId, HowSaid, Said
from index.model.text import Span

NAMELESS = "somebody without a name"
_PRONOUNS = frozenset(("il", "elle", "ils", "elles"))
_BY_SUBJECT = frozenset(("il", "elle", "lui"))
_NOBODY = frozenset(("on", "je", "nous"))
_NO_SUBJECTS = frozenset(("nul", "nulle", "personne", "rien", "chacun", "chacune", "tout"))
_LAST = re.compile(r"(?:ce|cette)[^\S\t-\r]derni", re.IGNORECASE)
_BODIES = re.compile(
    r"^(?:le|la|l['’]|cette|cet|ce)[ \u00a0]?(?:groupe|entreprise|société|firme|compagnie|constructeur|enseigne|marque|géant|industriel"
    r"|fabricant|organisation|ong|association|institution|agence|organisme|institut|syndicat|centrale|parti|formation|mouvement|club"
    r"|fédération|fondation|opérateur|exploitant|transporteur|avionneur|banque|chaîne|radio|journal|quotidien|hebdomadaire|magazine)(?!\w)",
    re.IGNORECASE,
)
_NAMED = re.compile(r"L[ea]s?[ \u00a0][A-ZÀ-Þ]|L['’][A-ZÀ-Þ][a-zà-ÿ]")
_ACRONYM = re.compile(r"(?:[Ll]['’])?[A-ZÀ-Þ]{3,}\b")
_WITHIN = re.compile(
    r"\b(?:qu[ei]|dont|où|pourquoi|comment|comme|si|lorsque|quand|en[ \u00a0][^\W\d_]+ant|(?<!parole du )gouvernement[ \u00a0]$|(?:son|sa|ses|leurs?)[ \u00a0][^\W\d_]+[ \u00a0]$)(?!\w)[^,;:.]*$|\bqu['’][^,;:.]*$"
)
_DEFINITE = re.compile(r"(?:l['’]|(?:le|la|ce|cet|cette)[^\S\t-\r])", re.IGNORECASE)


def _described(nameless: Meant | None) -> Guess | None:
    return Guess(nameless, NAMELESS) if nameless is not None else None


class Antecedents(Tried):
    """Looks for what the words of one text point back to."""

    def of_pronoun(
        self, at: Span, earlier: Sequence[Said], *, before: int, going_on: bool
    ) -> Meant | None:
        """What a pronoun or « ce dernier » means; None when several are left, or nobody is.

        `before` is where the quotation begins or where the pronoun stands, whichever comes first: the
        sentences of a long quotation do not part a pronoun from the name before it.
        """
        word = at.of(self._text).lower()
        if word in _NOBODY:
            return None
        last = previous = self._previous(before, earlier)
        gender = of_words(word)
        own = self.of_same_sentence(at, gender)
        if own is not None:
            return own
        if word in PLURALS:
            return self.of_several(at, previous, before=before)
        if _LAST.match(word):
            return self._last_named(before, gender) or self._last_told(before, gender, previous)
        back = self._sentence(before)
        if previous is not None and self._is_same_pronoun(previous, back, gender):
            return None
        barred, since = self._named_beside(at) | self.quoted_of(before), False
        if previous is not None and self._is_another_since(previous, before, gender):
            previous = None
        if (
            previous is not None
            and self._agrees(previous, gender)
            and previous.speaker not in barred
        ):
            reach = 1 + going_on + (previous.speaker is not None)
            if previous.end >= self._sentences[max(0, back - reach)].start:
                # Said by whom the last words were, unless somebody else became the subject since.
                if not self._is_another_named(previous, before, gender, going_on=going_on):
                    return Meant(previous.speaker, previous.speaker_text or "")
                if going_on:
                    return None
                since = True
        guess = self._nearest(
            before, gender, barred, by_subject=word in _BY_SUBJECT, described=not going_on
        )
        nearest = self._verdict(guess, at, before, last, since=since)
        if nearest is None and previous is not None and self._agrees(previous, gender):
            # « Dans quel délai ? » stands between.
            near = previous.end >= self._sentences[max(0, back - 2)].start
            named = self._persons_in(previous.end, before)
            if near and not any(self._fits(m.entity, gender) for m in named):
                return Meant(previous.speaker, previous.speaker_text or "")
        left = (
            nearest
            or self._left(before, gender, previous, barred)
            or self.only_fitting(before, gender, barred)
        )
        return left or (self.of_nameless(at, gender) if guess is None else None)

    def _verdict(
        self, guess: Guess | None, at: Span, before: int, last: Said | None, *, since: bool
    ) -> Meant | None:
        """The person meant, where that is told near; else it is kept as a guess.

        `since` tells that the person was named after somebody had spoken who may be meant as well.
        """
        if guess is None:
            return None
        if since and not guess.far and self._is_within(guess, before):
            # « Il a jugé le rapport que rend Hugo Brun “mauvais”. “…”, a-t-il dit »: either of them.
            guess = guess._replace(far="farther name")
        if guess.far == NAMELESS and self._is_only_somebody(guess.meant, at, before, last):
            return guess.meant
        if guess.far:
            self._guesses[at.start] = guess
            return None
        return guess.meant

    def _is_only_somebody(self, meant: Meant, at: Span, before: int, last: Said | None) -> bool:
        """« Le pompier regrette ses propos. “…”, a-t-il dit »: the subject right before, and nobody else who fits."""
        back, gender = self._sentence(before), of_words(at.of(self._text))
        subject = self._subject(back - 1) if back else None
        if subject is None or meant.entity or subject.span.of(self._text) != meant.words:
            return False
        start = self._sentences[max(0, back - FOUR)].start
        if last is not None and last.end > start and self._agrees(last, gender):
            return False
        # « Le chanteur a … » may be one who is named much earlier.
        named = self._persons_in(0 if _DEFINITE.match(meant.words) else start, before)
        return not any(self._fits(m.entity, gender) for m in named)

    def _is_within(self, guess: Guess, at: int) -> bool:
        """Whether somebody is named last in a part of a sentence: « le rapport que rend Hugo Brun »."""
        start = self._sentences[max(0, self._sentence(at) - 1)].start
        named = [m for m in self._persons_in(start, at) if m.entity == guess.meant.entity]
        return bool(named) and all(
            _WITHIN.search(self._text[max(start, m.start - 90) : m.start]) is not None
            for m in named
        )

    def _is_same_pronoun(self, previous: Said, back: int, gender: Gender | None) -> bool:
        """Whether the last words were given to a pronoun of this gender that is nobody known."""
        words = previous.speaker_text or ""
        if previous.speaker is not None or words.lower() not in _PRONOUNS:
            return False
        near = previous.end >= self._sentences[max(0, back - 1)].start
        return near and of_words(words) is gender

    def guess_at(self, at: int) -> Guess | None:
        """Whom a pronoun at a place may mean, where no verdict was found."""
        return self._guesses.get(at)

    def subject_of(self, number: int, earlier: Sequence[Said]) -> tuple[Speaker, Meant] | None:
        """Who the subject of a sentence is; None where it begins with a thing, or a quotation."""
        subject = self._subject(number)
        if subject is None:
            return None
        words = subject.span.of(self._text)
        if subject.anaphora:
            meant = self.of_pronoun(
                subject.span, earlier, before=subject.span.start, going_on=False
            )
        elif subject.entity is not None:
            meant = Meant(subject.entity, words)
        else:
            meant = self.of_office(words, subject.span.start) or Meant(None, words)
        return (subject, meant) if meant is not None else None

    def _as_meant(
        self, subject: Speaker, gender: Gender | None, barred: frozenset[EntityId] = frozenset()
    ) -> Meant | None:
        """The subject of an earlier sentence, where a pronoun can mean it."""
        words = subject.span.of(self._text)
        if words.lower() in _NO_SUBJECTS:
            return None
        own = of_words(words)
        if subject.entity is None and is_outlet(words):
            return None
        if subject.entity is not None:
            fits = self._fits(subject.entity, gender) and subject.entity not in barred
            if not str(subject.entity).startswith("person:"):
                fits = fits and (own is None or own is gender)
            return Meant(subject.entity, "") if fits else None
        if SEVERAL.search(words) or (own is not None and gender is not None and own is not gender):
            return None
        return self.of_office(words, subject.span.start) or Meant(None, words)

    def _is_another_since(self, previous: Said, at: int, gender: Gender | None) -> bool:
        """Whether somebody else became the subject of a sentence after what was said last."""
        for number in range(self._sentence(at) - 1, self._sentence(previous.end - 1), -1):
            subject = self._subject(number)
            if subject is None or subject.anaphora:
                continue
            meant = self._as_meant(subject, gender)
            if meant is None or (
                meant.entity is None
                and _DEFINITE.match(meant.words)
                and not self._is_other_office(previous, meant.words)
            ):
                continue
            if (meant.entity or meant.words) != (previous.speaker or previous.speaker_text):
                return True
        return False

    def _is_other_office(self, previous: Said, words: str) -> bool:
        """« “…”, a dit le Premier ministre. Le président … “…”, a-t-il dit »: two who have no name."""
        first, second = HEAD.match(previous.speaker_text or ""), HEAD.match(words)
        if previous.speaker is not None or first is None or second is None:
            return False
        told = {first["head"].lower(), second["head"].lower()}
        return len(told) > 1 and told <= ranks()

    def _is_another_named(
        self, previous: Said, at: int, gender: Gender | None, *, going_on: bool
    ) -> bool:
        """Whether the text names another person of the gender after the last speaker."""
        last = previous.speaker_span.end if previous.speaker_span else previous.end
        return any(
            m.entity != previous.speaker
            and m.start > last
            and self._fits(m.entity, gender)
            and not (going_on and GOVERNED.search(self._text[max(0, m.start - 12) : m.start]))
            for m in self._persons_in(previous.end, at)
        )

    def note(self, said: Said) -> None:
        """What is said, once it is known by whom."""
        self._last_speaker = said.speaker if said.manner is not None else self._last_speaker
        if said.speaker is not None:
            found = self._said.setdefault((said.speaker_text or "").lower(), {})
            found[said.speaker] = min(said.end, found.get(said.speaker, said.end))

    def of_office(self, words: str, at: int, *, told_by: int = sys.maxsize) -> Meant | None:
        """Whom « la ministre », « l'entreprise », « le procureur » means, of those told before.

        What was noted counts when it ends by `told_by`.
        """
        said = self._said.get(words.lower(), {})
        before = [speaker for speaker, end in said.items() if end <= told_by]
        if len(before) == 1:
            return Meant(before[0], words)
        if _BODIES.fullmatch(words.strip()):
            return self._body(words, at)
        meant = self._descriptions.of(words, partial(self._candidates, at))
        return Meant(meant, words) if meant is not None else None

    def _previous(self, at: int, earlier: Sequence[Said]) -> Said | None:
        last = next(
            (
                q
                for q in reversed(earlier)
                if q.end <= at and q.speaker_text and q.manner and q.start not in self._passed_over
            ),
            None,
        )
        if last is not None and last.manner is HowSaid.REPORTED and last.via_text:
            # « X affirme que Y a reconnu “…”. “Il …”, a-t-il précisé »: X goes on.
            return replace(
                last, speaker=last.via, speaker_text=last.via_text, speaker_span=None, via=None
            )
        return last

    def _last_told(self, at: int, gender: Gender | None, previous: Said | None) -> Meant | None:
        """« “…”, a dit le ministre. Ce dernier … »: who has just spoken, where the sentence names nobody."""
        back = self._sentence(at)
        start = self._sentences[max(0, back - 1)].start
        if previous is None or previous.end < start or not self._agrees(previous, gender):
            return None
        if self._persons_in(previous.end, at):
            return None
        return Meant(previous.speaker, previous.speaker_text or "")

    def _agrees(self, said: Said, gender: Gender | None) -> bool:
        if said.speaker is None and of_words(said.speaker_text or "") is None:
            words = (said.speaker_text or "").lower()
            if words in _NOBODY or SEVERAL.search(words):
                return False
            named = of_name(said.speaker_text or "")
            return words.startswith(("l'", "l’")) or (named is not None and gender in named)
        if said.speaker is None:
            words = (said.speaker_text or "").lower()
            if words in ("il", "elle", "ce dernier", "cette dernière") or is_outlet(words):
                # « “…”, rappelle le quotidien. “…”, réplique-t-il »: whom the newspaper has heard.
                return False
            return of_words(words) is gender
        if is_person(said.speaker):
            # « le vice-ministre Kim Arnal »: the article tells more than the given name.
            told = of_words(said.speaker_text or "")
            return (told is not None and told is gender) or self._fits(said.speaker, gender)
        # « rapporte La Gazette. Il a dit … »: a body that is only named is seldom « il » or « elle ».
        words = said.speaker_text or ""
        if _NAMED.match(words):
            # « s'inquiète l'Anses. Elle recommande … »: only one that has just spoken.
            return words.startswith(("l'", "l’"))
        own = of_words(words)
        several = str(said.speaker).startswith(("organisation:", "group:"))
        known = None if several else of_name(words)
        if known is not None and own is None:
            # « Akhmet » is somebody, be it taken for a town: it is he who has spoken.
            # « Londres » may be either, and stays open.
            return known == {gender}
        return own is gender or (
            own is None and gender is Gender.FEMININE and _ACRONYM.match(words) is not None
        )

    def _nearest(
        self,
        at: int,
        gender: Gender | None,
        barred: frozenset[EntityId],
        *,
        by_subject: bool,
        described: bool,
    ) -> Guess | None:
        """The subject of the nearest sentence that names somebody, else the only person left in it.

        With `described` also somebody who has no name, where nobody with one is meant.
        """
        back = self._sentence(at)
        nameless: Meant | None = None
        left = FOUR
        passed = 0
        for number in range(back, max(-1, back - 2 * FOUR), -1):
            sentence = self._sentences[number]
            subject = self._subject(number) if by_subject and number < back else None
            # « Il est venu. Il a dit … » only goes on.
            left -= subject is None or not subject.anaphora
            if left < 0:
                break
            if subject is not None and not subject.anaphora and nameless is None:
                meant = self._as_meant(subject, gender, barred)
                if meant is not None and meant.entity is not None:
                    alone = self._is_alone(meant.entity, sentence, gender, barred)
                    far = "" if number + 1 + passed >= back else "farther subject"
                    return Guess(meant, far) if alone else None
                if meant is not None and described:
                    if not _DEFINITE.match(meant.words):
                        return Guess(meant, NAMELESS)
                    # « L'élu a … »: most often one who is named before.
                    nameless = meant
            passed += self._goes_on(subject, gender, sentence)
            persons = [
                m
                for m in self._persons_in(sentence.start, min(sentence.end, at))
                if self._fits(m.entity, gender)
                and m.entity not in barred
                and not self.is_governed(m, sentence.start)
            ]
            if persons:
                # One who is only spoken of (« avec X », « chez X ») is seldom meant.
                only = {m.entity for m in persons}
                if len(only) != 1:
                    return _described(nameless)
                entity = only.pop()
                # « L'humoriste a … » is not always who was named before.
                if nameless is not None and entity not in self._chief(gender):
                    return _described(nameless)
                near = number + 1 >= back and nameless is None
                return Guess(Meant(entity, ""), "" if near else "farther name")
        # An article that names one person alone so far speaks of that one.
        first = takewhile(lambda one: one[1] < at, self._first_named.items())
        named = {entity for entity, _ in islice(first, len(barred) + 2)} - barred
        if len(named) == 1 and self._fits(next(iter(named)), gender):
            return Guess(Meant(named.pop(), ""), "first name")
        return _described(nameless)

    def _goes_on(self, subject: Speaker | None, gender: Gender | None, sentence: Span) -> bool:
        """« Hugo Brun est jugé. Il nie. “…”, a-t-il dit »: whether a sentence goes on with somebody named before it."""
        return (
            subject is not None
            and subject.anaphora
            and of_words(subject.span.of(self._text)) is gender
            and not self._persons_in(sentence.start, sentence.end)
        )

    def agrees(self, speaker: Said, pronoun: str) -> bool:
        """Whether a pronoun can mean the speaker of a saying, by gender."""
        return pronoun in ("il", "elle") and self._agrees(speaker, of_words(pronoun))
