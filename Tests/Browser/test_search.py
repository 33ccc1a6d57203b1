"""Search finds pages, customers, Conversations and messages by the words that they begin with, from the disk too."""

import re

import pytest

import sites


def field(page):
    page.keyboard.press("/")
    page.locator("dialog[open] input[type=search]").wait_for()
    return page.locator("dialog[open] input[type=search]")


def results(page, text):
    """What the search says of the text: titles, where they lead, and what is told of all."""
    field(page).fill(text)
    page.locator(f"dialog[data-found={sites.quoted(text)}]").wait_for()
    links = page.locator("dialog .results a").all()
    return [(link.inner_text(), link.get_attribute("href")) for link in links], page.locator("dialog [role=status]").inner_text()


def titles(page, text):
    return [title for title, _ in results(page, text)[0]]


@pytest.fixture
def page(reader, over):
    return reader.open(sites.FIXTURE / "index.html", over=over)


def test_finds_customers_by_the_beginning_of_each_word_of_their_names(page, reader):
    for text in ("Long Talker", "talk", "LONG", "talker lon"):
        assert "Long Talker" in titles(page, text), text
        page.keyboard.press("Escape")
    assert "Long Talker" not in titles(page, "alker")
    assert reader.faults == []


@pytest.mark.parametrize(
    "text, name",
    [("zoe angstrom", "zoë Ångström"), ("ZOË", "zoë Ångström"), ("فاطمة", "فاطمة الزهراء"), ("王小", "王小明"), ("小明", "王小明"),
     ("שרה", "שרה כהן")])
def test_folds_case_and_accents_and_reads_other_scripts(page, text, name):
    assert name in titles(page, text)


@pytest.mark.parametrize("text, said", [("parcel where", "Where is my parcel?"), ("注文", "注文番号"), ("退款 환불", "환불을")])
def test_finds_what_was_said(page, text, said):
    results(page, text)
    texts = page.locator("dialog .results p").all_inner_texts()
    found = [text for text in texts if said in text]
    assert bool(found) == ("退款" not in text), "all the words are asked for"


def test_finds_an_id_alone(page):
    found, told = results(page, "c0007")
    assert [title for title, _ in found if title.startswith("Customer Number")] == ["Customer Number 007"]


def test_leads_to_the_place_of_a_message(page, reader):
    found, _ = results(page, "answer")
    page.keyboard.press("ArrowDown")
    link = page.evaluate("document.activeElement.getAttribute('href')")
    assert link == found[0][1]
    anchor = link.partition("#")[2]
    page.keyboard.press("Enter")
    page.wait_for_url("**#" + anchor)
    assert page.locator(f"[id={sites.quoted(anchor)}]").is_visible()
    assert reader.faults == []


def test_leads_to_what_is_written_however_soon_enter_comes(page, reader):
    titles(page, "long")
    field = page.locator("dialog[open] input")
    # In one task: nothing can have been found in between.
    field.evaluate("(e, text) => { e.value = text; e.dispatchEvent(new Event('input')); e.form.requestSubmit(); }", "number 007")
    page.wait_for_url("**/timelines/**")
    assert "Customer Number 007" in page.title()
    assert reader.faults == []


def test_is_worked_by_keys_alone(page):
    titles(page, "customer number")
    box = "document.activeElement.tagName"
    assert page.evaluate(box) == "INPUT"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    second = page.evaluate("document.activeElement.textContent")
    assert second == page.locator("dialog .results a").nth(1).inner_text()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    assert page.evaluate(box) == "INPUT"
    page.keyboard.press("Escape")
    assert page.locator("dialog[open]").count() == 0
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.value") == "customer number"
    assert page.evaluate("getSelection().toString() || document.activeElement.selectionEnd") == "customer number"
    page.keyboard.press("Escape")
    page.locator("a.search").focus()
    page.keyboard.press("Enter")
    assert page.locator("dialog[open] input").evaluate("e => e === document.activeElement")


def test_shows_what_customers_wrote_as_text(page, reader):
    for text in ("alert", "pwned", "script", "onerror"):
        assert results(page, text)[0], text
        assert page.locator("dialog .results :is(script, img, svg, iframe)").count() == 0
        page.keyboard.press("Escape")
    assert page.evaluate("typeof window.pwned") == "undefined"
    assert reader.faults == []


def test_says_how_many_there_are_and_when_there_is_nothing(page):
    found, told = results(page, "busy")
    assert len(found) < 160
    assert "160" in page.locator("dialog .results h2").first.inner_text()
    page.get_by_role("button", name="Show more").first.click()
    page.wait_for_function(f"document.querySelectorAll('dialog .results a').length > {len(found)}")
    page.keyboard.press("Escape")
    found, told = results(page, "nobodyeverwrotethis")
    assert found == [] and "nobodyeverwrotethis" in told


def test_keeps_the_question_in_the_address_of_its_page(reader, over):
    page = reader.open(sites.FIXTURE / "search.html", over=over, query="?q=long+talker")
    page.locator("#search .results a").first.wait_for()
    assert page.locator("#search .results a").first.inner_text() == "Long Talker"
    page.locator("#search input").fill("busy 007")
    page.wait_for_url(re.compile(r"\?q=busy%20007$"))
    page.locator('#search[data-found="busy 007"]').wait_for()
    assert page.locator("#search .results a").first.inner_text() == "Busy 007"


def test_lists_customers_and_days_where_there_is_no_script(reader):
    page = reader.open(sites.FIXTURE / "search.html", java_script_enabled=False)
    page.locator("section[aria-labelledby=names] a").first.click()
    page.wait_for_url(re.compile("/customers/"))
    page.go_back()
    page.locator("section[aria-labelledby=dates] h3 + ul a").first.click()
    page.wait_for_url(re.compile(r"/sessions/|/\d{4}-\d\d"))
    page = reader.open(sites.FIXTURE / "index.html", java_script_enabled=False)
    page.locator("a.search").click()
    page.wait_for_url(re.compile(r"search\.html$"))
    assert reader.faults == []
