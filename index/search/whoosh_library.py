"""Whoosh, imported in one place and without its warnings.

Version 2.7.4 has invalid escapes in its docstrings, for which Python warns whenever it compiles
them; only these warnings are silenced.
"""

from __future__ import annotations

import warnings

with warnings.catch_warnings():
    warnings.filterwarnings("ignore", message="invalid escape sequence")
    warnings.filterwarnings("ignore", message='"is" with')
    from whoosh.analysis import LowercaseFilter, RegexTokenizer, StemFilter, SubstitutionFilter
    from whoosh.codec import whoosh3
    from whoosh.fields import ID, TEXT, Schema
    from whoosh.filedb.filestore import FileStorage
    from whoosh.index import TOC
    from whoosh.lang import stemmer_for_language

__all__ = [
    "ID",
    "TEXT",
    "TOC",
    "FileStorage",
    "LowercaseFilter",
    "RegexTokenizer",
    "Schema",
    "StemFilter",
    "SubstitutionFilter",
    "stemmer_for_language",
    "whoosh3",
]
