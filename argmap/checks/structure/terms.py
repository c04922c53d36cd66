"""The words of weight in a text, so that premises and conclusions can be held against each other."""

from __future__ import annotations

import re

_WORD = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*")
_SHORTEST = 4  # letters of a word of weight; and of its beginning, by which words are compared
_LIGHT = frozenset({
    "about", "above", "after", "again", "against", "almost", "also", "although", "always", "among", "and", "any",
    "anyone", "anything", "are", "aren", "because", "been", "before", "being", "below", "between", "both", "but", "can",
    "cannot", "could", "does", "doing", "done", "down", "during", "each", "either", "enough", "even", "ever", "every",
    "everyone", "everything", "few", "for", "from", "further", "had", "has", "have", "having", "here", "hers",
    "herself", "himself", "his", "how", "however", "into", "its", "itself", "just", "less", "like", "many", "may",
    "might", "mine", "more", "most", "much", "must", "neither", "never", "none", "nor", "not", "nothing", "now", "off",
    "often", "once", "one", "only", "other", "others", "ought", "our", "ours", "over", "own", "perhaps", "rather",
    "same", "shall", "she", "should", "since", "some", "someone", "something", "such", "than", "that", "the", "their",
    "theirs", "them", "themselves", "then", "there", "therefore", "these", "they", "thing", "things", "this", "those",
    "though", "through", "thus", "too", "under", "until", "upon", "very", "was", "were", "what", "whatever", "when",
    "whenever", "where", "whether", "which", "while", "who", "whoever", "whole", "whom", "whose", "why", "will", "with",
    "within", "without", "would", "yet", "you", "your", "rule", "usually", "mostly", "well", "long", "make", "makes",
    "made", "take", "takes", "taken", "give", "gives", "given", "goes", "went", "come", "comes", "came", "become",
    "becomes", "became", "say", "says", "said", "mean", "means",
})  # fmt: skip


def terms(text: str) -> dict[str, str]:
    """Return the words of weight of a text, by the beginning under which they are compared."""
    found: dict[str, str] = {}
    for word in _WORD.findall(text):
        small = word.lower()
        if len(small) >= _SHORTEST and small not in _LIGHT:
            found.setdefault(small[:_SHORTEST], word)
    return found
