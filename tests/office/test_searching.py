"""Words are found by the index as they are found by looking at each row; the index follows what rows say."""

from datetime import timedelta
from random import Random

import pytest
from django.db import connection, transaction
from django.db.models import QuerySet

from dondoc.office import searching
from dondoc.office.documents.models import Document
from dondoc.office.folding import fold
from dondoc.office.tasks import layouts, paging, queries
from dondoc.office.tasks.board import CARDS, board
from dondoc.office.tasks.models import Assignment, Task, Worded
from dondoc.office.tasks.reviewing import review, review_by_document
from tests.office.office_cast import NOW, TODAY, Cast
from tests.office.random_office import make_office

PIECES = ("giường", "bệnh", "đất", "lúa", "12", "ODA", "100%", "a_b", 'ba"bốn', "x", "trường học", "BÁO CÁO")
TYPED = ("giuong", "iuon", "bệnh đất", "ao ca", "1", "12", "0%", "a_b", "a%b", 'a"b', "oda giường", "khong co", "x", "")


def words(dice: Random) -> str:
    return " ".join(dice.choice(PIECES) for _ in range(dice.randint(1, 5)))


@pytest.fixture
def tasks(cast: Cast) -> list[Task]:
    dice = Random(5)
    said = [words(dice) for _ in range(40)]
    return [Task.objects.create(text=each, folded=fold(each), created_at=NOW, changed_at=NOW) for each in said]


def keys(rows: QuerySet[Task]) -> list[int]:
    return sorted(rows.values_list("pk", flat=True))


def true(typed: str) -> list[int]:
    return [task.pk for task in Task.objects.order_by("pk") if all(word in task.folded for word in fold(typed).split())]


@pytest.mark.parametrize("indexed", [True, False])
@pytest.mark.parametrize("typed", TYPED)
def test_every_word_is_held(tasks: list[Task], typed: str, indexed: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    if not indexed:
        monkeypatch.setattr(searching, "has_index", lambda using, table: False)
    assert keys(searching.holding(Task.objects.all(), typed)) == true(typed)


@pytest.mark.parametrize("typed", TYPED)
def test_looking_at_each_row_finds_what_the_index_finds_and_counts(tasks: list[Task], typed: str) -> None:
    table = Task._meta.db_table
    assert keys(Task.objects.filter(searching.looked_for(table, typed))) == true(typed)
    for most in (None, 2):
        if (number := searching.number_by_index("default", table, typed, most)) is not None:
            assert number == (len(true(typed)) if most is None else min(most, len(true(typed))))


@pytest.mark.parametrize("common", [0, 3, 1_000])
@pytest.mark.parametrize("typed", TYPED)
def test_pages_hold_the_same_however_common_the_words_are(
    tasks: list[Task], typed: str, common: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(queries, "COMMON", common)
    for n, task in enumerate(tasks):
        Task.objects.filter(pk=task.pk).update(deadline=TODAY + timedelta(days=n % 7), state="waiting", waiting_for="x")
    found = queries.search(Task.objects.all(), typed)
    for some in (found, found.filter(due__gt=TODAY + timedelta(days=2)), found.filter(state="open")):
        wanted = [task.pk for task in some.order_by("due", "pk")]
        assert queries.number_of(some) == len(wanted)
        for number in (None, len(wanted)):
            assert queries.by_due(some, 0, 4, number=number) == wanted[:4]
        paged = paging.Pages(some, paging.parts(some, None, "", TODAY), Task.objects.all())
        assert (len(paged), [task.pk for task in paged[0:5]]) == (len(wanted), wanted[:5])
        shown = [each for each in board(some, TODAY) if each.number]
        assert sum(each.number for each in shown) == len(wanted)
        assert all(len(each.cards) == min(each.number, CARDS) for each in shown)


@pytest.mark.parametrize("common", [0, 1_000])
@pytest.mark.django_db
@pytest.mark.parametrize("typed", ["giuong", "khong co", "12 bệnh"])
def test_what_holds_words_is_counted_as_it_stands(typed: str, common: int, monkeypatch: pytest.MonkeyPatch) -> None:
    make_office(4)
    dice = Random(3)
    for task in Task.objects.all():
        Task.objects.filter(pk=task.pk).update(folded=fold(words(dice)))
    monkeypatch.setattr(queries, "COMMON", common)
    found, same = queries.search(Task.objects.all(), typed), Task.objects.filter(pk__in=true(typed))
    for some, as_such in (
        (found, same),
        (found.filter(leads=1), same.filter(leads=1)),
        (found.exclude(product=""), same.exclude(product="")),
        (found.filter(due__lt=TODAY), same.filter(due__lt=TODAY)),
    ):
        assert review(some, TODAY) == review(as_such, TODAY)
        for most in (None, 2):
            assert review_by_document(some, TODAY, most) == review_by_document(as_such, TODAY, most)
        assert queries.by_standing(some, TODAY) == queries.by_standing(as_such, TODAY)
        assert board(some, TODAY) == board(as_such, TODAY)
        assert layouts.month(some, TODAY.replace(day=1), TODAY) == layouts.month(as_such, TODAY.replace(day=1), TODAY)
        assert layouts.timeline(some, TODAY) == layouts.timeline(as_such, TODAY)


@pytest.mark.postgresql
def test_postgresql_keeps_the_words_of_tasks_beside_them(tasks: list[Task], cast: Cast) -> None:
    kept = ("folded", "document", "state", "phase", "due", "submitted_on", "leads", "lead_agency", "lead_group")

    def beside() -> dict[int, tuple[object, ...]]:
        return {row[0]: row[1:] for row in Worded.objects.values_list("task", *kept)}

    def said() -> dict[int, tuple[object, ...]]:
        return {row[0]: row[1:] for row in Task.objects.values_list("pk", *kept)}

    assert beside() == said()
    tasks[5].deadline, tasks[5].state, tasks[5].submitted_on = TODAY, "submitted", TODAY
    tasks[5].save()
    Assignment.objects.create(task=tasks[6], role="lead", written="X", agency=cast.health)
    assert (said()[tasks[5].pk][2], said()[tasks[6].pk][6]) == ("submitted", 1)
    assert beside() == said()
    Task.objects.bulk_create([Task(text="Mới", folded="moi", created_at=NOW, changed_at=NOW) for _each in range(3)])
    tasks[0].folded = "khac"
    tasks[0].save()
    Task.objects.filter(pk=tasks[1].pk).update(folded="khac nua")
    tasks[2].delete()
    Task.objects.filter(pk=tasks[3].pk)._raw_delete("default")
    assert beside() == said()
    try:
        with transaction.atomic():
            Task.objects.update(folded="mat")
            raise RuntimeError
    except RuntimeError:
        assert beside() == said()
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("TRUNCATE tasks_task CASCADE")
    assert beside() == said() == {}


def test_the_index_follows_the_rows(tasks: list[Task]) -> None:
    dice = Random(8)
    for round_of in range(12):
        Task.objects.filter(pk__in=[each.pk for each in dice.sample(tasks, 5)]).update(folded=fold(words(dice)))
        Task.objects.create(text="Mới", folded=fold(words(dice)), created_at=NOW, changed_at=NOW)
        if round_of % 3 == 0:
            Task.objects.order_by("?")[0].delete()
        for typed in TYPED:
            assert keys(searching.holding(Task.objects.all(), typed)) == true(typed)


def test_a_document_holds_words_in_its_head_or_its_text(cast: Cast) -> None:
    document = Document.objects.create(
        file="documents/1.txt", original_name="1.txt", sha256="0", size=1, media_type="text/plain",
        uploaded_by=cast.office, uploaded_at=NOW, status_at=NOW, folded="so 12/tb", folded_content="duong ven bien",
    )  # fmt: skip
    assert list(searching.holding(Document.objects.all(), "12/TB đường biển")) == [document]
    assert not searching.holding(Document.objects.all(), "12/TB đường núi")


def take_index_away() -> None:
    searching.before_migrations(plan=["one"])
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("DROP FUNCTION tasks_task_words_follow CASCADE")
            cursor.execute("DROP TABLE tasks_task_words")
        searching.has_index.cache_clear()
    assert not searching.has_index("default", "tasks_task")


def test_migrations_bring_the_index_back(tasks: list[Task]) -> None:
    take_index_away()
    assert keys(searching.holding(Task.objects.all(), "giường")) == true("giường")
    searching.after_migrations()
    assert searching.has_index("default", "tasks_task")
    assert keys(searching.holding(Task.objects.all(), "giường")) == true("giường")


@pytest.mark.parametrize("said", ["folded = 'khac'", "phase = 'done'", "lead_agency_id = 1"])
def test_a_wrong_index_is_seen_and_mended(tasks: list[Task], said: str) -> None:
    assert searching.wrong_rows("tasks_task") == 0
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(f"UPDATE tasks_task_words SET {said} WHERE id = (SELECT min(id) FROM tasks_task)")
        else:
            cursor.execute("INSERT INTO tasks_task_words (rowid, folded) VALUES (999999, 'khac')")
    assert searching.wrong_rows("tasks_task") == 1
    assert searching.mend("tasks_task") == 1
    assert searching.wrong_rows("tasks_task") == searching.mend("tasks_task") == 0
    assert keys(searching.holding(Task.objects.all(), "giường")) == true("giường")


@pytest.mark.postgresql
def test_postgresql_finds_words_by_an_index(tasks: list[Task]) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off; SET LOCAL enable_indexscan = off")
        plan = searching.holding(Task.objects.order_by(), "giường").explain()
    assert "tasks_task_words_folded" in plan


def test_without_the_extension_searching_is_slower_and_that_is_all(
    tasks: list[Task], monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def refuse(*given: object) -> None:
        with connection.cursor() as cursor:
            cursor.execute("CREATE NONSENSE")

    take_index_away()
    monkeypatch.setattr(searching, "_MAKERS", {connection.vendor: refuse})
    searching.after_migrations()
    assert "searching is slower" in caplog.text
    assert keys(searching.holding(Task.objects.all(), "giường")) == true("giường")
    monkeypatch.undo()
    searching.after_migrations()
