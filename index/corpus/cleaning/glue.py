"""Finds where copying a page lost the break between two sentences or paragraphs.

« …dans un communiqué.Cette annonce… », « …soutien réciproque"Une coopération… »: what is missing is
found by the marks around the place, never inside figures, initials, addresses or names such as
« bladi.net », « U.S. » or « WhatsApp ».
"""

from __future__ import annotations

import re

_UPPER = "A-ZÀÂÄÇÉÈÊËÎÏÔÖÙÛÜŸŒÆ"
_LOWER = "a-zàâäçéèêëîïôöùûüÿœæ"
_CANDIDATE = re.compile(
    rf"""
    (?P<stop>[.!?…](?:[)\]]|\s?[»”])?)(?=[{_UPPER}«“(\[])        # communiqué.Cette, ! »Les, ).Ses
  | (?P<dashes>(?<=[.!?…"»”)])[-–—+•](?=\s?["«“{_UPPER}0-9]))   # .- Un intertitre -Son
  | (?P<after>\s[-–—]|(?<=["»])[-–—])(?=["«“]?[{_UPPER}])     # … -Son unique
  | (?P<quote>"+)
  | (?P<closed>(?<=[\w.!?…])\s?[»”])(?=["«“]?[{_UPPER}])       # » directly before a capital
  | (?P<opened>(?<=[{_LOWER}]))(?=[«“]\s?[{_UPPER}])           # judiciaire« Ce
  | (?P<figure>(?<=[{_LOWER}]{{4}})[.!?])(?=\d)                 # secondes.80 %
  | (?P<signed>\.)(?=[a-z]{{2,5}}(?:-[a-z]{{2,5}})*/[a-z]{{2,5}}\b)  # vendredi.ab-cd/ef
  | (?P<words>(?<=[{_LOWER}%€]))(?=[{_UPPER}])                 # américainsEt
    """,
    re.VERBOSE,
)
_TOKEN_BEFORE = re.compile(r"[^\s\"«»“”()\[\]]*$")
_TOKEN_AFTER = re.compile(r"[^\s\"«»“”()\[\]]*")
_INITIAL = re.compile(rf"(?:^|[\s(«“\"’'.-])[{_UPPER}]$")
_ABBREVIATION = re.compile(
    r"(?:^|[\s(«“\"’'])(?:M|Mr|Mrs|Ms|Dr|Pr|Me|Mgr|St|Ste|Lt|Cne|Cdt|Col|Gal|Gén|vs|Vs|No|no|art|cf|p|pp|vol|éd|chap|av|bd|Jr|Sr|Fr|Ph)$"
)
_HOST_END = re.compile(r"(?:Com|COM|Net|NET|Fr|FR|Org|ORG|Io|Tv|TV|Info|JS|js|Js)\b")
_STARTERS = re.compile(
    r"(?:Et|Mais|Or|Car|Le|La|Les|Un|Une|Des|Du|De|Au|Aux|Il|Ils|Elle|Elles|On|Nous|Vous|Je|Tu|Ce|Cet|Cette|Ces|Ça"
    r"|Dans|Pour|En|Sur|Sous|Avec|Sans|Selon|Après|Avant|Depuis|Pendant|Par|Parmi|Chez|Entre|Vers|Dès|Si|Comme"
    r"|Quand|Lorsque|Alors|Ainsi|Aussi|Enfin|Puis|Pourtant|Cependant|Toutefois|Néanmoins|Outre|Malgré|Face|Grâce"
    r"|Son|Sa|Ses|Leur|Leurs|Notre|Nos|Mon|Ma|Mes|Tout|Tous|Toute|Toutes|Plus|Plusieurs|Certains|Certaines|Chaque"
    r"|Deux|Trois|Quatre|Qui|Que|Quel|Quelle|Pourquoi|Comment|Où|À|A|Interrogée?|Invitée?|Contactée?|Voici|Voilà|Ici|Là|Non|Oui)(?=[\s,])"
    r"|(?:L|D|C|J|S|N|M|Qu|Jusqu|Lorsqu|Puisqu|Aujourd)['’]"
)


def glued_places(text: str) -> list[int]:
    """Offsets of a one-line text at which a break is missing, in order.

    Straight quotation marks are told open from closed by counting from the last break: a mark
    after a stop closes when one is open, and opens when none is.
    """
    places: list[int] = []
    opened = False
    heading = -1
    for match in _CANDIDATE.finditer(text):
        kind = match.lastgroup
        at = match.end()
        if kind == "quote":
            place, opened = _at_quote(text, match.start(), at, opened)
            if place is None:
                continue
            at = place
        elif kind == "stop":
            if not _ends_sentence(text, match.start(), at):
                continue
            if opened and text[: match.start()].rstrip(".…").endswith('"'):
                # « "...Non" »: the points begin a quotation.
                continue
            opened = False
        elif kind == "dashes":
            if not _ends_sentence(text, match.start() - 1, match.start()):
                continue
            at = heading = match.start()
        elif kind == "after":
            # Only the second dash of « - Un intertitre - » ends something.
            if heading < 0 or not 3 < at - heading <= 120:
                continue
            heading = -1
        elif kind == "words":
            if not _is_glued_word(text, at):
                continue
        elif kind == "closed":
            opened = False
        if 0 < at < len(text) and (not places or places[-1] < at):
            places.append(at)
            if kind != "quote":
                opened = False
    return places


def _at_quote(text: str, start: int, end: int, opened: bool) -> tuple[int | None, bool]:
    """Where a straight mark leaves a break, and whether a quotation is open after it."""
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    if end - start == 2 and opened:
        # One closes, the next opens.
        return (start + 1 if after.isupper() else None), True
    if end - start > 1:
        return None, opened
    if opened:
        if after.isupper() and not before.isspace():
            return end, False
        return None, False
    if before in ".!?…)»" or (before.isalnum() and (after.isupper() or after.isdigit())):
        if before in ".!?…" and not _ends_sentence(text, start - 1, start):
            return None, True
        if before.isalnum() and not after.isupper():
            return None, True
        return start, True
    return None, True


def _ends_sentence(text: str, stop: int, end: int) -> bool:
    """Whether the mark at `stop` ends a sentence that goes on without a break at `end`."""
    before = text[max(0, stop - 40) : stop]
    if not before or (before[-1].isspace() and text[stop] in ".…"):
        return False
    if text[stop] != ".":
        return not _in_address(text, stop)
    if _INITIAL.search(before) or _ABBREVIATION.search(before):
        return False
    if before.rstrip(".…")[-1:] in {"", " ", "«", "“", "(", "[", "\u00a0"}:
        return False
    return not _HOST_END.match(text, end) and not _in_address(text, stop)


def _in_address(text: str, at: int) -> bool:
    before = _TOKEN_BEFORE.search(text, max(0, at - 80), at)
    after = _TOKEN_AFTER.match(text, at)
    token = (before.group() if before else "") + (after.group() if after else "")
    return "@" in token or "://" in token or "www." in token.lower()


def _is_glued_word(text: str, at: int) -> bool:
    """« américainsEt ils »: a whole lower-case word, then a word that begins sentences."""
    if not _STARTERS.match(text, at):
        return False
    before = _TOKEN_BEFORE.search(text, max(0, at - 40), at)
    token = before.group() if before else ""
    word = re.split(r"['’-]", token)[-1]
    return len(word) >= 3 and word.islower() and not _in_address(text, at)
