"""Letters through a mail server that really speaks SMTP: plain, STARTTLS, ssl, with a password, and refusing."""

import asyncio
import gc
import socket
import ssl
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from email import message_from_bytes, policy
from pathlib import Path

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from django.core.mail import send_mail
from django.test import override_settings

from dondoc.office.accounts.models import User
from dondoc.office.reminders.letters import mail_digests
from dondoc.office.reminders.models import Letter
from dondoc.office.reminders.rounds import remind
from dondoc.office.stated import MailServer, NotUnderstood, mail_server
from dondoc.office.tasks.actions import arranging
from dondoc.office.tasks.actions.arranging import Owed
from dondoc.office.tasks.models import AssignmentRole
from tests.office.office_cast import NOW, TODAY, Cast

NAME, PASSWORD = "dondoc", "Thuan-Giang:2026/thu"
Start = Callable[[str], int]
pytestmark = [
    # The server does not count a line that is secret from the first byte.
    pytest.mark.filterwarnings("ignore:Requiring AUTH while not requiring TLS:UserWarning"),
    # Who hangs up while the secret line is being agreed leaves its socket to the collector, in smtplib and in asyncio.
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]


class Inbox:
    """What the server took, and whom it does not know."""

    def __init__(self) -> None:
        self.letters: list[Envelope] = []
        self.unknown: set[str] = set()

    async def handle_RCPT(  # noqa: N802 - the name that the server calls
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if address in self.unknown:
            return "550 no such user"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        self.letters.append(envelope)
        return "250 OK"


@pytest.fixture
def inbox() -> Inbox:
    return Inbox()


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate of this machine, signed by itself, with its key, as one file."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "localhost")])
    today = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(today - timedelta(days=1))
        .not_valid_after(today + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    file = tmp_path_factory.mktemp("mail") / "server.pem"
    plain = serialization.NoEncryption()
    secret = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, plain)
    file.write_bytes(made.public_bytes(serialization.Encoding.PEM) + secret)
    return file


@pytest.fixture
def start(inbox: Inbox, certificate: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Start]:
    """Start a server of the given secrecy; it wants name and password where the line is secret. Returns its port."""
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    running: list[Controller] = []

    def knows(server: SMTP, session: Session, envelope: Envelope, mechanism: str, stated: object) -> AuthResult:
        assert isinstance(stated, LoginPassword)
        return AuthResult(success=stated == LoginPassword(NAME.encode(), PASSWORD.encode()), handled=False)

    def begin(secrecy: str) -> int:
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        context.load_cert_chain(certificate)
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = int(probe.getsockname()[1])
        controller = Controller(
            inbox,
            hostname="127.0.0.1",
            port=port,
            ssl_context=context if secrecy == "ssl" else None,
            tls_context=context if secrecy == "1" else None,
            require_starttls=secrecy == "1",
            auth_require_tls=secrecy == "1",
            auth_required=bool(secrecy),
            authenticator=knows if secrecy else None,
        )
        controller.start()
        running.append(controller)
        return port

    yield begin
    for controller in running:
        # Time to hear its clients hang up: what is open when the server stops stays open.
        asyncio.run_coroutine_threadsafe(asyncio.sleep(0.1), controller.loop).result()
        controller.stop()
    gc.collect()


def office_of(server: MailServer) -> override_settings:
    """The office with the settings that ``server`` gives."""
    return override_settings(
        EMAIL_BACKEND=server.backend,
        EMAIL_HOST=server.host,
        EMAIL_PORT=server.port,
        EMAIL_HOST_USER=server.user,
        EMAIL_HOST_PASSWORD=server.password,
        EMAIL_USE_TLS=server.secrecy == "1",
        EMAIL_USE_SSL=server.secrecy == "ssl",
    )


def stated(port: int, secrecy: str, password: str = PASSWORD) -> MailServer:
    """The server on ``port`` as an administrator states it."""
    environment = {"DONDOC_SMTP": f"localhost:{port}", "DONDOC_SMTP_TLS": secrecy}
    return mail_server(environment | ({"DONDOC_SMTP_USER": NAME, "DONDOC_SMTP_PASSWORD": password} if secrecy else {}))


@pytest.mark.parametrize("secrecy", ["", "1", "ssl"])
def test_a_letter_arrives_with_its_marks(start: Start, inbox: Inbox, secrecy: str) -> None:
    with office_of(stated(start(secrecy), secrecy)):
        assert send_mail("Nhắc việc ngày 10/11", "Rà soát giường bệnh", None, ["so-y-te@thuangiang.example"]) == 1
    [envelope] = inbox.letters
    assert envelope.rcpt_tos == ["so-y-te@thuangiang.example"]
    assert isinstance(envelope.content, bytes)
    letter = message_from_bytes(envelope.content, policy=policy.default)
    assert letter["Subject"] == "Nhắc việc ngày 10/11"
    assert letter.get_content().strip() == "Rà soát giường bệnh"


@pytest.mark.parametrize("secrecy", ["1", "ssl"])
def test_a_wrong_password_sends_nothing(start: Start, inbox: Inbox, secrecy: str) -> None:
    with office_of(stated(start(secrecy), secrecy, "sai")), pytest.raises(OSError, match="535"):
        send_mail("Nhắc việc", "Rà soát", None, ["so-y-te@thuangiang.example"])
    assert not inbox.letters


def test_a_server_nobody_vouches_for_gets_no_password(
    start: Start, inbox: Inbox, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    port = start("ssl")
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "none.pem"))
    with office_of(stated(port, "ssl")), pytest.raises(ssl.SSLCertVerificationError):
        send_mail("Nhắc việc", "Rà soát", None, ["so-y-te@thuangiang.example"])
    assert not inbox.letters


def test_digests_go_out_and_an_unknown_address_is_kept_with_the_reason(start: Start, inbox: Inbox, cast: Cast) -> None:
    for person in (cast.owner, cast.office):
        User.objects.filter(pk=person.pk).update(email=f"{person.username}@thuangiang.example")
    owed = [Owed(AssignmentRole.LEAD, cast.health)]
    arranging.create_task(
        text="Rà soát giường bệnh", owed=owed, by=cast.office, now=NOW, deadline=TODAY + timedelta(days=3)
    )
    remind(now=NOW)
    inbox.unknown = {"office@thuangiang.example"}
    with office_of(stated(start("1"), "1")):
        assert mail_digests(now=NOW) == 1
    assert [envelope.rcpt_tos for envelope in inbox.letters] == [["owner@thuangiang.example"]]
    assert "no such user" in Letter.objects.get(person=cast.office).failure


@pytest.mark.parametrize(
    ("environment", "port", "secrecy"),
    [
        ({"DONDOC_SMTP": "thu.thuangiang.example"}, 25, ""),
        ({"DONDOC_SMTP": "thu.thuangiang.example", "DONDOC_SMTP_TLS": "0"}, 25, ""),
        ({"DONDOC_SMTP": "thu.thuangiang.example", "DONDOC_SMTP_TLS": "1"}, 587, "1"),
        ({"DONDOC_SMTP": "thu.thuangiang.example", "DONDOC_SMTP_TLS": "SSL"}, 465, "ssl"),
        ({"DONDOC_SMTP": " thu.thuangiang.example:2525 ", "DONDOC_SMTP_TLS": "1"}, 2525, "1"),
    ],
)
def test_the_port_follows_from_the_secrecy(environment: dict[str, str], port: int, secrecy: str) -> None:
    server = mail_server(environment)
    assert (server.host, server.port, server.secrecy) == ("thu.thuangiang.example", port, secrecy)


def test_without_a_server_letters_go_to_the_console() -> None:
    assert mail_server({}).backend == "django.core.mail.backends.console.EmailBackend"


@pytest.mark.parametrize(
    "environment",
    [
        {"DONDOC_SMTP": "thu.thuangiang.example:hai lăm"},
        {"DONDOC_SMTP": "thu.thuangiang.example", "DONDOC_SMTP_TLS": "yes"},
        {"DONDOC_SMTP": "thu.thuangiang.example", "DONDOC_SMTP_PASSWORD": "mật khẩu"},
    ],
)
def test_a_server_stated_wrongly_is_refused_by_the_name_of_the_variable(environment: dict[str, str]) -> None:
    with pytest.raises(NotUnderstood, match=list(environment)[-1]):
        mail_server(environment)
