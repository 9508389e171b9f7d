"""``dondoc recount``: what is kept beside the records is looked at, and made anew."""

import pytest
from django.db import connection
from typer.testing import CliRunner

from dondoc.cli import app
from dondoc.office.tasks import keeping
from dondoc.office.tasks.models import Audience, Seen, Task
from tests.office.office_cast import NOW
from tests.office.random_office import make_office

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def little_is_many(monkeypatch: pytest.MonkeyPatch) -> None:
    """Audiences are kept of a small office; the database is that of the test, in no folder."""
    monkeypatch.setenv("DATABASE_URL", "that of the test")
    defaults = {**(keeping.keep_audiences.__kwdefaults__ or {}), "many": 0}
    monkeypatch.setattr(keeping.keep_audiences, "__kwdefaults__", defaults)


def recount(*options: str) -> tuple[int, str]:
    result = CliRunner().invoke(app, ["recount", *options])
    return result.exit_code, result.output


def test_what_is_right_is_said_to_be_right_and_stays() -> None:
    make_office(3)
    keeping.keep_audiences(now=NOW, many=0)
    before = set(Audience.objects.values_list("pk", flat=True))
    status, words = recount("--check")
    assert status == 0
    assert f"Chủ trì ghi ở nhiệm vụ: {Task.objects.count()} nhiệm vụ, sai 0." in words
    assert f"Chữ để tìm nhiệm vụ: {Task.objects.count()} nhiệm vụ, sai 0." in words
    assert f"Số đếm nhiệm vụ theo tình trạng và hạn: {Task.objects.count()} nhiệm vụ, sai 0." in words
    assert words.count("Danh sách giữ sẵn") == len(before) > 0
    assert "Tất cả đều đúng." in words
    assert set(Audience.objects.values_list("pk", flat=True)) == before


def test_what_is_wrong_is_counted_and_left_by_a_look_and_mended_without() -> None:
    make_office(3)
    keeping.keep_audiences(now=NOW, many=0)
    rows, number = Seen.objects.count(), Audience.objects.count()
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM tasks_seen WHERE id = (SELECT min(id) FROM tasks_seen)")
        cursor.execute("UPDATE tasks_task SET leads = 7 WHERE id = (SELECT min(id) FROM tasks_task)")
        cursor.execute("INSERT INTO tasks_tally (state, phase, due, many) VALUES ('done', 'done', '2026-01-01', 1)")
    status, words = recount("--check")
    assert (status, Seen.objects.count()) == (1, rows - 1)
    assert words.count("sai 1.") == 3
    assert "Có chỗ sai." in words
    status, words = recount()
    assert status == 0
    assert "Đã sửa chủ trì của 1 nhiệm vụ." in words
    assert "Đã đếm lại nhiệm vụ theo tình trạng và hạn." in words
    assert f"Đã dựng danh sách {number}/{number}." in words
    assert words.endswith("Tất cả đều đúng.\n")
    assert (Seen.objects.count(), Audience.objects.count()) == (rows, number)


def test_an_office_of_few_tasks_keeps_nothing() -> None:
    status, words = recount()
    assert status == 0
    assert "Không có danh sách nào phải giữ sẵn." in words


def test_a_folder_without_an_office_is_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: object) -> None:
    monkeypatch.delenv("DATABASE_URL")
    monkeypatch.setenv("DONDOC_DATA", "")
    status, words = recount("--data", str(tmp_path))
    assert status == 2
    assert words == f"Không có dữ liệu của Đôn Đốc ở {tmp_path}; hãy chỉ đúng thư mục bằng --data.\n"
