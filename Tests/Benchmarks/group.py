#!/usr/bin/env python3
"""Reading and grouping events, file to file.

    Tests/Benchmarks/group.py [--small] [--triptych PATH]

Measured, as whole processes of two threads, on 10 million events of 900,000 customers as CSV and as JSONL:
- `triptych group` with all its rules and the tables conversations, sessions and contacts; the same with the table of
  events; against DuckDB and Polars that find the sessions by a gap of two hours alone, for a plain query can say no
  more;
- the same of the CSV in gzip, as exports come;
- a rule set that leaves nothing but that gap, on events that only customer and AI write, against the same peers.

Equal work. Gap against gap: the sessions are compared row by row (customer, start, last event, number of events),
all in one order. All rules against a gap is not equal: ours does more, and writes several times as much. What is
checked there is that no event is lost on the way, by either.

Cliffs. A peer's time holds the start of Python, about a tenth of a second. Our events come from one file in order of
time, as an export is written; a peer sorts anyway. Memory is `ru_maxrss`; ours holds the input, which is mapped and
which the kernel can take back at any time, the peers' does not: it is told with that file and, by samples, without.
"""

import csv
import subprocess

from measure import HERE, THREADS, Bench, mebibytes, peers
from resident import sampled

GAP_ONLY = ["window=none", "route=ai", "conversation_ids=derive"]
THREE = "conversations,sessions,contacts"
PEERS = {
    "DuckDB, the usual query": ("gap_duckdb.py", "usual"),
    "DuckDB, windows": ("gap_duckdb.py", "windows"),
    "DuckDB, lists": ("gap_duckdb.py", "lists"),
    "Polars": ("gap_polars.py",),
}


def ours(bench, export, tables, rules=()):
    def command():
        folder = bench.last["ours " + tables] = bench.fresh("ours")
        chosen = [part for rule in rules for part in ("--rule", rule)]
        return [
            bench.triptych,
            "group",
            "--data",
            export,
            "--tables",
            tables,
            "--format",
            "csv",
            "--jobs",
            THREADS,
            *chosen,
            "--output",
            folder,
        ]

    return command


def theirs(bench, export, peer):
    script, *way = PEERS[peer]

    def command():
        bench.last[peer] = bench.fresh("peer.csv")
        return [peers(), HERE / "peers" / script, export, bench.last[peer], *way]

    return command


def form(export):
    first, *more = export.name.split(".")[1:]
    return first.upper() + (" in gzip" if more else "")


def packed(export):
    path = export.with_name(export.name + ".gz")
    if not path.exists():
        unfinished = path.with_name("unfinished-" + path.name)
        with open(unfinished, "wb") as file:
            subprocess.run(["gzip", "--stdout", export], stdout=file, check=True)
        unfinished.rename(path)
    return path


def rows(path):
    with open(path, newline="", encoding="utf-8") as file:
        yield from csv.DictReader(file)


def our_session(row):
    count = int(row["customer_messages"]) + int(row["ai_messages"])
    return row["customer"], row["started_at"], row["last_activity_at"], str(count)


def same_sessions(ours, peer):
    """Whether both say the same row by row, and how many rows these are."""
    mine, other, count = map(our_session, rows(ours)), map(lambda row: tuple(row.values()), rows(peer)), 0
    for session in mine:
        if session != next(other, None):
            return False, count
        count += 1
    return next(other, None) is None, count


def row_without_file(bench, what, ours, peer, peer_is):
    theirs = bench.peak(peer)
    bench.row(f"{what}: peak memory, without it", mebibytes(ours), mebibytes(theirs), peer_is, round(theirs / ours, 2))


def all_rules(bench, export, events):
    what = form(export)
    three, four = f"{what}: all rules", f"{what}: all rules, with the table of events"
    names = {peer: f"{what}: {peer}, gap only" for peer in PEERS}
    bench.alternate(
        {three: ours(bench, export, THREE), four: ours(bench, export, THREE + ",events")}
        | {names[peer]: theirs(bench, export, peer) for peer in PEERS}
    )
    apart = sampled(bench, f"{three}, memory sampled", ours(bench, export, THREE)(), export)
    grouped = sum(1 for _ in open(bench.last[f"ours {THREE},events"] / "events.csv", "rb")) - 1
    bench.check(f"{what}: all {events:,} events are grouped", grouped == events)
    for peer, name in names.items():
        counted = sum(int(row["events"]) for row in rows(bench.last[peer]))
        bench.check(f"{what}: {peer} counts them all", counted == events)
        bench.compare(f"group {what}, all rules", three, name, f"{peer}, 2 h gap only")
        bench.compare_memory(
            f"group {what}, all rules: peak memory, with the mapped file", three, name, f"{peer}, 2 h gap only"
        )
        row_without_file(bench, f"group {what}, all rules", apart, name, f"{peer}, 2 h gap only")
        bench.compare(f"group {what}, all rules, with the table of events", four, name, f"{peer}, 2 h gap only")


def gap_only(bench, export):
    what = form(export)
    mine, names = f"{what}: gap only", {peer: f"{what}: {peer}, the same sessions" for peer in PEERS}
    bench.alternate(
        {mine: ours(bench, export, "sessions", GAP_ONLY)} | {names[peer]: theirs(bench, export, peer) for peer in PEERS}
    )
    command = ours(bench, export, "sessions", GAP_ONLY)
    apart = sampled(bench, f"{mine}, memory sampled", command(), export)
    for peer, name in names.items():
        equal, count = same_sessions(bench.last["ours sessions"] / "sessions.csv", bench.last[peer])
        bench.check(f"{what}: {count:,} sessions are those of {peer}, row by row", equal and count > 0)
        bench.compare(f"group {what}, gap only", mine, name, f"{peer}, the same sessions")
        bench.compare_memory(
            f"group {what}, gap only: peak memory, with the mapped file", mine, name, f"{peer}, the same sessions"
        )
        row_without_file(bench, f"group {what}, gap only", apart, name, f"{peer}, the same sessions")


def main():
    bench = Bench("group", __doc__)
    bench.last = {}
    events, customers = bench.size((10_000_000, 900_000), (200_000, 18_000))
    for kind in ("csv", "jsonl"):
        all_rules(bench, bench.data(events, customers, kind), events)
    all_rules(bench, packed(bench.data(events, customers, "csv")), events)
    for kind in ("csv", "jsonl"):
        gap_only(bench, bench.data(events, customers, kind, "--plain"))
    bench.finish()


main()
