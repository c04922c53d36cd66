"""C204 confidence-with-likelihood: a level of confidence and a likelihood in one sentence.

## What it finds

A sentence, in the text of a statement or in the reason given for `likelihood:` or `confidence:`, that holds both a
level of confidence (“with high confidence”) and a word of likelihood (“very likely”). It reads wording, and so has to be
asked for (`--preview`).

## Why it matters

Confidence is about the sources and the reasoning; likelihood is about the world. In one sentence readers take the two
for one scale and multiply them: “high confidence” comes to mean “very likely”. ICD 203 forbids it for that reason.

## Example

```argmap
claim holds "We judge with high confidence that the bridge is very likely to hold."
```

## Better

```argmap
claim holds "The bridge will hold." { likelihood: very-likely  confidence: high "two surveys agree" }
```
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from argmap.checks.places import at, called
from argmap.checks.rule import Finding
from argmap.vocabulary import LIKELIHOODS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.assessment import Assessment
    from argmap.checks.settings import Settings
    from argmap.diagnostics import Label

_CONFIDENCE = re.compile(
    r"\b(?:very )?(?:high|moderate|medium|low) (?:degree of )?confidence\b"
    r"|\bconfidence (?:is|remains|stays) (?:very )?(?:high|moderate|medium|low)\b",
    re.IGNORECASE,
)
_WORDS = sorted((word.replace("-", " ") for word in LIKELIHOODS if word != "certain"), key=len, reverse=True)
_LIKELIHOOD = re.compile(rf"\b(?:{'|'.join(_WORDS)}|probably|almost certainly)\b", re.IGNORECASE)
_SENTENCE = re.compile(r"[^.!?;]+")


def find(assessment: Assessment, _settings: Settings) -> Iterator[Finding]:
    """Find sentences with both."""
    for statement in assessment.map.statements:
        if (both := _both(statement.text)) is not None:
            yield _finding(f"{called(statement)} says", *both, at(assessment, statement))
        for key in ("likelihood", "confidence"):
            given = statement.get(key)
            if given is not None and (both := _both(given.reason or "")) is not None:
                yield _finding(f"the reason of `{key}:` says", *both, at(assessment, statement, given))


def _both(text: str) -> tuple[str, str] | None:
    if "onfidence" not in text:  # most texts; the patterns take far longer to say so
        return None
    for sentence in _SENTENCE.findall(text):
        confidence, likelihood = _CONFIDENCE.search(sentence), _LIKELIHOOD.search(sentence)
        if confidence is not None and likelihood is not None:
            return confidence[0], likelihood[0]
    return None


def _finding(who: str, confidence: str, likelihood: str, where: Label) -> Finding:
    message = f"{who} “{confidence}” and “{likelihood}” in one sentence"
    return Finding(message, where, "`likelihood:` and `confidence:`, each with its own reason")
