"""argmap: argument maps from plain text, drawn, weighed and checked."""

TYPE_CHECKING = False  # the one of `typing` costs more than all the rest of this module
if TYPE_CHECKING:
    from argmap import strength

__all__ = ["strength"]
__version__ = "0.1.0"


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return import_module(f"{__name__}.{name}")  # imported when it is first asked for: `import argmap` stays light
