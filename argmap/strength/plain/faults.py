"""What can be wrong with a plain graph: every error is a ValueError that names what is at fault."""

from __future__ import annotations


class GraphError(ValueError):
    """A plain graph that cannot be computed.

    Attributes:
        name: The statement, or the semantics, at fault; empty where it is no matter of a name.
    """

    def __init__(self, message: str, name: str = "") -> None:
        super().__init__(message)
        self.name = name


class SemanticsError(GraphError):
    """No semantics has that name, or it does not go with the graph or the topic."""


class UndeclaredError(GraphError):
    """An edge, a set or a topic names something that has no base score."""


class NumberError(GraphError):
    """A base score or a weight is no number, not finite, or outside of its range."""


class EdgeError(GraphError):
    """An edge is malformed, or given twice."""


class UndeterminedError(GraphError):
    """A cycle leaves strengths open, and the caller asked for an error then; `name` is the first of them."""
