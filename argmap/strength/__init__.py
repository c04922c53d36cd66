"""How strongly each statement is supported: an ordinal index that follows from the map's own inputs.

Ways in: `engine.assess` for both readings of a map, `whatif` for scenarios and withdrawal, `parties` for each document
and voice alone, `band` for several semantics side by side; `bases.conflicting_bases` finds what a map may not say.
"""
