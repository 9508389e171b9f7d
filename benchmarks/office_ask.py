"""One database of ``benchmarks.office``: filled where it is empty, then every page asked. Prints a JSON line a page.

    python -m benchmarks.office_ask --tasks N --agencies N --people N --asked N [--only WORDS ...]

``DONDOC_DATA`` and ``DATABASE_URL`` say which database. Not for itself: ``benchmarks.office`` starts it.
"""

import argparse
import json
import logging
import os
import statistics
import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

LISTS = (
    "/nhiem-vu/",
    "/nhiem-vu/?trang=9999",
    "/nhiem-vu/?sap=-han",
    "/nhiem-vu/?sap=noi-dung",
    "/nhiem-vu/?sap=van-ban",
    "/nhiem-vu/?tinh-trang=qua-han",
    "/nhiem-vu/?tinh-trang=trong-han",
    "/nhiem-vu/?tinh-trang=can-lam-ro",
    "/nhiem-vu/?tinh-trang=cham-nghiem-thu",
    "/nhiem-vu/?tinh-trang=hoan-thanh-dung-han",
    "/nhiem-vu/?q=giuong+benh",
    "/nhiem-vu/?q=giuong+benh&tinh-trang=qua-han",
    "/nhiem-vu/?q=12345.7",
    "/nhiem-vu/?q=khong+co+gi",
    "/nhiem-vu/?vuong=qua-han-nghiem-trong",
    "/nhiem-vu/?nhom=chu-tri",
    "/nhiem-vu/?nhom=van-ban",
    "/nhiem-vu/?nhom=tinh-trang",
    "/nhiem-vu/?nhom=chu-tri&trang=2000",
)
LAYOUTS = (
    "/nhiem-vu/bang/", "/nhiem-vu/lich/", "/nhiem-vu/dong-thoi-gian/", "/nhiem-vu/ra-soat/",
    "/nhiem-vu/ra-soat/?nhom=van-ban",
)  # fmt: skip
FIRST = ("/viec-cua-toi/", "/tong-quan/")
DOCUMENTS = (
    "/van-ban/",
    "/van-ban/?tim=giuong+benh",
    "/van-ban/?tinh-trang=can-xem",
    "/van-ban/?tinh-trang=da-xac-nhan",
)
OTHERS = ("/thong-bao/", "/thong-bao/don-doc/", "/chi-tieu/", "/co-quan/", "/co-quan/nhom/", "/co-quan/ten-chua-ro/")
# The tasks of one import, which a notice of all of them leads to; the board of many found by words.
ACT = ("/nhiem-vu/?dot-giao={act}", "/nhiem-vu/bang/?dot-giao={act}", "/nhiem-vu/?dot-giao={act}&tinh-trang=qua-han")
SEARCHED = (
    "/nhiem-vu/bang/?q=giuong+benh", "/nhiem-vu/lich/?q=giuong+benh", "/nhiem-vu/ra-soat/?q=giuong+benh",
    "/nhiem-vu/ra-soat/?nhom=van-ban&q=giuong+benh",
)  # fmt: skip
AGENCY = ("/nhiem-vu/?co-quan={department}", "/nhiem-vu/?co-quan={commune}", "/nhiem-vu/bang/?co-quan={commune}")
THINGS = (
    "/nhiem-vu/{task}/", "/van-ban/{document}/", "/co-quan/{department}/", "/co-quan/{commune}/",
    "/co-quan/nhom/{group}/", "/chi-tieu/{indicator}/", "/nhiem-vu/?van-ban={document}",
    "/nhiem-vu/ra-soat/?tu=01/01/2020",
)  # fmt: skip
ADMINISTRATION = (
    "/quan-tri/",
    "/quan-tri/nhat-ky/",
    "/quan-tri/nguoi-dung/",
    "/quan-tri/linh-vuc/",
    "/co-quan/sap-nhap/",
)
ASKED: dict[str, tuple[str, ...]] = {
    "thu0": (
        *FIRST, *LISTS, *LAYOUTS, *ACT, *SEARCHED, *AGENCY, *THINGS, *DOCUMENTS, *OTHERS, "/soat-so-lieu/",
        "/tong-quan/ngoai-le/",
    ),
    "ld0": (*FIRST, "/tong-quan/ngoai-le/", "/nhiem-vu/", "/thong-bao/"),
    "quantri": (*FIRST, *ADMINISTRATION),
    "n0": (
        *FIRST, *LISTS[:12], *LAYOUTS, *LISTS[-4:-1], *ACT, *SEARCHED, "/van-ban/", "/thong-bao/", "/chi-tieu/",
    ),
    "n100": (
        *FIRST, *LISTS[:12], *LAYOUTS, *LISTS[-4:-1], *ACT, *SEARCHED, "/van-ban/", "/thong-bao/", "/chi-tieu/",
    ),
    "xem": (*FIRST, "/nhiem-vu/", "/nhiem-vu/bang/", "/van-ban/"),
    "khoi": (*FIRST, *LISTS[:12], *LAYOUTS, *LISTS[-4:-1], *ACT, *SEARCHED, "/van-ban/", "/chi-tieu/"),
}  # fmt: skip


def ask(times: int, only: list[str]) -> Iterator[dict[str, Any]]:
    """How each page answers whom it is for: milliseconds on the wall and at work, queries, size."""
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    from dondoc.office.accounts.models import User

    named = _named()
    for username, pages in ASKED.items():
        client = Client()
        client.force_login(User.objects.get(username=username))
        for page in pages:
            address = page.format(**named)
            if only and not any(words in f"{username} {page}" for words in only):
                continue
            client.get(address)
            with CaptureQueriesContext(connection) as queries:
                first = client.get(address)
            number = len(queries)
            walls, cpus = [], []
            for _ in range(times):
                wall, cpu = time.perf_counter(), _worked()
                client.get(address)
                walls.append((time.perf_counter() - wall) * 1000)
                cpus.append((_worked() - cpu) * 1000)
            yield {
                "who": username, "page": page, "status": first.status_code, "kb": len(first.content) // 1024,
                "queries": number, "median": statistics.median(walls), "p95": _late(walls), "cpu": _late(cpus),
                "mean": statistics.median(cpus), "least": min(cpus),
            }  # fmt: skip


def _worked() -> float:
    """Seconds that this process has been at work, and the process of PostgreSQL that answers it."""
    from django.db import connection

    own = time.process_time()
    if connection.vendor != "postgresql" or connection.connection is None:
        return own
    try:
        return own + int(Path(f"/proc/{connection.connection.info.backend_pid}/schedstat").read_text().split()[0]) / 1e9
    except OSError:
        return own


def _late(spent: list[float]) -> float:
    """The 95th percentile."""
    return sorted(spent)[max(0, -(-len(spent) * 95 // 100) - 1)]


def _named() -> dict[str, int | str]:
    """The records that addresses name."""
    from dondoc.office.agencies.models import Agency, AgencyGroup
    from dondoc.office.documents.models import Document
    from dondoc.office.indicators.models import Indicator
    from dondoc.office.tasks.models import Task

    return {
        "task": Task.objects.values_list("pk", flat=True).order_by("pk")[7],
        "document": Document.objects.values_list("pk", flat=True).order_by("pk")[7],
        "indicator": Indicator.objects.values_list("pk", flat=True).order_by("pk")[7],
        "department": Agency.objects.get(code="c0").pk,
        "commune": Agency.objects.filter(kind="ubnd_xa").earliest("pk").pk,
        "group": AgencyGroup.objects.get().pk,
        "act": _act(),
    }


def _act() -> str:
    """The first and the last task of the last import."""
    from django.db.models import Max, Min

    from dondoc.office.tasks.models import Task

    made = Task.objects.filter(created_at=Task.objects.latest("pk").created_at)
    keys = made.aggregate(first=Min("pk"), last=Max("pk"))
    return f"{keys['first']}-{keys['last']}"


def main() -> None:
    """Fill, remind, ask."""
    parser = argparse.ArgumentParser()
    for name in ("tasks", "agencies", "people", "asked"):
        parser.add_argument(f"--{name}", type=int, required=True)
    parser.add_argument("--only", nargs="*", default=[])
    chosen = parser.parse_args()
    os.environ["DJANGO_SETTINGS_MODULE"] = "dondoc.office.settings"
    os.environ.setdefault("DONDOC_HOSTS", "testserver")
    import django

    django.setup()
    logging.disable(logging.WARNING)
    from django.core.management import call_command
    from django.utils import timezone

    from benchmarks.office_data import fill
    from dondoc.office.running.garbage import settle
    from dondoc.office.tasks.keeping import keep_audiences
    from dondoc.office.tasks.models import Task
    from dondoc.office.tasks.tallying import put_together

    call_command("migrate", verbosity=0)
    if not Task.objects.exists():
        begun = time.perf_counter()
        fill(chosen.tasks, chosen.agencies, chosen.people)
        print(json.dumps({"said": f"{chosen.tasks} tasks made in {time.perf_counter() - begun:.0f} s"}), flush=True)
    print(json.dumps({"said": _round()}), flush=True)
    # What the running office does beside its pages, and before the first.
    keep_audiences(now=timezone.now())
    put_together()
    settle()
    for line in ask(chosen.asked, chosen.only):
        print(json.dumps(line), flush=True)


def _round() -> str:
    """Two mornings' rounds of reminders, on the next days that are worked; whether there were any before."""
    from django.db.models import Count
    from django.utils import timezone

    from dondoc.office.reminders.models import Notice, Round
    from dondoc.office.reminders.rounds import remind

    if Round.objects.exists():
        return f"reminded before: {Notice.objects.count()} notices"
    said, now = [], timezone.now()
    for each in ("first", "next"):
        begun, work = time.perf_counter(), _worked()
        while not (made := remind(now=now)) and now < timezone.now() + timedelta(days=19):
            now += timedelta(days=1)
        spent, worked = time.perf_counter() - begun, _worked() - work
        said.append(f"the {each} morning's round: {made} notices in {spent:.1f} s, at work {worked:.1f} s")
    most = Notice.objects.order_by().values("person").annotate(number=Count("pk")).order_by("-number").first()
    return "; ".join([*said, f"at most {most['number'] if most else 0} a person"])


if __name__ == "__main__":
    main()
