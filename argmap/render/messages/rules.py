"""The pages of the rules: for the terminal, and for `docs/rules/`, which is made from them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from argmap.checks import BY_CODE, RULES
from argmap.checks.rule import page
from argmap.codes import CODES
from argmap.resources import read_text

if TYPE_CHECKING:
    from argmap.checks.rule import Rule

FAMILIES = {
    "S": "Sources",
    "C": "Certainty and wording",
    "A": "Structure",
    "H": "Competing hypotheses",
}
_SEVERITIES = {
    "error": "an error: the map says something that cannot be",
    "warning": "a warning",
    "suggestion": "a suggestion",
}


def page_of(code: str) -> str | None:
    """Return the page of a rule or of a fault of form, by its code or its name; None where there is none."""
    wanted = code.strip()
    number = wanted.upper()
    if number not in CODES:
        number = next((known for known, name in CODES.items() if name == wanted.lower()), "")
    if number in BY_CODE:
        return markdown(BY_CODE[number])
    return _fault(number) if number else None


def markdown(rule: Rule) -> str:
    """Return the page of a rule as a document: its heading, how it is run, and its own text."""
    first, _, rest = page(rule).strip().partition("\n")
    code, _, short = first.partition(": ")
    on = "It has to be asked for: `--preview`, or `--select` with its code." if rule.preview else "It is on by default."
    head = f"# {code}\n\n{short[0].upper()}{short[1:]}\n\n*{_cap(_SEVERITIES[rule.severity])}. {on}*\n"
    return f"{head}\n{rest.strip()}\n"


def listing() -> str:
    """Return all rules for the terminal, one a line, by family."""
    width = max(len(rule.name) for rule in RULES)
    lines: list[str] = []
    for letter, family in FAMILIES.items():
        lines += ["", family] if lines else [family]
        for rule in RULES:
            if rule.code[0] == letter:
                asked = "  (--preview)" if rule.preview else ""
                lines.append(f"  {rule.code}  {rule.name:{width}}  {_short(rule)}{asked}")
    lines += ["", "What a rule is about: argmap rule CODE. Faults of form (L) have pages, too."]
    return "".join(f"{line}\n" for line in lines)


def index() -> str:
    """Return the first page of `docs/rules/`: a table of each family."""
    lines = ["# Rules", "", _ABOUT]
    for letter, family in FAMILIES.items():
        lines += ["", f"## {family}", "", "| code | name | what it finds | severity |", "|---|---|---|---|"]
        for rule in RULES:
            if rule.code[0] == letter:
                link = f"[{rule.code}]({rule.code}-{rule.name}.md)"
                severity = rule.severity + (", `--preview`" if rule.preview else "")
                lines.append(f"| {link} | {rule.name} | {_short(rule)} | {severity} |")
    return "".join(f"{line}\n" for line in lines)


_ABOUT = """What `argmap check` looks for once a map is well formed, one page a rule; `argmap rule CODE` prints the same page. How to
choose among them, allow a finding, or run them in CI stands in [checks.md](../checks.md); faults of form have their
entries in [messages.md](../messages.md). These pages are made from the rules themselves, and their examples are tests:
the first of each page is found, the second is not."""


def _short(rule: Rule) -> str:
    return page(rule).partition("\n")[0].partition(": ")[2].rstrip(".")


def _cap(text: str) -> str:
    return text[0].upper() + text[1:]


def _fault(code: str) -> str | None:
    """Return the entry of a fault of form: a section of `docs/messages.md`."""
    found = re.search(rf"^### {code} .*?(?=^##|\Z)", read_text("docs", "messages.md"), re.MULTILINE | re.DOTALL)
    if found is None:
        return None
    text = re.sub(r"^```argmap .*$", "```argmap", found[0], flags=re.MULTILINE)
    return f"{text.removeprefix('##').strip()}\n"
