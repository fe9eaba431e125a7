"""Measures of groups of rows in DuckDB: the aggregates of one query, and the figures written of its rows."""

from dataclasses import dataclass

HEADER = "kpi,statistic,period,dimension,member,value,lower,upper\n"


def wilson(numerator: int, denominator: int) -> tuple[float, float]:
    z = 1.959963984540054
    p = numerator / denominator
    centre = p + z * z / (2 * denominator)
    spread = z * ((p * (1 - p) + z * z / (4 * denominator)) / denominator) ** 0.5
    scale = 1 + z * z / denominator
    return (centre - spread) / scale * 100, (centre + spread) / scale * 100


def share_line(kpi: str, statistic: str, group: str, n: int, d: int) -> str:
    lower, upper = wilson(n, d)
    return f"{kpi},{statistic},{group},{n / d * 100!r},{lower!r},{upper!r}\n"


@dataclass
class Measures:
    count: str
    # KPI and statistic: numerator, denominator.
    shares: dict[tuple[str, str], tuple[str, str]]
    # KPI: what, among.
    means: dict[str, tuple[str, str]]
    quantiles: dict[str, tuple[str, str, dict[str, float]]]

    def sql(self) -> str:
        """One filtered aggregate for each condition."""
        parts = ["count(*) as rows"]
        for number, (numerator, denominator) in enumerate(self.shares.values()):
            parts += [f"count(*) filter ({numerator}) as n{number}", f"count(*) filter ({denominator}) as d{number}"]
        for number, (what, among) in enumerate(self.means.values()):
            parts += [f"sum({what}) filter ({among}) as s{number}", f"count({what}) filter ({among}) as m{number}"]
        for kpi, (what, among, ranks) in self.quantiles.items():
            parts += [f"quantile_cont({what}, {list(ranks.values())}) filter ({among}) as {kpi}"]
        return ", ".join(parts)

    def write(self, lines, group: str, row: dict) -> None:
        """All figures of one group."""
        lines.write(f"{self.count},count,{group},{row['rows']},,\n")
        for number, (kpi, statistic) in enumerate(self.shares):
            n, d = row[f"n{number}"], row[f"d{number}"]
            if d:
                lines.write(share_line(kpi, statistic, group, n, d))
        for number, kpi in enumerate(self.means):
            if row[f"m{number}"]:
                lines.write(f"{kpi},mean,{group},{row[f's{number}'] / row[f'm{number}']!r},,\n")
        for kpi, (_, _, ranks) in self.quantiles.items():
            for statistic, value in zip(ranks, row[kpi] or ()):
                lines.write(f"{kpi},{statistic},{group},{value!r},,\n")


def write_groups(lines, measures: Measures, connection, query: str, dimensions: list[str]) -> None:
    """The figures of a query over months, months by dimension, and financial years by hour of the week."""
    result = connection.execute(query)
    names = [column[0] for column in result.description]
    for values in result.fetchall():
        row = dict(zip(names, values))
        group = f"{row['month']},all,all"
        if row["no_month"]:
            group = f"FY{row['fy']}-{(row['fy'] + 1) % 100:02},hour_of_week,{row['hour_of_week']}"
        for dimension in dimensions:
            if not row[f"no_{dimension}"]:
                group = f"{row['month']},{dimension},{row[dimension]}"
        measures.write(lines, group, row)


def source(files: str, types: dict[str, str]) -> str:
    columns = ", ".join(f"'{name}': '{kind}'" for name, kind in types.items())
    return f"read_csv('{files}', header = true, auto_detect = false, delim = ',', quote = '\"', columns = {{{columns}}})"


def groupings(measures: Measures, table: str, dimensions: list[str]) -> str:
    columns = ", ".join(["month", "fy", "hour_of_week", *dimensions])
    flags = ", ".join(f"grouping({name}) as no_{name}" for name in ["month", *dimensions])
    sets = ", ".join(["(month)", *(f"(month, {name})" for name in dimensions), "(fy, hour_of_week)"])
    return f"select {columns}, {flags}, {measures.sql()} from {table} group by grouping sets ({sets})"
