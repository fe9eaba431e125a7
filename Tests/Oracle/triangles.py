"""How far the rows of a month had come at the end of every month since."""
from collections import defaultdict

from decode import midnight
from figure import stand
from measures import percent
from periods import ONE_DAY, month, month_after


def triangle(figure, table, as_of):
    """{(kpi, statistic, cohort, months since): columns}; a cell whose end is not over yet is no cell."""
    cohorts = defaultdict(lambda: [0, []])          # by month: rows of the denominator, when those that are true came true
    for (row, _), when in zip(table.rows, table.places(figure.period)):
        if when is None or row.rejected or table.scope(row) is not True:
            continue
        standing = stand(figure, row, as_of, True, when[0])
        if standing is None or standing.kind != "considered" or standing.scope is not True:
            continue
        if standing.value is None and not figure.missing_is_miss:
            continue
        cohort = cohorts[when[2]]
        cohort[0] += 1
        if standing.value is True:
            cohort[1].append(row.facts.assigned_at)
    found = {}
    for first, (rows, times) in cohorts.items():
        period = month(first)
        for since in range(figure.triangle + 1):
            end = midnight(month(month_after(first, since)).end + ONE_DAY)
            if end > as_of:
                break
            hits = sum(at is not None and at < end for at in times)
            found[figure.id, "share", period.id, str(since)] = {
                "cohort_label": period.label, "value": percent(hits, rows), "numerator": hits, "denominator": rows}
    return found


def everything(figures, tables, as_of, only=()):
    found = {}
    for figure in figures:
        if figure.triangle is not None and (not only or figure.id.startswith(only)):
            found.update(triangle(figure, tables[figure.table], as_of))
    return found
