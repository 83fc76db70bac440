"""The values in which two articles of a row differ."""

from builders import make_article, name_of

from index.compare.source_comparison import compare
from index.model.comparison import About, Difference

NAMES = {"person:arnal": ["Léa Arnal", "Lea Arnal", "Léa Arnald", "Mme Arnal"]}


def differences(one: str, other: str, about: About) -> list[Difference]:
    a = make_article("a", one, "Le musée rouvre.", names=NAMES, published="2023-05-17")
    b = make_article("b", other, "Il pleut sur la côte.", names=NAMES, published="2023-05-18")
    found = compare([a, b], name_of=name_of).differences
    return [difference for difference in found if difference.about is about]
