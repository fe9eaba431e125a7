"""Logs that need somebody and have nobody assigned, at the last millisecond of every local hour."""
from attendance import ATT
from decode import HOUR
from figure import HOURS, NOT_RECORDED
from incidents import hour_of_week, member
from logic import least


class Waiting:
    """A log at an instant at which it waits. `doubtful` when it cannot be told whether it does."""
    __slots__ = ("log", "taken_at", "doubtful", "rejected", "malformed")

    def __init__(self, log, taken_at, doubtful):
        self.log, self.taken_at, self.doubtful = log, taken_at, doubtful
        self.rejected, self.malformed = log.rejected, False


def needs_somebody(log):
    """Whether the population `att` holds the log; a reason that is unknown leaves nothing out."""
    return None if log.malformed else not any(reason(log) for _, reason in ATT[1])


def instants(start, end):
    """The ends of the hours in which an instant from start (inclusive) to end (exclusive) lies, less a millisecond."""
    taken = start // HOUR * HOUR + HOUR - 1         # London's hours begin with those of UTC
    while taken < end:
        yield taken
        taken += HOUR


def unresourced(rows, as_of):
    """(row, span of its file) for every log and hour's end; nothing is taken at or after the as-of."""
    for log, span in rows:
        needed = needs_somebody(log)
        if needed is False:
            continue
        received = None if log.malformed else log.facts.received_at
        if received is None:
            yield Waiting(log, None, True), span        # at which hours cannot be told
            continue
        until = least(log.facts.first_assigned, log.facts.arrived, log.facts.closed_when)
        ended = None if log.status is None else log.status != "open"
        doubtful = needed is None or (until is None and ended is not False)
        for taken in instants(received, as_of if until is None else min(until, as_of)):
            yield Waiting(log, taken, doubtful), span


def scope(waiting):
    return None if waiting.doubtful else True


def waiting_member(waiting, dimension):
    if dimension == HOURS:
        return NOT_RECORDED if waiting.taken_at is None else hour_of_week(waiting.taken_at)
    return NOT_RECORDED if waiting.log.malformed else member(waiting.log, dimension, "judged_grade")
