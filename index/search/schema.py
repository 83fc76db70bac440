"""What the index holds of an article, and when an index on disk is too old to be read.

There is one inverted file for each zone of the article: `title`, `description`, `body`, `aside`. Their terms
are words in their exact form, accents kept. The folded and the stemmed field are not written: a folded
word is the union of the exact words that fold to it, a stem that of the words that it covers, and the
tables that say so (`segment_words`) are a hundredth of the postings. Counts, lengths and so the scores are
those of three fields.
"""

from __future__ import annotations

import hashlib

from index.french.stems import FrenchStemmer
from index.query.engine import Zone
from index.query.tree import Place
from index.text.index_words import written_tokens

SCHEMA_VERSION = 12
"""To be raised whenever files of an index change their form or meaning."""

PARAGRAPH_GAP = 16
"""Free positions between two paragraphs, so that no phrase crosses them."""
MAXIMUM_POSITION = (1 << 20) - 1
"""Words further on in one article are not indexed: about 6 MB of text."""

_SPECIMEN = (
    "L’état-major d'Israël, aujourd'hui : des F-16, des F16 et un Su-35 à 25 000,5 ou 124,7 "
    "millions ; cœur, élysée, coopérations, prud’hommes, 17.01.2023, covid-19, ÇA, jusqu’où ; "
    "S.N.C.F., étudiant·e·s, n° 5, 50 %, #MeToo, C++, 3ème, XIXᵉ, m², 1'500, 06 12 34 56 78, 16:30, 07h00"
)


ZONES = tuple(sorted(Zone))
"""The zones, in the order in which they are written."""

SEARCHED = (Zone.BODY, Zone.DESCRIPTION, Zone.TITLE)
"""The zones of a query that names no field."""

ZONES_OF_PLACE = {
    None: SEARCHED,
    Place.TITLE: (Zone.TITLE,),
    Place.DESCRIPTION: (Zone.DESCRIPTION,),
    Place.BODY: (Zone.BODY,),
    Place.QUOTES: (Zone.BODY, Zone.TITLE),
    Place.ASIDE: ZONES,
}
"""The zones of each field of the query language."""


def fingerprint() -> str:
    """A digest of what tokenizer and stemmer do now; an index of another digest is rebuilt."""
    stemmer = FrenchStemmer()
    seen = [
        (token.start, token.end, token.exact, token.folded, stemmer.stem(token.exact))
        for token in written_tokens(_SPECIMEN)
    ]
    return hashlib.sha256(repr((PARAGRAPH_GAP, seen)).encode()).hexdigest()[:16]
