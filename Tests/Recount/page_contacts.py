"""Contacts and its months: ended Contacts by their end. No AI Session is in any of its numbers."""

import words
from checks import Keyed
from page_conversations import Earlier, busiest_day, day_name, guarded, summary, unfinished_words
from page_overview import chart_of_days, strip_words
from ranks import median, p90
from site_under_test import mean, middle
from words import MISSING, count, length, seconds

REASONS = ["ended", "closed", "inactivity", "lapsed", "window"]
COLUMNS = (
    ["Ended", "Outbound", "After hand-off", "Direct", "Answered", "Unanswered", "First reply, median",
     "First reply, p90", "First replies", "Handling, median", "Handling, p90"],
    ["Inbound", "Messages per contact", "Agents", "Ended by an event", "Ended by a close", "Ended, no activity",
     "Ended, lapsed", "Ended, window over"],
    ["ended", "inbound", "outbound", "handed_off", "direct", "answered", "unanswered", "first_reply_median_seconds",
     "first_reply_p90_seconds", "first_replies", "handling_median_seconds", "handling_p90_seconds", "messages",
     "agents", *(f"ended_by_{reason}" for reason in REASONS)])


def check(site):
    for folder, period, is_month in site.report_periods:
        Contacts(site, folder, period, is_month).check()


def origin(units, *names):
    return sum(c["origin"] in names for c in units)


def replies(units):
    return [c["reply"] for c in units if c["reply"] is not None]


def handling(units):
    return [c["handling"] for c in units]


def contact_rows(units):
    answered, n = sum(c["answered"] for c in units), len(units)
    outbound, handed, direct = (origin(units, name) for name in ("outbound", "handoff", "direct"))
    reply, handled = replies(units), handling(units)
    messages = sum(c["customer_messages"] + c["agent_messages"] + c["ai_messages"] for c in units)
    agents = len({a for c in units for a in c["agents"]})
    reasons = [sum(c["end_reason"] == reason for c in units) for reason in REASONS]
    table = [count(x) for x in (n, outbound, handed, direct, answered, n - answered)]
    table += [length(median(reply)), length(p90(reply)), count(len(reply)), length(median(handled)), length(p90(handled))]
    more = [count(n - outbound), mean(messages, n), count(agents), *map(count, reasons)]
    line = [*map(str, (n, n - outbound, outbound, handed, direct, answered, n - answered)), seconds(median(reply)),
            seconds(p90(reply)), str(len(reply)), seconds(median(handled)), seconds(p90(handled)), str(messages),
            str(agents), *map(str, reasons)]
    return table, more, line


class Contacts:
    def __init__(self, site, folder, period, is_month):
        self.site, self.facts, self.folder, self.period, self.is_month = site, site.facts, folder, period, is_month
        self.prior = site.before(period, is_month)
        self.has_prior = bool(site.covered(self.prior))
        self.by_day = self.facts.by_day(self.facts.contacts, "ended_at")
        self.now = self.facts.within(self.facts.contacts, "ended_at", period)
        self.was = self.facts.within(self.facts.contacts, "ended_at", self.prior)
        self.page = site.page(folder + "contacts.html")

    def check(self):
        self.lede()
        self.figures()
        self.per_day()
        self.by_channel()
        self.by_agent()
        for sort in ("day", "week"):
            summary(self, sort, COLUMNS, contact_rows, "contacts", "Contacts")
        self.site.months(self.page)
        self.site.frame(self.page)

    def lede(self):
        page, units, n = self.page, self.now, len(self.now)
        self.site.head(page, self.period, self.is_month)
        span = self.site.period_words(self.period, self.is_month)
        if n == 0:
            page.says(f"No contact ended in {span}.")
        else:
            ai, team = self.site.the_ai, self.site.the_team
            handed, direct, outbound = (origin(units, name) for name in ("handoff", "direct", "outbound"))
            first = f"{count(handed)} after a hand-off from {ai}"
            came = f"{count(direct)} that came to {team} directly"
            origins = f"{first} and {came}." if not outbound else f"{first}, {came} and {count(outbound)} that {team} began."
            page.says(f"{'One contact' if n == 1 else words.contacts(n)} ended in {span}: {origins}")
            answered = sum(c["answered"] for c in units)
            page.says(f"{count(answered)} answered, {count(n - answered)} unanswered.")
            if replies(units):
                page.says(f"Half of the {count(len(replies(units)))} first replies came within "
                          f"{length(median(replies(units)))}.")
        if n:
            unfinished_words(self)

    def figures(self):
        site, page, period, units, n = self.site, self.page, self.period, self.now, len(self.now)
        answered = sum(c["answered"] for c in units)
        handed = lambda group: origin(group, "handoff")
        figure = lambda title, curve, value, now, was, sort, note, measure, form: site.panel(
            page, title, value, site.change(now, was, sort, self.has_prior), note,
            site.curve(curve, period, site.daily(self.by_day, period, measure), form))
        figure("Contacts", "Contacts", count(n), n, len(self.was), "count",
               f"{count(answered)} answered, {count(n - answered)} unanswered", len, count)
        figure("After a hand-off", "Contacts after a hand-off", count(handed(units)), handed(units), handed(self.was),
               "count", f"{count(origin(units, 'direct'))} direct, {count(origin(units, 'outbound'))} outbound", handed,
               count)
        k = len(replies(units))
        figure("Median first team reply", "Median first team reply", length(median(replies(units))),
               median(replies(units)), median(replies(self.was)), "length",
               "of one first reply" if k == 1 else f"of {count(k)} first replies", lambda u: median(replies(u)), length)
        figure("Median handling time", "Median handling time", length(median(handling(units))),
               median(handling(units)), median(handling(self.was)), "length",
               "of one contact" if n == 1 else f"of {words.contacts(n)}", lambda u: median(handling(u)), length)

    def per_day(self):
        page, site, period = self.page, self.site, self.period
        scope = page.section("per-day")
        earlier = Earlier(self)
        parts = lambda units: [(origin(units, "handoff"), "after a hand-off"),
                               (origin(units, "direct", "outbound"), "direct or outbound")]
        tip = lambda units: ", ".join(f"{count(n)} {name}" for n, name in parts(units) if n)
        chart_of_days(site, page, scope, period, self.by_day, "Contacts per day", tip, earlier.earlier,
                      earlier.words(), "ended")
        busiest_day(self, scope, lambda n, day: f"{words.contacts(n)} on {day}, the busiest day.")
        rows, lines = [], []
        for day in period.days:
            units = self.by_day.get(day, [])
            has = self.facts.data.has(day)
            rows.append([day_name(self, day), *(self.cells(units) if has else [MISSING] * 8)])
            if has:
                _, _, line = contact_rows(units)
                lines.append([words.iso(day), line[0], line[3], line[4], line[2], line[5], line[6], line[7], line[10]])
        rows.append(["All", *self.cells(self.now)])
        page.rows("Contacts, one row a day", [
            "Day", "Ended", "After hand-off", "Direct", "Outbound", "Answered", "Unanswered", "First reply, median",
            "Handling, median"], rows, table=page.table_in(scope))
        site.csv(self.folder + "contacts-per-day.csv", [
            "day", "ended", "handed_off", "direct", "outbound", "answered", "unanswered", "first_reply_median_seconds",
            "handling_median_seconds"], lines)

    @staticmethod
    def cells(units):
        table, _, _ = contact_rows(units)
        return [table[0], table[2], table[3], table[1], table[4], table[5], table[6], table[9]]

    # ---- by channel, by agent

    HEAD = ["Contacts", "Hand-off, then others", "Unanswered", "Median first reply", None, "n", "Median handling"]

    def by_channel(self):
        groups = {}
        for contact in self.now:
            groups.setdefault(contact["channel"], []).append(contact)
        order = sorted(groups, key=lambda name: (-len(groups[name]), name))
        rows = [self.breakdown(words.channel(name), groups[name]) for name in order]
        rows = [Keyed(row, row[0]) for row in rows + self.total_row("Contacts by channel")]
        self.page.rows("Contacts by channel", ["Channel", *self.HEAD], rows, lambda cells: cells[0].text())
        self.site.csv(self.folder + "contacts-by-channel.csv", ["channel", *COLUMNS[2]],
                      [[name, *contact_rows(groups[name])[2]] for name in order], key=0)

    def by_agent(self):
        groups = {}
        for contact in self.now:
            for agent in contact["agents"] or ([None] if contact["answered"] else [""]):
                groups.setdefault(agent, []).append(contact)
        names = self.facts.export.agents
        title = lambda agent: {None: "Agents without a name", "": "No agent wrote"}.get(agent, names.get(agent) or agent)
        rows = {title(agent): self.breakdown(title(agent), units) for agent, units in groups.items()}
        self.agent_rows(rows)
        lines = [[agent or "", guarded(names.get(agent) or agent) if agent else "", *self.agent_line(agent, units)]
                 for agent, units in groups.items() if agent is not None]
        self.site.csv(self.folder + "contacts-by-agent.csv", ["agent", "agent_name", *COLUMNS[2]], lines, key=0)

    @staticmethod
    def agent_line(agent, units):
        return contact_rows(units)[2]

    def agent_rows(self, rows):
        """In the page's own order (by name), but each name once and none missing."""
        keyed = [Keyed(texts, name) for name, texts in rows.items()]
        keyed += [Keyed(row, row[0]) for row in self.total_row("Contacts by agent")]
        table = self.page.table("Contacts by agent")
        if table is not None:
            if len(table.all("tr")) - 1 != len(keyed):
                self.page.disagree("table 'Contacts by agent'", sorted(r.key for r in keyed),
                                   [row.children and row.text()[:30] for row in table.all("tr")[1:]])
            self.page.rows("Contacts by agent", ["Agent", *self.HEAD], keyed, lambda cells: cells[0].text())

    def total_row(self, caption):
        table = self.page.table(caption)
        has = table is not None and table.all("tr")[-1].text().startswith("All")
        if not has:
            return []
        row = self.breakdown("All", self.now)
        return [row[:5] + [""] + row[6:]]

    @staticmethod
    def breakdown(name, units):
        table, _, _ = contact_rows(units)
        return [name, table[0], "", table[5], table[6], strip_words(replies(units)) if replies(units) else "", table[8],
                table[9]]
