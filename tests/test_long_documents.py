"""A text of a megabyte is read like any other: nothing in it grows faster than its length."""

import pytest

import dondoc

SENTENCE = (
    "Sở Tài chính chủ trì, phối hợp với các sở, ngành, địa phương liên quan rà soát, tổng hợp những vướng mắc trong "
    "quản lý tài sản công tại các đơn vị sự nghiệp sau sắp xếp, tham mưu Ủy ban nhân dân tỉnh xem xét, quyết định theo "
    "thẩm quyền, trong đó lưu ý bảo đảm hoạt động thường xuyên của các đơn vị, không để gián đoạn việc phục vụ người "
    "dân, doanh nghiệp, đồng thời kịp thời báo cáo khó khăn phát sinh để được hướng dẫn, tháo gỡ cho {count} hộ dân."
)
LINE = "Tiếp tục trực ban tại điểm tiếp dân."
FIGURE_EVERY = 20


@pytest.mark.parametrize("joint", [" ", "\n\n"], ids=["one line", "paragraphs"])
def test_a_megabyte_of_sentences(joint: str) -> None:
    count = 1_000_000 // len(SENTENCE.encode())
    text = dondoc.read(joint.join(SENTENCE.format(count=100 + number) for number in range(count)).encode())
    facts = dondoc.extract(text)
    assert [quantity.value for quantity in facts.quantities] == [100 + number for number in range(count)]
    assert text[facts.quantities[-1].span] == f"{99 + count} hộ dân"
    assert dondoc.check(facts) == []


def test_twenty_thousand_short_lines() -> None:
    lines = [LINE if number % FIGURE_EVERY else f"Có {number // FIGURE_EVERY} hộ." for number in range(20_000)]
    facts = dondoc.extract(dondoc.read("\n\n".join(lines).encode()))
    assert len(facts.quantities) == 20_000 // FIGURE_EVERY
    assert facts.quantities[-1].value == len(facts.quantities) - 1


def test_a_sentence_that_never_ends() -> None:
    words = ", ".join(f"thôn {number} có {number} hộ" for number in range(1000, 6000))
    facts = dondoc.extract(dondoc.read(words.encode()))
    assert facts.quantities[-1].value == 5999
