"""A small OpenID Connect provider over HTTP: discovery, keys, authorization, signed tokens, userinfo."""

import json
import threading
import time
from base64 import urlsafe_b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa

CLIENT, SECRET = "dondoc", "bi-mat-cua-tinh"


class Provider:
    """``person`` are the claims of whoever signs in; ``lie`` is what it says wrongly in its tokens."""

    def __init__(self) -> None:
        self.key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
        self.person: dict[str, Any] = {}
        self.lie: dict[str, Any] = {}
        self.asked: list[str] = []
        self.codes: dict[str, dict[str, str]] = {}
        self.address = ""

    def configuration(self) -> dict[str, Any]:
        paths = {
            "authorization_endpoint": "auth",
            "token_endpoint": "token",
            "userinfo_endpoint": "userinfo",
            "jwks_uri": "keys",
        }
        return {"issuer": self.address, "token_endpoint_auth_methods_supported": ["client_secret_post"]} | {
            name: f"{self.address}/{path}" for name, path in paths.items()
        }

    def authorize(self, query: dict[str, str]) -> str:
        code = f"code-{len(self.codes)}"
        self.codes[code] = query
        return f"{query['redirect_uri']}?{urlencode({'code': code, 'state': query['state']})}"

    def token(self, form: dict[str, str]) -> dict[str, Any] | None:
        asked = self.codes.pop(form.get("code", ""), None)
        if asked is None or form.get("client_secret") != SECRET or form["redirect_uri"] != asked["redirect_uri"]:
            return None
        challenge = urlsafe_b64encode(sha256(form.get("code_verifier", "").encode()).digest()).rstrip(b"=").decode()
        if challenge != asked.get("code_challenge"):
            return None
        now = int(time.time())
        claims = {
            "iss": self.address,
            "aud": CLIENT,
            "iat": now,
            "exp": now + 60,
            "nonce": asked.get("nonce"),
            **self.person,
            **self.lie,
        }
        signed = jwt.encode(claims, self.key, algorithm="RS256", headers={"kid": "one"})
        return {"access_token": "ve", "token_type": "Bearer", "expires_in": 60, "id_token": signed}


def _handler(provider: Provider) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            parts = urlsplit(self.path)
            provider.asked.append(parts.path)
            if parts.path.endswith("openid-configuration"):
                self._say(provider.configuration())
            elif parts.path == "/keys":
                public = json.loads(jwt.algorithms.RSAAlgorithm.to_jwk(provider.key.public_key()))
                self._say({"keys": [{**public, "kid": "one", "use": "sig", "alg": "RS256"}]})
            elif parts.path == "/userinfo" and self.headers.get("Authorization") == "Bearer ve":
                self._say(provider.person)
            elif parts.path == "/auth":
                query = {name: values[0] for name, values in parse_qs(parts.query).items()}
                self.send_response(302)
                self.send_header("Location", provider.authorize(query))
                self.end_headers()
            else:
                self._say({"error": "not_found"}, 404)

        def do_POST(self) -> None:
            provider.asked.append(self.path)
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            form = {name: values[0] for name, values in parse_qs(body).items()}
            said = provider.token(form) if self.path == "/token" else None
            self._say(said or {"error": "invalid_grant"}, 200 if said else 400)

        def _say(self, said: dict[str, Any], status: int = 200) -> None:
            body = json.dumps(said).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

    return Handler


@contextmanager
def running() -> Iterator[Provider]:
    """A provider that listens until the block ends."""
    provider = Provider()
    with ThreadingHTTPServer(("127.0.0.1", 0), _handler(provider)) as server:
        provider.address = f"http://127.0.0.1:{server.server_port}"
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield provider
        finally:
            server.shutdown()
            thread.join()
