"""argmap: argument maps from plain text, drawn, weighed and checked.

    import argmap

    found = argmap.load("harry.argmap")
    found.picture(theme="dark").save("harry.svg")

What there is, with examples: docs/python.md.
"""

TYPE_CHECKING = False  # the one of `typing` costs more than all the rest of this module
if TYPE_CHECKING:
    from argmap import strength
    from argmap.api import BrokenMapError, Image, Map, load, read

__all__ = ["BrokenMapError", "Image", "Map", "load", "read", "strength"]
__version__ = "0.1.0"


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module  # imported when it is first asked for: `import argmap` stays light

    if name == "strength":
        return import_module(f"{__name__}.{name}")
    return getattr(import_module(f"{__name__}.api"), name)


def __dir__() -> list[str]:
    return [*__all__, "__version__"]
