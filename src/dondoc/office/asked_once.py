"""What one page needs more than once is asked of the database once: while a request is answered that only reads.

Nothing outlives its request or is seen by another. Requests that may write ask every time; and where one that should
only read writes all the same, what was held is forgotten.
"""

from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, TypeVar, cast

from django.db import connections
from django.http import HttpRequest, HttpResponse

Found = TypeVar("Found")
READING = frozenset({"GET", "HEAD"})
_held: ContextVar[dict[Hashable, Any] | None] = ContextVar("held", default=None)


def asked_once(key: Hashable, ask: Callable[[], Found]) -> Found:
    """What ``ask`` finds; of what the request that is being answered has asked under the same ``key``, that."""
    held = _held.get()
    if held is None:
        return ask()
    if key not in held:
        held[key] = ask()
    return cast(Found, held[key])


@contextmanager
def holding() -> Iterator[None]:
    """Hold what is asked once, for as long as this lasts; where something is written meanwhile, it is forgotten."""
    held: dict[Hashable, Any] = {}
    token = _held.set(held)

    def watch(execute: Callable[..., Any], sql: str, *rest: Any) -> Any:
        if not sql.lstrip("(").startswith("SELECT"):
            held.clear()
        return execute(sql, *rest)

    try:
        with connections["default"].execute_wrapper(watch):
            yield
    finally:
        _held.reset(token)


class AskedOnceMiddleware:
    """Holds what is asked once, for as long as a request that only reads is answered."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.method not in READING:
            return self.get_response(request)
        with holding():
            return self.get_response(request)
