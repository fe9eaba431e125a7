"""The force's calendar: days that split a series, and spans whose rows are left out of some figures."""
from dataclasses import dataclass
from datetime import date

import plain_yaml


@dataclass(frozen=True)
class Break:
    on: date
    rebased: bool


@dataclass(frozen=True)
class Span:
    id: str
    first: date
    last: date

    @property
    def reason(self):
        return "excluded_" + self.id.replace("-", "_")


def names(patterns, id):
    """Whether ids, `X*` prefixes or `all` name a figure."""
    patterns = [patterns] if isinstance(patterns, str) else patterns
    return any(p == "all" or p == id or (p.endswith("*") and id.startswith(p[:-1])) for p in patterns)


def apply(figures, force):
    """The figures with the breaks and excluded spans that the calendar gives them."""
    path = force / "calendar.yaml"
    entries = plain_yaml.load(path) if path.exists() else {}
    for figure in figures:
        figure.breaks = tuple(Break(date.fromisoformat(b["on"]), b.get("rebase", "no") in ("yes", "true"))
                              for b in entries.get("breaks", []) if names(b["figures"], figure.id))
        figure.spans = tuple(Span(e["id"], date.fromisoformat(e["from"]), date.fromisoformat(e["to"]))
                             for e in entries.get("excluded", []) if names(e["figures"], figure.id))
    return figures


def flags_of_calendar(figure, period):
    found = []
    here = [b for b in figure.breaks if period.start <= b.on <= period.end]
    if here:
        found.append("break")
    if any(b.rebased for b in here):
        found.append("rebased")
    if any(period.overlaps((span.first, span.last)) for span in figure.spans):
        found.append("excluded_period")
    return found
