"""Hand-offs: AI Sessions by their start, and the wait for a person."""

from fractions import Fraction

import words
from authored import (
    CONTACTS, SESSIONS, Column, Figure, Points, axis_labels, change, chart, curve, figures_csv, frame, left_empty, measured, months,
    of_units, quotient, ticks, told)
from page_conversations import guarded
from page_overview import Overview
from site_under_test import ratio
from words import MISSING, count, percent

ADDRESS = "reports/handoffs.html"


def check(site):
    for folder, period, is_month in site.report_periods:
        if (site.folder / (folder + ADDRESS)).is_file():
            check_period(site, folder, period, is_month)


def check_period(site, folder, period, is_month):
    page, facts = site.page(folder + ADDRESS), site.facts
    units, was = (facts.within(facts.sessions, "started_at", p) for p in (period, site.before(period, is_month)))
    page.says(f"The AI passed on {count(handed(units))} of {count(len(units))} sessions, "
              f"{percent(handed(units), len(units))}.")
    page.says(f"In the time before it was {percent(handed(was), len(was))}.")
    figures(site, page, units, was, period, is_month, folder)
    by_day = facts.by_day(facts.sessions, "started_at")
    covered = site.covered(period)
    days = Points([words.day(d) for d in covered], {
        "Ended in AI": [ended(by_day.get(d, [])) for d in covered],
        "Handed off": [handed(by_day.get(d, [])) for d in covered]})
    blank = [words.day(d) for d in period.days if d not in covered]
    left_empty(page, "per-day", blank)
    chart(page, "per-day", days, in_time=True, empty=blank)
    site.csv(f"{folder}reports/handoffs.days.csv", ["day", "sessions_ended_in_ai", "sessions_handed_off"], [
        [words.iso(d), *(str(v[n]) for v in days.series.values())] for n, d in enumerate(covered)])
    channels(site, page, units, folder, words.day_range(period.first, period.last))
    hours(site, page, units, folder, words.day_range(period.first, period.last))
    wait(site, page, period, folder)
    if is_month:
        site.month_path(page, period)
    months(site, page)
    frame(site, page, period)


def handed(units):
    return sum(s["outcome"] == "handed off" for s in units)


def ended(units):
    return sum(s["outcome"] == "ended in AI" for s in units)


def figures(site, page, units, was, period, is_month, folder):
    facts = site.facts
    prior = site.before(period, is_month)
    has, n = bool(site.covered(prior)), len(units)
    sessions, contacts = facts.by_day(facts.sessions, "started_at"), facts.by_day(facts.contacts, "ended_at")
    pct = lambda f: percent(f.numerator, f.denominator)
    part = lambda measure: lambda group: Fraction(measure(group), len(group)) if group else None
    site.panel(page, "Handed off", count(handed(units)), site.change(handed(units), handed(was), "count", has),
               "by an AI session's start", curve("Handed off", site.daily(sessions, period, handed), count))
    shares = [("Hand-off rate", handed, units, was, sessions, SESSIONS), ("Ended in AI, share", ended, units, was, sessions, SESSIONS)]
    done, done_was = (facts.within(facts.contacts, "ended_at", p) for p in (period, prior))
    after = lambda group: sum(c["origin"] == "handoff" for c in group)
    shares.append(("After a hand-off, share", after, done, done_was, contacts, CONTACTS))
    for title, measure, group, before, days, name in shares:
        site.panel(
            page, title, percent(measure(group), len(group)),
            change(site, ratio(measure(group), len(group)), ratio(measure(before), len(before)), "share", has),
            of_units(len(group), *name), curve(title, site.daily(days, period, part(measure)), pct))
    names = ("handoff_rate", "ended_in_ai_share", "after_handoff_share")
    figures_csv(site, f"{folder}reports/handoffs.figures.csv", has, [
        Figure("sessions_handed_off", handed(units), handed(was)),
        *(Figure(name, ratio(measure(group), len(group)), ratio(measure(before), len(before)), len(group))
          for name, (_, measure, group, before, _, _) in zip(names, shares))])


def channels(site, page, units, folder, days):
    """As many as the rate rests on stand in the column of sessions: they are not said again."""
    if not units:
        page.section("by-channel").says(f"There is nothing to show for {days}.")
        return
    groups = {}
    for session in units:
        groups.setdefault(session["channel"], []).append(session)
    columns = [Column(lambda g: count(len(g)), bar=True, counts=len), Column(lambda g: count(handed(g)), bar=True, counts=handed),
               Column(lambda g: percent(handed(g), len(g)), n=len)]
    rows = measured({words.channel(name): group for name, group in groups.items()} | {"All": units}, columns)
    page.rows("by channel", None, rows, lambda cells: cells[0].text(), table=page.table_in(page.section("by-channel")))
    site.csv(f"{folder}reports/handoffs.channels.csv",
             ["channel", "sessions", "sessions_handed_off", "handoff_rate", "handoff_rate_n"],
             [[guarded(name), str(len(g)), str(handed(g)), quotient(handed(g), len(g)), str(len(g))]
              for name, g in groups.items()], key=0)


def hours(site, page, units, folder, days):
    """Shares have their n beside them, and no sum."""
    scope, labels = page.section("by-hour"), [f"{h:02d}:00" for h in range(24)]
    groups = [[s for s in units if site.facts.clock.hour(s["started_at"]) == h] for h in range(24)]
    shown = [f"{percent(handed(g), len(g))} of {count(len(g))}" if g else MISSING for g in groups]
    if not units:
        scope.says(f"There is nothing to draw for {days}: every value is zero or missing.")
        return
    site.csv(f"{folder}reports/handoffs.hours.csv", ["hour", "handoff_rate", "handoff_rate_n"],
             [[str(h), quotient(handed(g), len(g)), str(len(g))] for h, g in enumerate(groups)])
    best = max((h for h in range(24) if groups[h]), key=lambda h: (Fraction(handed(groups[h]), len(groups[h])), -h))
    told(page, scope, f"Highest: {labels[best]}, {shown[best]}.")
    scope.texts(lambda f: f.node.tag == "title" and ": " in f.text and not f.node.get("id"),
                [f"{label}: {text}" for label, text in zip(labels, shown)], "hover titles")
    ticks(page, scope, Fraction(100 * handed(groups[best]), len(groups[best])))
    axis_labels(scope, labels)
    scope.allow(f"{shown[best]}, {labels[best]}")
    page.rows("by hour", None, [[label, text] for label, text in zip(labels, shown)], table=page.table_in(scope))


def wait(site, page, period, folder):
    """The Overview's block, on this page."""
    overview = Overview.__new__(Overview)
    overview.site, overview.facts, overview.page, overview.folder = site, site.facts, page, folder + "reports/"
    overview.now = site.facts.within(site.facts.conversations, "started_at", period)
    overview.wait("wait")
