"""The figures of attendance (A01–A22, A24) and first contact (C19–C23)."""
from fractions import Fraction

from figure import HOURS, Figure, banded
from incidents import SETTINGS
from logic import DAY, MINUTE, Turning, among, at_most, both, coalesce, either, elapsed, equal, least, less, no, total


def column(name):
    return lambda l: getattr(l, name)


def fact(name):
    return lambda l: getattr(l.facts, name)


def known(name):
    return lambda l: getattr(l, name) is not None


def graded(name, grade):
    return lambda l: equal(getattr(l.facts, name), grade)


def later(name, setting):
    return lambda l: total(getattr(l, name), SETTINGS[setting])


def cancelled_before(due):
    """Cancelled by the caller before both the target and any arrival."""
    def cancelled(l):
        if l.cancelled_by_caller_at is None:
            return False
        return coalesce(less(l.cancelled_by_caller_at, least(getattr(l.facts, due), l.facts.arrived)), True)
    return "cancelled_before_due", cancelled


TEST = ("test", lambda l: equal(l.status, "test"))
DUPLICATE = ("duplicate", lambda l: equal(l.status, "duplicate"))
TRANSFERRED = ("transferred_out", lambda l: equal(l.status, "transferred_out"))
OFFICER = ("officer_or_planned", lambda l: among(l.origin, ("officer", "planned")))
NOT_REQUIRED = ("not_required", lambda l: no(l.facts.must_attend))
AT_SCENE = ("at_scene_already", fact("at_scene_already"))
NOT_APPLICABLE = ("not_applicable", lambda l: coalesce(equal(l.dash_status, "not_applicable"), False))
CANCELLED = ("cancelled_by_caller", lambda l: l.cancelled_by_caller_at is not None)

COUNTED = [TEST, DUPLICATE, TRANSFERRED, OFFICER]
INC = ([], COUNTED)
PUBLIC = ([lambda l: among(l.origin, ("999", "101", "online", "livechat", "counter"))], COUNTED)
ATT = ([], COUNTED + [NOT_REQUIRED, cancelled_before("due")])
TIMED, BY_ARRIVAL, BY_FIRST, BY_FINAL = (([], COUNTED + [NOT_REQUIRED, cancelled_before(due), AT_SCENE])
                                         for due in ("due", "stop_due", "first_due", "final_due"))
WITH_TARGET = ([lambda l: l.facts.target is not None], TIMED[1])
DA_SEEN = ([column("is_domestic_abuse"), fact("attended_any")], ATT[1])
DA_ASSESSABLE = (DA_SEEN[0], ATT[1] + [NOT_APPLICABLE])
APPOINTMENTS = ([known("appointment_start")], COUNTED + [CANCELLED])


def in_target(l, order):
    return False if l.facts.missed_grade is not None else order(l.facts.resp, l.facts.target)


def by_clock(prefix):
    return Turning(lambda l, order: order(getattr(l.facts, prefix + "resp"), getattr(l.facts, prefix + "target")), at_most)


def kept(l, order):
    grace = SETTINGS["appointment_grace"]
    return both(order(total(l.appointment_start, -grace), l.facts.arrived),
                order(l.facts.arrived, total(l.appointment_end, grace)))


def before_anyone_is_sent(l, order):
    if l.facts.first_assigned is not None:
        return order(l.thrive_recorded_at, l.facts.first_assigned)
    return order(l.thrive_recorded_at, total(l.created_at, SETTINGS["thrive_grace"]))


HALF, NINE_TENTHS = Fraction(1, 2), Fraction(9, 10)
MEDIAN = {"median": HALF}
WEEK = (0, 7 * DAY)
IN_TARGET = Turning(in_target, at_most)
TIMED_IN_TARGET = Turning(lambda l, order: None if l.facts.resp is None else in_target(l, order), at_most)


def response(id, population, terms, measure, value, **more):
    return Figure(id, population, terms, measure, value, **{"table": "responses", "period": "received_at", **more})


def figures():
    yield from in_time()
    yield from domestic_abuse()
    yield from when_late()
    yield from stages()
    yield from others()
    yield from first_contact()


def in_time():
    places = (HOURS, "area", "rurality")
    for id, grade, standard, by in (("A01", "1", "g1-attend", (*places, "domestic_abuse", "vulnerable")),
                                    ("A03", "2", "g2-attend", (HOURS, "area", "domestic_abuse"))):
        main = response(id, TIMED, [graded("judged_grade", grade)], "share", IN_TARGET, due=fact("due"),
                        missing_is_miss=True, standard=standard, by=by)
        yield main
        yield main.variant(id + "b", value=TIMED_IN_TARGET, missing_is_miss=False)
        for name, population, judged, prefix in (("arrival", BY_ARRIVAL, "grade_at_stop", "stop_"),
                                                 ("first", BY_FIRST, "initial", "first_"),
                                                 ("final", BY_FINAL, "last_grade", "final_")):
            yield main.variant(f"{id}.{name}", population=population, terms=[graded(judged, grade)],
                               due=fact(prefix + "due"), value=by_clock(prefix), by=("area",))
        yield main.variant(f"{id}.assigned", by=("area",), value=Turning(
            lambda l, order: order(l.facts.to_arrive, l.facts.target), at_most))
    yield main.variant("A05", terms=[graded("judged_grade", "3")], standard="g3-attend", by=("area",), headline=True)
    a02 = response("A02", TIMED, [graded("judged_grade", "1")], "quantiles", fact("resp"), due=fact("due"),
                   quantiles={"median": HALF, "p90": NINE_TENTHS}, plausible=(0, DAY), unit="minutes", by=places)
    yield a02
    yield a02.variant("A04", terms=[graded("judged_grade", "2")], plausible=WEEK, by=(HOURS, "area", "domestic_abuse"),
                      headline=True)
    yield response("A06", APPOINTMENTS, [], "share", Turning(kept, at_most), period="appointment_start",
                   due=later("appointment_end", "appointment_grace"), missing_is_miss=True, by=("area",))


def domestic_abuse():
    a07 = response("A07", WITH_TARGET, [column("is_domestic_abuse")], "share", IN_TARGET, due=fact("due"),
                   missing_is_miss=True, by=("area", "grade"))
    yield a07
    yield a07.variant("A07.median", measure="quantiles", value=fact("resp"), quantiles=MEDIAN, missing_is_miss=False,
                      plausible=WEEK, unit="minutes")
    yield a07.variant("A07.others", terms=[lambda l: no(l.is_domestic_abuse)], by=("grade",))
    yield response("A08", ([], []), [], "difference", ("A07", "A07.others"), unit="points", by=("grade",))
    a21 = response("A21", DA_ASSESSABLE, [], "share", lambda l: equal(l.dash_status, "completed"), missing_is_miss=True,
                   by=("area", "team"))
    yield a21
    yield a21.variant("A21.declined", value=lambda l: equal(l.dash_status, "declined"))
    yield response("A22", DA_SEEN, [], "share", column("bwv_used"), missing_is_miss=True, by=("team",))


def when_late():
    late = [fact("late")]
    yield response("A09", ATT, late, "share", fact("told"),
                   due=lambda l: total(l.facts.due, SETTINGS["update_after"]), standard="evidence-100",
                   by=("grade", "domestic_abuse"))
    yield response("A10", ATT, late, "share", lambda l: l.facts.rechecked_at is not None, due=fact("due"),
                   by=("grade", "domestic_abuse", "vulnerable"))
    yield response("A11", ATT, late + [lambda l: l.facts.rechecked_at is not None], "quantiles",
                   lambda l: elapsed(l.facts.due, l.facts.rechecked_at), due=fact("due"), quantiles=MEDIAN, plausible=WEEK,
                   unit="minutes", by=("grade", "domestic_abuse"))
    yield response("A16", ATT, late, "share", lambda l: coalesce(equal(l.delay_reason, "no_resource"), False),
                   due=fact("due"), by=("area", HOURS))


def stages():
    a12 = response("A12", ATT, [], "share", fact("downgraded"), by=("grade", "area"))
    yield a12
    yield a12.variant("A12.late", value=fact("downgraded_late"), standard="no-late-downgrade")
    yield response("A13", INC, [], "share", fact("upgraded_soon"), due=later("created_at", "regrade_within"), by=("grade",))
    a14 = response("A14", TIMED, [], "quantiles", fact("to_assign"), quantiles=MEDIAN, plausible=WEEK, unit="minutes",
                   by=("grade", "area", HOURS))
    yield a14
    yield a14.variant("A14.travel", value=fact("to_arrive"))
    yield a14.variant("A14.creation", value=fact("to_create"))
    stock = Figure("A15", ([], []), [], "count_per_hour", lambda o: True, statistic="open", unit="incidents",
                   table="unresourced", period="taken_at", by=(HOURS, "area", "grade"))
    yield stock
    yield stock.variant("A15.late", terms=[lambda o: less(o.log.facts.due, o.taken_at)])
    age = lambda o: elapsed(o.log.facts.received_at, o.taken_at)
    yield stock.variant("A15.oldest", measure="quantiles", statistic="", quantiles={"longest": Fraction(1)}, value=age,
                        unit="minutes", by=("area", "grade"))
    edges = [("under 15 min", None, 15), ("15 min to under 1 h", 15, 60), ("1 h to under 4 h", 60, 240),
             ("4 h to under 1 d", 240, 1440), ("1 d or more", 1440, None)]
    yield banded(stock.variant("A15.ages", statistic="", by=("area",)), age, edges, MINUTE)


def others():
    a17 = response("A17", INC, [], "share", column("resolved_without_deployment"), by=("channel", "category"))
    yield a17
    yield a17.variant("A17.again", terms=[column("resolved_without_deployment"), lambda l: l.facts.caller is not None],
                      due=later("closed_at", "recall_window"), value=fact("recontacted"), by=("channel",))
    yield response("A18", ATT, [lambda l: equal(l.status, "closed")], "share",
                   lambda l: no(coalesce(l.facts.attended_any, False)), by=("grade", "domestic_abuse"))
    a19 = response("A19", INC, [known("csi_requested_at")], "quantiles", fact("csi_delay"), quantiles=MEDIAN,
                   plausible=(0, 28 * DAY), unit="hours", by=("category",))
    yield a19
    yield a19.variant("A19.in_time", measure="share", quantiles={}, unit="percent", missing_is_miss=True, plausible=None,
                      due=later("csi_requested_at", "csi_within"),
                      value=Turning(lambda l, order: order(l.facts.csi_delay, SETTINGS["csi_within"]), at_most))
    yield response("A20", INC, [column("armed_deployment")], "quantiles", fact("armed_arrival"),
                   quantiles={"median": HALF, "p90": NINE_TENTHS}, plausible=(0, DAY), unit="minutes", by=("area",))
    yield response("A24", ATT, [fact("attended_any")], "share", lambda l: l.facts.arrived is None,
                   standard="missing-arrival", by=("area", "team"))


def first_contact():
    def contact(id, population, terms, value, **more):
        return response(id, population, terms, "share", value, **{"table": "incidents", **more})

    yield contact("C19", PUBLIC, [], lambda l: l.thrive_recorded_at is not None, standard="evidence-100",
                  by=("channel", "grade"))
    yield contact("C20", PUBLIC, [known("thrive_recorded_at")], Turning(before_anyone_is_sent, at_most), by=("grade",))
    c21 = contact("C21", INC, [], lambda l: l.vulnerability_assessed is not None, by=("domestic_abuse",))
    yield c21
    yield c21.variant("C21.flagged", terms=[column("vulnerability_assessed")], value=column("vulnerable_flag"))
    yield contact("C22", INC, [fact("has_victim")], column("repeat_check_done"), missing_is_miss=True,
                  by=("domestic_abuse",))
    yield contact("C23", INC, [lambda l: equal(l.facts.category, "crime")],
                  lambda l: either(l.advice_prevention, l.advice_preservation), missing_is_miss=True)
