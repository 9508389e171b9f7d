"""What an edXML envelope states goes before the words; what it leaves empty does not."""

from dataclasses import replace

import pytest

from dondoc import extract, read
from dondoc.facts import Header
from dondoc.text import Envelope

WORDS = """UBND TỈNH BÌNH LƯƠNG
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Số: 12/BC-UBND
Bình Lương, ngày 05 tháng 9 năm 2025

BÁO CÁO
Kết quả sản xuất vụ mùa năm 2025

Diện tích gieo cấy 1.250 ha.

Nơi nhận:
- Sở Y tế;
- Lưu: VT.

CHỦ TỊCH
Trần Thị Hòa
"""


def header(envelope: Envelope | None) -> Header:
    return extract(replace(read(WORDS.encode(), name="a.txt"), envelope=envelope)).header


def test_without_an_envelope_nothing_changes() -> None:
    assert header(None) == header(Envelope())


@pytest.mark.parametrize(
    ("stated", "field", "value"),
    [
        (Envelope(number="128"), "number", "128"),
        (Envelope(number="128", symbol="128/BC-UBND"), "symbol", "BC-UBND"),
        (Envelope(issuer="Sở Nông nghiệp và Môi trường"), "issuer", "Sở Nông nghiệp và Môi trường"),
        (Envelope(issued="2025-09-08"), "issued", "2025-09-08"),
        (Envelope(issued="2025-02-31"), "issued", "2025-09-05"),
        (Envelope(subject="Báo cáo vụ mùa"), "subject", "Báo cáo vụ mùa"),
        (Envelope(recipients=("Sở Tài chính",)), "recipients", ("Sở Tài chính",)),
    ],
)
def test_a_field_that_is_stated_is_taken(stated: Envelope, field: str, value: object) -> None:
    assert getattr(header(stated), field) == value
    assert header(stated).type == "report"


def test_the_signer_keeps_what_the_envelope_does_not_say() -> None:
    signer = header(Envelope(signer="Lê Văn Bình", authority="KT. CHỦ TỊCH")).signer
    assert signer is not None
    assert (signer.name, signer.title, signer.authority) == ("Lê Văn Bình", "CHỦ TỊCH", "KT. CHỦ TỊCH")
