"""Which of the authors that a page states are nobody who wrote: the outlet itself, an account, who made the site."""

from __future__ import annotations

import re
from dataclasses import replace

from index.corpus.cleaning.phrases import plain
from index.corpus.document import Stated

_ACCOUNT = re.compile(
    r"(?:wp-?|web-?|site-?|super-?)?(?:admin(?:istrat(?:eur|rice|or))?|master|mestre|user|utilisateur|editor|editeur|root|publisher)(?: ?\d+| (?:du )?site| web)?"
    r"|(?:le )?webm(?:aster|estre)|anonym(?:e|ous)|inconnue?|unknown|none|null|undefined|guest|invite|default|test|wordpress|drupal|joomla!?|spip|typo3|blogger|auteur|author|super utilisateur"
    r"|compte (?:de )?.{2,30}|site (?:web|internet|officiel).{0,30}|agence web\b.*|.{2,40} (?:communication|web agency|webdesign|web design|digital|multimedia|studio)"
    r"|@\w+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|https?:.*|(?:www\.)?[\w-]+(?:\.[\w-]+)*\.[a-z]{2,7}"
)
"""Accounts of a site's software, addresses, and who made the site."""


def without_labels(stated: Stated) -> Stated:
    """The statements of a page without such authors; « Le Phare » of Le Phare is no author, « La rédaction » may be one."""
    if stated.author is None:
        return stated
    outlet = _bare(stated.source or "")
    names = [
        name
        for name in stated.author.split(", ")
        if not _ACCOUNT.fullmatch(plain(name)) and _bare(name) != outlet
    ]
    return replace(stated, author=", ".join(names) or None)


def _bare(name: str) -> str:
    """The plain form of an outlet's name without its article and its ending: « Le Phare », « lephare.fr »."""
    return re.sub(r"^(?:le|la|les|l') ?|\.[a-z]{2,7}$", "", plain(name))
