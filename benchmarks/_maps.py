"""The same made-up map as argmap, bare or with sources, and as Argdown: equal in its claims and in the links between them."""

import random
from dataclasses import dataclass

MOVES_PER_CLAIM = 1.75
OBJECTIONS = 0.3
# A claim is linked to one of the next few, as neighbours in a text are: chains are long, none is a circle.
REACH = 50
# In a tree, about so many claims bear on one.
BRANCHES = 3
WORDS = """
harbour permit levy vessel inspector rumour ledger bridge season grain
council treaty border convoy ministry letter engine witness river archive
"""

Move = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Map:
    """The claims' texts, and for each claim its moves: a word and the number of another claim."""

    texts: list[str]
    moves: list[list[Move]]

    @property
    def size(self) -> int:
        """How many statements and moves there are."""
        return len(self.texts) + sum(map(len, self.moves))


def made_up(claims: int) -> Map:
    """Make up a map, the same one each time, with 7 moves to 4 claims."""
    dice = random.Random(claims)
    found: dict[tuple[int, int], str] = {}
    wanted = min(round(claims * MOVES_PER_CLAIM), claims * (claims - 1) // 2)
    while len(found) < wanted:
        claim = dice.randrange(claims - 1)
        other = dice.randrange(claim + 1, min(claim + REACH, claims))
        found[claim, other] = "but" if dice.random() < OBJECTIONS else "because"
    moves: list[list[Move]] = [[] for _ in range(claims)]
    for (claim, other), word in found.items():
        moves[claim].append((word, other))
    return Map([_text(number, dice) for number in range(claims)], moves)


def made_up_tree(claims: int, objections: float = OBJECTIONS) -> Map:
    """Make up a map in which every claim but the first is a reason for, or an objection to, one claim before it."""
    dice = random.Random(claims)
    moves: list[list[Move]] = [[] for _ in range(claims)]
    for claim in range(1, claims):
        above = dice.randrange(max(0, (claim - BRANCHES) // BRANCHES), 1 + (claim - 1) // 2)
        moves[above].append(("but" if dice.random() < objections else "because", claim))
    return Map([_text(number, dice) for number in range(claims)], moves)


def as_argmap(made: Map) -> str:
    """Write a map in the language of argmap."""
    parts = []
    for number, (text, moves) in enumerate(zip(made.texts, made.moves, strict=True)):
        lines = [f"    {word} c{other}\n" for word, other in moves]
        block = f" {{\n{''.join(lines)}}}" if lines else ""
        parts.append(f'claim c{number} "{text}"{block}\n')
    return "\n".join(parts)


SOURCES = 60
HYPOTHESES = 4
ROWS = 40


def as_full_argmap(made: Map) -> str:
    """Write the same map with what checks look at: sources, citations, a question, a matrix, allowances.

    The first claims are the hypotheses; claims without a move are evidence.
    """
    dice = random.Random(len(made.texts))
    names = [f"c{number}" for number in range(HYPOTHESES)]
    parts = [f'question main "Which of these?" {{ hypotheses: [{", ".join(names)}]  exclusive: yes }}\n']
    for number in range(SOURCES):
        drawn = f"  derived-from: report-{dice.randrange(number)}" if number and dice.random() < OBJECTIONS else ""
        grade = f"  reliability: {dice.choice('ABCD')}" if number % 2 else ""
        parts.append(
            f'source report-{number} "Report {number}" {{ kind: report  date: {1990 + number % 35}{grade}{drawn} }}\n'
        )
    for number, (text, moves) in enumerate(zip(made.texts, made.moves, strict=True)):
        kind = "hypothesis" if number < HYPOTHESES else "claim" if moves else "evidence"
        hedge = dice.choice(["", " qualified", " possible"])
        lines = [f"    cite: report-{dice.randrange(SOURCES)} p{number % 90 + 1} endorsed{hedge}\n"]
        lines += [f"    {word} c{other}\n" for word, other in moves]
        if number < HYPOTHESES:
            lines.append(f"    likelihood: {dice.choice(['likely', 'unlikely', '20%'])}\n")
        if number % 100 == HYPOTHESES:
            lines.append("    # argmap: allow S102 nobody else was there\n")
        parts.append(f'{kind} c{number} "{text}" {{\n{"".join(lines)}}}\n')
    rows = []
    for number in range(HYPOTHESES, min(HYPOTHESES + ROWS, len(made.texts))):
        cells = " | ".join(dice.choice(["CC", "C", "N", "I", "II"]) for _ in names)
        rows.append(f"    | c{number} | {cells} |\n")
    parts.append(f"matrix main {{\n    | | {' | '.join(names)} |\n{''.join(rows)}}}\n")
    return "\n".join(parts)


def as_argdown(made: Map) -> str:
    """Write a map in Argdown: `+` under a statement is a reason for it, `-` an objection to it."""
    sign = {"because": "+", "but": "-"}
    parts = []
    for number, (text, moves) in enumerate(zip(made.texts, made.moves, strict=True)):
        lines = [f"  {sign[word]} [c{other}]\n" for word, other in moves]
        parts.append(f"[c{number}]: {text}\n{''.join(lines)}")
    return "\n".join(parts)


def _text(number: int, dice: random.Random) -> str:
    one, two, three, four = dice.sample(WORDS.split(), 4)
    return f"In case {number} the {one} of the {two} depends on a {three} and on its {four}."
