"""From a number to the list behind it, from a row to its place in a timeline, and back."""

import re

import sites


def test_a_row_leads_to_its_place_in_a_timeline_and_that_back_to_the_customers(reader, over):
    page = reader.open(sites.PAGES["day"], over=over)
    link = page.locator("#sessions tbody tr th a").first
    anchor = link.get_attribute("href").partition("#")[2]
    link.click()
    page.wait_for_url(lambda url: url.endswith("#" + anchor))
    assert page.locator(f"#{anchor}").count() == 1
    page.locator(".crumb a").first.click()
    page.wait_for_url(lambda url: url.endswith("customers/index.html"))
    page.go_back()
    page.wait_for_url(lambda url: url.endswith("#" + anchor))
    assert reader.faults == []


def test_a_headline_number_leads_to_what_it_counts(reader):
    page = reader.open(sites.PAGES["overview"])
    numbers = page.locator(".panels--tri .fig")
    assert numbers.count() == 3
    for index in range(3):
        assert numbers.nth(index).locator(".n a").get_attribute("href") in ("sessions.html", "conversations.html", "contacts.html")


def test_a_day_leads_to_the_days_beside_it(reader):
    days = sorted(path.name for path in sites.DEMO.glob("sessions/20*.html"))
    page = reader.open(sites.DEMO / "sessions" / days[3])
    ways = {rel: page.locator(f"main a[rel={rel}]").first.get_attribute("href") for rel in ("prev", "next")}
    assert ways["prev"].endswith(days[2]) and ways["next"].endswith(days[4])
    assert page.locator("main [aria-current=page]").count() >= 1
    assert reader.open(sites.DEMO / "sessions" / days[0]).locator("main a[rel=prev]").count() == 0
    assert reader.open(sites.DEMO / "sessions" / days[-1]).locator("main a[rel=next]").count() == 0


def test_a_month_leads_to_the_months_beside_it(reader):
    months = sorted(path.parent.name for path in sites.DEMO.glob("20*/index.html"))
    page = reader.open(sites.DEMO / months[1] / "index.html")
    assert months[0] in page.locator("main a[rel=prev]").first.get_attribute("href")
    assert months[2] in page.locator("main a[rel=next]").first.get_attribute("href")


def test_parts_of_a_split_timeline_lead_to_each_other_and_to_the_whole(reader):
    page = reader.open(sites.PAGES["split-part"])
    assert page.locator("a[rel=prev]").count() and page.locator("a[rel=next]").count()
    page.locator(".crumb a").last.click()
    page.wait_for_url(lambda url: url.endswith(sites.LONG.name))
    page.locator(".outline a").nth(1).click()
    page.locator(".thread .msg").first.wait_for(state="attached")
    assert reader.faults == []


def test_pages_below_another_say_where_they_are(reader):
    for name in ("month", "day", "timeline", "split-part", "charts", "manual"):
        page = reader.open(sites.PAGES[name])
        crumb = page.locator("nav.crumb")
        assert crumb.count() == 1, name
        assert crumb.locator("a").count() >= 1, name
        assert crumb.locator("[aria-current=page]").inner_text().strip(), name


def test_an_anchor_inside_what_is_folded_opens_it(reader, over):
    page = reader.open(sites.PAGES["split-part"], over=over)
    hidden = page.evaluate("(document.querySelector('.thread details.more .msg') || {}).id")
    if hidden:
        reader.go(page, sites.PAGES["split-part"], over=over, query="#" + hidden)
        page.reload()
        assert page.locator("#" + hidden).is_visible()
    first = page.evaluate("document.querySelector('.thread .msg:last-child').id")
    page.evaluate("id => { location.hash = id }", first)
    assert page.evaluate("id => { const b = document.getElementById(id).getBoundingClientRect(); return b.top < innerHeight }", first)


def test_links_that_leave_say_nothing_of_where_they_come_from():
    for path in sites.PAGES.values():
        text = path.read_text(encoding="utf-8")
        for link in re.findall(r'<a [^>]*href="https?:[^>]*>', text):
            assert "noreferrer" in link or 'content="no-referrer"' in text, path
