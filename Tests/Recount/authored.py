"""Figures of pages that authors write: charts with their sentence, hover titles, ticks and table."""

import re

import words
from checks import Keyed
from words import MISSING, count

TICK = re.compile(r"(\d[\d,]*)(%?)$")


class Points:
    """What a chart shows: labels along its axis, and for each series a number a label."""

    def __init__(self, labels, series, form=count, sums=True):
        self.labels, self.series, self.form, self.sums = labels, series, form, sums

    @property
    def totals(self):
        return [sum(values[n] for values in self.series.values()) for n in range(len(self.labels))]

    def sentence(self, in_time):
        """Highest (the first of equals), first and last where the axis is time, and the sum."""
        totals = self.totals
        best = totals.index(max(totals))
        text = f"Highest: {self.labels[best]}, {self.form(totals[best])}."
        if len(self.labels) == 1:
            return text
        if in_time:
            text += (f" First, {self.labels[0]}: {self.form(totals[0])}; "
                     f"last, {self.labels[-1]}: {self.form(totals[-1])}.")
        return text + f" Together {self.form(sum(totals))}."


def chart(page, section, points, in_time=False, empty=()):
    """A chart of counts: its sentence twice (read and spoken), its hover titles, its axis, its table."""
    scope = page.section(section)
    scope.says(points.sentence(in_time), every=True)
    hover_titles(page, scope, points)
    ticks(page, scope, max(points.totals))
    best = points.totals.index(max(points.totals))
    scope.allow(f"{points.form(max(points.totals))}, {points.labels[best]}")
    axis_labels(scope, points.labels)
    rows = [[label, *(points.form(values[n]) for values in points.series.values())]
            for n, label in enumerate(points.labels)]
    rows = [marked(page, scope, row) for row in rows]
    blank = [marked(page, scope, [label] + [MISSING] * len(points.series)) for label in empty]
    keyed = [Keyed(row, row[0]) for row in rows + blank]
    page.rows(f"table of #{section}", None, keyed, lambda cells: cells[0].text(), table=page.table_in(scope))


def marked(page, scope, row):
    """A day that is not over is marked in its first cell."""
    unfinished = any(f.text == row[0] + ", not over" for f in scope.fragments)
    return [row[0] + ", not over", *row[1:]] if unfinished else row


def hover_titles(page, scope, points):
    """`label, series: value`, or `label: value` of one series; each value once, bars of nothing may be left out."""
    wanted = {}
    for name, values in points.series.items():
        for label, value in zip(points.labels, values):
            wanted[f"{label}, {name}: {points.form(value)}" if len(points.series) > 1
                   else f"{label}: {points.form(value)}"] = value
    seen = set()
    for fragment in scope.fragments:
        done = all(fragment.claimed[n] for n, c in enumerate(fragment.text) if c.isdigit())
        if fragment.node.tag != "title" or ": " not in fragment.text or fragment.node.get("id") or done:
            continue
        parts = [text for text in wanted if text in fragment.text]
        left = fragment.text
        for text in sorted(parts, key=len, reverse=True):
            left = left.replace(text, "")
        if re.search(r"\d", left.replace("Not over when the data ended", "")):
            page.disagree(f"{scope.name}, hover title", "a value of the chart", fragment.text)
        else:
            fragment.claim(0, len(fragment.text))
            seen.update(parts)
    missing = [text for text, value in wanted.items() if value and text not in seen]
    if missing:
        page.disagree(f"{scope.name}, hover titles", missing[:3], "none")


def ticks(page, scope, most):
    """Numbers along the value axis: from zero, evenly, to no less than the highest."""
    found = [f for f in scope.fragments if f.node.tag == "text" and TICK.match(f.text)
             and not set(f.node.classes) & {"wd", "we", "lab", "major", "val", "note", "wide", "v"}]
    values = [int(TICK.match(f.text).group(1).replace(",", "")) for f in found]
    steps = {b - a for a, b in zip(values, values[1:])}
    if not values or values[0] != 0 or len(steps) != 1 or min(steps) <= 0 or values[-1] < most:
        page.disagree(f"{scope.name}, axis", f"even ticks from 0 to {most} or more", values)
    for fragment in found:
        fragment.claim(0, len(fragment.text))


def axis_labels(scope, labels):
    """Labels along the axis: whole, or a day's number, or an hour's two digits."""
    known = set(labels) | {label[:2] for label in labels if label[2:3] == ":"}
    known |= {part for label in labels for part in label.split() if part.isdigit()}
    known |= {" ".join(label.split()[1:3]) for label in labels if len(label.split()) >= 3}
    for fragment in scope.fragments:
        if fragment.node.tag == "text" and fragment.text in known:
            fragment.claim(0, len(fragment.text))


def curve(title, values, form):
    """The title of a figure's sparkline: of days that have a value."""
    if not values:
        return f"{title}: no data."
    return f"{title}: lowest {form(min(values))}, highest {form(max(values))}, last {form(values[-1])}."


def frame(site, page, period=None):
    """What stands below each figure of a measure, and the page's foot."""
    facts, period = site.facts, period or site.facts.period
    if any("Counted are" in f.text for f in page.fragments):
        page.says(f"of {words.day_range(period.first, period.last)}.", every=True)
    ended = f"was not over when the data ended, {site.as_of}"
    page.allow(f"{words.day(period.last)} {ended}", f"{words.day(facts.data.last)} {ended}", ended)
    for fragment in page.fragments:
        if fragment.node.inside("pre") is not None:
            fragment.claim(0, len(fragment.text))
    site.frame(page)


def heat(page, section, cells, form=count):
    """`cells` by weekday (0 is Monday) and hour: a hover title for each that holds something, and the table."""
    scope, best = page.section(section), max(cells, key=lambda k: (cells[k], -k[0], -k[1]))
    name = lambda key: f"{words.WEEKDAYS[key[0]]}, {key[1]:02d}:00"
    scope.says(f"Highest: {name(best)}: {form(cells[best])}.", every=True)
    keys = [(w, h) for w in range(7) for h in range(24) if cells.get((w, h))]
    scope.texts(lambda f: f.node.tag == "title" and ": " in f.text and not f.node.get("id"),
                [f"{name(k)}: {form(cells[k])}" for k in keys], "hover titles")
    hours = [f"{h:02d}" for h in range(24)]
    is_value = lambda f: "v" in f.node.classes
    scope.texts(lambda f: f.node.tag == "text" and f.text.isdigit() and not is_value(f), hours, "hours")
    scope.texts(lambda f: f.node.tag == "text" and is_value(f), [form(cells[k]) for k in keys], "values")
    rows = [[words.WEEKDAYS[w], *(form(cells[(w, h)]) if cells.get((w, h)) else MISSING for h in range(24))]
            for w in range(7) if any(k[0] == w for k in keys)]
    page.rows(f"table of #{section}", ["Weekday", *hours], rows, table=page.table_in(scope))


def histogram(page, section, values):
    """Bins are the page's own: they must follow one another, be equally wide and hold every length (in ms)."""
    scope = page.section(section)
    table = page.table_in(scope)
    rows = table.all("tr")[1:] if table else []
    names = [row.all("th")[0].text() if row.all("th") else row.all("td")[0].text() for row in rows]
    edges = [tuple(map(span_ms, name.split("\u2013"))) for name in names]
    if any(a[1] != b[0] for a, b in zip(edges, edges[1:])) or len({b - a for a, b in edges}) > 1 or not edges or (
            edges[0][0] > min(values) or edges[-1][1] < max(values)):
        page.disagree(f"#{section}, bins", "equal bins over all values", names)
    last = len(edges) - 1
    numbers = [sum(low <= v < high or (n == last and v == high) for v in values) for n, (low, high) in enumerate(edges)]
    most = numbers.index(max(numbers))
    scope.says(f"{words.counted(len(values), 'value', 'values')}; the most, {count(max(numbers))}, are {names[most]}.",
               every=True)
    scope.texts(lambda f: f.node.tag == "title" and ": " in f.text and not f.node.get("id"),
                [f"{name}: {count(n)}" for name, n in zip(names, numbers)], "hover titles")
    scope.texts(lambda f: f.node.tag == "text" and "val" in f.node.classes, list(map(count, numbers)), "values")
    scope.texts(lambda f: f.node.tag == "text" and "val" not in f.node.classes, names, "bins")
    page.rows(f"table of #{section}", None, [[n, count(v)] for n, v in zip(names, numbers)], table=table)


def span_ms(text):
    units = {"s": 1000, "min": 60_000, "h": 3_600_000, "day": 86_400_000, "days": 86_400_000}
    return sum(int(n.replace(",", "")) * units[unit] for n, unit in re.findall(r"([\d,]+) (s|min|h|days?)\b", text))


def real(value):
    """A real number of a CSV: the shortest text that reads back as the same."""
    return "" if value is None else repr(float(value)) if value != int(value) else str(int(value))
