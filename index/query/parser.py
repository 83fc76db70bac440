"""From what was typed to a query: forgiving about what is unfinished, exact about what is wrong."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from index.errors import QueryError
from index.query.date_ranges import parse_dates
from index.query.joined_words import grouped, nearby, phrase
from index.query.query_fields import (
    DATES,
    FACETS,
    FIELDS,
    FILES,
    LIKE,
    MANNERS,
    PLACES,
    SPEAKERS,
    manner_of,
    map_leaves,
    name_words,
    unknown_field,
    value_words,
    within,
)
from index.query.scanner import AND, CLOSING, NOT, OR, Scanner
from index.query.spaced_words import spaced
from index.query.tree import (
    Everything,
    Exact,
    Having,
    InFile,
    Like,
    Near,
    Or,
    Pattern,
    Placed,
    Query,
    SaidBy,
    Similar,
    conjunction,
    disjunction,
    negation,
)
from index.query.word_patterns import gaps, has_gap, pattern_text
from index.text.folding import fold
from index.text.tokens import Token

MAXIMUM_LENGTH = 4_000
"""Characters of a query at most."""
MAXIMUM_DEPTH = 50
"""Depth of parentheses at most."""
MAXIMUM_LEAVES = 200
"""Words, phrases and conditions of one query at most."""
MAXIMUM_COSTLY = 6
"""Patterns, near spellings and pairs of one query: each may cover thousands of words."""
MAXIMUM_ASTERISKS = 3
USUAL_DISTANCE = 10
"""Words between the two sides of PRES without a number."""
LONGEST_DISTANCE = 999

_FIELD = re.compile(r"([^\W\d_]+(?:-[^\W\d_]+)?):")
_LOOSE = re.compile(r"~(\d{1,4})")


def parse(text: str, *, finished: bool = False) -> Query:
    """The query that was typed.

    What is unfinished — a phrase or a parenthesis not closed, an operator at the end — is taken as
    if it were finished, since one searches while typing; other punctuation is ignored. When the
    query is `finished`, a field or an operator without its value is refused instead: left out, it
    would find all.

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


class _Parser(Scanner):
    """Recursive descent over the characters; the tokenizer says what the words of a stretch are."""

    def __init__(self, text: str, *, finished: bool) -> None:
        super().__init__(text)
        self._finished = finished
        self._value: Callable[[], Query] | None = None
        """The reader of values inside the parentheses of a field that takes no words."""
        self._naming = False
        """Whether the words are those of a name: « source:20 minutes » is no time."""
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
        while self._operator(OR):
            if self._at == first:
                raise self._error("There is nothing before this operator.")
            self._take_operator(self._at)
            parts.append(self._all())
        return disjunction(parts)

    def _all(self) -> Query:
        parts: list[Query] = []
        while not self._ended() and not self._operator(OR):
            if self._operator(AND):
                if not parts:
                    raise self._error("There is nothing before this operator.")
                self._take_operator(self._at)
                continue
            part = self._joined()
            if not isinstance(part, Everything):
                parts.append(part)
        return conjunction(parts)

    def _take_operator(self, start: int) -> None:
        """Goes past an operator; something must follow, unless one is still typing."""
        self._take_chunk()
        doubled = not self._ended() and (self._operator(AND) or self._operator(OR))
        if doubled or (self._finished and self._ended()):
            raise self._error("There is nothing after this operator.", at=start)

    def _joined(self) -> Query:
        """An operand with its signs, and what PRES joins to it."""
        negative = self._signs()
        start = self._at
        query = self._operand()
        while not self._ended() and (near := self._near()):
            column = self._at
            if isinstance(query, Everything):
                raise self._error("There is nothing before this operator.", at=column)
            self._take_operator(column)
            if self._ended():
                break
            if self._operator(NOT) or self._sign("-") or self._sign("+") or self._near():
                raise self._error("There is nothing after this operator.", at=column)
            distance = int(near.group(1) or USUAL_DISTANCE)
            if distance > LONGEST_DISTANCE:
                raise self._error(
                    "PRES reaches over {most} words at the most.", at=column, most=LONGEST_DISTANCE
                )
            left = self._placed(query, at=start)
            right = self._placed(self._operand(), at=column)
            query = self._leaf(Near(left, right, distance))
        return negation(query) if negative else query

    def _placed(self, query: Query, *, at: int) -> Query:
        parts = query.parts if isinstance(query, Or) else (query,)
        if all(isinstance(part, Placed | Near) for part in parts):
            return query
        raise self._error("PRES joins two words or phrases.", at=at)

    def _signs(self) -> bool:
        """Goes past + and - and SAUF; gives whether what follows is excluded."""
        negative = False
        while not self._ended():
            plus = self._sign("+")
            if self._operator(NOT):
                self._take_operator(self._at)
            elif plus or self._sign("-"):
                self._at += 1
            else:
                break
            negative ^= not plus
        return negative

    def _operand(self) -> Query:
        return Everything() if self._ended() else self._primary()

    def _primary(self) -> Query:
        char = self._text[self._at]
        if char == "(":
            return self._group()
        if self._value is not None:
            return self._value()
        if (near := self._near()) and near.group(1):
            raise self._error("There is nothing before this operator.")
        if char in CLOSING:
            return self._phrase()
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
        if (
            field
            and (other := unknown_field(field.group(1), self._text[field.end() :])) is not None
        ):
            raise self._error(
                "There is no field {name}:.",
                advice=other.advice,
                name=field.group(1),
                near=other.near,
            )
        start = self._at
        chunk = self._take_chunk()
        if has_gap(chunk):
            return self._leaf(self._pattern(chunk, start))
        return self._words(start, chunk)

    def _phrase(self) -> Query:
        """Words between quotation marks; `"maire procès"~5` are words nearby, as other engines have it."""
        tokens = self._quoted()
        loose = _LOOSE.match(self._text, self._at)
        if loose is None or len(tokens) < 2:
            return self._leaf(phrase(tokens))
        self._at = loose.end()
        pairs = nearby(tokens, min(int(loose.group(1)), LONGEST_DISTANCE))
        return conjunction(map(self._leaf, pairs))

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
        if self._text[self._at] in CLOSING:
            tokens = self._quoted()
        else:
            if not self._take_chunk():
                return Everything()
            tokens = [token for token in self._tokens_from(start) if not token.elided]
        return self._leaf(Exact(tuple(t.exact for t in tokens)) if tokens else Everything())

    def _pattern(self, chunk: str, start: int) -> Query:
        pattern = pattern_text(chunk)
        if not gaps(pattern):
            return Everything()
        if len(pattern) - gaps(pattern) < 2:
            raise self._error("An asterisk needs at least two letters beside it.", at=start)
        if gaps(pattern) > MAXIMUM_ASTERISKS:
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
        if not self._naming and (self._following is not None or len(tokens) > 1):
            following = self._following if len(tokens) == 1 else None
            if (taken := spaced(self._text, tokens[0], following)) is not None:
                self._at = taken.end
                return self._leaf(taken.query)
        return conjunction(self._groups(tokens))

    def _groups(self, tokens: Sequence[Token]) -> list[Query]:
        return [self._leaf(query) for query in grouped(self._text, tokens)]

    def _field(self, name: str, start: int) -> Query:
        if self._ended():
            return Everything()
        if name in DATES:
            return self._values(lambda: self._dates(start, DATES[name]))
        if name in LIKE:
            return self._values(lambda: self._raw_value(Like))
        if name in FILES:
            return self._values(lambda: self._raw_value(InFile))
        self._deepen()
        self._naming, outer = self._naming or name not in PLACES, self._naming
        part = self._operand_of_field(start)
        self._naming = outer
        self._depth -= 1
        if name in PLACES:
            place = PLACES[name]
            return within(part, place, self._refuse(start))
        if name in SPEAKERS:
            return map_leaves(part, lambda leaf: SaidBy(name_words(leaf)), self._refuse(start))
        if name in MANNERS:
            return map_leaves(part, lambda leaf: self._manner(leaf, start), self._refuse(start))
        facet = FACETS[name]
        return map_leaves(
            part, lambda leaf: Having(facet, value_words(facet, leaf)), self._refuse(start)
        )

    def _manner(self, leaf: Query, start: int) -> Query:
        manner = manner_of(leaf)
        if manner is None:
            raise self._error("This is no manner of saying something.", at=start)
        return SaidBy((), (manner,))

    def _operand_of_field(self, start: int) -> Query:
        char = self._text[self._at]
        if char in "-+" or self._operator(AND) or self._operator(OR) or self._operator(NOT):
            raise self._error("This field has no value.", at=start)
        return self._primary()

    def _values(self, value: Callable[[], Query]) -> Query:
        """Values that are no words — dates, ids, paths —, one or several in parentheses."""
        if self._text[self._at] != "(":
            return value()
        outer, self._value = self._value, value
        query = self._group()
        self._value = outer
        return query

    def _dates(self, start: int, sign: str) -> Query:
        quoted = self._text[self._at] in CLOSING
        text = sign + self._raw()
        found = parse_dates(text)
        if not quoted:
            text, found = self._longer_date(text, found)
        if found is None:
            raise self._error(
                "“{text}” is not a date.",
                at=start,
                advice="Write date:2022, date:2021-11..2023-01, date:>=2022-07 or date:aucune.",
                text=text.removeprefix(sign),
            )
        return self._leaf(found)

    def _longer_date(self, text: str, found: Query | None) -> tuple[str, Query | None]:
        """`date:17 janvier 2023` without quotation marks: with the words behind it, if they make a date."""
        at, words = self._at, text
        for _ in range(2):
            self._skip_spaces()
            words = f"{words} {self._take_chunk()}"
            if "date:" not in words and (longer := parse_dates(words)) is not None:
                return words, longer
        self._at = at
        return text, found

    def _raw_value(self, make: Callable[[str], Query]) -> Query:
        text = self._raw()
        return self._leaf(make(text)) if text else Everything()

    def _refuse(self, start: int) -> QueryError:
        return self._error("This field takes words and phrases only.", at=start)

    def _raw(self) -> str:
        """A value as it stands: to the next space, or between quotation marks."""
        start = self._at
        if self._text[start] in CLOSING:
            self._quoted()
            text = self._text[start + 1 : self._at]
            return text[:-1].strip() if text[-1:] in CLOSING[self._text[start]] else text.strip()
        return self._take_chunk()

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
