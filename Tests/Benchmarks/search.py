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
was asked for. Pagefind reads the finished site: its time is beside that of our build with search less without,
both of the processor.
Pagefind gets 12 GiB; where that is too little, ours stands alone, and both are measured on a tenth.
"""

import functools
import http.server
import json
import re
import shutil
import statistics
import subprocess
import threading

from measure import Bench, mebibytes, pagefind, peers, seconds

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

MEMORY = 12 << 30


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


def made(bench, customers):
    """The export and, by what `search` in site.yml says, the site."""
    export, source, sites = bench.fresh("export"), bench.fresh("source"), {}
    demo = [bench.triptych, "demo", "--customers", str(customers), "--output", export]
    subprocess.run(demo, check=True, capture_output=True)
    subprocess.run([bench.triptych, "new", source], check=True, capture_output=True)
    config = source / "Content/site.yml"
    text = re.sub(r"(?m)^search:.*\n", "", config.read_text())
    for wish in ("off", "text"):
        config.write_text(f"{text}\nsearch: {wish}\n")
        sites[wish] = bench.fresh("site-" + wish)
        build = [bench.triptych, "build", "--site", source, "--data", export, "--output", sites[wish]]
        bench.once(f"{customers:,} customers: build, search {wish}", build)
    return export, sites


def indexed(bench, site, customers):
    """The folder to serve with Pagefind's index, or none if it cannot make one within the memory it is given."""
    folder = bench.fresh("server")
    folder.mkdir()
    (folder / "empty.html").write_text("<!doctype html><title>Empty</title>")
    limited = ["prlimit", f"--as={MEMORY}", pagefind(), "--site", site, "--output-path", folder / "pagefind"]
    bench.once(f"{customers:,} customers: Pagefind", limited, allowed=range(-64, 256))
    return folder if (folder / "pagefind/pagefind.js").exists() else None


def asked_both(bench, site, served, wanted):
    ours = browse(bench, f"file://{site}/search.html", OURS, wanted)
    if not served:
        return ours, None
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Silent, directory=str(served)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    theirs = browse(bench, f"http://127.0.0.1:{server.server_port}/empty.html", THEIRS, wanted)
    server.shutdown()
    return ours, theirs


def row(bench, what, form, ours, theirs, is_detail=False):
    """A row with the peer beside it, or without one where it has none."""
    what = f"search, {what}"
    if theirs is None:
        bench.row(what, form(ours), "", "", None, is_detail)
    else:
        bench.row(what, form(ours), form(theirs), "Pagefind, over http", round(theirs / ours, 2), is_detail)


def middle(runs, place):
    return runs and statistics.median(run[place] for run in runs)


def milliseconds(value):
    return f"{value:,.0f} ms"


def kilobytes(value):
    return f"{value / 1000:,.0f} kB"


def answers(bench, customers, wanted, sites, ours, theirs):
    for what, (query, name) in wanted.items():
        mine, other = ours[query], theirs and theirs[query]
        if name:
            bench.check(
                f"{what}: found with the customer's page", any(name in p for p in named(sites["text"], mine[0][4]))
            )
        if name and theirs and not any(name in page for page in named(sites["off"], other[0][4])):
            bench.note(f"{what}: Pagefind's first eight results are without the customer's page")
        for title, form, place in (
            ("loaded for the first result", kilobytes, 2),
            ("first time", milliseconds, 0),
            ("again", milliseconds, 1),
        ):
            asked = f"{customers:,} customers, {what}: {title}"
            row(bench, asked, form, middle(mine, place), middle(other, place), is_detail=what != "a name")


def making(bench, customers, sites, served):
    case = f"{customers:,} customers: "
    with_search, peer = f"{case}build, search text", f"{case}Pagefind"
    index = folder_size(sites["text"] / "search")
    theirs = (folder_size(served / "pagefind"), bench.cpu(peer), bench.peak(peer)) if served else (None, None, None)
    longer = bench.cpu(with_search) - bench.cpu(f"{case}build, search off")
    row(bench, f"{case}index", mebibytes, index, theirs[0])
    row(bench, f"{case}making it, time of the processor", seconds, longer, theirs[1])
    row(
        bench,
        f"{case}peak memory of the whole build, beside the index alone",
        mebibytes,
        bench.peak(with_search),
        theirs[2],
    )


def main():
    bench = Bench("search", __doc__, runs=1)
    for customers in bench.size((100_000, 10_000), (1_000,)):
        export, sites = made(bench, customers)
        served = indexed(bench, sites["off"], customers)
        wanted = queries(export)
        ours, theirs = asked_both(bench, sites["text"], served, wanted)
        answers(bench, customers, wanted, sites, ours, theirs)
        making(bench, customers, sites, served)
        if served:
            break
        bench.note(f"Pagefind makes no index of {customers:,} customers within {MEMORY >> 30} GiB: a tenth is compared")
    bench.finish()


main()
