"""Tables sort, filter and turn their pages; what is shown can be sent as an address."""

import re

import sites

ROWS = "id => [...document.getElementById(id).tBodies[0].rows].filter(r => r.checkVisibility()).map(r => [...r.cells].map(c => c.innerText.trim()))"


def rows(page, table):
    return page.evaluate(ROWS, table)


def address(page):
    """Where the page itself says that it is: the browser's driver hears of a changed address later."""
    return page.evaluate("location.href")


def column(page, table, number):
    return [row[number] for row in rows(page, table)]


def head(page, table, words):
    return page.locator(f"#{table} thead th[data-sort]").filter(has_text=re.compile(rf"^\s*{words}\s*$"))


def sort(page, table, words):
    head(page, table, words).locator("button").click()


def values(page, table, number):
    return page.evaluate(
        "([id, n]) => [...document.getElementById(id).tBodies[0].rows].map(r => parseFloat(r.cells[n].dataset.v))", [table, number])


def number_of(page, table, words):
    return head(page, table, words).evaluate("e => e.cellIndex")


def test_sorts_numbers_lengths_and_times_by_what_they_are(reader, over):
    page = reader.open(sites.PAGES["busy-day"], over=over)
    for words in ("Messages", "Active", "Started", "Duration"):
        at = number_of(page, "sessions", words)
        sort(page, "sessions", words)
        down = values(page, "sessions", at)
        state = head(page, "sessions", words).get_attribute("aria-sort")
        assert down == sorted(down, reverse=state == "descending"), words
        sort(page, "sessions", words)
        up = values(page, "sessions", at)
        assert up == sorted(up, reverse=state != "descending"), words
    assert reader.faults == []


def test_rows_that_are_equal_keep_their_order(reader):
    page = reader.open(sites.PAGES["busy-day"])
    before = page.evaluate("[...document.querySelectorAll('#sessions tbody tr')].map((r, n) => (r.dataset.was = n))")
    sort(page, "sessions", "Messages")
    at = number_of(page, "sessions", "Messages")
    order = page.evaluate("n => [...document.querySelectorAll('#sessions tbody tr')].map(r => [parseFloat(r.cells[n].dataset.v), +r.dataset.was])", at)
    assert len(order) == len(before)
    assert order == sorted(order, key=lambda pair: (-pair[0], pair[1]))


def test_only_the_column_that_is_sorted_says_so(reader):
    page = reader.open(sites.PAGES["customers"])
    for words in ("Conversations", "AI sessions", "Contacts"):
        sort(page, "customers", words)
        marked = page.locator("#customers [aria-sort]")
        assert marked.count() == 1 and words in marked.inner_text()


def test_a_column_is_sorted_by_keyboard_and_focus_stays(reader):
    page = reader.open(sites.PAGES["contacts"])
    button = page.locator("table[data-sortable] thead button").nth(1)
    button.focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.className") == "sort"
    assert page.locator("table[data-sortable] [aria-sort]").count() >= 1
    page.keyboard.press("Space")
    assert page.evaluate("document.activeElement.className") == "sort"


def test_an_address_holds_what_is_shown_and_shows_it_again(reader, over):
    page = reader.open(sites.PAGES["busy-day"], over=over)
    sort(page, "sessions", "Messages")
    page.locator("form[data-for=sessions] input[type=search]").fill("busy 0")
    page.locator("form[data-for=sessions] select").first.select_option(index=1)
    shown, sent = rows(page, "sessions"), address(page)
    assert "sort=" in sent and 0 < len(shown) < 100
    again = reader.open(sites.PAGES["busy-day"], over=over, query="?" + sent.partition("?")[2])
    assert rows(again, "sessions") == shown
    assert address(again) == sent
    assert head(again, "sessions", "Messages").get_attribute("aria-sort") == head(page, "sessions", "Messages").get_attribute("aria-sort")
    assert reader.faults == []


def test_a_strange_address_shows_the_table_as_it_was_built(reader):
    plain = rows(reader.open(sites.PAGES["busy-day"]), "sessions")
    page = reader.open(sites.PAGES["busy-day"], query="?sort=nothing.sideways&page=-7&q=&how=%3Cscript%3E&%F0=%ZZ")
    assert rows(page, "sessions") == plain
    assert reader.faults == []


def test_two_tables_of_a_page_are_sorted_apart(reader):
    page = reader.open(sites.PAGES["contacts"])
    tables = page.locator("table[data-sortable]")
    assert tables.count() > 1
    ids = tables.evaluate_all("ts => ts.map(t => t.id)")
    for table in ids[:2]:
        page.locator(f"#{table} thead button").last.click()
    query = address(page).partition("?")[2]
    assert query.count("sort") == 2
    again = reader.open(sites.PAGES["contacts"], query="?" + query)
    assert [rows(again, table) for table in ids] == [rows(page, table) for table in ids]


def test_a_filter_counts_aloud_what_it_leaves(reader):
    page = reader.open(sites.PAGES["busy-day"])
    form = page.locator("form[data-for=sessions]")
    count = form.locator("output")
    assert count.get_attribute("aria-live") == "polite"
    all_rows = len(rows(page, "sessions"))
    form.locator("input[type=search]").fill("busy 01")
    assert len(rows(page, "sessions")) == 9
    assert count.inner_text().startswith("9 ") and str(all_rows) in count.inner_text()
    form.locator("input[type=search]").fill("nobody of that name")
    assert rows(page, "sessions") == [] and count.inner_text().startswith("0")


def test_a_filter_takes_accents_and_case_as_the_same(reader):
    page = reader.open(sites.PAGES["hostile-customers"])
    everyone = page.locator("form[data-for=customers] input[type=search]")
    for page_file in sorted(sites.FIXTURE.glob("customers/*.html")):
        if "Ångström" in page_file.read_text(encoding="utf-8"):
            reader.go(page, page_file)
    everyone.fill("ZOE angstrom")
    assert len(rows(page, "customers")) == 1


def test_a_long_table_is_turned_page_by_page(reader):
    page = reader.open(sites.PAGES["figures"])
    table = "people-table"
    turn = page.locator(f".turns[data-of={table}]")
    first = rows(page, table)
    assert len(first) == 100 and turn.is_visible()
    turn.get_by_text("Rows after").click()
    second = rows(page, table)
    assert second and second[0] not in first
    assert "page=2" in address(page)
    again = reader.open(sites.PAGES["figures"], query="?" + address(page).partition("?")[2])
    assert rows(again, table) == second
    assert reader.faults == []


def test_sorting_and_filtering_take_all_pages_and_begin_with_the_first(reader):
    page = reader.open(sites.PAGES["figures"])
    table = "people-table"
    page.locator(f".turns[data-of={table}]").get_by_text("Rows after").click()
    page.locator(f"form[data-for={table}] input[type=search]").fill("busy")
    assert "page=" not in address(page)
    found = rows(page, table)
    assert len(found) == 160
    page.locator(f"form[data-for={table}] input[type=search]").fill("busy 15")
    assert len(rows(page, table)) == 10
    assert not page.locator(f".turns[data-of={table}]").is_visible()


def test_without_script_all_rows_stand_as_they_were_built(reader):
    page = reader.open(sites.PAGES["figures"], java_script_enabled=False)
    assert len(rows(page, "people-table")) == 307
    assert page.locator("#people-table button, .turns").count() == 0


def test_a_sum_stays_below_the_rows_that_it_sums(reader):
    page = reader.open(sites.PAGES["sessions"])
    table = page.locator("table[data-sortable]:has(tfoot)").first
    before = table.locator("tfoot").inner_text()
    table.locator("thead button").nth(1).click()
    assert table.locator("tfoot").inner_text() == before


def test_a_table_is_sorted_before_the_click_is_over(reader):
    page = reader.open(sites.PAGES["figures"])
    before, after = page.evaluate("""id => {
      const order = () => [...document.getElementById(id).tBodies[0].rows].map(r => r.cells[0].innerText.trim());
      const before = order();
      document.querySelectorAll(`#${id} thead button`)[1].click();
      return [before, order()] }""", "people-table")
    assert after != before and sorted(after) == sorted(before)
