"""The whole office as one process: first start, sign-in, stop, second start."""

import os
import re
import signal
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from http.cookiejar import CookieJar
from pathlib import Path

import pytest

from dondoc.office import datafolder

START = """
import sys
from pathlib import Path
from dondoc.office.up import up

up(Path(sys.argv[1]), "127.0.0.1", int(sys.argv[2]), "sample" in sys.argv)
"""


OWN = "mot cau cua rieng minh"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@contextmanager
def running(data: Path, port: int, *more: str) -> Iterator[tuple["subprocess.Popen[str]", str]]:
    """The process and what it printed until it served."""
    hidden = ("DATABASE_URL", "DONDOC_DATA", "DJANGO_SETTINGS_MODULE")
    surroundings = {name: value for name, value in os.environ.items() if name not in hidden}
    command = [sys.executable, "-c", START, str(data), str(port), *more]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env=surroundings
    ) as process:
        assert process.stdout is not None
        printed = ""
        try:
            for line in process.stdout:
                printed += line
                if "đang chạy tại" in line:
                    break
            yield process, printed
        finally:
            process.kill()


def stop(process: "subprocess.Popen[str]", how: signal.Signals) -> tuple[int, str]:
    process.send_signal(how)
    rest, _nothing = process.communicate(timeout=20)
    return process.returncode, rest


class Browser:
    """Enough of a browser to sign in."""

    def __init__(self, port: int) -> None:
        self.root = f"http://127.0.0.1:{port}"
        self.cookies = CookieJar()
        self.opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(self.cookies))

    def get(self, path: str) -> str:
        with self.opener.open(self.root + path, timeout=40) as answer:
            return str(answer.read().decode())

    def sign_in(self, password: str) -> str:
        return self.send("/dang-nhap/", login="quantri", password=password)

    def send(self, path: str, **values: str) -> str:
        """Fill the form of a page; where that leads."""
        token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', self.get(path))
        assert token is not None
        form = {"csrfmiddlewaretoken": token[1], **values}
        order = urllib.request.Request(self.root + path, urllib.parse.urlencode(form).encode())
        order.add_header("Referer", self.root)
        with self.opener.open(order, timeout=40) as answer:
            return str(answer.geturl())


def test_from_the_first_start_to_the_second(tmp_path: Path) -> None:
    data, port = tmp_path / "data", free_port()
    with running(data, port) as (process, printed):
        password = re.search(r"ghi lại\): (\S+)", printed)
        assert password is not None
        began = time.monotonic()
        Browser(port).get("/dang-nhap/")
        assert time.monotonic() - began < 5
        assert "Lần đăng nhập đầu sẽ hỏi mật khẩu mới" in printed
        first = Browser(port)
        assert first.sign_in(password[1]).endswith("/mat-khau/")
        assert first.send("/mat-khau/", oldpassword=password[1], password1=OWN, password2=OWN).endswith("/tong-quan/")
        assert Browser(port).sign_in(password[1]).endswith("/dang-nhap/")
        code, rest = stop(process, signal.SIGINT)
        assert (code, rest.strip()) == (0, "Đã dừng.")
    assert (data / "secret_key").stat().st_mode & 0o077 == 0
    assert password[1].encode() not in (data / "dondoc.sqlite3").read_bytes()
    with running(data, port) as (process, printed):
        assert "Mật khẩu" not in printed
        assert Browser(port).sign_in(OWN).endswith("/tong-quan/")
        code, rest = stop(process, signal.SIGTERM)
        assert (code, rest.strip()) == (0, "Đã dừng.")


def statuses(data: Path) -> list[tuple[str, int]]:
    """Status and number of readings of every document, past the web server."""
    readings = "(SELECT count(*) FROM documents_reading r WHERE r.document_id = d.id)"
    with closing(sqlite3.connect(data / "dondoc.sqlite3", timeout=20)) as database:
        return list(database.execute(f"SELECT status, {readings} FROM documents_document d"))


def wait_until(true: Callable[[], bool], seconds: float = 60) -> None:
    """Look every tenth of a second; a background process gives no other sign."""
    last = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < last
        time.sleep(0.1)


def test_a_kill_in_the_middle_of_reading_loses_nothing(tmp_path: Path) -> None:
    data, port = tmp_path / "data", free_port()
    with running(data, port, "sample") as (process, _printed):
        wait_until(lambda: any(status in ("reading", "read") for status, _readings in statuses(data)))
        process.kill()
        process.wait(10)
    taken = len(statuses(data))
    assert taken >= 6
    with running(data, port, "sample") as (process, printed):
        wait_until(lambda: all(status == "read" for status, _readings in statuses(data)))
        assert "Mật khẩu" not in printed
        stop(process, signal.SIGTERM)
    assert statuses(data) == [("read", 1)] * taken
    with running(data, port, "sample") as (process, _printed):
        Browser(port).get("/dang-nhap/")
        stop(process, signal.SIGTERM)
    assert statuses(data) == [("read", 1)] * taken


def test_a_taken_port_is_said_before_anything_is_made(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        command = [sys.executable, "-c", START, str(tmp_path / "data"), str(port)]
        ended = subprocess.run(command, capture_output=True, text=True, check=False, timeout=30)
    assert ended.returncode == 1
    assert f"Cổng {port}" in ended.stderr
    assert "--port" in ended.stderr
    assert not (tmp_path / "data").exists()


def test_one_data_folder_serves_one_office(tmp_path: Path) -> None:
    datafolder.prepare(tmp_path)
    held = datafolder.hold(tmp_path)
    assert held is not None
    with held:
        command = [sys.executable, "-c", START, str(tmp_path), str(free_port())]
        ended = subprocess.run(command, capture_output=True, text=True, check=False, timeout=30)
        assert ended.returncode == 1
        assert "đang được một Đôn Đốc khác dùng" in ended.stderr
        assert not (tmp_path / "dondoc.sqlite3").exists()
    again = datafolder.hold(tmp_path)
    assert again is not None
    again.close()


def test_a_folder_that_cannot_be_made_is_said_in_words(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    command = [sys.executable, "-c", START, str(tmp_path / "file" / "data"), str(free_port())]
    ended = subprocess.run(command, capture_output=True, text=True, check=False, timeout=30)
    assert ended.returncode == 1
    assert "Không ghi được" in ended.stderr
    assert "Traceback" not in ended.stderr


@pytest.mark.parametrize("path", ["/", "/van-ban/", "/nhiem-vu/", "/chi-tieu/", "/tong-quan/"])
@pytest.mark.django_db
def test_pages_open_for_who_signed_in(path: str, admin_client: object) -> None:
    answer = admin_client.get(path, follow=True)  # type: ignore[attr-defined]
    assert answer.status_code == 200
