#!/usr/bin/env python3
"""
Counts again, by itself, every number on a built site's pages, from the tables of `triptych group` and the exported
files, and compares. Exit 0 if every number is claimed and equal and every CSV is compared, 1 otherwise.

  recount.py --tables DIR --site PUBLIC --data PATH… [--timezone ZONE] [--period DAYS] [--label-ai NAME] …
"""

import argparse
import json
import sys
from pathlib import Path

import mutations
import page_agents
import page_contacts
import page_channels
import page_conversations
import page_customers
import page_handoffs
import page_overview
import page_prose
import page_quality
import page_sessions
import page_topics
import page_weekly
from checks import Ledger
from clock import HOUR, Clock, instant
from export import Export
from facts import Facts
from site_under_test import Site

PAGES = [page_overview, page_conversations, page_sessions, page_contacts, page_customers, page_quality,
         page_weekly, page_agents, page_handoffs, page_channels, page_topics]


def main(arguments):
    options = parser().parse_args(arguments)
    site = read(options)
    if options.mutations:
        return mutations.run(site, options.mutations, options.seed)
    ledger = recount(site)
    report(ledger, options.most)
    return 0 if ledger.clean else 1


def parser():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--tables", required=True, type=Path, help="what `triptych group --format jsonl` wrote")
    parser.add_argument("--site", required=True, type=Path, help="the built site")
    parser.add_argument("--data", required=True, nargs="+", type=Path, help="the exported files or folders")
    parser.add_argument("--timezone", default="UTC")
    parser.add_argument("--period", default=28, type=int, help="days")
    parser.add_argument("--as-of", help="an instant, if the site was built with one")
    parser.add_argument("--label-ai", help="the AI's name, if the site gives one")
    parser.add_argument("--label-team", help="the team's name, if the site gives one")
    parser.add_argument("--ai-actors", nargs="+", default=["SIDEKICK_V2"])
    parser.add_argument("--window", default=24, type=float, help="hours")
    parser.add_argument("--session-timeout", default=2, type=float, help="hours")
    parser.add_argument("--quiet", default=2, type=float, help="hours")
    parser.add_argument("--mutations", default=0, type=int, help="alter so many numbers, one at a time, and find each")
    parser.add_argument("--seed", default=1, type=int, help="of the mutations")
    parser.add_argument("--most", default=40, type=int, help="findings to print")
    return parser


def read(options):
    with (options.tables / "rejected.jsonl").open(encoding="utf-8") as lines:
        rejected = [json.loads(line) for line in lines]
    export = Export(options.data, set(options.ai_actors), rejected)
    as_of = instant(options.as_of) if options.as_of else None
    facts = Facts(options.tables, export, Clock(options.timezone), options.period, as_of)
    ledger = Ledger()
    labels = (options.label_ai or "AI", options.label_ai or "the AI", options.label_team or "the team")
    rules = tuple(int(hours * HOUR) for hours in (options.window, options.session_timeout, options.quiet))
    return Site(options.site, facts, ledger, labels, rules)


def recount(site):
    for page in PAGES:
        page.check(site)
    page_prose.check(site)
    return site.ledger


def report(ledger, most):
    for title, found in (("disagreement", ledger.disagreements), ("unchecked number", ledger.unchecked),
                         ("not compared", ledger.not_compared)):
        for line in found[:most]:
            print(f"{title}: {line}")
        if len(found) > most:
            print(f"… and {len(found) - most} more of this kind")
    print(f"{ledger.pages} pages and files, {ledger.numbers} numbers checked, {len(ledger.disagreements)} disagreements, "
          f"{len(ledger.unchecked)} unchecked, {len(ledger.not_compared)} files not compared")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
