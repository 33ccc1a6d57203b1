"""The exported files themselves, read anew: records, people, and each event's instant, kind and actor."""

import gzip
import json
from collections import Counter
from pathlib import Path

from clock import instant

GLADLY_CHANNELS = {"CHAT_MESSAGE", "SMS", "WHATSAPP", "FACEBOOK_MESSAGE", "INSTAGRAM_DIRECT", "TWITTER", "EMAIL"}
GLADLY_KINDS = GLADLY_CHANNELS | {
    "PHONE_CALL", "VOICEMAIL", "VOICE_AI_MESSAGE", "CONVERSATION_STATUS_CHANGE", "CONVERSATION_NOTE", "TOPIC_CHANGE",
    "CUSTOMER_ACTIVITY", "TASK",
}
NEUTRAL_KINDS = {
    "message", "handoff", "contact_started", "session_ended", "contact_ended", "call_ended", "conversation_closed",
    "conversation_reopened", "note", "topic", "activity", "task",
}


class Event:
    def __init__(self, at, kind, actor, actor_id, customer, brand=""):
        self.at, self.kind, self.actor, self.actor_id = at, kind, actor, actor_id
        self.customer, self.brand, self.topics = customer, brand, None


class FileCount:
    def __init__(self, name):
        self.name, self.records, self.rejected, self.duplicates, self.restated, self.bytes = name, 0, 0, 0, 0, 0


# What a Gladly item says; fields that the format does not have say nothing.
GLADLY_FIELDS = {"id", "customerId", "timestamp", "content", "conversationId", "initiator", "responder"}
NEUTRAL_FIELDS = {
    "id", "customer", "at", "kind", "actor", "channel", "actor_id", "actor_name", "brand", "conversation", "to", "text",
    "subject", "topics", "customer_name", "customer_email",
}


def known(record):
    fields = GLADLY_FIELDS if "content" in record else NEUTRAL_FIELDS
    return {name: value for name, value in record.items() if name in fields}


class Export:
    """
    Files by path in byte order; a record met again counts as seen before if it says the same, else as restated.
    `rejected` are the places of records that could not be read, as `triptych group` lists them.
    """

    def __init__(self, paths, ai_actors, rejected):
        self.ai_actors, self.rejected_lines = ai_actors, {(r["file"], r["line"]) for r in rejected}
        self.files, self.events, self.names, self.agents, self.kinds = [], {}, {}, {}, Counter()
        self.topics, self._seen = {}, {}
        for root in map(Path, paths):
            for path in self._below(root):
                name = path.name if root.is_file() else f"{root.name}/{path.relative_to(root).as_posix()}"
                self._read(path, name)

    @property
    def records(self):
        return sum(f.records for f in self.files)

    @staticmethod
    def _below(root):
        if root.is_file():
            return [root]
        found = [p for p in root.rglob("*") if p.is_file() and p.name.removesuffix(".gz").endswith(".jsonl")]
        return sorted(found, key=lambda p: str(p.relative_to(root)).encode())

    def _read(self, path, name):
        packed = path.read_bytes()
        data = gzip.decompress(packed) if path.suffix == ".gz" else packed
        counts = FileCount(name)
        counts.bytes = len(data)
        self.files.append(counts)
        for number, line in enumerate(data.split(b"\n"), 1):
            if not line.strip():
                continue
            counts.records += 1
            if (name, number) in self.rejected_lines:
                counts.rejected += 1
                continue
            record = json.loads(line.decode("utf-8", "surrogatepass"))
            sort, events = self._record(name, record)
            key = (sort, str(record["id"]))
            said, says = self._seen.get(key), known(record)
            if said is not None and sort == "event":
                counts.duplicates += said == says
                counts.restated += said != says
            self._seen[key] = says
            self.events.update(events)

    def _record(self, name, record):
        base = name.rsplit("/", 1)[-1]
        if base.startswith("customers"):
            self.names[record["id"]] = record.get("name") or next(iter(record.get("emailAddresses") or []), "")
            return "customer", {}
        if base.startswith("agents"):
            self.agents[record["id"]] = record.get("name") or ""
            return "agent", {}
        if base.startswith("topics"):
            self.topics[record["id"]] = record.get("name") or ""
            return "topic", {}
        if "content" in record and "customerId" in record:
            return "event", self._gladly(record)
        return "event", self._neutral(record)

    def _gladly(self, item):
        content, initiator = item["content"], item.get("initiator") or {}
        sort, at = content["type"], instant(item["timestamp"])
        actor, actor_id = self._actor(initiator), initiator.get("id") or ""
        if sort not in GLADLY_KINDS:
            self.kinds[sort] += 1
        kind = "message" if sort in GLADLY_CHANNELS | {"VOICE_AI_MESSAGE", "VOICEMAIL", "PHONE_CALL"} else sort.lower()
        if sort == "CONVERSATION_STATUS_CHANGE":
            kind = "conversation_closed" if content.get("status") == "CLOSED" else "conversation_reopened"
        if sort in ("PHONE_CALL", "VOICEMAIL"):
            at = instant(content.get("startedAt")) or at
        if sort == "VOICEMAIL":
            actor = "customer"
        found = {item["id"]: Event(at, kind, actor, actor_id, item["customerId"])}
        if sort == "TOPIC_CHANGE":
            found[item["id"]].topics = content.get("addedTopicIds") or [], content.get("removedTopicIds") or []
        if sort == "PHONE_CALL":
            if content.get("answeredAt") and actor == "customer":
                responder = item.get("responder") or {}
                by = "ai" if self._actor(responder) == "ai" else "agent"
                found[item["id"] + "#answered"] = Event(
                    instant(content["answeredAt"]), "message", by, responder.get("id") or "", item["customerId"])
            if content.get("completedAt"):
                found[item["id"] + "#ended"] = Event(
                    instant(content["completedAt"]), "call_ended", actor, actor_id, item["customerId"])
        return found

    def _actor(self, initiator):
        sort = initiator.get("type")
        if sort in ("CUSTOMER", "EXTERNAL", "INTERNAL"):
            return "customer"
        if sort == "AGENT":
            return "agent"
        return "ai" if sort in ("SYSTEM", "API") and initiator.get("id") in self.ai_actors else "system"

    def _neutral(self, record):
        kind = record["kind"]
        if kind not in NEUTRAL_KINDS:
            self.kinds[kind] += 1
        customer = str(record["customer"])
        name = record.get("customer_name") or record.get("customer_email")
        if name:
            self.names[customer] = name
        actor_id = str(record.get("actor_id") or "")
        if record.get("actor_name") and record["actor"] == "agent":
            self.agents[actor_id] = record["actor_name"]
        event = Event(instant(record["at"]), kind, record["actor"], actor_id, customer, record.get("brand") or "")
        return {str(record["id"]): event}
