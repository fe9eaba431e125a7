"""Writes the benchmark's exports, the same for the same number of rows: 24 months of calls, about 120 bytes a row,
or of incidents with their events and resources, about 50."""

import os
import random
from datetime import date, timedelta

START = 1727740800  # 2024-10-01
# An hour before the last export day ends, so that no call ends after it.
END = 1790809200


def records(rows: int, faulty: bool = False) -> str:
    """A query of call records in order of time and id."""
    answered = "offered - 60" if faulty else "offered + wait"
    return f"""
        with dice as (
            select i, {START} + i * {END - START} // {rows} as offered, (hash(i) >> 1)::bigint as a, (hash(i + 1000000007) >> 1)::bigint as b,
                (hash(i + 2000000011) >> 1)::bigint as c, (hash(i + 3000000019) >> 1)::bigint as d
            from range({rows}) t(i)),
        calls as (
            select i, offered, d, a % 10 < 3 as is_999, case when b % 1000 = 0 then 'TEST' when b % 100 < 8 then 'ABN'
                else 'ANS' end as disp,
                case when a % 10 < 3 then c % 7 + (c >> 8) % 5 * ((c >> 16) % 40 = 0)::int * 30
                else (c % 400) * ((c >> 12) % 3) / 2 + (c >> 20) % 30 end::bigint as wait, a, b, c
            from dice)
        select 'C' || lpad((i + 1)::varchar, 9, '0') as "Call ID", case when is_999 then '999' else '101' end as "Channel",
            ['Contact North', 'Contact South', 'Switchboard', 'Force Control', 'Overflow', 'Night Desk']
                [(case when is_999 then 4 else 1 + (a >> 16) % 6 end)::bigint] as "Queue",
            stamp(offered) as "Offered", case when disp = 'ANS' then stamp({answered}) end as "Answered",
            stamp(offered + wait + case when disp = 'ANS' then 30 + (d >> 4) % 900 else 0 end) as "Ended",
            disp as "Disposition",
            case when disp = 'ANS' then case when (b >> 20) % 4 = 0 then 'SWB' else 'HAND' end end as "Answered By",
            case when (d >> 32) % 20 > 0 then 'k' || lpad((hash((d >> 8) % greatest({rows} // 20, 1)) % 1000000000000)::varchar, 12, '0') end
                as "Caller",
            case when disp = 'ANS' then 'A' || lpad(((c >> 32) % 600)::varchar, 4, '0') end as "Agent",
            case when i % 8 = 5 then 'moved on, no further' when (c >> 40) % 3 = 0 then 'advice given' end as "Note"
        from calls order by i"""


def connect():
    import duckdb

    connection = duckdb.connect(config={"threads": 2})
    connection.execute("create macro stamp(s) as strftime(make_timestamp(s * 1000000), '%Y-%m-%d %H:%M:%S')")
    return connection


def write(path: str, rows: int, every_field_quoted: bool = False, faulty: bool = False) -> None:
    """One export with all rows, unless it is there already."""
    if os.path.exists(path):
        return
    os.makedirs(os.path.dirname(path), exist_ok=True)
    quotes = ", force_quote *" if every_field_quoted else ""
    connect().execute(f"copy ({records(rows, faulty)}) to '{path}.part' (header{quotes})")
    os.rename(path + ".part", path)


def write_incidents(folder: str, rows: int) -> None:
    """Three exports of about as many rows together, unless they are there already: incidents, three events and two resources
    for each, in order of time, so that the rows of one incident lie apart. A sixth has no events, a sixth no resources."""
    if os.path.isdir(folder):
        return
    os.makedirs(folder + ".part", exist_ok=True)
    connection = connect()
    # The last incident opens a day before the exports end, and nothing happens later than 14 hours after the opening.
    connection.execute(f"""
        create table incidents as
            select i, {START} + i * {END - START - 86400} // greatest({rows} // 6, 1) as opened,
                (hash(i) >> 1)::bigint as a, (hash(i + 1000000007) >> 1)::bigint as b
            from range({rows} // 6) t(i)""")
    connection.execute("""
        create macro incident(i, opened) as 'I' || year(make_timestamp(opened * 1000000)) || lpad((i + 1)::varchar, 8, '0')""")
    exports = {
        "incidents": """
            select incident(i, opened) as "Incident", stamp(opened) as "Opened", a % 5 + 1 as "Grade",
                'Team ' || lpad(((a >> 8) % 40 + 1)::varchar, 2, '0') as "Team",
                case when (a >> 16) % 20 > 0 then stamp(opened + 600 + (a >> 24) % 45000) end as "Closed"
            from incidents order by i""",
        "events": """
            select 'E' || lpad((row_number() over ())::varchar, 9, '0') as "Event", incident(i, opened) as "Incident",
                stamp(happened) as "At", kind as "Type"
            from (
                select i, opened, opened + 5 + dice % 600 * (1 + (dice >> 12) % 60) as happened,
                    ['NOTE', 'UPD', 'SUP', 'RGR', 'CAN', 'NOTE', 'UPD', 'NOTE', 'UPD', 'NOTE'][(dice >> 24) % 10 + 1] as kind
                from (
                    select i, opened, n, (hash(i * 8 + n + 5000000029) >> 1)::bigint as dice
                    from (select i, opened, unnest(range([0, 2, 3, 3, 4, 6][(b % 6 + 1)::bigint])) as n from incidents))
                order by happened, i, n)""",
        "resources": """
            select 'R' || lpad((row_number() over ())::varchar, 9, '0') as "Resource", incident(i, opened) as "Incident",
                stamp(sent) as "Dispatched", case when (dice >> 40) % 10 < 7 then stamp(sent + 20 + (dice >> 16) % 3000) end as "Arrived"
            from (
                select i, opened, dice, opened + 10 + dice % 400 * (1 + (dice >> 12) % 9) as sent
                from (
                    select i, opened, n, (hash(i * 8 + n + 7000000001) >> 1)::bigint as dice
                    from (select i, opened, unnest(range([0, 1, 2, 2, 3, 4][(b // 6 % 6 + 1)::bigint])) as n from incidents))
                order by sent, i, n)""",
    }
    for name, records in exports.items():
        connection.execute(f"copy ({records}) to '{folder}.part/{name}_20260930.csv' (header)")
    os.rename(folder + ".part", folder)


def split(path: str, folder: str, files: int) -> None:
    """The rows of an export over as many small ones, each dated a day after its last call as a nightly one is."""
    if os.path.isdir(folder):
        return
    os.makedirs(folder + ".part")
    last_day = date(2026, 9, 30)
    with open(path, "rb") as whole:
        header = whole.readline()
        share = (os.path.getsize(path) - len(header)) // files + 1
        for number in range(files):
            rows = whole.read(share) + whole.readline()
            if not rows:
                break
            offered = rows[rows.rfind(b"\n", 0, -1) + 1:].split(b",")[3]
            day = min(date.fromisoformat(offered[:10].decode()) + timedelta(days=1), last_day)
            with open(f"{folder}.part/calls_{day:%Y%m%d}_{number:04}.csv", "wb") as part:
                part.write(header + rows)
    os.rename(folder + ".part", folder)


def shuffle(path: str, shuffled: str) -> None:
    """The same rows in no order."""
    if os.path.exists(shuffled):
        return
    os.makedirs(os.path.dirname(shuffled), exist_ok=True)
    with open(path, "rb") as whole, open(shuffled + ".part", "wb") as other:
        other.write(whole.readline())
        rows = whole.readlines()
        random.Random(0).shuffle(rows)
        other.writelines(rows)
    os.rename(shuffled + ".part", shuffled)


def overlap(path: str, folder: str, files: int) -> None:
    """The same rows over exports of as many days, each of which begins with the last tenth of the one before."""
    if os.path.isdir(folder):
        return
    os.makedirs(folder + ".part")
    with open(path, "rb") as whole:
        header = whole.readline()
        rows = whole.readlines()
    share = len(rows) // files + 1
    for number in range(files):
        day = date(2026, 9, 30) - timedelta(days=files - 1 - number)
        with open(f"{folder}.part/calls_{day:%Y%m%d}.csv", "wb") as part:
            part.write(header)
            part.writelines(rows[max(0, number * share - share // 10):(number + 1) * share])
    os.rename(folder + ".part", folder)


def spoil(path: str, spoiled: str) -> None:
    """The same rows, each with a stray quote in its last field."""
    if os.path.exists(spoiled):
        return
    os.makedirs(os.path.dirname(spoiled), exist_ok=True)
    with open(path, "rb") as whole, open(spoiled + ".part", "wb") as other:
        other.write(whole.readline())
        for line in whole:
            other.write(line.rstrip(b"\n") + b'5" pipe\n')
    os.rename(spoiled + ".part", spoiled)
