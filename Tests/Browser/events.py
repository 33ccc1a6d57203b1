"""Writes the events of the site that tests open beside the demo: what customers write at its worst, other scripts,
long ids, Conversations of hundreds of messages. The same bytes every time.

usage: events.py FILE"""

import datetime
import json
import sys

START = datetime.datetime(2026, 3, 2, 8, 0, tzinfo=datetime.timezone.utc)

HOSTILE = [
    "<script>window.pwned = true</script><img src=x onerror=\"window.pwned = true\">",
    "</script></style></title><svg onload='window.pwned = true'>",
    "[click](javascript:window.pwned=true) <a href=\"javascript:window.pwned=true\">here</a>",
    "![picture](https://tracker.example/pixel.png) <iframe src='https://tracker.example/'></iframe>",
    "{{7*7}} {{words.layout.skip}} ${7*7} <%= 7*7 %> \u2028 line \u2029 paragraph",
    "W" * 600,
    "https://example.com/" + "path/" * 120,
    "a\u0300\u0301\u0302\u0303\u0304\u0305\u0306\u0307" * 40,
    "| a | b |\n| --- | --- |\n| " + "cell " * 60 + " | " + "x" * 300 + " |",
    "```\n" + "code without an end " * 40 + "\n```\n> quoted\n> again\n\n1. one\n2. two",
    "# A heading\n\n## Another\n\n- a list\n  - in a list",
    "text \u202e gnirts desrever \u2066 isolate",
]
RTL = ["مرحبا، أين طلبي رقم 1234؟", "שלום, ההזמנה שלי לא הגיעה (ABC-99).", "شكرا <b>جزيلا</b>", "mixed עברית and English 12:30"]
CJK = ["你好,我的订单还没有到。", "注文番号は一二三です。" * 30, "안녕하세요, 환불을 원합니다.", "這是一個沒有空格的長句子" * 40]


class Log:
    """Lines in the order in which they are said, ids by number."""

    def __init__(self, file):
        self.file, self.number = file, 0

    def say(self, customer, minute, kind, actor, **fields):
        self.number += 1
        at = START + datetime.timedelta(minutes=minute)
        line = {"id": fields.pop("id", f"e{self.number:06}"), "customer": customer,
                "at": at.isoformat().replace("+00:00", "Z"), "kind": kind, "actor": actor, **fields}
        self.file.write(json.dumps(line, ensure_ascii=False) + "\n")


def texts(log, customer, name, lines, start, **fields):
    """A Conversation in which every line is said by customer, AI and team in turn."""
    for index, text in enumerate(lines):
        actor = ("customer", "ai", "customer", "agent")[index % 4]
        more = {"actor_id": "a1", "actor_name": "Ágnes <b>O’Neill</b>"} if actor == "agent" else {}
        log.say(customer, start + index * 3, "message", actor, channel="chat", customer_name=name, text=text,
                **more, **fields)


def hostile(log):
    name = "<script>alert(1)</script> \"quoted\" & 'co' " + "n" * 80
    texts(log, "hostile", name, HOSTILE, 0, customer_email="\"<x>\"@example.com")
    log.say("hostile", 60, "handoff", "ai", channel="chat")
    for index, text in enumerate(HOSTILE):
        log.say("hostile", 62 + index, "note", "agent", actor_id="a1", text=text)
    log.say("hostile", 90, "message", "agent", channel="chat", actor_id="a1", text="An answer.")
    log.say("hostile", 95, "conversation_closed", "agent", actor_id="a1")


def scripts(log):
    texts(log, "rtl", "فاطمة الزهراء", RTL * 3, 10)
    texts(log, "hebrew", "שרה כהן", RTL, 1500)
    texts(log, "cjk", "王小明", CJK * 2, 20)
    texts(log, "id-" + "0123456789abcdef" * 18, None, ["A customer with no name and a long id."], 30)
    texts(log, "lower", "zoë Ångström", ["Hello."], 40)


def long(log):
    """Three months, one Conversation of more messages than a page holds."""
    for index in range(700):
        actor = "customer" if index % 2 == 0 else "ai"
        log.say("long", 100 + index, "message", actor, channel="chat", customer_name="Long Talker", text=f"Message {index + 1}.")
    for day in range(8, 27, 2):
        for index in range(40):
            actor = ("customer", "agent")[index % 2]
            log.say("long", day * 1440 + index * 2, "message", actor, channel="email", text=f"Day {day}, message {index}.")
        log.say("long", day * 1440 + 90, "conversation_closed", "agent")


def crowd(log):
    """Enough customers of an ordinary kind for tables of several pages."""
    for index in range(140):
        customer, start = f"c{index:04}", 200 + index * 263
        name = f"Customer Number {index:03}"
        log.say(customer, start, "message", "customer", channel=("chat", "sms", "email")[index % 3], customer_name=name, text="Where is my parcel?")
        log.say(customer, start + 1, "message", "ai", channel=("chat", "sms", "email")[index % 3], text="On its way.")
        if index % 3 == 0:
            log.say(customer, start + 4, "handoff", "ai", channel=("chat", "sms", "email")[index % 3])
            log.say(customer, start + 9 + index, "message", "agent", channel="chat", actor_id=f"a{index % 4}", actor_name=f"Agent {index % 4}", text="Here I am.")
            log.say(customer, start + 20 + index, "conversation_closed", "agent")


def busy(log):
    """A day with more AI Sessions than a table shows at once."""
    for index in range(160):
        start = 27 * 1440 + index
        log.say(f"b{index:03}", start, "message", "customer", channel="chat", customer_name=f"Busy {index:03}", text="Hi")
        for reply in range(index % 7):
            log.say(f"b{index:03}", start + 1 + reply, "message", "ai", channel="chat", text="Hello")


def main(path):
    with open(path, "w", encoding="utf-8") as file:
        log = Log(file)
        for part in (hostile, scripts, long, crowd, busy):
            part(log)
        file.write("{\"id\": \"broken\", \"customer\": \"<b>broken</b>\"}\nnot JSON <img src=x>\n")


if __name__ == "__main__":
    main(sys.argv[1])
