#!/usr/bin/env python3
"""How long a page takes from its address to answering, opened from the disk in headless Chromium.

    Tests/Benchmarks/open.py [--small] [--triptych PATH]

Measured, in a new profile each time: from the start of the navigation until the page has loaded, has drawn two frames
and answers. Timelines of 10, 1,000 and 30,000 messages, of which one Conversation has 20,000; a day of 100,000 AI
sessions; the list of 100,000 customers. Long ones are split, so a page of each kind is opened: the first and the
largest. Beside them, opened once, a report of pytest-html with 100,000 rows, and one with as many rows as the largest
page here.

Not equal. The peer's report is one file with all rows, whose text is a name and a time each; ours are parts with links
between them. The question is what somebody waits for who opens a report of so many rows.
"""

import datetime
import json
import shutil
import statistics
import subprocess

from measure import Bench, peers, run, seconds

START = datetime.datetime(2026, 3, 2, tzinfo=datetime.timezone.utc)
WORDS = (
    "the parcel has not arrived yet and I should like to know where it is because it was to be a present for my sister "
    "whose birthday is on Saturday"
).split()
ROLES = "customer", "ai", "customer", "agent"
READY = """() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(
  [performance.now(), document.getElementsByTagName('*').length]))))"""


class Export:
    def __init__(self, path):
        self.file, self.count = open(path, "w", encoding="utf-8"), 0

    def say(self, customer, second, actor):
        self.count += 1
        at = (START + datetime.timedelta(seconds=second)).strftime("%Y-%m-%dT%H:%M:%SZ")
        text = " ".join(WORDS[(self.count * 7 + k) % len(WORDS)] for k in range(8 + self.count % 23)) + "."
        line = {"id": f"e{self.count}", "customer": customer, "at": at, "kind": "message", "actor": actor}
        self.file.write(json.dumps({**line, "channel": "chat", "text": text}) + "\n")

    def talk(self, customer, start, messages, apart):
        for i in range(messages):
            self.say(customer, start + i * apart, ROLES[i % 4])


def export(bench, customers):
    path = bench.fresh("events.jsonl")
    to = Export(path)
    to.talk("ten", 0, 10, 60)
    for part in range(20):
        to.talk("thousand", part * 2 * 86400, 50, 45)
    to.talk("vast", 3600, 20_000, 4)
    for part in range(100):
        to.talk("vast", (part + 3) * 86400, 100, 30)
    for number in range(customers):
        second = 30 * 86400 + number * 86000 // customers
        to.say(f"c{number:06}", second, "customer")
        to.say(f"c{number:06}", second + 20, "ai")
    to.file.close()
    return path


def pytest_report(bench, rows):
    folder = bench.fresh("pytest")
    folder.mkdir()
    (folder / "test_rows.py").write_text(
        f"import pytest\n\n\n@pytest.mark.parametrize('row', range({rows}))\ndef test_row(row):\n    pass\n"
    )
    command = [peers(), "-m", "pytest", "-q", "-p", "no:cacheprovider", "--html", "report.html"]
    run([*command, "--self-contained-html", "test_rows.py"], cwd=folder)
    return folder / "report.html"


def timelines(site):
    """By the customer's name, the parts of a timeline, the first page first."""
    found = {}
    for path in sorted(site.glob("timelines/*/*.html"), key=lambda path: (len(path.name), path.name)):
        if path.stat().st_size > 12_000 or path.name.count("-"):
            name = path.read_text(encoding="utf-8").split("<h1><bdi>", 1)[1].split("<", 1)[0]
            found.setdefault(name, []).append(path)
    return found


def first_and_largest(paths):
    return paths[0], max(paths, key=lambda path: path.stat().st_size)


def pages(site):
    of = timelines(site)
    days = sorted(site.glob("sessions/2026-04-01*.html"), key=lambda path: (len(path.name), path.name))
    lists = sorted(site.glob("customers/*.html"), key=lambda path: (path.stem != "index", len(path.name), path.name))
    chosen = {
        "Overview": site / "index.html",
        "timeline of 10 messages": of["ten"][0],
        "search": site / "search.html",
    }
    for what, parts in (
        ("timeline of 1,000 messages", of["thousand"]),
        ("timeline of 30,000 messages", of["vast"]),
        ("day of the sessions", days),
        ("customers", lists),
    ):
        first, largest = first_and_largest(parts)
        chosen[f"{what}, first of {len(parts)} pages"] = first
        if largest != first:
            chosen[f"{what}, largest of {len(parts)} pages"] = largest
    return chosen


OPENER = """
import json, sys
from playwright.sync_api import sync_playwright
READY, program, runs, *paths = sys.argv[1:]
with sync_playwright() as playwright:
    browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
    for turn in range(int(runs)):
        for path in paths:
            context = browser.new_context(viewport={"width": 1280, "height": 900})
            page = context.new_page()
            page.goto("file://" + path, wait_until="load", timeout=300000)
            print(json.dumps([path, *page.evaluate(READY)]), flush=True)
            context.close()
"""


def opened(paths, runs):
    """By path, the seconds of each opening and the number of elements."""
    program = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    command = [peers(), "-c", OPENER, READY, program, str(runs), *map(str, paths)]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    times, nodes = {}, {}
    for path, milliseconds, elements in map(json.loads, said.splitlines()):
        times.setdefault(path, []).append(milliseconds / 1000)
        nodes[path] = elements
    return times, nodes


def main():
    bench = Bench("open", __doc__, runs=9)
    customers = bench.size(100_000, 2_000)
    data, source, site = export(bench, customers), bench.fresh("source"), bench.fresh("site")
    subprocess.run([bench.triptych, "new", source], check=True, capture_output=True)
    bench.once("build", [bench.triptych, "build", "--site", source, "--data", data, "--output", site])
    chosen = pages(site)
    rows = max(path.read_text(encoding="utf-8").count("<tr") for path in chosen.values())
    peer = {f"pytest-html, {count:,} rows": pytest_report(bench, count) for count in (rows, customers)}
    times, nodes = opened(chosen.values(), bench.size(bench.wanted.runs, 3))
    for found, more in zip((times, nodes), opened(peer.values(), 1)):
        found.update(more)
    chosen |= peer
    for what, path in chosen.items():
        found, size = times[str(path)], path.stat().st_size
        line = f"{what}: {seconds(statistics.median(found))} (slowest {seconds(max(found))})"
        bench.note(f"{line}, {size / 1000:,.0f} kB, {nodes[str(path)]:,} elements")
    ours = {what: statistics.median(times[str(path)]) for what, path in chosen.items() if "pytest" not in what}
    theirs = statistics.median(times[str(path)])
    slowest = max(ours, key=ours.get)
    bench.row(
        f"opened: the slowest of {len(ours)} pages of {customers:,} customers ({slowest})",
        seconds(ours[slowest]),
        seconds(theirs),
        f"pytest-html, {customers:,} rows",
        round(theirs / ours[slowest], 2),
    )
    bench.check("each page answers", len(times) == len(set(map(str, chosen.values()))))
    bench.finish()


main()
