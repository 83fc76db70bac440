"""Whoosh, imported in one place and without its noise.

Version 2.7.4 has invalid escapes in its docstrings, for which Python warns whenever it compiles
them; nothing else of it is silenced.
"""

from __future__ import annotations

import warnings

with warnings.catch_warnings():
    warnings.filterwarnings("ignore", message="invalid escape sequence")
    warnings.filterwarnings("ignore", message='"is" with')
    from whoosh.codec import whoosh3
    from whoosh.fields import FieldType, Schema
    from whoosh.filedb.filestore import FileStorage
    from whoosh.formats import Positions
    from whoosh.index import TOC, FileIndex, clean_files
    from whoosh.matching import ListMatcher
    from whoosh.util.numeric import length_to_byte
    from whoosh.writing import SegmentWriter

__all__ = [
    "TOC",
    "FieldType",
    "FileIndex",
    "FileStorage",
    "ListMatcher",
    "Positions",
    "Schema",
    "SegmentWriter",
    "clean_files",
    "length_to_byte",
    "whoosh3",
]
