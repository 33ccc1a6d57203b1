"""From an export to what Hugo needs: sessions by a gap of two hours, the answers of all queries, the timelines.

    group.py EXPORT QUERIES SITE

Writes SITE/assets/timelines.json, SITE/assets/reports.json and SITE/sessions.csv. The export is read once.
"""
import json
import re
import sys

import duckdb

export, queries, site = sys.argv[1:4]
database = duckdb.connect()
database.execute("set threads = 2")
columns = dict.fromkeys(("id", "customer", "kind", "actor", "text"), "varchar") | {"at": "timestamp"}
database.execute(f"""
create table events as select * from read_json('{export}', format = 'newline_delimited', columns = {columns});
create table sessions as
with marked as (
  select customer, "at", actor, coalesce("at" - lag("at") over w >= interval 2 hours, true)::int first
  from events window w as (partition by customer order by "at")),
numbered as (select *, sum(first) over (partition by customer order by "at" rows unbounded preceding) number from marked),
found as (
  select customer, min("at") moment, max("at") last, count(*) filter (actor = 'customer') customer_messages,
    count(*) filter (actor = 'ai') ai_messages
  from numbered group by customer, number)
select customer, strftime(moment, '%Y-%m-%dT%H:%M:%S.%gZ') started_at, strftime(last, '%Y-%m-%dT%H:%M:%S.%gZ') last_at,
  strftime(moment, '%Y-%m-%d') "day", hour(moment) "hour", isodow(moment) weekday, customer_messages, ai_messages
from found order by customer, started_at;
copy sessions to '{site}/sessions.csv' (header);
copy (
  select substr(customer, -2) || '/' || customer as path, customer,
    list({{'time': strftime("at", '%H:%M'), 'actor': actor, 'text': text}} order by "at", id) messages
  from events where kind = 'message' group by customer order by customer
) to '{site}/assets/timelines.json' (format json, array true)""")

pages = []
for name, query in re.findall(r"^-- (\w+)\n(.*?);$", open(queries).read(), re.S | re.M):
    answer = database.execute(query)
    columns = [column[0] for column in answer.description]
    pages.append({"name": name, "columns": columns, "rows": [[str(cell) for cell in row] for row in answer.fetchall()]})
with open(f"{site}/assets/reports.json", "w") as file:
    json.dump(pages, file)
