"""Form and wording: the head, the recipients, the signature, citations, agencies, tasks, the sheet."""

from dataclasses import replace

import pytest

from dondoc.checking.catalogue import choose
from dondoc.checking.paper import Paper
from dondoc.checking.review import review
from tests.checking.found_lines import found, read

HEAD = """UBND TỈNH THUẬN GIANG

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM

Độc lập - Tự do - Hạnh phúc

Số: 05/TB-UBND

Thuận Giang, ngày 05 tháng 9 năm 2025

THÔNG BÁO

Kết luận của Chủ tịch UBND tỉnh tại phiên họp thường kỳ

{}

KT. CHỦ TỊCH

PHÓ CHỦ TỊCH

Nguyễn Văn An

Nơi nhận:

- Sở Tài chính;

- Lưu: VT, TH.
"""
HEADS = [
    ("TT201", "Số: 05/TB-UBND", "Số: [5]/TB-UBND"),
    ("TT201", "Số: 05/TB-UBND", "Số: 05/[tb-ubnd]"),
    ("TT201", "Số: 05/TB-UBND", "Số: 15/[TB - UBND]"),
    ("TT201", "Số: 05/TB-UBND", "Số: 05/[BC-UBND]"),
    ("TT201", "Số: 05/TB-UBND", "Số: 05/[UBND-TB]"),
    ("TT202", "ngày 05 tháng 9", "ngày [5] tháng 9"),
    ("TT202", "ngày 05 tháng 9", "ngày 05 tháng [09]"),
    ("TT202", "ngày 05 tháng 9", "ngày 05 tháng [2]"),
    ("TT206", "Độc lập - Tự do - Hạnh phúc", "[Độc lập – Tự do – Hạnh phúc]"),
    ("TT206", "Độc lập - Tự do - Hạnh phúc", "[Độc Lập - Tự Do - Hạnh Phúc]"),
    ("TT203", "Nơi nhận:\n\n- Sở Tài chính;\n\n- Lưu: VT, TH.", "[Nơi nhận:]\n\n- Sở Tài chính;\n\n- Sở Nội vụ."),
]
FOUND = [
    ("VB301", "Thực hiện Quyết định số [12/QĐ UBND] ngày 05/3/2025 của UBND tỉnh."),
    ("VB301", "Căn cứ Nghị định số [30/2020/ND-CP] ngày 05/3/2020 của Chính phủ."),
    ("VB301", "Theo Công văn số [1212 /UBND-TH] của UBND tỉnh."),
    ("VB301", "Theo Quyết định số [12/QĐ - UBND] của UBND tỉnh."),
    ("VB301", "Thực hiện Nghị quyết số [35 NQ/HĐND] ngày 19/7/2025 của HĐND tỉnh."),
    ("VB301", "Theo Quyết định số [12-QĐ/UBND] ngày 05/3/2025 của UBND tỉnh."),
    ("VB303", "Thực hiện Thông báo số [12/QĐ-UBND] của UBND tỉnh."),
    ("VB302", "(Kèm theo Thông báo số [15/TB-UBND] ngày 05/9/2025 của UBND tỉnh)"),
    ("VB302", "(Ban hành kèm theo Thông báo số [05/TB-UBND] ngày 09/5/2025 của UBND tỉnh)"),
    (
        "VB302",
        "Quyết định số 123/QĐ-UBND ngày 05/3/2025 giao kế hoạch; theo [Quyết định số 123/QĐ-UBND] ngày 03/5/2025.",
    ),
    ("VB302", "Thực hiện Nghị quyết số 68/NQ-CP; theo [Nghị định số 68/NQ-CP] thì rà soát lại."),
    ("VB304", "Căn cứ Nghị định số 30/2020/NĐ-CP ngày [05/3/2021] của Chính phủ."),
    ("VB304", "Thực hiện Kế hoạch số 45/KH-UBND ngày [20/10/2025] của UBND tỉnh."),
    ("CQ401", "Giao [Sở Kế hoạch và Đầu tư] tổng hợp trình UBND tỉnh."),
    ("CQ401", "Đề nghị [Sở GTVT] kiểm tra tuyến tránh."),
    ("CQ402", "Yêu cầu [UBND các huyện] rà soát hộ nghèo."),
    ("CQ403", "Phối hợp với [tỉnh Trà Vinh] tổ chức hội chợ."),
    ("NV502", "Giao Sở Tài chính báo cáo [trước ngày 15/8/2025]."),
    ("NV501", "[Giao Sở Tài chính tham mưu phân bổ vốn dự phòng.]"),
    ("TT205", "1. Sở Tài chính rà soát nợ.\n\n2. Sở Nội vụ rà soát biên chế.\n\n[4. ]Sở Y tế rà soát trạm xá."),
    ("TT205", "a) Thu ngân sách.\n\nb) Chi ngân sách.\n\nc) Nợ thuế.\n\nd) Vốn vay.\n\n[e) ]Tín dụng."),
]
LEFT_ALONE = [
    ("VB301", "Thực hiện Nghị quyết số 68/NQ-CP, Kế hoạch số 15-KH/TU, Chỉ thị số 09/CT-TTg, Tờ trình số 12/TTr-SXD."),
    ("VB301", "Thực hiện Nghị quyết số 12-NQ/TU của Tỉnh ủy; năm 2025 CT/UBND giao 15 KH."),
    ("VB302", "(Kèm theo Thông báo số 05/TB-UBND ngày 05/9/2025 của UBND tỉnh)"),
    ("VB302", "Biểu kèm theo Công văn số 15/UBND-TH ngày 05/3/2025, Thông báo số     /TB-UBND ngày    /9/2025."),
    ("VB303", "Thực hiện Tờ trình số 12/TTr-SXD và Công văn số 12/UBND-TH, Kế hoạch số 45/KH-UBND."),
    ("VB302", "Quyết định số 123/QĐ-UBND ngày 05/3/2025; theo Quyết định số 123/QĐ-UBND thì giao vốn."),
    ("VB302", "Quyết định số 12/QĐ-UBND ngày 05/3/2024; theo Quyết định số 12/QĐ-UBND ngày 11/2/2025."),
    ("VB304", "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ."),
    ("CQ401", "Sở Tài chính tiếp nhận hồ sơ của Sở Kế hoạch và Đầu tư trước đây; Sở Xây dựng quản lý đường bộ."),
    ("CQ401", "Theo Thông tư số 12/2019/TT-BKHĐT của Bộ Kế hoạch và Đầu tư."),
    ("CQ402", "UBND các xã, phường rà soát; tài sản của UBND huyện cũ bàn giao cho xã."),
    ("NV502", "Giao Sở Tài chính báo cáo trước ngày 15/10/2025; xử lý nợ đọng năm 2024."),
    ("NV501", "1. Sở Tài chính tham mưu phân bổ vốn dự phòng trước ngày 15/10/2025."),
    (
        "TT205",
        "1. Sở Tài chính rà soát nợ.\n\n2. Sở Nội vụ rà soát biên chế.\n\n1. Thu ngân sách.\n\n2. Chi ngân sách.",
    ),
    ("TT205", "a) Thu ngân sách.\n\nb) Chi ngân sách.\n\nc) Nợ thuế.\n\nd) Vốn vay.\n\nđ) Tín dụng.\n\ne) Thuế."),
    ("TT201", "Theo văn bản số 5/tb-ubnd của UBND tỉnh."),
    ("VB303", "Theo Tờ trình số 14886/CT-THNVDT của Cục Thuế và Tờ trình số 12/TT-UBND."),
]


@pytest.mark.parametrize(("rule", "right", "wrong"), HEADS)
def test_head_and_foot(rule: str, right: str, wrong: str) -> None:
    words, expected = found(wrong, rule, HEAD.replace(right, "{}", 1).replace("{}\n\nKT.", "KT."))
    assert words == expected


@pytest.mark.parametrize(("rule", "line"), FOUND)
def test_found(rule: str, line: str) -> None:
    words, expected = found(line, rule, HEAD)
    assert words == expected


@pytest.mark.parametrize(("rule", "line"), LEFT_ALONE)
def test_left_alone(rule: str, line: str) -> None:
    assert found(line, rule, HEAD) == ([], [])


def test_a_right_document_has_no_findings() -> None:
    _, findings = read(HEAD.format("1. Sở Tài chính tham mưu phân bổ vốn dự phòng trước ngày 15/10/2025."))
    assert [one for one in findings if one.rule not in ("TT209",)] == []


def test_the_agency_is_named_with_its_successor_and_only_once() -> None:
    _, findings = read(HEAD.format("Giao Sở GTVT chủ trì. Sở Giao thông vận tải báo cáo. Sở GTVT kiểm tra."))
    ceased = [one for one in findings if one.rule == "CQ401"]
    assert [one.mend for one in ceased] == ["sửa thành Sở Xây dựng"]
    assert "01/03/2025" in ceased[0].message


def test_before_the_merger_nothing_is_wrong() -> None:
    before = HEAD.replace("năm 2025", "năm 2024")
    assert found("Giao Sở Kế hoạch và Đầu tư, UBND các huyện rà soát.", "CQ401", before) == ([], [])
    assert found("Giao Sở Kế hoạch và Đầu tư, UBND các huyện rà soát.", "CQ402", before) == ([], [])


def test_a_deputy_signs_for_somebody() -> None:
    words, _ = found("", "TT204", HEAD.replace("PHÓ CHỦ TỊCH", "CHỦ TỊCH"))
    assert len(words) == 1


GOOD = Paper(210, 297, 20, 20, 30, 20, (("Times New Roman", 1.0),), ((14.0, 0.9),))


@pytest.mark.parametrize(
    ("paper", "rules"),
    [
        (GOOD, []),
        (replace(GOOD, width=297, height=210), ["TT207"]),
        (replace(GOOD, left=20), ["TT207"]),
        (replace(GOOD, left=20, right=25), ["TT207"]),
        (replace(GOOD, fonts=(("Arial", 0.8),)), ["TT208"]),
        (replace(GOOD, sizes=((12.0, 0.9),)), ["TT208"]),
        (replace(GOOD, sizes=((12.0, 0.3), (14.0, 0.3)), left=30.5), []),
        (Paper(), []),
    ],
)
def test_the_sheet(paper: Paper, rules: list[str]) -> None:
    facts, _ = read(HEAD)
    assert sorted({one.rule for one in review(facts, [], paper, choose(("TT207", "TT208")))}) == rules
