"""The Overview and its months: Conversations by their start."""

from collections import Counter
from datetime import timedelta
from fractions import Fraction

import words
from clock import DAY, written
from checks import Keyed
from ranks import median, p90, rank
from site_under_test import mean, middle, ratio
from words import MISSING, count, length, percent, seconds

PATHS = ["ai_only", "ai_then_team", "team_then_ai", "team_only", "neither"]


def check(site):
    for folder, period, is_month in site.report_periods:
        Overview(site, folder, period, is_month).check()


class Overview:
    def __init__(self, site, folder, period, is_month):
        self.site, self.facts, self.folder, self.period, self.is_month = site, site.facts, folder, period, is_month
        self.prior = site.before(period, is_month)
        self.has_prior = bool(site.covered(self.prior))
        self.by_day = self.facts.by_day(self.facts.conversations, "started_at")
        self.now = self.facts.within(self.facts.conversations, "started_at", period)
        self.was = self.facts.within(self.facts.conversations, "started_at", self.prior)
        self.paths = Counter(c["path"] for c in self.now)
        self.page = site.page(folder + "index.html")

    def check(self):
        self.lede()
        self.strip()
        self.figures()
        self.per_day()
        self.flow()
        self.heat()
        self.channels()
        self.demand()
        self.wait()
        self.quality()
        self.site.months(self.page)
        self.site.frame(self.page)

    # ---- the head

    def lede(self):
        page, paths, n = self.page, self.paths, len(self.now)
        span = self.site.period_words(self.period, self.is_month)
        self.site.head(page, self.period, self.is_month)
        people = len({(c["brand"], c["customer"]) for c in self.now})
        text = f"{words.customers(people)} had {'one conversation' if n == 1 else words.conversations(n)} in {span}."
        if n == 0:
            page.says(f"No conversation began in {span}.")
            return
        page.says(text)
        ai, team = self.site.the_ai, self.site.the_team
        both = paths["ai_then_team"] + paths["team_then_ai"]
        were = f"were with both {ai} and {team}" if paths["team_then_ai"] else f"began with {ai} and reached {team}"
        page.says(
            f"{count(paths['ai_only'])} stayed with {ai}, {count(both)} {were}, and {count(paths['team_only'])} "
            f"stayed with {team}.")
        if paths["neither"]:
            page.says("One held neither." if paths["neither"] == 1 else f"{count(paths['neither'])} held neither.")
        page.says(self.reached_words())
        if self.period.has(self.facts.clock.day(self.facts.as_of)):
            if self.is_month:
                page.says(f"The month is not over: the data ends on {self.site.as_of}.")
            else:
                page.says(f"The last day was not over: the data ends at {self.facts.clock.time(self.facts.as_of)}.")

    def reached_words(self):
        reached = [c for c in self.now if c["of_contacts"]]
        answered = sum(c["answered"] for c in reached)
        return (
            f"{count(len(reached))} reached {self.site.the_team}: {count(answered)} answered, "
            f"{count(len(reached) - answered)} unanswered.")

    def before_words(self):
        covered, days = len(self.site.covered(self.prior)), len(self.prior.days)
        if not covered:
            return "no earlier data"
        name = words.month_long(self.prior.first) if self.is_month else (
            f"the {words.SPANS[days].removeprefix('one ')} before" if days in words.SPANS
            else f"the {words.counted(days, 'day', 'days')} before")
        return name if covered == days else f"{name}, of which the data covers {words.counted(covered, 'day', 'days')}"

    def strip(self):
        site, clock, facts = self.site, self.facts.clock, self.facts
        node = self.page.root.first("dl", "asof")
        scope = self.page.part(node, "strip of facts")
        scope.says(written(facts.as_of))
        scope.says(f"{words.day_year(clock.day(facts.as_of))}, {clock.time(facts.as_of)}")
        scope.says(site.span)
        scope.says(self.before_words())
        scope.says(site.rule_words())
        scope.says(f"{words.counted(facts.export.records, 'record', 'records')} read")
        scope.says(f"{count(len(facts.rejected))} rejected")

    # ---- figures

    def figures(self):
        facts, site, page, period = self.facts, self.site, self.page, self.period
        sessions, was_sessions = (facts.within(facts.sessions, "started_at", p) for p in (period, self.prior))
        contacts, was_contacts = (facts.within(facts.contacts, "ended_at", p) for p in (period, self.prior))
        days_of = lambda units, anchor: facts.by_day(units, anchor)
        session_days, contact_days = days_of(facts.sessions, "started_at"), days_of(facts.contacts, "ended_at")
        plain = [
            ("AI sessions", len(sessions), len(was_sessions), "by their start", session_days),
            ("Conversations", len(self.now), len(self.was), "by their start", self.by_day),
            ("Contacts", len(contacts), len(was_contacts), "by their end", contact_days),
        ]
        for title, now, was, note, days in plain:
            self.figure(title, count(now), (now, was, "count"), note, site.daily(days, period, len), count)
        of_sessions = "of one AI session" if len(sessions) == 1 else f"of {words.sessions(len(sessions))}"
        handed = lambda units: sum(s["outcome"] == "handed off" for s in units)
        ended = lambda units: sum(s["outcome"] == "ended in AI" for s in units)
        rate = site.daily(session_days, period, lambda u: Fraction(handed(u), len(u)) if u else None)
        self.figure(
            "Hand-off rate", percent(handed(sessions), len(sessions)),
            (ratio(handed(sessions), len(sessions)), ratio(handed(was_sessions), len(was_sessions)), "share"),
            of_sessions, rate, lambda r: percent(r.numerator, r.denominator, 0))
        self.figure(
            "Sessions that ended in AI", count(ended(sessions)), (ended(sessions), ended(was_sessions), "count"),
            of_sessions, site.daily(session_days, period, ended), count)
        replies = [c["reply"] for c in contacts if c["reply"] is not None]
        self.figure(
            "Median first team reply", length(median(replies)),
            (median(replies), middle(was_contacts, "reply"), "length"),
            "of one first reply" if len(replies) == 1 else f"of {count(len(replies))} first replies",
            site.daily(contact_days, period, lambda u: middle(u, "reply")), length)
        reopened = lambda units: sum(bool(c["reopens"]) for c in units)
        self.figure(
            "Reopened conversations", count(reopened(self.now)), (reopened(self.now), reopened(self.was), "count"),
            "of one conversation" if len(self.now) == 1 else f"of {words.conversations(len(self.now))}",
            site.daily(self.by_day, period, reopened), count)

    def figure(self, title, value, change, note, daily, form):
        now, was, sort = change
        text = self.site.change(now, was, sort, self.has_prior)
        self.site.panel(self.page, title, value, text, note, self.site.curve(title, self.period, daily, form))

    # ---- days

    def earlier(self, day):
        """The total as many days earlier as the period is long; None where the data has no such day."""
        before = day - timedelta(self.offset)
        both = self.facts.data.has(before) and self.facts.data.has(day)
        return len(self.by_day.get(before, [])) if both else None

    @property
    def offset(self):
        return 28 if self.is_month else len(self.period.days)

    def per_day(self):
        site, facts, page, period = self.site, self.facts, self.page, self.period
        scope = page.section("per-day")
        days = site.covered(period)
        totals = {d: len(self.by_day.get(d, [])) for d in days}
        whole = [totals[d] for d in days if not facts.unfinished(d)] or list(totals.values())
        if self.now:
            scope.says(f"{count(max(totals.values()))} on the busiest day, {count(min(whole))} on the quietest.")
        if self.now and len(period.days) > 6:
            weekend = sum(n for d, n in totals.items() if d.weekday() >= 5)
            scope.says(f"Weekends carry {percent(weekend, sum(totals.values()), 0)} of all conversations.")
        chart_of_days(site, page, scope, period, self.by_day, "Conversations per day", self.tip, self.earlier,
                      self.earlier_words(), "began")
        columns = ["Day", "AI only", "AI then team", "Team then AI", "Team only", "Neither", "Reached team, answered",
                   "Reached team, unanswered", "All", "Earlier"]
        rows, lines = [], []
        for day in period.days:
            rows.append(self.day_row(day, lines))
        total = self.counts(self.now)
        earlier = [self.earlier(d) for d in period.days]
        known = [e for e in earlier if e is not None]
        rows.append(["All"] + [count(n) for n in total] + [count(sum(known)) if known else MISSING])
        page.rows("Conversations per day by how they went", None, rows)
        header = ["day", *PATHS, "answered", "unanswered", "conversations", f"days_earlier_{self.offset}"]
        site.csv(self.folder + "overview-per-day.csv", header, lines)

    @staticmethod
    def counts(units):
        paths = Counter(c["path"] for c in units)
        reached = [c for c in units if c["of_contacts"]]
        answered = sum(c["answered"] for c in reached)
        return [paths[p] for p in PATHS] + [answered, len(reached) - answered, len(units)]

    def day_row(self, day, lines):
        name = words.day(day) + (", not over" if self.facts.unfinished(day) else "")
        earlier = self.earlier(day)
        shown = MISSING if earlier is None else count(earlier)
        if not self.facts.data.has(day):
            return [name] + [MISSING] * 8 + [shown]
        numbers = self.counts(self.by_day.get(day, []))
        lines.append([words.iso(day), *map(str, numbers), "" if earlier is None else str(earlier)])
        return [name] + [count(n) for n in numbers] + [shown]

    def earlier_words(self):
        span = words.SPANS.get(self.offset)
        return f"Total {span if span and self.offset <= 28 else f'{self.offset} days'} earlier".replace("one week", "a week")

    @staticmethod
    def tip(units):
        paths = Counter(c["path"] for c in units)
        parts = [(paths["ai_only"], "AI only"), (paths["ai_then_team"] + paths["team_then_ai"], "AI and team"),
                 (paths["team_only"], "team only"), (paths["neither"], "neither")]
        return ", ".join(f"{count(n)} {name}" for n, name in parts if n)

    # ---- how they went

    def flow(self):
        page, site, n = self.page, self.site, len(self.now)
        scope = page.section("flow")
        ai, team = site.the_ai, site.the_team
        began = [c for c in self.now if c["path"] in ("ai_only", "ai_then_team")]
        direct = [c for c in self.now if c["path"] in ("team_only", "team_then_ai")]
        handed = [c for c in began if c["of_contacts"] and c["handed"]]
        later = [c for c in began if c["of_contacts"] and not c["handed"]]
        stayed, neither = self.paths["ai_only"], self.paths["neither"]
        reached = [c for c in self.now if c["of_contacts"]]
        answered = sum(c["answered"] for c in reached)
        unanswered = len(reached) - answered
        if began:
            of = f"the one conversation" if len(began) == 1 else f"the {words.conversations(len(began))}"
            scope.says(f"{percent(stayed, len(began), 0)} of {of} that began with {ai} also stayed there.")
        if n:
            scope.says(self.reached_words())
        scope.says(
            f"Conversations: {count(n)}. Began with an AI session: {count(len(began))}; with a contact: "
            f"{count(len(direct))}; held neither: {count(neither)}. Of those that began with an AI session, without a "
            f"contact: {count(stayed)}; handed off: {count(len(handed))}; with a contact later but no hand-off: "
            f"{count(len(later))}. With a contact: {count(len(reached))}; answered by an agent: {count(answered)}; "
            f"unanswered: {count(unanswered)}.")
        ribbons = [(f"began with {ai}", len(began)), (f"began with {team}", len(direct)), ("neither", neither),
                   (f"stayed with {ai}", stayed), ("handed off", len(handed)), ("no hand-off", len(later)),
                   (f"began with {team}", len(direct))]
        titles = [f for f in scope.fragments if f.node.tag == "title" and ": " in f.text]
        wanted = Counter(f"{name}: {count(value)}" for name, value in ribbons if value)
        found = Counter(f.text for f in titles)
        for fragment in titles:
            if found[fragment.text] <= wanted[fragment.text]:
                fragment.claim(0, len(fragment.text))
        if found - wanted or (Counter({t: 1 for t in wanted}) - found):
            page.disagree("#flow, ribbons", dict(wanted), dict(found))
        names = [f"began with {ai}", f"began with {team}", f"stayed with {ai}", f"reached {team}", "neither"]
        self.flow_labels(scope, names, [n, len(began), len(direct), neither, stayed, len(reached)],
                         [f"{count(answered)} answered", f"{count(unanswered)} unanswered",
                          f"{count(len(handed))} handed off", f"{count(len(later))} no hand-off"])
        split = lambda units: [count(sum(c["answered"] for c in units)), count(sum(not c["answered"] for c in units))]
        of_path = lambda path: [c for c in self.now if c["path"] == path]
        lines = [("ai_only", "AI sessions, no contact", of_path("ai_only"), False),
                 ("handed_off", "AI session first, handed off", handed, True),
                 ("ai_then_team", "AI session first, a contact without a hand-off", later, True),
                 ("team_then_ai", "Contact first, then an AI session", of_path("team_then_ai"), True),
                 ("team_only", "Contacts, no AI session", of_path("team_only"), True),
                 ("neither", "Neither", of_path("neither"), False)]
        rows = [[name, count(len(u)), percent(len(u), n), *(split(u) if has else [MISSING] * 2)]
                for _, name, u, has in lines]
        rows.append(["All", count(n), percent(n, n), count(answered), count(unanswered)])
        page.rows("Paths through a conversation", ["Path", "Conversations", "Share", "Answered", "Unanswered"], rows)
        plain = lambda texts: [t.replace(",", "") for t in texts]
        site.csv(self.folder + "overview-flow.csv", ["path", "conversations", "answered", "unanswered"],
                 [[name, str(len(u)), *(plain(split(u)) if has else ["", ""])] for name, _, u, has in lines])

    def flow_labels(self, scope, names, numbers, phrases):
        """The picture's labels: a number above its words, or both in a line where there is little room."""
        wanted = Counter([count(n) for n in numbers if n] + [p for p in phrases if not p.startswith("0 ")])
        texts = [f for f in scope.fragments if f.node.tag == "text" and any(c.isdigit() for c in f.text)]
        found = Counter(f.text for f in texts)
        for text in [t for t in found if t not in wanted]:
            number, _, name = text.partition(" ")
            if name in names and wanted[number]:
                wanted.subtract([number])
                wanted.update([text])
        wanted = +wanted
        for fragment in texts:
            if found[fragment.text] <= wanted[fragment.text]:
                fragment.claim(0, len(fragment.text))
        if found != wanted:
            self.page.disagree("#flow, labels", dict(wanted), dict(found))

    def heat(self):
        page, site, clock = self.page, self.site, self.facts.clock
        scope = page.section("when")
        cells = Counter((clock.day(c["started_at"]).weekday(), clock.hour(c["started_at"])) for c in self.now)
        hours = [f"{h:02d}" for h in range(24)]
        weekday, hour = max(((w, h) for w in range(7) for h in range(24)), key=lambda k: (cells[k], -k[0], -k[1]))
        name = words.WEEKDAYS[weekday]
        work = sum(n for (w, h), n in cells.items() if w < 5 and 9 <= h < 18)
        if self.now:
            scope.says(f"Busiest on {name} from {hour:02d}:00.")
            scope.says(f"{percent(work, len(self.now), 0)} began on weekdays between 09:00 and 18:00.")
            scope.says(f"Each cell adds up {self.site.period_words(self.period, self.is_month)}.")
            scope.says(
                f"Seven rows, Monday to Sunday, and 24 columns, one an hour. The busiest hour is {name}, {hour:02d}:00, "
                f"with {words.conversations(cells[(weekday, hour)])}.")
        else:
            scope.says("No conversation began.", every=True)
        scope.texts(lambda f: f.node.tag == "title" and "chart" not in f.text and ":00" in f.text, [
            f"{words.WEEKDAYS[w]}, {h:02d}:00 to {(h + 1) % 24:02d}:00: {words.conversations(cells[(w, h)])}"
            for w in range(7) for h in range(24) if cells[(w, h)] or not self.drops_empty(scope)], "cells")
        is_value = lambda f: "v" in f.node.classes
        scope.texts(lambda f: f.node.tag == "text" and f.text.isdigit() and not is_value(f), hours, "hours")
        scope.texts(lambda f: f.node.tag == "text" and is_value(f),
                    [count(cells[(w, h)]) for w in range(7) for h in range(24) if cells[(w, h)]], "values")
        rows = [[words.WEEKDAYS[w], *(count(cells[(w, h)]) for h in range(24))] for w in range(7)]
        page.rows("Conversations begun, by weekday and hour", ["Day", *hours], rows)
        site.csv(self.folder + "overview-hours.csv", ["weekday", "hour", "conversations"],
                 [[str(w + 1), str(h), str(cells[(w, h)])] for w in range(7) for h in range(24)])

    @staticmethod
    def drops_empty(scope):
        """A picture may leave out cells without a conversation."""
        return not any(": 0 conversations" in f.text for f in scope.fragments if f.node.tag == "title")

    # ---- channels, demand, waits

    def first_channel(self, conversation):
        units = conversation["of_sessions"] + conversation["of_contacts"]
        if units:
            return min(units, key=lambda u: u["place"])["channel"]
        return conversation["channels"][0] if conversation["channels"] else ""

    def channels(self):
        groups = {}
        for conversation in self.now:
            groups.setdefault(self.first_channel(conversation), []).append(conversation)
        order = sorted(groups, key=lambda name: (-len(groups[name]), name))
        rows, lines, medians = [], [], []
        for name in order:
            units = groups[name]
            sessions = [s for c in units for s in c["of_sessions"]]
            contacts = [k for c in units for k in c["of_contacts"]]
            handed = sum(s["outcome"] == "handed off" for s in sessions)
            replies = [k["reply"] for k in contacts if k["reply"] is not None]
            silent = sum(not k["answered"] for k in contacts)
            medians.append((median(replies), name))
            rows.append([words.channel(name), "", count(len(units)), count(len(sessions)), count(len(contacts)),
                         count(silent), percent(handed, len(sessions)), length(median(replies)), count(len(replies))])
            lines.append([name, str(len(units)), *(str(sum(c["path"] == p for c in units)) for p in PATHS),
                          str(len(sessions)), str(handed), str(len(contacts)), str(silent), seconds(median(replies)),
                          str(len(replies))])
        columns = ["Channel", "How they went", "Conversations", "AI sessions", "Contacts", "Unanswered", "Hand-off rate",
                   "Median first reply", "n"]
        by_name = [Keyed(row, row[0]) for row in rows]
        self.page.rows("Conversations by the channel they began on", columns, by_name, lambda cells: cells[0].text())
        self.site.csv(self.folder + "overview-channels.csv", [
            "channel", "conversations", *PATHS, "sessions", "handed_off", "contacts", "contacts_unanswered",
            "first_reply_median_seconds", "first_replies"], lines, key=0)
        known = [(m, n) for m, n in medians if m is not None]
        if len(known) > 1:
            (fast, fast_name), (slow, slow_name) = min(known), max(known)
            scope = self.page.section("channels")
            scope.says(f"The median first reply takes {length(fast)} on {words.channel(fast_name)} and {length(slow)} "
                       f"on {words.channel(slow_name)}.")

    def returns(self, units, reach):
        """Of AI-only Conversations whose `reach` since the close is over: how many customers began another in it."""
        over = [c for c in units if c["path"] == "ai_only" and c["closed_at"] is not None
                and c["closed_at"] + reach <= self.facts.as_of]
        back = 0
        for conversation in over:
            closed, me = conversation["closed_at"], (conversation["brand"], conversation["customer"])
            back += any(closed <= other["started_at"] < closed + reach and other is not conversation
                        for other in self.people()[me])
        return back, len(over)

    def people(self):
        if not hasattr(self.facts, "people"):
            self.facts.people = {}
            for c in self.facts.conversations:
                self.facts.people.setdefault((c["brand"], c["customer"]), []).append(c)
        return self.facts.people

    def demand(self):
        numbers = {}
        for name, units in (("now", self.now), ("was", self.was)):
            contacts = [k for c in units for k in c["of_contacts"]]
            numbers[name] = (len(contacts), sum(k["answered"] for k in contacts),
                             sum(c["path"] == "ai_only" for c in units), self.returns(units, DAY),
                             self.returns(units, 7 * DAY))
        contacts, answered, ai_only, day, week = numbers["now"]
        was_contacts, _, was_ai, was_day, was_week = numbers["was"]
        scope = self.page.section("demand")
        if contacts:
            scope.says(f"{words.contacts(contacts)}: {count(answered)} answered, {count(contacts - answered)} unanswered.")
        scope.allow("Only closes whose 24 h or 7 days are over")
        self.site.panel(
            self.page, "Demand", count(contacts + ai_only),
            self.site.change(contacts + ai_only, was_contacts + was_ai, "count", self.has_prior),
            f"{words.contacts(contacts)} + {count(ai_only)} with the AI only")
        for title, now, was in (("24 h", day, was_day), ("7 days", week, was_week)):
            scope.says(f"Came back within {title}")
            self.site.panel(
                self.page, f"Came back within {title}", percent(*now),
                self.site.change(ratio(*now), ratio(*was), "share", self.has_prior),
                f"{count(now[0])} of {count(now[1])} closes after the AI alone")
        lines = []
        for period, name in ((self.period, "now"), (self.prior, "was")):
            if name == "was" and not self.has_prior:
                continue
            c, a, ai, d, w = numbers[name]
            lines.append([words.iso(period.first), words.iso(period.last), *map(str, (c + ai, c, a, ai, *d, *w))])
        self.site.csv(self.folder + "overview-demand.csv", [
            "first_day", "last_day", "demand", "contacts", "contacts_answered", "conversations_ai_only",
            "came_back_24h", "came_back_24h_of", "came_back_7d", "came_back_7d_of"], lines)

    def wait(self, section="team-wait"):
        scope = self.page.section(section)
        handed = [k for c in self.now for k in c["of_contacts"] if k["origin"] == "handoff"]
        if not handed:
            scope.says("No conversation that began in this time was handed off.")
        waits = {}
        for contact in handed:
            wait = contact["first_reply_at"] - contact["started_at"] if contact["answered"] else None
            waits.setdefault(contact["channel"], []).append(wait)
        everything = [w for group in waits.values() for w in group if w is not None]
        if everything:
            scope.says(
                f"Median wait {length(median(everything))}, nine tenths within {length(p90(everything))}; "
                f"{count(len(everything))} answered, {count(len(handed) - len(everything))} unanswered.")
        elif handed:
            scope.says("Nobody who was handed off was answered.")
        opened_by_agent = [k for k in handed if self.opener(k).actor == "agent" and self.opener(k).kind == "message"]
        if len(opened_by_agent) == 1:
            scope.says("For one hand-off the export has no record of its own; it stands at the agent's first message, "
                       "and its wait is 0 s.")
        elif opened_by_agent:
            scope.says(f"For {count(len(opened_by_agent))} hand-offs the export has no record of their own; they stand "
                       "at the agent's first message, and their wait is 0 s.")
        order = sorted(waits, key=lambda name: (-len(waits[name]), name))
        table = [(words.channel(name), waits[name]) for name in order]
        rows = [Keyed(self.wait_row(name, group), name) for name, group in table]
        rows.append(Keyed(self.wait_row("All channels", [w for g in waits.values() for w in g]), "All channels"))
        self.page.rows("From hand-off to first agent message, by channel", [
            "Contact's channel", "Hand-offs", "Answered", "Not answered", "Median wait", None, "90th percentile"], rows,
            lambda cells: cells[0].text())
        known = lambda group: [w for w in group if w is not None]
        self.site.csv(self.folder + "overview-team-wait.csv", [
            "channel", "handoffs", "answered", "unanswered", "wait_median_seconds", "wait_p90_seconds"],
            [[name, str(len(g)), str(len(known(g))), str(len(g) - len(known(g))), seconds(median(known(g))),
              seconds(p90(known(g)))] for name, g in ((n, waits[n]) for n in order)], key=0)

    def opener(self, contact):
        return self.facts.export.events[contact["id"].split(":", 1)[1]]

    def wait_row(self, name, group):
        known = [w for w in group if w is not None]
        return [name, count(len(group)), count(len(known)), count(len(group) - len(known)), length(median(known)),
                strip_words(known), length(p90(known))]

    def quality(self):
        from page_quality import reasons, share_rejected, still_open

        scope = self.page.section("data")
        share_rejected(self.site, scope)
        still_open(self.site, scope)
        reasons(self.site, self.page, self.folder + "index-rejected-by-reason.csv")



def strip_words(values):
    """What a strip of lengths says when it is read out or hovered over."""
    if not values:
        return ""
    at = lambda p: length(rank(values, p))
    return f"{strip_label(values)} Middle half {at(25)} to {at(75)}, median {at(50)}, nine tenths within {at(90)}"


def strip_label(values):
    at = lambda p: length(rank(values, p))
    return f"A tenth within {at(10)}, half within {at(50)}, nine tenths within {at(90)}"


def chart_of_days(site, page, scope, period, by_day, title, tip, earlier, earlier_words, verb):
    """Stacked bars, one a day: axes, titles, hover titles, the note at the busiest bar."""
    facts, days = site.facts, period.days
    totals = {d: len(by_day.get(d, [])) for d in days if facts.data.has(d)}
    scope.says(f"{title}, {words.day_range(period.first, period.last)}")
    site.axis_of_counts(page, scope, max(totals.values(), default=0))
    site.axis_of_days(page, scope, period)
    titles = []
    for day in days:
        if not facts.data.has(day):
            text = f"{words.day(day)}: not in the data"
        elif not totals[day]:
            text = f"{words.day(day)}: 0"
        else:
            text = f"{words.day(day)}: {count(totals[day])} ({tip(by_day[day])})"
        if earlier(day) is not None:
            text += f". {earlier_words}: {count(earlier(day))}"
        if facts.unfinished(day):
            text += ". Not over when the data ended"
        titles.append(text)
    scope.texts(lambda f: f.node.tag == "title" and f.node.get("id") == "", titles, "days")
    if totals and max(totals.values()):
        busiest = max(totals, key=lambda d: (totals[d], -d.toordinal()))
        scope.texts(lambda f: f.node.tag == "text" and "note" in f.node.classes,
                    [f"{count(totals[busiest])} on {words.day(busiest)}"], "busiest day")
