"""argmap: argument maps from plain text, drawn, weighed and checked."""

__version__ = "0.1.0"
