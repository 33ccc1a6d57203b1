"""The same bytes serve from a disk, a sub-path and a strict policy; nothing is asked of anybody else."""

import re

import pytest

import sites


def test_opens_without_an_error_or_a_request_that_fails_or_leaves(reader, any_page, over):
    page = reader.open(sites.PAGES[any_page], over=over)
    assert page.title()
    assert reader.faults == []


def test_runs_nothing_that_a_customer_wrote(reader, over):
    for name in ("hostile-timeline", "hostile-customers", "hostile-quality", "figures"):
        page = reader.open(sites.PAGES[name], over=over)
        assert page.evaluate("typeof window.pwned") == "undefined", name
        assert page.locator("main iframe, main script, main img, main [onerror]").count() == 0, name
    assert reader.faults == []


def test_every_link_of_every_page_leads_to_a_file_and_a_place_of_it():
    """Of the whole of both sites, read as text."""
    for site in (sites.DEMO, sites.FIXTURE):
        ids, links = {}, []
        for path in site.rglob("*.html"):
            text = path.read_text(encoding="utf-8")
            ids[path] = set(re.findall(r'\sid="([^"]*)"', text))
            links += [(path, link) for link in set(re.findall(r'\s(?:href|src)="([^"]*)"', text))]
        dead = []
        for path, link in links:
            if re.match(r"[a-z]+:", link):
                continue
            file, _, place = link.replace("&amp;", "&").partition("#")
            target = (path.parent / file.partition("?")[0]).resolve() if file else path
            if not target.is_file() or place and place not in ids.get(target, ()):
                dead.append(f"{path.relative_to(site)}: {link}")
        assert dead == []


def test_no_page_names_the_place_where_it_lies():
    """Addresses are relative: a page has no host, no drive and no root of its own."""
    for site in (sites.DEMO, sites.FIXTURE):
        for path in site.rglob("*.html"):
            if path.name == "404.html":
                continue
            text = path.read_text(encoding="utf-8")
            assert not re.search(r'\s(?:href|src)="(?:/|file:)', text), path
            assert str(sites.ROOT) not in text, path


def test_gives_the_same_text_from_the_disk_and_from_a_server(reader, kind):
    texts = [reader.open(sites.PAGES[kind], over=over).text_content("body") for over in ("file", "http")]
    assert texts[0] == texts[1]


@pytest.mark.parametrize("address", ["nowhere.html", "timelines/zz/nobody.html", "a/b/c/d.html"])
def test_a_server_answers_for_a_missing_page_with_one_that_needs_no_other_file(reader, address):
    page = reader.open(sites.DEMO / address, over="http")
    assert page.locator("h1").count() == 1
    assert [fault for fault in reader.faults if address not in fault and "404" not in fault] == []


def test_the_missing_page_is_nobodys_target():
    for path in sites.DEMO.rglob("*.html"):
        assert not re.search(r'(href|src)="[^"]*404\.html', path.read_text(encoding="utf-8")), path
