"""Finds the places where copying a page lost the break between two sentences or paragraphs.

« …dans un communiqué.Cette annonce… », « …soutien réciproque"Une coopération… »: a missing break
shows in the marks around the place, never inside figures, initials, addresses or names such as
« bladi.net », « U.S. » or « WhatsApp ».
"""

from __future__ import annotations

import re

from index.text.signs import holds

_UPPER = "A-ZÀÂÄÇÉÈÊËÎÏÔÖÙÛÜŸŒÆ"
_LOWER = "a-zàâäçéèêëîïôöùûüÿœæ"
_MARKS = '.!?…"»”)]–—-'
_NO_OPENING = r"(?<!\s\")(?<![^.!?…][)\]])"
"""What no mark is: an opening quotation mark, or a bracket but after a stop."""
_FOLLOWED = r"(?=[^\s.,;:!?…)\]])"
_WORD = rf"(?<=[{_LOWER}%€][{_UPPER}«“])"
"""A capital right after a small letter; the capital is sought, which is rarer."""
_PLACE = re.compile(
    rf"[.!?…\"»”)\]{_UPPER}«“](?:(?<=[.!?…\"»”)\]]){_FOLLOWED}{_NO_OPENING}|{_WORD})"
)
"""A mark with a character right after it, or the beginning of a word inside another: as one class of
signs they are searched faster than as several.
"""
_PLACE_OR_DASH = re.compile(
    rf"[.!?…\"»”)\]–—{_UPPER}«“-](?:(?<=[.!?…\"»”)\]]){_FOLLOWED}{_NO_OPENING}|(?<=[–—-]){_FOLLOWED}|{_WORD})"
)
_OPENING = frozenset("«“([")
_STOPS = frozenset(".!?…")
_DASHES = frozenset("-–—+•")
_AFTER_DASH = re.compile(rf"[-–—+•]\s?[\"«“'‘]?[{_UPPER}{_LOWER}0-9]")
_DATELINE = re.compile(rf"[{_UPPER}][\w’' -]{{1,30}}\([\w’', -]{{2,30}}\)[.,]")
"""The place where an article was written, as some outlets state it: « Bar (Monténégro).– »."""
_SIGNED = re.compile(r"[a-z]{2,5}(?:-[a-z]{2,5})*/[a-z]{2,5}\b")
_FOUR_LETTERS = re.compile(rf"[{_LOWER}]{{4}}$")
_TOKEN_BEFORE = re.compile(r"[^\s\"«»“”()\[\]]*$")
_TOKEN_AFTER = re.compile(r"[^\s\"«»“”()\[\]]*")
_INITIAL = re.compile(rf"(?:^|[\s(«“\"’'.-])[{_UPPER}]$")
_ABBREVIATION = re.compile(
    r"(?:^|[\s(«“\"’'])(?:M|Mr|Mrs|Ms|Dr|Pr|Me|Mgr|St|Ste|Lt|Cne|Cdt|Col|Gal|Gén|vs|Vs|No|no|art|cf|p|pp|vol|éd"
    r"|chap|av|bd|Jr|Sr|Fr|Ph)$"
)
_LONE_LETTER = re.compile(r"[B-KM-XZ](?![\w'’.])")
"""A single letter after a point, as in « ID.R » or « S.p.A »; only A, L and Y can begin a sentence
alone.
"""
_HOST_END = re.compile(r"(?:Com|COM|Net|NET|Fr|FR|Org|ORG|Io|Tv|TV|Info|JS|js|Js)\b")
_STARTERS = re.compile(
    r"(?:Et|Mais|Or|Car|Le|La|Les|Un|Une|Des|Du|De|Au|Aux|Il|Ils|Elle|Elles|On|Nous|Vous|Je|Tu|Ce|Cet|Cette|Ces|Ça"
    r"|Dans|Pour|En|Sur|Sous|Avec|Sans|Selon|Après|Avant|Depuis|Pendant|Par|Parmi|Chez|Entre|Vers|Dès|Si|Comme"
    r"|Quand|Lorsque|Alors|Ainsi|Aussi|Enfin|Puis|Pourtant|Cependant|Toutefois|Néanmoins|Outre|Malgré|Face|Grâce"
    r"|Son|Sa|Ses|Leur|Leurs|Notre|Nos|Mon|Ma|Mes|Tout|Tous|Toute|Toutes|Plus|Plusieurs|Certains|Certaines|Chaque"
    r"|Deux|Trois|Quatre|Qui|Que|Quel|Quelle|Pourquoi|Comment|Où|À|A|Voici|Voilà|Ici|Là|Non|Oui)(?=[\s,])"
    r"|(?:L|D|C|J|S|N|M|Qu|Jusqu|Lorsqu|Puisqu|Aujourd)['’]"
)
_LONGEST_HEADING = 120
_OF_ADDRESSES = ("@", "://", "w.", "W.")


def glued_places(text: str) -> list[int]:
    """Offsets in a one-line text where a break is missing, in order.

    Straight quotation marks are counted from the last break: a mark after a stop closes if a
    quotation is open, and opens if none is.
    """
    scan = _Scan(text)
    for match in _PLACE.finditer(text):
        scan.look(match.start())
        if scan.heading >= 0:
            # Only a dash ends a heading; elsewhere dashes are many and mean nothing.
            for later in _PLACE_OR_DASH.finditer(text, match.end()):
                scan.look(later.start())
            break
    return scan.places


class _Scan:
    """One pass over a text, with the last break and the heading that is open."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._has_address: bool | None = None
        """None until it is asked."""
        self.places: list[int] = []
        self.heading = -1
        self._break = 0
        self._counted = (0, 0, 0)
        """The range in which quotation marks were counted last, and their number."""

    def look(self, at: int) -> None:
        """Looks for a break at a mark, or before a capital."""
        place = self._place(at if self.text[at] in _MARKS else at - 1)
        if place is not None and self._break < place < len(self.text):
            self.places.append(place)
            self._break = place

    def _place(self, at: int) -> int | None:
        """The place of the break at the mark of an offset; None if there is none."""
        mark, after = self.text[at], self.text[at + 1]
        if mark in _STOPS:
            return self._at_stop(at, after)
        if mark == '"':
            return self._at_quote(at, after)
        if mark in "»”":
            if after.isupper() or after in _OPENING or after == '"':
                return at + 1
            return self._at_dash(at + 1) if after in _DASHES else None
        if mark in "-–—":
            return self._after_heading(at, after)
        if mark in ")]":
            if not at or self.text[at - 1] not in _STOPS:
                return None
            if after == '"' and self._is_open(at):
                return at + 2 if self._char(at + 2).isupper() else None
            return at + 1 if after.isupper() or after in '«“"' else None
        return self._at_word(at + 1)

    def _is_open(self, at: int) -> bool:
        begin, end, marks = self._counted
        if begin != self._break or at < end:
            begin = end = self._break
            marks = 0
        # The count goes on from the last mark asked about, so that a line of marks is read only
        # once.
        marks += self.text.count('"', end, at)
        self._counted = begin, max(at, end), marks
        return marks % 2 == 1

    def _char(self, at: int) -> str:
        return self.text[at] if at < len(self.text) else " "

    def _at_stop(self, at: int, after: str) -> int | None:
        text = self.text
        if after == '"':
            return self._at_stop_and_quote(at)
        if after.isupper() or after in _OPENING:
            quoted = text[max(0, at - 4) : at].rstrip(".…").endswith('"')
            if quoted and text[at] in ".…" and text[at - 1] in ".…" and self._is_open(at):
                # In « "...Non" » the points begin a quotation.
                return None
            return at + 1 if self._ends_sentence(at) else None
        if after in _DASHES:
            return self._at_dash(at + 1) if self._ends_sentence(at) else None
        if after in "»”":
            return at + 2 if self._char(at + 2).isupper() and self._ends_sentence(at) else None
        if after.isdigit():
            return at + 1 if _FOUR_LETTERS.search(text, max(0, at - 4), at) else None
        if text[at] == "." and _SIGNED.match(text, at + 1):
            return at + 1
        return at + 1 if after == "*" and self._ends_sentence(at) else None

    def _at_stop_and_quote(self, at: int) -> int | None:
        behind = self._char(at + 2)
        if not self._ends_sentence(at):
            return None
        if behind == '"' and self._char(at + 3).isupper():
            # « tout de suite.""Lorsque »: one closes and one opens, whatever was left open before.
            return at + 2
        if self.text[at - 1] == '"' and self._char(at - 2).isalnum() and behind.isupper():
            # « favorables"."Le port » likewise.
            return at + 1
        if self._is_open(at):
            if behind.isupper() or behind in '"«“':
                return at + 2
            return self._at_dash(at + 2) if behind in _DASHES else None
        return None if behind.isspace() else at + 1

    def _at_quote(self, at: int, after: str) -> int | None:
        before = self.text[at - 1] if at else " "
        if self._is_open(at):
            if after in _DASHES and before in _STOPS:
                return self._at_dash(at + 1)
            if after in _DASHES and self.heading >= 0:
                return None
            if before.isspace():
                return None
            return at + 1 if after.isupper() or (after == '"' and before != '"') else None
        return at if before.isalnum() and after.isupper() else None

    def _at_dash(self, at: int) -> int | None:
        """The break in « .- Un intertitre - »: a dash right after a stop begins a heading or an
        item.
        """
        if not _AFTER_DASH.match(self.text, at) or _DATELINE.fullmatch(self.text[:at]):
            return None
        self.heading = at
        return at

    def _after_heading(self, at: int, after: str) -> int | None:
        """The break at the second dash of « - Un intertitre -Son »."""
        before = self.text[at - 1] if at else " "
        behind = self._char(at + 2)
        if self.heading < 0 or not 3 < at - self.heading <= _LONGEST_HEADING:
            return None
        starts = after.isupper() or (after in '"«“' and (behind.isupper() or behind == "\u00a0"))
        if not starts or not (before.isspace() or before in "\"»'"):
            return None
        self.heading = -1
        return at + 1

    def _at_word(self, at: int) -> int | None:
        """The break between a word in lower case and a sentence: « américainsEt ils »,
        « judiciaire« Ce ».
        """
        text = self.text
        if text[at] in "«“":
            return at if text[at + 1 : at + 3].strip()[:1].isupper() else None
        if not _STARTERS.match(text, at):
            return None
        before = _TOKEN_BEFORE.search(text, max(0, at - 40), at)
        token = before.group() if before else ""
        word = re.split(r"['’-]", token)[-1]
        whole = len(word) >= 3 and word.islower()
        return at if whole and not self._in_address(at) else None

    def _in_address(self, at: int) -> bool:
        if self._has_address is None:
            self._has_address = holds(self.text, _OF_ADDRESSES)
        return self._has_address and _in_address(self.text, at)

    def _ends_sentence(self, stop: int) -> bool:
        return _ends_sentence(self.text, stop) and not self._in_address(stop)


def _ends_sentence(text: str, stop: int) -> bool:
    """Whether the mark at `stop`, in no address, ends a sentence and another one follows without a
    break.
    """
    before = text[max(0, stop - 40) : stop]
    if text[stop] not in ".…":
        return bool(before)
    if before.rstrip(".…")[-1:] in {"", " ", "«", "“", "(", "[", "\u00a0"}:
        return False
    # Only the characters right before the point count; most are five letters of one word.
    if not (before[-5:].isalpha() and len(before) > 4 and before[-1].islower()) and (
        _INITIAL.search(before[-2:]) or _ABBREVIATION.search(before[-6:])
    ):
        return False
    if not text[stop + 2 : stop + 3].islower() and _LONE_LETTER.match(text, stop + 1):
        return False
    return not _HOST_END.match(text, stop + 1)


def _in_address(text: str, at: int) -> bool:
    after = _TOKEN_AFTER.match(text, at)
    around = text[max(0, at - 80) : at] + (after.group() if after else "")
    if "@" not in around and "://" not in around and "www." not in around.lower():
        return False
    before = _TOKEN_BEFORE.search(text, max(0, at - 80), at)
    token = (before.group() if before else "") + (after.group() if after else "")
    return "@" in token or "://" in token or "www." in token.lower()
