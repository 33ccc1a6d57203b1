#!/usr/bin/env python3
"""A page for each customer: 10,000 and 100,000 timelines of about 30 events.

    Tests/Benchmarks/pages.py [--small] [--triptych PATH]

How many events a customer has is log-normal, and one customer has 100,000 of them. Measured, as whole processes,
each into a folder of its own where nothing was:
- `triptych build` from the export (JSONL) to the site, without a search, as Hugo makes none: reading and grouping are
  in its time;
- Hugo with a content adapter, as its manual advises, from a JSON file in which the messages lie sorted by customer
  already: making it is not in its time;
- `tar xf` of the finished tree, and `cp -r` of it: what the file system alone takes.

Equal work. The messages on the pages are compared: actor, time of day and text, in order, for 200 customers and the
one with 100,000 events, with those of Hugo's pages and with the export; of all pages the number of messages. Where a
customer's exchanges on two channels run side by side, ours stand one after the other, so that the order is not
compared. Ours have more on them: the picture, the boundaries, the groups, the hand-offs and closes, links.

Cliffs. Hugo puts the 100,000 events on one page, ours splits them by months and numbers; a timeline is counted as
one page for both. What earlier runs wrote is on the disk before the next begins. Files are deleted when all is done.
"""

import statistics
import subprocess

import timelines
from measure import HERE, ROOT, THREADS, Bench, hugo, mebibytes, peers, ratio, run
from resident import sampled


def our_site(bench):
    """The smallest site that has timelines, with the frame of timelines that a new site gets. Without a search: Hugo
    makes none."""
    site = bench.fresh("site")
    subprocess.run(["cp", "-r", HERE / "reports", site], check=True)
    with (site / "Content/site.yml").open("a") as configuration:
        configuration.write("search: off\n")
    subprocess.run(["cp", ROOT / "Content/timeline.md", site / "Content"], check=True)
    return site


def hugo_site(bench, export):
    site = bench.fresh("hugo")
    subprocess.run(["cp", "-r", HERE / "peers/hugo", site], check=True)
    (site / "assets").mkdir()
    run([peers(), HERE / "peers/timelines.py", export, site / "assets/timelines.json"])
    return site


def cases(bench, export, size):
    ours, theirs, last = our_site(bench), hugo_site(bench, export), {}

    def fresh(case):
        last[case] = bench.fresh(case)
        return last[case]

    def build():
        return [
            bench.triptych,
            "build",
            "--site",
            ours,
            "--data",
            export,
            "--output",
            fresh("public"),
            "--jobs",
            THREADS,
        ]

    def untar():
        fresh("untarred").mkdir()
        return ["tar", "xf", tree.with_suffix(".tar"), "-C", last["untarred"]]

    run(build())
    tree = last["public"]
    run(["tar", "cf", tree.with_suffix(".tar"), "-C", tree, "."])
    return last, {
        f"{size:,}: triptych build": build,
        f"{size:,}: hugo": lambda: [hugo(), "--source", theirs, "--destination", fresh("hugo-public"), "--quiet"],
        f"{size:,}: tar xf": untar,
        f"{size:,}: cp -r": lambda: ["cp", "-r", tree, fresh("copied")],
    }


def same_text(bench, export, ours, theirs, giant):
    events, said = timelines.sizes(export)
    some = sorted({*timelines.sample(said, 200), giant})
    wanted, beside = timelines.exported(export, some)
    bench.check(
        f"pages exist for all {len(events):,} customers",
        all(
            timelines.ours(ours, one) and (not said[one] or timelines.hugos(theirs, one)[0].exists()) for one in events
        ),
    )
    pages = sum(1 for _ in theirs.glob("timelines/*/*.html"))
    bench.check("Hugo wrote a page for each customer with a message", pages == sum(map(bool, said.values())))
    for name, site, place in (("ours", ours, timelines.ours), ("Hugo's", theirs, timelines.hugos)):
        what = (
            f"{name}: all messages of {len(some)} customers, one with {said[giant]:,}, in order but for {len(beside)}"
        )
        bench.check(what, timelines.same(site, place, wanted, beside))
        bench.check(
            f"{name}: {sum(said.values()):,} messages on all pages", timelines.count(site) == sum(said.values())
        )
    return events


def rows(bench, size, events, ours, apart):
    mine, theirs = f"{size:,}: triptych build", f"{size:,}: hugo"
    rates = [f"{len(events) / bench.wall(case):,.0f}/s" for case in (mine, theirs)]
    times = round(ratio(bench.runs[mine], bench.runs[theirs]), 2)
    bench.row(f"{size:,} timelines, pages a second", *rates, "Hugo, the same messages", times)
    bench.compare_memory(f"{size:,} timelines: peak memory, with the mapped export", mine, theirs, "Hugo")
    bench.row(
        f"{size:,} timelines: peak memory, without it",
        mebibytes(apart),
        mebibytes(bench.peak(theirs)),
        "Hugo",
        round(bench.peak(theirs) / apart, 2),
    )
    bench.compare(f"{size:,} timelines beside tar", mine, f"{size:,}: tar xf", "tar xf of the finished tree")
    bench.compare(f"{size:,} timelines beside cp", mine, f"{size:,}: cp -r", "cp -r of the finished tree")
    thirty = [timelines.ours(ours, one)[0].stat().st_size for one, number in events.items() if number == 30]
    bench.row(f"{size:,} timelines: median page of 30 events", f"{statistics.median(thirty) / 1000:.1f} kB", "", "")


def main():
    bench = Bench("pages", __doc__, runs=3)
    sizes = bench.size((10_000, 100_000), (300, 1000))
    apart, theirs = [], []
    for size in sizes:
        giant = bench.size(100_000, 3000)
        export = bench.data(30 * size + giant, size, "jsonl", "--words", 12, "--giant", giant)
        last, made = cases(bench, export, size)
        bench.alternate(made, files=True)
        events = same_text(bench, export, last["public"], last["hugo-public"], "c0000000")
        build = made[f"{size:,}: triptych build"]
        apart.append(sampled(bench, f"{size:,}: triptych build, memory sampled", build(), export))
        theirs.append(bench.peak(f"{size:,}: hugo"))
        rows(bench, size, events, last["public"], apart[-1])
    grown, theirs_grown = apart[1] / apart[0], theirs[1] / theirs[0]
    bench.row(
        f"{size:,} timelines: times the memory of {sizes[0]:,}, without the mapped export",
        f"{grown:.1f}",
        f"{theirs_grown:.1f}",
        "Hugo",
        round(theirs_grown / grown, 2),
    )
    bench.finish()


main()
