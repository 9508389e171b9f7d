"""The columns of the task table: which there are, and which a person sees, in what order.

The address says it (``cot=chu-tri.han``), else what the person chose last, else the usual ones. The task itself always
comes first.
"""

from dataclasses import dataclass
from datetime import datetime

from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from dondoc.office.accounts.models import User
from dondoc.office.tasks.models import SavedView

COLUMNS_KEY = "cot"
SEPARATOR = "."
# What a person chose stands as a view of its own page, so that it needs no table.
KEPT_AS = "tasks:columns"
FIRST = "noi-dung"


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its stable key, its head on the page and in the workbook, its width there."""

    key: str
    name: str | Promise
    width: int
    css: str = ""
    head: str | Promise = ""

    @property
    def sheet_head(self) -> str | Promise:
        """What stands over it in a workbook."""
        return self.head or self.name


TASK = Column(FIRST, _("Nhiệm vụ"), 70)
ALL: dict[str, Column] = {
    each.key: each
    for each in (
        Column("chu-tri", _("Chủ trì"), 36, "dd-lead"),
        Column("phoi-hop", _("Phối hợp"), 36, "dd-lead"),
        Column("san-pham", _("Sản phẩm"), 30, "dd-product"),
        Column("han", _("Hạn"), 12, "dd-deadline dd-number"),
        Column("han-ghi", _("Hạn ghi trong văn bản"), 24),
        Column("tinh-trang", _("Tình trạng"), 24, "dd-nowrap"),
        Column("bao-cao", _("Báo cáo mới nhất"), 40, "dd-lead"),
        Column("nguoi-theo-doi", _("Người theo dõi"), 24),
        Column("van-ban", _("Văn bản"), 16, "dd-nowrap", _("Số văn bản")),
        Column("ngay-van-ban", _("Ngày văn bản"), 13, "dd-number"),
        Column("trich-yeu", _("Trích yếu"), 50, "dd-lead"),
        Column("muc", _("Mục"), 8),
        Column("can-cu", _("Căn cứ"), 30, "dd-lead"),
    )
}
USUAL = ("chu-tri", "san-pham", "han", "tinh-trang", "van-ban")


def read_columns(words: str) -> tuple[Column, ...]:
    """The columns that ``words`` name, each once, in that order; what is no column is passed over."""
    return tuple(ALL[key] for key in dict.fromkeys(words.split(SEPARATOR)) if key in ALL)


def written(columns: tuple[Column, ...]) -> str:
    """``columns`` as they stand in an address."""
    return SEPARATOR.join(each.key for each in columns)


def columns_of(person: User, query: QueryDict) -> tuple[Column, ...]:
    """The columns that ``person`` sees under the address ``query``, after the task itself."""
    if chosen := read_columns(query.get(COLUMNS_KEY, "")):
        return chosen
    kept = SavedView.objects.filter(person=person, page=KEPT_AS).values_list("query", flat=True).first()
    return read_columns(kept or "") or read_columns(SEPARATOR.join(USUAL))


def keep_columns(*, person: User, columns: tuple[Column, ...], now: datetime) -> None:
    """Keep ``columns`` as the person's own; none at all, or the usual ones, means that nothing is kept."""
    own = SavedView.objects.filter(person=person, page=KEPT_AS)
    if written(columns) in ("", SEPARATOR.join(USUAL)):
        own.delete()
        return
    SavedView.objects.update_or_create(
        person=person, page=KEPT_AS, name=KEPT_AS, defaults={"query": written(columns), "at": now}
    )


def moved(keys: list[str], key: str, by: int) -> list[str]:
    """``keys`` with ``key`` moved ``by`` places, as far as there is room."""
    if key not in keys:
        return keys
    rest = [each for each in keys if each != key]
    place = min(max(keys.index(key) + by, 0), len(rest))
    return [*rest[:place], key, *rest[place:]]


def offered(chosen: tuple[Column, ...]) -> list[tuple[Column, bool]]:
    """Every column with whether it is chosen: the chosen ones first, in their order."""
    rest = [each for each in ALL.values() if each not in chosen]
    return [*((each, True) for each in chosen), *((each, False) for each in rest)]
