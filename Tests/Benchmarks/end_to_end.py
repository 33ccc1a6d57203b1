#!/usr/bin/env python3
"""From an export to a site: 20 report pages and 10,000 timelines of about 30 events.

    Tests/Benchmarks/end_to_end.py [--small] [--triptych PATH]

Measured, each into a folder of its own where nothing was, with two threads:
- `triptych build` from the export (JSONL);
- one script (`peers/end_to_end/build.sh`) in which DuckDB reads the export once, finds the sessions by a gap of two
  hours, answers the twenty queries and writes the messages by customer, Hugo makes the pages, and Pagefind their search
  where ours has one.

Equal work. Both sites are made three times, the last time with a search: of events that only customer and AI write,
where our rules are set to leave nothing but the gap, so that the twenty tables are compared cell by cell; and of events
with hand-offs and closes with all our rules, which is more than the script does, without a search and with one. The
queries are the same text (`queries.sql`). The messages on the timelines of 200 customers are compared with the export,
and the number of messages on all.

Cliffs. Ours puts a CSV beside every table and a picture on every timeline, the script does not.
"""

import csv
import html
import re
import subprocess

import timelines
from measure import HERE, ROOT, THREADS, Bench, hugo, pagefind, peers

QUERIES = HERE / "queries.sql"
GAP_ONLY = "{window: none, route: ai, conversation_ids: derive}"


def queries():
    return re.findall(r"^-- (\w+)\n(.*?);$", QUERIES.read_text(), re.S | re.M)


def our_site(bench, rules, search):
    site = bench.fresh("site")
    subprocess.run(["cp", "-r", HERE / "reports", site], check=True)
    subprocess.run(["cp", ROOT / "Content/timeline.md", site / "Content"], check=True)
    (site / "Content/site.yml").write_text(
        f"title: Reports\ntimezone: UTC\ndata: []\nrules: {rules}\nsearch: {search}\n"
    )
    (site / "Content/reports").mkdir()
    for name, query in queries():
        head = f"---\ntitle: {name}\nlayout: report\n---\n\n"
        page = f"{head}```sql answer\n{query}\n```\n\n```table rows\nfrom: answer\n```\n"
        (site / f"Content/reports/{name}.md").write_text(page)
    return site


def hugo_site(bench):
    site = bench.fresh("hugo")
    subprocess.run(["cp", "-r", HERE / "peers/hugo", site], check=True)
    subprocess.run(["cp", "-r", f"{HERE}/peers/hugo-reports/.", site], check=True)
    (site / "assets").mkdir()
    return site


def cases(bench, export, names, rules, search="off"):
    ours, theirs, last = our_site(bench, rules, search), hugo_site(bench), {}
    searched = [] if search == "off" else [pagefind()]

    def fresh(case):
        last[case] = bench.fresh(case)
        return last[case]

    script = HERE / "peers/end_to_end/build.sh"
    return last, {
        names[0]: lambda: [
            bench.triptych,
            "build",
            "--site",
            ours,
            "--data",
            export,
            "--output",
            fresh("ours"),
            "--jobs",
            THREADS,
        ],
        names[1]: lambda: [script, peers(), hugo(), export, QUERIES, theirs, fresh("theirs"), *searched],
    }


def our_rows(site, name):
    with open(site / f"reports/{name}.rows.csv", newline="", encoding="utf-8") as file:
        return list(csv.reader(file))


def their_rows(site, name):
    lines = re.findall(r"<tr>(.*?)</tr>", (site / f"reports/{name}.html").read_text(), re.S)
    return [[html.unescape(cell) for cell in re.findall(r"<t[hd]>(.*?)</t[hd]>", line, re.S)] for line in lines]


def same_timelines(bench, export, last):
    said = timelines.sizes(export)[1]
    wanted, beside = timelines.exported(export, timelines.sample(said, 200))
    for name, site, place in (
        ("ours", last["ours"], timelines.ours),
        ("the script's", last["theirs"], timelines.hugos),
    ):
        bench.check(f"{name}: the messages of {len(wanted)} customers", timelines.same(site, place, wanted, beside))
        bench.check(
            f"{name}: {sum(said.values()):,} messages on all pages", timelines.count(site) == sum(said.values())
        )


def main():
    bench = Bench("end_to_end", __doc__)
    customers = bench.size(10_000, 300)
    sizes = 30 * customers, customers, "jsonl", "--words", 12
    what = f"{len(queries())} reports, {customers:,} timelines"

    export, names = bench.data(*sizes, "--plain"), ("gap only: triptych build", "gap only: DuckDB and Hugo")
    last, made = cases(bench, export, names, GAP_ONLY)
    bench.alternate(made, files=True)
    same_timelines(bench, export, last)
    for name, _ in queries():
        rows = our_rows(last["ours"], name)
        bench.check(
            f"{name}: {len(rows) - 1} rows, cell by cell", len(rows) > 1 and rows == their_rows(last["theirs"], name)
        )
    bench.compare(f"export to site, gap only: {what}", *names, "a script of DuckDB and Hugo, the same sessions")
    bench.compare_memory("export to site, gap only: peak memory", *names, "a script of DuckDB and Hugo")

    export, names = bench.data(*sizes), ("all rules: triptych build", "DuckDB and Hugo, gap only")
    last, made = cases(bench, export, names, "{}")
    bench.alternate(made, files=True)
    same_timelines(bench, export, last)
    bench.compare(f"export to site, all rules: {what}", *names, "a script of DuckDB and Hugo, 2 h gap only")

    names = ("all rules, with search: triptych build", "DuckDB, Hugo and Pagefind, gap only")
    last, made = cases(bench, export, names, "{}", "text")
    bench.alternate(made, min(bench.wanted.runs, 3), files=True)
    same_timelines(bench, export, last)
    bench.compare(
        f"export to site, all rules, with search: {what}", *names, "a script of DuckDB, Hugo and Pagefind, 2 h gap only"
    )
    bench.finish()


main()
