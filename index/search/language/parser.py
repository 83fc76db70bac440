"""From what was typed to a query: forgiving about what is unfinished, exact about what is wrong."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.errors import QueryError
from index.french.tokens import APOSTROPHES, Token, fold, tokenize
from index.search.language.dates import parse_dates
from index.search.language.fields import (
    DATES,
    FACETS,
    FIELDS,
    FILES,
    LIKE,
    PLACES,
    SPEAKERS,
    Placed,
    map_leaves,
    name_words,
    within,
)
from index.search.language.tree import (
    Everything,
    Exact,
    Having,
    InFile,
    Like,
    Near,
    Or,
    Pattern,
    Query,
    SaidBy,
    Similar,
    Word,
    conjunction,
    disjunction,
    negation,
)
from index.search.language.words import JOINERS, is_model, joined_words, phrase

MAXIMUM_LENGTH = 4_000
"""Characters; what is longer is refused."""
MAXIMUM_DEPTH = 50
"""Parentheses inside each other."""
MAXIMUM_LEAVES = 200
"""Words, phrases and conditions of one query."""
MAXIMUM_COSTLY = 8
"""Patterns, near spellings and pairs of one query: each may cover thousands of words."""
MAXIMUM_ASTERISKS = 3
USUAL_DISTANCE = 10
"""Words between the two sides of PRES without a number."""

_END = r'(?=[\s()"«»“”„]|\Z)'
_AND = re.compile(rf"(?:ET|AND){_END}")
_OR = re.compile(rf"(?:OU|OR){_END}")
_NOT = re.compile(rf"(?:SAUF|NOT){_END}")
_NEAR = re.compile(rf"(?:PRES|PRÈS|NEAR)(?:/(\d{{1,3}}))?{_END}")
_CHUNK = re.compile(r'[^\s()"«»“”„]+')
_MARK = re.compile(r'[()"«»“”„]')
_CLOSING = {'"': '"', "«": "»", "“": "”", "„": "“”"}
_FIELD = re.compile(r"([^\W\d_]+(?:-[^\W\d_]+)?):")


def parse(text: str, *, finished: bool = False) -> Query:
    """The query that was typed.

    What is unfinished — a phrase or a parenthesis not closed, an operator at the end — is taken as
    if it were finished, since one searches while typing; other punctuation is ignored. When the
    query is `finished`, a field without a value is refused instead: left out, it would find all.

    Raises QueryError, with the column, for what cannot be understood.
    """
    if len(text) > MAXIMUM_LENGTH:
        raise QueryError(
            "The query has {length} characters; at most {most} are read.",
            column=MAXIMUM_LENGTH + 1,
            advice="Search for a passage of it, in quotation marks.",
            length=len(text),
            most=MAXIMUM_LENGTH,
        )
    return _Parser(text, finished=finished).parse()


class _Parser:
    """Recursive descent over the characters; the tokenizer says what the words of a stretch are."""

    def __init__(self, text: str, *, finished: bool) -> None:
        self._text = text
        self._finished = finished
        self._following: Token | None = None
        self._at = 0
        self._depth = 0
        self._leaves = 0
        self._costly = 0

    def parse(self) -> Query:
        query = self._either()
        self._skip_spaces()
        if self._at < len(self._text):
            raise self._error("This parenthesis closes nothing.")
        return query

    def _either(self) -> Query:
        self._skip_spaces()
        first = self._at
        parts = [self._all()]
        while self._operator(_OR):
            start = self._at
            if self._at == first:
                raise self._error("There is nothing before this operator.")
            self._take_chunk()
            if not self._ended() and (self._operator(_AND) or self._operator(_OR)):
                raise self._error("There is nothing after this operator.", at=start)
            parts.append(self._all())
        return disjunction(parts)

    def _all(self) -> Query:
        parts: list[Query] = []
        while not self._ended() and not self._operator(_OR):
            if self._operator(_AND):
                if not parts:
                    raise self._error("There is nothing before this operator.")
                start = self._at
                self._take_chunk()
                if not self._ended() and (self._operator(_AND) or self._operator(_OR)):
                    raise self._error("There is nothing after this operator.", at=start)
                continue
            part = self._joined()
            if not isinstance(part, Everything):
                parts.append(part)
        return conjunction(parts)

    def _joined(self) -> Query:
        """An operand with its signs, and what PRES joins to it."""
        negative = self._signs()
        start = self._at
        query = self._operand()
        while not self._ended() and (near := self._near()):
            column = self._at
            self._take_chunk()
            if isinstance(query, Everything):
                raise self._error("There is nothing before this operator.", at=column)
            if self._ended():
                break
            distance = int(near.group(1) or USUAL_DISTANCE)
            left = self._placed(query, at=start)
            right = self._placed(self._operand(), at=column)
            query = self._leaf(Near(left, right, distance))
        return negation(query) if negative else query

    def _placed(self, query: Query, *, at: int) -> Query:
        parts = query.parts if isinstance(query, Or) else (query,)
        if all(isinstance(part, Placed) for part in parts):
            return query
        raise self._error("PRES joins two words or phrases.", at=at)

    def _signs(self) -> bool:
        """Goes past + and - and SAUF; gives whether what follows is excluded."""
        negative = False
        while not self._ended():
            if self._operator(_NOT):
                self._take_chunk()
                negative = not negative
            elif self._sign("-"):
                self._at += 1
                negative = not negative
            elif self._sign("+"):
                self._at += 1
            else:
                break
        return negative

    def _operand(self) -> Query:
        return Everything() if self._ended() else self._primary()

    def _primary(self) -> Query:
        char = self._text[self._at]
        if char == "(":
            return self._group()
        if char in _CLOSING:
            return self._leaf(phrase(self._quoted()))
        if char in "»”":
            self._at += 1
            return Everything()
        if char == "=":
            self._at += 1
            return self._exact()
        field = _FIELD.match(self._text, self._at)
        if field and fold(field.group(1)) in FIELDS:
            start = self._at
            self._at = field.end()
            self._skip_spaces()
            found = self._field(fold(field.group(1)), start)
            if self._finished and isinstance(found, Everything):
                raise self._error("This field has no value.", at=start)
            return found
        start = self._at
        chunk = self._take_chunk()
        if "*" in chunk:
            return self._leaf(self._pattern(chunk, start))
        return self._words(start, chunk)

    def _group(self) -> Query:
        self._deepen()
        self._at += 1
        query = self._either()
        self._skip_spaces()
        if self._at < len(self._text):
            self._at += 1
        self._depth -= 1
        return query

    def _deepen(self) -> None:
        self._depth += 1
        if self._depth > MAXIMUM_DEPTH:
            raise self._error("Too many parentheses or fields stand inside each other.")

    def _exact(self) -> Query:
        if self._at >= len(self._text) or self._text[self._at].isspace():
            return Everything()
        start = self._at
        if self._text[self._at] in _CLOSING:
            tokens = self._quoted()
        else:
            if not self._take_chunk():
                return Everything()
            tokens = [token for token in self._tokens_from(start) if not token.elided]
        return self._leaf(Exact(tuple(t.exact for t in tokens)) if tokens else Everything())

    def _pattern(self, chunk: str, start: int) -> Query:
        for apostrophe in APOSTROPHES:
            chunk = chunk.rpartition(apostrophe)[2]
        kept = "".join(char for char in fold(chunk) if char.isalnum() or char == "*")
        pattern = re.sub(r"\*+", "*", kept)
        if "*" not in pattern:
            return Everything()
        if len(pattern.replace("*", "")) < 2:
            raise self._error("An asterisk needs at least two letters beside it.", at=start)
        if pattern.count("*") > MAXIMUM_ASTERISKS:
            raise self._error(
                "At most {most} asterisks fit into a word.", at=start, most=MAXIMUM_ASTERISKS
            )
        return Pattern(pattern)

    def _words(self, start: int, chunk: str) -> Query:
        """The words of a chunk: joined by hyphens or apostrophes they are a phrase."""
        tokens = self._tokens_from(start)
        if not tokens:
            return Everything()
        if chunk.endswith("~") and len(tokens[-1].folded) > 2 and tokens[-1].exact.isalpha():
            similar: Query = Similar(tokens[-1].folded)
            return conjunction([*self._groups(tokens[:-1]), self._leaf(similar)])
        model = self._spaced_model(tokens)
        if model is not None:
            return self._leaf(model)
        return conjunction(self._groups(tokens))

    def _groups(self, tokens: Sequence[Token]) -> list[Query]:
        found: list[Query] = []
        group: list[Token] = []
        for token in tokens:
            between = self._text[group[-1].end : token.start] if group else ""
            if group and not (len(between) == 1 and between in JOINERS):
                found.append(self._leaf(joined_words(group)))
                group = []
            group.append(token)
        if group:
            found.append(self._leaf(joined_words(group)))
        return found

    def _spaced_model(self, tokens: Sequence[Token]) -> Query | None:
        """`F 16` as it may be typed for F-16; `LE 16` is none."""
        if len(tokens) != 1 or self._following is None:
            return None
        letters, number = tokens[0], self._following
        written = self._text[letters.start : letters.end]
        if (
            is_model(written, number)
            and self._text[letters.end : number.start] in (" ", "\u00a0", "\u202f")
            and (end := _CHUNK.match(self._text, number.start)) is not None
            and end.end() == number.end
        ):
            self._at = number.end
            return Word(letters.exact + number.exact)
        return None

    def _field(self, name: str, start: int) -> Query:
        if self._ended():
            return Everything()
        if name in DATES:
            text = self._raw()
            found = parse_dates(text)
            if found is None:
                raise self._error(
                    "“{text}” is not a date.",
                    at=start,
                    advice="Write date:2022, date:2021-11..2023-01, date:>=2022-07 or date:aucune.",
                    text=text,
                )
            return self._leaf(found)
        if name in LIKE:
            text = self._raw()
            return self._leaf(Like(text) if text else Everything())
        if name in FILES:
            text = self._raw()
            return self._leaf(InFile(text) if text else Everything())
        self._deepen()
        part = self._operand_of_field(start)
        self._depth -= 1
        if name in PLACES:
            place = PLACES[name]
            return within(part, place, self._refuse(start))
        if name in SPEAKERS:
            return map_leaves(part, lambda leaf: SaidBy(name_words(leaf)), self._refuse(start))
        facet = FACETS[name]
        return map_leaves(part, lambda leaf: Having(facet, name_words(leaf)), self._refuse(start))

    def _operand_of_field(self, start: int) -> Query:
        char = self._text[self._at]
        if char in "-+" or self._operator(_AND) or self._operator(_OR) or self._operator(_NOT):
            raise self._error("This field has no value.", at=start)
        return self._primary()

    def _refuse(self, start: int) -> QueryError:
        return self._error("This field takes words and phrases only.", at=start)

    def _raw(self) -> str:
        """A value as it stands: to the next space, or between quotation marks."""
        start = self._at
        if self._text[start] in _CLOSING:
            self._quoted()
            text = self._text[start + 1 : self._at]
            return text[:-1].strip() if text[-1:] in _CLOSING[self._text[start]] else text.strip()
        return self._take_chunk()

    # Reading characters

    def _quoted(self) -> list[Token]:
        """The words up to the closing mark, or to the end of the text."""
        closing = _CLOSING[self._text[self._at]]
        start = self._at + 1
        ends = [place for mark in closing if (place := self._text.find(mark, start)) >= 0]
        end = min(ends, default=len(self._text))
        self._at = min(end + 1, len(self._text))
        return self._tokens_from(start, end)

    def _take_chunk(self) -> str:
        """Goes on past everything up to a space, a parenthesis or a quotation mark."""
        found = _CHUNK.match(self._text, self._at)
        if found is None:
            self._at += self._at < len(self._text) and self._text[self._at] not in "()"
            return ""
        self._at = found.end()
        return found.group()

    def _tokens_from(self, start: int, end: int | None = None) -> list[Token]:
        """The words that begin in a stretch, up to `_at`; a figure with spaces may end behind it.

        Without `end`, the word after them is kept as `_following`.
        """
        stop = end
        if stop is None:
            mark = _MARK.search(self._text, start)
            stop = mark.start() if mark else len(self._text)
        self._following = None
        found: list[Token] = []
        for token in tokenize(self._text[start:stop]):
            placed = token._replace(start=token.start + start, end=token.end + start)
            if end is None and placed.start >= self._at:
                self._following = placed
                break
            found.append(placed)
            self._at = max(self._at, placed.end)
        return found

    def _skip_spaces(self) -> None:
        while self._at < len(self._text) and self._text[self._at].isspace():
            self._at += 1

    def _ended(self) -> bool:
        self._skip_spaces()
        return self._at >= len(self._text) or self._text[self._at] == ")"

    def _operator(self, operator: re.Pattern[str]) -> bool:
        self._skip_spaces()
        return operator.match(self._text, self._at) is not None

    def _near(self) -> re.Match[str] | None:
        return _NEAR.match(self._text, self._at)

    def _sign(self, sign: str) -> bool:
        """Whether a sign stands right before an operand and after none."""
        at = self._at
        return (
            self._text[at] == sign
            and (at == 0 or self._text[at - 1].isspace() or self._text[at - 1] in "(+-")
            and at + 1 < len(self._text)
            and not self._text[at + 1].isspace()
        )

    def _leaf(self, query: Query) -> Query:
        if isinstance(query, Everything):
            return query
        self._leaves += 1
        self._costly += isinstance(query, Pattern | Similar | Near)
        if self._costly > MAXIMUM_COSTLY:
            raise self._error(
                "At most {most} patterns, near spellings and pairs fit into one query.",
                most=MAXIMUM_COSTLY,
            )
        if self._leaves > MAXIMUM_LEAVES:
            raise self._error(
                "The query has more than {most} words.",
                advice="Search for a passage of it, in quotation marks.",
                most=MAXIMUM_LEAVES,
            )
        return query

    def _error(
        self, sentence: str, *, at: int | None = None, advice: str = "", **values: object
    ) -> QueryError:
        column = (self._at if at is None else at) + 1
        return QueryError(sentence, column=column, advice=advice, **values)
