"""Tells a picture in a few words, for those who cannot see it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from argmap.render.wording import counted

if TYPE_CHECKING:
    from argmap.render.picture.parts import BoxKind, Picture

_KINDS: dict[BoxKind, tuple[str, str]] = {
    "question": ("question", "questions"),
    "hypothesis": ("hypothesis", "hypotheses"),
    "claim": ("claim", "claims"),
    "evidence": ("piece of evidence", "pieces of evidence"),
    "assumption": ("assumption", "assumptions"),
}


def describe(picture: Picture) -> str:
    """Say what is in a picture: how many boxes of each kind, how many lack support, how many steps there are."""
    boxes = [each for box in picture.boxes for each in (box, *box.folded)]
    kinds = Counter(box.kind for box in boxes)
    parts = [counted(kinds[kind], *words) for kind, words in _KINDS.items() if kinds[kind]]
    sentences = [f"An argument map with {_listed(parts)}." if parts else "An argument map with nothing in it yet."]
    bare = sum(box.dashed for box in boxes)
    if bare:
        sentences.append(f"{bare} of them {'has' if bare == 1 else 'have'} no support.")
    steps = Counter(line.kind for line in picture.lines if line.part in {"whole", "conclusion"})
    drawn = [
        counted(
            steps["support"] + sum(len(box.folded) for box in picture.boxes), "supporting step", "supporting steps"
        ),
        counted(steps["attack"], "attack", "attacks"),
        counted(steps["undercut"], "undercut", "undercuts"),
    ]
    sentences.append(f"Between them: {_listed(drawn)}.")
    return " ".join(sentences)


def _listed(parts: list[str]) -> str:
    return " and ".join(filter(None, (", ".join(parts[:-1]), parts[-1])))
