"""The figures of investigation, victims and outcomes (I01–I29)."""
from crime_expansions import contacted, reviewed, unreviewed
from crimes import COUNTED, DA, FINISHED, FINISHED_INV, INV, SETTINGS, VIC
from decode import day_of, midnight
from figure import Figure, banded
from logic import DAY, Turning, among, at_most, both, coalesce, either, elapsed, equal, less, no, total
from periods import ONE_DAY
from recording import HALF, NINE_TENTHS

SKILLS = ["none", "PIP1", "PIP2", "PIP3"]
OUT_OF_COURT = ("2", "3", "6", "7", "8", "22")


def fact(name):
    return lambda c: getattr(c.facts, name)


def column(name):
    return lambda c: getattr(c, name)


def known(name):
    return lambda c: getattr(c, name) is not None


def outcome_is(*codes):
    return lambda c: among(c.facts.outcome, codes)


def judged(condition):
    """A condition on crimes that have an outcome, false for the others. That the outcome was assigned before the as-of
    is an order between times; none is known of that very instant, so taking the limit the other way moves no row."""
    return Turning(lambda c, order: both(c.facts.has_outcome, condition(c)), less)


CHARGED = judged(outcome_is("1"))
POSITIVE = judged(outcome_is("1", "2", "3", "6", "7", "8"))
WITH_22 = judged(outcome_is("1", "2", "3", "6", "7", "8", "22"))
VICTIM_OUT = judged(outcome_is("14", "16"))
OPEN = Turning(lambda c, order: no(c.facts.has_outcome), less)


def local_day(instant):
    return None if instant is None else day_of(instant)


def end_of(day):
    """A date is due when its local day has ended."""
    return None if day is None else midnight(day + ONE_DAY) - 1


def crimes(id, population, terms, measure, value, **more):
    return Figure(id, population, terms, measure, value, **{"table": "crimes", "period": "recorded_at", **more})


def figures(calendar, as_of_day):
    yield from planned()
    yield from supervised()
    yield from told(calendar)
    yield from looked_after(calendar)
    yield from at_closure()
    yield from outcomes()
    yield from times_taken(as_of_day)
    yield from arrested()


def planned():
    i01 = crimes("I01", INV, [known("allocated_at")], "share", known("plan_at"), period="allocated_at",
                 due=lambda c: total(c.allocated_at, SETTINGS["plan_within"]), standard="evidence-100",
                 by=("offence", "team", "domestic_abuse"))
    yield i01
    yield crimes("I02", INV, [known("allocated_at")], "share", Turning(
        lambda c, order: order(c.facts.plan_delay, SETTINGS["plan_within"]), at_most),
        period="allocated_at", due=lambda c: total(c.allocated_at, SETTINGS["plan_within"]), missing_is_miss=True,
        by=("team",))
    yield crimes("I08", INV, [known("allocated_at"), known("required_skill"), known("allocated_skill")], "share", skilled, period="allocated_at",
                 by=("offence",))


def skilled(c):
    if c.required_skill is None or c.allocated_skill is None:
        return None
    return SKILLS.index(c.allocated_skill) >= SKILLS.index(c.required_skill)


def supervised():
    yield crimes("I03", ([], []), [], "share", reviewed, table="review_due", period="due_at",
                 due=column("due_at"), by=("team", "offence"))
    stale = lambda o: less(SETTINGS["review_every"], o.age)
    stock = {"table": "open_cases", "period": "taken_at"}
    i04 = crimes("I04", ([], []), [stale, unreviewed], "count", lambda o: True, unit="cases",
                 statistic="open", by=("team", "offence"), **stock)
    yield i04
    yield i04.variant("I04.share", terms=[stale], measure="share", statistic="", value=unreviewed, unit="percent")
    i24 = crimes("I24", ([], []), [], "count", lambda o: True, unit="cases", statistic="open",
                 by=("team", "offence"), **stock)
    yield i24
    edges = [("up to 90 d", None, 90), ("over 90 d to 180 d", 90, 180), ("over 180 d to 365 d", 180, 365),
             ("over 365 d", 365, None)]
    yield banded(i24.variant("I24.age", by=("offence",)), column("age"), edges, DAY, closed="right")
    yield i24.variant("I24.load", measure="per", statistic="", value=lambda o: o.crime.officer_hash, by=("team",),
                      quantiles={"median": HALF, "largest": 1})


def told(calendar):
    yield crimes("I09", ([], []), [], "share", contacted, table="contact_due", period="due_at",
                 due=column("due_at"), by=("team", "enhanced"))

    def in_time(e):
        days = calendar.between(local_day(e.event_at), local_day(e.facts.told_at))
        return at_most(days, e.facts.allowed_days)
    yield crimes("I10", ([], []), [fact("has_victim")], "share", in_time, table="decisions", period="event_at",
                 due=lambda e: end_of(e.facts.due_on), missing_is_miss=True, standard="notify-in-time",
                 by=("enhanced", "team"))


def looked_after(calendar):
    yield crimes("I11", VIC, [], "share", lambda c: either(c.ack_at is not None, coalesce(c.ack_exempt, False)),
                 due=lambda c: total(c.recorded_at, SETTINGS["confirm_within"]), by=("enhanced",))
    yield crimes("I12", VIC, [], "share", known("needs_assessed_at"), by=("enhanced", "domestic_abuse"))
    limit = SETTINGS["referral_days"]
    yield crimes("I13", VIC, [column("referral_consent")], "share",
                 lambda c: at_most(calendar.between(local_day(c.reported_at), local_day(c.referral_at)), limit),
                 period="reported_at", due=lambda c: end_of(calendar.after(local_day(c.reported_at), limit)),
                 missing_is_miss=True, standard="refer-in-time", by=("enhanced",))


def closed(id, population, terms, measure, value, **more):
    return crimes(id, population, terms, measure, value, **{"period": "assigned_at", **more})


def reviewed_at_closure(c):
    day, assigned = local_day(c.closing_review_at), local_day(c.facts.assigned_at)
    return None if day is None or assigned is None else day <= assigned + ONE_DAY


def auditable(c):
    written = c.withdrawal_record_type not in (None, "none") and c.withdrawal_reason is not None
    return written and coalesce(at_most(local_day(c.withdrawal_at), local_day(c.facts.assigned_at)), False)


def at_closure():
    yield closed("I05", FINISHED_INV, [], "share", reviewed_at_closure, missing_is_miss=True, by=("offence", "team"))
    yield closed("I06", FINISHED_INV, [outcome_is("14", "15", "16", "18")], "share", column("lines_of_enquiry_complete"),
                 missing_is_miss=True, by=("offence",))
    yield closed("I07", FINISHED, [outcome_is("18")], "share", Turning(
        lambda c, order: order(elapsed(c.recorded_at, c.facts.assigned_at), SETTINGS["fast_close"]), at_most),
        by=("offence",))
    yield closed("I14", FINISHED, [fact("victim_out")], "share", auditable, standard="evidence-100",
                 by=("offence", "domestic_abuse", "team"))
    yield closed("I15", FINISHED, [outcome_is("16")], "share",
                 lambda c: both(c.evidence_led_considered, c.evidence_led_rationale_present), missing_is_miss=True,
                 by=("domestic_abuse", "offence"))
    yield closed("I16", FINISHED, [lambda c: equal(c.victim_type, "individual"), outcome_is(*OUT_OF_COURT)], "share",
                 lambda c: None if c.oocd_victim_view is None else c.oocd_victim_view != "not_recorded",
                 missing_is_miss=True, by=("offence",))
    yield closed("I28", FINISHED, [column("is_domestic_abuse")], "share", column("order_considered"), missing_is_miss=True,
                 by=("area",))


def outcomes():
    places = ("offence", "domestic_abuse", "area")
    growing = {"immature": lambda c: no(c.facts.has_outcome), "triangle": 24}
    i17 = crimes("I17", COUNTED, [], "share", CHARGED, standard="charge-benchmark", by=places, **growing)
    yield i17
    on_closed = closed("I17.closed", FINISHED, [], "share", CHARGED, by=places, headline=False)
    yield on_closed
    charges = closed("I17.charges", FINISHED, [fact("charged")], "count", lambda c: True, unit="crimes", by=("offence",),
                     headline=False)
    yield charges
    yield crimes("I29.crimes", COUNTED, [], "count", lambda c: True, unit="crimes", by=("offence", "area"), headline=False)
    yield crimes("I17.ratio", ([], []), [], "ratio_of", ("I17.charges", "I29.crimes"), unit="per 100", times=100,
                 statistic="ratio", by=("offence",), headline=False)
    yield i17.variant("I18", value=POSITIVE, standard="")
    yield on_closed.variant("I18.closed", value=POSITIVE)
    yield i17.variant("I18.with22", value=WITH_22, standard="")
    yield on_closed.variant("I18.closed22", value=Turning(
        lambda c, order: either(POSITIVE.value(c, order), equal(c.facts.outcome, "22")), less))
    i19 = closed("I19", FINISHED, [], "share", VICTIM_OUT, by=("offence", "domestic_abuse"))
    yield i19
    sixteen = i19.variant("I19.sixteen", value=outcome_is("16"))
    yield sixteen
    yield crimes("I20", COUNTED, [], "share", judged(outcome_is("18")), standard="no-suspect-benchmark", by=("offence",),
                 **growing)
    yield closed("I20.closed", FINISHED, [], "share", outcome_is("18"), by=("offence",), headline=False)
    yield closed("I21", FINISHED, [], "share", outcome_is("15"), by=("offence", "domestic_abuse"))
    yield crimes("I22", COUNTED, [], "share", OPEN, standard="unassigned-benchmark", by=("offence",),
                 immature=lambda c: no(c.facts.has_outcome))
    yield closed("I25", FINISHED, [], "mix", fact("group"), by=("offence",))
    yield i17.variant("I27", population=DA, by=("area",), standard="")
    yield on_closed.variant("I27.closed", terms=[column("is_domestic_abuse")], by=("area",))
    yield sixteen.variant("I27.sixteen", terms=[column("is_domestic_abuse")], by=("area",), standard="da-withdrawn")


def times_taken(as_of_day):
    def lasted(c):
        """(whether it ended, days); the unfinished have lasted to the last day that is known."""
        recorded, assigned = local_day(c.recorded_at), local_day(c.facts.assigned_at)
        if recorded is None:
            return None
        days = ((assigned or as_of_day) - recorded).days
        return (assigned is not None, days) if days >= 0 else None

    i23 = closed("I23", FINISHED, [], "quantiles", fact("days_taken"), unit="days", plausible=(0, 3650 * DAY),
                 quantiles={"median": HALF, "p90": NINE_TENTHS}, standard="days-to-outcome", by=("offence",))
    yield i23
    yield i23.variant("I23.charge", terms=[fact("charged")], standard="")
    yield crimes("I23.survival", COUNTED, [], "survival", lasted, unit="days", statistic="survival_median",
                 by=("offence",), headline=False)


def arrested():
    da = crimes("I26", DA, [], "mean", fact("arrests"), unit="per 100", times=100, by=("area",))
    yield da
    yield da.variant("I26.any", measure="share", times=1, unit="percent",
                     value=lambda c: None if c.facts.arrests is None else c.facts.arrests >= 1)
    yield crimes("I29", ([], []), [], "count", lambda e: True, table="arrests", period="event_at", unit="arrests",
                 by=("offence",))
    yield crimes("I29.rate", ([], []), [], "ratio_of", ("I29", "I29.crimes"), unit="per 100", times=100, statistic="ratio",
                 by=("offence",), headline=False)
