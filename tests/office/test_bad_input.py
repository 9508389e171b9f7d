"""What people type wrong is told beside the field, in plain words, and nothing typed is lost."""

from collections.abc import Callable

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from dondoc.office.accounts.models import User
from dondoc.office.agencies.models import Agency
from dondoc.office.refusal import Refusal
from dondoc.office.tasks.actions import arranging, talking
from dondoc.office.tasks.actions.arranging import Owed
from dondoc.office.tasks.models import AssignmentRole, Recurrence, Task
from tests.office.office_cast import NOW, TODAY, Cast

SignIn = Callable[[User], Client]
NO_SUCH_DAY = "Không có ngày này; hãy gõ ngày/tháng/năm, ví dụ 31/12/2026."
YEAR = "Năm từ 2000 đến 2100; hãy xem lại năm đã gõ."
EMPTY = "Ô này còn trống; hãy điền."
LONG = "Dài quá 5000 ký tự (đang có 5001); hãy viết gọn lại."
PAST = "đã qua; hãy ghi từ hôm nay trở đi"
pytestmark = pytest.mark.django_db


@pytest.fixture
def task(cast: Cast) -> Task:
    owed = [Owed(AssignmentRole.LEAD, cast.health)]
    return arranging.create_task(text="Rà soát", owed=owed, by=cast.office, now=NOW, deadline=TODAY, product="Báo cáo")


def sent(client: Client, address: str, **values: str) -> tuple[int, str]:
    with time_machine.travel(NOW, tick=False):
        page = client.post(address, values)
    return page.status_code, page.content.decode()


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"text": ""}, EMPTY),
        ({"text": "x" * 5001}, LONG),
        ({"text": "Việc", "deadline": "31/02/2026"}, NO_SUCH_DAY),
        ({"text": "Việc", "deadline": "mai"}, NO_SUCH_DAY),
        ({"text": "Việc", "deadline": "01/01/1970"}, YEAR),
        ({"text": "Việc", "deadline": "30/11/2206"}, YEAR),
        ({"text": "Việc", "recurrence": "weekly", "recurs_on": "9"}, "từ 1 (thứ Hai) đến 7 (Chủ nhật)"),
        ({"text": "Việc", "recurrence": "monthly", "recurs_on": "32"}, "Hãy ghi một số nguyên từ 1 đến 31."),
        ({"text": "Việc", "recurrence": "monthly"}, "Hãy ghi ngày lặp lại, hoặc ghi hạn của lần đầu."),
        ({"text": "Việc", "recurrence": "hourly"}, "Không có lựa chọn này; hãy chọn trong danh sách."),
        ({"text": "Việc\x00"}, "Có ký tự không đọc được; hãy xóa đi rồi gõ lại."),
    ],
)
def test_a_new_task(values: dict[str, str], words: str, cast: Cast, signed_in: SignIn) -> None:
    status, page = sent(signed_in(cast.office), reverse("tasks:new"), **values)
    assert status == 422
    assert words in page
    assert not Task.objects.exists()
    assert all(value in page for name, value in values.items() if name in ("text", "deadline") and value.isprintable())


def test_a_new_task_that_comes_back_by_the_day_of_its_deadline(cast: Cast, signed_in: SignIn) -> None:
    office, address = signed_in(cast.office), reverse("tasks:new")
    for every, deadline, on in (("weekly", "13/11/2026", 5), ("monthly", "30/11/2026", 30), ("yearly", "", 7)):
        values = {"text": "Báo cáo 🦟 <b>đậm</b>", "deadline": deadline, "recurrence": every}
        status, _page = sent(office, address, **values, recurs_on="" if deadline else "7")
        made = Task.objects.latest("pk")
        assert (status, made.recurrence, made.recurs_on) == (302, Recurrence(every), on)
    assert "Báo cáo 🦟 &lt;b&gt;đậm&lt;/b&gt;" in office.get(reverse("tasks:show", args=[made.pk])).content.decode()


def test_a_deadline_that_has_passed_is_taken_and_told(cast: Cast, signed_in: SignIn) -> None:
    client = signed_in(cast.office)
    with time_machine.travel(NOW, tick=False):
        page = client.post(reverse("tasks:new"), {"text": "Việc", "deadline": "01/11/2026"}, follow=True)
    assert "Hạn 01/11/2026 đã qua nên nhiệm vụ quá hạn ngay; ghi nhầm thì bấm Sửa." in page.content.decode()


@pytest.mark.parametrize(
    ("who", "act", "values", "words"),
    [
        ("owner", "bao-cao", {"text": "x" * 5001}, LONG),
        ("owner", "bao-cao", {"text": "x", "share": "150"}, "Hãy ghi một số nguyên từ 0 đến 100."),
        ("owner", "minh-chung", {"number": "1/BC"}, "Hãy ghi ngày của văn bản."),
        ("owner", "minh-chung", {"number": "1/BC", "day": "01/01/1970"}, YEAR),
        ("owner", "minh-chung", {"number": "1/BC", "day": "11/11/2026"}, "ở tương lai"),
        ("owner", "xin-gia-han", {"wanted": "01/11/2026", "reason": "Mưa"}, "phải sau hạn hiện tại 10/11/2026"),
        ("owner", "xin-gia-han", {"wanted": "31/12/9999", "reason": "Mưa"}, YEAR),
        ("leader", "chi-dao", {"text": "Gấp", "reply_due": "09/11/2026"}, PAST),
        ("office", "cho", {"waiting_for": "Luật", "look_again": "09/11/2026"}, PAST),
        ("office", "sua", {"text": "Rà soát", "deadline": "12/11/2026"}, "hãy ghi lý do sửa"),
        ("office", "giao-lai", {"lead": "Sở Y tế"}, "Vẫn là những cơ quan đang được giao"),
        ("office", "dung", {"reason": " "}, EMPTY),
    ],
)
def test_an_act(
    who: str, act: str, values: dict[str, str], words: str, task: Task, cast: Cast, signed_in: SignIn
) -> None:
    client = signed_in(getattr(cast, who))
    status, page = sent(client, reverse("tasks:act", args=[task.pk, act]), **values)
    assert status in (409, 422)
    assert words in page
    task.refresh_from_db()
    assert (task.state, task.deadline) == ("open", TODAY)


def test_filters_of_lists(cast: Cast, signed_in: SignIn) -> None:
    office = signed_in(cast.office)
    for address, words in (
        ("/nhiem-vu/?tu=31/02/2026", NO_SUCH_DAY),
        ("/co-quan/?ngay=32/13/2026", NO_SUCH_DAY),
        ("/nhiem-vu/?tinh-trang=la", "Không có lựa chọn này"),
        ("/nhiem-vu/?q=%00", "Có ký tự không đọc được"),
        ("/nhiem-vu/?q=" + "x" * 300, "Dài quá 200 ký tự (đang có 300)"),
    ):
        page = office.get(address)
        assert page.status_code == 200
        assert words in page.content.decode(), address


def test_an_agency_does_not_end_before_the_office_began(cast: Cast, signed_in: SignIn) -> None:
    address = reverse("agencies:end", args=[cast.health.pk])
    assert YEAR in sent(signed_in(cast.admin), address, last_day="01/01/1970")[1]
    assert Agency.objects.get(pk=cast.health.pk).valid_to is None


def test_the_whole_ends_no_sooner_than_its_parts(task: Task, cast: Cast) -> None:
    whole = arranging.create_task(text="Lớn", owed=[], by=cast.office, now=NOW, deadline=TODAY.replace(day=30))
    part = arranging.create_task(
        text="Con", owed=[], by=cast.office, now=NOW, parent=whole, deadline=TODAY.replace(day=25)
    )
    with pytest.raises(Refusal, match="nhiệm vụ con đến hạn 25/11/2026"):
        arranging.edit(task=whole, deadline=TODAY.replace(day=20), reason="Gấp", by=cast.office, now=NOW)
    arranging.cancel(task=part, reason="Trùng", by=cast.office, now=NOW)
    arranging.edit(task=whole, deadline=TODAY.replace(day=20), reason="Gấp", by=cast.office, now=NOW)
    talking.instruct(task=whole, text="Gấp", reply_due=TODAY, by=cast.leader, now=NOW)
