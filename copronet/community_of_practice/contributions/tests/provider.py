"""A card provider on this machine that speaks Stripe's protocol: what our client really sends and reads."""

import hashlib
import hmac
import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from urllib.parse import parse_qsl

SECRET_KEY = "sk_test_copronet"
WEBHOOK_SECRET = "whsec_copronet"


@dataclass
class Till:
    """What the provider remembers: every call, and for each idempotency key the answer that it gave."""

    address: str = ""
    calls: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    answers: dict[str, Any] = field(default_factory=dict)
    is_down: bool = False

    def of(self, path: str) -> list[dict[str, str]]:
        return [said for where, said in self.calls if where == path]


class _Answers(BaseHTTPRequestHandler):
    till: Till

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0)).decode()
        said = dict(parse_qsl(body)) | {"key": self.headers.get("Idempotency-Key") or ""}
        self.till.calls.append((self.path, said))
        if self.headers["Authorization"] != f"Bearer {SECRET_KEY}":
            return self._answer(401, _error("invalid_request_error", "No such key"))
        if self.till.is_down:
            return self._answer(500, _error("api_error", "Down"))
        return self._answer(200, self.till.answers.setdefault(said["key"], self._make(said)))

    def _make(self, said: dict[str, str]) -> dict[str, Any]:
        number = len(self.till.answers) + 1
        if self.path == "/v1/checkout/sessions":
            return {
                "id": f"cs_{number}",
                "object": "checkout.session",
                "url": f"{self.till.address}/pay/cs_{number}",
                "amount_total": int(said["line_items[0][price_data][unit_amount]"]),
            }
        if self.path.endswith("/expire"):
            return {"id": self.path.split("/")[4], "object": "checkout.session", "status": "expired"}
        return {"id": f"re_{number}", "object": "refund", "status": "succeeded"}

    def _answer(self, status: int, words: dict[str, Any]) -> None:
        data = json.dumps(words).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_words: Any) -> None:
        pass


@contextmanager
def till() -> Iterator[Till]:
    kept = Till()
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("Answers", (_Answers,), {"till": kept}))
    kept.address = f"http://127.0.0.1:{server.server_port}"
    thread = Thread(target=server.serve_forever, args=[0.02], daemon=True)
    thread.start()
    try:
        yield kept
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def _error(kind: str, words: str) -> dict[str, Any]:
    return {"error": {"type": kind, "message": words}}


def event(kind: str, *, session: str, payment: str = "pi_1", amount: int = 4000, paid: str = "paid") -> bytes:
    """What the provider tells, as it stands in the body of its call."""
    told = {
        "id": session,
        "object": "checkout.session",
        "payment_intent": payment,
        "amount_total": amount,
        "payment_status": paid,
    }
    return json.dumps({"id": "evt_1", "object": "event", "type": kind, "data": {"object": told}}).encode()


def signed(body: bytes, *, secret: str = WEBHOOK_SECRET, age: int = 0) -> str:
    """The signature that goes with a body, made so many seconds ago."""
    at = int(time.time()) - age
    mark = hmac.new(secret.encode(), f"{at}.".encode() + body, hashlib.sha256).hexdigest()
    return f"t={at},v1={mark}"
