"""How strongly each statement is supported: an ordinal index that follows from the map's own inputs.

`argmap.strength.engine.assess` is the way in; `bases.conflicting_bases` finds what a map may not say.
"""
