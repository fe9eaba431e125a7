"""Unknown values as SQL has them: True, False and None, which is neither; and shares with their limits taken the other way."""
SECOND, MINUTE, HOUR, DAY = 1000, 60_000, 3_600_000, 86_400_000


def both(a, b):
    return False if a is False or b is False else None if a is None or b is None else True


def either(a, b):
    return True if a is True or b is True else None if a is None or b is None else False


def no(a):
    return None if a is None else not a


def equal(a, b):
    return None if a is None or b is None else a == b


def differ(a, b):
    return None if a is None or b is None else a != b


def less(a, b):
    return None if a is None or b is None else a < b


def at_most(a, b):
    return None if a is None or b is None else a <= b


def among(a, values):
    return None if a is None else a in values


def total(*parts):
    return None if any(p is None for p in parts) else sum(parts)


def elapsed(a, b):
    return None if a is None or b is None or b < a else b - a


def some(found):
    """`any(...)` is SQL's EXISTS: a related row whose condition is unknown is not one of those looked for."""
    return any(value is True for value in found)


def coalesce(*values):
    for value in values:
        if value is not None:
            return value
    return None


def least(*values):
    known = [v for v in values if v is not None]
    return min(known) if known else None


class Turning:
    """A yes/no value with an order between times or durations in it. `turned` is the same with `<` for `<=` and back."""

    def __init__(self, value, order):
        self.value, self.order, self.other = value, order, less if order is at_most else at_most

    def __call__(self, row):
        return self.value(row, self.order)

    def turned(self, row):
        return self.value(row, self.other)
