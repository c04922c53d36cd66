"""How long the reports of a map of 2,000 statements and of a real one take, and how large they are.

`python benchmarks/report.py` writes each three times and tells the fastest. The large map has an overview for paper, the
real one, of some 300 statements, has all its sections.
"""

import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from _maps import made_up_tree

STATEMENTS = 2_000
IN_A_SECTION = 50
SOURCES = 12
REAL = Path(__file__).parent.parent / "maps" / "sanctions" / "comparison.argmap"
BUDGET, BUDGET_REAL = (10.0, 6.0), (6.0, 3.0)  # seconds and megabytes
HYPOTHESES = ("accident", "neglect", "sabotage", "chance")


def large_map(statements: int = STATEMENTS) -> str:
    """Write a map with a question, four answers, and sections of 50 statements with graded evidence that is cited."""
    dice = random.Random(statements)
    lines = ['map large "Why did the harbour close?" { as-of: 2025-06-01 }']
    lines += [
        f'source record{n} "Record {n} of the harbour office" {{ kind: report  date: 2024-0{n % 9 + 1}-11  reliability: {"ABCD"[n % 4]} }}'
        for n in range(SOURCES)
    ]
    lines.append(
        f'question why "Why did the harbour close?" {{ hypotheses: [{", ".join(HYPOTHESES)}]  exclusive: yes }}'
    )
    lines += [f'hypothesis {name} "The harbour closed by {name}." {{ answers: why }}' for name in HYPOTHESES]
    for number in range(statements // IN_A_SECTION):
        lines += _section(number, dice)
    return "\n".join(lines) + "\n"


def main() -> int:
    """Write both reports and say whether they keep to their budgets."""
    with tempfile.TemporaryDirectory() as folder:
        large = Path(folder) / "large.argmap"
        large.write_text(large_map(), encoding="utf-8")
        kept = [_written(f"{STATEMENTS} statements", large, BUDGET), _written(REAL.name, REAL, BUDGET_REAL)]
    return int(not all(kept))


def _written(name: str, path: Path, budget: tuple[float, float]) -> bool:
    """Write the report of a map a few times; tell the fastest, and the size."""
    taken = []
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "page.html"
        for _ in range(3):
            began = time.perf_counter()
            subprocess.run([sys.executable, "-m", "argmap", "report", str(path), "-o", str(page), "-q"], check=True)
            taken.append(time.perf_counter() - began)
        size = page.stat().st_size / 1e6
    seconds, megabytes = budget
    print(f"{name}: {min(taken):.1f} s (budget {seconds:.0f} s), {size:.1f} MB (budget {megabytes:.0f} MB)")
    return min(taken) <= seconds and size <= megabytes


def _section(number: int, dice: random.Random) -> list[str]:
    made = made_up_tree(IN_A_SECTION)
    lines = [f'section "Part {number + 1}" {{']
    for claim, (text, moves) in enumerate(zip(made.texts, made.moves, strict=True)):
        cite = f"cite: record{dice.randrange(SOURCES)} par{dice.randrange(1, 90)}"
        kind = "claim" if moves else "evidence"
        grade = "" if moves else f"  credibility: {dice.randrange(1, 6)}"
        inside = [cite + grade, *(f"{word} p{number}x{other}" for word, other in moves)]
        lines.append(f'    {kind} p{number}x{claim} "{text}" {{')
        lines += [f"        {line}" for line in inside]
        lines.append("    }")
    return [*lines, "}", f"{HYPOTHESES[number % len(HYPOTHESES)]} because p{number}x0"]


if __name__ == "__main__":
    sys.exit(main())
