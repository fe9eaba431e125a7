"""The worked examples of working days, of survival and of charts."""
from datetime import date

import statistics as maths
import xmr
from working_days import WorkingDays

HOLIDAYS = {date.fromisoformat(day) for day in (
    "2025-12-25", "2025-12-26", "2026-01-01", "2026-04-03", "2026-04-06", "2026-05-04", "2026-05-25", "2026-08-31",
    "2026-12-25", "2026-12-28", "2027-01-01")}
LATER = {  # from: after 1, 2 and 5 working days
    "2025-12-19": ("2025-12-22", "2025-12-23", "2025-12-30"), "2025-12-23": ("2025-12-24", "2025-12-29", "2026-01-02"),
    "2025-12-24": ("2025-12-29", "2025-12-30", "2026-01-05"), "2025-12-27": ("2025-12-29", "2025-12-30", "2026-01-05"),
    "2025-12-31": ("2026-01-02", "2026-01-05", "2026-01-08"), "2026-01-01": ("2026-01-02", "2026-01-05", "2026-01-08"),
    "2026-04-01": ("2026-04-02", "2026-04-07", "2026-04-10"), "2026-04-02": ("2026-04-07", "2026-04-08", "2026-04-13"),
    "2026-04-05": ("2026-04-07", "2026-04-08", "2026-04-13"), "2026-12-24": ("2026-12-29", "2026-12-30", "2027-01-05")}
BETWEEN = {("2025-12-24", "2025-12-24"): 0, ("2025-12-24", "2025-12-29"): 1, ("2025-12-24", "2026-01-05"): 5,
           ("2025-12-26", "2025-12-28"): 0, ("2025-12-27", "2025-12-29"): 1, ("2026-04-02", "2026-04-06"): 0,
           ("2026-04-02", "2026-04-07"): 1, ("2026-04-02", "2026-04-13"): 5, ("2026-04-07", "2026-04-02"): -1,
           ("2026-01-09", "2026-01-10"): 0}
# Days with the unfinished marked, and the median.
SURVIVAL = [("6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+", 23),
            ("1 1 2 2 3 4 4 5 5 8 8 8 8 11 11 12 12 15 17 22 23", 8), ("1 2 3 4", 2),
            ("2 5 5+ 8 11+ 14 14+ 20+ 21 30+", 21), ("5 5+ 9 9+", 9), ("0 0 0 4+", 0), ("1 2+ 3+ 4+ 5+", None),
            ("3+ 4+", None)]


def check(hold):
    calendar = WorkingDays(date(2025, 1, 1), date(2027, 12, 31), HOLIDAYS)
    for start, days in LATER.items():
        for count, day in zip((1, 2, 5), days):
            hold(calendar.after(date.fromisoformat(start), count) == date.fromisoformat(day), f"{start} + {count}")
    for (a, b), count in BETWEEN.items():
        hold(calendar.between(date.fromisoformat(a), date.fromisoformat(b)) == count, f"{a} to {b}")
    hold(calendar.after(date(2027, 12, 31), 1) is None, "a day after the calendar's last is unknown")
    for text, median in SURVIVAL:
        ended = [int(x) for x in text.split() if not x.endswith("+")]
        open_still = [int(x[:-1]) for x in text.split() if x.endswith("+")]
        hold(maths.survival_median(ended, open_still) == median, f"survival {text}")


def check_charts(hold):
    """The charts of the documents: a gap, the near limits, a trend through the mean, a base without variation."""
    months = [20, 22, 19, 21, None, 20, 23, 21, 18, 20, 22, 19, 21, 24, 25, 26, 27, 28, 29, 30]
    mean, distance = xmr.limits(months)
    hold(abs(mean - 20.5) < 1e-9 and abs(distance - 6.384) < 1e-9, f"limits with a gap: {mean} {distance}")
    names = [xmr.named(kinds) for _, kinds in sorted(xmr.flags(months).items())]
    hold([n and n[0] for n in names] == [None] * 10 + ["trend"] * 5 + ["outside"] * 4, f"names with a gap: {names}")
    base = [10, 12] * 6
    for more, expected in (([15, 12, 15], ["two of three", None, "two of three"]), ([15, 10, 15], [None] * 3),
                           ([15, 17, 15], ["two of three", "outside", "two of three"]), ([16.32], [None]),
                           ([16.33], ["outside"]), ([12, 12, 12, 11, 12, 12, 12], [None] * 7),
                           ([14, 13, 12, 11, 10, 9, 8], ["trend"] * 7), ([14, 13, 12, 11, 10, 9], [None] * 6),
                           ([13, 12, 13, 12, None, 13, 12, 13], [None] * 7)):
        found = xmr.flags(base + more)
        names = [(xmr.named(found[12 + i]) or (None,))[0] for i, v in enumerate(more) if v is not None]
        hold(names == expected, f"chart {more}: {names}")
    flat = xmr.flags([5] * 13 + [6])
    hold((xmr.named(flat[13]) or ("",))[0] == "outside" and not flat[12] - {("shift", True)}, "a base without variation")
