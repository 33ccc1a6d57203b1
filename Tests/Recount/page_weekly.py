"""The weekly review: the last whole week, Monday to Sunday, against the one before; no period of its own."""

from collections import Counter
from datetime import timedelta

import words
from authored import Points, chart, curve, frame, quotient
from clock import Period
from ranks import median, p90
from words import MISSING, count, length, percent

ADDRESS = "reports/weekly.html"


def check(site):
    if not (site.folder / ADDRESS).is_file():
        return
    page, facts = site.page(ADDRESS), site.facts
    weeks = whole_weeks(facts)
    if not weeks:
        # Of no week nothing can be said: whatever number is there is reported as unclaimed.
        for query in ("weekdays", "weeks"):
            page.says(f"The query {query} gave no rows for {words.day_range(facts.period.first, facts.period.last)}.")
        frame(site, page)
        return
    week, before = weeks[-1], weeks[-2] if len(weeks) > 1 else None
    now = facts.within(facts.conversations, "started_at", week)
    was = facts.within(facts.conversations, "started_at", before) if before else None
    contacts = facts.within(facts.contacts, "ended_at", week)
    lede(site, page, week, now, was)
    lines(site, page, week, now, was, contacts)
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


def date_words(facts, day):
    """A day of the period without its year."""
    return words.day(day) if facts.period.has(day) else words.day_year(day)


def after(was):
    """Of a week that the data does not have nothing can be said."""
    return f"after {MISSING if was is None else count(len(was))} in the week before"


def lede(site, page, week, now, was):
    first, last = (date_words(site.facts, day) for day in (week.first, week.last))
    page.part(page.root.first("p", "period"), "period").says(f"{first} to {last}")
    page.part(page.root.first("p", "lede"), "lede").says(
        f"{count(people(now))} customers began {count(len(now))} conversations in the week to {last}, "
        f"{after(was)}. {percent(ai_only(now), len(now))} stayed with the AI.")


def people(units):
    return len({(c["brand"], c["customer"]) for c in units})


def lines(site, page, week, now, was, contacts):
    facts, scope = site.facts, page.section("days")
    by_day = Counter(facts.clock.day(c["started_at"]) for c in now)
    busiest = max(week.days, key=lambda d: (by_day[d], -d.toordinal()))
    day, most = (date_words(facts, busiest), count(by_day[busiest])) if now else (MISSING, MISSING)
    reached, reopened = sum(bool(c["of_contacts"]) for c in now), sum(bool(c["reopens"]) for c in now)
    scope.says(f"{count(len(now))} conversations of {count(people(now))} customers began, {after(was)}. The "
               f"busiest day was {day}, with {most}. {count(reached)} reached "
               f"the team, and {count(reopened)} were opened again after a close.")
    sessions = facts.within(facts.sessions, "started_at", week)
    handed = sum(s["outcome"] == "handed off" for s in sessions)
    first = [s["first_reply_at"] - s["started_at"] for s in sessions if s["first_reply_at"] is not None]
    scope.says(f"{count(len(sessions))} AI sessions began. {count(handed)} of them were handed "
               f"to the team, {percent(handed, len(sessions))}. Half of the AI's first replies came within "
               f"{length(median(first))}.")
    answered, replies = sum(c["answered"] for c in contacts), [c["reply"] for c in contacts if c["reply"] is not None]
    scope.says(f"{count(len(contacts))} contacts ended: {count(answered)} answered, {count(len(contacts) - answered)} "
               f"not. Of {count(len(replies))} first replies half came within {length(median(replies))} and nine tenths "
               f"within {length(p90(replies))}.")


def days(site, page, week):
    facts = site.facts
    by_day = facts.by_day(facts.conversations, "started_at")
    paths = [Counter(c["path"] for c in by_day.get(d, [])) for d in week.days]
    points = Points([words.day(d) for d in week.days], {
        "AI only": [p["ai_only"] for p in paths], "AI and team": [p["ai_then_team"] + p["team_then_ai"] for p in paths],
        "Team only": [p["team_only"] for p in paths]})
    chart(page, "days", points, in_time=True)
    site.csv("reports/weekly.weekday-bars.csv", ["day", "conversations", *points.series], [
        [words.iso(d), str(sum(p.values())), *(str(v[n]) for v in points.series.values())]
        for n, (d, p) in enumerate(zip(week.days, paths))])


def table(site, page, weeks):
    facts, rows, lines, before = site.facts, [], [], None
    for week in weeks:
        units = facts.within(facts.conversations, "started_at", week)
        by_day = Counter(facts.clock.day(c["started_at"]) for c in units)
        days = [by_day[day] for day in week.days]
        reached, reopened = sum(bool(c["of_contacts"]) for c in units), sum(bool(c["reopens"]) for c in units)
        more = None if before is None else len(units) - before
        change = "" if more is None else f"{abs(more)} {'more' if more > 0 else 'fewer'}" if more else "as many"
        before = len(units)
        rows.append([date_words(facts, week.first), count(len(units)), curve("Conversations", days, count),
                     change or MISSING, percent(ai_only(units), len(units)), count(reached), count(reopened)])
        lines.append([words.iso(week.first), str(len(units)), change, quotient(ai_only(units), len(units)),
                      str(reached), str(reopened)])
    # The last twelve are shown, the first of them against the one before.
    rows, lines = rows[-12:], lines[-12:]
    site.csv("reports/weekly.week-table.csv",
             ["first_day", "conversations", "difference", "ai_only_share", "reached_team", "reopened"], lines)
    page.rows("weeks", None, rows, table=page.table_in(page.section("weeks")))
