"""The outlet of a copied page: of all names that may be it, the likeliest, if it is likely enough.

A logistic regression over the signs of `outlet_signs.py`; its weights are data. A wrong name is worse than none, for it
becomes a facet: below a floor nothing is said.
"""

from __future__ import annotations

import re

from index.corpus.cleaning.extent import Extent
from index.corpus.cleaning.logistic import probability, weights_of
from index.corpus.cleaning.outlet_candidates import Candidate, Place, candidates, key_of
from index.corpus.cleaning.outlet_signs import frame_of, signs_of
from index.corpus.cleaning.outlets import is_site
from index.corpus.cleaning.page import Page
from index.corpus.cleaning.phrases import plain

_FLOOR = 0.3
"""The least probability with which a name is told. On pages left out, of a hundred names told from here on two were wrong."""
_SPOKEN = frozenset((Place.ASKED, Place.QUOTED, Place.OWN))
_SPOKEN_FLOOR = 0.62
"""The same for a name that only a line of other words has: a partner and a newsletter are spoken of in the same way."""
_FEWEST_ABOVE = 3
"""The fewest lines above the text for one of them to be the outlet's name and another the title."""
_LIKELY = 0.5
"""The same, for a line above the text to be the outlet's name rather than the title."""
_OF_SITES = frozenset(("fr", "info", "infos", "actu", "news", "com"))
"""What a site puts behind the outlet's name."""
_SHORTEST = 5
"""The fewest letters of a name in capitals that may be written otherwise elsewhere: « RTS » is not."""


def weights() -> dict[str, float]:
    """The weight of each sign in the log odds that a name is the page's outlet; `start` is that of none."""
    return weights_of("outlet_weights")


def probability_of(signs: dict[str, float]) -> float:
    """The probability that a name with these signs is the outlet of its page, from 0 to 1."""
    return probability("outlet_weights", signs)


def outlet_of(page: Page) -> str | None:
    """The name of the outlet; None if no name on the page is likely enough."""
    weighed = _weighed(page, page.title if page.title is not None else 0)
    likeliest = max(weighed, key=lambda one: one[0], default=None)
    if likeliest is None:
        return None
    spoken = _SPOKEN.issuperset(likeliest[1].places)
    if likeliest[0] < (_SPOKEN_FLOOR if spoken else _FLOOR):
        return None
    best = likeliest[1]
    if is_site(best.key) or any(map(is_site, best.spellings)):
        # « lemarin.example » at the head, and « Le Marin » at the foot
        spelt = [one for _, one in weighed if one is not best and _spells(best, one)]
        best = spelt[0] if spelt else best
    return _without_language(page, _best_spelling(page, best))


def _spells(site: Candidate, one: Candidate) -> bool:
    """Whether an address is made of the letters of a name, with its article or without."""
    letters = {re.sub(r"[^a-z0-9]", "", plain(name)) for name in (one.key, *one.spellings)}
    return re.sub(r"[^a-z0-9]", "", site.key) in letters


def own_names(page: Page, extent: Extent | None) -> dict[int, float]:
    """The lines above the text that are likely the outlet's name, before the title is known, with the probability."""
    head = extent.first if extent is not None else 0
    # Most texts have a title and at most one line more above them.
    weighed = _weighed(page, head, above=True) if head >= _FEWEST_ABOVE else []
    return {at: sure for sure, one in weighed if sure >= _LIKELY for at in one.lines if at < head}


def _weighed(page: Page, head: int, *, above: bool = False) -> list[tuple[float, Candidate]]:
    """All names with their probability, or only those with a line `above` the head's end."""
    found = candidates(page, head)
    asked = [one for one in found if not above or min(one.lines, default=head) < head]
    if not asked:
        return []
    frame = frame_of(page, found, head)
    return [(probability_of(signs_of(page, one, frame)), one) for one in asked]


def _without_language(page: Page, name: str) -> str:
    """« Rabat 24 FR », « RTL Vaud Info » of a site's menu → the name that the page also has elsewhere."""
    shorter, _, last = name.rpartition(" ")
    if plain(last) not in _OF_SITES or " " not in shorter:
        return name
    alone = re.compile(rf"(?<!\w){re.escape(plain(shorter))}(?!\w)(?! {re.escape(plain(last))})")
    return shorter if any(alone.search(simple) for simple in page.plains) else name


def _best_spelling(page: Page, one: Candidate) -> str:
    """The spelling that the page has most often, with its article; for « RADIO FLEUVE » the form « Radio
    Fleuve » of another line.
    """
    spellings = sorted(
        one.spellings,
        key=lambda name: (
            name.isupper(),
            key_of(name) == plain(name),
            -one.spellings[name],
            -len(name),
        ),
    )
    best = spellings[0]
    if not best.isupper() or len(best) < _SHORTEST:
        return best
    pattern = re.compile(rf"(?<!\w){re.escape(best)}(?!\w)", re.IGNORECASE)
    for line in page.lines:
        match = pattern.search(line.text)
        if match and not match.group().isupper() and match.group()[0].isupper():
            return match.group()
    return best
