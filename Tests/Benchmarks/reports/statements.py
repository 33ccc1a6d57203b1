"""Cuts a page's statements out, for `sqlite3`.

    statements.py PAGE DATABASE FOLDER

DATABASE is written by `triptych sql --database`. FOLDER gets, for each `sql` fence of PAGE, NAME.sql, which the
command-line tool can run; `columns.sql`, which copies from the database `whole` what the page reads and nothing else; and
`reads.md`, a page that reads the same columns and no row.

SQLite has no median and no percentile. In their place stands the same by a window: the nearest rank among the values in
order, so that the results can be compared.
"""
import pathlib
import re
import sqlite3
import sys
from datetime import date, timedelta

page, database, folder = sys.argv[1], sys.argv[2], pathlib.Path(sys.argv[3])


def fences(text):
    return re.findall(r"^```sql (\S+)\n(.*?)^```", text, re.S | re.M)


def period(connection):
    """The default period of a page: 28 days to the day of the last event, and as many before."""
    days = [row[0] for row in connection.execute("select starts_at from days order by day desc limit 57")]
    end = connection.execute("select max(ends_at) from days").fetchone()[0]
    return {"start": days[27], "end": end, "before": days[55]}


def nearest_rank(name, sql):
    """The statement with windows instead of our functions: those of the page group by one column, or by none."""
    calls = re.findall(r"(median|percentile)\((\w+)(?:, (\d+))?\) as (\w+)", sql)
    if not calls:
        return sql
    value = calls[0][1]
    key = re.search(r"group by (\w+)", sql)
    table = re.search(r"from (\w+)", sql).group(1)
    head = f"{key.group(1)}, " if key else ""
    part = f"partition by {key.group(1)} " if key else ""
    columns = ", ".join(
        f"max(case when n = max(1, cast(ceil({share or 50} / 100.0 * m) as integer)) then value end) as {title}"
        for _, _, share, title in calls
    )
    return (
        f"select {head}{columns} from (select {head}{value} as value, row_number() over ({part}order by {value}) as n, "
        f"count(*) over ({part.strip()}) as m from {table} where {value} is not null) "
        + (f"group by {key.group(1)} order by {key.group(1)}" if key else "")
    )


def reads(connection, statements, values):
    """By table, the columns that SQLite reads while it compiles the statements."""
    found = {}

    def note(action, table, column, *_):
        if action == sqlite3.SQLITE_READ and table in tables:
            found.setdefault(table, set()).update([column] if column else [])
        return sqlite3.SQLITE_OK

    tables = {row[0] for row in connection.execute("select name from sqlite_master where type = 'table'")}
    connection.set_authorizer(note)
    for _, sql in statements:
        connection.execute("explain " + nearest_rank("", sql), values).fetchall()
    connection.set_authorizer(None)
    return {table: [c for c in columns(connection, table) if c in found[table] or c == "key"] for table in sorted(found)}


def columns(connection, table):
    return [row[1] for row in connection.execute(f"pragma table_info({table})")]


connection = sqlite3.connect(f"file:{database}?mode=ro", uri=True)
statements = fences(pathlib.Path(page).read_text())
values = period(connection)
for name, sql in statements:
    text = re.sub(r":(start|end|before)\b", lambda match: f"'{values[match.group(1)]}'", nearest_rank(name, sql))
    (folder / f"{name}.sql").write_text(text.strip() + ";\n")

copies, fences_of_reads = [], []
for table, kept in reads(connection, statements, values).items():
    kinds = {row[1]: row[2] + (" primary key" if row[5] else "") for row in connection.execute(f"pragma table_info({table})")}
    copies.append(f"create table {table} ({', '.join(f'{column} {kinds[column]}' for column in kept)});")
    copies.append(f"insert into {table} select {', '.join(kept)} from whole.{table};")
    for index in connection.execute("select sql from sqlite_master where type = 'index' and tbl_name = ?", [table]):
        if re.search(r"\((\w+)\)", index[0]).group(1) in kept:
            copies.append(index[0] + ";")
    fences_of_reads.append(f"```sql reads_{table}\nselect {', '.join(kept)} from {table} where 0\n```\n")
(folder / "columns.sql").write_text("\n".join(copies) + "\n")
(folder / "reads.md").write_text(
    "---\ntitle: What is read\nlayout: report\nnav: 2\n---\n\n" + "\n".join(fences_of_reads)
    + "\n".join("```table\nfrom: " + re.search(r"sql (\S+)", fence).group(1) + "\n```\n" for fence in fences_of_reads))
