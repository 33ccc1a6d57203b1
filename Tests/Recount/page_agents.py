"""Agents: the team's ended Contacts, agent by agent."""

from fractions import Fraction

import words
from authored import (
    CONTACTS, Column, Figure, Points, Time, change, chart, curve, figures_csv, frame, measured, months,
    of_units, quotient)
from page_contacts import handling, replies
from page_conversations import guarded
from ranks import median, p90
from site_under_test import mean, ratio
from words import count, length, percent, seconds

ADDRESS = "reports/agents.html"


def check(site):
    for folder, period, is_month in site.report_periods:
        if (site.folder / (folder + ADDRESS)).is_file():
            check_period(site, folder, period, is_month)


def check_period(site, folder, period, is_month):
    page, facts = site.page(folder + ADDRESS), site.facts
    prior = site.before(period, is_month)
    units, was = (facts.within(facts.contacts, "ended_at", p) for p in (period, prior))
    answered = sum(c["answered"] for c in units)
    page.says(f"The team ended {count(len(units))} contacts and answered {count(answered)} of them. Half of the first "
              f"replies came within {length(median(replies(units)))}, nine tenths within {length(p90(replies(units)))}.")
    figures(site, page, units, was, period, is_month, folder)
    agents(site, page, units, folder, words.day_range(period.first, period.last))
    hours = [facts.clock.hour(c["ended_at"]) for c in units]
    split = {name: [sum(h == hour and c["answered"] is wanted for h, c in zip(hours, units)) for hour in range(24)]
             for name, wanted in (("Answered contacts", True), ("Unanswered contacts", False))}
    chart(page, "when", Points([f"{h:02d}:00" for h in range(24)], split))
    site.csv(f"{folder}reports/agents.hours.csv", ["hour", "contacts_answered", "contacts_unanswered"],
             [[str(h), *(str(values[h]) for values in split.values())] for h in range(24)])
    page.allow("90th percentile")
    if is_month:
        site.month_path(page, period)
    months(site, page)
    frame(site, page, period)


def figures(site, page, units, was, period, is_month, folder):
    facts, n, has = site.facts, len(units), bool(site.covered(site.before(period, is_month)))
    by_day = facts.by_day(facts.contacts, "ended_at")
    daily = lambda measure: site.daily(by_day, period, measure)
    answered = lambda group: sum(c["answered"] for c in group)
    pct = lambda f: percent(f.numerator, f.denominator)
    figure = lambda title, value, now, before, sort, note, measure, form: site.panel(
        page, title, value, change(site, now, before, sort, has), note, curve(title, daily(measure), form))
    figure("Contacts", count(n), n, len(was), "count", "by a contact's end", len, count)
    figure("Answered, share", percent(answered(units), n), ratio(answered(units), n), ratio(answered(was), len(was)),
           "share", of_units(n, *CONTACTS), lambda u: Fraction(answered(u), len(u)) if u else None, pct)
    figure("First team reply, median", length(median(replies(units))), median(replies(units)), median(replies(was)),
           "length", of_units(len(replies(units)), *CONTACTS), lambda u: median(replies(u)), length)
    figure("Handling time, median", length(median(handling(units))), median(handling(units)), median(handling(was)),
           "length", of_units(n, *CONTACTS), lambda u: median(handling(u)), length)
    figures_csv(site, f"{folder}reports/agents.figures.csv", has, [
        Figure("contacts", n, len(was)),
        Figure("answered_share", ratio(answered(units), n), ratio(answered(was), len(was)), n),
        Figure("first_reply", Time(median(replies(units))), Time(median(replies(was))), len(replies(units))),
        Figure("handling", Time(median(handling(units))), Time(median(handling(was))), len(handling(units)))])


def agents(site, page, units, folder, days):
    names, groups = site.facts.export.agents, {}
    for contact in units:
        for agent in contact["agents"]:
            groups.setdefault(agent, []).append(contact)
    scope = page.section("by-agent")
    if not groups:
        scope.says(f"There is nothing to show for {days}.")
        return
    scope.says(words.counted(len(groups), "row", "rows"))
    shown = {names.get(agent) or agent: group for agent, group in groups.items()} | {"All": units}
    columns = [Column(lambda g: count(len(g)), bar=True, counts=len), *(Column(text, n=n) for text, n in (
        (lambda g: length(median(replies(g))), lambda g: len(replies(g))),
        (lambda g: length(p90(replies(g))), lambda g: len(replies(g))),
        (lambda g: length(median(handling(g))), len), (lambda g: mean(messages(g), len(g)), len)))]
    page.rows("agents", None, measured(shown, columns), lambda cells: cells[0].text(), table=page.table_in(scope))
    site.csv(f"{folder}reports/agents.agents.csv", ["agent", "contacts"] + [name for measure in (
        "first_reply", "first_reply_p90", "handling", "messages_per_contact") for name in (measure, measure + "_n")],
        [line(agent, group) for agent, group in groups.items()], key=0)


def line(agent, units):
    reply, handled, n = replies(units), handling(units), len(units)
    return [guarded(agent), str(n), seconds(median(reply)), str(len(reply)), seconds(p90(reply)), str(len(reply)),
            seconds(median(handled)), str(n), quotient(messages(units), n), str(n)]


def messages(units):
    return sum(c["customer_messages"] + c["agent_messages"] + c["ai_messages"] for c in units)
