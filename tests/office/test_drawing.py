"""Lines that are drawn at once, without tags: whatever people write is shown as they wrote it, never run."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client

from dondoc.office.accounts.models import User
from dondoc.office.agencies.models import Agency
from dondoc.office.tasks import columns
from dondoc.office.tasks.actions import arranging
from dondoc.office.tasks.actions.arranging import Owed
from dondoc.office.tasks.models import AssignmentRole, Task
from tests.office.office_cast import NOW, TODAY, Cast

SignIn = Callable[[User], Client]
EVIL = "<script>alert('1')</script> & \"x\""
SAFE = "&lt;script&gt;alert(&#x27;1&#x27;)&lt;/script&gt; &amp; &quot;x&quot;"
EVERY = columns.written(tuple(columns.ALL.values()))


@pytest.fixture
def task(cast: Cast) -> Task:
    """Everything about it that people write is made to be run."""
    Agency.objects.filter(pk=cast.health.pk).update(name=EVIL)
    cast.health.refresh_from_db()
    owed = [Owed(AssignmentRole.LEAD, cast.health), Owed(AssignmentRole.COORDINATING, cast.finance)]
    made = arranging.create_task(
        text=EVIL, owed=owed, by=cast.office, now=NOW, deadline=TODAY + timedelta(days=2), product=EVIL
    )
    Task.objects.filter(pk=made.pk).update(
        item=EVIL, deadline_text=EVIL, legal_basis=[EVIL], follower=cast.office, created_at=NOW - timedelta(days=9)
    )
    User.objects.filter(pk=cast.office.pk).update(full_name=EVIL)
    return made


@pytest.mark.parametrize(
    "address",
    [
        f"/nhiem-vu/?cot={EVERY}",
        "/nhiem-vu/bang/?q=script",
        f"/nhiem-vu/lich/?thang={TODAY:%Y-%m}",
        "/nhiem-vu/dong-thoi-gian/",
        "/nhiem-vu/ra-soat/",
        "/tong-quan/",
        "/viec-cua-toi/",
    ],
)
def test_what_people_write_is_never_run(task: Task, cast: Cast, signed_in: SignIn, address: str) -> None:
    for person in (cast.office, cast.owner):
        page = signed_in(person).get(address).content.decode()
        assert "<script>alert" not in page
        assert SAFE[:20] in page, person


def test_only_who_may_change_cells_can_open_them(task: Task, cast: Cast, signed_in: SignIn) -> None:
    opens = f'hx-get="/nhiem-vu/{task.pk}/o/san-pham/"'
    office = signed_in(cast.office).get("/nhiem-vu/").content.decode()
    assert opens.split("/o/")[0] in office
    assert "dd-cell-open" in office
    assert "dd-cell-open" not in signed_in(cast.owner).get("/nhiem-vu/").content.decode()
    arranging.cancel(task=Task.objects.get(pk=task.pk), reason="Trùng", by=cast.office, now=NOW)
    assert "dd-cell-open" not in signed_in(cast.office).get("/nhiem-vu/").content.decode()
