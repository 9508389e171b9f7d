"""Single sign-on with the province's own OpenID Connect provider, as the environment states it; none where it does not.

``DONDOC_OIDC_URL`` address of the provider, with or without ``/.well-known/openid-configuration`` ·
``DONDOC_OIDC_CLIENT`` and ``DONDOC_OIDC_SECRET`` what the provider gave this office · ``DONDOC_OIDC_NAME`` words of the
button. The provider is told to come back to ``/dang-nhap/mot-cua/tinh/tra-ve/``.
"""

from collections.abc import Mapping
from typing import Any

PROVIDER = "tinh"


def apps(environment: Mapping[str, str]) -> list[dict[str, Any]]:
    """The provider as allauth's settings want it; empty where the address or the client is not stated."""
    url, client = environment.get("DONDOC_OIDC_URL", ""), environment.get("DONDOC_OIDC_CLIENT", "")
    if not url or not client:
        return []
    return [
        {
            "provider_id": PROVIDER,
            "name": environment.get("DONDOC_OIDC_NAME", "") or url,
            "client_id": client,
            "secret": environment.get("DONDOC_OIDC_SECRET", ""),
            "settings": {"server_url": url.rstrip("/")},
        }
    ]
