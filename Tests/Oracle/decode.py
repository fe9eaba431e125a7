"""Cell texts to values: instants and durations as integer milliseconds, everything else as text."""
import re
from datetime import date, datetime, timedelta, timezone
from functools import lru_cache
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")
EPOCH = datetime(1970, 1, 1)
SPACE = re.compile("[ \t\u00a0]")
UTC_EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)
HOUR, DAY = 3_600_000, 86_400_000


class Unreadable(Exception):
    pass


def trimmed(text):
    return text.strip(" \t\u00a0")


@lru_cache(1 << 18)
def folded(text):
    """ASCII case and runs of spaces do not matter when labels are compared."""
    spaced = " ".join(part for part in re.split("[ \t\u00a0]+", text) if part) if SPACE.search(text) else text
    return spaced.lower() if spaced.isascii() else "".join(c.lower() if c.isascii() else c for c in spaced)


PATTERNS = {
    "dd/MM/yyyy HH:mm:ss": (re.compile(r"(\d\d)/(\d\d)/(\d{4}) (\d\d):(\d\d):(\d\d)"), "dMyHms"),
    "dd/MM/yyyy HH:mm": (re.compile(r"(\d\d)/(\d\d)/(\d{4}) (\d\d):(\d\d)"), "dMyHm"),
    "dd/MM/yyyy": (re.compile(r"(\d\d)/(\d\d)/(\d{4})"), "dMy"),
    "HH:mm:ss": (re.compile(r"(\d\d):(\d\d):(\d\d)"), "Hms"),
    "M/d/yyyy h:mm:ss a": (re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4}) (\d{1,2}):(\d\d):(\d\d) ([AP]M)", re.I), "MdyhmsA"),
}
ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.(\d+))?(Z|[+-]\d\d:\d\d)?")


def civil(text, pattern):
    """A local time, `datetime` without zone; raises when the text is not one."""
    shape, letters = PATTERNS[pattern]
    match = shape.fullmatch(text)
    if not match:
        raise Unreadable(text)
    part = dict(zip(letters, match.groups()))
    hour = int(part.get("H", 0))
    if "h" in part:
        if not 1 <= int(part["h"]) <= 12:
            raise Unreadable(text)
        hour = int(part["h"]) % 12 + (12 if part["A"].upper() == "PM" else 0)
    try:
        return datetime(int(part.get("y", 1970)), int(part.get("M", 1)), int(part.get("d", 1)), hour,
                        int(part.get("m", 0)), int(part.get("s", 0)))
    except ValueError:
        raise Unreadable(text) from None


def iso(text):
    """(instant or None, local or None): an instant where the text carries an offset."""
    match = ISO.fullmatch(text)
    if not match:
        raise Unreadable(text)
    try:
        local = datetime(*map(int, match.groups()[:6]))
    except ValueError:
        raise Unreadable(text) from None
    offset = match.group(8)
    if offset is None:
        return None, local
    shift = 0
    if offset != "Z":
        shift = (int(offset[1:3]) * 60 + int(offset[4:6])) * 60_000 * (-1 if offset[0] == "-" else 1)
    return (local - EPOCH) // timedelta(milliseconds=1) - shift, None


@lru_cache(1 << 16)
def readings(local):
    """The instants a local time can mean: one, two in the doubled hour, and for a missing hour the one reached with
    the offset before the change. The second value says whether the hour is doubled or missing."""
    first, second = (int((local.replace(tzinfo=LONDON, fold=f) - UTC_EPOCH) / timedelta(milliseconds=1)) for f in (0, 1))
    if first == second:
        return (first,), False
    if first < second:
        return (first, second), True
    return (first,), True       # fold 0 of a missing time carries the offset before the change


@lru_cache(1 << 18)
def local_of(instant):
    return (UTC_EPOCH + timedelta(milliseconds=instant)).astimezone(LONDON).replace(tzinfo=None)


def day_of(instant):
    return local_of(instant).date()


def midnight(day: date):
    """The instant at which a local day begins."""
    return readings(datetime(day.year, day.month, day.day))[0][0]


DURATION = re.compile(r"(\d+):(\d\d):(\d\d)")
SECONDS = re.compile(r"(\d+)(?:\.(\d+))?")


def duration(text, form):
    if form == "hh:mm:ss":
        match = DURATION.fullmatch(text)
        if not match or int(match[2]) > 59 or int(match[3]) > 59:
            raise Unreadable(text)
        return (int(match[1]) * 3600 + int(match[2]) * 60 + int(match[3])) * 1000
    match = SECONDS.fullmatch(text)
    if not match:
        raise Unreadable(text)
    return int(match[1]) * 1000 + int((match[2] or "0").ljust(3, "0")[:3])


def integer(text):
    if not re.fullmatch(r"[+-]?\d+", text):
        raise Unreadable(text)
    return int(text)
