"""Maps to draw, built without a parser: a student's, an analyst's, a busy one, and large ones."""

import xml.etree.ElementTree as ET

from argmap.analysis import Analysis
from argmap.assessment import Assessment
from argmap.model import (
    ArgumentMap,
    Attribute,
    AttributeValue,
    Citation,
    MapFile,
    Question,
    Range,
    Relation,
    Section,
    SourceDocument,
    SourceRef,
    Statement,
    Step,
    Voice,
)
from argmap.source import Source
from argmap.strength.result import Assessed, Reading, StatementStrength, StepStrength, Strengths
from argmap.vocabulary import Hedge, RelationKind, Stance, StatementKind, StepKind


def parsed(svg: bytes | str) -> ET.Element:
    """Read an SVG that was made here."""
    return ET.fromstring(svg)  # noqa: S314


_KINDS: dict[str, StatementKind] = {
    "H": "hypothesis",
    "C": "claim",
    "E": "evidence",
    "A": "assumption",
}
_BITS = {"weak": 1.0, "moderate": 2.0, "strong": 3.0}


def attributes(**values: AttributeValue) -> list[Attribute]:
    return [Attribute(key.rstrip("_").replace("_", "-"), value) for key, value in values.items()]


def cite(
    source: str,
    *locators: str,
    stance: Stance = "endorsed",
    hedge: Hedge = "asserted",
    voice: str = "",
    anchor: str | None = None,
) -> Citation:
    return Citation(source, (voice,) if voice else (), locators, stance, hedge, anchor)


def say(
    kind: str,
    identifier: str,
    text: str,
    *citations: Citation,
    section: int | None = None,
    file: int = 0,
    **more: AttributeValue,
) -> Statement:
    return Statement(
        id=identifier,
        kind=_KINDS[kind],
        text=text,
        citations=list(citations),
        section=section,
        file=file,
        attributes=attributes(**more),
    )


class Steps:
    """Makes steps with names `_1`, `_2`, …, or the one given."""

    def __init__(self) -> None:
        self.made: list[Step] = []

    def _add(self, kind: StepKind, target: str, premises: str, **more: object) -> str:
        name = str(more.pop("name", f"_{len(self.made) + 1}"))
        warrants = str(more.pop("since", "")).split()
        values = {key: value for key, value in more.items() if isinstance(value, str)}
        step = Step(
            id=name,
            kind=kind,
            target=target,
            premises=premises.split(),
            warrants=warrants,
            attributes=attributes(**values),
        )
        self.made.append(step)
        return name

    def because(self, target: str, premises: str, **more: object) -> str:
        return self._add("support", target, premises, **more)

    def but(self, target: str, premises: str, **more: object) -> str:
        return self._add("attack", target, premises, **more)

    def unless(self, step: str, premises: str, **more: object) -> str:
        return self._add("undercut", step, premises, **more)


def relate(left: str, kind: RelationKind, right: str, reason: str | None = None) -> Relation:
    return Relation(kind=kind, left=left, right=right, reason=reason)


def source(identifier: str, title: str, **more: AttributeValue) -> SourceDocument:
    return SourceDocument(id=identifier, title=title, attributes=attributes(**more))


def ask(identifier: str, text: str, *hypotheses: str, **more: AttributeValue) -> Question:
    return Question(id=identifier, text=text, attributes=attributes(hypotheses=hypotheses, **more))


def assessed(value: float | None, base: float = 0.5) -> StatementStrength:
    return StatementStrength(base, Range(base, base), value, value, value)


def strengths(found: ArgumentMap, values: dict[str, float], reading: Reading = "documented") -> Strengths:
    """Invented strengths; what is not named is not assessed."""
    bases = {"evidence": 0.7, "assumption": 0.8}
    statements = {s.id: assessed(values.get(s.id), bases.get(s.kind, 0.5)) for s in found.statements}
    steps = {}
    for step in found.steps:
        bits = _BITS.get(step.word("weight"), 2.0)
        weight = bits / 3 if step.kind == "undercut" else bits
        steps[step.id] = StepStrength(weight, 1.0, bits / 2)
    return Strengths("log-odds", reading, statements, steps)


def analysed(
    found: ArgumentMap,
    documented: dict[str, float],
    granted: dict[str, float] | None = None,
) -> Analysis:
    """An analysis with invented strengths; without documented ones the granted reading leads."""
    first = strengths(found, documented)
    second = strengths(found, documented | (granted or {}), "granted")
    texts = tuple(Source(file.path, f"map of {file.path}\n") for file in found.files)
    return Analysis(Assessment(found, texts, strengths=Assessed(first, second, first if documented else second)))


def harry() -> Analysis:
    """A student's first map."""
    steps = Steps()
    born = steps.because("_1", "_2", since="_3")
    steps.unless(born, "_4")
    steps.but("_1", "_5")
    steps.but("_5", "_6")
    found = ArgumentMap(
        files=[MapFile("maps/harry.argmap")],
        statements=[
            say("C", "_1", "Harry is a British subject."),
            say("C", "_2", "Harry was born in Bermuda."),
            say("A", "_3", "Whoever is born in Bermuda is, as a rule, a British subject."),
            say("C", "_4", "Both his parents were aliens."),
            say("C", "_5", "He has become an American citizen."),
            say("C", "_6", "He never took the oath."),
        ],
        steps=steps.made,
    )
    return analysed(found, {}, {"_1": 0.61, "_2": 0.80, "_3": 0.80, "_5": 0.64, "_6": 0.80})


def northgate() -> Analysis:
    """About thirty statements in four sections (an invented outage)."""
    steps = Steps()
    steps.because("H1", "C1 C2 C3", weight="strong")
    steps.because("C1", "E1")
    steps.because("C2", "C4", weight="weak")
    steps.because("C4", "E3")
    steps.because("C2", "E4 A1")
    trip = steps.because("C3", "E2", weight="strong")
    steps.unless(trip, "O1", weight="weak")
    steps.because("O1", "E7")
    steps.but("O1", "R1")
    steps.because("R1", "E8")
    steps.because("H1", "C5 C6")
    steps.because("C5", "E5")
    steps.because("C6", "E6")
    steps.but("C6", "C7", weight="weak")
    steps.because("C7", "E15")
    steps.because("C7", "C8", weight="weak")
    steps.because("H2", "E10")
    rise = steps.because("H2", "D1 D2", weight="weak")
    steps.because("D1", "E9")
    steps.unless(rise, "O2", weight="strong")
    steps.because("O2", "E11 E12", weight="strong")
    steps.but("D2", "O3", weight="strong")
    steps.because("O3", "E13")
    steps.because("O3", "E14")
    titles = {
        "change-log": "Change log",
        "historian": "Historian export",
        "manual": "Manual",
        "bench": "Bench report",
        "operator": "Operator log",
        "interview": "Interview 4",
        "ntp": "NTP log",
        "firewall": "Firewall report",
        "post": "Daily Post",
        "backup": "Backup console",
        "netflow": "NetFlow archive",
        "diagram": "Diagram v9",
        "scan": "Scan report",
        "journal": "Alarm journal",
    }
    found = ArgumentMap(
        name="northgate",
        title="The Northgate outage",
        attributes=attributes(as_of="2025-04-01"),
        files=[MapFile("maps/northgate.argmap")],
        sections=[
            Section(title="Engineering review"),
            Section(title="Timing dispute"),
            Section(title="Operations"),
            Section(title="Attack hypothesis"),
        ],
        sources=[source(name, title) for name, title in titles.items()],
        questions=[ask("Q", "What caused the 14 March outage at Northgate Water?", "H1", "H2")],
        statements=[
            say("H", "H1", "A faulty configuration push to the pump controllers caused the outage"),
            say("H", "H2", "A denial-of-service attack on the control network caused the outage"),
            say("E", "E10", 'News story quotes "a cyber attack" from one unnamed source', cite("post")),
            say("C", "C1", "The push changed the pressure set-point on all six controllers", section=0),
            say("E", "E1", "Change log CR-881 lists the set-point edit at 02:11", cite("change-log", "p3"), section=0),
            say("C", "C2", "A wrong set-point trips the pumps within minutes", section=0),
            say("C", "C3", "The pumps tripped within four minutes of the push", section=0),
            say("E", "E2", "SCADA historian shows trips at 02:14-02:15", cite("historian"), section=0),
            say("C", "C4", "The controllers accepted the push without a range check", section=0),
            say("E", "E3", "Vendor manual: range check is off by default", cite("manual", "s7.2"), section=0),
            say("E", "E4", "Test bench reproduced the trip with the same value", cite("bench"), section=0),
            say("A", "A1", "The bench controller behaves like those in the field", section=0),
            say("C", "O1", "The historian clock was up to 6 minutes fast that night", section=1),
            say("E", "E7", "NTP alarm raised on historian at 01:30", cite("ntp"), section=1),
            say("C", "R1", "Clock offset was corrected before export", section=1),
            say("E", "E8", "Export header carries the corrected offset", cite("historian"), section=1),
            say("C", "C5", "Rolling back the push restored service", section=2),
            say("E", "E5", "Operator log: roll-back at 05:40, pumps up at 05:47", cite("operator"), section=2),
            say("C", "C6", "No other change was made between 05:30 and 05:50", section=2),
            say("E", "E6", 'Shift lead interview: "we touched nothing else"', cite("interview"), section=2),
            say("C", "C7", "Alarms were missed because of alarm flooding", section=2),
            say("E", "E15", "1,240 alarms in the first 10 minutes", cite("journal"), section=2),
            say("C", "C8", "Staffing was below plan that night", section=2),
            say("C", "D1", "Traffic on the control network rose tenfold at 02:00", section=3),
            say("E", "E9", "Firewall counters 01:55-02:20", cite("firewall"), section=3),
            say("C", "D2", "A tenfold rise is enough to starve the controllers", section=3),
            say("C", "O2", "The rise was the nightly backup job", section=3),
            say("E", "E11", "Backup schedule shows a job at 02:00 daily", cite("backup"), section=3),
            say("E", "E12", "The same rise appears on the 12 previous nights", cite("netflow"), section=3),
            say("C", "O3", "Controllers sit on a separate, unrouted VLAN", section=3),
            say("E", "E13", "Network diagram v9", cite("diagram"), section=3),
            say("E", "E14", "Port scan from the office network found no path", cite("scan"), section=3),
        ],
        steps=steps.made,
    )  # fmt: skip
    values = {
        "H1": 0.72, "H2": 0.18, "C1": 0.86, "C2": 0.80, "C3": 0.91, "C4": 0.66, "C5": 0.84, "C6": 0.45, "C7": 0.55,
        "D1": 0.58, "D2": 0.22, "O1": 0.40, "O2": 0.85, "O3": 0.77, "R1": 0.62, "A1": 0.80, "E1": 0.95, "E2": 0.93,
        "E3": 0.70, "E4": 0.88, "E5": 0.82, "E6": 0.50, "E7": 0.75, "E8": 0.78, "E9": 0.80, "E10": 0.20, "E11": 0.90,
        "E12": 0.92, "E13": 0.60, "E14": 0.83, "E15": 0.94,
    }  # fmt: skip
    return analysed(found, values, {"C8": 0.80, "C7": 0.66})


def analyst() -> Analysis:
    """Two documents and two files, with most of what the language can say."""
    steps = Steps()
    means = steps.because("mastermind", "ability incentive", since="licence", name="means-and-motive")
    leap = steps.unless(means, "leap")
    steps.unless(leap, "pattern", weight="weak")
    steps.because("enabler", "trade.dependence", weight="strong")
    steps.because("approves", "knows-or-looks-away", since="knowing")
    strict = steps.but("approves", "strict", name="strict-objection")
    steps.unless(strict, "open-posts")
    steps.because("knows-or-looks-away", "knows", weight="weak")
    steps.because("knows-or-looks-away", "photos")
    steps.because("enabler", "approves")
    steps.but("enabler", "no-knowledge")
    steps.because("separate", "visits")
    steps.because("separate", "_9")
    found = ArgumentMap(
        name="role",
        title="Who is behind the Moscow–Pyongyang pact?",
        attributes=attributes(as_of="2025-08-01"),
        files=[MapFile("maps/role.argmap"), MapFile("maps/trade.argmap", "trade.")],
        sections=[Section(title="Land border", source="essay")],
        sources=[
            source("essay", "China's Violation of Sanctions", author="Gordon G. Chang", kind="article", date="2025",
                   reliability="C", url="https://example.org/essay?a=1&b=2"),
            source("brief", "Research paper (excerpt)", kind="report", date="2024"),
            source("daily-nk", "New photos show violations at the river crossing", kind="news", date="2024-07-19",
                   url="javascript:alert(1)"),
        ],
        voices=[Voice(id="beijing", name="The Chinese government"), Voice(id="burton", name="Charles Burton")],
        questions=[
            ask("part", "What part did China play in the pact?", "mastermind", "enabler", "separate", exclusive="no"),
        ],
        statements=[
            say("H", "mastermind", "China masterminded the pact.",
                cite("essay", "par81", hedge="speculative", anchor="might even have")),
            say("C", "ability", "China had the means to arrange the pact.", cite("essay", "par81")),
            say("C", "incentive", "China had strong reasons to arrange it.", cite("essay", "par81")),
            say("A", "licence", "Whoever has both the *means* and the motive for an act did it.", implicit="yes"),
            say("C", "leap", "Means and motive do not show the act.", by=("analyst",)),
            say("C", "pattern", "It did so in three earlier cases.", cite("essay", "par12", hedge="possible")),
            say("H", "enabler", "China knew of the pact beforehand and let it happen.", cite("essay", "par80")),
            say("H", "separate", "The three states run three separate bilateral relations.",
                cite("brief", "par1", hedge="qualified")),
            say("E", "visits", "No three-way meeting took place in 2024.", cite("brief", "par2-3")),
            say("C", "_9", "Each of them denies it."),
            say("C", "approves", "The regime approves of the illicit trade (see [the posts](#open-posts)).",
                cite("essay", "par22"), section=0),
            say("A", "knowing", "Knowing of a thing and not stopping it is approving it.", section=0),
            say("C", "strict", "Inspections at some posts were strict.",
                cite("essay", "par19", "n21-22", stance="conceded"), section=0),
            say("C", "knows-or-looks-away", "The regime knows of the trade or does not want to know.",
                cite("essay", "par22"), section=0),
            say("C", "knows", "The regime knows what happens at its borders.",
                cite("essay", "par21", anchor="must know"), section=0),
            say("E", "open-posts", "Other crossings stayed open to illicit traffic.",
                cite("essay", "par20-21", "n23"), section=0, from_=SourceRef("daily-nk")),
            say("E", "photos", "Photographs show trucks crossing by night.",
                cite("essay", "par20", "n22"), section=0, from_=SourceRef("daily-nk")),
            say("C", "no-knowledge", "Beijing did not know of these dealings.",
                cite("essay", "par24", voice="beijing"), cite("essay", "par24", stance="rejected"), section=0),
            say("C", "denial", "Beijing knew of these dealings all along.", cite("essay", "par24"), section=0),
            say("E", "trade.dependence", "95 % of the North's trade passes China.", cite("essay", "par33"), file=1),
            say("E", "trade.t95", "About 95 per cent of its trade is with China.", cite("brief", "par4"), file=1),
            say("E", "trade.t98", "98 per cent of its trade is with China.", cite("brief", "parq"), file=1),
            say("C", "trade.hunger", "Sanctions caused the hunger of 2021.",
                cite("brief", "par4", stance="entertained"), file=1),
        ],
        steps=steps.made,
        relations=[
            relate("trade.dependence", "restates", "trade.t95"),
            relate("mastermind", "entails", "enabler"),
            relate("mastermind", "excludes", "separate"),
            relate("denial", "contradicts", "no-knowledge"),
            relate("trade.t95", "contrasts", "trade.t98", "Different base and date: no conflict."),
            relate("trade.dependence", "explains", "trade.hunger", "Few other suppliers were left."),
        ],
    )  # fmt: skip
    values = {
        "mastermind": 0.52, "enabler": 0.68, "separate": 0.64, "visits": 0.70, "approves": 0.46, "licence": 0.80,
        "knowing": 0.80, "knows-or-looks-away": 0.61, "photos": 0.72, "open-posts": 0.74, "trade.dependence": 0.66,
        "trade.t95": 0.66, "trade.t98": 0.71,
    }  # fmt: skip
    granted = {
        "mastermind": 0.63, "enabler": 0.84, "approves": 0.80, "ability": 0.80, "incentive": 0.80, "strict": 0.80,
        "knows": 0.80, "pattern": 0.67, "denial": 0.80, "no-knowledge": 0.2,
    }  # fmt: skip
    return analysed(found, values, granted)


def large(count: int = 72) -> Analysis:
    """A map of many boxes: a tree with objections and undercuts here and there."""
    steps = Steps()
    statements = [say("H", "n0", "The dam failed because of seepage under its foundation.")]
    for number in range(1, count):
        name, parent = f"n{number}", f"n{(number - 1) // 3}"
        leaf = number > count * 2 // 3
        text = f"Statement {number} says something that takes about two lines of a box to tell."
        statements.append(say("E" if leaf and number % 2 else "C", name, text, cite("report", f"p{number}")))
        if number % 7 == 0:
            steps.but(parent, name, weight="weak")
        elif number % 11 == 0:
            steps.unless(steps.made[-1].id, name)
        elif leaf:
            steps.because(parent, name)
        else:
            steps.because(parent, name, weight=("weak", "moderate", "strong")[number % 3])
    found = ArgumentMap(
        title="A large map",
        files=[MapFile("large.argmap")],
        sources=[source("report", "Report of the inquiry")],
        statements=statements,
        steps=steps.made,
    )
    return analysed(found, {s.id: (7 * n % 90 + 5) / 100 for n, s in enumerate(statements)})


HOSTILE = (
    "Quotes \" and ' and `ticks`, back\\slashes \\N \\G \\l, entities &amp; &lt; &#x41;",
    "<b>tags</b> <script>alert(1)</script> </script> </style> --> ]]> <!-- <TABLE>",
    "[click](javascript:alert(1)) [data](data:text/html,x) [out](https://example.org/?a=1&b=%22) [in](#c1) [no](#x)",
    "طلع الفجر على المدينة قبل أن يصل الخبر إلى أحد",
    "中國在協議中扮演了什麼角色,以及它是否事先知情,是這張圖所要回答的問題",
    "Emoji 👩‍👩‍👧‍👦 🏳️‍🌈 and combining e\u0301\u0323 and zero\u200bwidth",
    "W" * 10_000,
    "control \x00\x01\x08\x1b\x7f\x85 \u202edesrever\u202c \u2066isolated\u2069 \ufffe \ud800 end\nsecond\tline",
    "   ",
    "",
)


def hostile() -> Analysis:
    """Texts, names and addresses that would break a careless writer."""
    steps = Steps()
    statements = [
        say("C", f"c{number}", text, cite("s", f"par{number}<", anchor=text[:40], voice="v"))
        for number, text in enumerate(HOSTILE)
    ]
    statements += [
        say("E", 'a"b\\N<x>&', "An odd id", cite("gone", "p1"), title="*Odd* `id` [here](#c0)"),
        say("E", "面-é_1.x", "An id of letters", cite("s"), note="see <i>[there](#c1)</i>"),
    ]
    for number in range(1, len(HOSTILE)):
        steps.because("c0", f"c{number}")
    steps.because("c1", 'a"b\\N<x>&')
    steps.because("c1 missing", "c2")
    steps.but("c1", "面-é_1.x", name="st<ep")
    steps.unless("st<ep", "c3")
    steps.unless("nothing", "c4")
    found = ArgumentMap(
        title=HOSTILE[1],
        attributes=attributes(as_of='"><script>', lang='fr" onclick="x'),
        files=[MapFile('C:\\maps\\<i>"bad".argmap')],
        sources=[
            source("s", HOSTILE[0], url="javascript:alert('x')", author=HOSTILE[1], kind='"><img src=x onerror=y>'),
            source("t", "A good one", url="https://example.org/?q=<&r='"),
            source("u", "Upper case", url="HTTPS://example.org/"),
            source("w", "Spaces", url=" java\tscript:alert(1)"),
        ],
        voices=[Voice(id="v", name=HOSTILE[5], attributes=attributes(role=HOSTILE[2]))],
        questions=[ask("q<>", HOSTILE[2], "c0", "nowhere")],
        statements=statements,
        steps=steps.made,
        relations=[
            relate("c2", "contrasts", "c3", HOSTILE[2]),
            relate("c4", "restates", "c5"),
            relate("c4", "contradicts", "missing"),
        ],
    )
    return analysed(found, {"c0": 0.999, "c1": 0.001, "c2": 0.0, "c3": 1.0})
