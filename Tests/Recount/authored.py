"""Figures of pages that authors write: charts with their sentence, hover titles, ticks and table."""

import re

import words
from checks import Keyed, squeeze
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
    told(page, scope, points.sentence(in_time))
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


def left_empty(page, section, labels):
    """Days that the data does not have are left empty, and said."""
    scope = page.section(section)
    if labels:
        scope.says(f"{words.counted(len(labels), 'place has', 'places have')} no row: "
                   f"{'it is' if len(labels) == 1 else 'they are'} left empty.")
    for label in labels:
        scope.allow(f"{label}: no row")
        axis_labels(scope, [label])


SESSIONS, CONTACTS = ("AI session", "AI sessions"), ("contact", "contacts")


def of_units(n, one, other):
    """On how many a figure rests."""
    return f"of one {one}" if n == 1 else f"of {count(n)} {other}"


def change(site, now, was, sort, has):
    """Against the period before; where that had no value, there is nothing to compare with."""
    return "no earlier data" if was is None else site.change(now, was, sort, has)


def told(page, scope, text):
    """A chart's sentence, which is written above it and read out in its place: the same in both."""
    scope.says(text, every=True)
    for fragment in scope.fragments:
        is_sentence = fragment.node.tag == "desc" or fragment.node.tag == "p" and fragment.node.inside("div", "figure-head")
        if is_sentence and squeeze(fragment.text) != squeeze(text):
            page.disagree(f"{scope.name}, sentence", text, fragment.text)


def marked(page, scope, row):
    """A day that is not over is marked in its first cell."""
    unfinished = any(f.text == row[0] + ", not over" for f in scope.fragments)
    return [row[0] + ", not over", *row[1:]] if unfinished else row


def hover_titles(page, scope, points, gaps=False):
    """`label, series: value`, or `label: value` of one series; each value once, bars of nothing may be left out. With
    gaps, a query has no row for what counts nothing."""
    wanted = {}
    for name, values in points.series.items():
        for label, value in zip(points.labels, values):
            shown = MISSING if gaps and not value else points.form(value)
            wanted[f"{label}, {name}: {shown}" if len(points.series) > 1 else f"{label}: {shown}"] = value
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
    told(page, scope, f"Highest: {name(best)}: {form(cells[best])}.")
    keys = [(w, h) for w in range(7) for h in range(24) if cells.get((w, h))]
    scope.texts(lambda f: f.node.tag == "title" and ": " in f.text and not f.node.get("id"),
                [f"{name(k)}: {form(cells[k])}" for k in keys], "hover titles")
    hours = [f"{h:02d}" for h in range(24)]
    is_value = lambda f: "v" in f.node.classes
    scope.texts(lambda f: f.node.tag == "text" and f.text.isdigit() and not is_value(f), hours, "hours")
    scope.texts(lambda f: f.node.tag == "text" and is_value(f), [form(cells[k]) for k in keys], "values")
    rows = [[words.WEEKDAYS[w], *(form(cells[(w, h)]) if cells.get((w, h)) else MISSING for h in range(24))]
            for w in range(7)]
    page.rows(f"table of #{section}", ["Weekday", *hours], rows, table=page.table_in(scope))


# Edges of bins for lengths of seconds and of days at once, in seconds.
LADDER = (0, 10, 60, 300, 900, 3600, 4 * 3600, 12 * 3600, 86_400, 3 * 86_400, 7 * 86_400, 30 * 86_400, 365 * 86_400)


def histogram(page, section, values):
    """Lengths in ms. Linear bins are the page's own choice; they follow one another, equally wide, over all values."""
    scope = page.section(section)
    table = page.table_in(scope)
    rows = table.all("tr")[1:] if table else []
    names = [row.all("th")[0].text() if row.all("th") else row.all("td")[0].text() for row in rows]
    edges = [tuple(map(span_ms, name.split("\u2013"))) for name in names]
    wrong = wrong_edges(edges, values)
    if wrong:
        page.disagree(f"#{section}, bins", wrong, names)
    if not edges:
        return
    numbers = [sum(low <= v < high for v in values) for low, high in edges]
    numbers[-1] += sum(v >= edges[-1][1] for v in values)
    most = numbers.index(max(numbers))
    told(page, scope,
         f"{words.counted(len(values), 'value', 'values')}; the most, {count(max(numbers))}, are {names[most]}.")
    scope.texts(lambda f: f.node.tag == "title" and ": " in f.text and not f.node.get("id"),
                [f"{name}: {count(n)}" for name, n in zip(names, numbers)], "hover titles")
    scope.texts(lambda f: f.node.tag == "text" and "val" in f.node.classes, list(map(count, numbers)), "values")
    short = ["\u2013".join(map(words.clock_length, edge)) for edge in edges] if on_the_clock(edges) else [
        same_unit(name) for name in names]
    axis = [f for f in scope.fragments if f.node.tag == "text" and "val" not in f.node.classes]
    if any("less" in f.node.classes for f in axis):
        scope.texts(lambda f: f in axis and "less" not in f.node.classes, short, "bins")
    begins = {text.split("\u2013")[0] for text in names + short}
    begins |= {words.clock_length(edge[0]) for edge in edges} if on_the_clock(edges) else set()
    for fragment in axis:
        if fragment.text in begins:
            fragment.claim(0, len(fragment.text))
    page.rows(f"table of #{section}", None, [[n, count(v)] for n, v in zip(names, numbers)], table=table)


def same_unit(name):
    """`1 min\u20135 min` is `1\u20135 min` below its bar."""
    low, high = (part.split() for part in name.split("\u2013"))
    is_one = len(low) == len(high) == 2 and low[1] == high[1]
    return f"{low[0]}\u2013{chr(160).join(high)}" if is_one else name


def wrong_edges(edges, values):
    """What the bins should be, if they are not."""
    ladder = [1000 * rung for rung in LADDER]
    if max(values) > 100 * max(min(values), 10_000):
        last = next(n for n, edge in enumerate(ladder) if edge > max(values))
        wanted = list(zip(ladder[:last], ladder[1 : last + 1]))
        return None if edges == wanted else f"bins by the ladder: {wanted}"
    widths = {high - low for low, high in edges}
    if len(widths) != 1 or any(a[1] != b[0] for a, b in zip(edges, edges[1:])):
        return "equal bins that follow one another"
    if edges[0][0] > min(values) or edges[-1][1] <= max(values):
        return f"bins over all values, {min(values)} to {max(values)} ms"
    least = 86_400_000 if max(values) > 864_000_000 else 60_000 if max(values) > 60_000 else 1000
    return None if min(widths) >= least else f"bins no finer than {least} ms"


def on_the_clock(edges):
    """Hours and minutes are written as on a clock below the bars, if any edge has minutes."""
    every = [at for edge in edges for at in edge]
    return (3_600_000 < every[-1] < 172_800_000 and not any(at % 60_000 for at in every)
            and any(at % 3_600_000 for at in every))


def span_ms(text):
    units = {"s": 1000, "min": 60_000, "h": 3_600_000, "day": 86_400_000, "days": 86_400_000}
    return sum(int(n.replace(",", "")) * units[unit] for n, unit in re.findall(r"([\d,]+) (s|min|h|days?)\b", text))


def real(value):
    """A real number of a CSV: the shortest text that reads back as the same."""
    return "" if value is None else repr(float(value)) if value != int(value) else str(int(value))


def quotient(part, whole):
    """A measure's quotient in a CSV: a real number even where it is whole."""
    return repr(part / whole) if whole else ""


def months(site, page):
    """On the pages of every period, where they are."""
    site.months(page)


class Time:
    """A length in ms among a page's headline figures; None for none."""

    def __init__(self, ms):
        self.ms = ms


class Figure:
    """A headline figure's row: a whole number, a pair to divide, or a Time; `n` where it rests on a number of units."""

    def __init__(self, name, now, was, n=None):
        self.name, self.now, self.was, self.n = name, now, was, n


def figures_csv(site, name, has_prior, figures):
    def text(value):
        if value is None:
            return ""
        if isinstance(value, Time):
            return words.seconds(value.ms)
        return quotient(*value) if isinstance(value, tuple) else str(value)

    site.csv(name, ["measure", "value", "n", "low", "high", "before"], [
        [f.name, text(f.now), "" if f.n is None else str(f.n), "", "", text(f.was) if has_prior else ""]
        for f in figures])


class Column:
    """A measure's column: its text for a group of units, and what it counts or on how many it rests."""

    def __init__(self, text, bar=False, counts=None, n=None):
        self.text, self.bar, self.counts, self.n = text, bar, counts, n


def measured(groups, columns):
    """
    Rows of a table of measures of one unit and anchor. How many units a measure rests on stands behind it, but not
    where the next measure rests on as many in every row, nor where a column counts them.
    """
    rests = lambda column: column.n and [column.n(group) for group in groups.values()]
    counted = [[column.counts(group) for group in groups.values()] for column in columns if column.counts]
    following = [*columns[1:], None]
    sized = [column.n is not None and not (after and rests(after) == rests(column)) and rests(column) not in counted
             for column, after in zip(columns, following)]
    rows = []
    for name, group in groups.items():
        row = [name]
        for column, has_size in zip(columns, sized):
            row.append(column.text(group))
            row += [""] if column.bar else []
            row += [count(column.n(group))] if has_size else []
        rows.append(Keyed(row, name))
    return rows
