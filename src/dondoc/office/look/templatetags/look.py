"""Tags and filters of the templates: icons, Vietnamese numbers and dates, the places of the frame."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from decimal import Decimal
from functools import cache, lru_cache
from typing import Any, Protocol

from django import template
from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest
from django.template.context import Context
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from dondoc.office.accounts.access import may_administer
from dondoc.office.accounts.models import User
from dondoc.office.look import numbers, places
from dondoc.office.look.period_picks import period_picks

register = template.Library()


@register.simple_tag
def icon(name: str, size: str = "") -> SafeString:
    """Draw an icon of the sprite; it is decoration, so the words beside it must say the same."""
    return _drawn(name, "dd-icon-s" if size == "s" else "", _sprite(settings.STATIC_URL))


@cache
def _sprite(_under: str) -> str:
    return static("vendor/tabler-icons/icons.svg")


@lru_cache(1024)
def _drawn(name: str, size: str, sprite: str) -> SafeString:
    return format_html(
        '<svg class="dd-icon {}" aria-hidden="true" focusable="false"><use href="{}#{}"></use></svg>',
        size,
        sprite,
        name,
    )


@register.simple_tag(takes_context=True)
def frame_places(context: Context) -> list[places.Place]:
    """The places of the side bar for the page that is being drawn."""
    request: HttpRequest | None = context.get("request")
    return places.places(request.path if request is not None else "")


@register.simple_tag(takes_context=True)
def places_below(context: Context) -> list[places.Place]:
    """The places below the line of the side bar; the administrator's only for administrators."""
    request: HttpRequest | None = context.get("request")
    found = places.places_below(request.path if request is not None else "")
    administers = may_administer(getattr(request, "user", AnonymousUser()))
    return [place for place in found if administers or place.route != places.ADMINISTRATION]


@register.simple_tag(takes_context=True)
def unread_notices(context: Context) -> int:
    """How many notices the person has not read."""
    request: HttpRequest | None = context.get("request")
    person = getattr(request, "user", None)
    return person.notices.filter(read_at__isnull=True).count() if isinstance(person, User) else 0


@register.filter
def figure(value: Decimal | float | None) -> str:
    """A number in Vietnamese form."""
    return numbers.number(value)


@register.filter
def figure_to(value: Decimal | float | None, decimals: int) -> str:
    """A number with exactly ``decimals`` digits after the comma."""
    return numbers.number(value, decimals)


@register.filter
def with_unit(value: Decimal | None, unit: str | None) -> str:
    """A value with its unit, money in the largest unit that keeps it whole."""
    return numbers.with_unit(value, unit)


@register.filter
def dot(value: float) -> str:
    """A length of a drawing: drawings want a dot, whatever the language of the page."""
    return f"{value:.2f}"


@register.filter
def cut_at_commas(words: str) -> list[str]:
    """The parts of a list that is translated as one string."""
    return words.split(",")


@register.filter
def day(value: date | None) -> str:
    """A day as dd/mm/yyyy."""
    return numbers.day(value)


@register.filter
def moment(value: datetime | None) -> str:
    """A moment as dd/mm/yyyy hh:mm."""
    return numbers.moment(value)


@register.filter
def period(value: str | None) -> str:
    """A period in words."""
    return numbers.period(value)


@register.filter
def at(values: Mapping[str, object], key: str) -> object:
    """The value under ``key``; None where there is none."""
    return values.get(key)


class Pen(Protocol):
    """What draws one line of a long page as HTML."""

    def draw(self, line: Any, /) -> SafeString: ...


@register.filter
def drawn(lines: Iterable[object], pen: Pen) -> SafeString:
    """Each of ``lines`` as ``pen`` draws it: for hundreds of them, where tags for each take a page's time."""
    return SafeString("".join(map(pen.draw, lines)))


@register.filter
def approx_words(value: str) -> str:
    """The word before an approximate figure."""
    return {"over": _("trên"), "about": _("khoảng"), "under": _("dưới")}.get(value, "")


@register.simple_tag
def period_choices(*known: str | None) -> list[tuple[str, list[tuple[str, str]]]]:
    """Periods to pick from, a group a year, for the years of the ``known`` periods and the year before them."""
    return period_picks([each for each in known if each])
