"""The built site with what is needed to judge it, and the parts that many pages share."""

from fractions import Fraction

import words
from checks import CSVFile, Page
from ranks import median
from words import MISSING


class Site:
    def __init__(self, folder, facts, ledger, labels, rules):
        self.folder, self.facts, self.ledger = folder, facts, ledger
        self.ai, self.the_ai, self.the_team = labels
        self.window, self.timeout, self.quiet = rules
        self.months_too = True

    # ---- places

    def page(self, name):
        return Page(self.ledger, self.folder, name)

    def csv(self, name, header, rows, key=None):
        CSVFile(self.ledger, self.folder, name).holds(header, rows, key)

    @property
    def report_periods(self):
        """The folder of each period's pages, the period, and whether it is a calendar month."""
        return [p for p in self.all_periods if self.months_too or not p[2]]

    @property
    def all_periods(self):
        facts = self.facts
        months = sorted({day.replace(day=1) for day in facts.event_days}, reverse=True)
        return [("", facts.period, False)] + [
            (f"{day.year}-{day.month:02d}/", type(facts.period).month(day), True) for day in months]

    def head(self, page, period, is_month):
        """The line under the title, and the path to a month."""
        line = page.part(page.root.first("p", "period"), "period")
        line.says(words.day_range(period.first, period.last))
        if is_month:
            self.month_path(page, period)

    def month_path(self, page, period):
        """The path to a month's page, with the months beside it."""
        names = [words.month_long(other.first) for _, other, is_month in reversed(self.all_periods) if is_month]
        self.path(page, words.month_long(period.first), names)

    def path(self, page, here, pages):
        """The path to one of several pages, which stand in their order, with those beside it."""
        scope = page.part(page.root.first("nav", "crumb"), "path")
        scope.says(here)
        place = pages.index(here)
        for index, turn in ((place - 1, "Earlier"), (place + 1, "Later")):
            if 0 <= index < len(pages):
                scope.says(f"{turn}: {pages[index]}")

    def months(self, page):
        """Links to the months of the data, the latest first."""
        scope = page.section("months")
        scope.texts(lambda f: f.node.tag == "li",
                    [words.month_long(period.first) for _, period, is_month in self.all_periods if is_month], "months")

    def before(self, period, is_month):
        if not is_month:
            return period.before()
        return type(period).month(period.first.fromordinal(period.first.toordinal() - 1))

    def covered(self, period):
        """The period's days that the data has."""
        return [d for d in period.days if self.facts.data.has(d)]

    # ---- words that many pages say

    @property
    def as_of(self):
        clock, at = self.facts.clock, self.facts.as_of
        return f"{words.short_year(clock.day(at))}, {clock.time(at)}"

    @property
    def span(self):
        return words.day_range(self.facts.data.first, self.facts.data.last)

    def period_words(self, period, is_month):
        return words.month_long(period.first) if is_month else words.span_of_days(len(period.days))

    def rule_words(self):
        window = f"{words.length(self.window)} window" if self.window is not None else "no window"
        timeout = f"{words.length(self.timeout)} timeout" if self.timeout is not None else "no timeout"
        return f"{window}, {timeout}"

    def frame(self, page):
        """What stands on every page of reports."""
        facts = self.facts
        page.says(
            f"As of {self.as_of}. Data from {self.span}. Rules in force: {self.rule_words()}. Records read: "
            f"{words.count(facts.export.records)}, rejected: {words.count(len(facts.rejected))}.")
        page.says(f"data of {self.span}, as of {self.as_of}.", every=True)
        for note in page.fragments:
            if "note" in note.node.classes and "Each row is" in note.text:
                if f"Times are {facts.clock.name}; data of {self.span}, as of {self.as_of}." not in note.text:
                    page.disagree("a table's note", f"the zone {facts.clock.name}, the span and the as-of", note.text)
        page.allow("One interaction between a customer and", "One interaction handled by", "No warnings.")
        page.finish()

    # ---- figures

    def panel(self, page, title, value, change, note, daily=None):
        """A headline figure: its value, its change, its note and its curve's title."""
        node = next((n for n in page.root.all(cls="fig") if n.first("h3") and n.first("h3").text() == title), None)
        scope = page.part(node, f"figure {title!r}")
        scope.texts(lambda f: f.node.tag == "p" and "n" in f.node.classes, [value], "value")
        scope.texts(lambda f: f.node.tag == "p" and "d" in f.node.classes, [text for text in (change, note) if text], "change and note")
        if daily is not None:
            scope.texts(lambda f: f.node.tag == "title", [daily], "curve")

    def change(self, now, was, sort, has_prior=True):
        """
        Against the period before: counts in per cent of it (as they are where it had none), shares in points, lengths
        between what is shown where both are cut to one unit.
        """
        if not has_prior:
            return "no earlier data"
        if was is None:
            return f"from {MISSING}"
        if sort == "share":
            if now is None:
                return f"from {words.percent(*was)}"
            parts = words.signed(words.number((Fraction(*now) - Fraction(*was)) * 100)) + " pts"
            return f"{parts} from {words.percent(*was)}"
        if sort == "length":
            if now is None:
                return f"from {words.length(was)}"
            unit = words.length_unit(now)
            same = unit == words.length_unit(was)
            difference = (now // unit - was // unit) * unit if same else now - was
            return f"{words.signed(words.length(difference))} from {words.length(was)}"
        if was == 0:
            return f"{words.signed(words.count(now))} from 0"
        return f"{words.signed(words.number(Fraction(now - was, was) * 100))}% from {words.count(was)}"

    def curve(self, name, period, values, form):
        """`values`: the data's days with a value, in order."""
        span = words.day_range(period.first, period.last)
        if not values:
            return f"{name} per day, {span}: no data."
        ordered = sorted(values)
        return (
            f"{name} per day, {span}: lowest {form(ordered[0])}, highest {form(ordered[-1])}, "
            f"last day {form(values[-1])}.")

    def daily(self, units_by_day, period, measure):
        """The measure on each day of the period that the data has; days without a value are left out."""
        values = [measure(units_by_day.get(day, [])) for day in self.covered(period)]
        return [v for v in values if v is not None]

    # ---- charts of days

    def axis_of_counts(self, page, scope, most):
        """The ticks of a chart of counts: from zero, evenly, to no less than the highest value."""
        ticks = [f for f in scope.fragments if f.node.tag == "text" and f.node.inside("g", "grid")]
        try:
            values = [int(f.text.replace(",", "")) for f in ticks]
        except ValueError:
            page.disagree(scope.name + ", axis", "whole numbers", [f.text for f in ticks])
            return
        steps = {b - a for a, b in zip(values, values[1:])}
        if not values or values[0] != 0 or len(steps) > 1 or (steps and min(steps) <= 0) or values[-1] < most:
            page.disagree(scope.name + ", axis", f"even ticks from 0 to {most} or more", values)
        for tick in ticks:
            if tick.text == words.count(int(tick.text.replace(",", ""))):
                tick.claim(0, len(tick.text))

    def axis_of_days(self, page, scope, period):
        """One label a day with its number, Mondays with the whole date; none may be another day's."""
        days = period.days
        labels = [f for f in scope.fragments if f.node.tag == "text" and {"wd", "we"} & set(f.node.classes)]
        wanted = [str(d.day) for d in days]
        if [f.text for f in labels] != wanted:
            numbers = [f.text for f in labels]
            rest = iter(wanted)
            if not all(n in rest for n in numbers):
                page.disagree(scope.name + ", days", wanted, numbers)
        for label in labels:
            label.claim(0, len(label.text))
        valid = {words.day(d) for d in days} | {words.short(d) for d in days} | {words.month_long(d) for d in days}
        valid |= {words.MONTHS[d.month - 1][:3] for d in days} | {words.MONTHS[d.month - 1] for d in days}
        for label in scope.fragments:
            if label.node.tag == "text" and "major" in label.node.classes:
                if label.text in valid:
                    label.claim(0, len(label.text))
                else:
                    page.disagree(scope.name + ", days", "a day of the period", label.text)


def mean(total, n):
    return MISSING if not n else words.number(Fraction(total, n))


def ratio(part, whole):
    return None if not whole else (part, whole)


def middle(units, field):
    return median([u[field] for u in units if u[field] is not None])
