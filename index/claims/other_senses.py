"""Words of an outcome in another sense: a ship that ran aground, a loan of money, what somebody denies that is no charge."""

from __future__ import annotations

# ruff: noqa: SIM905 -- word lists are easier to read and to mend as running text
import re

from index.claims.of_things import Hit
from index.claims.sentence import Sentence

_S = r"[^\S\t-\r]"
_REACH = 60
"""The characters before a word in which its verb or its pronoun stands."""
_HAS = re.compile(
    rf"(?<![\w'’-])(?:(?:n['’]|ne{_S}|en{_S}|y{_S})?(?:a|ai|ont|avai(?:t|ent)|aur(?:a|ait|ont|aient)|ayant|avoir)){_S}(?:[^\W\d_]+{_S}){{0,3}}$",
    re.IGNORECASE,
)
_STRANDED = re.compile(r"échouée?s?", re.IGNORECASE)
_GRANTED = re.compile(r"accord(?:ée?s?|er|e|ent|era|ait)(?!\w)", re.IGNORECASE)
"""« le prêt n'est pas accordé »: no accord was sought."""
_OF_WHICH = re.compile(rf"\bce{_S}qu(?:e{_S}|['’])[^,;:.«»\n]{{0,50}}$", re.IGNORECASE)
"""« ce qu'elle a toujours nié »: what stands before, whoever is charged with what."""
_LENT = re.compile(r"\bprêts?\b", re.IGNORECASE)
_OF_PLAYERS = re.compile(
    rf"\b(?:en|sous){_S}(?:forme{_S}de{_S})?$|{_S}(?:(?:payant|sec|gratuit){_S})?(?:avec|sans|assorti){_S}(?:d['’]une{_S})?(?:option|obligation)\b",
    re.IGNORECASE,
)
"""« arrive en prêt », « un prêt avec option d'achat »."""
_PLAYING = frozenset(
    "club clubs joueur joueuse joueurs mercato attaquant attaquante défenseur milieu gardien ailier latéral buteur entraîneur ligue transfert".split()
)


def in_another_sense(sentence: Sentence, hit: Hit) -> bool:
    """Whether the words of a hit do not tell the outcome or the term that they are listed for."""
    family = hit.word.family
    if family == "talks":
        granted = _GRANTED.search(sentence.text, hit.start, hit.end) is not None
        return granted or _is_stranded(sentence.text, hit)
    if family == "guilt":
        low = max(sentence.span.start, hit.start - _REACH)
        return _OF_WHICH.search(sentence.text, low, hit.start) is not None
    return family == "contract" and hit.word.value == "loan" and not _is_of_a_player(sentence, hit)


def _is_stranded(text: str, hit: Hit) -> bool:
    """« le navire échoué », « s'est échoué »: talks that failed have « avoir »."""
    if not _STRANDED.fullmatch(text, hit.start, hit.end):
        return False
    return _HAS.search(text, max(0, hit.start - _REACH), hit.start) is None


def _is_of_a_player(sentence: Sentence, hit: Hit) -> bool:
    """Whether somebody is lent by his club, not money by a bank."""
    text = sentence.text
    if sentence.words & _PLAYING:
        return True
    if not _LENT.fullmatch(text, hit.start, hit.end):
        return "€" not in text[hit.start : sentence.span.end] and "euros" not in sentence.words
    low = max(sentence.span.start, hit.start - _REACH)
    return any(
        found is not None
        for found in (_OF_PLAYERS.search(text, low, hit.start), _OF_PLAYERS.match(text, hit.end))
    )
