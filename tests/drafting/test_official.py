"""The letter form: who a paper goes to, by whether it is addressed to anybody."""

from datetime import date
from io import BytesIO

import docx
import pytest

from dondoc.drafting.official import Head, Sheet, Signature


def recipients_of(packed: bytes) -> list[str]:
    cell = docx.Document(BytesIO(packed)).tables[-1].rows[0].cells[0]
    return [paragraph.text for paragraph in cell.paragraphs]


@pytest.mark.parametrize(
    ("addressed", "expected"),
    [
        (["Sở Y tế"], ["Nơi nhận:", "- Như trên;", "- Lưu: VT, TH."]),
        ([], ["Nơi nhận:", "- Lưu: VT, TH."]),
    ],
)
def test_as_above_is_said_only_where_somebody_stands_above(addressed: list[str], expected: list[str]) -> None:
    sheet = Sheet()
    sheet.head(Head("UBND TỈNH HẢI LÂM", "VĂN PHÒNG", "BC-VP", "Hải Lâm", date(2026, 11, 2)))
    if addressed:
        sheet.addressed(addressed)
    assert recipients_of(sheet.close(Signature(("Chánh Văn phòng",)), ["Lưu: VT, TH"])) == expected
