"""AI sessions by a gap of two hours and nothing else, by Polars: customer, started_at, last_at, events.

    gap_polars.py EXPORT OUTPUT

Lazy from file to file: one sort, then only the first and the last event of each session are kept and paired. Of the
forms tried (windows over customers, groups by a running number, sorted lists a customer) this was the fastest.
POLARS_MAX_THREADS sets the threads.
"""

import sys

import polars as pl

export, output = sys.argv[1:3]
if export.endswith((".csv", ".csv.gz")):
    events = pl.scan_csv(export, schema_overrides={"at": pl.String}).select("customer", "at")
else:
    events = pl.scan_ndjson(export, schema={"customer": pl.String, "at": pl.String})

instant = pl.col("at").str.to_datetime("%Y-%m-%dT%H:%M:%S%.3fZ", time_unit="ms")
other = pl.col("customer") != pl.col("customer").shift()
gap = pl.col("at").diff() >= pl.duration(hours=2)

edges = (
    events.with_columns(instant)
    .sort("customer", "at")
    .with_columns(first=(other | gap).fill_null(True))
    .with_columns(last=pl.col("first").shift(-1).fill_null(True))
    .with_row_index("position")
    .filter(pl.col("first") | pl.col("last"))
)


def end(column):
    return pl.when("last").then(column).otherwise(pl.col(column).shift(-1))


sessions = (
    edges.with_columns(last_at=end("at"), last_position=end("position"))
    .filter("first")
    .select("customer", started_at="at", last_at="last_at", events=pl.col("last_position") - pl.col("position") + 1)
)
sessions.sink_csv(output, datetime_format="%Y-%m-%dT%H:%M:%S%.3fZ")
