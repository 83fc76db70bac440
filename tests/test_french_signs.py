"""Where a quick test stands before a pattern, the test never hides what the pattern finds."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from index.french import given_by, nounless, saying_verbs, sentences, turns

_WORDS = st.sampled_from(
    ["ne", "Lui", "nous", "VOUS", "y", "en", "les", "l'", "n’", "s'", "se", "dit", "a-t-il", "mars", "M.", "F-16", "21", "St", "selon", "d’après", "de source", "pour l'", ", 25 000", " et douze", " contre trois", " manifestants", "Léa", "L. A.", "La Gazette", ":", "–", "-", ". -", "«", "!", "et le", "mais il", ",", "\x1f", "un", "que", "\n"]
) | st.text(st.sampled_from("aeélsn.'’- \u00a0_1"), max_size=6)  # fmt: skip
_TEXTS = st.lists(_WORDS, max_size=9).map(" ".join) | st.lists(_WORDS, max_size=9).map("".join)


@given(_TEXTS, st.integers(0, 12))
@example("ne  lui ", 0)
@example("que nous\u00a0", 1)
def test_pronouns_before_a_verb(text: str, floor: int) -> None:
    at = len(text)
    quick = saying_verbs._clitics_before(text, min(floor, at), at)
    slow = saying_verbs._CLITICS_BEFORE.search(text, min(floor, at), at)
    assert (quick and quick.span()) == (slow and slow.span())


@given(_TEXTS)
def test_a_verb_with_its_pronouns(text: str) -> None:
    use = saying_verbs.verb_at(text, 0, len(text))
    clitics = saying_verbs._CLITICS.match(text)
    assert clitics is not None
    if use is not None:
        assert use.start == 0
        assert use.head in (0, clitics.end())


@given(_TEXTS, st.integers(0, 12))
def test_the_word_before_a_stop(text: str, floor: int) -> None:
    end = len(text)
    floor = min(floor, end)
    found = sentences._WORD_BEFORE.search(text, floor, end)
    expected = (found.start(), found[0]) if found else (end, "")
    assert sentences._word_before(text, floor, end) == expected


@given(_TEXTS)
@example("21 manifestants selon la police, 25 000 selon les syndicats")
def test_another_figure_of_another_source(text: str) -> None:
    for at in range(min(len(text), 30)):
        if nounless._SAYS_ANOTHER.match(text, at):
            window = text[at : at + nounless._SAID_WITHIN]
            assert any(sign in window for sign in nounless._SAID_SIGNS)


@given(_TEXTS)
@example("L. A. - Nous partons")
def test_a_label_of_a_turn(text: str) -> None:
    if turns._LABEL.match(text):
        sure = any(sign in text for sign in turns._SURE_SIGNS)
        assert sure or turns._STOP_AND_HYPHEN.search(text)


@given(_TEXTS)
@example(", qui part, et le maire ")
def test_a_new_clause_before_a_quotation(text: str) -> None:
    if given_by._NEW_CLAUSE.search(text):
        assert "," in text or "\x1f" in text
    if given_by._STOP.search(text):
        assert any(sign in text for sign in ".!?")
    if given_by._COLON.search(text):
        assert ":" in text
