"""The words around an office: where a clause begins that is no part of it, and whose it is in « la femme du préfet »."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib import resources
from typing import NamedTuple

from index.french.saying_lexicon import lexicon

_S = r"[ \u00a0]"
_CLAUSE = re.compile(
    r"\b(?:a|ont|est|sont|était|avait|avaient|étaient|sera|doit|doivent|dit|fait|va|vont|veut|peut|qui|que|dont|où|se|ne|y|il|elle|ils|elles|on|lui|avec|selon|lors|lorsque|quand|tandis)\b"
    rf"|\b[sn]['’]|\bqu['’]|\b[jm]['’]|\bpour{_S}[a-zà-öø-ÿœ]+(?:er|ir|re)\b",
    re.IGNORECASE,
)
"""What no office contains: auxiliaries, pronouns, relatives, « pour » before a verb."""
_TENSED = re.compile(r"\b[a-zà-öø-ÿœ]{2,}(?:ai(?:en)?t|èrent|(?:[ei]r|[dv]r)(?:a|ont))\b")
_BEFORE_ARTICLE = re.compile(
    rf"(?<![\w'’-])(?P<verb>[a-zà-öø-ÿœ]{{2,}}){_S}(?:(?:aussi|également|plus|déjà|enfin|ainsi){_S})?"
    rf"(?:l['’](?!une?\b|an\b|été\b|automne\b|hiver\b)|(?:le|la)(?!{_S}(?:plus|moins|mieux|plupart|\d))\b|(?:les(?!{_S}\d)|une?|son|sa|ses|leurs?|ces?|cet|cette)\b)"
)
"""« vantait les mérites », « salue son action »: a noun has no article right behind it."""
_LAST = re.compile(r"([a-zà-öø-ÿœ]+)$")
_WORD = re.compile(r"(?<![\w'’-])[a-zà-öø-ÿœ]{4,}(?![\w'’-])")
_BEFORE_NOUN = re.compile(
    rf"(?:^|[\W_])(?:de|du|des|la|le|les|en|à|au|aux|sur|par|une?|sous|et|ou|d['’]|l['’])(?:{_S})?$",
    re.IGNORECASE,
)
_CUT = re.compile(
    rf"(?:(?:^|{_S})(?:et|ou|ni|que|comme|puis|mais|ainsi|plus|moins|pas|non|très|son|sa|ses|le|la|les|une|ce|cette|soit|voire)|\w-|['’])$"
)
_OF = rf"(?:du{_S}|(?:de|par){_S}(?:l['’]|(?:le|la|son|sa|leur|cette|cet|ce|notre|votre){_S})|d['’]une?{_S})"
_OF_KIN = re.compile(rf"((?:[\w-]+{_S}){{1,2}}){_OF}$", re.IGNORECASE)
_TO = re.compile(
    rf"(?:^|[\W_])(?:au|aux|du|des|(?:à|pour|de|selon|avec|sans|contre|chez|par|sur|avant|après|envers|vers|devant|[a-zà-öø-ÿœ]{{2,}}(?:er|ir|dre|tre|ire)){_S}(?:l['’]|(?:le|la|les|une?|son|sa|leur|cette|cet|ce)))(?:{_S})?$"
    rf"|(?:^|[\W_])d['’](?:une?{_S})?$",
    re.IGNORECASE,
)
_CLOSED = re.compile(r"[ \u00a0]?(?:[^\w \u00a0]|\d|$)|[ \u00a0](?P<word>[\w-]+)")


class OfficeWords(NamedTuple):
    """The rows of the table."""

    kin: frozenset[str]
    named_after: frozenset[str]
    before_article: frozenset[str]
    no_verb: frozenset[str]
    verb_too: frozenset[str]
    done_to: frozenset[str]
    verb: frozenset[str]
    goes_on: frozenset[str]


@cache
def office_words() -> OfficeWords:
    """The table as data/offices.tsv has it."""
    text = resources.files("index.entities").joinpath("data/offices.tsv").read_text("utf-8")
    rows = dict(line.split("\t") for line in text.splitlines() if not line.startswith("#"))
    return OfficeWords(
        *(frozenset(rows[field.replace("_", " ")].split("|")) for field in OfficeWords._fields)
    )


@lru_cache(maxsize=1 << 14)
def clause_in(phrase: str) -> int:
    """Where a verb or another word that no office contains ends in a phrase; 0 if it has none."""
    words = office_words()
    ends = [match.end() for match in _CLAUSE.finditer(phrase)]
    ends += [m.end() for m in _TENSED.finditer(phrase) if m.group() not in words.no_verb]
    ends += [
        match.end("verb")
        for match in _BEFORE_ARTICLE.finditer(phrase)
        if match["verb"] not in words.before_article
    ]
    last = _LAST.search(phrase)
    if last is not None and last[1] in words.done_to and last.start():
        ends.append(last.end())
    ends += [match.end() for match in _WORD.finditer(phrase) if _is_verb(phrase, match)]
    return max(ends, default=0)


def _is_verb(phrase: str, match: re.Match[str]) -> bool:
    """Whether a word is a verb, and no noun: « le maire annonce », not « de l'annonce »."""
    return (
        match.start() > 0
        and match.group() in _verbs()
        and not _BEFORE_NOUN.search(phrase, 0, match.start())
    )


@cache
def _verbs() -> frozenset[str]:
    words = office_words()
    return words.verb.union(lexicon().finite) - words.verb_too


def is_cut(phrase: str) -> bool:
    """Whether a phrase ends before it is whole: « ministre ou », « député pro- »."""
    return _CUT.search(phrase) is not None


def is_of_kin(before: str) -> bool:
    """Whether the words before an office make it somebody else's: « la femme du »."""
    match = _OF_KIN.search(before)
    return match is not None and not office_words().kin.isdisjoint(match[1].lower().split())


def is_named_after(office: str) -> bool:
    """Whether the last noun of an office bears the surname behind it: « porte-parole du gouvernement »."""
    return office.rpartition(" ")[2] in office_words().named_after


def stands_apart(before: str, text: str, end: int, last: int) -> bool:
    """Whether a name behind « face au maire, » begins the clause, since nothing closes an apposition
    behind it; `end` and `last` are the ends of the name and of the sentence.
    """
    if not _TO.search(before):
        return False
    closed = _CLOSED.match(text, end, last)
    return (
        closed is not None
        and closed["word"] is not None
        and (closed["word"].lower() not in office_words().goes_on and closed["word"].islower())
    )


def inner_office(office: str, pattern: re.Pattern[str]) -> re.Match[str] | None:
    """The office within an office: « président » in « chef de cabinet du président »."""
    found = None
    for match in pattern.finditer(office):
        if not re.search(rf"(?:auprès|chargée?|issue?|proche){_S}$", office[: match.start()]):
            found = match
    return found


def inner_pattern(office: str) -> re.Pattern[str]:
    """The pattern of an office behind « du », « de la »; `office` is that of an office's first word."""
    young = rf"(?:(?:ancien(?:ne)?|nouveau|nouvelle|future?|jeune|célèbre){_S}|ex-)?"
    return re.compile(rf"(?<={_S}){_OF}(?P<inner>{young}{office}\b)(?P<rest>.*)$", re.IGNORECASE)
