"""The lines of many offices, each read alone, as an item, and among others."""

import pytest

from tests.extraction.directive_lines import SILENT, TOLD
from tests.extraction.told import directives_of

HEAD = "THÔNG BÁO\n\nKết luận của Chủ tịch UBND tỉnh\n\nChủ tịch UBND tỉnh kết luận như sau:\n\n"


@pytest.mark.parametrize(("line", "lead", "coordinating", "by"), TOLD, ids=[one[0][:50] for one in TOLD])
def test_a_line_tells(line: str, lead: str, coordinating: str, by: str | None) -> None:
    _, found = directives_of(HEAD + line)
    assert len(found) == 1
    one = found[0]
    assert "; ".join(agency.name for agency in one.lead) == lead
    assert "; ".join(agency.name for agency in one.coordinating) == coordinating
    assert (one.deadline.by.isoformat() if one.deadline and one.deadline.by else None) == by


@pytest.mark.parametrize("line", SILENT, ids=[one[:50] for one in SILENT])
def test_a_line_tells_nobody(line: str) -> None:
    assert directives_of(HEAD + line)[1] == ()


def test_silent_lines_stay_silent_in_a_row() -> None:
    introductions = ("Sau khi nghe", "Trên đây là")
    lines = [line for line in SILENT if not line.startswith(introductions)]
    assert [one.rule for one in directives_of(HEAD + "\n\n".join(lines))[1]] == []


def test_a_task_that_goes_on_in_a_list_gives_its_parts_lead_and_partners() -> None:
    source = f"""{HEAD}1. Sở Y tế:

a) Chủ trì, phối hợp với Sở Tài chính rà soát nhu cầu thuốc của các bệnh viện tuyến huyện, trong đó:

- Ưu tiên thuốc cấp cứu;

- Không mua thuốc sắp hết hạn."""
    text, found = directives_of(source)
    assert [text[one.span].split()[0] for one in found] == ["Chủ", "Ưu", "Không"]
    assert {tuple(agency.name for agency in one.lead) for one in found} == {("Sở Y tế",)}
    assert {tuple(agency.name for agency in one.coordinating) for one in found} == {("Sở Tài chính",)}


def test_agencies_joined_by_a_semicolon_are_told_together() -> None:
    _, found = directives_of(f"{HEAD}Yêu cầu Sở Y tế; UBND các xã, phường khẩn trương báo cáo kết quả.")
    assert [[agency.name for agency in one.lead] for one in found] == [["Sở Y tế", "UBND các xã, phường"]]


def test_a_sentence_beyond_all_measure_is_still_read() -> None:
    line = "Giao Sở Y tế rà soát " + "các trạm y tế xã, " * 3000 + "báo cáo trước ngày 30/4/2024."
    _, found = directives_of(HEAD + line)
    assert len(line) > 20_000
    assert [[agency.name for agency in one.lead] for one in found] == [["Sở Y tế"]]


def test_a_date_at_the_end_of_an_item_ends_there() -> None:
    _, found = directives_of(f"{HEAD}1. Giao Sở Y tế báo cáo trước ngày 20/10.\n\n2. Giao Sở Nội vụ rà soát biên chế.")
    assert [one.deadline.by.isoformat() if one.deadline and one.deadline.by else None for one in found] == [
        "2024-10-19",
        None,
    ]
