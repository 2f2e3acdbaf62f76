"""A small OpenID Connect provider that speaks the real protocol over HTTP on this machine.

Discovery, the authorization code with PKCE, a signed identity token, keys and the claims of one person.
"""

import base64
import hashlib
import json
import secrets
import threading
import time
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Self
from urllib.parse import parse_qs, urlencode, urlsplit

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa

CLIENT, SECRET = "copronet", "a-secret-of-ours"


@dataclass
class Provider:
    """Runs from ``with Provider() as provider``; ``claims`` says who is signed in there."""

    claims: dict[str, Any]
    audience: str = CLIENT
    key: rsa.RSAPrivateKey = field(default_factory=lambda: rsa.generate_private_key(65537, 2048))
    granted: dict[str, dict[str, str]] = field(default_factory=dict)

    def __enter__(self) -> Self:
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), handler_of(self))
        threading.Thread(target=self.server.serve_forever, args=[0.02], daemon=True).start()
        return self

    def __exit__(self, *_trouble: object) -> None:
        self.server.shutdown()
        self.server.server_close()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server.server_port}"

    @property
    def setting(self) -> str:
        """What an operator would write in OPENID_CONNECT."""
        entry = {"id": "test", "name": "Bwrdd Iechyd", "server": self.address}
        return json.dumps([entry | {"client_id": CLIENT, "secret": SECRET}])

    def discovery(self) -> dict[str, Any]:
        return {
            "issuer": self.address,
            "authorization_endpoint": f"{self.address}/authorize",
            "token_endpoint": f"{self.address}/token",
            "userinfo_endpoint": f"{self.address}/userinfo",
            "jwks_uri": f"{self.address}/keys",
            "response_types_supported": ["code"],
            "token_endpoint_auth_methods_supported": ["client_secret_post"],
        }

    def authorize(self, asked: dict[str, str]) -> str:
        """The person says yes; the address to go back to, with a code."""
        if asked["client_id"] != CLIENT or asked["response_type"] != "code":
            raise ValueError("unknown client")
        code = secrets.token_urlsafe()
        self.granted[code] = asked
        return f"{asked['redirect_uri']}?{urlencode({'code': code, 'state': asked['state']})}"

    def token(self, sent: dict[str, str]) -> dict[str, Any]:
        asked = self.granted.pop(sent["code"])  # a code is good once
        digest = hashlib.sha256(sent["code_verifier"].encode()).digest()
        challenge = base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
        proofs = (sent["client_id"], sent["client_secret"], sent["redirect_uri"], challenge)
        if proofs != (CLIENT, SECRET, asked["redirect_uri"], asked["code_challenge"]):
            raise ValueError("invalid grant")
        return {"access_token": "for-the-claims", "token_type": "Bearer", "id_token": self._identity()}

    def _identity(self) -> str:
        now = int(time.time())
        about = {"iss": self.address, "aud": self.audience, "iat": now, "exp": now + 60}
        return jwt.encode(self.claims | about, self.key, algorithm="RS256", headers={"kid": "1"})

    def keys(self) -> dict[str, Any]:
        public = jwt.algorithms.RSAAlgorithm.to_jwk(self.key.public_key(), as_dict=True)
        return {"keys": [public | {"kid": "1", "use": "sig", "alg": "RS256"}]}


class Handler(BaseHTTPRequestHandler):
    provider: Provider

    def do_GET(self) -> None:
        address = urlsplit(self.path)
        if address.path == "/authorize":
            self._answer(302, b"", Location=self.provider.authorize(_one_each(address.query)))
        elif address.path == "/userinfo" and self.headers["Authorization"] == "Bearer for-the-claims":
            self._json(self.provider.claims)
        elif address.path == "/keys":
            self._json(self.provider.keys())
        elif address.path == "/.well-known/openid-configuration":
            self._json(self.provider.discovery())
        else:
            self._answer(404, b"")

    def do_POST(self) -> None:
        sent = _one_each(self.rfile.read(int(self.headers["Content-Length"])).decode())
        try:
            self._json(self.provider.token(sent))
        except (KeyError, ValueError):
            self._answer(400, b'{"error": "invalid_grant"}')

    def _json(self, value: dict[str, Any]) -> None:
        self._answer(200, json.dumps(value).encode(), **{"Content-Type": "application/json"})

    def _answer(self, status: int, body: bytes, **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_arguments: object) -> None:
        """Quiet."""


def handler_of(provider: Provider) -> type[Handler]:
    return type("HandlerOfProvider", (Handler,), {"provider": provider})


def _one_each(query: str) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs(query).items()}
