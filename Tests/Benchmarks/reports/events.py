"""Neutral events of many customers who come back every few days: about a million AI sessions by default.

    events.py CUSTOMERS > events.jsonl

The same number gives the same bytes. Of a customer's 56 interactions about 47 have an AI session, 24 a contact, and a
third a topic; instants lie within 224 days.
"""
import sys
from datetime import date, timedelta

INTERACTIONS = 56
CHANNELS = ["chat", "sms", "email", "voice", "whatsapp"]
TOPICS = ["delivery", "returns", "payment", "account", "sizes", "other"]
DAYS = [(date(2025, 9, 1) + timedelta(days=day)).isoformat() for day in range(4 * INTERACTIONS + 8)]


def at(minute, second):
    day, minute = divmod(minute, 1440)
    return f"{DAYS[day]}T{minute // 60:02}:{minute % 60:02}:{second:02}Z"


class Chance:
    """Numbers that look as if drawn by lot (Knuth's multiplier)."""

    def __init__(self, seed):
        self.state = seed

    def below(self, most):
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) & 0xFFFFFFFFFFFFFFFF
        return (self.state >> 33) % most


def interaction(customer, number, chance):
    """Event by event: kind, actor, actor's id, minutes since the one before, further fields."""
    way = chance.below(100)
    agent = f"agent-{chance.below(60):02}"
    yield "message", "customer", None, 0, ""
    if chance.below(3) == 0:
        yield "topic", "system", None, 0, f',"topics":["{TOPICS[min(chance.below(6), chance.below(6))]}"]'
    if way < 15:
        yield "message", "agent", agent, 1 + chance.below(120), ""
        yield "contact_ended", "agent", agent, 1 + chance.below(30), ""
        return
    yield "message", "ai", "ai", chance.below(2), ""
    if way < 45:
        yield "handoff", "ai", "ai", chance.below(4), ',"to":"team"'
        if way < 42:
            yield "message", "agent", agent, chance.below(90), ""
        yield "contact_ended", "agent", agent, 1 + chance.below(40), ""
        yield "conversation_closed", "agent", agent, chance.below(3), ""
    elif way < 75:
        yield "message", "customer", None, 1 + chance.below(9), ""
    elif way < 85:
        yield "conversation_closed", "system", None, 5 + chance.below(30), ""


def lines(customer):
    chance = Chance(customer * 2 + 1)
    first = chance.below(4 * 1440)
    for number in range(INTERACTIONS):
        minute = first + number * 4 * 1440 + chance.below(1000)
        channel = CHANNELS[min(chance.below(5), chance.below(5))]
        for step, (kind, actor, actor_id, wait, more) in enumerate(interaction(customer, number, chance)):
            minute += wait
            who = f',"actor_id":"{actor_id}"' if actor_id else ""
            yield (
                f'{{"id":"{customer}-{number}-{step}","customer":"customer-{customer:06}","at":"{at(minute, step)}",'
                f'"kind":"{kind}","actor":"{actor}","channel":"{channel}"{who}{more}}}\n'
            )


for customer in range(int(sys.argv[1])):
    sys.stdout.writelines(lines(customer))
