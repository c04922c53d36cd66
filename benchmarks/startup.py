"""How long argmap takes to start: python benchmarks/startup.py [--quick].

Measured are `argmap --version`, as a command and as a module, and `argmap check` of a map of 30 statements.
"""

import argparse
import sys
import tempfile
from pathlib import Path

import _maps
import _timing

STATEMENTS = 30
# In multiples of `python -c pass`.
VERSION_BUDGET = 2.5
CHECK_BUDGET = 9.0

ARGMAP = (_timing.PYTHON, "-m", "argmap")


def main() -> int:
    """Measure, print, and return 1 where a budget is not kept."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--quick", action="store_true", help="few rounds; always exits with 0")
    quick = options.parse_args().quick
    rounds = 3 if quick else 25

    commands: dict[str, _timing.Command] = {
        _timing.BARE: _timing.BARE_COMMAND,
        "python -m argmap --version": (*ARGMAP, "--version"),
        "python -m argmap check": (*ARGMAP, "check", "map.argmap"),
    }
    script = Path(sys.executable).with_name("argmap")
    if script.exists():
        commands["argmap --version"] = (str(script), "--version")
        commands["argmap check"] = (str(script), "check", "map.argmap")

    with tempfile.TemporaryDirectory() as folder:
        text = _maps.as_argmap(_maps.made_up(STATEMENTS))
        Path(folder, "map.argmap").write_text(text, encoding="utf-8")
        timings = _timing.interleaved(commands, Path(folder), rounds)

    print(f"start-up, {rounds} rounds in turns; map.argmap has {STATEMENTS} statements")
    _timing.print_timings(timings)
    budgets = {"--version": VERSION_BUDGET, "check": CHECK_BUDGET}
    times = _timing.ratios(timings)
    verdicts = [
        _timing.verdict(f"{name}, x bare", times[name], at_most=budgets[name.split()[-1]])
        for name in commands
        if name != _timing.BARE
    ]
    return 0 if quick or all(verdicts) else 1


if __name__ == "__main__":
    sys.exit(main())
