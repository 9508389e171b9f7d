"""The JSON of the annotation guide: places in the source, numbers, nulls."""

import json
from datetime import date
from decimal import Decimal

from dondoc.extraction import extract
from dondoc.facts import AgencyMention, Check, Deadline, Directive, Event, Evidence, Facts, Header, Quantity, Signer
from dondoc.interchange import facts_to_json
from dondoc.reading.plain import read_plain
from dondoc.text import Span

SOURCE = "Sở Tài chính thu 1.097 tỷ đồng\r\ntrước ngày 30/6."


def _facts() -> Facts:
    text = read_plain(SOURCE)
    agency = AgencyMention(Span(0, 12), "Sở Tài chính", "Sở Tài chính", "department", False, "name")
    deadline = Deadline(Span(31, 46), date(2024, 6, 29), "deadline.before")
    return Facts(
        text=text,
        header=Header(
            type="report",
            issued="2024-03",
            event=Event("Hội nghị", None),
            signer=Signer("Nguyễn A", "CHỦ TỊCH", None),
            recipients=("VT",),
        ),
        directives=(
            Directive("d1", Span(0, 47), "1", (agency,), (), deadline, (), ("q1",), "directive.subject",
                      evidence=(Evidence("lead", "lead.subject", Span(0, 12)), Evidence("note", "none"))),
        ),
        quantities=(
            Quantity("q1", Span(17, 30), Decimal("1097000000000"), "đồng", Decimal("5E8"), "thu", "2024", "plan",
                     None, None, None, False, "quantity.money"),
            Quantity("q2", Span(17, 22), Decimal("62.8"), "%", Decimal("0.05"), None, None, "rate",
                     None, None, "over", True, "quantity.rate"),
            Quantity("q3", Span(17, 22), None, None, Decimal(0), None, None, "count", None, None, None, False, "x"),
        ),
    )  # fmt: skip


def test_offsets_point_into_the_source() -> None:
    record = facts_to_json(_facts())
    directive = record["directives"][0]  # type: ignore[index]
    assert SOURCE[directive["start"] : directive["end"]].startswith("Sở Tài chính thu")
    assert directive["end"] == len(SOURCE)
    assert directive["deadline"]["by"] == "2024-06-29"
    assert SOURCE[directive["deadline"]["start"] : directive["deadline"]["end"]] == "trước ngày 30/6"


def test_fields_are_those_of_the_guide() -> None:
    record = facts_to_json(_facts())
    assert list(record) == ["document", "directives", "quantities", "checks", "warnings"]
    directive = record["directives"][0]  # type: ignore[index]
    assert directive["lead"] == ["Sở Tài chính"]
    assert directive["coordinating"] == []
    assert directive["targets"] == ["q1"]
    assert directive["product"] is None
    assert directive["evidence"][0]["quote"] == "Sở Tài chính"
    assert "quote" not in directive["evidence"][1]
    document = record["document"]
    assert document["event"] == {"name": "Hội nghị", "date": None}  # type: ignore[index]
    assert document["signer"]["name"] == "Nguyễn A"  # type: ignore[index]
    assert document["chair"] is None  # type: ignore[index]


def test_whole_amounts_are_integers_and_unreadable_ones_null() -> None:
    values = [one["value"] for one in facts_to_json(_facts())["quantities"]]  # type: ignore[attr-defined]
    assert values == [1097000000000, 62.8, None]
    assert isinstance(values[0], int)


def test_checks_carry_ids_verdict_and_reason() -> None:
    check = Check(
        "c1", "ratio", ("q1", "q2"), "q3", Decimal("118.5"), Decimal("118"), "inconsistent", "r", "711/600", None
    )
    record = facts_to_json(_facts(), [check])["checks"][0]  # type: ignore[index]
    assert record == {
        "id": "c1", "kind": "ratio", "args": ["q1", "q2"], "result": "q3", "computed": 118.5, "stated": 118,
        "verdict": "inconsistent", "rule": "r", "reason": "711/600", "repair": None,
    }  # fmt: skip


def test_a_document_goes_to_json_and_back() -> None:
    source = """THÔNG BÁO

Kết luận của Chủ tịch UBND tỉnh

Chủ tịch UBND tỉnh kết luận như sau:

1. Sở Tài chính phấn đấu thu 12.500 tỷ đồng, hoàn thành trước ngày 30/11/2024.

2. Sở Y tế rà soát 12 trạm y tế."""
    record = json.loads(json.dumps(facts_to_json(extract(read_plain(source))), ensure_ascii=False))
    assert [one["lead"] for one in record["directives"]] == [["Sở Tài chính"], ["Sở Y tế"]]
    for kind in ("directives", "quantities"):
        for one in record[kind]:
            assert source[one["start"] : one["end"]] == one["text"]
    planned = {one["id"] for one in record["quantities"] if one["role"] == "plan"}
    assert set(record["directives"][0]["targets"]) <= planned


def test_an_empty_text_gives_empty_facts() -> None:
    record = facts_to_json(extract(read_plain("")))
    assert record["directives"] == record["quantities"] == record["checks"] == []


def test_places_that_one_head_names_in_a_row_stand_as_written() -> None:
    source = "THÔNG BÁO\n\nKết luận của Chủ tịch UBND tỉnh\n\nChủ tịch UBND tỉnh kết luận như sau:\n\n"
    line = "1. UBND các huyện Mộc An, Tân Khê và Lam Khê kiểm đếm trước ngày 30/10/2025.\n\n"
    apart = "2. UBND các huyện: Mộc An, Tân Khê, Lam Khê rà soát hộ nghèo."
    record = json.loads(json.dumps(facts_to_json(extract(read_plain(source + line + apart)))))
    assert [one["lead"] for one in record["directives"]] == [
        ["UBND các huyện Mộc An, Tân Khê và Lam Khê"],
        ["UBND huyện Mộc An", "UBND huyện Tân Khê", "UBND huyện Lam Khê"],
    ]
