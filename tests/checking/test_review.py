"""The review as a whole: true spans on any text, no place told twice, work that grows with the length and no faster."""

import inspect
import json
import re
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import dondoc.checking.across
import dondoc.checking.figures
import dondoc.checking.form
import dondoc.checking.times
import dondoc.checking.worded
from dondoc.checking import check
from dondoc.checking.catalogue import UnknownRuleError, catalogue, choose
from dondoc.checking.review import coverage, review
from dondoc.extraction import extract
from dondoc.reading.plain import read_plain
from tests.checking.found_lines import ALL, read

ROOT = Path(__file__).parents[2]
GUIDE = ROOT / "docs/huong-dan/quy-tac-soat.md"
PIECES = st.lists(
    st.sampled_from(
        [
            "Thu ngân sách đạt ", "1.250 tỷ đồng", "82,5%", "05 nhiệm vụ sau:\n", "\n1. ", "\n\n", " tăng ", "(-3 vụ)",
            "ngày 31/02/2026", "thứ Hai, ngày 21/11/2023", "lúc 25 giờ", " xếp thứ 35/34 tỉnh",
            "trong đó ", "; ", "/", ", ",
            "Số: 5/tb-ubnd", "Quyết định số 12/QĐ UBND", " ngày 05/3/2021", "Sở GTVT", "chiếm 118%",
            " bình quân 5 triệu đồng/hộ",
            "BÁO CÁO tháng 11/2023\n", "Trong tháng 10", "từ ngày 20/5/2025 đến ngày 15/5/2025", "²", "đ\u0309", "\x0b",
        ]
    ),
    max_size=40,
)  # fmt: skip


@given(PIECES.map("".join) | st.text(max_size=200))
@settings(max_examples=150)
def test_any_text_gives_true_spans_and_no_place_twice(source: str) -> None:
    facts, findings = read(source)
    length = len(facts.text.content)
    for one in findings:
        assert one.rule in catalogue()
        assert one.message
        for span in (one.span, *one.related):
            assert 0 <= span.start <= span.end <= length
    assert len({one.cause for one in findings}) == len(findings)
    assert [one.span for one in findings] == sorted(one.span for one in findings)


def calls(source: str) -> int:
    """How many function calls checks and review of ``source`` take."""
    facts = extract(read_plain(source))
    count = 0

    def counted(frame: object, event: str, argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(counted)
    try:
        review(facts, check(facts), rules=ALL)
    finally:
        sys.setprofile(None)
    return count


LINES = (
    "Thu ngân sách đạt 1.250 tỷ đồng/2.500 tỷ đồng, đạt 51% kế hoạch. Trong tháng 10, họp thứ Hai, ngày 21/11/2023.\n\n"
    "1. Thực hiện 03 nhiệm vụ sau:\n\na) Sở GTVT rà soát Quyết định số 12/QĐ UBND.\n\nb) Thu 12.5% phí.\n\n"
)


@pytest.mark.parametrize(
    "lines", [LINES, LINES.replace("\n\n", " "), "1.234.567 tỷ đồng thu ngân sách địa bàn huyện. "]
)
def test_work_grows_no_faster_than_the_length(lines: str) -> None:
    calls(lines)
    short, long = calls(lines * 40), calls(lines * 80)
    assert long < 2.6 * short


def test_rules_can_be_chosen() -> None:
    assert choose(("SL1",)) == {code for code in catalogue() if code.startswith("SL1")}
    assert "TT209" not in choose()
    assert "TT209" in choose(("TT209",))
    assert "TT209" not in choose(("TT",))
    assert choose(("ALL",)) == set(catalogue())
    assert not choose(("SL101",), ("SL",))
    assert "SL205" not in choose((), ("sl205",))
    with pytest.raises(UnknownRuleError, match="XY9"):
        choose(("XY9",))


def test_only_chosen_rules_speak() -> None:
    facts, _ = read("Bảo hiểm y tế đạt 94,8%% dân số; chiếm 118,5% tổng số.")
    assert {one.rule for one in review(facts, [], rules=choose(("SL207",)))} == {"SL207"}


def test_coverage_counts_figures_that_took_part() -> None:
    facts = extract(read_plain("Giải ngân 4.521 tỷ đồng/7.800 tỷ đồng, đạt 57,96%. Trồng 120 ha rừng."))
    assert coverage(facts, check(facts)) == (3, 4)


def test_every_rule_is_documented_and_every_code_is_used() -> None:
    modules = [
        module
        for package in (
            dondoc.checking.figures,
            dondoc.checking.times,
            dondoc.checking.form,
            dondoc.checking.worded,
            dondoc.checking.across,
        )
        for module in vars(package).values()
        if inspect.ismodule(module) and hasattr(module, "find")
    ]
    assert all({"Finds", "Leaves"} <= set((module.__doc__ or "").split()) for module in modules)
    sources = [inspect.getsource(module) for module in modules]
    sources.append((ROOT / "src/dondoc/checking/causes.py").read_text(encoding="utf-8"))
    sources.append((ROOT / "src/dondoc/lexicon/ceased.py").read_text(encoding="utf-8"))
    used = set(re.findall(r'"((?:SL|TG|TT|VB|CQ|NV|LV)\d{3})"', "\n".join(sources)))
    assert used == set(catalogue())
    guide = GUIDE.read_text(encoding="utf-8")
    for code, rule in catalogue().items():
        assert f"| {code} | {rule.name} |" in guide


def test_the_guide_lists_no_rule_that_is_gone() -> None:
    listed = re.findall(r"^\| ([A-Z]{2}\d{3}) \|", GUIDE.read_text(encoding="utf-8"), flags=re.MULTILINE)
    assert listed == list(catalogue())
    assert json.dumps(listed)
