"""Proof that the recount can fail: one digit of a page or a CSV is altered, and the recount has to name the file."""

import random
import re
import shutil
import tempfile
from pathlib import Path

import page_agents
import page_channels
import page_contacts
import page_conversations
import page_customers
import page_handoffs
import page_overview
import page_quality
import page_sessions
import page_topics
import page_weekly
from checks import Ledger

# The files of each page, those of months left out: they are made by the same code.
TARGETS = [
    (page_overview, ["index.html", "overview-per-day.csv", "overview-flow.csv", "overview-hours.csv", "overview-demand.csv"]),
    (page_conversations, ["conversations.html", "conversations-by-week.csv", "conversations-length.csv"]),
    (page_contacts, ["contacts.html", "contacts-by-agent.csv", "contacts-by-day.csv"]),
    (page_sessions, ["sessions.html", "sessions-by-day.csv", "sessions.csv"]),
    (page_customers, ["customers/index.html", "customers.csv"]),
    (page_quality, ["data-quality.html", "files.csv"]),
    (page_weekly, ["reports/weekly.html", "reports/weekly.*.csv"]),
    (page_agents, ["reports/agents.html", "reports/agents.*.csv"]),
    (page_handoffs, ["reports/handoffs.html", "reports/handoffs.*.csv"]),
    (page_channels, ["reports/channels.html", "reports/channels/*.html", "reports/channels/*.csv"]),
    (page_topics, ["reports/topics.html", "reports/topics.*.csv"]),
]
# What stands in these is read by people: cells, sentences, hover titles, descriptions, labels that are read out.
SHOWN = re.compile(
    r"<(?:td|p|dd|title|desc|output)\b[^>]*>(?P<words>[^<>]*\d[^<>]*)<|aria-label=\"(?P<label>[^\"]*\d[^\"]*)\"")


def run(site, number, seed):
    """Alters so many numbers one at a time; prints those that nothing noticed, and returns the exit code."""
    chance, missed, tried = random.Random(seed), [], 0
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "site"
        shutil.copytree(site.folder, copy, ignore=shutil.ignore_patterns("timelines", "assets", "guide"))
        site.folder, site.months_too = copy, False
        for round in range(number):
            module, names = TARGETS[round % len(TARGETS)]
            found = files(copy, names)
            tried += bool(found)
            missed += attempt(site, module, chance.choice(found), chance) if found else []
    for line in missed:
        print(f"not noticed: {line}")
    print(f"{tried} mutations (seed {seed}), {len(missed)} not noticed")
    return 1 if missed else 0


def files(folder, patterns):
    """Those that there are and that have a digit to alter: a site need not have every page."""
    found = [p for pattern in patterns for p in sorted(folder.glob(pattern))]
    return [p.relative_to(folder).as_posix() for p in found if places(p.read_text(encoding="utf-8"), p.suffix == ".csv")]


def attempt(site, module, name, chance):
    path = site.folder / name
    original = path.read_text(encoding="utf-8")
    altered, words = alter(original, name.endswith(".csv"), chance)
    path.write_text(altered, encoding="utf-8")
    site.ledger = Ledger()
    module.check(site)
    path.write_text(original, encoding="utf-8")
    named = [line for line in site.ledger.disagreements if line.startswith(name)]
    return [] if named else [f"{name}: {words}"]


def alter(text, is_csv, chance):
    """The text with another digit in one place, and the words around it."""
    spans = places(text, is_csv)
    first, last = chance.choice(spans)
    at = chance.choice([n for n in range(first, last) if text[n].isdigit()])
    digit = str((int(text[at]) + chance.randint(1, 9)) % 10)
    altered = text[:at] + digit + text[at + 1 :]
    return altered, f"{text[first:last]!r} became {altered[first:last]!r}"


def places(text, is_csv):
    """Where words with digits stand."""
    if is_csv:
        body = text.find("\n")
        return [m.span() for m in re.finditer(r"\d+", text) if m.start() > body]
    start = text.index("<main")
    return [m.span("words") if m.group("words") else m.span("label") for m in SHOWN.finditer(text) if m.start() > start]
