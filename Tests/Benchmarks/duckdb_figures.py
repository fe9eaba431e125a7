"""The same figures by DuckDB, in one pass straight over the CSV or loaded first: duckdb_figures.py pass|load FILES OUT."""

import sys

import duckdb

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

TALLIES = """
    select month, fy, queue, channel, hour_of_week, grouping(month) as no_month, grouping(queue) as no_queue,
        grouping(channel) as no_channel,
        count(*) as calls, {measures}
    from calls
    group by grouping sets ((month), (month, queue), (month, channel), (fy, hour_of_week))"""

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
MEANS = {("C02", "mean"): "channel = '999' and answered", ("C08", "mean"): "channel = '101' and answered"}
QUANTILES = {"C03": "channel = '999' and answered", "C09": "channel = '101' and answered"}

REPEATS = """
    select month, count(*) filter (recent >= 3) as n, count(*) as d from (
        select month, count(*) over (partition by caller order by offered
            range between interval 28 days preceding and current row) as recent
        from calls where channel = '999' and caller is not null)
    group by month"""


def measures() -> str:
    """One filtered aggregate for each distinct condition."""
    parts = []
    for number, (numerator, denominator) in enumerate(SHARES.values()):
        parts += [f"count(*) filter ({numerator}) as n{number}", f"count(*) filter ({denominator}) as d{number}"]
    for number, among in enumerate(MEANS.values()):
        parts += [f"sum(wait) filter ({among}) as s{number}", f"count(wait) filter ({among}) as m{number}"]
    for kpi, among in QUANTILES.items():
        parts += [f"quantile_cont(wait, [0.5, 0.9, 1]) filter ({among}) as {kpi}"]
    return ", ".join(parts)


def wilson(numerator: int, denominator: int) -> tuple[float, float]:
    z = 1.959963984540054
    p = numerator / denominator
    centre = p + z * z / (2 * denominator)
    spread = z * ((p * (1 - p) + z * z / (4 * denominator)) / denominator) ** 0.5
    scale = 1 + z * z / denominator
    return (centre - spread) / scale * 100, (centre + spread) / scale * 100


def main(way: str, files: str, out: str) -> None:
    connection = duckdb.connect(config={"threads": 2})
    columns = ", ".join(f"'{name}': '{kind}'" for name, kind in TYPES.items())
    source = f"read_csv('{files}', header = true, auto_detect = false, delim = ',', quote = '\"', columns = {{{columns}}})"
    if way == "load":
        connection.execute(f"create table loaded as select * from {source}")
        source = "loaded"
    connection.execute(f"create view calls as {CALLS.format(source=source)}")
    tallies = connection.execute(TALLIES.format(measures=measures()))
    names = [column[0] for column in tallies.description]
    with open(out, "w") as lines:
        lines.write("kpi,statistic,period,dimension,member,value,lower,upper\n")
        for values in tallies.fetchall():
            write(lines, dict(zip(names, values)))
        for month, n, d in connection.execute(REPEATS).fetchall():
            lower, upper = wilson(n, d)
            lines.write(f"C11,share,{month},all,all,{n / d * 100!r},{lower!r},{upper!r}\n")


def write(lines, row: dict) -> None:
    """All figures of one group."""
    if row["no_month"]:
        group = f"FY{row['fy']}-{(row['fy'] + 1) % 100:02},hour_of_week,{row['hour_of_week']}"
    elif not row["no_queue"]:
        group = f"{row['month']},queue,{row['queue']}"
    elif not row["no_channel"]:
        group = f"{row['month']},channel,{row['channel']}"
    else:
        group = f"{row['month']},all,all"
    lines.write(f"C18,count,{group},{row['calls']},,\n")
    for number, (kpi, statistic) in enumerate(SHARES):
        n, d = row[f"n{number}"], row[f"d{number}"]
        if d:
            lower, upper = wilson(n, d)
            lines.write(f"{kpi},{statistic},{group},{n / d * 100!r},{lower!r},{upper!r}\n")
    for number, (kpi, statistic) in enumerate(MEANS):
        if row[f"m{number}"]:
            lines.write(f"{kpi},{statistic},{group},{row[f's{number}'] / row[f'm{number}']!r},,\n")
    for kpi in QUANTILES:
        for statistic, value in zip(("median", "p90", "longest"), row[kpi] or ()):
            lines.write(f"{kpi},{statistic},{group},{value!r},,\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
