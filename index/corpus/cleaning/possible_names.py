"""Whether a text with the look of a person's name can be one, by given names and by the lexicon.

« Val Estuaire », « Grand Format », « Salle Jean Vilar » look like names and are none.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib import resources
from typing import NamedTuple

from index.corpus.cleaning.name_looks import is_person
from index.corpus.cleaning.phrases import plain
from index.corpus.cleaning.signed_names import is_collective
from index.text.folding import fold

_PARTS = re.compile(r"\s*,\s*|\s+(?:et|&|avec)\s+")
_INITIAL = re.compile(r"(?:[A-ZÀ-Ý][a-z]{0,2}\.-?){1,3}|[A-ZÀ-Ý]")
_ACCOUNT = re.compile(
    r"(?:wp-?|web-?|site-?|super-?)?(?:admin(?:istrat(?:eur|rice|or))?|master|mestre|user|utilisateur|editor|editeur|root|publisher)(?: ?\d+| (?:du )?site| web)?"
    r"|(?:le )?webm(?:aster|estre)|anonym(?:e|ous)|inconnue?|unknown|none|null|undefined|guest|invite|default|test|wordpress|drupal|joomla!?|spip|typo3|blogger|auteur|author|super utilisateur"
    r"|compte (?:de )?.{2,30}|site (?:web|internet|officiel).{0,30}|agence web\b.*|.{2,40} (?:communication|web agency|webdesign|web design|digital|multimedia|studio)"
    r"|@\w+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|https?:.*|(?:www\.)?[\w-]+(?:\.[\w-]+)*\.[a-z]{2,7}"
)
"""Accounts of a site's software, addresses, and who made the site."""
_WORDS = 2
"""The fewest words of a name whose first one is tested."""


_ELIDED = re.compile(r"(?:[CDJLMNSTcdjlmnst]|[Qq]u)['’][a-zà-ÿ]")
"""« D'accord », « L'essentiel »; « D'Angelo » and « N'Diaye » have a capital behind."""


class Lists(NamedTuple):
    """The words of `no_authors.yaml`."""

    before_names: frozenset[str]
    first_of_things: frozenset[str]
    given_names: frozenset[str]
    last_of_things: frozenset[str]
    labels: frozenset[str]
    picture_agencies: frozenset[str]
    readers: frozenset[str]
    offices: frozenset[str]


@cache
def lists() -> Lists:
    """The words of `no_authors.yaml`."""
    # Imported here: most commands read no file of a corpus.
    import yaml

    text = (resources.files("index.corpus") / "data" / "no_authors.yaml").read_text("utf-8")
    told: dict[str, str] = yaml.safe_load(text)
    split = {
        name: frozenset(
            one.strip() for one in (words.split("|") if "|" in words else words.split())
        )
        for name, words in told.items()
    }
    return Lists(**split)


@lru_cache(maxsize=1 << 10)
def may_be_person(text: str) -> bool:
    """Whether a text that looks like a person's name can be one: its first word is a given name, or no word of the
    lexicon. « Val Estuaire », « Grand Format » and « Salle Jean Vilar » are none.
    """
    return is_collective(text) or all(
        _may_be_one(name) for name in (text, *_PARTS.split(text)) if is_person(name)
    )


def _may_be_one(name: str) -> bool:
    words = name.split()
    told = lists()
    if fold(words[0]).rstrip(".") in told.before_names:
        words = words[1:]
    if len(words) < _WORDS:
        return True
    first, last = (fold(words[at]).rstrip(".") for at in (0, -1))
    if _INITIAL.fullmatch(words[0]):
        return True
    if last in told.last_of_things:
        return False
    if words[0].isupper() and not words[-1].isupper() and _is_given_name(last):
        return True  # « PETIT Jeanne »
    if first in told.first_of_things or _ELIDED.match(words[0]):
        return False
    if _is_given_name(first):
        return True
    # « Redon Travaux Circulation »: the first word is nobody's name, and the last one a thing's.
    return not any(
        _is_word(word.lower().partition("-")[0])
        for word in (words[0], *(() if _is_given_name(last) else (words[-1],)))
    )


def is_of_common_words(text: str) -> bool:
    """Whether all words of a text are ordinary ones, as those of a section are: « Culture, Jeunesse », « Communiqué »."""
    words = re.findall(r"[^\W\d_]{3,}", text)
    return bool(words) and all(_is_word(word.lower()) for word in words)


def is_account(name: str) -> bool:
    """Whether a name is an account of a site's software, an address or who made the site: « admin », « Cap Web Communication »."""
    return _ACCOUNT.fullmatch(plain(name)) is not None


@cache
def _registered() -> frozenset[str]:
    """The given names of the registers of births, folded: a list of `index.french`, read as data."""
    text = (resources.files("index.french") / "data" / "registered_names.tsv").read_text("utf-8")
    return frozenset(row.partition("\t")[0] for row in text.splitlines())


def _is_given_name(folded: str) -> bool:
    return (
        folded in _registered()
        or folded.partition("-")[0] in _registered()
        or folded in lists().given_names
    )


def _is_word(small: str) -> bool:
    """Whether the lexicon of French has a word, written with its accents or without."""
    # Imported here: only a name that nothing else tells is looked up.
    from index.french.families import families

    return bool(families().meant_by(small))
