"""Charts of individual values: limits from the first twelve points of a segment, and what the newest point says."""
from itertools import pairwise

BASE, RUN, LIMIT, SCREEN, NEAR = 12, 7, 2.66, 3.267, 2 / 3


def limits(points):
    """(mean, limit's distance) of the base; `points` are values with None for a gap."""
    base, seen = [], 0
    for value in points:
        base.append(value)
        seen += value is not None
        if seen == BASE:
            break
    known = [value for value in base if value is not None]
    mean = sum(known) / len(known)
    ranges = [abs(b - a) for a, b in pairwise(base) if a is not None and b is not None]
    if not ranges:
        return mean, None
    average = sum(ranges) / len(ranges)
    if average > 0:
        ranges = [r for r in ranges if r < SCREEN * average]
        average = sum(ranges) / len(ranges) if ranges else 0
    return mean, LIMIT * average


def runs(points):
    """Stretches without a gap, as lists of (place, value)."""
    stretch = []
    for place, value in enumerate(points):
        if value is None:
            if stretch:
                yield stretch
            stretch = []
        else:
            stretch.append((place, value))
    if stretch:
        yield stretch


def flags(points):
    """What each point of a segment belongs to: by place, a set of (kind, side) with side above or below."""
    found = {place: set() for place, value in enumerate(points) if value is not None}
    if not found:
        return found
    mean, distance = limits(points)
    if distance is None:
        return found
    for place in found:
        if abs(points[place] - mean) > distance:
            found[place].add(("outside", points[place] > mean))
    for stretch in runs(points):
        sides = [0 if v == mean else 1 if v > mean else -1 for _, v in stretch]
        steps = [(b > a) - (b < a) for (_, a), (_, b) in pairwise(stretch)]
        for i in range(len(stretch) - RUN + 1):
            if sides[i] and len(set(sides[i:i + RUN])) == 1:
                for place, _ in stretch[i:i + RUN]:
                    found[place].add(("shift", sides[i] > 0))
            if steps[i:i + 1] != [0] and len(set(steps[i:i + RUN - 1])) == 1 and len(steps[i:i + RUN - 1]) == RUN - 1:
                for place, _ in stretch[i:i + RUN]:
                    found[place].add(("trend", steps[i] > 0))
        for i in range(len(stretch) - 2):
            three = stretch[i:i + 3]
            if len(set(sides[i:i + 3])) != 1 or not sides[i]:
                continue
            close = [p for p, v in three if NEAR * distance < abs(v - mean) <= distance]
            beyond = [p for p, v in three if abs(v - mean) > NEAR * distance]
            if len(beyond) >= 2:
                for place in close:
                    found[place].add(("two of three", sides[i] > 0))
    return found


def named(kinds):
    """The first of outside, trend, two of three, shift; with the side it is on."""
    for kind in ("outside", "trend", "two of three", "shift"):
        for name, above in kinds:
            if name == kind:
                return kind, above
    return None
