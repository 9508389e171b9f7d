"""A limit on how often somebody may try: counted in this process's memory, forgotten after the stated time."""

from django.core.cache import cache
from django.http import HttpRequest


def too_many(what: str, who: str, *, most: int, seconds: int) -> bool:
    """Count one more try of ``who`` at ``what``; whether it is one too many."""
    key = f"limit:{what}:{who}"
    if cache.add(key, 1, seconds):
        return False
    try:
        return cache.incr(key) > most
    except ValueError:  # it was forgotten between the two calls
        return False


def address_of(request: HttpRequest) -> str:
    """From where the request came, as the server in front of us says."""
    return str(request.META.get("REMOTE_ADDR") or "")
