"""What all browser tests share: the program, a published demo, a Chromium, a server that is as strict as one can be."""

import functools
import http.server
import os
import pathlib
import subprocess
import threading

import pytest
from playwright.sync_api import sync_playwright

ROOT = pathlib.Path(__file__).resolve().parents[2]
# What a careful company's server says; the pages' own policy stands in them.
POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'"


def program():
    """The one that TRIPTYCH names, or the newest build of this repository."""
    named = os.environ.get("TRIPTYCH")
    built = [ROOT / ".build" / kind / "triptych" for kind in ("release", "debug")]
    return named or max((path for path in built if path.exists()), key=lambda path: path.stat().st_mtime)


def run(*arguments, code=0):
    environment = dict(os.environ, TRIPTYCH_HOME=str(ROOT))
    result = subprocess.run(
        [str(program()), *map(str, arguments)], cwd=ROOT, env=environment, capture_output=True, text=True,
        stdin=subprocess.DEVNULL)
    assert result.returncode == code, result.stderr
    return result.stdout


@pytest.fixture(scope="session")
def demo(tmp_path_factory):
    """The demo as it is published: this repository's own site."""
    folder = tmp_path_factory.mktemp("demo") / "public"
    run("build", "--output", folder)
    return folder


@pytest.fixture(scope="session")
def chromium():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"), args=["--no-sandbox"])
        yield browser
        browser.close()


class Handler(http.server.SimpleHTTPRequestHandler):
    """Serves the site under `/a/b/` and nothing else."""

    PREFIX = "/a/b/"

    def translate_path(self, path):
        return super().translate_path("/" + path[len(self.PREFIX):] if path.startswith(self.PREFIX) else "/nowhere")

    def end_headers(self):
        self.send_header("Content-Security-Policy", POLICY)
        self.send_header("X-Content-Type-Options", "nosniff")
        super().end_headers()

    def log_message(self, *_):
        pass


@pytest.fixture(scope="session")
def server(demo):
    """The address that the demo has on a server."""
    handler = functools.partial(Handler, directory=str(demo))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as serving:
        threading.Thread(target=serving.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{serving.server_port}{Handler.PREFIX}"
        serving.shutdown()


class Tab:
    """A tab, and everything that went wrong in it."""

    def __init__(self, browser, base, **options):
        self.base = base
        self.context = browser.new_context(**options)
        self.page = self.context.new_page()
        self.faults = []
        self.page.on("console", lambda message: self.fault(message.text) if message.type == "error" else None)
        self.page.on("pageerror", lambda error: self.fault(str(error)))
        self.page.on("requestfailed", lambda request: self.fault(f"failed: {request.url}"))
        self.page.on("response", lambda response: self.fault(f"{response.status}: {response.url}")
                     if response.status >= 400 else None)
        self.page.on("request", lambda request: None if request.url.startswith((base, "data:", "blob:"))
                     else self.fault(f"outside: {request.url}"))

    def fault(self, text):
        self.faults.append(text[:200])

    def open(self, address):
        self.page.goto(self.base + address, wait_until="load")
        return self.page


@pytest.fixture
def tab(chromium, demo):
    """Makes tabs that open the demo's files, or another address."""
    tabs = []

    def make(base=None, **options):
        tabs.append(Tab(chromium, base or demo.as_uri() + "/", **options))
        return tabs[-1]

    yield make
    for one in tabs:
        one.context.close()
