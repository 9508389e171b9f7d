"""How fast the pages of a full office answer: many tasks, agencies and people in a database of its own.

    python -m benchmarks.office [--tasks 20000] [--agencies 400] [--people 2000] [--asked 20]

Prints the median and the 95th percentile of each page, and its size. ``DATABASE_URL`` chooses the
database; by default a SQLite file in a folder that is gone afterwards.
"""

import argparse
import logging
import os
import random
import statistics
import tempfile
import time
from datetime import date, datetime, timedelta
from pathlib import Path

PAGES = (
    "/viec-cua-toi/",
    "/tong-quan/",
    "/nhiem-vu/",
    "/nhiem-vu/?tinh-trang=qua-han",
    "/nhiem-vu/?q=giuong+benh",
    "/nhiem-vu/bang/",
    "/nhiem-vu/lich/",
    "/nhiem-vu/dong-thoi-gian/",
    "/nhiem-vu/ra-soat/",
    "/thong-bao/",
    "/thong-bao/don-doc/",
    "/van-ban/",
    "/chi-tieu/",
)
OBJECTS = ("giường bệnh", "bãi rác", "đường ven biển", "nhà ở xã hội", "vốn ODA", "đê bao", "tàu cá", "học bạ số")


def fill(tasks: int, agencies: int, people: int) -> None:
    """Departments and communes, focal people, tasks of the last year with a lead and two that help."""
    from django.utils import timezone

    from dondoc.office.accounts.models import Role, User
    from dondoc.office.agencies.models import Agency
    from dondoc.office.tasks.models import Assignment, AssignmentRole, Task, TaskState

    dice = random.Random(7)  # noqa: S311 - the same office every time
    made = []
    for number in range(agencies):
        agency = Agency(code=f"c{number}", name=f"Cơ quan {number}", kind="department", level="province")
        agency.clean_keys()
        made.append(agency)
    Agency.objects.bulk_create(made, batch_size=500)
    User.objects.bulk_create(
        [
            User(username=f"n{number}", full_name=f"Người {number}", role=Role.FOCAL, agency=made[number % agencies])
            for number in range(people)
        ],
        batch_size=500,
    )
    clerk = User.objects.create(username="thu", full_name="Nguyễn Thu", role=Role.OFFICE)
    now: datetime = timezone.now()
    today: date = timezone.localdate()
    states = [TaskState.OPEN] * 5 + [TaskState.SUBMITTED] + [TaskState.DONE] * 4
    for start in range(0, tasks, 5000):
        batch = []
        for number in range(start, min(tasks, start + 5000)):
            state = dice.choice(states)
            deadline = today + timedelta(days=dice.randint(-300, 90)) if dice.random() < 0.9 else None
            finished = (deadline or today) + timedelta(days=dice.randint(-20, 10)) if state == TaskState.DONE else None
            thing = dice.choice(OBJECTS)
            batch.append(
                Task(
                    text=f"Rà soát {thing} số {number}",
                    folded=f"ra soat {number} {thing}",
                    state=state,
                    deadline=deadline,
                    first_deadline=deadline,
                    product="Báo cáo",
                    created_at=now,
                    changed_at=now,
                    follower=clerk,
                    finished_on=finished,
                    submitted_on=today - timedelta(days=dice.randint(0, 9)) if state != "open" else None,
                )
            )
        Task.objects.bulk_create(batch, batch_size=500)
        rows = []
        for task in batch:
            for position, agency in enumerate(dice.sample(made, 3)):
                role = AssignmentRole.COORDINATING if position else AssignmentRole.LEAD
                rows.append(Assignment(task=task, role=role, written=agency.name, agency=agency, position=position))
        Assignment.objects.bulk_create(rows, batch_size=500)


def ask(username: str, times: int) -> None:
    """Print how each page answers ``username``."""
    from django.test import Client

    from dondoc.office.accounts.models import User

    client = Client()
    client.force_login(User.objects.get(username=username))
    for page in PAGES:
        first = client.get(page)
        if first.status_code != 200:
            continue
        spent = []
        for _ in range(times):
            begun = time.perf_counter()
            client.get(page)
            spent.append((time.perf_counter() - begun) * 1000)
        spent.sort()
        late = spent[max(0, int(len(spent) * 0.95) - 1)]
        size = len(first.content) / 1024
        print(
            f"{username:6} {page:34} {first.status_code}  median {statistics.median(spent):7.1f} ms  p95 {late:7.1f} ms"
            f"  {size:6.0f} KB",
            flush=True,
        )


def main() -> None:
    """Fill an office, ask as the office and as an agency, and time the morning's round of reminders."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name, default in (("tasks", 20_000), ("agencies", 400), ("people", 2_000), ("asked", 20)):
        parser.add_argument(f"--{name}", type=int, default=default)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        os.environ.setdefault("DONDOC_DATA", str(Path(folder)))
        os.environ["DJANGO_SETTINGS_MODULE"] = "dondoc.office.settings"
        os.environ.setdefault("DONDOC_HOSTS", "testserver")
        import django

        django.setup()
        logging.disable(logging.WARNING)
        from django.core.management import call_command
        from django.utils import timezone

        from dondoc.office.reminders.rounds import remind

        call_command("migrate", verbosity=0)
        begun = time.perf_counter()
        fill(chosen.tasks, chosen.agencies, chosen.people)
        print(
            f"{chosen.tasks} tasks, {chosen.agencies} agencies made in {time.perf_counter() - begun:.1f} s", flush=True
        )
        ask("thu", chosen.asked)
        ask("n0", chosen.asked)
        begun = time.perf_counter()
        now = timezone.now()
        while not (made := remind(now=now)) and now < timezone.now() + timedelta(days=9):
            now += timedelta(days=1)
        print(f"the morning's round: {made} notices in {time.perf_counter() - begun:.1f} s")


if __name__ == "__main__":
    main()
