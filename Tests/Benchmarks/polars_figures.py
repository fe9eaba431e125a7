"""The same figures by Polars' streaming engine: polars_figures.py FILES OUT. Intervals are left out."""

import sys

import polars as pl


def main(files: str, out: str) -> None:
    time = lambda name: pl.col(name).str.to_datetime("%Y-%m-%d %H:%M:%S", time_unit="ms")
    calls = (
        pl.scan_csv(files, schema_overrides={"Channel": pl.String, "Caller": pl.String})
        .filter(pl.col("Disposition") != "TEST")
        .select(
            channel="Channel", queue="Queue", caller="Caller", offered=time("Offered"), answered_at=time("Answered"),
            ended_at=time("Ended"), answered=pl.col("Disposition") == "ANS", abandoned=pl.col("Disposition") == "ABN")
        .filter(
            ~(pl.col("answered_at") < pl.col("offered")).fill_null(False),
            ~(pl.col("ended_at") < pl.col("answered_at")).fill_null(False))
        .with_columns(
            wait=(pl.col("answered_at") - pl.col("offered")).dt.total_seconds(),
            patience=(pl.col("ended_at") - pl.col("offered")).dt.total_seconds(),
            month=pl.col("offered").dt.strftime("%Y-%m"),
            year=pl.col("offered").dt.year() - (pl.col("offered").dt.month() < 4).cast(pl.Int32),
            hour_of_week=(pl.col("offered").dt.weekday().cast(pl.Int32) - 1) * 24 + pl.col("offered").dt.hour().cast(pl.Int32)))
    is_999, is_101 = pl.col("channel") == "999", pl.col("channel") == "101"
    answered, abandoned, wait, patience = (pl.col(name) for name in ("answered", "abandoned", "wait", "patience"))
    lasting = ~(abandoned & (patience < 5))
    shares = {
        "C01|share": (is_999 & answered & (wait < 10), is_999 & answered),
        "C01b|share": (is_999 & answered & (wait < 10), is_999 & lasting),
        "C04|share:under 10 s": (is_999 & answered & (wait < 10), is_999 & answered),
        "C04|share:10 s to under 60 s": (is_999 & answered & (wait >= 10) & (wait < 60), is_999 & answered),
        "C04|share:60 s or more": (is_999 & answered & (wait >= 60), is_999 & answered),
        "C05|share": (is_999 & abandoned & lasting, is_999 & lasting),
        "C06|share": (is_101 & abandoned & lasting, is_101 & lasting),
        "C07|share": (is_101 & abandoned, is_101),
        "C10|share": (is_101 & answered & (wait <= 300), is_101 & (answered | (abandoned & (patience > 300)))),
    }
    measures = [pl.len().cast(pl.Float64).alias("C18|count")]
    for name, (numerator, denominator) in shares.items():
        measures.append((numerator.sum() * 100 / denominator.sum()).alias(name))
    for kpi, mean, among in (("C03", "C02", is_999 & answered), ("C09", "C08", is_101 & answered)):
        measures.append(wait.filter(among).mean().alias(f"{mean}|mean"))
        for statistic, rank in (("median", 0.5), ("p90", 0.9), ("longest", 1.0)):
            measures.append(wait.filter(among).quantile(rank, "linear").alias(f"{kpi}|{statistic}"))
    groupings = [["month"], ["month", "queue"], ["month", "channel"], ["year", "hour_of_week"]]
    repeats = (
        calls.filter(is_999, pl.col("caller").is_not_null()).select("caller", "offered", "month").sort("caller", "offered"))
    recent = repeats.rolling("offered", period="28d", closed="both", group_by="caller").agg(
        pl.len().alias("recent"), pl.col("month").last())
    again = recent.group_by("month").agg(((pl.col("recent") >= 3).sum() * 100 / pl.len()).alias("C11|share"))
    frames = pl.collect_all([calls.group_by(keys).agg(measures) for keys in groupings] + [again], engine="streaming")
    with open(out, "w") as lines:
        lines.write("kpi,statistic,period,dimension,member,value,lower,upper\n")
        for keys, frame in zip(groupings + [["month"]], frames):
            for row in frame.iter_rows(named=True):
                first = row[keys[0]]
                period = first if keys[0] == "month" else f"FY{first}-{(first + 1) % 100:02}"
                group = f"{keys[1]},{row[keys[1]]}" if len(keys) == 2 else "all,all"
                for name, value in row.items():
                    if "|" in name and value is not None and value == value:
                        kpi, statistic = name.split("|")
                        lines.write(f"{kpi},{statistic},{period},{group},{value!r},,\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
