"""Benchmarks run, and print a verdict for each figure they promise."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

BENCHMARKS = Path(__file__).parent.parent / "benchmarks"


@pytest.mark.slow
def test_drawing_is_measured_for_maps_trees_and_a_real_map() -> None:
    command = [sys.executable, str(BENCHMARKS / "pictures.py"), "--quick"]
    printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    assert re.findall(r"^(\w.*) of \d+ boxes", printed, re.MULTILINE) == ["a map", "a tree", "comparison.argmap"]
    assert len(re.findall(r"(?:pass|FAIL)  all but Graphviz", printed)) == 3
