"""One browser a worker; a fresh profile a test; what a page must not do is noted while it is open."""

import os
import pathlib
import shutil

import axe_playwright_python
import pytest
from playwright.sync_api import sync_playwright

import server as servers
import sites

AXE = pathlib.Path(axe_playwright_python.__file__).with_name("axe.min.js").read_text(encoding="utf-8")


def program():
    found = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if not found:
        raise FileNotFoundError("no Chromium: install Debian's package `chromium`, or name one in CHROMIUM")
    return found


@pytest.fixture(scope="session")
def browser():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=program(), args=["--no-sandbox", "--force-color-profile=srgb", "--disable-dev-shm-usage"])
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def host():
    host = servers.Server(sites.ROOT)
    yield host
    host.close()


@pytest.fixture(scope="session")
def server(host):
    """The address that the demo has on a server."""
    return host.url + "demo/public/"


@pytest.fixture(scope="session")
def demo():
    """The folder of the published demo."""
    return sites.DEMO


class Reader:
    """Somebody with a browser: opens pages, and notes what goes wrong meanwhile."""

    def __init__(self, browser, host):
        self.browser, self.host, self.contexts = browser, host, []
        self.faults = []

    def open(self, path, *, over="file", query="", width=1280, height=900, ready=True, **options):
        """A page of a new profile. `path` is a file of a built site, `over` how it comes: file or http."""
        context = self.browser.new_context(viewport={"width": width, "height": height}, **options)
        self.contexts.append(context)
        page = context.new_page()
        self.watch(page)
        self.go(page, path, over=over, query=query)
        return page

    def go(self, page, path, *, over="file", query=""):
        page.goto(self.url(path, over) + query, wait_until="load")

    def url(self, path, over="file"):
        path = pathlib.Path(path)
        return path.as_uri() if over == "file" else self.host.url + str(path.relative_to(sites.ROOT))

    def watch(self, page):
        page.on("console", lambda message: self.faults.append(f"console: {message.text}") if message.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: self.faults.append(f"script: {error}"))
        page.on("requestfailed", lambda request: None if "ERR_ABORTED" in (request.failure or "") else self.faults.append(f"failed: {request.url}"))
        page.on("response", lambda response: self.faults.append(f"{response.status}: {response.url}") if response.status >= 400 else None)
        page.on("request", lambda request: None if request.url.startswith(("file:", "data:", self.host.url)) else self.faults.append(f"outside: {request.url}"))

    def close(self):
        for context in self.contexts:
            context.close()


@pytest.fixture
def reader(browser, host):
    reader = Reader(browser, host)
    yield reader
    reader.close()


def pytest_generate_tests(metafunc):
    """`kind` runs over the pages of which each is read; `any_page` over all."""
    for name, pages in (("kind", sites.KINDS), ("any_page", list(sites.PAGES))):
        if name in metafunc.fixturenames:
            metafunc.parametrize(name, pages)
    for name, values in (("over", ("file", "http")), ("scheme", ("light", "dark"))):
        if name in metafunc.fixturenames:
            metafunc.parametrize(name, values)
