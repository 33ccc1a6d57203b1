"""Paper: everything is open, nothing is cut, every sheet says of when the data is."""

import re
import subprocess
import xml.etree.ElementTree

import pytest

import sites

CLIPPED = """() => {
  const wide = document.documentElement.clientWidth, faults = [];
  for (const e of document.querySelectorAll('main *, footer *')) {
    if (!e.checkVisibility() || e.closest('.vh, [hidden]')) continue;
    const s = getComputedStyle(e), box = e.getBoundingClientRect();
    if (box.right > wide + 2 && box.width > 1 && !e.closest('svg')) faults.push('over the edge: ' + e.outerHTML.slice(0, 120));
    if (e.tagName === 'svg' && box.right > wide + 24) faults.push('chart over the edge: ' + e.outerHTML.slice(0, 120));
    if (['hidden', 'auto', 'scroll', 'clip'].includes(s.overflowX) && e.tagName !== 'svg' && e.scrollWidth > e.clientWidth + 2)
      faults.push('cut: ' + e.outerHTML.slice(0, 120));
    if (['auto', 'scroll', 'hidden'].includes(s.overflowY) && e.tagName !== 'svg' && e.scrollHeight > e.clientHeight + 2)
      faults.push('cut below: ' + e.outerHTML.slice(0, 120));
  }
  return [...new Set(faults)].slice(0, 6);
}"""
# Paper within its margins, in CSS pixels: 210 mm less two of 14 mm.
WIDTH = 688


class Sheet:
    """A printed page: its lines as they lie, from the top."""

    def __init__(self, element):
        name = lambda tag: "{http://www.w3.org/1999/xhtml}" + tag
        self.height = float(element.get("height"))
        self.width = float(element.get("width"))
        self.words = [word for word in element.iter(name("word"))]
        self.lines = [
            (round(float(line.get("yMin")) / 3), float(line.get("xMin")), float(line.get("yMin")), " ".join(word.text or "" for word in line.iter(name("word"))))
            for line in element.iter(name("line"))
        ]
        # What stands side by side is one line.
        rows = {}
        for row, _, y, text in sorted(self.lines):
            rows.setdefault(row, (y, []))[1].append(text)
        self.lines = [(y, " ".join(texts)) for y, texts in rows.values()]

    @property
    def foot(self):
        return " ".join(text for y, text in self.lines if y > self.height - 40)

    @property
    def body(self):
        return [text for y, text in self.lines if 30 < y <= self.height - 40]


def sheets(page, folder):
    pdf = folder / "page.pdf"
    page.pdf(path=str(pdf), format="A4", prefer_css_page_size=True)
    text = subprocess.run(["pdftotext", "-bbox-layout", str(pdf), "-"], capture_output=True, check=True).stdout
    clean = re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f]", "", text.decode("utf-8", "replace"))
    root = xml.etree.ElementTree.fromstring(clean)
    return [Sheet(element) for element in root.iter("{http://www.w3.org/1999/xhtml}page")]


def test_cuts_nothing_off(reader, kind):
    page = reader.open(sites.PAGES[kind], width=WIDTH, height=1000)
    page.emulate_media(media="print")
    assert page.evaluate(CLIPPED) == []


def test_every_sheet_says_of_when_the_data_is(reader, kind, tmp_path):
    if kind == "not-found":
        pytest.skip("it has no data")
    printed = sheets(reader.open(sites.PAGES[kind]), tmp_path)
    for number, sheet in enumerate(printed, 1):
        assert re.search(r"\b20\d\d\b", sheet.foot), sheet.foot
        assert f"{number}/{len(printed)}" in sheet.foot.replace(" ", ""), sheet.foot
        assert all(float(word.get("xMax")) <= sheet.width + 1 for word in sheet.words)


def test_no_sheet_ends_with_a_heading(reader, kind, tmp_path):
    page = reader.open(sites.PAGES[kind])
    headings = set(page.evaluate("[...document.querySelectorAll('main h2, main h3, main caption')].map(e => e.textContent.replace(/#/g, '').replace(/\\s+/g, ' ').trim())"))
    # A cell that stands alone at the end of a sheet may say what a heading says.
    headings -= set(page.evaluate("[...document.querySelectorAll('main tbody :is(th, td)')].map(e => e.textContent.replace(/\\s+/g, ' ').trim())"))
    for sheet in sheets(page, tmp_path)[:-1]:
        if sheet.body:
            assert sheet.body[-1] not in headings


@pytest.mark.parametrize("script", [True, False])
def test_all_that_is_folded_is_open_on_paper(reader, script, tmp_path):
    for name in ("timeline", "hostile-timeline", "split-part"):
        page = reader.open(sites.PAGES[name], java_script_enabled=script)
        page.emulate_media(media="print")
        closed = page.evaluate("""() => [...document.querySelectorAll('.thread details')].filter(d =>
          ![...d.children].every(c => c.matches('summary') || c.offsetHeight > 0)).map(d => d.outerHTML.slice(0, 120))""")
        assert closed == [], name


def test_the_head_of_a_table_stands_on_every_sheet(reader, tmp_path):
    page = reader.open(sites.PAGES["busy-day"])
    head = page.locator("table#sessions thead th").first.inner_text().strip()
    printed = sheets(page, tmp_path)
    rows = [sheet for sheet in printed if sum("Busy" in line for line in sheet.body) > 3]
    assert len(rows) > 1
    for sheet in rows:
        assert any(line.startswith(head) for line in sheet.body), sheet.body[:4]


def test_all_rows_are_printed_however_many_are_shown(reader, tmp_path):
    page = reader.open(sites.PAGES["figures"])
    shown = page.locator("#people-table tbody tr:visible").count()
    assert shown == 100
    page.emulate_media(media="print")
    assert page.evaluate("[...document.querySelectorAll('#people-table tbody tr')].filter(r => r.checkVisibility()).length") == 307
    page = reader.open(sites.PAGES["busy-day"])
    everything = " ".join(line for sheet in sheets(page, tmp_path) for line in sheet.body)
    names = page.evaluate("[...document.querySelectorAll('#sessions tbody td:nth-child(2)')].map(e => e.textContent.trim())")
    assert len(names) > 100
    for name in names:
        assert name in everything


def test_a_conversation_begins_on_a_new_sheet_or_whole(reader, tmp_path):
    page = reader.open(sites.PAGES["timeline"])
    names = [name.replace("#", "").strip() for name in page.locator(".cv h2").all_inner_texts()]
    assert len(names) > 1
    printed = sheets(page, tmp_path)
    for sheet, after in zip(printed, printed[1:]):
        starts = [(index, line) for index, line in enumerate(sheet.body) for name in names if line.startswith(name + " ") or line == name]
        # The last one that begins below something else is whole: the next sheet begins with another.
        if starts and starts[-1][0] > 0 and not starts[-1][1].startswith(names[0]):
            assert any(after.body[0].startswith(name) for name in names + ["AI session"]), (starts[-1], after.body[:2])


def test_notes_are_printed_only_if_they_are_asked_for(reader, tmp_path):
    page = reader.open(sites.PAGES["hostile-timeline"])
    shown = "() => [...document.querySelectorAll('.thread .inner')].filter(e => e.checkVisibility()).length"
    choice = page.locator(".print-notes input")
    page.emulate_media(media="print")
    assert page.evaluate(shown) == 0
    page.emulate_media(media="screen")
    notes = page.evaluate(shown)
    assert notes > 0
    choice.check()
    page.emulate_media(media="print")
    assert page.evaluate(shown) == notes
