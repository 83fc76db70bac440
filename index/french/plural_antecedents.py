"""Which several people « ils », « elles » or « eux » mean."""

from __future__ import annotations

import re

from index.french.names_before import Meant, Named
from index.french.speaking_phrases import is_person
from index.model.article import Said
from index.model.text import Span

PLURALS = frozenset(("ils", "elles", "eux"))
SEVERAL = re.compile(
    r"^(?:les|des|ces|ses|leurs|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|quinze|vingt|trente|\d+|plusieurs|certaine?s|quelques)(?!\w)|\bet\b",
    re.IGNORECASE,
)
GROUP = re.compile(
    r"un[e]?[ \u00a0](?:collectif|groupe|cinquantaine|vingtaine|quinzaine|trentaine|centaine|quarantaine|dizaine|douzaine|soixantaine|poignée|couple)[ \u00a0](?:de\b|d['’])",
    re.IGNORECASE,
)


class PluralAntecedents(Named):
    """Looks for the several people that the words of one text point back to."""

    def of_several(self, at: Span, previous: Said | None, *, before: int) -> Meant | None:
        """Whom « ils » at a place means; `previous` is what was said last, `before` as in `of_pronoun`."""
        return (
            self._several(previous)
            or self._several_of_sentence(at)
            or self._pair(before)
            or self._several_near(before, previous)
        )

    def _several(self, previous: Said | None) -> Meant | None:
        if previous is None or not previous.speaker_text or is_person(previous.speaker):
            return None
        if previous.speaker_text.lower() in PLURALS or not SEVERAL.search(previous.speaker_text):
            return None
        return Meant(previous.speaker, previous.speaker_text)

    def _several_of_sentence(self, at: Span) -> Meant | None:
        """« Les enquêteurs jugent ce groupe “violent”, ont-ils indiqué »: the subject of the same sentence."""
        if self._text[at.start - 1 : at.start] != "-":
            return None
        return self._plural_subject(self._sentence(at.start), at.start)

    def _several_near(self, before: int, previous: Said | None) -> Meant | None:
        """« Un collectif de médecins réclame … “…”, préviennent-ils »: the several who are the subject before."""
        back = self._sentence(before)
        if previous is not None and previous.end > self._sentences[max(0, back - 1)].start:
            return None
        return self._plural_subject(back - 1, before) if back else None

    def _plural_subject(self, number: int, limit: int) -> Meant | None:
        subject = self._subject(number)
        if subject is None or subject.anaphora or subject.entity or subject.span.end > limit:
            return None
        words = subject.span.of(self._text)
        return Meant(None, words) if SEVERAL.search(words) or GROUP.match(words) else None

    def _pair(self, at: int) -> Meant | None:
        """« ils » after a sentence that names two persons, one beside the other, and nobody else."""
        back = self._sentence(at)
        for number in range(back, max(-1, back - 2), -1):
            sentence = self._sentences[number]
            persons = self._persons_in(sentence.start, min(sentence.end, at))
            if not persons:
                continue
            if len(persons) != 2 or persons[0].entity == persons[1].entity:
                return None
            start, end = persons[0].start, persons[1].end
            joined = re.fullmatch(
                r"[ \u00a0](?:\([^)]*\)[ \u00a0])?et[ \u00a0]",
                self._text[persons[0].end : persons[1].start],
            )
            return Meant(None, self._text[start:end]) if joined else None
        return None
