"""Words that people write where the language has another: what they most likely mean, and the word for it."""

from __future__ import annotations

from argmap.vocabulary import KEYWORDS

CONCLUSION = "the conclusion comes first, its reasons after"
CONCLUSIONS = frozenset({"therefore", "thus", "hence", "so", "consequently", "ergo", "conclusion", "accordingly"})
OTHER_WORDS: dict[str, tuple[str, str]] = {
    **dict.fromkeys(CONCLUSIONS, (CONCLUSION, "")),
    **dict.fromkeys(
        (
            "supports", "support", "proves", "for", "pro", "reason", "premise", "argument", "grounds", "backing", "firstly",
            "moreover", "furthermore", "secondly", "finally",
        ),
        ("a reason is `because`", "because"),
    ),
    **dict.fromkeys(
        (
            "attacks", "attack", "objection", "against", "con", "however", "although", "though", "yet",
            "counterargument", "counter", "nevertheless", "critics",
        ),
        ("an objection is `but`", "but"),
    ),
    **dict.fromkeys(("except", "undercut", "rebuttal", "exception"), ("what breaks a step is `unless`", "unless")),
    **dict.fromkeys(("warrant", "given", "assuming"), ("the licence of a step is `since`", "since")),
    **dict.fromkeys(("fact", "observation", "data", "finding"), ("an observation is `evidence`", "evidence")),
    **dict.fromkeys(("statement", "thesis", "contention", "proposition"), ("what can be disputed is a `claim`", "claim")),
    "if": ("what is to be shown comes first, then `because` and its reason", ""),
    **dict.fromkeys(("implies", "then"), ("whoever holds A holds B is `A entails B`", "")),
    **dict.fromkeys(
        ("and", "also", "or"),
        ("reasons that need each other are joined by `&`; each of its own has its own `because`", ""),
    ),
}  # fmt: skip
# The words of the language in German, French and Spanish: they are English in every map, whatever its texts are in.
TRANSLATED: dict[str, str] = {
    **dict.fromkeys(("weil", "denn", "parce", "car", "porque"), "because"),
    **dict.fromkeys(("aber", "doch", "jedoch", "mais", "cependant", "pero"), "but"),
    **dict.fromkeys(("da", "puisque", "puesto"), "since"),
    **dict.fromkeys(("außer", "sauf", "salvo", "es"), "unless"),
    **dict.fromkeys(("behauptung", "these", "aussage", "affirmation", "thèse", "afirmación", "tesis"), "claim"),
    **dict.fromkeys(("beleg", "beobachtung", "preuve", "prueba"), "evidence"),
    **dict.fromkeys(("annahme", "supposition", "hypothèse", "suposición"), "assumption"),
    **dict.fromkeys(("quelle", "fuente"), "source"),
    **dict.fromkeys(("frage", "pregunta"), "question"),
    **dict.fromkeys(("hypothese", "hipótesis"), "hypothesis"),
    **dict.fromkeys(("abschnitt", "sección"), "section"),
}
SECOND_WORDS = frozenset({"que", "qu", "sei", "denn"})  # of `parce que` and the like
_SINGULAR = {"hypotheses": "hypothesis"}


def in_place_of(word: str) -> tuple[str, str]:
    """Return what a word (in small letters, one or several of it) means, and the language's word for it, or both empty."""
    one = _SINGULAR.get(word, word.removesuffix("s"))
    if word not in OTHER_WORDS and one in KEYWORDS and one != word:
        return "", one
    return OTHER_WORDS.get(word) or OTHER_WORDS.get(one) or ("", "")


def meaning_of(word: str) -> str:
    """Return the word of the language that somebody meant by a label or a first word; "" where it is just a word."""
    small = word.lower()
    if small in CONCLUSIONS or small in KEYWORDS:
        return small if small in KEYWORDS else "claim"
    return in_place_of(small)[1]
