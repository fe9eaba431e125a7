"""Calls and their KPIs, written out from the definitions: legs, contacts, populations, measures.

True, False and None (unknown) follow SQL: None is neither.
"""
from bisect import bisect_left, bisect_right
from collections import defaultdict
from datetime import timedelta
from fractions import Fraction

from decode import local_of
from figure import HOURS, NOT_RECORDED, Figure, banded
from logic import (DAY, HOUR, MINUTE, SECOND, Turning, among, at_most, both, differ, either, elapsed, equal, less, no, some,
                   total)

SETTINGS = {"short_abandon": 5 * SECOND, "repeat_calls": 3, "repeat_window": 28 * DAY, "recontact_window": 60 * MINUTE,
            "answer_101": 30 * SECOND, "long_101": 15 * MINUTE, "small_n": 30}
HOPS = 8


class Facts:
    """What the definitions derive of one leg, and of the contact that it begins."""


def derive_leg(leg):
    f = leg.facts = Facts()
    f.picked_up = either(leg.answered is not None, among(leg.disposition, ("answered", "transferred")))
    f.picked_up_at = leg.answered if leg.answered is not None else total(leg.offered, leg.wait)
    f.by_human = both(f.picked_up, (leg.answered_by or "handler") != "ivr")
    f.by_handler = both(f.by_human, (leg.answered_by or "handler") == "handler")
    f.human_at = f.picked_up_at if f.by_human is True else None
    f.handler_at = f.picked_up_at if f.by_handler is True else None
    f.gave_up_at = leg.abandoned if leg.abandoned is not None else leg.ended
    f.handling = total(leg.talk, leg.hold, leg.wrap)


def find_roots(legs):
    """Follows parents while their ids are in the data; loops and longer chains keep their own id."""
    parents = {}
    for leg in legs:
        if leg.call_id is not None and parents.get(leg.call_id) is None:
            parents[leg.call_id] = leg.parent
    for leg in legs:
        leg.root = leg.call_id
        if leg.call_id is None:
            continue
        place, above, hops, seen = leg.call_id, leg.parent, 0, {leg.call_id}
        while above is not None and above in parents:
            if above in seen or hops == HOPS:
                place = leg.call_id
                break
            seen.add(above)
            place, above, hops = above, parents[above], hops + 1
        leg.root = place
    for leg in legs:
        leg.contact = both(equal(leg.leg_seq, 1), equal(leg.root, leg.call_id))


class Index:
    """Rows by the columns that relations match on, in the order of the source."""

    def __init__(self, legs):
        self.by_root, self.by_caller, self.repeats = defaultdict(list), defaultdict(list), defaultdict(list)
        for leg in legs:
            if leg.root is not None:
                self.by_root[leg.root].append(leg)
            if leg.caller is not None:
                self.by_caller[leg.caller].append(leg)
                if (leg.contact is not False and leg.offered is not None and leg.channel == "999"
                        and leg.direction == "inbound" and differ(leg.disposition, "test") is True):
                    self.repeats[leg.caller].append(leg.offered)
        for times in self.repeats.values():
            times.sort()


def earliest(rows, time):
    timed = [r for r in rows if time(r) is not None]
    return min(timed, key=time) if timed else None


def derive_contact(leg, index):
    f = leg.facts
    if leg.root is None:
        f.answered = f.wait = f.network_wait = f.reached_handler = f.handler_wait = f.hung_up = f.gave_up_when = None
    else:
        legs = index.by_root[leg.root]
        f.answered = some(l.facts.by_human for l in legs)
        human = earliest(legs, lambda l: l.facts.human_at)
        human_at = human and human.facts.human_at
        f.wait, f.network_wait = elapsed(leg.offered, human_at), elapsed(leg.network, human_at)
        f.reached_handler = some(l.facts.by_handler for l in legs)
        handler = earliest(legs, lambda l: l.facts.handler_at)
        f.handler_wait = elapsed(leg.offered, handler and handler.facts.handler_at)
        ordered = [l for l in legs if l.offered is not None and l.leg_seq is not None]
        last = None
        for l in ordered:
            if last is None or (l.offered, l.leg_seq) >= (last.offered, last.leg_seq):
                last = l
        f.hung_up = equal(last.disposition, "abandoned") if last else None
        f.gave_up_when = last.facts.gave_up_at if last else None
    f.abandoned = both(no(f.answered), f.hung_up)
    f.abandon_wait = elapsed(leg.offered, f.gave_up_when) if f.abandoned is True else None
    f.hung_up_short = both(f.abandoned, less(f.abandon_wait, SETTINGS["short_abandon"]))
    f.lost = both(no(f.reached_handler), f.hung_up)
    f.lost_wait = elapsed(leg.offered, f.gave_up_when) if f.lost is True else None
    f.recent_999 = f.answered_again = f.rang_999_after = None
    if leg.caller is not None:
        if leg.offered is not None:
            times = index.repeats.get(leg.caller, [])
            f.recent_999 = (bisect_right(times, leg.offered)
                            - bisect_left(times, leg.offered - SETTINGS["repeat_window"]))
        if f.gave_up_when is not None:
            after, until = f.gave_up_when, f.gave_up_when + SETTINGS["recontact_window"]
            others = index.by_caller[leg.caller]
            f.answered_again = some(
                both(differ(n.root, leg.root), both(less(after, n.facts.human_at), at_most(n.facts.human_at, until)))
                for n in others)
            f.rang_999_after = some(
                both(both(differ(n.root, leg.root), equal(n.channel, "999")),
                     both(less(after, n.offered), at_most(n.offered, until))) for n in others)
    f.not_by_voice = among(leg.channel, ("livechat", "online", "email", "social"))


def derive(legs):
    """Facts of all legs and contacts. Accepted rows see accepted rows; rejected rows see all."""
    readable = [leg for leg in legs if not leg.malformed]
    find_roots(readable)
    for leg in readable:
        derive_leg(leg)
    accepted, everything = Index([l for l in readable if not l.rejected]), Index(readable)
    for leg in readable:
        if leg.contact is not False:
            derive_contact(leg, everything if leg.rejected else accepted)


# Populations: (conditions, exclusions in order). Conditions and exclusions are functions of a leg.

TEST = ("test", lambda l: equal(l.disposition, "test"))
NOT_INBOUND = ("not_inbound", lambda l: differ(l.direction, "inbound"))
NEVER_QUEUED = ("never_queued", lambda l: among(l.disposition, ("ivr_resolved", "blocked")))
SHORT = ("short_abandon", lambda l: l.facts.hung_up_short)
WITHHELD = ("caller_withheld", lambda l: l.caller is None)


def channel(value):
    return lambda l: equal(l.channel, value)


INBOUND = ([], [TEST, NOT_INBOUND])
CALLS_999, CALLS_101, CHATS = (([channel(c)], [TEST, NOT_INBOUND]) for c in ("999", "101", "livechat"))


def less_those(population, *exclusions):
    return population[0], population[1] + list(exclusions)


OFFERED_999, OFFERED_101, OFFERED_CHATS = (less_those(p, NEVER_QUEUED) for p in (CALLS_999, CALLS_101, CHATS))
LASTING_999, LASTING_101 = less_those(OFFERED_999, SHORT), less_those(OFFERED_101, SHORT)
KNOWN_999, KNOWN_101 = less_those(CALLS_999, WITHHELD), less_those(CALLS_101, WITHHELD)
HANDLED = ([lambda l: l.facts.by_human], [TEST, NOT_INBOUND])
TRIAGED = (HANDLED[0] + [lambda l: equal(l.answered_by, "triage")], HANDLED[1])


def answered(l):
    return l.facts.answered


def reached(l):
    return l.facts.reached_handler


def gave_up(l):
    return l.facts.abandoned


def answered_or(l, other):
    return either(l.facts.answered, other)


# Figures

def fact(name):
    return lambda l: getattr(l.facts, name)


def below(name, limit):
    return Turning(lambda l, under: under(getattr(l.facts, name), limit), less)


def above(name, limit):
    return Turning(lambda l, under: under(limit, getattr(l.facts, name)), less)


BANDS = [("under 10 s", None, 10), ("10 s to under 60 s", 10, 60), ("60 s or more", 60, None)]
SPREAD = {"median": Fraction(1, 2), "p90": Fraction(9, 10), "longest": Fraction(1)}
QUEUE = "queue"
T = SETTINGS["answer_101"]


def figures():
    c01 = Figure("C01", CALLS_999, [answered], "share", below("wait", 10 * SECOND), standard="999-answer", by=(HOURS,))
    yield c01
    yield c01.variant("C01n", value=below("network_wait", 10 * SECOND))
    c01b = c01.variant("C01b", population=LASTING_999, terms=[lambda l: answered_or(l, l.facts.abandoned)],
                       value=Turning(lambda l, under: both(l.facts.answered, under(l.facts.wait, 10 * SECOND)), less))
    yield c01b
    yield c01b.variant("C01b.raw", population=OFFERED_999)
    c02 = Figure("C02", CALLS_999, [answered], "mean", fact("wait"), unit="seconds", by=(HOURS,),
                 plausible=(0, 2 * HOUR))
    yield c02
    yield c02.variant("C02n", value=fact("network_wait"))
    c03 = c02.variant("C03", measure="quantiles", quantiles=SPREAD, headline=True)
    yield c03
    yield c03.variant("C03n", value=fact("network_wait"))
    c04 = Figure("C04", CALLS_999, [answered], "share")
    yield banded(c04, fact("wait"), BANDS, SECOND)
    yield banded(c04.variant("C04n"), fact("network_wait"), BANDS, SECOND)
    c05 = Figure("C05", LASTING_999, [], "share", gave_up, by=(HOURS,))
    yield c05
    yield c05.variant("C05.raw", population=OFFERED_999)
    c06 = Figure("C06", LASTING_101, [], "share", gave_up, standard="101-abandon", by=(HOURS, QUEUE))
    yield c06
    yield c06.variant("C06.handler", value=fact("lost"))
    yield c06.variant("C07", population=OFFERED_101, by=(QUEUE,))       # Loamshire's change: by queue
    c08 = Figure("C08.human", CALLS_101, [answered], "mean", fact("wait"), unit="seconds", by=(HOURS, QUEUE),
                 plausible=(0, 4 * HOUR))
    yield c08
    yield c08.variant("C08.handler", terms=[reached], value=fact("handler_wait"))
    c09 = Figure("C09", CALLS_101, [answered], "quantiles", fact("wait"), unit="seconds", quantiles=SPREAD, by=(HOURS,),
                 plausible=(0, 4 * HOUR))
    yield c09
    yield c09.variant("C09.handler", terms=[reached], value=fact("handler_wait"))
    long = Figure("C09.long", CALLS_101, [answered], "share", above("wait", SETTINGS["long_101"]), by=(HOURS,),
                  headline=False, dated_settings=("long_101",))
    yield long
    yield long.variant("L01", value=above("wait", 5 * MINUTE), dated_settings=())
    c10 = Figure("C10", CALLS_101, [lambda l: answered_or(l, both(l.facts.abandoned, less(T, l.facts.abandon_wait)))],
                 "share", Turning(lambda l, within: both(l.facts.answered, within(l.facts.wait, T)), at_most), standard="101-answer",
                 by=(HOURS, QUEUE))
    yield c10
    yield c10.variant("C10.strict", terms=[lambda l: answered_or(l, l.facts.abandoned)])
    yield c10.variant("C10.handler",
                      terms=[lambda l: either(l.facts.reached_handler, both(l.facts.lost, less(T, l.facts.lost_wait)))],
                      value=Turning(lambda l, within: both(l.facts.reached_handler, within(l.facts.handler_wait, T)),
                                    at_most))

    def repeat(l):
        return at_most(SETTINGS["repeat_calls"], l.facts.recent_999)
    c11 = Figure("C11", KNOWN_999, [], "share", repeat, trailing=timedelta(days=28))
    yield c11
    yield c11.variant("C11.calls", terms=[repeat], measure="count", value=lambda l: True, unit="calls")
    c12 = Figure("C12", KNOWN_101, [gave_up], "share", fact("answered_again"),
                 due=lambda l: total(l.facts.gave_up_when, SETTINGS["recontact_window"]))
    yield c12
    yield c12.variant("C12.to_999", value=fact("rang_999_after"))
    yield Figure("C13", TRIAGED, [], "share", lambda l: among(l.outcome, ("advice", "signposted", "partner", "self_serve")),
                 table="legs")
    yield Figure("C14", ([lambda l: l.cb_due is not None], []), [], "share", Turning(lambda l, within: within(l.cb_made, l.cb_due), at_most),
                 table="legs", period="cb_due", due=lambda l: l.cb_due, missing_is_miss=True, standard="callback-kept")
    c15 = Figure("C15", HANDLED, [], "mean", fact("handling"), unit="seconds", table="legs", by=(HOURS, QUEUE),
                 plausible=(0, 24 * HOUR))
    yield c15
    yield c15.variant("C15.talk", value=lambda l: l.talk)
    yield c15.variant("C15.wrap", value=lambda l: l.wrap)
    yield Figure("C17", CHATS, [answered], "quantiles", fact("wait"), unit="seconds", quantiles={"median": SPREAD["median"]})
    yield Figure("C17.lost", OFFERED_CHATS, [], "share", gave_up, headline=False)
    yield Figure("C17.online", INBOUND, [], "share", fact("not_by_voice"), headline=False, left_out=True)
    yield Figure("C18", INBOUND, [], "count_per_hour", lambda l: True, unit="contacts per hour", by=(HOURS, "channel"))


def member(leg, dimension):
    if dimension == HOURS:
        if leg.offered is None:
            return NOT_RECORDED
        local = local_of(leg.offered)
        return str(24 * local.weekday() + local.hour)
    value = leg.queue if dimension == QUEUE else leg.channel
    return NOT_RECORDED if value is None else value
