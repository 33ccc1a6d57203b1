#!/usr/bin/env python3
"""Search on a site of 100,000 customers: the index, its making, and the way to the first result.

    Tests/Benchmarks/search.py [--small] [--triptych PATH]

The site is that of an invented shop's export (`triptych demo`), with names, mail addresses, ids and messages. Measured
in headless Chromium, in a new profile each time: a name, a mail address, an id and words of messages, each asked for
as the first thing on a page, then again with the index's beginnings at hand; what was loaded for it, in bytes, and
how long it took from the call to the first result's title and address. Ours is opened from the disk; Pagefind, which
cannot be (it fetches, and compiles WebAssembly), from a server on the same machine.

Ours waits 40 ms for the next key before it looks, which is in its times; Pagefind's second time is that of an answer
that it remembers.

Not equal. Pagefind indexes what stands on all pages, and finds pages; ours indexes people, conversations, messages
and the pages of reports, and finds places in them. What is checked is that both find the page of the customer who
was asked for. Pagefind reads the finished site: its time is beside that of our build with search less without.
"""

import functools
import http.server
import json
import re
import shutil
import statistics
import subprocess
import threading
from pathlib import Path

from measure import MIB, Bench, mebibytes, peers, seconds

OURS = """async query => {
  const box = document.querySelector('div#search'), field = document.querySelector('#query'), begun = performance.now();
  box.removeAttribute('data-found'); field.value = query;
  const found = new Promise(done => new MutationObserver((_, o) => {
    if (box.getAttribute('data-found') === query) { o.disconnect(); done(); } }).observe(box, { attributes: true }));
  field.dispatchEvent(new Event('input')); await found;
  return [performance.now() - begun, [...box.querySelectorAll('.results a')].slice(0, 8).map(a => a.href)];
}"""
THEIRS = """async query => {
  const begun = performance.now();
  window.pagefind ||= await import(location.origin + '/pagefind/pagefind.js');
  const found = await window.pagefind.search(query), data = await Promise.all(found.results.slice(0, 8).map(r => r.data()));
  return [performance.now() - begun, data.map(d => d.url)];
}"""
BROWSE = """
import json, pathlib, sys
from playwright.sync_api import sync_playwright
program, address, script, runs, *queries = sys.argv[1:]
with sync_playwright() as playwright:
    browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
    for query in queries:
        for turn in range(int(runs)):
            context = browser.new_context()
            page, loaded = context.new_page(), []
            page.on("requestfinished", lambda request: loaded.append(request))
            page.goto(address)
            if address.startswith("file:"):
                page.wait_for_selector("#query", state="attached")
            first, found = page.evaluate(script, query)
            files = [r for r in loaded if "/search" in r.url.rsplit("?", 1)[0] and r.url.endswith(".js") or "/pagefind/" in r.url]
            size = lambda r: pathlib.Path(r.url[7:]).stat().st_size if r.url.startswith("file:") else r.sizes()["responseBodySize"]
            again, _ = page.evaluate(script, query + " ")
            print(json.dumps([query, first, again, sum(map(size, files)), len(files), found]), flush=True)
            context.close()
"""


class Silent(http.server.SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *arguments):
        pass


def queries(export):
    """What is asked for, and the customer who is meant, if one is."""
    lines = (export / "2026-01-27/customers.jsonl").read_text(encoding="utf-8").splitlines()
    people = list(map(json.loads, lines))
    names = {}
    for person in people:
        names.setdefault(person["name"], []).append(person)
    rare = next(
        person for person in people[len(people) // 2 :] if len(names[person["name"]]) == 1 and person["emailAddresses"]
    )
    other = people[len(people) // 3]
    return {
        "a name": (rare["name"], rare["name"]),
        "a mail address": (rare["emailAddresses"][0], rare["name"]),
        "an id": (other["id"], other["name"]),
        "a frequent word": ("order", None),
        "two words": ("refund parcel", None),
    }


def browse(bench, address, script, wanted):
    program = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    command = [
        peers(),
        "-c",
        BROWSE,
        program,
        address,
        script,
        str(bench.size(5, 2)),
        *(query for query, _ in wanted.values()),
    ]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    found = {}
    for query, *rest in map(json.loads, said.splitlines()):
        found.setdefault(query, []).append(rest)
    return found


def named(site, addresses):
    """The names on the pages that were found."""
    for address in addresses:
        path = site / re.sub(r"^(file://.*?/\d+-[a-z-]+/|https?://[^/]+/|/)", "", address).partition("#")[0]
        if path.is_file():
            yield path.read_text(encoding="utf-8")


def folder_size(folder):
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def main():
    bench = Bench("search", __doc__, runs=1)
    customers = bench.size(100_000, 1_000)
    export, source = bench.fresh("export"), bench.fresh("source")
    subprocess.run(
        [bench.triptych, "demo", "--customers", str(customers), "--output", export], check=True, capture_output=True
    )
    subprocess.run([bench.triptych, "new", source], check=True, capture_output=True)
    config = source / "Content/site.yml"
    text = re.sub(r"(?m)^search:.*\n", "", config.read_text())
    sites = {}
    for wish in ("off", "text"):
        config.write_text(text + f"\nsearch: {wish}\n")
        sites[wish] = bench.fresh("site-" + wish)
        bench.once(
            f"build, search {wish}",
            [bench.triptych, "build", "--site", source, "--data", export, "--output", sites[wish]],
        )
    site = sites["text"]
    server_root = bench.fresh("server")
    server_root.mkdir()
    (server_root / "empty.html").write_text("<!doctype html><title>Empty</title>")
    pagefind = next((Path(peers()).parents[1]).glob("lib/python*/site-packages/pagefind_bin/pagefind*"))
    bench.once("Pagefind", [pagefind, "--site", sites["off"], "--output-path", server_root / "pagefind"])

    wanted = queries(export)
    ours = browse(bench, f"file://{site}/search.html", OURS, wanted)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Silent, directory=str(server_root)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    theirs = browse(bench, f"http://127.0.0.1:{server.server_port}/empty.html", THEIRS, wanted)
    server.shutdown()

    for what, (query, name) in wanted.items():
        if name:
            for tool, found in (("triptych", ours), ("Pagefind", theirs)):
                met = any(name in page for page in named(site, found[query][0][4]))
                (bench.check if tool == "triptych" else bench.note)(
                    *(
                        (f"{what}: {tool} finds the customer", met)
                        if tool == "triptych"
                        else (
                            f"{what}: Pagefind {'finds' if met else 'does not find'} the customer among the first eight",
                        )
                    )
                )
        mine, other = ours[query], theirs[query]
        middle = lambda runs, at: statistics.median(run[at] for run in runs)
        bench.row(
            f"search for {what}: loaded for the first result",
            f"{middle(mine, 2) / 1000:,.0f} kB",
            f"{middle(other, 2) / 1000:,.0f} kB",
            "Pagefind, over http",
            round(middle(other, 2) / max(middle(mine, 2), 1), 2),
        )
        bench.row(
            f"search for {what}: first time",
            seconds(middle(mine, 0) / 1000),
            seconds(middle(other, 0) / 1000),
            "Pagefind, over http",
            round(middle(other, 0) / middle(mine, 0), 2),
        )
        bench.row(
            f"search for {what}: again",
            seconds(middle(mine, 1) / 1000),
            seconds(middle(other, 1) / 1000),
            "Pagefind, over http",
            round(middle(other, 1) / middle(mine, 1), 2),
        )
    index, index_of_peer = folder_size(site / "search"), folder_size(server_root / "pagefind")
    bench.row(
        f"search index of {customers:,} customers",
        mebibytes(index),
        mebibytes(index_of_peer),
        "Pagefind",
        round(index_of_peer / index, 2),
    )
    making = bench.wall("build, search text") - bench.wall("build, search off")
    bench.row(
        "making it",
        seconds(making),
        seconds(bench.wall("Pagefind")),
        "Pagefind",
        round(bench.wall("Pagefind") / making, 2),
    )
    bench.row(
        "peak memory, whole build and Pagefind alone",
        mebibytes(bench.peak("build, search text")),
        mebibytes(bench.peak("Pagefind")),
        "Pagefind",
        round(bench.peak("Pagefind") / bench.peak("build, search text"), 2),
    )
    bench.finish()


main()
