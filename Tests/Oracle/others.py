"""The exports that a force may do without, and the tables made of them."""
import crime_expansions
import demand
import digital
import of_run
import offenders
import suspects
from incidents import grouped
from mapped import sources
from stocks import by_hour, of_itself, of_row, open_at, scope
from tally import Table
from windows import ingest_sources

# What each supplies: tables that there are only with it.
TABLES = {"suspects": ("suspects", "suspects_open"), "wanted": ("wanted", "wanted_open"),
          "digital_forensics": ("exhibits", "exhibits_waiting"), "rso": ("offenders",), "rso_visits": (),
          "enforcement": ("enforcement_open",), "agent_states": ("agent_hours",), "forecast": ("forecast_hours",)}


def ingest(inputs, force, definitions, as_of, as_of_day):
    """By table: what was read of each of its sources that is there."""
    mapped = sources(force, definitions, tuple(TABLES))
    found = ingest_sources(mapped, inputs, as_of, as_of_day)
    return {table: [found[source.name] for source in mapped if source.table == table and found[source.name].files]
            for table in TABLES}


def divided(figures, force):
    """(figures that can be worked out, figures whose source is away)."""
    away = {table for table, parts in force.more.items() if not parts}
    lacking = [f for f in figures if f.table not in force.tables or away & set(f.needs)]
    ids = {figure.id for figure in lacking}
    return [figure for figure in figures if figure.id not in ids], lacking


def rows_of(spanned):
    return [row for row, _ in spanned]


class Both:
    """Rows grouped twice: accepted ones, which accepted rows see, and all that could be read, which rejected ones see."""

    def __init__(self, rows, key):
        readable = [row for row in rows if not row.malformed]
        self.all, self.accepted = grouped(readable, key), grouped([row for row in readable if not row.rejected], key)

    def __call__(self, row):
        return self.all if row.rejected else self.accepted


def coverage_of(parts, days):
    spans = [i.coverage() for i in parts if any(file.span for file in i.files)] if not days else [days]
    return (min(first for first, _ in spans), max(last for _, last in spans)) if spans else None


def add_tables(force, cad, folder, definitions):
    """Derives what the force's optional exports mean and adds their tables, and those of the run itself."""
    as_of, day = force.as_of, force.as_of_day
    rows = {table: [row for i in parts for row in i.rows()] for table, parts in force.more.items()}
    today = {"rso": (day, day)}
    covered = {table: coverage_of(parts, today.get(table)) for table, parts in force.more.items()}
    crimes = Both(rows_of(force.crime_rows[0]) if any(force.crime.values()) else [], lambda c: c.crime_id)

    def add(name, source, rows, member, **more):
        if force.more[source]:
            force.tables[name] = Table(list(rows), covered[source], member, **more)

    def stock(name, source, members, begun, finished, ended=lambda row: False):
        column = lambda row: getattr(row, begun)
        add(name, source, open_at(rows[source], column, lambda row: getattr(row, finished), ended, covered[source], as_of),
            of_row(members), scope=scope, instants=lambda instant: crime_expansions.place_of(instant, as_of))

    suspects.derive_suspects(rows_of(rows["suspects"]), crimes)
    stock("suspects_open", "suspects", suspects.SUSPECT_MEMBERS, "named_at", "resolved_at", suspects.settled)
    add("wanted", "wanted", rows["wanted"], of_itself(suspects.WANTED_MEMBERS))
    stock("wanted_open", "wanted", suspects.WANTED_MEMBERS, "wanted_at", "cleared_at")

    digital.derive(rows_of(rows["digital_forensics"]), crimes)
    add("exhibits", "digital_forensics", rows["digital_forensics"], of_itself(digital.MEMBERS))
    stock("exhibits_waiting", "digital_forensics", digital.MEMBERS, "submitted_at", "exam_started_at")
    add_exhibits(force, rows_of(rows["digital_forensics"]))

    visits = Both(rows_of(rows["rso_visits"]), lambda v: v.offender_hash)
    offenders.derive(rows_of(rows["rso"]), visits, day)
    add("offenders", "rso", with_days(rows["rso"], today["rso"]), of_itself(offenders.MEMBERS), of_as_of=True,
        anchor=lambda row, period: as_of - 1)
    stock("enforcement_open", "enforcement", offenders.CASE_MEMBERS, "referred_at", "enforced_at", offenders.case_ended)

    demand.derive_states(rows_of(rows["agent_states"]))
    add("agent_hours", "agent_states", by_hour(rows["agent_states"], lambda s: s.started_at, lambda s: s.facts.finished_at,
                                               as_of), demand.by_hours(demand.AGENT_MEMBERS), scope=scope)
    demand.derive_forecast(rows_of(rows["forecast"]), rows_of(force.legs))
    add("forecast_hours", "forecast", rows["forecast"], demand.forecast_member)
    units = by_hour(force.cad["cad_units"], lambda u: u.assigned_at, demand.released, as_of)
    force.tables["committed_hours"] = Table(list(units), cad["cad_units"].coverage(), demand.by_hours(demand.UNIT_MEMBERS),
                                            scope)
    count_strays(force, rows)
    add_run(force, folder, definitions)


def count_strays(force, rows):
    """Suspects and exhibits of crimes that are not here (DQ23)."""
    for rule, table, source in (("DQ23i", "suspects", "suspects"), ("DQ23j", "exhibits", "digital_forensics")):
        strays = sum(row.crime_id is not None and row.facts.crime is None for row, _ in rows[source]
                     if not row.rejected and not row.malformed)
        if strays:
            force.broken[rule, table] = strays


def with_days(spanned, days):
    return [(row, days) for row, _ in spanned]


def add_exhibits(force, exhibits):
    """The exhibits of each crime, as its own rows may see them."""
    if not any(force.crime.values()):
        return
    of_crime = Both(exhibits, lambda x: x.crime_id)
    for crime, _ in force.crime_rows[0]:
        if not crime.malformed:
            known = crime.crime_id is not None
            crime.facts.exhibits = of_crime(crime).get(crime.crime_id, ()) if known else None


def add_run(force, folder, definitions):
    """Rows of the as-of about the files that were read and the rules that were checked."""
    days = (force.as_of_day, force.as_of_day)
    read = [file for file in force.files if file.ledger["physical"]]
    checked = of_run.rule_hits(folder, definitions, read, force.rules, force.broken, force.tables, force.as_of)
    for name, rows in (("ledger", of_run.ledger(read, force.as_of)), ("rule_hits", checked)):
        force.tables[name] = Table([(row, days) for row in rows], days, of_run.MEMBER, of_as_of=True)



def add_months(force, figures):
    """The rows of the rule over whole months, which needs the breaks that the calendar gives to figures."""
    crimes = dict(zip(("crimes", "crime_events", "outcomes"), force.crime_rows)) if any(force.crime.values()) else {}
    of_cad = {"incidents": "cad_logs", "incident_resources": "cad_units", "incident_grades": "cad_grades",
              "incident_events": "cad_entries"}
    rows = {"calls": force.legs, **{table: force.cad[source] for table, source in of_cad.items()}, **crimes,
            **{table: [row for i in parts for row in i.rows()] for table, parts in force.more.items()
               if parts and table != "rso"}}
    rows = {table: rows_of(spanned) for table, spanned in rows.items()}
    days = (force.as_of_day, force.as_of_day)
    force.tables["rule_hits"].rows += [(row, days) for row in of_run.months(rows, figures, force.as_of, force.as_of_day)]
