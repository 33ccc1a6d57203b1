"""The messages of an export's customers as one JSON file, a page each, for Hugo's content adapter.

    timelines.py EXPORT OUTPUT

A message is what its template prints: the time of day, the actor, the text; `path` is the page's.
"""
import sys

import duckdb

export, output = sys.argv[1:3]
database = duckdb.connect()
database.execute("set threads = 2")
columns = dict.fromkeys(("id", "customer", "kind", "actor", "text"), "varchar") | {"at": "timestamp"}
database.execute(f"""copy (
  select substr(customer, -2) || '/' || customer as path, customer,
    list({{'time': strftime("at", '%H:%M'), 'actor': actor, 'text': text}} order by "at", id) messages
  from read_json('{export}', format = 'newline_delimited', columns = {columns})
  where kind = 'message' group by customer order by customer
) to '{output}' (format json, array true)""")
