"""Agents: the team's ended Contacts, agent by agent."""

from collections import Counter
from fractions import Fraction

import words
from authored import Points, chart, curve, frame
from checks import Keyed
from page_contacts import contact_rows, handling, replies
from ranks import median, p90
from site_under_test import mean, ratio
from words import count, length, percent

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
    figures(site, page, units, was, period, is_month)
    agents(site, page, units)
    hours = [facts.clock.hour(c["ended_at"]) for c in units]
    split = {name: [sum(h == hour and c["answered"] is wanted for h, c in zip(hours, units)) for hour in range(24)]
             for name, wanted in (("Answered contacts", True), ("Unanswered contacts", False))}
    chart(page, "when", Points([f"{h:02d}:00" for h in range(24)], split))
    site.csv(f"{folder}reports/agents-hours.csv", ["hour", "contacts_answered", "contacts_unanswered"],
             [[str(h), *(str(values[h]) for values in split.values())] for h in range(24)])
    page.allow("90th percentile")
    if is_month:
        page.part(page.root.first("nav", "crumb"), "path").says(words.month_long(period.first))
    if any(f.node.get("id") == "months" for f in page.fragments):
        site.months(page)
    frame(site, page, period)


def figures(site, page, units, was, period, is_month):
    facts, n, has = site.facts, len(units), bool(site.covered(site.before(period, is_month)))
    by_day = facts.by_day(facts.contacts, "ended_at")
    daily = lambda measure: site.daily(by_day, period, measure)
    answered = lambda group: sum(c["answered"] for c in group)
    pct = lambda f: percent(f.numerator, f.denominator)
    figure = lambda title, value, now, before, sort, note, measure, form: site.panel(
        page, title, value, site.change(now, before, sort, has), note, curve(title, daily(measure), form))
    figure("Contacts", count(n), n, len(was), "count", "by a contact's end", len, count)
    figure("Answered, share", percent(answered(units), n), ratio(answered(units), n), ratio(answered(was), len(was)),
           "share", f"of {count(n)} contacts", lambda u: Fraction(answered(u), len(u)) if u else None, pct)
    figure("First team reply, median", length(median(replies(units))), median(replies(units)), median(replies(was)),
           "length", f"of {count(len(replies(units)))} contacts", lambda u: median(replies(u)), length)
    figure("Handling time, median", length(median(handling(units))), median(handling(units)), median(handling(was)),
           "length", f"of {count(n)} contacts", lambda u: median(handling(u)), length)


def agents(site, page, units):
    names, groups = site.facts.export.agents, {}
    for contact in units:
        for agent in contact["agents"]:
            groups.setdefault(agent, []).append(contact)
    rows = [row(names.get(agent) or agent, group) for agent, group in groups.items()]
    scope = page.section("by-agent")
    scope.says(words.counted(len(rows), "row", "rows"))
    keyed = [Keyed(texts, texts[0]) for texts in rows + [row("All", units)]]
    keyed[-1][2] = None
    page.rows("agents", None, keyed, lambda cells: cells[0].text(), table=page.table_in(scope))


def row(name, units):
    reply, handled, n = replies(units), handling(units), len(units)
    messages = sum(c["customer_messages"] + c["agent_messages"] + c["ai_messages"] for c in units)
    return [name, count(n), "", length(median(reply)), count(len(reply)), length(p90(reply)), count(len(reply)),
            length(median(handled)), count(n), mean(messages, n), count(n)]
