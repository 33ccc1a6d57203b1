"""The weekly review: the last whole week, Monday to Sunday, against the one before; no period of its own."""

from collections import Counter
from datetime import timedelta

import words
from authored import Points, chart, frame, real
from clock import Period
from ranks import median, p90
from words import count, length, percent

ADDRESS = "reports/weekly.html"


def check(site):
    if not (site.folder / ADDRESS).is_file():
        return
    page, facts = site.page(ADDRESS), site.facts
    weeks = whole_weeks(facts)
    week, before = weeks[-1], weeks[-2]
    now = facts.within(facts.conversations, "started_at", week)
    was = facts.within(facts.conversations, "started_at", before)
    contacts = facts.within(facts.contacts, "ended_at", week)
    lede(site, page, week, now, was, contacts)
    lines(site, page, week, now, contacts)
    days(site, page, week)
    table(site, page, weeks)
    frame(site, page)


def whole_weeks(facts):
    """Weeks of which the data has all seven days, the last day over."""
    first = facts.data.first
    monday, found = first + timedelta(-first.weekday() % 7), []
    while monday + timedelta(6) < facts.data.last:
        found.append(Period(monday, monday + timedelta(6)))
        monday += timedelta(7)
    return found


def ai_only(units):
    return sum(c["path"] == "ai_only" for c in units)


def lede(site, page, week, now, was, contacts):
    people = len({(c["brand"], c["customer"]) for c in now})
    page.says(f"Week of {words.day(week.first)}")
    page.says(
        f"{count(people)} customers began {count(len(now))} conversations in the week to {words.day(week.last)}, after "
        f"{count(len(was))} in the week before. {percent(ai_only(now), len(now))} stayed with {site.the_ai}; "
        f"{count(len(contacts))} contacts ended.".replace(site.the_ai, "the AI"))


def lines(site, page, week, now, contacts):
    facts = site.facts
    by_day = Counter(facts.clock.day(c["started_at"]) for c in now)
    busiest = max(week.days, key=lambda d: (by_day[d], -d.toordinal()))
    page.says(f"The busiest day was {words.day(busiest)}, when {count(by_day[busiest])} conversations began.")
    reached, reopened = sum(bool(c["of_contacts"]) for c in now), sum(bool(c["reopens"]) for c in now)
    page.says(f"{count(reached)} of the week's {count(len(now))} reached the team, and {count(reopened)} were opened "
              "again after a close.")
    sessions = facts.within(facts.sessions, "started_at", week)
    handed = sum(s["outcome"] == "handed off" for s in sessions)
    first = [s["first_reply_at"] - s["started_at"] for s in sessions if s["first_reply_at"] is not None]
    page.says(f"had {count(len(sessions))} sessions and passed on {count(handed)} of them, "
              f"{percent(handed, len(sessions))}.")
    page.says(f"Half of its first replies came within {length(median(first))}.")
    answered, replies = sum(c["answered"] for c in contacts), [c["reply"] for c in contacts if c["reply"] is not None]
    page.says(f"ended {count(len(contacts))} contacts. It answered {count(answered)}; "
              f"{count(len(contacts) - answered)} got no answer.")
    page.says(f"Of {count(len(replies))} first replies half came within {length(median(replies))} and nine tenths "
              f"within {length(p90(replies))}.")


def days(site, page, week):
    facts = site.facts
    by_day = facts.by_day(facts.conversations, "started_at")
    paths = [Counter(c["path"] for c in by_day.get(d, [])) for d in week.days]
    points = Points([words.day(d) for d in week.days], {
        "Ai only": [p["ai_only"] for p in paths], "Both": [p["ai_then_team"] + p["team_then_ai"] for p in paths],
        "Team only": [p["team_only"] for p in paths]})
    chart(page, "days", points, in_time=True)
    site.csv("reports/weekly-weekday-bars.csv", ["day", "conversations", "ai_only", "both", "team_only"], [
        [words.iso(d), str(sum(p.values())), *(str(v[n]) for v in points.series.values())]
        for n, (d, p) in enumerate(zip(week.days, paths))])


def table(site, page, weeks):
    facts, rows, lines = site.facts, [], []
    for week in weeks:
        units = facts.within(facts.conversations, "started_at", week)
        reached, reopened = sum(bool(c["of_contacts"]) for c in units), sum(bool(c["reopens"]) for c in units)
        name = words.day(week.first) if facts.period.has(week.first) else words.day_year(week.first)
        rows.append([name, count(len(units)), "", percent(ai_only(units), len(units)), count(reached), count(reopened)])
        lines.append([words.iso(week.first), str(len(units)), real(ai_only(units) / len(units)) if units else "",
                      str(reached), str(reopened)])
    site.csv("reports/weekly-week-table.csv",
             ["first_day", "conversations", "ai_only_share", "reached_team", "reopened"], lines)
    page.rows("weeks", None, rows, table=page.table_in(page.section("weeks")))
