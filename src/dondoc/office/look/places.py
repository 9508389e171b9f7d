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
    route: str


ADMINISTRATION = "admin:home"
PLACES: tuple[tuple[str, str | Promise, str], ...] = (
    ("my_work", _("Việc của tôi"), "inbox"),
    ("documents:list", _("Văn bản"), "file-text"),
    ("tasks:list", _("Nhiệm vụ"), "list-check"),
    ("indicators:list", _("Chỉ tiêu"), "chart-bar"),
    ("overview:home", _("Tổng quan"), "layout-dashboard"),
)
BELOW_THE_LINE: tuple[tuple[str, str | Promise, str], ...] = (
    ("proofing:start", _("Soát số liệu"), "calculator"),
    ("agencies:tree", _("Cơ quan"), "building-community"),
    (ADMINISTRATION, _("Quản trị"), "settings"),
)


def places(path: str) -> list[Place]:
    """The places that this installation serves, in order; the one ``path`` lies under is current."""
    return _served(PLACES, path)


def places_below(path: str) -> list[Place]:
    """The places that stand below the line of the side bar."""
    return _served(BELOW_THE_LINE, path)


def _served(listed: tuple[tuple[str, str | Promise, str], ...], path: str) -> list[Place]:
    found = []
    for route, name, icon in listed:
        try:
            url = reverse(route)
        except NoReverseMatch:
            continue
        found.append(Place(name, icon, url, path == url or (url != "/" and path.startswith(url)), route))
    return found
