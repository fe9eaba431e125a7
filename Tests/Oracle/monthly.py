"""Whether the newest whole month of each canonical table has as many records as the twelve before it lead to expect
(DQ25, Q12)."""
from datetime import date

import xmr
from decode import day_of
from periods import month, month_after

FEWEST = 6          # months before it; fewer say too little
# Canonical tables and the tables of figures over their rows: a break in one of those figures parts the months.
MADE_OF = {"calls": ("legs", "contacts"), "incidents": ("incidents", "responses", "incident_recording", "unresourced"),
           "incident_resources": ("committed_hours",), "incident_grades": (), "incident_events": (),
           "crimes": ("crimes", "review_due", "contact_due", "open_cases"),
           "crime_events": ("decisions", "arrests", "review_bursts"), "outcomes": ("outcome_history",),
           "suspects": ("suspects", "suspects_open"), "wanted": ("wanted", "wanted_open"),
           "digital_forensics": ("exhibits", "exhibits_waiting"), "rso_visits": (),
           "enforcement": ("enforcement_open",), "agent_states": ("agent_states", "agent_hours"),
           "forecast": ("forecast_hours",)}
ANCHORS = {"calls": "offered", "incidents": "created_at", "incident_resources": "assigned_at",
           "incident_grades": "changed_at", "incident_events": "event_at", "crimes": "recorded_at",
           "crime_events": "event_at", "outcomes": "outcome_at", "suspects": "named_at", "wanted": "wanted_at",
           "digital_forensics": "submitted_at", "rso_visits": "visited_at", "enforcement": "referred_at",
           "agent_states": "started_at", "forecast": "interval_start"}


def whole_months(days, as_of_day):
    """(month, how many of the days lie in it) for the months that the days cover to the as-of, in order."""
    counts, first, last = {}, min(days), max(days)
    for day in days:
        counts[month(day)] = counts.get(month(day), 0) + 1
    start = month(first).start
    while start <= as_of_day:
        here = month(start)
        if here.start >= first and here.end <= min(last, as_of_day):
            yield here, counts.get(here, 0)
        start = month_after(start)


def is_unusual(counts):
    """Whether the newest count lies outside the limits of those before it; nothing where they say too little."""
    before = [float(count) for count in counts[:-1]][-xmr.BASE:]
    if len(before) < FEWEST:
        return None
    mean, distance = xmr.limits(before)
    return None if distance is None else abs(counts[-1] - mean) > distance


def check(rows_by_table, figures, as_of_day):
    """(canonical table, 0 or 1) of every table whose months say enough."""
    for table, rows in rows_by_table.items():
        times = [getattr(row, ANCHORS[table]) for row in rows if not row.malformed and not row.rejected]
        days = [day_of(time) for time in times if time is not None]
        if not days:
            continue
        months = list(whole_months(days, as_of_day))
        breaks = [b.on for figure in figures if figure.table in MADE_OF[table] for b in figure.breaks
                  if months and b.on <= months[-1][0].end]
        since = max(breaks, default=date.min)
        unusual = is_unusual([count for here, count in months if here.start >= since] or [0])
        if unusual is not None:
            yield table, int(unusual)
