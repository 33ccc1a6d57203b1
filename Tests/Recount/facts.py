"""The tables of `triptych group`, joined: what every page counts."""

import base64
import hashlib
import json
from collections import defaultdict
from pathlib import Path

from clock import Period, instant

DAY = 86_400_000


def address(kind, brand, customer, unit=""):
    """A timeline's file and its anchors: formats.md, "The site's addresses"."""
    digest = hashlib.sha256("\0".join((kind, brand, customer, unit)).encode("utf-8", "surrogatepass")).digest()
    return base64.b32encode(digest).decode().lower()[:12]


class Facts:
    def __init__(self, tables, export, clock, period_days, as_of=None):
        read = lambda name: [json.loads(line) for line in (Path(tables) / f"{name}.jsonl").open(encoding="utf-8")]
        self.clock, self.export = clock, export
        self.conversations, self.sessions, self.contacts = read("conversations"), read("sessions"), read("contacts")
        self.events, self.anomalies, self.rejected = read("events"), read("anomalies"), read("rejected")
        for unit in self.conversations + self.sessions + self.contacts:
            for field in ("started_at", "last_activity_at", "closed_at", "ended_at", "first_reply_at"):
                if field in unit:
                    unit[field] = instant(unit[field])
        kept = [export.events[e["event"]].at for e in self.events]
        self.as_of = as_of if as_of is not None else max(kept)
        self.first_at, self.last_at = min(kept), max(kept)
        self.order = {e["event"]: n for n, e in enumerate(self.events)}
        last = clock.day(self.as_of)
        self.data = Period(clock.day(self.first_at), clock.day(self.last_at))
        self.period = Period(last.fromordinal(last.toordinal() - period_days + 1), last)
        self._join()
        self.seen = self._seen()
        anchors = [u.get(f) for u in self.conversations + self.sessions + self.contacts
                   for f in ("started_at", "ended_at", "closed_at")]
        self.event_days = {clock.day(at) for at in kept + [a for a in anchors if a is not None]}

    def _join(self):
        self.by_id = {(c["brand"], c["customer"], c["id"]): c for c in self.conversations}
        for conversation in self.conversations:
            conversation["of_sessions"], conversation["of_contacts"] = [], []
        for name, units in (("of_sessions", self.sessions), ("of_contacts", self.contacts)):
            for unit in units:
                unit["place"] = self.order[unit["id"].split(":", 1)[1]]
                unit["in"] = self.by_id[(unit["brand"], unit["customer"], unit["conversation"])]
                unit["in"][name].append(unit)
        for conversation in self.conversations:
            for name in ("of_sessions", "of_contacts"):
                conversation[name].sort(key=lambda u: u["place"])
        for contact in self.contacts:
            contact["answered"] = contact["agent_messages"] > 0
            replied = contact["answered"] and contact["origin"] != "outbound"
            contact["reply"] = contact["first_reply_at"] - contact["started_at"] if replied else None
            ended = contact["ended_at"]
            contact["handling"] = None if ended is None else ended - contact["started_at"]
        for session in self.sessions:
            session["active"] = session["last_activity_at"] - session["started_at"]
            session["next"] = self._following(session)
        for conversation in self.conversations:
            self._derive(conversation)

    @staticmethod
    def _following(session):
        """The Contact to which a Session was handed off: the first after it on its channel, begun at its end."""
        if session["outcome"] != "handed off":
            return None
        for contact in session["in"]["of_contacts"]:
            same = contact["channel"] == session["channel"] and contact["origin"] == "handoff"
            if same and contact["started_at"] == session["ended_at"] and contact["place"] > session["place"]:
                return contact
        return None

    @staticmethod
    def _derive(conversation):
        sessions, contacts = conversation["of_sessions"], conversation["of_contacts"]
        if sessions and contacts:
            path = "ai_then_team" if sessions[0]["place"] < contacts[0]["place"] else "team_then_ai"
        else:
            path = "ai_only" if sessions else "team_only" if contacts else "neither"
        conversation["path"] = path
        conversation["handed"] = any(s["outcome"] == "handed off" for s in sessions)
        conversation["answered"] = any(c["answered"] for c in contacts)
        closed, closes = conversation["closed_at"], conversation["closes"]
        conversation["first_close"] = None if closed is None else min([closed] + [instant(c["at"]) for c in closes])
        conversation["closer"] = None
        if closed is not None:
            at_close = [c["by"] for c in closes if instant(c["at"]) == closed]
            conversation["closer"] = at_close[0] if conversation["close_reason"] == "closed" else "window"
        conversation["agents"] = {a for c in contacts for a in c["agents"]}

    def _seen(self):
        """First and last event of each customer, annotations too."""
        seen = {}
        for row in self.events:
            key, at = (row["brand"], row["customer"]), self.export.events[row["event"]].at
            first, last = seen.get(key, (at, at))
            seen[key] = (min(first, at), max(last, at))
        return seen

    def name(self, customer):
        return self.export.names.get(customer) or customer

    def within(self, units, anchor, period):
        """Those with their anchor on a day of the period."""
        day = self.clock.day
        return [u for u in units if u[anchor] is not None and period.has(day(u[anchor]))]

    def by_day(self, units, anchor):
        days = defaultdict(list)
        for unit in units:
            if unit[anchor] is not None:
                days[self.clock.day(unit[anchor])].append(unit)
        return days

    def data_days(self):
        return self.data.days

    def unfinished(self, day):
        """Whether the data ended before the day was over."""
        return day == self.clock.day(self.as_of)

    def timeline(self, brand, customer):
        name = address("t", brand, customer)
        return f"timelines/{name[:2]}/{name}.html"
