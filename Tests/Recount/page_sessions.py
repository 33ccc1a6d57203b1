"""Sessions and its days: all AI Sessions by their start, open ones too."""

from collections import Counter

import words
from clock import written
from facts import address
from checks import Keyed
from page_conversations import guarded, short_id
from ranks import median
from site_under_test import middle
from words import MISSING, clock_length, count, length, percent, seconds

ACTIVE = [("0\u20131", 0, 1), ("2\u20133", 2, 3), ("4\u20135", 4, 5), ("6\u20139", 6, 9), ("10\u201314", 10, 14),
          ("15\u201329", 15, 29), ("30\u201359", 30, 59), ("60+", 60, None)]
MESSAGES = [("0\u20131", 0, 1), ("2", 2, 2), ("3", 3, 3), ("4\u20135", 4, 5), ("6\u20138", 6, 8), ("9\u201312", 9, 12),
            ("13+", 13, None)]
HOURS = [(f"{h:02d}", h, h + 2) for h in range(0, 24, 3)]
HEADER = ["id", "conversation", "customer", "customer_name", "brand", "channel", "ai_agent", "started_at",
          "last_activity_at", "ended_at", "duration_seconds", "active_seconds", "end_reason", "outcome", "handed_off_at",
          "contact", "customer_messages", "ai_messages", "first_reply_at", "first_reply_seconds", "team_wait_seconds"]
OUTCOMES = ["ended in AI", "handed off", "did not respond", "in progress"]


def check(site):
    facts = site.facts
    by_day = facts.by_day(facts.sessions, "started_at")
    find_ai_agents(facts)
    Sessions(site, "sessions.html", facts.period.days, by_day, None).check()
    days = [d for d in facts.data_days() if by_day.get(d)]
    if not site.months_too:
        days = days[-2:]
    for day in days:
        name = f"sessions/{words.iso(day)}.html"
        Sessions(site, name, [day], by_day, day).check()
    found = {p.name for p in (site.folder / "sessions").glob("*.html")}
    extra = set() if not site.months_too else found - {f"{words.iso(d)}.html" for d in days}
    for name in sorted(extra):
        Sessions(site, f"sessions/{name}", [day_of(name)], by_day, day_of(name)).check()


def day_of(name):
    from datetime import date

    return date.fromisoformat(name.removesuffix(".html"))


def find_ai_agents(facts):
    """The actor of each Session's first AI message, in the order of grouping."""
    facts.ai_agents = {}
    for row in facts.events:
        if row["session"] is not None and row["session"] not in facts.ai_agents:
            event = facts.export.events[row["event"]]
            if event.kind == "message" and event.actor == "ai":
                facts.ai_agents[row["session"]] = event.actor_id


class Sessions:
    def __init__(self, site, address, days, by_day, day):
        self.site, self.facts, self.days, self.by_day, self.day = site, site.facts, days, by_day, day
        self.units = [s for d in days for s in by_day.get(d, [])]
        self.units.sort(key=lambda s: (s["started_at"], s["id"].encode()))
        self.page = site.page(address)
        self.stem = address.removesuffix(".html")

    def check(self):
        self.lede()
        self.strip()
        self.histograms()
        if self.day is None:
            self.day_by_day()
            self.page.section("detail").says(words.sessions(len(self.units)))
        else:
            self.list()
        self.csv()
        self.site.frame(self.page)

    def lede(self):
        page, units, n, facts = self.page, self.units, len(self.units), self.facts
        if self.day is None:
            page.part(page.root.first("p", "period"), "period").says(words.day_range(self.days[0], self.days[-1]))
            began = f"began in {words.counted(len(self.days), 'day', 'days')}."
        else:
            pages = sorted(day_of(p.name) for p in (self.site.folder / "sessions").glob("*.html"))
            self.site.path(page, words.day_long(self.day), [words.day_long(day) for day in pages])
            page.says(words.day_long(self.day), every=True)
            began = "began on this day."
        page.says(f"No AI session {began}" if n == 0 else f"{'One AI session' if n == 1 else words.sessions(n)} {began}")
        outcomes = Counter(s["outcome"] for s in units)
        if n:
            page.says(f"{count(outcomes['ended in AI'])} ended with {self.site.the_ai}, "
                      f"{count(outcomes['handed off'])} by hand-off to {self.site.the_team}.")
        if outcomes["did not respond"]:
            page.says(f"In {count(outcomes['did not respond'])}, {self.site.the_ai} did not respond.")
        if outcomes["in progress"]:
            n_open = outcomes["in progress"]
            page.says("One is still open." if n_open == 1 else f"{count(n_open)} are still open.")
        if n > 1:
            page.says(f"Half were active for no more than {length(middle(units, 'active'))}.")
        if units and any(facts.unfinished(d) for d in self.days):
            text = "The last day was not over when the data ended." if self.day is None else (
                "The day was not over when the data ended.")
            page.says(text)

    def strip(self):
        """The days of the strip, each with its count; on a day's page those around it."""
        page = self.page
        node = page.root.first("nav", "daynav")
        scope = page.part(node, "strip of days")
        links = [f for f in scope.fragments if f.attribute == "aria-label" and f.node.tag in ("a", "span")]
        days = self.strip_days(node)
        scope.says(f"AI sessions per day, {words.day_range(days[0], days[-1])}")
        numbers = [len(self.by_day.get(d, [])) for d in days]
        scope.texts(lambda f: f in links, [f"{words.day(d)}, {words.counted(n, 'session', 'sessions')}"
                                           for d, n in zip(days, numbers) if n], "links")
        shown = [f for f in scope.fragments if f.attribute is None and f.node.tag == "li"]
        wanted = [f"{d.day}" + ("" if n else ", no AI session") for d, n in zip(days, numbers)]
        if [f.text for f in shown] != wanted:
            page.disagree("strip of days", wanted, [f.text for f in shown])
        for fragment in shown:
            fragment.claim(0, len(fragment.text))

    def strip_days(self, node):
        period = self.facts.period
        if self.day is None or period.has(self.day):
            return period.days
        return type(period).month(self.day).days

    def histograms(self):
        scope, units = self.page.section("distribution"), self.units
        active = [s["active"] for s in units]
        messages = [s["customer_messages"] + s["ai_messages"] for s in units]
        hours = [self.facts.clock.hour(s["started_at"]) for s in units]
        if units:
            scope.says(f"Median {length(median(active))}, longest {length(max(active))}")
            scope.says(f"Median {count(median(messages))}, most {count(max(messages))}")
        if not units:
            scope.says("No AI session", every=True)
        self.histogram(scope, "sessions-active-t", ACTIVE, [a // 60_000 for a in active], "{} min: {}", "{} min: {}")
        self.histogram(scope, "sessions-messages-t", MESSAGES, messages, "{} messages: {}", "{} messages: {}")
        self.histogram(scope, "sessions-hour-t", HOURS, hours, "from {}:00: {}", "from {}:00: {}")

    def histogram(self, scope, anchor, bins, values, line, hover):
        title = next((n for n in self.page.root.walk() if n.get("id") == anchor), None)
        part = self.page.part(title.parent if title else None, anchor)
        numbers = [sum(v >= low and (high is None or v <= high) for v in values) for _, low, high in bins]
        if values or self.day is None:
            texts = "; ".join(line.format(name, count(n)) for (name, _, _), n in zip(bins, numbers))
            part.says(f"Counts: {texts}.")
        part.texts(lambda f: f.node.tag == "title" and f.node is not title,
                   [hover.format(name, count(n)) for (name, _, _), n in zip(bins, numbers)], "hover titles")
        part.texts(lambda f: f.node.tag == "text" and "val" in f.node.classes, [count(n) for n in numbers], "values")
        part.texts(lambda f: f.node.tag == "text" and "val" not in f.node.classes, [name for name, _, _ in bins], "bins")

    def day_by_day(self):
        page, site, facts = self.page, self.site, self.facts
        covered = [d for d in self.days if facts.data.has(d)]
        totals = {d: len(self.by_day.get(d, [])) for d in covered}
        if totals and max(totals.values()):
            busiest = max(totals, key=lambda d: (totals[d], -d.toordinal()))
            n = totals[busiest]
            page.section("by-day").says(
                f"The busiest day was {words.day(busiest)}, with {'one AI session' if n == 1 else words.sessions(n)}.")
        rows, lines = [], []
        for day in self.days:
            name = words.day(day) + (", not over" if facts.unfinished(day) else "")
            if not facts.data.has(day):
                rows.append([name] + [MISSING] * 7)
                continue
            units = self.by_day.get(day, [])
            rows.append([name, *self.cells(units)])
            numbers = [sum(s["outcome"] == o for s in units) for o in OUTCOMES]
            lines.append([words.iso(day), str(len(units)), *map(str, numbers), seconds(middle(units, "active"))])
        rows.append(["All days", *self.cells(self.units)])
        page.rows("AI sessions, one row a day", [
            "Day", "AI sessions", "Ended in AI", "Handed off", "Did not respond", "In progress", "Hand-off rate",
            "Median active"], rows)
        site.csv("sessions-by-day.csv", [
            "day", "sessions", "ended_in_ai", "handed_off", "did_not_respond", "in_progress", "median_active_seconds"],
            lines)

    @staticmethod
    def cells(units):
        numbers = [sum(s["outcome"] == o for s in units) for o in OUTCOMES]
        return [count(len(units)), *map(count, numbers), percent(numbers[1], len(units)), length(middle(units, "active"))]

    def csv(self):
        self.site.csv(self.stem + ".csv", HEADER, [self.line(s) for s in self.units], key=0)

    def line(self, s):
        ended, after = s["ended_at"], s["next"]
        duration = None if ended is None else ended - s["started_at"]
        reply = None if s["first_reply_at"] is None else s["first_reply_at"] - s["started_at"]
        wait = after["first_reply_at"] - after["started_at"] if after and after["answered"] else None
        handed = ended if s["outcome"] == "handed off" else None
        return [s["id"], s["conversation"], s["customer"], guarded(self.facts.name(s["customer"])), s["brand"],
                s["channel"], guarded(self.facts.ai_agents.get(s["id"], "")), written(s["started_at"]),
                written(s["last_activity_at"]), written(ended), seconds(duration), seconds(s["active"]),
                s["end_reason"] or "", s["outcome"], written(handed), after["id"] if after else "",
                str(s["customer_messages"]), str(s["ai_messages"]), written(s["first_reply_at"]), seconds(reply),
                seconds(wait)]

    # ---- a day's list

    def list(self):
        page = self.page
        page.says(words.counted(len(self.units), "session", "sessions"))
        timeout = self.site.timeout
        if timeout is not None:
            page.allow(f"{length(timeout)} without activity")
        key = lambda cells: cells[0].first("a").get("href").replace("../", "") if cells[0].first("a") else ""
        page.rows("AI sessions of the day, one row each", None, [self.row(s) for s in self.units], key)
        table = page.table("AI sessions of the day, one row each")
        for link in table.all("a", "id") if table else []:
            short_id(page, link)
        self.links(table)

    def row(self, s):
        brand, customer, clock = s["brand"], s["customer"], self.facts.clock
        place = self.facts.timeline(brand, customer)
        anchor = lambda kind, unit: address(kind, brand, customer, unit)
        ended, after = s["ended_at"], s["next"]
        reasons = {"inactivity": f"{length(self.site.timeout)} without activity" if self.site.timeout else "",
                   "handoff": "Handed off", "ended": "Ended", "closed": "Conversation closed", None: "Still open"}
        how = reasons[s["end_reason"]] + (", no reply" if s["ai_messages"] == 0 else "")
        until = "Still open" if ended is None else clock.time(ended)
        if ended is not None and clock.day(ended) != self.day:
            later = (clock.day(ended) - self.day).days
            until += f"+{later}"
        next_cell = f"Contact {anchor('k', after['id'])[:4]}" if after else "no"
        return Keyed([
            anchor("s", s["id"])[:4], self.facts.name(customer), words.channel(s["channel"]), clock.time(s["started_at"]),
            until, how, count(s["customer_messages"] + s["ai_messages"]), clock_length(s["active"]), "",
            MISSING if ended is None else clock_length(ended - s["started_at"]), next_cell,
            anchor("c", s["conversation"])[:4]], f"{place}#s-{anchor('s', s['id'])}")

    def links(self, table):
        wanted = set()
        for s in self.units:
            place, key = self.facts.timeline(s["brand"], s["customer"]), (s["brand"], s["customer"])
            wanted |= {place, f"{place}#s-{address('s', *key, s['id'])}", f"{place}#c-{address('c', *key, s['conversation'])}"}
            if s["next"]:
                wanted.add(f"{place}#k-{address('k', *key, s['next']['id'])}")
        found = {a.get("href").replace("../", "") for a in (table.all("a") if table else [])}
        if found != wanted:
            self.page.disagree("links of the list", sorted(wanted - found)[:3], sorted(found - wanted)[:3])
