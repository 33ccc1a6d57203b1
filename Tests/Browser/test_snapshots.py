"""One-file and encrypted snapshots in a real Chromium, opened from file://.

The program is the one that TRIPTYCH names, or the newest build of this repository.
"""

import os
import pathlib
import re
import subprocess
import time

import pytest

ROOT = pathlib.Path(__file__).resolve().parents[2]
PASSPHRASE = "garden kettle ladder moss"
TRAP = """
window.shards = [];
window.shard = function (name) { window.shards.push(name); };
null;
"""


def program():
    named = os.environ.get("TRIPTYCH")
    built = [ROOT / ".build" / kind / "triptych" for kind in ("release", "debug")]
    return named or max((path for path in built if path.exists()), key=lambda path: path.stat().st_mtime)


def run(*arguments, code=0):
    environment = dict(os.environ, TRIPTYCH_HOME=str(ROOT))
    environment.pop("TRIPTYCH_PASSPHRASE", None)
    result = subprocess.run(
        [str(program()), *map(str, arguments)], cwd=ROOT, env=environment, capture_output=True, text=True,
        stdin=subprocess.DEVNULL, start_new_session=True)
    assert result.returncode == code, result.stderr
    return result.stdout + result.stderr


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """The demo, published, and every kind of snapshot of it."""
    folder = tmp_path_factory.mktemp("snapshots")
    run("build", "--output", folder / "public")
    # What the search does: shards that a script asks for by an address from the page's own place.
    (folder / "public/search").mkdir(exist_ok=True)
    (folder / "public/search/trial.js").write_text("window.shard('trial');\n")
    (folder / "passphrase").write_text(PASSPHRASE + "\n")
    run("snapshot", "--from", folder / "public", "--format", "html", "--output", folder / "site.html")
    run("snapshot", "--from", folder / "public", "--format", "encrypted", "--passphrase-file", folder / "passphrase",
        "--output", folder / "locked.html")
    run("snapshot", "--from", folder / "public", "--format", "html", "--pages", "index.html", "faq.html", "--output",
        folder / "some.html")
    run("snapshot", "--from", folder / "public", "--format", "html", "--pages", "faq.html", "--expires", "2999-12-31",
        "--output", folder / "lasting.html")
    run("snapshot", "--from", folder / "public", "--format", "html", "--pages", "faq.html", "--expires", "2001-02-03",
        "--output", folder / "expired.html")
    return folder


class Reader:
    """A tab, and everything in it that should not happen."""

    def __init__(self, browser, **options):
        self.context = browser.new_context(accept_downloads=True, **options)
        self.faults = []
        self.follow(self.context.new_page())
        self.context.on("page", self.follow)

    def follow(self, page):
        self.page = page
        page.on("console", lambda message: self.faults.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: self.faults.append(str(error)))
        page.on("request", lambda request: self.faults.append(request.url)
                if not re.match("file:|blob:|data:", request.url) else None)

    def until(self, script):
        """The page's policy forbids the polling of `wait_for_function`."""
        end = time.monotonic() + 10
        while time.monotonic() < end:
            try:
                if self.page.evaluate(script):
                    return
            except Exception:  # the document is just being replaced
                pass
            time.sleep(0.02)
        raise AssertionError(f"never: {script}; {self.page.title()}; {self.faults}")

    def open(self, path, words="Overview"):
        self.page.goto(f"file://{path}")
        self.titled(words)

    def titled(self, words):
        self.until(f"document.title.startsWith({words!r}) && document.readyState === 'complete'")
        # The page's place is set behind its scripts.
        self.page.wait_for_timeout(200)

    def follow_link(self, selector):
        """A click without scrolling to the link first."""
        self.page.eval_on_selector(selector, "link => link.click()")


@pytest.fixture
def reader(browser):
    reader = Reader(browser)
    yield reader
    reader.context.close()
    assert reader.faults == []


def test_opens_with_charts_and_styles(reader, folder):
    reader.open(folder / "site.html")
    assert reader.page.locator("main svg").count() > 5
    assert reader.page.evaluate("getComputedStyle(document.querySelector('.masthead')).display") != ""
    assert reader.page.evaluate("document.styleSheets[0].cssRules.length") > 0
    # The same text as the page of the folder, which is opened as a file too.
    text = reader.page.evaluate("document.querySelector('main').innerText")
    reader.open(folder / "public/index.html")
    assert text == reader.page.evaluate("document.querySelector('main').innerText")


def test_keeps_the_theme_from_page_to_page(reader, folder):
    reader.open(folder / "site.html")
    reader.page.click(".theme")
    assert reader.page.evaluate("document.documentElement.dataset.theme") == "light"
    reader.page.click("nav a[href='conversations.html']")
    reader.titled("Conversations")
    assert reader.page.evaluate("document.documentElement.dataset.theme") == "light"


def test_goes_back_and_forward_to_the_place_that_was_left(reader, folder):
    reader.open(folder / "site.html")
    reader.page.evaluate("scrollTo(0, 700)")
    reader.page.wait_for_timeout(400)
    reader.follow_link("nav a[href='customers/index.html']")
    reader.titled("Customers")
    assert reader.page.evaluate("scrollY") == 0
    reader.page.go_back()
    reader.titled("Overview")
    assert reader.page.evaluate("scrollY") == 700
    reader.page.go_forward()
    reader.titled("Customers")
    reader.page.reload()
    reader.titled("Customers")


def test_filters_and_sorts_tables_and_keeps_the_filter_in_the_address(reader, folder):
    reader.open(folder / "site.html")
    reader.page.click("nav a[href='customers/index.html']")
    reader.titled("Customers")
    before = reader.page.locator("tbody tr:visible").count()
    reader.page.fill("form[data-for] input[type=search]", "an")
    assert 0 < reader.page.locator("tbody tr:visible").count() < before
    reader.page.reload()
    reader.titled("Customers")
    assert reader.page.input_value("form[data-for] input[type=search]") == "an"


def test_jumps_to_anchors(reader, folder):
    reader.open(folder / "site.html")
    reader.page.goto(f"file://{folder}/site.html?triptych=faq.html#session")
    reader.titled("FAQ")
    assert reader.page.evaluate("document.querySelector(':target').id") == "session"
    assert reader.page.evaluate("scrollY") > 0
    reader.page.goto(f"file://{folder}/site.html?triptych=customers/index.html")
    reader.titled("Customers")
    reader.follow_link("tbody a")
    reader.until("document.querySelector('.outline a')")
    reader.page.wait_for_timeout(300)
    name = reader.page.eval_on_selector(".outline a[href^='#c-']", "link => link.getAttribute('href').slice(1)")
    reader.follow_link(".outline a[href^='#c-']")
    reader.until(f"document.querySelector(':target')?.id === {name!r}")
    reader.page.go_back()
    reader.until("location.hash === ''")


def test_saves_tables(reader, folder):
    reader.open(folder / "site.html")
    with reader.page.expect_download() as download:
        reader.page.click("a[href$='.csv']:visible >> nth=0")
    saved = pathlib.Path(download.value.path()).read_bytes()
    assert saved == (folder / "public" / download.value.suggested_filename).read_bytes()


def test_opens_pages_in_other_tabs(reader, folder):
    reader.open(folder / "site.html")
    with reader.context.expect_page() as opened:
        reader.page.click("nav a[href='contacts.html']", modifiers=["Control"])
    reader.page = opened.value
    reader.titled("Contacts")


def test_loads_scripts_that_a_page_asks_for_and_addresses_that_it_sets(reader, folder):
    reader.open(folder / "site.html")
    reader.follow_link("nav a[href='customers/index.html']")
    reader.titled("Customers")
    reader.page.evaluate(TRAP)
    for way in ("script.src = '../search/trial.js'", "script.setAttribute('src', '../search/trial.js')"):
        reader.page.evaluate(f"(() => {{ let script = document.createElement('script'); {way}; document.head.append(script) }})()")
    reader.until("window.shards.length === 2")
    reader.page.evaluate("(() => { let script = document.createElement('script'); script.src = '../search/none.js';"
                         "script.onerror = () => window.shard('none'); document.head.append(script) })()")
    reader.until("window.shards.includes('none')")
    reader.page.evaluate("location.href = '../faq.html#session'")
    reader.titled("FAQ")
    assert reader.page.evaluate("document.querySelector(':target').id") == "session"


def test_forgets_what_scripts_of_the_page_before_left(reader, folder):
    reader.open(folder / "site.html")
    reader.page.evaluate(TRAP)
    reader.follow_link("nav a[href='contacts.html']")
    reader.titled("Contacts")
    assert reader.page.evaluate("[typeof window.shard, typeof window.shards]") == ["undefined", "undefined"]


def test_takes_whole_addresses_for_those_of_the_page(reader, folder):
    """A script may read `link.href`, which the browser makes from this file's place."""
    reader.open(folder / "site.html")
    reader.follow_link("nav a[href='customers/index.html']")
    reader.titled("Customers")
    reader.page.evaluate(TRAP)
    reader.page.evaluate("(() => { let link = document.createElement('a'); link.setAttribute('href', '../search/trial.js');"
                         "let script = document.createElement('script'); script.src = link.href; document.head.append(script) })()")
    reader.until("window.shards.length === 1")
    reader.page.evaluate("(() => { let link = document.createElement('a'); link.href = '../faq.html'; link.href = link.href;"
                         "document.body.append(link); link.click() })()")
    reader.titled("FAQ")


@pytest.mark.parametrize("name", ["site.html", "locked.html"])
def test_searches_on_one_page_after_the_other(reader, folder, name):
    if not (folder / "public/search.html").exists():
        pytest.skip("the site has no search")
    reader.page.goto(f"file://{folder / name}")
    if name == "locked.html":
        reader.page.fill("input", PASSPHRASE)
        reader.page.keyboard.press("Enter")
    reader.titled("Overview")
    for _ in range(2):
        reader.page.keyboard.press("/")
        reader.page.wait_for_selector("dialog[open] input")
        reader.page.keyboard.type("zimmermann")
        reader.until("document.querySelector('dialog a')?.textContent.includes('Zimmermann')")
        reader.page.keyboard.press("Enter")
        reader.until("document.title.includes('Zimmermann')")
        reader.page.wait_for_timeout(300)
        reader.follow_link("nav a[href$='contacts.html']")
        reader.titled("Contacts")


def test_prints_as_the_page_of_the_folder_does(reader, folder):
    sheets = []
    for path in ("site.html", "public/index.html"):
        reader.open(folder / path)
        sheets.append(len(re.findall(rb"/Type */Page\b", reader.page.pdf())))
    assert sheets[0] == sheets[1] > 1


def test_tells_of_pages_that_were_not_chosen(reader, folder):
    reader.open(folder / "some.html")
    reader.page.click("nav a[href='customers/index.html']")
    reader.titled("Copy")
    assert "not part of this copy" in reader.page.inner_text("main")
    reader.page.click("main a")
    reader.titled("Overview")


def test_shows_until_when_it_is_to_be_used_and_refuses_afterwards(reader, folder):
    reader.open(folder / "lasting.html", "FAQ")
    assert reader.page.inner_text("#triptych-note") == "Copy to be used until 31 December 2999."
    reader.open(folder / "expired.html", "Copy")
    reader.until("document.body.innerText.includes('3 February 2001')")
    assert reader.page.locator("nav").count() == 0


def test_says_that_it_needs_scripts(browser, folder):
    reader = Reader(browser, java_script_enabled=False)
    reader.page.goto(f"file://{folder}/site.html")
    assert "JavaScript" in reader.page.inner_text("main")
    reader.context.close()


def test_unlocks_once_with_the_right_passphrase_alone(reader, folder):
    reader.open(folder / "locked.html", "Copy")
    reader.page.fill("input", PASSPHRASE.title())
    reader.page.keyboard.press("Enter")
    reader.until("document.body.innerText.includes('passphrase is not right')")
    reader.page.fill("input", PASSPHRASE)
    reader.page.keyboard.press("Enter")
    reader.titled("Overview")
    assert reader.page.locator("main svg").count() > 5
    reader.page.click("nav a[href='customers/index.html']")
    reader.titled("Customers")
    with reader.page.expect_download() as download:
        reader.page.eval_on_selector("a[href$='.csv']", "link => link.click()")
    assert pathlib.Path(download.value.path()).stat().st_size > 0
    reader.page.go_back()
    reader.titled("Overview")


def test_says_where_it_cannot_decrypt(browser, folder):
    reader = Reader(browser)
    reader.page.add_init_script("Object.defineProperty(Crypto.prototype, 'subtle', { value: undefined })")
    reader.page.goto(f"file://{folder}/locked.html")
    reader.until("document.body.innerText.includes('https')")
    reader.context.close()


def test_holds_no_word_of_the_site_outside_of_the_ciphertext(folder):
    """Every word of four letters or more of the site's pages and names, but those of the page around the ciphertext."""
    text = (folder / "locked.html").read_text()
    outside = re.sub(r'<script type="text/plain"[^>]*>[A-Za-z0-9+/=]*</script>', "", text)
    assert len(outside) < 40_000
    around = re.sub(
        r'<script type="text/plain"[^>]*>[A-Za-z0-9+/=]*</script>', "", (folder / "expired.html").read_text())
    known = set(re.findall(r"\w{4,}", around.lower()))
    words = set()
    for path in (folder / "public").rglob("*"):
        words |= set(re.findall(r"\w{4,}", path.name.lower()))
        if path.suffix in (".html", ".csv"):
            words |= set(re.findall(r"\w{4,}", re.sub("<[^>]*>", " ", path.read_text()).lower()))
    assert len(words) > 3000
    found = set(re.findall(r"\w{4,}", outside.lower()))
    # What stands there beyond the page of an unencrypted copy is its form and the salt.
    assert found - known < {"form", "label", "input", "button", "type", "password", "autocomplete", "spellcheck", "false",
                            "required", "autofocus", "disabled", "lock", "rounds", "salt", "nonce", "check"} | set(
        re.findall(r"\w{4,}", re.search(r'"lock": {[^}]*}', outside)[0].lower())) | {"600000", "triptych", "unlock", "passphrase"}
    assert "brindlecroft" not in outside.lower()
    assert "brindlecroft" in words and "aaliyah" in words
