"""Topics: what Conversations were about, as somebody noted it; one with two topics stands in the row of each."""

from collections import Counter
from datetime import timedelta
from fractions import Fraction

import words
from authored import Points, axis_labels, frame, hover_titles, months, quotient, real, span_ms, ticks, told
from page_conversations import guarded
from ranks import median, rank
from words import MISSING, count, length, percent

ADDRESS = "reports/topics.html"


def check(site):
    for folder, period, is_month in site.report_periods:
        if (site.folder / (folder + ADDRESS)).is_file():
            check_period(site, folder, period, is_month)


def check_period(site, folder, period, is_month):
    page, facts = site.page(folder + ADDRESS), site.facts
    units, groups, noted = facts.within(facts.conversations, "started_at", period), {}, topics_of(facts)
    for unit in units:
        unit["names"] = {facts.export.topics.get(t) or t for t in noted.get(id(unit), ())}
        for name in unit["names"]:
            groups.setdefault(name, []).append(unit)
    order = sorted(groups, key=lambda name: (-len(groups[name]), name.encode()))
    lede = page.part(page.root.first("p", "lede"), "lede")
    most = f" The most frequent is {order[0]}." if order else ""
    lede.says(f"{count(sum(bool(u['names']) for u in units))} of {count(len(units))} conversations have a topic.{most}")
    if not order and not " ".join(f.text for f in lede.fragments).endswith("have a topic."):
        page.disagree("lede", "nothing after the sentence", " ".join(f.text for f in lede.fragments))
    if order:
        table(site, page, order, groups, folder)
        weekly(site, page, order, groups, period, folder)
        lengths(site, page, groups, folder)
    else:
        for query in ("topics", "by_week", "lengths"):
            page.says(f"The query {query} gave no rows for {words.day_range(period.first, period.last)}.")
    if is_month:
        site.month_path(page, period)
    months(site, page)
    frame(site, page, period)


def topics_of(facts):
    """The topics that were added to a Conversation and not removed later, in the order of grouping."""
    found = {}
    for row in facts.events:
        event = facts.export.events[row["event"]]
        if event.topics is not None and row["conversation"] is not None:
            mine = found.setdefault(id(facts.by_id[(row["brand"], row["customer"], row["conversation"])]), set())
            added, removed = event.topics
            mine -= set(removed)
            mine |= set(added)
    return found


def table(site, page, order, groups, folder):
    rows, lines = [], []
    for name in order:
        units = groups[name]
        alone, reached = sum(c["path"] == "ai_only" for c in units), sum(bool(c["of_contacts"]) for c in units)
        middle = median(closes(units))
        rows.append([name, count(len(units)), "", count(alone), count(reached), percent(reached, len(units)),
                     length(middle)])
        lines.append([guarded(name), str(len(units)), str(alone), str(reached), quotient(reached, len(units)),
                      "" if middle is None else real(Fraction(middle, 1000))])
    page.rows("by topic", None, rows, table=page.table_in(page.section("by-topic")))
    site.csv(f"{folder}reports/topics.topic-table.csv",
             ["topic", "conversations", "ai_only", "reached_team", "reached_team_share", "close_seconds"], lines)


def closes(units):
    """From a Conversation's start to its last close; an open one has none."""
    return [c["closed_at"] - c["started_at"] for c in units if c["closed_at"] is not None]


def weekly(site, page, order, groups, period, folder):
    """The five most frequent, and the sum of the others: a Conversation counts once for each of its topics."""
    scope, facts = page.section("weekly"), site.facts
    monday = lambda day: day - timedelta(day.weekday())
    # The query has rows of weeks in which a topic was noted: before the first of them and after the last is nothing.
    began = [monday(facts.clock.day(c["started_at"])) for units in groups.values() for c in units]
    weeks = [w for w in sorted({monday(d) for d in site.covered(period)}) if min(began) <= w <= max(began)]
    labels = [words.day(weeks[0])] if len(weeks) == 1 else [f"{words.short(w)} \u2013 {words.short_year(w + timedelta(6))}" for w in weeks]
    counts = {name: Counter(monday(facts.clock.day(c["started_at"])) for c in units) for name, units in groups.items()}
    head = page.table_in(scope).all("tr")[0].all("th") if page.table_in(scope) else []
    top = [cell.text() for cell in head if cell.text() in groups]
    rest = [name for name in order if name not in top]
    if len(top) != min(5, len(order)) or any(len(groups[r]) > min(len(groups[t]) for t in top) for r in rest):
        page.disagree("#weekly, the most frequent", order[:5], top)
    series = {name: [counts[name][w] for w in weeks] for name in top}
    others = "One other" if len(rest) == 1 else f"{len(rest)} others"
    series[others] = [sum(counts[name][w] for name in rest) for w in weeks]
    points = Points(labels, series)
    told(page, scope, points.sentence(in_time=True))
    hover_titles(page, scope, points, gaps=True)
    ticks(page, scope, max(points.totals))
    axis_labels(scope, labels + [f"x {label}" for label in labels] + [others])
    for fragment in scope.fragments:
        if fragment.text == others or (
                fragment.node.tag == "text" and fragment.text in {words.short(w) for w in weeks} | {words.month_long(w) for w in weeks}):
            fragment.claim(0, len(fragment.text))
    unfinished = weeks[-1] + timedelta(6) >= facts.data.last
    if unfinished:
        scope.says(f"{labels[-1]} was not over when the data ended, {site.as_of}")
    scope.allow(f"{count(max(points.totals))}, {labels[points.totals.index(max(points.totals))]}")
    rows = [[label + (", not over" if unfinished and n == len(labels) - 1 else ""), *(count(v[n]) if v[n] else MISSING for v in series.values())]
            for n, label in enumerate(labels)]
    page.rows("weekly", ["First day", *series], rows, table=page.table_in(scope))
    site.csv(f"{folder}reports/topics.topic-weeks.csv", ["first_day", "topic", "conversations"], [
        [words.iso(w), guarded(name), str(counts[name][w])]
        for w in weeks for name in sorted(groups, key=str.encode) if counts[name][w]])


def lengths(site, page, groups, folder):
    """Twelve topics by name, each with the spread of its lengths; an open Conversation has none."""
    scope, spread = page.section("length"), {}
    for name, units in groups.items():
        spread[name] = [ms for ms in closes(units) if ms > 0]
    names = sorted((n for n in spread if spread[n]), key=str.encode)
    shown, at = names[:12], lambda name, p: length(rank(spread[name], p))
    if len(names) > 12:
        more = len(names) - 12
        scope.says("One more is not shown." if more == 1 else f"{count(more)} more are not shown.")
    middle = {n: median(spread[n]) for n in shown}
    lowest, highest = ([n for n in shown if middle[n] == end(middle.values())] for end in (min, max))
    said = [f"The lowest median is that of {low}, {at(low, 50)}; the highest that of {high}, {at(high, 50)}."
            for low in lowest for high in highest]
    # Of topics with equal medians any may be named, but one has to be.
    found = next((text for text in said if any(text in f.text for f in scope.fragments)), said[0])
    told(page, scope, found)
    scope.texts(lambda f: f.node.tag == "title" and ": " in f.text and not f.node.get("id"), [
        f"{n}: middle half {at(n, 25)} to {at(n, 75)}, median {at(n, 50)}, a tenth within {at(n, 10)}, nine tenths "
        f"within {at(n, 90)}" for n in shown], "hover titles")
    scope.texts(lambda f: f.node.tag == "text" and "val" in f.node.classes, [at(n, 50) for n in shown], "medians")
    grow(page, scope)
    page.rows("lengths", None, [[n, *(at(n, p) for p in (10, 25, 50, 75, 90))] for n in shown],
              table=page.table_in(scope))
    site.csv(f"{folder}reports/topics.topic-lengths.csv", ["topic", "close_seconds"], sorted(
        [guarded(n), real(Fraction(ms, 1000))] for n in names for ms in spread[n]), key=slice(0, 2))


def grow(page, scope):
    """The axis of lengths: each tick longer than the one before."""
    found = [f for f in scope.fragments if f.node.tag == "text" and "val" not in f.node.classes and span_ms(f.text)]
    sizes = [span_ms(f.text) for f in found]
    if sizes != sorted(set(sizes)):
        page.disagree(f"{scope.name}, axis", "growing lengths", [f.text for f in found])
    for fragment in found:
        fragment.claim(0, len(fragment.text))
