"""The index of customers: every one once, with what all of the data holds of them."""

import words
from clock import written
from checks import Keyed
from page_conversations import guarded
from words import count


def check(site):
    index = Customers(site)
    index.check()


def first_of(days):
    """A hover title names six days at most."""
    return days if len(days) <= 6 else days[:6] + ["\u2026"]


class Customers:
    def __init__(self, site):
        self.site, self.facts = site, site.facts
        facts, self.people = site.facts, {}
        for key in facts.seen:
            self.people[key] = {"conversations": [], "sessions": 0, "contacts": 0}
        for c in facts.conversations:
            mine = self.people[(c["brand"], c["customer"])]
            mine["conversations"].append(c)
            mine["sessions"] += c["sessions"]
            mine["contacts"] += c["contacts"]
        folder = site.folder / "customers"
        self.names = ["index.html"] + sorted(
            (p.name for p in folder.glob("*.html") if p.name != "index.html"), key=lambda n: int(n.removesuffix(".html")))

    def check(self):
        listed = []
        for number, name in enumerate(self.names, 1):
            listed += self.check_page("customers/" + name, number)
        wanted = sorted(self.facts.timeline(*key) for key in self.people)
        if sorted(listed) != wanted:
            self.site.ledger.disagree("customers", f"{len(wanted)} customers, each once", f"{len(listed)} listed")
        self.csv()

    def check_page(self, address, number):
        site, page, period = self.site, self.site.page(address), self.facts.period
        span = words.day_range(period.first, period.last)
        self.lede(page)
        page.part(page.root.first("p", "period"), "period").says(span)
        page.says(f"Activity, {span}")
        page.says(f"The lanes show {span};")
        key = lambda cells: cells[0].first("a").get("href").replace("../", "")
        table = next(iter(page.root.all("table")), None)
        rows = [self.row(k) for k in self.people]
        here = {key([row.children and row.first("th") or row.first("td")]) for row in table.all("tr")[1:]} if table else set()
        mine = [r for r in rows if r.key in here]
        caption = table.first("caption").text() if table else ""
        page.rows(caption, None, mine, key)
        page.says(words.counted(len(mine), "customer on this page", "customers on this page"))
        page.allow(caption)
        if len(self.names) > 1:
            page.says(f"Page {number} of {len(self.names)}")
        self.axis(page, table)
        self.ranges(page)
        site.frame(page)
        return sorted(here)

    def lede(self, page):
        period, day = self.facts.period, self.facts.clock.day
        active = returned = 0
        for person in self.people.values():
            n = sum(period.has(day(c["started_at"])) for c in person["conversations"])
            active += n > 0
            returned += n > 1
        total = len(self.people)
        page.says("There is one customer." if total == 1 else f"There are {words.customers(total)}.")
        days = words.counted(len(period.days), "day", "days")
        if active:
            text = f"One had a conversation in {days};" if active == 1 else (
                f"{count(active)} had at least one conversation in {days};")
            page.says(text + (" one came back for another." if returned == 1 else f" {count(returned)} came back for another."))

    def row(self, key):
        brand, customer = key
        person, (_, last), clock, period = self.people[key], self.facts.seen[key], self.facts.clock, self.facts.period
        days = [clock.day(c["started_at"]) for c in sorted(person["conversations"], key=lambda c: c["started_at"])]
        inside = [d for d in days if period.has(d)]
        picture = "No conversation" if not inside else (
            f"{words.conversations(len(inside))}: {', '.join(first_of([words.short(d) for d in dict.fromkeys(inside)]))}")
        day = clock.day(last)
        date = words.short(day) if day.year == period.last.year else words.short_year(day)
        return Keyed([self.facts.name(customer), customer, picture, count(len(person["conversations"])),
                      count(person["sessions"]), count(person["contacts"]), f"{date}, {clock.time(last)}"],
                     self.facts.timeline(*key))

    def axis(self, page, table):
        """The picture's axis: days of the period, in order."""
        period = self.facts.period
        labels = [f for f in page.fragments if f.node.tag == "text" and f.node.inside("th") is not None]
        order = {}
        for position, day in enumerate(period.days):
            for text in (str(day.day), words.short(day)):
                order.setdefault(text, []).append(position)
        at = -1
        for label in labels:
            later = [p for p in order.get(label.text, []) if p > at]
            if not later:
                page.disagree("the lanes' axis", "days of the period in order", label.text)
                continue
            at = later[0]
            label.claim(0, len(label.text))

    def ranges(self, page):
        """The pager names ranges of names; a name may hold a digit."""
        for fragment in page.fragments:
            if fragment.node.tag == "li" and fragment.node.inside("nav", "pager"):
                fragment.claim(0, len(fragment.text))

    def csv(self):
        lines = []
        for (brand, customer), person in self.people.items():
            first, last = self.facts.seen[(brand, customer)]
            lines.append([customer, brand, guarded(self.facts.name(customer)), written(first), written(last),
                          str(len(person["conversations"])), str(person["sessions"]), str(person["contacts"])])
        self.site.csv("customers.csv", [
            "customer", "brand", "name", "first_seen_at", "last_seen_at", "conversations", "sessions", "contacts"],
            lines, key=0)
