"""`argmap rule`."""

from __future__ import annotations

import sys

import click

from argmap.cli.common import CannotRunError


@click.command("rule", short_help="Say what a rule is about.")
@click.argument("codes", nargs=-1, metavar="[CODE…]")
def command(codes: tuple[str, ...]) -> int:
    """Print the page of a rule (`argmap rule A302`): what it finds, why it matters, an example, and a better one.

    A rule may be given by its name (`bare-conclusion`) as well, and a fault of form (L131) has a page, too. Without a
    code all rules are listed.
    """
    from argmap.render.messages.rules import listing, page_of

    if not codes:
        sys.stdout.write(listing())
        return 0
    pages = [page_of(code) for code in codes]
    for code, page in zip(codes, pages, strict=True):
        if page is None:
            raise CannotRunError(_unknown(code))
    sys.stdout.write("\n".join(page for page in pages if page is not None))
    return 0


def _unknown(code: str) -> str:
    from argmap.codes import CODES
    from argmap.near import near

    likely = near(code.upper(), CODES) or near(code.lower(), CODES.values())
    return f"there is no rule {code}" + (f"; did you mean {likely[0]}?" if likely else "; all rules: argmap rule")
