#!/usr/bin/env python3
"""The leak scan: how fast a finished site is searched for what its audience may not see.

    Tests/Benchmarks/leaks.py [--small] [--triptych PATH]

Measured, as `build --timings` tells it, on the demo's export of 10,000 customers and 62 days: the gathering of what is
forbidden (`forbidden`), which depends on the export, and the search of every file (`scanning`), which depends on the
site. For the team, whose site has a page for each customer and may hold no mail address, number, postal address or id
of another system; for stakeholders, whose site may hold no name, id or run of text either.

That the scan finds what it has to is checked: an image with a mail address in base64, and for stakeholders one with 40
signs of a message in capitals, keep the site from being published. There is no peer: no program that is kept well
searches a site for an export's values.
"""

import base64
import json
import re
import subprocess

from measure import THREADS, Bench, seconds

AUDIENCES = ("team", "stakeholder")


def stage(told, name):
    return float(re.search(rf"^  {name} +([0-9.]+) s$", told, re.MULTILINE)[1])


def build(bench, site, audience, output):
    command = [bench.triptych, "build", "--site", site, "--audience", audience, "--random-key", "--output", output]
    done = subprocess.run([*command, "--timings", "--jobs", str(THREADS)], capture_output=True, text=True)
    return done.returncode, done.stderr


def records(folder, name):
    for file in sorted(folder.rglob(name)):
        for line in file.read_text().splitlines():
            yield json.loads(line)


def planted(export):
    """By audience, a line that no page of its site may hold."""
    mail = next(one["emailAddresses"][0] for one in records(export, "customers.jsonl") if one.get("emailAddresses"))
    texts = (one["content"].get("content") or "" for one in records(export, "conversation_items.jsonl"))
    said = next(text for text in texts if len(text) > 80)
    return {"team": base64.b64encode(f"to {mail} now".encode()).decode(), "stakeholder": said[20:60].upper()}


def main():
    bench = Bench("leaks", __doc__)
    site = bench.fresh("site")
    subprocess.run([bench.triptych, "new", site], check=True, capture_output=True)
    customers = bench.size(10_000, 500)
    subprocess.run(
        [bench.triptych, "demo", "--customers", str(customers), "--days", "62", "--output", site / "Content/exports"],
        check=True,
        capture_output=True,
    )
    for audience in AUDIENCES:
        found = {"forbidden": [], "scanning": []}
        for _ in range(bench.wanted.runs):
            output = bench.fresh(audience)
            code, told = build(bench, site, audience, output)
            bench.check(f"{audience}: published", code == 0)
            for name, times in found.items():
                times.append(stage(told, name))
            bench.say(f"{audience}: forbidden {found['forbidden'][-1]:.2f} s, scanning {found['scanning'][-1]:.2f} s")
        size = sum(file.stat().st_size for file in output.rglob("*") if file.is_file()) / 1e6
        gathered, scanned = (sorted(times)[len(times) // 2] for times in found.values())
        bench.row(f"{audience}: gathering what is forbidden, {customers:,} customers", seconds(gathered), "", "")
        bench.row(f"{audience}: searching {size:,.0f} MB", seconds(scanned), "", "")
        bench.row(f"{audience}: searched, two threads", f"{size / max(scanned, 0.01):,.0f} MB/s", "", "")
    lines = planted(site / "Content/exports")
    for audience in AUDIENCES:
        (site / "Content/leak.svg").write_text(f"<svg><desc>{lines[audience]}</desc></svg>")
        code, told = build(bench, site, audience, bench.fresh("leak"))
        bench.check(f"{audience}: what is planted is found", code == 1 and "leak.svg, byte" in told)
    bench.finish()


main()
