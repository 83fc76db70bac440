"""Forms of one name: a plural, an adjective made of it."""

from __future__ import annotations


def inflected(spellings: frozenset[str]) -> bool:
    """Whether names of one word differ as words do: « Nigérien » and « Nigériens »."""
    return (
        all(" " not in each for each in spellings)
        and len({each.rstrip("esx") for each in spellings}) < 2
    )


def of_one_stem(spellings: frozenset[str]) -> bool:
    """Whether a name of one word stands in another one, inflected: « Insoumis », « La France insoumise »."""
    short = min(spellings, key=len)
    return " " not in short and any(
        word[: len(short) - 1] == short[:-1]
        for each in spellings - {short}
        for word in each.split()[1:]
    )
