"""Which indicator a document's wording means: the name turned round or cut short, never a narrower thing."""

import pytest

from dondoc.office.folding import fold
from dondoc.office.indicators.actions import indicator_in
from dondoc.office.indicators.matching import Directory
from dondoc.office.indicators.models import Indicator, IndicatorAlias
from tests.office.office_cast import NOW

TABLE = {
    "thu": ("Tổng thu ngân sách nhà nước trên địa bàn", "đồng", "Tài chính"),
    "noi-dia": ("Thu nội địa", "đồng", "Tài chính"),
    "giai-ngan": ("Giải ngân vốn đầu tư công", "đồng", "Đầu tư công"),
    "khach": ("Khách du lịch", "lượt", "Du lịch"),
    "thuy-san": ("Sản lượng thủy sản", "tấn", "Nông nghiệp"),
    "lua": ("Sản lượng lúa", "tấn", "Nông nghiệp"),
    "tai-nan": ("Số vụ tai nạn giao thông", "vụ", "An ninh trật tự"),
    "chet": ("Số người chết do tai nạn giao thông", "người", "An ninh trật tự"),
    "viec-lam": ("Lao động được tạo việc làm", "người", "Lao động"),
    "ntm": ("Xã đạt chuẩn nông thôn mới", "xã", "Nông nghiệp"),
}


@pytest.fixture
def directory(db: None) -> Directory:
    for code, (name, unit, sector) in TABLE.items():
        Indicator.objects.create(code=code, name=name, folded=fold(name), unit=unit, sector=sector, created_at=NOW)
    Indicator.objects.create(
        code="tam", name="Tàu cá", folded="tau ca", unit="tàu cá vi phạm", provisional=True, created_at=NOW
    )
    IndicatorAlias.objects.create(
        indicator=Indicator.objects.get(code="khach"), name="Lượt khách đến tỉnh", folded=fold("Lượt khách đến tỉnh")
    )
    return Directory()


@pytest.mark.parametrize(
    ("name", "unit", "code"),
    [
        ("TỔNG THU NGÂN SÁCH NHÀ NƯỚC TRÊN ĐỊA BÀN", "đồng", "thu"),
        ("thu ngân sách", "đồng", "thu"),
        ("Đầu tư công giải ngân", "đồng", "giai-ngan"),
        ("giải ngân vốn đầu tư công mới", "đồng", "giai-ngan"),
        ("Khách du lịch lượt", "lượt", "khach"),
        ("lượt khách đến tỉnh", "lượt", "khach"),
        ("An ninh trật tự vụ tai nạn giao thông", "vụ tai nạn giao thông", "tai-nan"),
        ("người chết do tai nạn giao thông", "người", "chet"),
        ("tạo việc làm người", "người", "viec-lam"),
        # Left alone: narrower, of another unit, one word, or two that fit equally.
        ("Sản lượng thủy sản nuôi trồng", "tấn", None),
        ("sản lượng lúa Hè Thu", "tấn", None),
        ("sản lượng", "tấn", None),
        ("thu ngân sách xã Long Vĩnh", "đồng", None),
        ("thu ngân sách", "người", None),
        ("người bị thương do tai nạn giao thông", "người", None),
        ("thu", "đồng", None),
        ("", "đồng", None),
        ("tàu cá đã về bờ", "tàu cá", None),
    ],
)
def test_a_wording_finds_its_indicator_or_none(directory: Directory, name: str, unit: str, code: str | None) -> None:
    found = directory.match(name, unit)
    assert (found.code if found else None) == code


def test_a_share_and_a_planned_share_belong_to_the_indicator_in_its_own_unit(directory: Directory) -> None:
    for role in ("share_of_plan", "change", "plan"):
        found = indicator_in(directory, "giải ngân vốn đầu tư công", "%", role)
        assert found is not None
        assert found.code == "giai-ngan"
    assert indicator_in(directory, "giải ngân vốn đầu tư công", "%", "rate") is None


def test_a_bare_count_is_not_what_reached_a_standard(directory: Directory) -> None:
    assert indicator_in(directory, "xã chuẩn nông thôn mới", "xã", "count") is None


def test_the_likest_come_first_and_those_of_the_table_before_others(directory: Directory) -> None:
    names = [each.name for each in directory.nearest("tai nạn giao thông đường bộ", 5)]
    assert names[:2] == ["Số vụ tai nạn giao thông", "Số người chết do tai nạn giao thông"]
    assert directory.nearest("zzz", 5) == []
