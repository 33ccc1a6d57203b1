"""The built sites, and one page of each kind of them."""

import os
import pathlib
import re

ROOT = pathlib.Path(os.environ["SITES"])
DEMO = ROOT / "demo/public"
FIXTURE = ROOT / "fixture/public"


def first(site, pattern, holds=""):
    """The first file of a pattern, by name, whose text matches."""
    for path in sorted(site.glob(pattern)):
        if re.search(holds, path.read_text(encoding="utf-8")):
            return path
    raise LookupError(f"{site} has no {pattern} that holds {holds!r}")


def quoted(text):
    """Text as a string of CSS."""
    return '"' + re.sub(r'["\\\\]', lambda match: "\\\\" + match[0], text) + '"'


def timeline(name, site=FIXTURE, pattern="timelines/*/*.html"):
    return first(site, pattern, rf"<h1><bdi>{name}</bdi></h1>")


LONG = min(FIXTURE.glob("timelines/*/" + timeline("Long Talker").stem[:12] + "*.html"), key=lambda path: len(path.name))
# The customers' timelines that hold most, and that hold several units of each kind.
BIGGEST = max(DEMO.glob("timelines/*/*.html"), key=lambda path: (path.stat().st_size, path.name))

PAGES = {
    "overview": DEMO / "index.html",
    "month": first(DEMO, "20*/index.html"),
    "conversations": DEMO / "conversations.html",
    "sessions": DEMO / "sessions.html",
    "day": sorted(DEMO.glob("sessions/*.html"))[-2],
    "contacts": DEMO / "contacts.html",
    "customers": DEMO / "customers/index.html",
    "timeline": BIGGEST,
    "search": DEMO / "search.html",
    "quality": DEMO / "data-quality.html",
    "faq": DEMO / "faq.html",
    "manual": DEMO / "guide/figures.html",
    "charts": DEMO / "reports/weekly.html",
    "topics": DEMO / "reports/topics.html",
    "not-found": DEMO / "404.html",
    "hostile-overview": FIXTURE / "index.html",
    "hostile-timeline": timeline("&lt;script.*"),
    "right-to-left": timeline("فاطمة الزهراء"),
    "chinese": timeline("王小明"),
    "long-id": timeline("id-0123.*"),
    "split-contents": LONG,
    "split-part": LONG.with_name(LONG.stem + "-2026-03-2.html"),
    "hostile-customers": FIXTURE / "customers/index.html",
    "hostile-quality": FIXTURE / "data-quality.html",
    "busy-day": max(FIXTURE.glob("sessions/*.html"), key=lambda path: path.stat().st_size),
    "figures": FIXTURE / "everything.html",
    "empty-report": FIXTURE / "reports/empty.html",
}

# Pages of which reading, printing and the rest are tried; the others differ from them in their data alone.
KINDS = [name for name in PAGES if name not in ("month", "topics", "hostile-overview")]
