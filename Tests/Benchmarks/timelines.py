"""Where a customer's timeline stands in a site, ours or Hugo's, and what messages are on it."""

import base64
import hashlib
import html
import json
import random
import re
from collections import defaultdict
from datetime import datetime, timedelta

MESSAGE = re.compile(
    r'<(?:article|li) class="msg (?:msg--)?(\w+)".*?<time[^>]*>([^<]*)</time>(.*?)(?=<(?:article|li) class="msg|\Z)',
    re.S,
)
SAID = re.compile(r'class="?said\b.*?<p>(.*?)</p>', re.S)
CUSTOMER = re.compile(r'"customer":"([^"]*)"')
ACTORS = {"cust": "customer", "team": "agent"}


def ours(site, customer):
    """The pages of a customer in order: one, or the first with the months after it."""
    digest = hashlib.sha256(b"t\0\0" + customer.encode() + b"\0").digest()
    name = base64.b32encode(digest).decode().lower()[:12]
    folder = site / "timelines" / name[:2]

    def place(path):
        month = re.search(r"-(\d{4}-\d\d)(?:-(\d+))?$", path.stem)
        return (month[1], int(month[2] or 1)) if month else ("", 0)

    return sorted(folder.glob(name + "*.html"), key=place)


def hugos(site, customer):
    return [site / "timelines" / customer[-2:] / f"{customer}.html"]


def messages(pages):
    """(actor, time of day, text) of all messages on the pages, in order."""
    found = []
    for page in pages:
        for actor, time, rest in MESSAGE.findall(page.read_text(encoding="utf-8")):
            said = SAID.search(rest)
            found.append((ACTORS.get(actor, actor), time, html.unescape(said[1]) if said else ""))
    return found


def same(site, place, wanted, beside):
    """Whether all messages stand on the pages of their customers, in order where exchanges do not run side by side."""
    pages = {customer: messages(place(site, customer)) for customer in wanted}
    return all(
        sorted(pages[customer]) == sorted(said) if customer in beside else pages[customer] == said
        for customer, said in wanted.items()
    )


def count(site):
    """How many messages stand on all timelines."""
    return sum(page.read_bytes().count(b' class="msg ') for page in site.glob("timelines/*/*.html"))


def exported(export, customers):
    """By customer, the messages as the export has them, in order of time; and the customers some of whose exchanges, on
    different channels, run side by side: on a page these stand one after the other."""
    wanted, found, latest, beside = set(customers), defaultdict(list), {}, set()
    with open(export, encoding="utf-8") as lines:
        for line in lines:
            customer = CUSTOMER.search(line)[1]
            if customer not in wanted or '"kind":"message"' not in line:
                continue
            event = json.loads(line)
            found[customer].append((event["actor"], event["at"][11:16], event["text"]))
            at = datetime.fromisoformat(event["at"])
            channel, before = latest.get(customer, (event["channel"], at))
            if channel != event["channel"] and at - before < timedelta(hours=2):
                beside.add(customer)
            latest[customer] = event["channel"], at
    return found, beside


def sizes(export):
    """How many events and how many messages the customers have."""
    events, said = defaultdict(int), defaultdict(int)
    with open(export, encoding="utf-8") as lines:
        for line in lines:
            customer = CUSTOMER.search(line)[1]
            events[customer] += 1
            said[customer] += '"kind":"message"' in line
    return events, said


def sample(customers, number, seed=4):
    return sorted(random.Random(seed).sample(sorted(customers), min(number, len(customers))))
