"""Figures of incidents joined with their events and resources, by DuckDB straight over the CSV: duckdb_incidents.py FOLDER OUT."""

import sys

import duckdb
from duckdb_measures import HEADER, Measures, groupings, source, write_groups

INCIDENTS = {"Incident": "varchar", "Opened": "timestamp", "Grade": "varchar", "Team": "varchar", "Closed": "timestamp"}
EVENTS = {"Event": "varchar", "Incident": "varchar", "At": "timestamp", "Type": "varchar"}
RESOURCES = {"Resource": "varchar", "Incident": "varchar", "Dispatched": "timestamp", "Arrived": "timestamp"}

# What figures need of an incident's children is brought together first, so that each incident is joined once.
JOINED = """
    with told as (
        select "Incident" as id, bool_or("Type" = 'RGR') as regraded, bool_or("Type" = 'CAN') as cancelled
        from {events} where "Type" in ('RGR', 'CAN') group by "Incident"),
    sent as (
        select "Incident" as id, min("Dispatched") as dispatched, min("Arrived") as arrived, count(*) as resources
        from {resources} group by "Incident")
    select "Grade" as grade, "Team" as team, strftime("Opened", '%Y-%m') as month,
        year("Opened") - (month("Opened") < 4)::int as fy,
        (isodow("Opened") - 1) * 24 + hour("Opened") as hour_of_week,
        regraded, cancelled, coalesce(resources, 0) as resources, arrived is not null as attended,
        case when arrived >= "Opened" then epoch(arrived)::bigint - epoch("Opened")::bigint end as to_arrive,
        case when dispatched >= "Opened" then epoch(dispatched)::bigint - epoch("Opened")::bigint end as to_dispatch
    from {incidents} i left join told on told.id = i."Incident" left join sent on sent.id = i."Incident" """

MEASURES = Measures(
    count="J01",
    shares={
        ("J02", "share"): ("to_arrive <= 900", "to_arrive is not null"),
        ("J05", "share"): ("regraded", "true"),
        ("J06", "share"): ("cancelled", "true"),
        ("J08", "share"): ("not attended", "true"),
    },
    means={"J04": ("to_dispatch", "true"), "J07": ("resources", "true")},
    quantiles={"J03": ("to_arrive", "attended", {"median": 0.5, "p90": 0.9})})


def main(folder: str, out: str) -> None:
    connection = duckdb.connect(config={"threads": 2})
    exports = {"incidents": INCIDENTS, "events": EVENTS, "resources": RESOURCES}
    joined = JOINED.format(**{name: source(f"{folder}/{name}_*.csv", types) for name, types in exports.items()})
    dimensions = ["grade", "team"]
    with open(out, "w") as lines:
        lines.write(HEADER)
        write_groups(lines, MEASURES, connection, groupings(MEASURES, f"({joined})", dimensions), dimensions)


if __name__ == "__main__":
    main(*sys.argv[1:])
