"""``dondoc recount``: whether what is kept beside the records, for speed, says what they say; and making it anew.

Kept are, of each task, how many lead it and who first, the words that it is found by (``searching``), how many tasks
are alike (``tasks.tallying``), and the tasks that places with very many of them see (``tasks.keeping``). The database
and the office keep them right; this is for whoever wants to see it, or wrote to the database by other ways. The office
may be running meanwhile.
"""

import os
from datetime import datetime
from gettext import translation
from pathlib import Path

from dondoc.office import datafolder
from dondoc.office.opening import open_office, refuse

gettext = translation("django", Path(__file__).parent / "locale", fallback=True).gettext
NAMED = 3


def recount(data: Path | None, check: bool) -> bool:
    """Look at everything kept and say what is found; unless only to ``check``, make it anew. Whether it was right."""
    if data is not None:
        os.environ["DONDOC_DATA"] = str(data)
    folder = datafolder.locate()
    if not os.environ.get("DATABASE_URL") and not (folder / "dondoc.sqlite3").is_file():
        words = gettext("Không có dữ liệu của Đôn Đốc ở %(folder)s; hãy chỉ đúng thư mục bằng --data.")
        refuse(words % {"folder": folder}, status=2)
    open_office()
    from django.utils import timezone

    if not check:
        _make_anew(timezone.now())
    return _look()


def _look() -> bool:
    from dondoc.office.searching import wrong_rows as wrong_rows_of_words
    from dondoc.office.tasks import tallying
    from dondoc.office.tasks.keeping import wrong_rows
    from dondoc.office.tasks.leading import out_of_step
    from dondoc.office.tasks.models import Audience, Seen, Task

    number, wrong = Task.objects.count(), out_of_step().count()
    _say(gettext("Chủ trì ghi ở nhiệm vụ"), number, wrong)
    missed = wrong_rows_of_words("tasks_task")
    wrong += missed
    _say(gettext("Chữ để tìm nhiệm vụ"), number, missed)
    missed = tallying.wrong_rows()
    wrong += missed
    _say(gettext("Số đếm nhiệm vụ theo tình trạng và hạn"), number, missed)
    audiences = list(Audience.objects.order_by("pk"))
    for number, audience in enumerate(audiences, start=1):
        missed = wrong_rows(audience)
        wrong += missed
        places = [str(place) for place in audience.places.select_related("agency", "group")[: NAMED + 1]]
        named = ", ".join(places[:NAMED]) + (" …" if len(places) > NAMED else "")
        words = gettext("Danh sách giữ sẵn %(place)d/%(of)d (%(named)s)")
        _say(
            words % {"place": number, "of": len(audiences), "named": named},
            Seen.objects.filter(audience=audience).count(),
            missed,
        )
    if not audiences:
        print(gettext("Không có danh sách nào phải giữ sẵn."), flush=True)
    print(gettext("Tất cả đều đúng.") if not wrong else gettext("Có chỗ sai."), flush=True)
    return not wrong


def _say(what: str, tasks: int, wrong: int) -> None:
    from dondoc.office.look.numbers import number as shown

    words = gettext("%(what)s: %(tasks)s nhiệm vụ, sai %(wrong)s.")
    print(words % {"what": what, "tasks": shown(tasks), "wrong": shown(wrong)}, flush=True)


def _make_anew(now: datetime) -> None:
    from dondoc.office import searching
    from dondoc.office.tasks import tallying
    from dondoc.office.tasks.keeping import drop_audiences, keep_audiences
    from dondoc.office.tasks.leading import mend

    print(gettext("Đã sửa chủ trì của %(number)d nhiệm vụ.") % {"number": mend()}, flush=True)
    if searching.mend("tasks_task"):
        print(gettext("Đã sửa chữ để tìm nhiệm vụ."), flush=True)
    if tallying.mend():
        print(gettext("Đã đếm lại nhiệm vụ theo tình trạng và hạn."), flush=True)
    print(gettext("Đã bỏ %(number)d danh sách giữ sẵn.") % {"number": drop_audiences()}, flush=True)
    words = gettext("Đã dựng danh sách %(place)d/%(of)d.")
    keep_audiences(now=now, tell=lambda number, of: print(words % {"place": number, "of": of}, flush=True))
