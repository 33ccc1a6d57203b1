"""A web server that gives a site out below a path of its own, under a policy as strict as the pages' own."""

import functools
import http.server
import threading

# As the manual says: the pages' own policy, and the style of the page for missing ones.
POLICY = ("default-src 'none'; style-src 'self' 'sha256-T9Pz2vbYTGN3vRyd8R7klmYh/jU4WxTsdEKyLKGaRzQ='; "
          "script-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'")
PREFIX = "/a/b/"


class Handler(http.server.SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def translate_path(self, path):
        if not path.startswith(PREFIX):
            return "/nonexistent"
        return super().translate_path("/" + path[len(PREFIX):])

    def send_error(self, code, message=None, explain=None):
        page = b""
        for site in ("demo", "fixture"):
            if self.path.startswith(f"{PREFIX}{site}/public/"):
                with open(f"{self.directory}/{site}/public/404.html", "rb") as file:
                    page = file.read()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        self.wfile.write(page)

    def end_headers(self):
        self.send_header("Content-Security-Policy", POLICY)
        self.send_header("X-Content-Type-Options", "nosniff")
        super().end_headers()

    def log_message(self, *arguments):
        pass


class Server:
    """Runs until closed; `url` is where the folder's files begin."""

    def __init__(self, folder):
        handler = functools.partial(Handler, directory=str(folder))
        self.http = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self.url = f"http://127.0.0.1:{self.http.server_port}{PREFIX}"
        threading.Thread(target=self.http.serve_forever, daemon=True).start()

    def close(self):
        self.http.shutdown()
        self.http.server_close()
