"""Proof that the recount can fail: one digit of a page or a CSV is altered, and the recount has to name the file."""

import random
import re
import shutil
import tempfile
from pathlib import Path

import page_contacts
import page_conversations
import page_customers
import page_overview
import page_quality
import page_sessions
from checks import Ledger

# The files of each page, those of months left out: they are made by the same code.
TARGETS = [
    (page_overview, ["index.html", "overview-per-day.csv", "overview-flow.csv", "overview-hours.csv", "overview-demand.csv"]),
    (page_conversations, ["conversations.html", "conversations-by-week.csv", "conversations-length.csv"]),
    (page_contacts, ["contacts.html", "contacts-by-agent.csv", "contacts-by-day.csv"]),
    (page_sessions, ["sessions.html", "sessions-by-day.csv", "sessions.csv"]),
    (page_customers, ["customers/index.html", "customers.csv"]),
    (page_quality, ["data-quality.html", "files.csv"]),
]
# What stands in these is read by people: cells, sentences, hover titles, descriptions, labels that are read out.
SHOWN = re.compile(
    r"<(?:td|p|dd|title|desc|output)\b[^>]*>(?P<words>[^<>]*\d[^<>]*)<|aria-label=\"(?P<label>[^\"]*\d[^\"]*)\"")


def run(site, number, seed):
    """Alters so many numbers one at a time; prints those that nothing noticed, and returns the exit code."""
    chance, missed = random.Random(seed), []
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "site"
        shutil.copytree(site.folder, copy, ignore=shutil.ignore_patterns("timelines", "assets", "guide"))
        site.folder, site.months_too = copy, False
        for round in range(number):
            module, names = TARGETS[round % len(TARGETS)]
            missed += attempt(site, module, chance.choice([n for n in names if (copy / n).is_file()]), chance)
    for line in missed:
        print(f"not noticed: {line}")
    print(f"{number} mutations (seed {seed}), {len(missed)} not noticed")
    return 1 if missed else 0


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
    if is_csv:
        body = text.index("\n")
        spans = [m.span() for m in re.finditer(r"\d+", text) if m.start() > body]
    else:
        start = text.index("<main")
        spans = [m.span("words") if m.group("words") else m.span("label")
                 for m in SHOWN.finditer(text) if m.start() > start]
    first, last = chance.choice(spans)
    at = chance.choice([n for n in range(first, last) if text[n].isdigit()])
    digit = str((int(text[at]) + chance.randint(1, 9)) % 10)
    altered = text[:at] + digit + text[at + 1 :]
    return altered, f"{text[first:last]!r} became {altered[first:last]!r}"
