"""Words with which somebody denies what others say: by the verb beside them, or by how they open.

Such words are said, so that their manner is « said »; but who looks for what somebody denies looks for them too.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib import resources
from typing import NamedTuple

from index.french.saying_verbs import saying_verbs
from index.model.article import HowSaid, Quote

_B = r"[^\S\t-\r]"
_BEHIND = re.compile(
    rf"[^\S\t-\r]*[»”\"]?,?[^.!?«“\"\n]{{0,80}},{_B}(?:en{_B})?(?P<verb>démentant|niant|contestant|réfutant|récusant)(?!\w)"
)
"""« “…”, a-t-elle déclaré, démentant les rumeurs »."""
_REACH = 120
_HEAD = 10
"""Characters in which the first word of an opening stands."""
_BEFORE = ("non", "oui", "mais", "eh")
_WORD = re.compile(r"[^\W\d_]+")
_STEM = re.compile(r"dém|dés|cont|ni|réc|réf|rej|faux|brèche|défend")
"""What the verbs of denial have in their forms."""
_KEPT = 1 << 12


def is_denying(text: str, quote: Quote) -> bool:
    """Whether a quotation that is said denies something: « “Nous n'avons rien reçu”, dément X », « “Je démens” »."""
    if quote.manner is not HowSaid.SAID:
        return False
    if quote.verb is not None and _STEM.search(quote.verb) and _denies(quote.verb):
        return True
    own = _own()
    head = text[quote.start : quote.start + _HEAD].lower()
    if head.startswith(own.beginnings) and own.opening.match(text, quote.start, quote.end):
        return True
    reach = quote.end + _REACH
    return (
        text.find("tant", quote.end, reach) >= 0
        or text.find("niant", quote.end, reach) >= 0
        or text.find("récusant", quote.end, reach) >= 0
    ) and _BEHIND.match(text, quote.end, reach) is not None


@lru_cache(maxsize=_KEPT)
def _denies(verb: str) -> bool:
    """Whether the words of a verb of saying deny: « dément », « a-t-elle contesté »."""
    use = next(saying_verbs(verb, 0, len(verb)), None)
    return use is not None and use.verb.manner is HowSaid.DENIED and not use.negated


class _Own(NamedTuple):
    opening: re.Pattern[str]
    beginnings: tuple[str, ...]
    """The first letters of every opening, in small letters; asked first."""


@cache
def _own() -> _Own:
    # Imported here: most commands never ask for it.
    import yaml

    read = yaml.safe_load(
        (resources.files("index.french") / "data" / "denial.yaml").read_text(encoding="utf-8")
    )
    adverb = rf"(?:{_B}[^\W\d_]+ment)?{_B}"
    phrases = (
        re.escape(words).replace("\\ ", adverb).replace("'", "['’]") for words in read["own"]
    )
    deeds = "|".join(read["deeds"])
    first = {
        _WORD.findall(words)[0] for words in (*read["own"], *_BEFORE, "je", "nous", "on", "jamais")
    }
    opening = re.compile(
        rf"(?:(?:non|oui|mais|eh{_B}bien)[,.!]?{_B}(?:mais{_B})?)?(?:{'|'.join(phrases)}"
        rf"|(?:je{_B}n['’]ai|nous{_B}n['’]avons|on{_B}n['’]a|jamais,?{_B}je{_B}n['’]ai|jamais{_B}nous{_B}n['’]avons){_B}(?:(?:jamais|rien|pas){_B})?"
        rf"(?:[^\W\d_]+ment{_B})?(?:{deeds})"
        rf"|(?:je{_B}n['’]ai{_B}rien|nous{_B}n['’]avons{_B}rien){_B}à{_B}(?:me|nous){_B}reprocher)(?!\w)",
        re.IGNORECASE,
    )
    return _Own(opening, tuple(sorted(first)))
