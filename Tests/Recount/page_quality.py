"""Data quality: what was read and what was not, counted from the files themselves."""

import re

import words
from checks import CSVFile
from page_conversations import guarded
from words import count, percent

ANOMALIES = {
    "orphan_session_ended": "The end of a session when none was open",
    "orphan_contact_ended": "The end of a contact when none was open",
    "orphan_call_ended": "The end of a call of no conversation",
    "orphan_conversation_closed": "The close of a conversation that is not there",
    "orphan_conversation_reopened": "The reopening of a conversation that is not there",
    "handoff_within_contact": "A hand-off while the team had the customer already",
    "handoff_without_session": "A hand-off when no session was open",
}


def check(site):
    page, facts, export = site.page("data-quality.html"), site.facts, site.facts.export
    page.part(page.root.first("p", "period"), "period").says(site.span)
    page.says(f"As of {site.as_of}")
    page.says(f"This site rests on {words.counted(export.records, 'record', 'records')} in "
              f"{words.counted(len(export.files), 'file', 'files')}.")
    share_rejected(site, page)
    if facts.rejected:
        share_rejected(site, page.section("reasons"))
    reasons(site, page, "data-quality-rejected-by-reason.csv")
    rejected(site, page)
    anomalies(site, page)
    kinds(site, page)
    still_open(site, page)
    files(site, page)
    rules(site, page)
    rules_csv(site)
    warnings(site, page)
    site.frame(page)


def share_rejected(site, scope):
    rejected, records = len(site.facts.rejected), site.facts.export.records
    if rejected == 0:
        scope.says("None was rejected.", every=True)
        return
    share = percent(rejected, records, 2)
    of = f"of {words.counted(records, 'record', 'records')} ({share}) could not be used:"
    if rejected == 1:
        scope.says(f"One {of} it was rejected and is counted nowhere.")
    else:
        scope.says(f"{count(rejected)} {of} they were rejected and are counted nowhere.")


def still_open(site, scope):
    facts = site.facts
    open_of = lambda units, field: sum(u[field] is None for u in units)
    scope.says(f"Still open when the data ended: {words.conversations(open_of(facts.conversations, 'closed_at'))}, "
               f"{words.sessions(open_of(facts.sessions, 'ended_at'))}, "
               f"{words.contacts(open_of(facts.contacts, 'ended_at'))}.")


def reasons(site, page, csv):
    groups = {}
    for record in site.facts.rejected:
        groups.setdefault(record["reason"], []).append(record)
    order = sorted(groups, key=lambda r: (-len(groups[r]), r))
    rows = [[reason, count(len(groups[reason])), place(groups[reason][0])] for reason in order]
    page.rows("Rejected records by reason, one row each", ["Reason", "Records", "First one"],
              rows or [["No record was rejected.", "", ""]])
    site.csv(csv, ["reason", "records", "first_file", "first_line"], [
        [reason, str(len(groups[reason])), groups[reason][0]["file"], str(groups[reason][0]["line"])]
        for reason in order])


def place(record):
    return f"{record['file']}, line {count(record['line'])}: \u201c{cut(record['text'], 60)}\u201d"


def cut(text, most):
    return text if len(text) <= most else text[:most] + "\u2026"


def rejected(site, page):
    records = site.facts.rejected
    rows = [[r["file"], count(r["line"]), count(r["offset"]), r["reason"], cut(r["text"], 120)] for r in records]
    table = page.table("Rejected records, one row each")
    shown = len(table.all("tr")) - 1 if table else 0
    if shown < len(rows):
        page.says(f"The first {count(shown)} of {count(len(rows))} rows; the CSV, where there is one, has all.")
    page.rows("Rejected records, one row each", ["File", "Line", "Byte offset", "Reason", "How it begins"],
              rows[:shown] or [["No record was rejected.", "", "", "", ""]])
    site.csv("rejected.csv", ["file", "line", "offset", "reason", "text"], [
        [r["file"], str(r["line"]), str(r["offset"]), r["reason"], guarded(r["text"])] for r in records])


def anomalies(site, page):
    facts, groups = site.facts, {}
    for record in facts.anomalies:
        groups.setdefault(record["anomaly"], []).append(record)
    table = page.table("Events that do not fit, by kind")
    rows = {ANOMALIES.get(name, name): [ANOMALIES.get(name, name), count(len(units))] for name, units in groups.items()}
    found = table.all("tr")[1:] if table else []
    if not groups:
        page.rows("Events that do not fit, by kind", None, [["Every event fits.", "", ""]])
    for row in found if groups else []:
        cells = [n for n in row.children if getattr(n, "tag", "") in ("td", "th")]
        wanted = rows.pop(cells[0].text(), None)
        if wanted is None or cells[1].text() != wanted[1]:
            page.disagree("anomalies", wanted, [c.text() for c in cells])
            continue
        for fragment in page.fragments:
            if fragment.node.inside("tr") is row:
                fragment.claim(0, len(fragment.text))
    if rows and groups:
        page.disagree("anomalies", sorted(rows), "no such rows")
    from clock import written

    owners = {e["event"]: e for e in facts.events}
    site.csv("anomalies.csv", ["event", "anomaly", "at", "brand", "customer"], [
        [r["event"], r["anomaly"], written(facts.export.events[r["event"]].at), owners[r["event"]]["brand"],
         owners[r["event"]]["customer"]] for r in facts.anomalies], key=0)


def kinds(site, page):
    found = site.facts.export.kinds
    order = sorted(found, key=lambda k: (-found[k], k))
    page.rows("Kinds of records that are not known, one row each", None,
              [[k, count(found[k])] for k in order] or [["Every kind is known.", ""]])
    site.csv("unknown-kinds.csv", ["kind", "records"], [[k, str(found[k])] for k in order])


def files(site, page):
    listed = site.facts.export.files
    fields = lambda f: (f.records, f.rejected, f.duplicates, f.restated, f.bytes)
    total = [sum(column) for column in zip(*map(fields, listed))]
    table = page.table("Files read, one row each")
    has_total = table is not None and table.all("tr")[-1].text().startswith("All files")
    rows = [[f.name, *map(count, fields(f))] for f in listed] + ([["All files", *map(count, total)]] if has_total else [])
    page.rows("Files read, one row each", ["File", "Records", "Rejected", "Seen before", "Restated", "Bytes"], rows)
    if total[2] or total[3]:
        page.section("files").says(
            f"Records met again, unchanged, and counted once: {count(total[2])}. Restated by a later file, whose version "
            f"stands: {count(total[3])}.")
    site.csv("files.csv", ["file", "records", "rejected", "duplicates", "restated", "bytes"],
             [[f.name, *map(str, fields(f))] for f in listed])


def rules(site, page):
    """The rules that are lengths; the rest of the table has no numbers."""
    table = page.table("The rules in force, one row each")
    wanted = {"Window of a conversation": site.window, "An AI session ends after silence of": site.timeout,
              "A contact counts as in progress for": site.quiet}
    for row in table.all("tr")[1:] if table else []:
        cells = [n for n in row.children if getattr(n, "tag", "") in ("td", "th")]
        name = cells[-2].text()
        if name in wanted:
            value = "no limit" if wanted[name] is None else words.length(wanted[name])
            if cells[-1].text() != value:
                page.disagree("rules", f"{name}: {value}", cells[-1].text())
            else:
                for fragment in page.fragments:
                    if fragment.node is cells[-1]:
                        fragment.claim(0, len(fragment.text))
        elif "SIDEKICK" in cells[-1].text() or name == "Actors that are the AI":
            for fragment in page.fragments:
                if fragment.node.inside("tr") is row:
                    fragment.claim(0, len(fragment.text))


DURATION = re.compile(r"(\d+)(d|h|m|s)")


def rules_csv(site):
    """The lengths and the AI's actors, as a configuration writes them; the other rules have no numbers."""
    file = CSVFile(site.ledger, site.folder, "data-quality-rules.csv")
    lengths = {"window": site.window, "session_timeout": site.timeout, "quiet": site.quiet}
    units = {"d": 86_400_000, "h": 3_600_000, "m": 60_000, "s": 1000}
    wanted = []
    for row in file.rows[1:]:
        name, value = row[1], row[2]
        found = sum(int(n) * units[unit] for n, unit in DURATION.findall(value)) if DURATION.search(value) else None
        if name in lengths and (found != lengths[name] or found is None and value != "none"):
            value = f"{lengths.get(name)} ms"
        elif name == "ai_actors":
            value = "|".join(site.facts.export.ai_actors)
        elif name not in lengths and re.search(r"\d", value):
            value = "a word"
        wanted.append(["", name, value])
        lengths.pop(name, None)
    file.holds(["brand", "rule", "value"], wanted + [["", name, f"{value} ms"] for name, value in lengths.items()])


def warnings(site, page):
    """The page's own words, whole, again in the CSV."""
    table = page.table("Warnings, one row each")
    rows = [row.all("th")[0].text() if row.all("th") else row.all("td")[0].text() for row in table.all("tr")[1:]]
    rows = [] if rows == ["No warnings."] else rows
    site.csv("warnings.csv", ["warning"], [[guarded(text)] for text in rows])
