#!/usr/bin/env python3
"""What a second build costs: a new site of its own (`triptych new`, all reports), 100,000 timelines of about 30 events.

    Tests/Benchmarks/incremental.py [--small] [--triptych PATH]

Measured, over the same published site: nothing changed, without and with `--check-content`; one word in one page; one
template that every timeline is made with; a new day in the export that touches 0.5 % of the customers; one rule. Each as
often as `--runs` says, with another word, template, day or rule each time, against a full build of the same state into a
folder where nothing was.

Equal work. After each kind of change the published site is compared with the full build by `diff -r`: every file, byte
for byte. That the change is one is seen by a page that it alters.

Cliffs. A template of the timelines and a rule of the grouping change every timeline: that is a full build, and the pages
are compared with the old ones besides. A new day moves the end of the data, so that every report is made again.
"""
import os
import re
import subprocess
from pathlib import Path

import timelines
from measure import ROOT, THREADS, Bench, seconds

FULL = "full build"
RULES = ("3h", "4h", "5h", "6h", "7h", "8h", "9h")


class Site:
    """A site with an export of 90 days, and what can be changed in it; a change is told its number, from 1."""

    def __init__(self, bench, customers):
        self.bench, self.customers = bench, customers
        self.folder = bench.fresh("site")
        self.settings = self.folder / "Content/site.yml"
        self.export = bench.data(30 * customers, customers, "jsonl", "--words", 12)
        subprocess.run([bench.triptych, "new", self.folder], check=True, capture_output=True)
        (self.folder / "Content/exports").mkdir(exist_ok=True)
        self.add("events-00.jsonl", self.export)

    def add(self, name, export):
        os.link(export, self.folder / "Content/exports" / name)

    def word(self, number):
        page = self.folder / "Content/faq.md"
        page.write_text(re.sub(r"\n*(Edition \d+\.\n)?$", f"\n\nEdition {number}.\n", page.read_text()))

    def template(self, number):
        """Marks the first element of the head of every timeline."""
        name = "Templates/timeline/lede.mustache"
        home = Path(os.environ.get("TRIPTYCH_HOME", ROOT))
        (self.folder / name).parent.mkdir(parents=True, exist_ok=True)
        (self.folder / name).write_text(re.sub(r"<(\w+)", rf'<\1 data-edition="{number}"', (home / name).read_text(), count=1))

    def day(self, number):
        touched = max(1, self.customers // 200)
        options = ["--words", 12, "--stride", 200, "--start", f"2026-04-{number:02}", "--days", 1, "--prefix", f"d{number}-"]
        self.add(f"events-{number:02}.jsonl", self.bench.data(8 * touched, touched, "jsonl", *options))

    def rule(self, number):
        kept = re.sub(r"\nrules:.*\n", "\n", self.settings.read_text())
        self.settings.write_text(f"{kept}rules: {{session_timeout: {RULES[number % len(RULES)]}}}\n")


class Published:
    """The site as published again and again, against full builds of the same state."""

    def __init__(self, bench, site):
        self.bench, self.site = bench, site
        self.folder = bench.fresh("public")
        self.before = self.folder

    def build(self, case, folder, *flags):
        self.bench.once(case, [self.bench.triptych, "build", "--site", self.site.folder, "--output", folder,
                               "--jobs", THREADS, *flags])

    def change(self, case, change, page, *flags):
        """Changes and builds some times, then compares; `page` is one that must have become another."""
        for number in range(1, self.bench.wanted.runs + 1):
            if change:
                change(number)
            self.build(case, self.folder, *flags)
        full = self.bench.fresh("full")
        self.bench.settle()
        self.build(FULL, full)
        differences = subprocess.run(["diff", "-rq", self.folder, full], capture_output=True, text=True).stdout
        self.bench.say("\n".join(differences.splitlines()[:5])) if differences else None
        self.bench.check(f"{case}: the site is that of a full build, byte for byte", not differences)
        if change:
            other = (full / page).read_bytes() != (self.before / page).read_bytes()
            self.bench.check(f"{case}: {page} is another than before", other)
        self.before = full


def main():
    bench = Bench("incremental", __doc__, runs=3)
    customers = bench.size(100_000, 300)
    site = Site(bench, customers)
    published = Published(bench, site)
    bench.settle()
    published.build(FULL, published.folder)
    timeline = str(timelines.ours(published.folder, "c0000000")[0].relative_to(published.folder))
    before = bench.fresh("before")
    subprocess.run(["cp", "-r", published.folder, before], check=True)
    published.before = before
    cases = {
        "nothing changed": (None, "", []),
        "nothing changed, with --check-content": (None, "", bench.flags("build", "--check-content")),
        "one word in one page": (site.word, "faq.html", []),
        "one template of all timelines": (site.template, timeline, []),
        "a new day that touches 0.5 % of the customers": (site.day, "index.html", []),
        "one rule": (site.rule, "index.html", []),
    }
    for case, (change, page, flags) in cases.items():
        published.change(case, change, page, *flags)
    full = bench.wall(FULL)
    for case in cases:
        took = bench.wall(case)
        bench.row(f"{case}: {100 * took / full:.1f} % of a full build", seconds(took), seconds(full),
                  f"a full build, {customers:,} timelines", round(full / took, 2))
    bench.finish()


main()
