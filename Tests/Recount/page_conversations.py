"""Conversations and its months: closed Conversations by their last close, and those that are open."""

from collections import Counter
from fractions import Fraction

import words
from checks import Keyed
from clock import DAY, written
from page_overview import Overview, chart_of_days, strip_words
from ranks import median, p90
from site_under_test import mean, middle
from words import MISSING, count, length, percent, seconds

CLOSERS = ["agent", "customer", "ai", "system", "window"]
HELD = [("sessions_only", "AI sessions only"), ("both", "AI sessions and contacts"),
        ("contacts_only", "Contacts only"), ("neither", "Neither")]
AGES = [("less than 24 h", 0, DAY), ("24 h to 2 days", DAY, 2 * DAY), ("2 days to 7 days", 2 * DAY, 7 * DAY),
        ("7 days or more", 7 * DAY, None)]


def check(site):
    for folder, period, is_month in site.report_periods:
        Conversations(site, folder, period, is_month).check()


def held(conversation):
    sessions, contacts = bool(conversation["of_sessions"]), bool(conversation["of_contacts"])
    return "both" if sessions and contacts else "sessions_only" if sessions else "contacts_only" if contacts else "neither"


def reopened_by(conversation, *actors):
    return any(r["by"] in actors for r in conversation["reopens"])


class Conversations:
    def __init__(self, site, folder, period, is_month):
        self.site, self.facts, self.folder, self.period, self.is_month = site, site.facts, folder, period, is_month
        self.prior = site.before(period, is_month)
        self.has_prior = bool(site.covered(self.prior))
        facts = self.facts
        for conversation in facts.conversations:
            closed = conversation["closed_at"]
            started = conversation["started_at"]
            conversation["to_last"] = None if closed is None else closed - started
            conversation["to_first"] = None if closed is None else conversation["first_close"] - started
        self.by_day = facts.by_day(facts.conversations, "closed_at")
        self.now = facts.within(facts.conversations, "closed_at", period)
        self.was = facts.within(facts.conversations, "closed_at", self.prior)
        self.open = [c for c in facts.conversations if c["closed_at"] is None]
        if is_month:
            self.open = facts.within(self.open, "started_at", period)
        self.page = site.page(folder + "conversations.html")

    def check(self):
        self.lede()
        self.figures()
        self.per_day()
        self.inside()
        self.lengths()
        summary(self, "day", DAY_COLUMNS, conversation_rows, "conversations", "Closed conversations")
        summary(self, "week", DAY_COLUMNS, conversation_rows, "conversations", "Closed conversations")
        self.still_open()
        self.site.months(self.page)
        self.site.frame(self.page)

    def lede(self):
        page, n = self.page, len(self.now)
        self.site.head(page, self.period, self.is_month)
        span = self.site.period_words(self.period, self.is_month)
        people = len({(c["brand"], c["customer"]) for c in self.now})
        if n == 0:
            page.says(f"No conversation closed in {span}.")
        else:
            page.says(f"One conversation closed in {span}." if n == 1
                      else f"{words.conversations(n)} of {words.customers(people)} closed in {span}.")
            kinds = Counter(map(held, self.now))
            page.says(f"{count(kinds['sessions_only'])} held AI sessions only, {count(kinds['both'])} AI sessions and "
                      f"contacts, {count(kinds['contacts_only'])} contacts only.")
            page.says(f"Half had their last close within {length(middle(self.now, 'to_last'))}.")
        if self.open:
            start = "Of those that began in the month, " if self.is_month else ""
            text = "one is still open." if len(self.open) == 1 else f"{count(len(self.open))} are still open."
            page.says(start + text if start else text[0].upper() + text[1:])
        unfinished_words(self)

    def figures(self):
        site, page, period = self.site, self.page, self.period
        people = lambda units: len({(c["brand"], c["customer"]) for c in units})
        reopened = lambda units: sum(bool(c["reopens"]) for c in units)
        by = lambda *actors: sum(reopened_by(c, *actors) for c in self.now)
        n = len(self.now)
        figure = lambda title, curve, value, now, was, sort, note, measure, form: site.panel(
            page, title, value, site.change(now, was, sort, self.has_prior), note,
            site.curve(curve, period, site.daily(self.by_day, period, measure), form))
        figure("Closed conversations", "Closed conversations", count(n), n, len(self.was), "count",
               "by their last close", len, count)
        figure("Customers", "Customers", count(people(self.now)), people(self.now), people(self.was), "count",
               f"{mean(n, people(self.now))} conversations each, on average" if n else "", people, count)
        figure("Reopened before", "Reopened conversations", count(reopened(self.now)), reopened(self.now),
               reopened(self.was), "count",
               f"{count(by('customer'))} by the customer, {count(by('agent', 'system'))} by the team", reopened, count)
        figure("Median from start to last close", "Median from start to last close",
               length(middle(self.now, "to_last")), middle(self.now, "to_last"), middle(self.was, "to_last"), "length",
               "of one conversation" if n == 1 else f"of {words.conversations(n)}",
               lambda u: middle(u, "to_last"), length)

    def per_day(self):
        page, site, period = self.page, self.site, self.period
        scope = page.section("per-day")
        overview = Earlier(self)
        chart_of_days(site, page, scope, period, self.by_day, "Conversations closed per day", Overview.tip,
                      overview.earlier, overview.words(), "closed")
        busiest_day(self, scope, lambda n, day: f"{count(n)} closed on {day}, the busiest day.")
        columns = ["Day", "AI only", "AI then team", "Team then AI", "Team only", "Neither", "All"]
        rows, lines = [], []
        numbers = lambda units: (lambda c: c[:5] + c[7:])(Overview.counts(units))
        for day in period.days:
            rows.append([day_name(self, day), *([count(n) for n in numbers(self.by_day.get(day, []))]
                                                if self.facts.data.has(day) else [MISSING] * 6)])
            if self.facts.data.has(day):
                lines.append([words.iso(day), *map(str, numbers(self.by_day.get(day, [])))])
        rows.append(["All", *(count(n) for n in numbers(self.now))])
        page.rows("Conversations closed per day by how they went", columns, rows)
        site.csv(self.folder + "conversations-per-day.csv",
                 ["day", "ai_only", "ai_then_team", "team_then_ai", "team_only", "neither", "closed"], lines)

    def inside(self):
        page, n = self.page, len(self.now)
        scope = page.section("inside")
        several = sum(len(c["channels"]) > 1 for c in self.now)
        if n:
            scope.says(f"{percent(several, n)} of {count(n)} went over more than one channel: {count(several)}.")
        rows, lines = [], []
        for key, name in HELD + [(None, "All")]:
            units = [c for c in self.now if key is None or held(c) == key]
            has_contacts = key in ("both", "contacts_only", None)
            answered = sum(c["answered"] for c in units)
            reached = sum(bool(c["of_contacts"]) for c in units)
            totals = totals_of(units)
            split = [count(answered), count(reached - answered)] if has_contacts else [MISSING] * 2
            rows.append([name, "", count(len(units)), percent(len(units), n), *split,
                         *(mean(t, len(units)) for t in totals)])
            if key:
                lines.append([key, *map(str, (len(units), answered, reached - answered,
                                              sum(len(c["channels"]) > 1 for c in units), *totals))])
        page.rows("What closed conversations held", [
            "Held", "As a bar", "Conversations", "Share", "Answered", "Unanswered", "AI sessions", "Contacts",
            "Channels", "Agents"], rows)
        self.site.csv(self.folder + "conversations-inside.csv", [
            "held", "conversations", "answered", "unanswered", "multichannel", "sessions", "contacts", "channels",
            "agents"], lines)

    def lengths(self):
        page, n = self.page, len(self.now)
        scope = page.section("length")
        last = [c["to_last"] for c in self.now]
        if n:
            scope.says(f"Half of the {count(n)} had their last close within {length(median(last))}, nine tenths within "
                       f"{length(p90(last))}.")
        names = dict(zip(CLOSERS, ["An agent", "The customer", self.site.ai, "The system", "The window's end"]))
        rows, lines = [], []
        for key in CLOSERS + [None]:
            units = [c for c in self.now if key is None or c["closer"] == key]
            first, last = [c["to_first"] for c in units], [c["to_last"] for c in units]
            rows.append([names.get(key, "All"), count(len(units)), percent(len(units), n), length(median(first)),
                         length(p90(first)), length(median(last)), strip_words(last) if units else "",
                         length(p90(last))])
            if key:
                lines.append([key, str(len(units)), *(seconds(f(v)) for v in (first, last) for f in (median, p90))])
        page.rows("From start to close, by who closed", [
            "Last closed by", "Conversations", "Share", "To first close, median", "p90", "To last close, median", None,
            "p90"], rows)
        self.site.csv(self.folder + "conversations-length.csv", [
            "closed_by", "conversations", "first_close_median_seconds", "first_close_p90_seconds",
            "last_close_median_seconds", "last_close_p90_seconds"], lines)

    def still_open(self):
        page, site, clock, n = self.page, self.site, self.facts.clock, len(self.open)
        scope = page.section("open")
        which = " that began in this month" if self.is_month else ""
        scope.says({0: f"No conversation{which} was open", 1: f"One conversation{which} was open"}.get(
            n, f"{words.conversations(n)}{which} were open") + f" when the data ended, {site.as_of}.")
        age = lambda c: self.facts.as_of - c["started_at"]
        groups = [(name, [c for c in self.open if age(c) >= low and (high is None or age(c) < high)])
                  for name, low, high in AGES]
        if n or self.last_row():
            page.rows("Open conversations by how long ago they began", ["Began", "Conversations", "Share"], [
                [name, count(len(units)), percent(len(units), n)] for name, units in groups] +
                ([["All", count(n), percent(n, n)]] if "All" in self.last_row() else []))
        ordered = sorted(self.open, key=lambda c: (c["started_at"], c["customer"].encode(), c["id"].encode()))
        self.open_list(ordered, scope)
        site.csv(self.folder + "conversations-open.csv", [
            "id", "brand", "customer", "customer_name", "channel", "started_at", "last_activity_at", "sessions",
            "contacts"], [[
                c["id"], c["brand"], c["customer"], guarded(self.facts.name(c["customer"])), first_channel(c),
                written(c["started_at"]), written(c["last_activity_at"]), str(c["sessions"]), str(c["contacts"])]
                for c in ordered], key=0)

    def last_row(self):
        table = self.page.table("Open conversations by how long ago they began")
        return table.all("tr")[-1].text() if table else ""

    def open_list(self, ordered, scope):
        from facts import address

        page, clock = self.page, self.facts.clock
        table = page.table("Open conversations, the oldest first")
        if table is None:
            if ordered:
                page.disagree("#open", "a list", "none")
            return
        shown = len(table.all("tr")) - 1
        if shown < len(ordered):
            scope.says(f"The first {count(shown)} of {count(len(ordered))}; the CSV has all.")
        moment = lambda ms: f"{words.short_year(clock.day(ms))}, {clock.time(ms)}"
        rows = [Keyed([None, self.facts.name(c["customer"]), words.channel(first_channel(c)), moment(c["started_at"]),
                       moment(c["last_activity_at"]), f"{words.sessions(c['sessions'])}, {words.contacts(c['contacts'])}"],
                      self.facts.timeline(c["brand"], c["customer"]) + "#c-"
                      + address("c", c["brand"], c["customer"], c["id"])) for c in ordered]
        linked = {row.first("a").get("href").replace("../", "") for row in table.all("tr")[1:] if row.first("a")}
        if len(linked) != shown or not linked <= {r.key for r in rows}:
            page.disagree("#open, links", sorted(r.key for r in rows)[:3], sorted(linked)[:3])
        latest = max((c["started_at"] for c, r in zip(ordered, rows) if r.key in linked), default=0)
        if any(c["started_at"] < latest and r.key not in linked for c, r in zip(ordered, rows)):
            page.disagree("#open, list", "the oldest first", "an older one is left out")
        key = lambda cells: cells[0].first("a").get("href").replace("../", "")
        page.rows("Open conversations, the oldest first", None, [r for r in rows if r.key in linked], key)
        for link in table.all("a", "id"):
            short_id(page, link)


def short_id(page, link):
    """The first four characters of the anchor stand for a unit."""
    anchor = link.get("href").split("#", 1)[-1].split("-", 1)[-1]
    cell = link.inside("td") or link.inside("th")
    for fragment in page.fragments:
        if fragment.node is cell and fragment.text == anchor[:4]:
            fragment.claim(0, len(fragment.text))


def first_channel(conversation):
    units = conversation["of_sessions"] + conversation["of_contacts"]
    if units:
        return min(units, key=lambda u: u["place"])["channel"]
    return conversation["channels"][0] if conversation["channels"] else ""


def guarded(text):
    """Text by people gets an apostrophe where a spreadsheet might run it."""
    lead = text.lstrip(" \u00a0\u3000")
    return "'" + text if text[:1] in "\t\r" and text or lead[:1] and lead[0] in "=+-@\uff1d\uff0b\uff0d\uff20" else text


def totals_of(units):
    return [sum(c["sessions"] for c in units), sum(c["contacts"] for c in units),
            sum(len(c["channels"]) for c in units), sum(len(c["agents"]) for c in units)]


def day_name(view, day):
    return words.day(day) + (", not over" if view.facts.unfinished(day) else "")


def unfinished_words(view):
    facts, site = view.facts, view.site
    if view.period.has(facts.clock.day(facts.as_of)):
        if view.is_month:
            view.page.says(f"The month is not over: the data ends on {site.as_of}.")
        else:
            view.page.says(f"The last day was not over: the data ends at {facts.clock.time(facts.as_of)}.")


def busiest_day(view, scope, sentence):
    totals = {d: len(view.by_day.get(d, [])) for d in view.site.covered(view.period)}
    if totals and max(totals.values()):
        day = max(totals, key=lambda d: (totals[d], -d.toordinal()))
        scope.says(sentence(totals[day], words.day(day)))


class Earlier:
    """The total of the day that lies a period's length before."""

    def __init__(self, view):
        self.view = view
        self.offset = 28 if view.is_month else len(view.period.days)

    def earlier(self, day):
        before = day.fromordinal(day.toordinal() - self.offset)
        both = self.view.facts.data.has(before) and self.view.facts.data.has(day)
        return len(self.view.by_day.get(before, [])) if both else None

    def words(self):
        span = words.SPANS.get(self.offset)
        text = f"Total {span if span and self.offset <= 28 else f'{self.offset} days'} earlier"
        return text.replace("one week", "a week")


# ---- day by day, week by week

DAY_COLUMNS = (
    ["Closed", "Customers", "AI sessions only", "Contacts only", "Both", "Neither", "With contacts, answered",
     "With contacts, unanswered", "Reopened", "To last close, median", "To last close, p90"],
    ["Several channels", "AI sessions each", "Contacts each", "Channels each", "Agents each", "Reopened by customer",
     "Reopened by team", "To first close, median", "To first close, p90", "Closed by agent", "Closed by customer",
     "Closed by {ai}", "Closed by system", "Window over"],
    ["closed", "customers", "multichannel", "sessions_only", "contacts_only", "both", "neither", "answered",
     "unanswered", "sessions", "contacts", "channels", "agents", "reopened", "reopened_by_customer", "reopened_by_team",
     "first_close_median_seconds", "first_close_p90_seconds", "last_close_median_seconds", "last_close_p90_seconds",
     "closed_by_agent", "closed_by_customer", "closed_by_ai", "closed_by_system", "closed_by_window"])


def conversation_rows(units):
    """The table's cells, the further table's, the CSV's."""
    n, kinds = len(units), Counter(map(held, units))
    people = len({(c["brand"], c["customer"]) for c in units})
    reached = [c for c in units if c["of_contacts"]]
    answered = sum(c["answered"] for c in reached)
    first, last = [c["to_first"] for c in units], [c["to_last"] for c in units]
    reopened = [sum(bool(c["reopens"]) for c in units), sum(reopened_by(c, "customer") for c in units),
                sum(reopened_by(c, "agent", "system") for c in units)]
    closers = [sum(c["closer"] == name for c in units) for name in CLOSERS]
    several, totals = sum(len(c["channels"]) > 1 for c in units), totals_of(units)
    held_counts = [kinds[k] for k in ("sessions_only", "contacts_only", "both", "neither")]
    table = [count(x) for x in (n, people, *held_counts, answered, len(reached) - answered, reopened[0])]
    table += [length(median(last)), length(p90(last))]
    more = [percent(several, n), *(mean(t, n) for t in totals), count(reopened[1]), count(reopened[2]),
            length(median(first)), length(p90(first)), *map(count, closers)]
    line = [n, people, several, *held_counts, answered, len(reached) - answered, *totals, *reopened]
    marks = [seconds(f(v)) for v in (first, last) for f in (median, p90)]
    return table, more, [*map(str, line), *marks, *map(str, closers)]


def summary(view, sort, columns, cells_of, stem, caption):
    """A row a day or a week (Monday to Sunday, cut by the period), then all; further columns in a second table."""
    page, facts = view.page, view.facts
    buckets = [(d, d) for d in view.period.days] if sort == "day" else weeks(view.period)
    head = {"day": "Day", "week": "Week"}[sort]
    fill = lambda names: [n.replace("{ai}", view.site.ai) for n in names]
    tables, mores, lines = [], [], []
    for first, last in buckets:
        days = [d for d in view.period.days if first <= d <= last]
        units = [u for d in days for u in view.by_day.get(d, [])]
        name = words.day(first) if sort == "day" else words.short(first)
        if first != last:
            name += f" \u2013 {words.short(last)}"
        name += ", not over" if any(facts.unfinished(d) for d in days) else ""
        table, more, line = cells_of(units)
        if not any(facts.data.has(d) for d in days):
            table, more = [MISSING] * len(table), [MISSING] * len(more)
        else:
            dates = [words.iso(first)] if sort == "day" else [words.iso(first), words.iso(last)]
            lines.append(dates + line)
        tables.append([name, *table])
        mores.append([name, *more])
    table, more, _ = cells_of(view.now)
    tables.append(["All", *table])
    mores.append(["All", *more])
    page.rows(f"{caption}, one row a {sort}", [head, *fill(columns[0])], tables,
              table=page.table_in(page.section(f"by-{sort}")))
    page.rows(f"{caption}, one row a {sort}: further columns", [head, *fill(columns[1])], mores)
    dates = ["day"] if sort == "day" else ["first_day", "last_day"]
    view.site.csv(f"{view.folder}{stem}-by-{sort}.csv", dates + columns[2], lines)


def weeks(period):
    """Calendar weeks, cut by the period."""
    found, first = [], period.first
    while first <= period.last:
        sunday = first.fromordinal(first.toordinal() + 6 - first.weekday())
        found.append((first, min(sunday, period.last)))
        first = sunday.fromordinal(sunday.toordinal() + 1)
    return found
