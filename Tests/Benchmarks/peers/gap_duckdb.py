"""AI sessions by a gap of two hours and nothing else, by DuckDB: customer, started_at, last_at, events.

    gap_duckdb.py EXPORT OUTPUT windows|lists [THREADS]

`windows` is the usual way, in its faster form: one pass over all events marks the first and the last of each session,
one over these pairs them. `lists` needs no window: a sorted list of instants a customer, cut where the gap is. Of the
forms tried these were the fastest. Only the columns that are needed are read, their types are told beforehand.
"""
import sys

import duckdb

export, output, way = sys.argv[1:4]
threads = sys.argv[4] if len(sys.argv) > 4 else 2

if export.endswith(".csv"):
    names = ("id", "customer", "at", "kind", "actor", "channel")
    columns = {name: "timestamp" if name == "at" else "varchar" for name in names}
    events = f"read_csv('{export}', header = true, columns = {columns})"
else:
    columns = {"customer": "varchar", "at": "timestamp"}
    events = f"read_json('{export}', format = 'newline_delimited', columns = {columns})"

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
query = {"windows": WINDOWS, "lists": LISTS}[way]
database.execute(f"copy ({query}) to '{output}' (header, timestampformat '%Y-%m-%dT%H:%M:%S.%gZ')")
