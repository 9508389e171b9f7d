"""``dondoc up``: the whole office in one process: web server, worker, scheduler, until Ctrl-C or SIGTERM.

The first start makes the data folder, the tables, the first administrator and, unless told not to, the sample province.
Later starts keep everything and only print the address.
"""

import logging
import os
import signal
import socket
from gettext import translation
from pathlib import Path
from types import FrameType
from typing import IO

from dondoc.office import datafolder
from dondoc.office.opening import open_office, refuse

logger = logging.getLogger("dondoc.up")
MAX_REQUEST = 512 * 1024 * 1024
THREADS = 8
# Not Django's: its settings are read only once the port is free and the data folder is held.
gettext = translation("django", Path(__file__).parent / "locale", fallback=True).gettext


def up(data: Path | None, host: str, port: int, sample: bool) -> None:
    """Run the office until it is told to stop. Exits with status 1 where the port is taken."""
    listener = _listen(host, port)
    if listener is None:
        refuse(
            gettext(
                "Cổng %(port)d trên %(host)s đang có chương trình khác dùng; hãy dừng chương trình đó hoặc chọn cổng "
                "khác bằng --port %(other)d."
            )
            % {"port": port, "host": host, "other": port + 1}
        )
    with listener, _held(data):
        _settle(host)
        _first_start(sample)
        _serve(listener, host)


def _listen(host: str, port: int) -> socket.socket | None:
    """The bound socket, or None where the port is taken: known before any work is done."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
    except OSError:
        listener.close()
        return None
    return listener


def _held(data: Path | None) -> IO[str]:
    """The data folder, made where it is new, kept for this process alone."""
    if data is not None:
        os.environ["DONDOC_DATA"] = str(data)
    folder = datafolder.locate()
    try:
        datafolder.prepare(folder)
        held = datafolder.hold(folder)
    except OSError as problem:
        reason = problem.strerror or str(problem)
        refuse(
            gettext("Không ghi được vào thư mục dữ liệu %(folder)s (%(reason)s); hãy chọn thư mục khác bằng --data.")
            % {"folder": folder, "reason": reason}
        )
    if held is None:
        refuse(
            gettext("Thư mục dữ liệu %(folder)s đang được một Đôn Đốc khác dùng; hãy dừng chương trình đó trước.")
            % {"folder": folder}
        )
    return held


def _settle(host: str) -> None:
    """Environment and Django."""
    os.environ.setdefault("DONDOC_STATIC", "collected")
    os.environ.setdefault("DONDOC_HOSTS", ",".join(_names(host)))
    open_office()


def _names(host: str) -> list[str]:
    """The names under which people on the network reach this machine."""
    names = ["localhost", "127.0.0.1", "[::1]"]
    if host not in ("0.0.0.0", "::"):  # noqa: S104 - compared with, not bound to
        return [*names, *([host] if host not in names else [])]
    own = socket.gethostname()
    try:
        addresses = {str(info[4][0]) for info in socket.getaddrinfo(own, None)}
    except OSError:
        addresses = set()
    return [*names, own, *sorted(f"[{each}]" if ":" in each else each for each in addresses)]


def _shown(host: str) -> str:
    """The host of the printed address: one that a browser on this machine reaches without asking for a name."""
    if host in ("0.0.0.0", "localhost"):  # noqa: S104 - compared with, not bound to
        return "127.0.0.1"
    return f"[{'::1' if host == '::' else host}]" if ":" in host else host


def _first_start(sample: bool) -> None:
    from django.core.management import call_command
    from django.utils import timezone

    from dondoc.office.accounts.actions import administrator_exists, create_first_administrator
    from dondoc.office.agencies.actions.queueing import requeue_unfinished
    from dondoc.office.documents.actions.reading import requeue_stuck
    from dondoc.office.exports.actions import requeue_exports
    from dondoc.office.running.statics import collect_if_changed
    from dondoc.office.sample_clerk import queue_confirmations
    from dondoc.office.sampling import load_sample

    call_command("migrate", verbosity=0, interactive=False)
    collect_if_changed()
    now = timezone.now()
    requeue_stuck(now=now, all_of_them=True)
    requeue_unfinished(now=now, all_of_them=True)
    requeue_exports(now=now, all_of_them=True)
    if administrator_exists():
        queue_confirmations()
        return
    if sample:
        load_sample(now=now)
    # After the sample: a start that is cut short begins again, and no account is left whose password nobody saw.
    password = create_first_administrator(now=now)
    # The one place where the password is ever shown; it is stored nowhere but as a hash.
    print(
        gettext(
            "Tài khoản quản trị: quantri\nMật khẩu (chỉ hiện một lần, hãy ghi lại): %(password)s\n"
            "Lần đăng nhập đầu sẽ hỏi mật khẩu mới của riêng bạn."
        )
        % {"password": password},
        flush=True,
    )


def _serve(listener: socket.socket, host: str) -> None:
    from waitress.server import create_server

    from dondoc.office.running.background import Background
    from dondoc.office.running.garbage import settle
    from dondoc.office.wsgi import application

    listener.listen(128)
    server = create_server(
        application, sockets=[listener], threads=THREADS, ident=None, max_request_body_size=MAX_REQUEST
    )
    background = Background()
    settle()

    def stop(number: int, frame: FrameType | None) -> None:
        raise SystemExit(0)

    signal.signal(signal.SIGTERM, stop)
    signal.signal(signal.SIGINT, stop)
    background.start()
    print(
        gettext("Đôn Đốc đang chạy tại http://%(host)s:%(port)d/ (dừng: Ctrl-C)")
        % {"host": _shown(host), "port": listener.getsockname()[1]},
        flush=True,
    )
    try:
        server.run()  # returns on SystemExit, after the requests under way
    finally:
        server.close()
        background.stop()
    print(gettext("Đã dừng."), flush=True)
