"""The same in another browser, from the disk: Firefox, where the machine has it (Debian's `firefox-esr`)."""

import os
import shutil
import socket

import pytest

import sites

FIREFOX = os.environ.get("FIREFOX") or next(filter(None, map(shutil.which, ("firefox-esr", "firefox"))), None)
pytestmark = pytest.mark.skipif(not FIREFOX, reason="the machine has no Firefox")

# Messages of scripts, styles, policies and documents; what Firefox tells of itself has other sources.
FAULTS = """return Services.console.getMessageArray().flatMap(message => {
  try { message.QueryInterface(Ci.nsIScriptError) } catch (e) { return [] }
  return /^(file|data|blob):/.test(message.sourceName) ? [`${message.category}: ${message.errorMessage}`] : [];
})"""
REQUESTS = "return performance.getEntriesByType('resource').map(entry => entry.name).filter(name => !/^(file|data):/.test(name))"

PRESS = """[...document.querySelectorAll('#sessions thead th')].find(head => head.textContent.trim() == arguments[0])
  .querySelector('button').click()"""
SORTED = """const at = document.querySelector('#sessions th[aria-sort]').cellIndex;
return [...document.querySelectorAll('#sessions tbody tr')].map(row => +row.cells[at].dataset.v)"""
FILTER = """const field = document.querySelector('form[data-for=sessions] input');
field.value = document.querySelector('#sessions tbody tr').cells[1].textContent.trim();
field.dispatchEvent(new Event('input', { bubbles: true }))"""


def free_port():
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


class Firefox:
    def __init__(self, home, **wishes):
        from marionette_driver.marionette import Marionette

        # Without the home of whoever runs the tests: their profile stays as it is.
        os.environ["HOME"] = str(home)
        # A server that refuses stands for the whole network.
        network = {"network.proxy.type": 1, "network.proxy.http": "127.0.0.1", "network.proxy.http_port": 9}
        self.driver = Marionette(bin=FIREFOX, port=free_port(), headless=True, prefs={**network, **wishes})
        self.driver.start_session()
        self.driver.timeout.script = 20

    def open(self, path, query=""):
        with self.driver.using_context("chrome"):
            self.driver.execute_script("Services.console.reset()")
        self.driver.navigate(path.as_uri() + query)

    def ask(self, script, *given):
        return self.driver.execute_script(script, script_args=given)

    def until(self, script, *given):
        """Until the expression is true."""
        from marionette_driver import Wait

        Wait(self.driver, timeout=20, interval=0.02).until(lambda driver: self.ask(f"return {script}", *given))

    def keys(self, *names):
        """Presses keys by name, or writes a text."""
        from marionette_driver.keys import Keys

        active = self.driver.get_active_element()
        active.send_keys(*(getattr(Keys, name, name) for name in names))

    def faults(self):
        with self.driver.using_context("chrome"):
            return self.driver.execute_script(FAULTS)

    def close(self):
        self.driver.quit()


@pytest.fixture(scope="module")
def firefox(tmp_path_factory):
    home, firefox = os.environ.get("HOME"), Firefox(tmp_path_factory.mktemp("home"))
    yield firefox
    firefox.close()
    os.environ["HOME"] = home or "/"


def test_opens_every_page_from_the_disk_without_an_error(firefox):
    """In one: a start of Firefox takes longer than all pages."""
    for name, path in sites.PAGES.items():
        firefox.open(path)
        assert firefox.ask("return document.title"), name
        assert firefox.ask(REQUESTS) == [], name
        assert firefox.ask("return getComputedStyle(document.body).marginTop") == "0px", "styles of " + name
        assert firefox.ask("return typeof window.wrappedJSObject?.pwned") == "undefined", name
        assert firefox.faults() == [], name


def test_does_not_scroll_sideways(firefox):
    for name in sites.KINDS:
        firefox.open(sites.PAGES[name])
        assert firefox.ask("return document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0, name


def test_searches_and_leads_to_what_is_found(firefox):
    firefox.open(sites.FIXTURE / "index.html")
    firefox.keys("/")
    firefox.until("!!document.querySelector('dialog[open] input')")
    firefox.keys("talk")
    firefox.until("document.querySelector('dialog[data-found=talk] a[href*=timelines]')?.textContent == 'Long Talker'")
    firefox.keys("ARROW_DOWN")
    firefox.keys("ESCAPE")
    firefox.until("!document.querySelector('dialog[open]')")
    firefox.keys("/")
    firefox.until("!!document.querySelector('dialog[open] input')")
    firefox.keys("talker")
    firefox.keys("ENTER")
    firefox.until("document.title.length > 0 && !document.querySelector('dialog[open]')")
    assert firefox.faults() == []


def test_sorts_and_filters_and_keeps_that_in_the_address(firefox):
    firefox.open(sites.PAGES["busy-day"])
    firefox.ask(PRESS, "Messages")
    values = firefox.ask(SORTED)
    assert len(set(values)) > 2 and values == sorted(values, reverse=True)
    firefox.ask(FILTER)
    assert firefox.ask("return [...document.querySelectorAll('#sessions tbody tr')].filter(r => r.checkVisibility()).length") == 1
    address = firefox.ask("return location.search")
    assert "sort=messages.desc" in address and "q=" in address
    firefox.open(sites.PAGES["busy-day"], address)
    assert firefox.ask(SORTED) == values
    assert firefox.faults() == []


def test_keeps_the_theme_from_page_to_page(firefox):
    """Each file may be a place of its own for storage; where it is, the theme falls back to the system's."""
    firefox.open(sites.PAGES["overview"])
    ground = "return getComputedStyle(document.documentElement).backgroundColor"
    grounds = set()
    for _ in range(3):
        firefox.ask("document.querySelector('.theme').click()")
        grounds.add(firefox.ask(ground))
    assert len(grounds) == 2
    assert firefox.faults() == []


def test_opens_a_message_that_the_address_names(firefox):
    firefox.open(sites.PAGES["split-part"])
    last = firefox.ask("return [...document.querySelectorAll('.thread .msg')].at(-1).id")
    firefox.open(sites.PAGES["split-part"], "#" + last)
    firefox.until("(b => b.height > 0 && b.top < innerHeight)(document.getElementById(arguments[0]).getBoundingClientRect())", last)
