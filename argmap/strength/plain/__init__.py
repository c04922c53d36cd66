"""Strengths of plain weighted graphs under any semantics: what `argmap.strength` offers to programs."""
