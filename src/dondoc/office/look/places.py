"""The places of the frame: which pages the side bar, and on a phone the bottom bar, lead to."""

from dataclasses import dataclass

from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, slots=True)
class Place:
    """A page of the frame; ``current`` where the page shown belongs to it."""

    name: str | Promise
    icon: str
    url: str
    current: bool


PLACES: tuple[tuple[str, str | Promise, str], ...] = (
    ("overview:home", _("Tổng quan"), "layout-dashboard"),
    ("documents:list", _("Văn bản"), "file-text"),
    ("tasks:list", _("Nhiệm vụ"), "list-check"),
    ("indicators:list", _("Chỉ tiêu"), "chart-bar"),
)


def places(path: str) -> list[Place]:
    """The places that this installation serves, in order; the one ``path`` lies under is current."""
    found = []
    for route, name, icon in PLACES:
        try:
            url = reverse(route)
        except NoReverseMatch:
            continue
        found.append(Place(name, icon, url, path == url or (url != "/" and path.startswith(url))))
    return found
