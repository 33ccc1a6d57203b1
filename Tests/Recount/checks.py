"""A page against what it should say: expectations claim its words, and what has digits and no claim is reported."""

import csv
import difflib
import re

from markup import fold, fragments, parse

NUMBER = re.compile(r"[\u2212+]?\d(?:[\d,.]*\d)?%?")
# Counts that are written as words begin a sentence.
SPELT = re.compile(r"(?:^|(?<=[.;:] ))(?:One|one|None|No)\b")


class Ledger:
    """What a whole run found."""

    def __init__(self):
        self.pages, self.numbers, self.disagreements, self.unchecked = 0, 0, [], []
        self.opened, self.not_compared = set(), []

    def disagree(self, where, expected, found):
        self.disagreements.append(f"{where}: expected {expected!r}, found {found!r}")

    @property
    def clean(self):
        return not self.disagreements and not self.unchecked and not self.not_compared


class Scope:
    """Some fragments of a page: all of it, a section, a panel."""

    def __init__(self, page, found, name):
        self.page, self.fragments, self.name = page, found, name

    def says(self, text, every=False):
        """Claims the text where it first stands unclaimed (or wherever it stands); without it, a disagreement."""
        pattern = re.compile(r"(?<![\d\u2212+])(?<!\d[,.])" + re.escape(fold(text)) + r"(?![\d%]|[,.]\d)")
        claimed = 0
        for fragment in self.fragments:
            for match in pattern.finditer(fragment.text):
                if any(fragment.claimed[match.start() : match.end()]):
                    continue
                fragment.claim(*match.span())
                claimed += 1
                if not every:
                    return True
        if not claimed:
            self.page.disagree(self.name, text, self._nearest(text))
        return claimed > 0

    def texts(self, node_test, expected, what):
        """Whole fragments of one sort, in order."""
        found = [f for f in self.fragments if node_test(f)]
        for fragment, text in zip(found, expected):
            if squeeze(fragment.text) == squeeze(text):
                fragment.claim(0, len(fragment.text))
            else:
                self.page.disagree(f"{self.name}, {what}", text, fragment.text)
        if len(found) != len(expected):
            self.page.disagree(
                f"{self.name}, {what}", f"{len(expected)}: {expected[:3]}", f"{len(found)}: {[f.text for f in found[:3]]}")

    def allow(self, *texts):
        """Words of a rule, not of the data: claimed wherever they stand."""
        for text in texts:
            for fragment in self.fragments:
                for match in re.finditer(re.escape(fold(text)), fragment.text):
                    fragment.claim(*match.span())

    def _nearest(self, text):
        left = [f.text for f in self.fragments if not all(f.claimed)]
        near = difflib.get_close_matches(text, left, 1, 0.3) or [t for t in left if t[:8] == text[:8]]
        return near[0] if near else "nothing like it"


class Page(Scope):
    def __init__(self, ledger, folder, name):
        self.ledger, self.folder, self.address = ledger, folder, name
        ledger.pages += 1
        ledger.opened.add(name)
        path = folder / name
        self.root = parse(path.read_text(encoding="utf-8")) if path.is_file() else parse("")
        main = [f for f in fragments(self.root) if not _is_definition(f)]
        super().__init__(self, main, name)
        if not path.is_file():
            self.disagree(name, "a page", "none")

    def disagree(self, where, expected, found):
        place = where if where.startswith(self.address) else f"{self.address}, {where}"
        self.ledger.disagree(place, expected, found)

    def section(self, name):
        """The part under the heading with this address."""
        heading = next((n for n in self.root.walk() if n.get("id") == name and n.tag in ("h2", "h3")), None)
        node = heading and (heading.inside("section") or heading.parent)
        return self.part(node, f"#{name}")

    def part(self, node, name):
        if node is None:
            self.disagree(name, "a part of the page", "none")
            return Scope(self, [], name)
        inside = {id(n) for n in node.walk()}
        return Scope(self, [f for f in self.fragments if id(f.node) in inside], name)

    def table(self, caption):
        return next((t for t in self.root.all("table") if t.first("caption") and t.first("caption").text() == caption), None)

    def table_in(self, scope):
        """The first table of a part: two tables of a page may have the same caption."""
        caption = next((f for f in scope.fragments if f.node.tag == "caption"), None)
        return caption and caption.node.inside("table")

    def rows(self, caption, columns, expected, key=None, table=None):
        """
        The cells of the table with this caption, and no others: `columns` are the names in its head, an expected
        row a list of texts. A cell that holds a picture is compared by the picture's titles, joined by blanks.
        """
        table = table or self.table(caption)
        if table is None:
            self.disagree(f"table {caption!r}", f"{len(expected)} rows", "no such table")
            return
        lines = [[n for n in row.children if getattr(n, "tag", "") in ("td", "th")] for row in table.all("tr")]
        if columns is not None:
            self._line(caption, "head", lines[0], columns)
        for cell in lines[0]:
            self._lengths_of_axis(cell)
            self._names_of_ranks(cell)
        body = lines[1:]
        if key is not None:
            body = self._keyed(caption, body, expected, key)
        if len(body) != len(expected):
            self.disagree(f"table {caption!r}", f"{len(expected)} rows", f"{len(body)} rows")
        for cells, texts in zip(body, expected):
            self._line(caption, texts[0], cells, texts)

    def _keyed(self, caption, body, expected, key):
        by_key = {key(cells): cells for cells in body}
        if len(body) != len(expected) or len(by_key) != len(body):
            self.disagree(f"table {caption!r}", f"{len(expected)} rows", f"{len(body)} rows, {len(by_key)} of them different")
        order = [by_key.get(texts.key) for texts in expected]
        for cells, texts in zip(order, expected):
            if cells is None:
                self.disagree(f"table {caption!r}", f"a row {list(texts)}", "none")
        return [cells if cells is not None else [] for cells in order]

    def _line(self, caption, name, cells, texts):
        if len(cells) != len(texts):
            self.disagree(f"table {caption!r}, {name}", texts, [cell.text() for cell in cells])
            return
        for column, (cell, text) in enumerate(zip(cells, texts)):
            if text is None:
                continue
            found = [f for f in self.fragments if f.node.inside(cell.tag) is cell and f.attribute in (None, "aria-label")]
            found = [f for f in found if f.node.tag != "text"]
            shown = " ".join(f.text for f in found)
            if shown == fold(text):
                for fragment in found:
                    fragment.claim(0, len(fragment.text))
            else:
                self.disagree(f"table {caption!r}, row {name!r}, column {column + 1}", text, shown)

    def _names_of_ranks(self, cell):
        """90 is a name in a column's head, as in p90."""
        for fragment in self.fragments:
            if fragment.node.inside(cell.tag) is cell:
                for match in re.finditer(r"\bp90\b|\b90th percentile\b", fragment.text):
                    fragment.claim(*match.span())

    def _lengths_of_axis(self, cell):
        """The ticks of a column of strips: lengths, growing from left to right."""
        ticks = sorted((f for f in self.fragments if f.node.tag == "text" and f.node.inside("svg", "range-axis") is not None
                        and f.node.inside(cell.tag) is cell), key=lambda f: float(f.node.get("x").rstrip("%") or 0))
        sizes = [_milliseconds(f.text) for f in ticks]
        if not any(sizes):
            return
        if None in sizes or sizes != sorted(set(sizes)):
            self.disagree("the axis of the strips", "growing lengths", [f.text for f in ticks])
        for tick in ticks:
            tick.claim(0, len(tick.text))

    def finish(self):
        """Counts what is claimed and reports every number that is not."""
        for fragment in self.fragments:
            for pattern in (NUMBER, SPELT):
                for match in pattern.finditer(fragment.text):
                    if all(fragment.claimed[match.start() : match.end()]):
                        self.ledger.numbers += 1
                    else:
                        place = fragment.node.tag + (f" {fragment.attribute}" if fragment.attribute else "")
                        self.ledger.unchecked.append(
                            f"{self.address}, {place}: {match.group()!r} in {fragment.text[:160]!r}")

    def link(self, node, expected, what):
        address = node.get("href") if node is not None else ""
        if address.replace("../", "") != expected:
            self.disagree(what, expected, address)


class Keyed(list):
    """A row of texts with the key that finds its line in the table: where the order is that of names."""

    def __init__(self, texts, key):
        super().__init__(texts)
        self.key = key


class CSVFile:
    """A CSV beside a page, compared whole: header, then every field."""

    def __init__(self, ledger, folder, name):
        self.ledger, self.name = ledger, name
        ledger.opened.add(name)
        path = folder / name
        text = path.read_text(encoding="utf-8") if path.is_file() else ""
        self.rows = list(csv.reader(text.splitlines(keepends=True)))
        if not path.is_file():
            ledger.disagree(name, "a file", "none")

    def holds(self, header, expected, key=None):
        """With a key (a column), rows are matched by it: where the order is that of names, not of numbers."""
        self.ledger.pages += 1
        found = self.rows[1:]
        if not self.rows or self.rows[0] != header:
            self.ledger.disagree(f"{self.name}, header", header, self.rows[:1])
            return
        if key is not None:
            found, expected = sorted(found, key=lambda r: r[key]), sorted(expected, key=lambda r: r[key])
        if len(found) != len(expected):
            self.ledger.disagree(self.name, f"{len(expected)} rows", f"{len(found)} rows")
        for number, (row, wanted) in enumerate(zip(found, expected), 1):
            for column, name in enumerate(header):
                value = row[column] if column < len(row) else None
                if value != wanted[column]:
                    self.ledger.disagree(f"{self.name}, row {number} ({row[0]}), {name}", wanted[column], value)
                elif NUMBER.search(value):
                    self.ledger.numbers += 1


def _milliseconds(text):
    """A tick such as 30 s, 1 min, 2 h, 1 day; None for anything else."""
    match = re.fullmatch(r"([\d,]+) (s|min|h|days?)", text)
    units = {"s": 1, "min": 60, "h": 3600, "day": 86400, "days": 86400}
    return match and int(match.group(1).replace(",", "")) * units[match.group(2)] * 1000


def squeeze(text):
    return "".join(fold(text).split())


def _is_definition(fragment):
    """A term's definition, shown when the pointer rests on it: the words of an entry in the FAQ."""
    return fragment.attribute == "title" and "term" in fragment.node.classes
