"""Kinds and levels of agencies in words, and the words from a spreadsheet back."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from dondoc.office.agencies.models import Level
from dondoc.office.folding import fold

KINDS: dict[str, str | Promise] = {
    "department": _("Sở, ngành"),
    "committee": _("Ủy ban nhân dân"),
    "assembly": _("Hội đồng nhân dân"),
    "office": _("Văn phòng"),
    "board": _("Ban, ban quản lý"),
    "council": _("Hội đồng, ban chỉ đạo"),
    "party": _("Cơ quan Đảng"),
    "front": _("Mặt trận, đoàn thể"),
    "police": _("Công an"),
    "military": _("Quân sự, biên phòng"),
    "justice": _("Tòa án, kiểm sát, thi hành án"),
    "vertical": _("Ngành dọc"),
    "ministry": _("Bộ, ngành trung ương"),
    "central": _("Cơ quan trung ương"),
    "unit": _("Đơn vị sự nghiệp, doanh nghiệp"),
    "branch": _("Chi cục, chi nhánh"),
    "company": _("Công ty, ngân hàng"),
    "district_office": _("Phòng cấp huyện, cấp xã"),
    "sector": _("Ngành"),
}
LEVEL_ORDER = {Level.CENTRAL: 0, Level.PROVINCE: 1, Level.DISTRICT: 2, Level.COMMUNE: 3}


def kind_of(words: str) -> str | None:
    """The kind that a cell means, by its code or its words."""
    return _known(words, KINDS)


def level_of(words: str) -> str | None:
    """The level that a cell means, by its code or its words."""
    return _known(words, dict(Level.choices))


def _known(words: str, choices: dict[str, str | Promise]) -> str | None:
    folded = fold(words)
    return next((code for code, name in choices.items() if folded in (code, fold(str(name)))), None)
