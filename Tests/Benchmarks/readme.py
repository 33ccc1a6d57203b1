#!/usr/bin/env python3
"""Fills the table of README.md, between its two marks, from results/*.json.

    Tests/Benchmarks/readme.py [--check]

Of several peers with one question the one that does best against ours is shown: the row where we look worst. All
rows are in results/*.txt. `--check` changes nothing and fails if the table is not that of the results.
"""

import json
import sys

from measure import HERE, ROOT

ORDER = ("group", "pages", "end_to_end", "incremental", "memory", "redaction", "leaks", "start", "search", "open")
PEERS = ("duckdb", "hugo", "pagefind", "polars", "presidio_analyzer", "pytest-html")
BEGIN, END = "<!-- benchmarks -->", "<!-- /benchmarks -->"


def results():
    files = {name: HERE / f"results/{name}.json" for name in ORDER}
    return [json.loads(file.read_text()) for file in files.values() if file.exists()]


def least(rows):
    """A row for each question, in order: the one with the least advantage."""
    kept = {}
    for row in rows:
        if row.get("is_detail"):
            continue
        before = kept.get(row["what"])
        if before is None or row["times"] is not None and row["times"] < before["times"]:
            kept[row["what"]] = row
    return kept.values()


def line(row):
    times = "" if row["times"] is None else f"{row['times']:.1f}×" if row["times"] >= 1 else f"**{row['times']:.2f}×**"
    peer = f"{row['peer']} ({row['peer_is']})" if row["peer"] else ""
    return f"| {row['what']} | {row['ours']} | {peer} | {times} |"


def conditions(found):
    """One line: on what machine, against which versions, when."""
    machines = {", ".join(one["machine"][key] for key in ("processor", "memory", "system")) for one in found}
    cores = {str(one["machine"]["cores"]) for one in found}
    versions = {f"{name} {one['versions'][name]}" for one in found for name in PEERS if name in one["versions"]}
    dates = sorted(one["date"] for one in found)
    loads = sorted(one["machine"]["load before"] for one in found)
    load = f"load when they began {loads[0]:.1f} to {loads[-1]:.1f}"
    when = " to ".join(sorted({dates[0], dates[-1]}))
    return f"{'; '.join(sorted(machines))}; {' or '.join(sorted(cores))} cores; {load}; {', '.join(sorted(versions))}; {when}."


def table(found):
    if not found:
        return ["No results yet: run the commands in `Tests/Benchmarks/`."]
    head = ["| what | Triptych | beside it | times better |", "| --- | ---: | ---: | ---: |"]
    return [*head, *(line(row) for one in found for row in least(one["rows"])), "", conditions(found)]


def main():
    readme = ROOT / "README.md"
    text = readme.read_text()
    before, rest = text.split(BEGIN + "\n")
    after = rest.split(END)[1]
    filled = before + BEGIN + "\n" + "\n".join(table(results())) + "\n" + END + after
    if "--check" in sys.argv[1:]:
        sys.exit(None if filled == text else "README.md: the table is not that of Tests/Benchmarks/results")
    readme.write_text(filled)


main()
