"""Without script, on a small screen, enlarged, in another theme, by keyboard: nothing is lost."""

import pytest

import sites

SIDEWAYS = """() => {
  const page = document.documentElement, wide = page.clientWidth;
  if (page.scrollWidth <= wide) return [];
  return [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > wide + 1
    && !e.closest('[tabindex], .nav')).slice(0, 5).map(e => e.outerHTML.slice(0, 120)).concat(`${page.scrollWidth} over ${wide}`);
}"""

# What is far below the window is no text of the page before it was drawn, and that takes its time.
RENDERED = "() => document.querySelectorAll('main *').forEach(e => { e.style.contentVisibility = 'visible' })"


def test_says_the_same_without_script(reader, kind):
    if kind == "search":
        pytest.skip("it asks with script, and lists without")
    plain = reader.open(sites.PAGES[kind], java_script_enabled=False)
    # What says that there is no script is said there alone.
    plain.evaluate("() => document.querySelectorAll('noscript').forEach(e => e.remove())")
    plain.evaluate(RENDERED)
    off = plain.inner_text("body").split()
    page = reader.open(sites.PAGES[kind], query="?page=all")
    page.evaluate("() => document.querySelectorAll('form[data-for], .theme, .turns').forEach(e => { e.hidden = true })")
    page.evaluate(RENDERED)
    assert page.inner_text("body").split() == off


def test_does_not_scroll_sideways_on_a_phone(reader, kind):
    page = reader.open(sites.PAGES[kind], width=390, height=844)
    assert page.evaluate(SIDEWAYS) == []


def test_does_not_scroll_sideways_at_four_times_its_size(reader, kind):
    page = reader.open(sites.PAGES[kind], width=320, height=256, device_scale_factor=4)
    assert page.evaluate(SIDEWAYS) == []


def test_the_theme_is_kept_and_does_not_flash(reader, over):
    page = reader.open(sites.PAGES["overview"], over=over, color_scheme="light")
    ground = "() => getComputedStyle(document.documentElement).backgroundColor"
    button = page.locator(".theme")
    light = page.evaluate(ground)
    button.click()
    button.click()
    dark = page.evaluate(ground)
    assert light != dark and page.evaluate("document.documentElement.dataset.theme") == "dark"
    page.reload()
    assert page.evaluate(ground) == dark
    # The head's script has run before there is anything to paint.
    first = page.evaluate("() => { const s = document.querySelector('head script'); return !s.defer && !s.async && s.src !== '' }")
    assert first
    reader.go(page, sites.PAGES["timeline"], over=over)
    assert page.evaluate(ground) == dark
    assert "dark" in page.locator(".theme").get_attribute("aria-label").lower()
    assert reader.faults == []


def test_each_theme_has_its_own_ground(reader):
    grounds = {
        scheme: reader.open(sites.PAGES["overview"], color_scheme=scheme).evaluate(
            "() => getComputedStyle(document.documentElement).backgroundColor")
        for scheme in ("light", "dark")
    }
    assert grounds["light"] != grounds["dark"]


FOCUSABLE = """() => [...document.querySelectorAll('a[href], button, input, select, summary, [tabindex="0"]')].filter(e =>
  e.checkVisibility({contentVisibilityAuto: false, visibilityProperty: true}) && !e.disabled).length"""
STEP = """() => {
  const e = document.activeElement;
  if (!e || e === document.body) return null;
  if (!e.dataset.seen) { e.dataset.seen = window.seen = (window.seen || 0) + 1; }
  const style = getComputedStyle(e), box = e.getBoundingClientRect();
  return {number: +e.dataset.seen, ring: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
    inside: box.bottom > 0 && box.top < innerHeight, html: e.outerHTML.slice(0, 100)};
}"""


def test_tab_reaches_all_that_can_be_used_and_shows_where_it_is(reader, kind):
    page = reader.open(sites.PAGES[kind])
    all_of_it = page.evaluate(FOCUSABLE)
    seen, steps = 0, min(all_of_it, 25)
    for _ in range(steps):
        page.keyboard.press("Tab")
        at = page.evaluate(STEP)
        assert at, f"focus is lost after {seen} of {all_of_it}"
        assert at["number"] == seen + 1, f"focus goes back to {at['html']}"
        assert at["ring"], f"no ring around {at['html']}"
        assert at["inside"], f"out of sight: {at['html']}"
        seen += 1
    assert seen == steps


def test_the_first_tab_offers_to_skip_to_the_content(reader, kind):
    if kind in ("not-found", "search"):
        pytest.skip("it is all content, or has the focus in its field")
    page = reader.open(sites.PAGES[kind])
    page.keyboard.press("Tab")
    skip = page.evaluate("document.activeElement.getAttribute('href')")
    assert skip == "#main"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement) || !document.querySelector('main a, main button')")


def test_nothing_moves_for_those_who_want_no_motion(reader, kind):
    page = reader.open(sites.PAGES[kind], reduced_motion="reduce")
    moving = page.evaluate("""() => [...document.querySelectorAll('*')].filter(e => {
      const s = getComputedStyle(e);
      return parseFloat(s.transitionDuration) > 0 || parseFloat(s.animationDuration) > 0;
    }).map(e => e.outerHTML.slice(0, 80))""")
    assert moving == [] and page.evaluate("document.getAnimations().length") == 0


def test_marks_and_rings_are_there_in_forced_colours(reader):
    page = reader.open(sites.PAGES["timeline"], forced_colors="active")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert page.evaluate(STEP)["ring"]
    drawn = page.evaluate("""() => [...document.querySelectorAll('.lanes svg rect')].slice(0, 20).map(e => getComputedStyle(e))
      .every(s => s.fill !== s.getPropertyValue('background-color') || s.stroke !== 'none')""")
    assert drawn


def test_a_hint_opens_with_focus_and_closes_with_escape(reader):
    page = reader.open(sites.PAGES["overview"])
    term = page.locator(".term[data-def]").first
    term.focus()
    tip = page.locator("[role=tooltip]")
    assert tip.is_visible() and tip.inner_text()
    assert term.get_attribute("aria-describedby") == tip.get_attribute("id")
    page.keyboard.press("Escape")
    assert not tip.is_visible()
