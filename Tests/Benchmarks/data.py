"""Writes invented events, as an export in the neutral form: a line or row each, in order of time.

    data.py EVENTS CUSTOMERS OUTPUT… [options]

An OUTPUT that ends in .csv is CSV, any other JSONL. The same arguments and the same DuckDB give the same bytes.

How many interactions a customer has is log-normal. An interaction is a burst of 3 to 12 events, one or two minutes
apart, on one channel; of ten, four are handed to the team, three of these end with `conversation_closed`, and one goes
straight to the team and ends with `contact_ended`. EVENTS is exact, CUSTOMERS is how many there can be: of few events,
some customers get none.
"""
import argparse

import duckdb

WORDS = (
    "parcel order return label refund late size blue coat where is my it has not come yet please thank you the and for "
    "with address street change card paid twice invoice"
).split()
EVENTS_OF_INTERACTION = 7.5
SPREAD = 0.9


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("events", type=int)
    parser.add_argument("customers", type=int)
    parser.add_argument("outputs", nargs="+")
    parser.add_argument("--words", type=int, default=0, help="words of a message's text on average; none: no text")
    parser.add_argument("--giant", type=int, default=0, help="events of the first customer")
    parser.add_argument("--plain", action="store_true", help="only messages by customer and AI, on one channel")
    parser.add_argument("--start", default="2026-01-01", help="the first day")
    parser.add_argument("--days", type=int, default=90)
    parser.add_argument("--prefix", default="e", help="what ids begin with")
    parser.add_argument("--stride", type=int, default=1, help="of the customers, take every such one")
    return parser.parse_args()


def interactions(wanted):
    """A row each interaction: 4 % more than are wanted, for the surplus is cut off."""
    mean = (1.04 * wanted.events - wanted.giant) / wanted.customers / EVENTS_OF_INTERACTION
    return f"""
    create table interactions as
    with customers as (
      select c, case when c = 0 and {wanted.giant} > 0 then round({wanted.giant} / {EVENTS_OF_INTERACTION})
        else least(20000, greatest(1, round({mean} * exp({SPREAD} * normal(c) - {SPREAD * SPREAD / 2})))) end::int n
      from range({wanted.customers}) t(c)),
    each as (select c * {wanted.stride} c, unnest(range(n)) j from customers),
    numbered as (select c, row_number() over (order by c, j) k from each)
    select c, k, (uniform(k, 3) * {wanted.days * 86400000 - 3600000})::bigint start,
      (hash(k, 4) % 10)::int way, 3 + (hash(k, 5) % 10)::int events,
      ['chat', 'chat', 'chat', 'sms', 'email', 'whatsapp'][(hash(k, 6) % 6)::int + 1] channel from numbered"""


EVENTS = """
create table events as
with each as (select *, unnest(range(events)) e from interactions),
kinds as (select *, case
    when e = events - 1 and way < 3 and events > 3 then 'conversation_closed'
    when e = events - 1 and way = 9 then 'contact_ended'
    when e = 2 and way < 4 then 'handoff'
    else 'message' end kind from each)
select '{prefix}' || lpad(k::varchar, 8, '0') || '-' || e id, 'c' || lpad(c::varchar, 7, '0') customer,
  make_timestamp(epoch_us(timestamp '{start}') + (start + e * 90000 + (hash(k, e) % 80000)::bigint) * 1000) moment,
  kind, case when kind = 'handoff' then 'ai' when kind <> 'message' then 'agent' when e % 2 = 0 then 'customer'
    when way < 4 and e > 2 or way = 9 then 'agent' else 'ai' end actor, channel, hash(k, e, 8) seed
from kinds order by moment, id limit {events}"""

PLAIN = "update events set kind = 'message', channel = 'chat', actor = if(actor = 'customer', 'customer', 'ai')"


def text(words):
    """Words drawn by lot, half to one and a half times as many."""
    if not words:
        return ""
    count = f"{words} // 2 + (seed % {words})::int"
    drawn = f"list_transform(range({count}), lambda q: {WORDS!r}[(hash(seed, q) % {len(WORDS)})::int + 1])"
    return f", if(kind = 'message', array_to_string({drawn}, ' '), null) as text"


def main():
    wanted = arguments()
    database = duckdb.connect()
    database.execute("create macro uniform(k, s) as (hash(k * 1000003 + s) % 1000000007) / 1000000007.0")
    database.execute(
        "create macro normal(k) as sqrt(-2 * ln(uniform(k, 1) + 1e-12)) * cos(2 * pi() * uniform(k, 2))"
    )
    database.execute(interactions(wanted))
    database.execute(EVENTS.format(prefix=wanted.prefix, start=wanted.start, events=wanted.events))
    if wanted.plain:
        database.execute(PLAIN)
    columns = f"""id, customer, strftime(moment, '%Y-%m-%dT%H:%M:%S.%g') || 'Z' as "at", kind, actor, channel"""
    rows = f"select {columns}{text(wanted.words)} from events order by moment, id"
    for output in wanted.outputs:
        form = "header" if output.endswith(".csv") else "format json"
        database.execute(f"copy ({rows}) to '{output}' ({form})")


main()
