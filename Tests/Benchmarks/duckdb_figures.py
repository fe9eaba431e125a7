"""The same figures by DuckDB, in one pass straight over the CSV or loaded first: duckdb_figures.py pass|load FILES OUT."""

import sys

import duckdb
from duckdb_measures import HEADER, Measures, groupings, share_line, source, write_groups

TYPES = {
    "Call ID": "varchar", "Channel": "varchar", "Queue": "varchar", "Offered": "timestamp", "Answered": "timestamp",
    "Ended": "timestamp", "Disposition": "varchar", "Answered By": "varchar", "Caller": "varchar", "Agent": "varchar",
    "Note": "varchar",
}

CALLS = """
    select "Channel" as channel, "Queue" as queue, "Caller" as caller, "Offered" as offered,
        strftime("Offered", '%Y-%m') as month,
        year("Offered") - (month("Offered") < 4)::int as fy,
        (isodow("Offered") - 1) * 24 + hour("Offered") as hour_of_week,
        "Disposition" = 'ANS' as answered, "Disposition" = 'ABN' as abandoned,
        epoch("Answered")::bigint - epoch("Offered")::bigint as wait,
        epoch("Ended")::bigint - epoch("Offered")::bigint as patience
    from {source} where "Disposition" <> 'TEST' and not coalesce("Answered" < "Offered", false)
        and not coalesce("Ended" < "Answered", false)"""

# id, statistic: numerator, denominator (counts or sums of rows).
SHARES = {
    ("C01", "share"): ("channel = '999' and answered and wait < 10", "channel = '999' and answered"),
    ("C01b", "share"): ("channel = '999' and answered and wait < 10", "channel = '999' and not (abandoned and patience < 5)"),
    ("C04", "share:under 10 s"): ("channel = '999' and answered and wait < 10", "channel = '999' and answered"),
    ("C04", "share:10 s to under 60 s"): (
        "channel = '999' and answered and wait >= 10 and wait < 60", "channel = '999' and answered"),
    ("C04", "share:60 s or more"): ("channel = '999' and answered and wait >= 60", "channel = '999' and answered"),
    ("C05", "share"): (
        "channel = '999' and abandoned and patience >= 5", "channel = '999' and not (abandoned and patience < 5)"),
    ("C06", "share"): (
        "channel = '101' and abandoned and patience >= 5", "channel = '101' and not (abandoned and patience < 5)"),
    ("C07", "share"): ("channel = '101' and abandoned", "channel = '101'"),
    ("C10", "share"): (
        "channel = '101' and answered and wait <= 300",
        "channel = '101' and (answered or (abandoned and patience > 300))"),
}
RANKS = {"median": 0.5, "p90": 0.9, "longest": 1}
MEASURES = Measures(
    count="C18",
    shares=SHARES,
    means={"C02": ("wait", "channel = '999' and answered"), "C08": ("wait", "channel = '101' and answered")},
    quantiles={
        "C03": ("wait", "channel = '999' and answered", RANKS), "C09": ("wait", "channel = '101' and answered", RANKS)})

REPEATS = """
    select month, count(*) filter (recent >= 3) as n, count(*) as d from (
        select month, count(*) over (partition by caller order by offered
            range between interval 28 days preceding and current row) as recent
        from calls where channel = '999' and caller is not null)
    group by month"""


def main(way: str, files: str, out: str) -> None:
    connection = duckdb.connect(config={"threads": 2})
    calls = source(files, TYPES)
    if way == "load":
        connection.execute(f"create table loaded as select * from {calls}")
        calls = "loaded"
    connection.execute(f"create view calls as {CALLS.format(source=calls)}")
    dimensions = ["queue", "channel"]
    with open(out, "w") as lines:
        lines.write(HEADER)
        write_groups(lines, MEASURES, connection, groupings(MEASURES, "calls", dimensions), dimensions)
        for month, n, d in connection.execute(REPEATS).fetchall():
            lines.write(share_line("C11", "share", f"{month},all,all", n, d))


if __name__ == "__main__":
    main(*sys.argv[1:])
