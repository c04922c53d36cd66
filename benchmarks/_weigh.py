"""Weigh one made-up map once and print how long each part took: python _weigh.py SIZE.

Run in a process of its own. Timed is the processor; garbage is not looked for meanwhile, as in every command.
"""

from __future__ import annotations

import gc
import itertools
import json
import sys
import time

import _maps

from argmap.pipeline import analyse
from argmap.strength.engine import assess_prepared, semantics_of, solutions
from argmap.strength.prepare import prepare


def main(size: int) -> dict[str, float]:
    """Return the seconds to read the map, to compile it, to run its network in both readings, and for all of it."""
    text = _maps.as_argmap(_maps.made_up(size)).encode()
    gc.disable()
    marks = [time.process_time()]
    the_map = analyse("map.argmap", lambda _: text, needs=()).map
    marks.append(time.process_time())
    ready = prepare(the_map)
    marks.append(time.process_time())
    solutions(ready, semantics_of(the_map))
    marks.append(time.process_time())
    assess_prepared(ready)
    marks.append(time.process_time())
    read, compiled, solved, assessed = (after - before for before, after in itertools.pairwise(marks))
    return {"read": read, "compile": compiled, "solve": solved, "whole": compiled + assessed}


if __name__ == "__main__":
    print(json.dumps(main(int(sys.argv[1]))))
