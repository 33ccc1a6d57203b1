#!/usr/bin/env python3
"""How long the smallest site takes, from nothing: mostly the start of the program.

    Tests/Benchmarks/start.py [--small] [--triptych PATH]

Measured, 30 times each, as fresh processes (the programs and files lie in memory), into new folders: `triptych build`
of the smallest site that it accepts, four pages of Markdown and the timeline of one customer with three events; Hugo
with the same four pages and a fifth. Hugo makes no search, so ours makes none in the compared runs; beside them
stands the site as it is without a word in `site.yml` about it.

Equal work. Both write five pages (ours a `404.html` too), and every paragraph of the four stands on them.
"""

import re
import subprocess

from measure import HERE, THREADS, Bench, hugo

EVENTS = [("1", "10:00", "customer"), ("2", "10:01", "ai"), ("3", "10:02", "customer")]
PAGES = ("index", "faq", "data-quality", "customers/index")


def our_site(bench, settings=""):
    site = bench.fresh("site")
    subprocess.run(["cp", "-r", HERE / "reports", site], check=True)
    with (site / "Content/site.yml").open("a") as configuration:
        configuration.write(settings)
    (site / "events.jsonl").write_text(
        "".join(
            f'{{"id":"{id}","customer":"ada","at":"2026-01-01T{time}:00Z",'
            f'"kind":"message","actor":"{actor}","channel":"chat"}}\n'
            for id, time, actor in EVENTS
        )
    )
    return site


def hugo_site(bench, ours):
    site = bench.fresh("hugo")
    subprocess.run(["cp", "-r", HERE / "peers/hugo-start", site], check=True)
    subprocess.run(["cp", HERE / "peers/hugo/hugo.toml", site], check=True)
    (site / "content").mkdir(exist_ok=True)
    for page in (*PAGES, "timeline"):
        head, body = (ours / f"Content/{page}.md").read_text().split("---\n", 2)[1:]
        title = re.search(r"title: (.*)", head)[1]
        (site / "content" / (page.replace("/index", "").replace("index", "home") + ".md")).write_text(
            f"---\ntitle: {title}\n---\n{body}"
        )
    return site


def main():
    bench = Bench("start", __doc__, runs=30)
    last = {}
    ours, searched = our_site(bench, "search: off\n"), our_site(bench)
    theirs = hugo_site(bench, ours)

    def fresh(case):
        last[case] = bench.fresh(case)
        return last[case]

    def build(site, case):
        inputs = ["--site", site, "--data", site / "events.jsonl"]
        return [bench.triptych, "build", *inputs, "--output", fresh(case), "--jobs", THREADS]

    names = "triptych build", "hugo"
    bench.alternate(
        {
            names[0]: lambda: build(ours, "ours"),
            names[1]: lambda: [hugo(), "--source", theirs, "--destination", fresh("theirs"), "--quiet"],
            f"{names[0]}, with search": lambda: build(searched, "searched"),
        },
        bench.size(bench.wanted.runs, min(bench.wanted.runs, 10)),
    )
    for name, site in last.items():
        pages = [page for page in site.rglob("*.html") if page.name != "404.html"]
        bench.check(f"{name}: its pages", len(pages) == (6 if name == "searched" else 5))
        words = "".join(page.read_text() for page in pages)
        bench.check(f"{name}: the paragraphs", words.count("Nothing of the data.") == 3 and "within a day" in words)
    bench.compare("the smallest site, five pages, cold", *names, "Hugo")
    bench.finish()


main()
