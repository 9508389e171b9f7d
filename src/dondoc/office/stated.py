"""What the environment states of an installation, understood, or refused in one sentence that names the variable."""

from collections.abc import Mapping
from dataclasses import dataclass
from gettext import translation
from pathlib import Path
from typing import Literal

import dj_database_url
from django.core.exceptions import ImproperlyConfigured

# Not Django's: these words are wanted while its settings are being read.
gettext = translation("django", Path(__file__).parent / "locale", fallback=True).gettext
Secrecy = Literal["", "1", "ssl"]


class NotUnderstood(ImproperlyConfigured):
    """A variable whose value means nothing here; the message is for whoever starts the office."""


@dataclass(frozen=True, slots=True)
class MailServer:
    """Where letters go. ``secrecy``: "" none, "1" STARTTLS, "ssl" from the first byte."""

    host: str
    port: int
    user: str
    password: str
    secrecy: Secrecy

    @property
    def backend(self) -> str:
        """Django's way of sending: the console where no server is stated."""
        return f"django.core.mail.backends.{'smtp' if self.host else 'console'}.EmailBackend"


def whole_number(environment: Mapping[str, str], name: str, usual: int) -> int:
    """The positive whole number that ``name`` states, or ``usual`` where it states nothing. Raises NotUnderstood."""
    stated = environment.get(name, "").strip()
    if not stated:
        return usual
    if not stated.isdecimal() or int(stated) == 0:
        words = gettext("%(name)s đang là “%(stated)s”; hãy đặt một số nguyên dương, ví dụ %(usual)d.")
        raise NotUnderstood(words % {"name": name, "stated": stated, "usual": usual})
    return int(stated)


def mail_server(environment: Mapping[str, str]) -> MailServer:
    """The mail server of ``DONDOC_SMTP`` and its companions; usual ports 25, with STARTTLS 587, with ssl 465."""
    host, _, port = environment.get("DONDOC_SMTP", "").strip().rpartition(":")
    if not host:
        host, port = port, ""
    secrecy = environment.get("DONDOC_SMTP_TLS", "").strip().lower()
    ports: dict[str, int] = {"": 25, "0": 25, "1": 587, "ssl": 465}
    if secrecy not in ports:
        # A password must not go out in the clear because of a word that was guessed.
        words = gettext("DONDOC_SMTP_TLS đang là “%(stated)s”; hãy đặt 1 (STARTTLS), ssl, hoặc bỏ trống.")
        raise NotUnderstood(words % {"stated": secrecy})
    if port and not port.isdecimal():
        words = gettext("DONDOC_SMTP đang là “%(stated)s”; hãy ghi dạng may-chu:cong, ví dụ thu.tinh.vn:587.")
        raise NotUnderstood(words % {"stated": environment["DONDOC_SMTP"]})
    for name in ("DONDOC_SMTP_USER", "DONDOC_SMTP_PASSWORD"):
        if not environment.get(name, "").isascii():
            words = gettext("%(name)s có chữ có dấu mà giao thức thư không gửi được; hãy đặt tài khoản thư không dấu.")
            raise NotUnderstood(words % {"name": name})
    return MailServer(
        host=host.strip("[]"),
        port=int(port) if port else ports[secrecy],
        user=environment.get("DONDOC_SMTP_USER", ""),
        password=environment.get("DONDOC_SMTP_PASSWORD", ""),
        secrecy="1" if secrecy == "1" else "ssl" if secrecy == "ssl" else "",
    )


def database(environment: Mapping[str, str], data: Path) -> dj_database_url.DBConfig:
    """The database of ``DATABASE_URL``, else the embedded one in the folder ``data``. Raises NotUnderstood."""
    stated = environment.get("DATABASE_URL", "").strip() or f"sqlite:///{data / 'dondoc.sqlite3'}"
    if not stated.startswith(("sqlite:", "postgres:", "postgresql:")):
        # Not what it states: there may be a password in it.
        words = gettext(
            "DATABASE_URL không phải địa chỉ PostgreSQL; hãy ghi dạng postgres://nguoi-dung:mat-khau@may-chu:5432/ten, "
            "hoặc bỏ trống để dùng cơ sở dữ liệu nhúng."
        )
        raise NotUnderstood(words)
    try:
        return dj_database_url.parse(stated, conn_max_age=60, conn_health_checks=True)
    except ValueError as problem:
        words = gettext("DATABASE_URL có chỗ không đọc được; hãy xem lại cổng và các dấu : @ / trong địa chỉ.")
        raise NotUnderstood(words) from problem
