"""The fields of the Whoosh index, made of Whoosh's own classes only.

A program that has only Whoosh unpickles this schema and reads queries by it. Its analyzers must
therefore find in a query the terms that our tokenizer found in the articles: they are chains of
stock filters that do what `index/text/tokens.py` and `index/text/index_words.py` do.
"""

from __future__ import annotations

import re
from typing import Any

from index.search.whoosh_library import (
    ID,
    TEXT,
    LowercaseFilter,
    RegexTokenizer,
    Schema,
    StemFilter,
    SubstitutionFilter,
)
from index.text.index_words import FEMININE_ENDINGS, SYMBOLS, TELEPHONE
from index.text.tokens import APOSTROPHES, DESIGNATOR, FIGURES, INCLUSIVE, WITH_APOSTROPHE

WORDS, STEMS, TITLE = "words", "stems", "title"
ID_FIELD, SOURCE, DATE = "id", "source", "date"

_LETTER = r"[^\W\d_]"
_BEFORE = r"(?<![^\W_])(?<![^\W_]\.)"
_TERM = rf"""
    # S.N.C.F., P.-D.G.
    {_BEFORE}{_LETTER}\.(?:[-‐‑]?{_LETTER}\.)+(?:[-‐‑]?{_LETTER}(?![^\W_]))?
  | {_BEFORE}{_LETTER}(?:\.{_LETTER})+(?![^\W_])
    # étudiant·e·s, étudiant.e.s
  | {_BEFORE}{_LETTER}{{2,}}(?:[{INCLUSIVE}]{_LETTER}{{1,6}}){{1,3}}(?![^\W_])
  | {_BEFORE}{_LETTER}{{3,}}\.(?:{FEMININE_ENDINGS})\.s(?![^\W_])
    # n° 5, a telephone number
  | {_BEFORE}[nN]\s?[°º] | №
  | {_BEFORE}{TELEPHONE}
  | {FIGURES} | {DESIGNATOR} | {WITH_APOSTROPHE}
  | [{SYMBOLS}] | (?<=[A-Za-z])\+\+(?!\+)
  | [^\W_]+
"""

_SPELLINGS = (
    # étudiant·e·s → étudiants, étudiant·e → étudiant
    (
        rf"^({_LETTER}+[^\W\d_sxz])(?:[{INCLUSIVE}.]{_LETTER}+)*[{INCLUSIVE}.]{_LETTER}*([sx])$",
        r"\1\2",
    ),
    (rf"^({_LETTER}{{2,}})[{INCLUSIVE}.].*$", r"\1"),
    (r"^(?:n\s?[°º]|№)$", "n°"),
    ("²", "2"),
    ("³", "3"),
    # 124.7 → 124,7; 25 000, 25.000, 1'500 → 25000, 1500
    (r"^(\d+)\.(\d{1,2}|\d{4,})$", r"\1,\2"),
    (r"(?<=\d)[- \u00a0\u202f\u2009.'’](?=\d)", ""),
    # 3ème, 3e → 3e; 1ère → 1re; 2nde → 2de
    (r"^(\d+)(?:i?[eè]mes?|[eè]s?)$", r"\1e"),
    (r"^(\d+)(?:i?[eè]res?|res?)$", r"\1re"),
    (r"^(\d+)(?:n?des?)$", r"\1de"),
    (r"^([ivxlc]+)i?[eè]me$", r"\1e"),
    # S.N.C.F., F-16 → sncf, f16
    (r"(?<=\w)[-‐‑.]+|[-‐‑.]+(?=\w)", ""),
    (f"[{APOSTROPHES}]", "'"),
)  # fmt: skip
"""Pairs of pattern and replacement, in their order; they give a word one form however it is
written.
"""


def words_analyzer() -> Any:
    """An analyzer from text to the exact forms of its words: lower case, accents kept."""
    analyzer = RegexTokenizer(re.compile(_TERM, re.VERBOSE)) | LowercaseFilter()
    for pattern, replacement in _SPELLINGS:
        analyzer = analyzer | SubstitutionFilter(pattern, replacement)
    return analyzer


def whoosh_schema() -> Any:
    """The schema: `words` and `stems` hold title, summary and body of an article; the other fields
    are stored too.
    """
    return Schema(
        date=ID(stored=True),
        id=ID(stored=True, unique=True),
        source=ID(stored=True),
        # Stems have no positions: these would make the whole index a quarter larger.
        stems=TEXT(analyzer=words_analyzer() | StemFilter(lang="fr"), phrase=False),
        title=TEXT(analyzer=words_analyzer(), stored=True),
        words=TEXT(analyzer=words_analyzer()),
    )
