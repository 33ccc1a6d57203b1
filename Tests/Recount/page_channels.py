"""Channels: a page for each channel on which Conversations began in the period, and an index of them."""

import re
from collections import Counter
from fractions import Fraction

import words
from authored import (
    CONTACTS, SESSIONS, Figure, Points, Time, change, chart, curve, figures_csv, frame, heat, histogram, left_empty,
    of_units, real)
from checks import CSVFile, Keyed
from page_contacts import replies
from page_conversations import first_channel, guarded
from page_handoffs import handed
from ranks import median
from site_under_test import ratio
from clock import written
from words import count, length, percent

PATHS = [("AI only", "ai_only"), ("AI then team", "ai_then_team"), ("Team only", "team_only"),
         ("Team then AI", "team_then_ai"), ("Neither", "neither")]


def check(site):
    if not (site.folder / "reports/channels.html").is_file():
        return
    facts, groups = site.facts, {}
    for conversation in facts.within(facts.conversations, "started_at", facts.period):
        if first_channel(conversation):
            groups.setdefault(first_channel(conversation), []).append(conversation)
    index = site.page("reports/channels.html")
    index.says("One page." if len(groups) == 1 else f"{count(len(groups))} pages.")
    rows = [[words.channel(name), count(len(units)), "", count(ai_only(units)), count(reached(units))]
            for name, units in sorted(groups.items(), key=lambda group: group[0].encode())]
    index.rows("Channels", ["Channels", "Conversations", "Conversations as a bar", "Sessions only", "Reached the team"],
               rows)
    frame(site, index)
    for name, units in sorted(groups.items()):
        Channel(site, name, units).check()


def slug(name):
    """A channel's name in an address."""
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")


def ai_only(units):
    return sum(c["path"] == "ai_only" for c in units)


def reached(units):
    return sum(bool(c["of_contacts"]) for c in units)


class Channel:
    def __init__(self, site, name, units):
        self.site, self.facts, self.name, self.units = site, site.facts, name, units
        self.page = site.page(f"reports/channels/{slug(name)}.html")

    def check(self):
        page = self.page
        if page.root.first("h1") is None or page.root.first("h1").text() != words.channel(self.name):
            page.disagree("title", words.channel(self.name), page.root.first("h1") and page.root.first("h1").text())
        page.says(f"{count(len(self.units))} conversations began on this channel. {count(ai_only(self.units))} had AI "
                  f"sessions only, {count(reached(self.units))} reached the team.")
        self.figures()
        self.charts()
        self.replies()
        self.longest()
        page.allow("One channel")
        frame(self.site, page)

    def mine(self, units, anchor, period):
        return [u for u in self.facts.within(units, anchor, period) if u["channel"] == self.name]

    def figures(self):
        site, facts, period = self.site, self.facts, self.facts.period
        prior = site.before(period, False)
        has = bool(site.covered(prior))
        sessions, sessions_was = (self.mine(facts.sessions, "started_at", p) for p in (period, prior))
        contacts, contacts_was = (self.mine(facts.contacts, "ended_at", p) for p in (period, prior))
        session_days, contact_days = facts.by_day(sessions, "started_at"), facts.by_day(contacts, "ended_at")
        pct = lambda f: percent(f.numerator, f.denominator)
        plain = [("AI sessions", sessions, sessions_was, "by an AI session's start", session_days),
                 ("Contacts", contacts, contacts_was, "by a contact's end", contact_days)]
        for title, now, was, note, days in plain:
            site.panel(self.page, title, count(len(now)), site.change(len(now), len(was), "count", has), note,
                       curve(title, site.daily(days, period, len), count))
        rates = site.daily(session_days, period, lambda u: Fraction(handed(u), len(u)) if u else None)
        site.panel(
                self.page, "Hand-off rate", percent(handed(sessions), len(sessions)),
                change(site, ratio(handed(sessions), len(sessions)), ratio(handed(sessions_was), len(sessions_was)),
                            "share", has), of_units(len(sessions), *SESSIONS), curve("Hand-off rate", rates, pct))
        lengths = site.daily(contact_days, period, lambda u: median(replies(u)))
        site.panel(
                self.page, "First team reply, median", length(median(replies(contacts))),
                change(site, median(replies(contacts)), median(replies(contacts_was)), "length", has),
                of_units(len(replies(contacts)), *CONTACTS), curve("First team reply, median", lengths, length))
        reply, reply_was = replies(contacts), replies(contacts_was)
        figures_csv(site, f"reports/channels/{slug(self.name)}.figures.csv", has, [
            Figure("sessions", len(sessions), len(sessions_was)),
            Figure("handoff_rate", ratio(handed(sessions), len(sessions)), ratio(handed(sessions_was), len(sessions_was)),
                   len(sessions)),
            Figure("contacts", len(contacts), len(contacts_was)),
            Figure("first_reply", Time(median(reply)), Time(median(reply_was)), len(reply))])

    def charts(self):
        facts, period, units = self.facts, self.facts.period, self.units
        by_day = facts.by_day(units, "started_at")
        covered = self.site.covered(period)
        blank = [words.day(d) for d in period.days if d not in covered]
        left_empty(self.page, "by-day", blank)
        chart(self.page, "by-day", Points([words.day(d) for d in covered], {
            "Conversations": [len(by_day.get(d, [])) for d in covered]}), in_time=True, empty=blank)
        paths = Counter(c["path"] for c in units)
        order = sorted((p for p in PATHS if paths[p[1]]), key=lambda p: (-paths[p[1]], p[0]))
        chart(self.page, "paths", Points([name for name, _ in order], {
            "Conversations": [paths[key] for _, key in order]}))
        clock = facts.clock
        cells = Counter((clock.day(c["started_at"]).weekday(), clock.hour(c["started_at"])) for c in units)
        heat(self.page, "when", cells)
        stem = f"reports/channels/{slug(self.name)}."
        self.site.csv(f"{stem}per-day.csv", ["day", "conversations"],
                      [[words.iso(d), str(len(by_day.get(d, [])))] for d in covered])
        self.site.csv(f"{stem}path-bars.csv", ["path", "conversations"],
                      [[name, str(paths[key])] for name, key in order])
        self.site.csv(f"{stem}week.csv", ["weekday", "hour", "conversations"],
                      [[str(w + 1), str(h), str(n)] for (w, h), n in sorted(cells.items())])

    def replies(self):
        values = replies(self.mine(self.facts.contacts, "ended_at", self.facts.period))
        if values:
            histogram(self.page, "replies", values)
            lines = sorted([real(Fraction(ms, 1000))] for ms in values)
            self.site.csv(f"reports/channels/{slug(self.name)}.reply-bins.csv", ["first_reply_seconds"], lines, key=0)
        else:
            self.nothing("replies")

    def nothing(self, query):
        period = self.facts.period
        self.page.says(f"The query {query} gave no rows for {words.day_range(period.first, period.last)}.")

    def longest(self):
        """The ten with the longest activity; where the tenth has equals, any of them."""
        units = self.mine(self.facts.sessions, "started_at", self.facts.period)
        if not units:
            self.nothing("longest")
            return
        clock, ordered = self.facts.clock, sorted(units, key=lambda s: -s["active"])
        least = ordered[:10][-1]["active"]
        scope = self.page.section("longest")
        table = self.page.table_in(scope)
        key = lambda cells: cells[0].text() + cells[1].text()
        rows = []
        for s in ordered:
            began = f"{words.short_year(clock.day(s['started_at']))}, {clock.time(s['started_at'])}"
            texts = [self.facts.name(s["customer"]), began, s["outcome"],
                     count(s["customer_messages"] + s["ai_messages"]), length(s["active"]), ""]
            rows.append((s["active"], Keyed(texts, texts[0] + texts[1])))
        shown = {row.text() and "".join(c.text() for c in [n for n in row.children if getattr(n, "tag", "") in ("td", "th")][:2])
                 for row in (table.all("tr")[1:] if table else [])}
        wanted = [row for active, row in rows if active > least or row.key in shown]
        self.page.rows("longest", None, wanted, key, table=table)
        self.longest_csv(ordered)

    def longest_csv(self, ordered):
        """Line by line the longest first; among those as long as the tenth, any."""
        name = f"reports/channels/{slug(self.name)}.long.csv"
        line = lambda s: [guarded(self.facts.name(s["customer"])), written(s["started_at"]), s["outcome"],
                          str(s["customer_messages"] + s["ai_messages"]), real(Fraction(s["active"], 1000))]
        file = CSVFile(self.site.ledger, self.site.folder, name)
        left, wanted = [line(s) for s in ordered], []
        for row, session in zip(file.rows[1:], ordered[:10]):
            equal = [l for l in left if l == row and l[4] == real(Fraction(session["active"], 1000))]
            wanted.append(equal[0] if equal else line(session))
            if equal:
                left.remove(equal[0])
        wanted += [line(session) for session in ordered[len(wanted) : 10]]
        file.holds(["customer", "started_at", "outcome", "messages", "active_seconds"], wanted)
