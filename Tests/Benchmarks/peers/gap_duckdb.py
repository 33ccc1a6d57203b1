"""AI sessions by a gap of two hours and nothing else, by DuckDB: customer, started_at, last_at, events.

    gap_duckdb.py EXPORT OUTPUT usual|windows|lists [THREADS]

`usual` is what is taught: the gap to the event before, a running sum of the gaps, a group by it. `windows` says the same
in a faster form: one pass over all events marks the first and the last of each session, one over these pairs them.
`lists` needs no window: a sorted list of instants a customer, cut where the gap is. Of the forms tried the last two
were the fastest. Only the columns that are needed are read, their types are told beforehand.
"""

import sys

import duckdb

export, output, way = sys.argv[1:4]
threads = sys.argv[4] if len(sys.argv) > 4 else 2

if export.endswith((".csv", ".csv.gz")):
    names = ("id", "customer", "at", "kind", "actor", "channel")
    columns = {name: "timestamp" if name == "at" else "varchar" for name in names}
    events = f"read_csv('{export}', header = true, columns = {columns})"
else:
    columns = {"customer": "varchar", "at": "timestamp"}
    events = f"read_json('{export}', format = 'newline_delimited', columns = {columns})"

USUAL = f"""
with gaps as (
  select customer, "at", case when "at" - lag("at") over w >= interval 2 hours then 1 else 0 end gap
  from {events} window w as (partition by customer order by "at")),
numbered as (
  select customer, "at", sum(gap) over (partition by customer order by "at" rows unbounded preceding) session from gaps)
select customer, min("at") started_at, max("at") last_at, count(*) events
from numbered group by customer, session order by customer, started_at"""

WINDOWS = f"""
with marked as (
  select customer, "at", row_number() over w position,
    coalesce("at" - lag("at") over w >= interval 2 hours, true) first,
    coalesce(lead("at") over w - "at" >= interval 2 hours, true) last
  from {events} window w as (partition by customer order by "at")),
paired as (
  select customer, "at" started_at, first, if(last, "at", lead("at") over w) last_at,
    if(last, position, lead(position) over w) - position + 1 events
  from marked where first or last window w as (partition by customer order by position))
select customer, started_at, last_at, events from paired where first order by customer, started_at"""

LISTS = f"""
with customers as (select customer, list_sort(list(epoch_ms("at"))) t from {events} group by customer),
cut as (
  select customer, t, list_filter(range(1, len(t) + 1), lambda i: i = 1 or t[i] - t[i - 1] >= 7200000) firsts
  from customers),
sessions as (
  select customer, t, unnest(firsts) first,
    unnest(list_append(list_transform(firsts[2:], lambda i: i - 1), len(t))) last
  from cut)
select customer, make_timestamp(t[first] * 1000) started_at, make_timestamp(t[last] * 1000) last_at,
  last - first + 1 events
from sessions order by customer, started_at"""

database = duckdb.connect()
database.execute(f"set threads = {threads}")
query = {"usual": USUAL, "windows": WINDOWS, "lists": LISTS}[way]
database.execute(f"copy ({query}) to '{output}' (header, timestampformat '%Y-%m-%dT%H:%M:%S.%gZ')")
