"""Packages of documents: .zip, e-mail, edXML. One document is read, more are named, hostile ones refused."""

import base64
import zipfile
from email.message import EmailMessage
from io import BytesIO
from pathlib import Path

import pytest

from dondoc import extract
from dondoc.reading import ReadingError, limits, read
from dondoc.reading.isolated import read_isolated
from dondoc.reading.members import contents_of
from dondoc.reading.transport import dump, load
from tests.reading.word_package import docx, paragraph

NOTICE = docx(paragraph("Giao Sở Tài chính báo cáo trước ngày 30/9/2025."))
WORDS = "Giao Sở Tài chính báo cáo trước ngày 30/9/2025."


def packed(files: dict[str, bytes], *, stored: bool = False) -> bytes:
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return target.getvalue()


def mail(words: str = "Kính gửi văn phòng.", **files: bytes) -> bytes:
    message = EmailMessage()
    message["Subject"] = "Gửi báo cáo tháng 9"
    message["From"] = "vp@binhluong.example"
    message.set_content(words)
    for name, data in files.items():
        message.add_attachment(data, maintype="application", subtype="octet-stream", filename=name.replace("_", "."))
    return bytes(message)


def envelope(*attachments: tuple[str, bytes], space: str = "edXML:", signer: str = "Lê Văn Bình") -> bytes:
    def field(name: str, words: str) -> str:
        return f"<{space}{name}>{words}</{space}{name}>"

    header = field("From", field("OrganId", "000.01.H10") + field("OrganName", "UBND tỉnh Bình Lương"))
    header += field("To", field("OrganName", "Sở Tài chính")) + field("To", field("OrganName", "Sở Y tế"))
    header += field("Code", field("CodeNumber", "128") + field("CodeNotation", "TB-UBND"))
    header += field("PromulgationInfo", field("Place", "Bình Lương") + field("PromulgationDate", "2025/9/5"))
    header += field("Subject", "Kết luận phiên họp tháng 9")
    header += field("SignerInfo", field("Competence", "KT. CHỦ TỊCH") + field("FullName", signer)) if signer else ""
    body = "".join(
        f"<Attachment><ContentId>cid:{at}</ContentId><AttachmentName>{name}</AttachmentName>"
        f"{field('ContentTransferEncoded', base64.b64encode(data).decode())}</Attachment>"
        for at, (name, data) in enumerate(attachments)
    )
    spaces = 'xmlns="http://www.mic.gov.vn/TBT/QCVN_102_2016" xmlns:edXML="http://www.mic.gov.vn/TBT/QCVN_102_2016"'
    inner = field("edXMLEnvelope", field("edXMLHeader", field("MessageHeader", header)))
    return f'<?xml version="1.0"?><edXML {spaces}>{inner}<AttachmentEncoded>{body}</AttachmentEncoded></edXML>'.encode()


def test_a_member_without_a_name_is_passed_over() -> None:
    data = packed({"bao-cao.docx": NOTICE, "x.txt": b"Kho"}).replace(b"x.txt", b"\0.txt")
    assert [member.name for member in contents_of(data, "zip").documents] == ["bao-cao.docx"]


ONE = {
    "zip": (packed({"Thang 9/": b"", "Thang 9/a.docx": NOTICE, "__MACOSX/._a.docx": b"x"}), "a.zip"),
    "mail": (mail(a_docx=NOTICE), "a.eml"),
    "mail of words": (mail(WORDS), "a.eml"),
    "mail by its content": (mail(WORDS), "a"),
    "package": (envelope(("a.docx", NOTICE)), "a.edxml"),
    "package of zips": (envelope(("a.docx", packed({"x.docx": NOTICE}, stored=True))), "a.edxml"),
    "package without prefixes": (envelope(("a.docx", NOTICE), space=""), "a.xml"),
}


@pytest.mark.parametrize(("data", "name"), ONE.values(), ids=ONE.keys())
def test_the_one_document_is_read(data: bytes, name: str) -> None:
    assert read(data, name=name).content == WORDS


def test_what_else_is_inside_is_told() -> None:
    text = read(packed({"a.docx": NOTICE, "b.exe": b"MZ", "c.zip": b""}), name="a.zip")
    assert text.warnings == ("Trong tệp .zip còn có “b.exe”, “c.zip”, không được đọc.",)
    text = read(envelope(("phu-luc.xlsx", b"x"), ("a.docx", NOTICE)), name="a.edxml")
    assert text.content == WORDS
    assert "phu-luc.xlsx" in text.warnings[0]


def test_names_in_the_archive_are_bare_and_readable() -> None:
    contents = contents_of(packed({"../../etc/Báo cáo.docx": NOTICE, "a\\b\\c\x01.pdf": b""}), "zip")
    assert [member.name for member in contents.documents] == ["Báo cáo.docx", "c.pdf"]


def test_the_envelope_goes_before_the_words() -> None:
    facts = extract(load(dump(read(envelope(("a.docx", NOTICE)), name="a.edxml"))))
    header = facts.header
    assert (header.number, header.symbol, header.issuer) == ("128", "TB-UBND", "UBND tỉnh Bình Lương")
    assert (header.issued, header.place) == ("2025-09-05", "Bình Lương")
    assert header.subject == "Kết luận phiên họp tháng 9"
    assert header.recipients == ("Sở Tài chính", "Sở Y tế")
    assert header.signer is not None
    assert (header.signer.name, header.signer.authority) == ("Lê Văn Bình", "KT. CHỦ TỊCH")


def test_what_the_envelope_leaves_empty_stays_as_the_words_say() -> None:
    words = docx(paragraph("TM. ỦY BAN NHÂN DÂN") + paragraph("CHỦ TỊCH") + paragraph("Trần Thị Hòa"))
    plain = extract(read(words, name="a.docx")).header
    stated = extract(read(envelope(("a.docx", words), signer=""), name="a.edxml")).header
    assert (stated.signer, stated.type) == (plain.signer, plain.type)


def test_a_package_is_read_in_a_process_of_its_own(tmp_path: Path) -> None:
    path = tmp_path / "a.edxml"
    path.write_bytes(envelope(("a.docx", NOTICE)))
    text = read_isolated(path)
    assert text.envelope is not None
    assert (text.content, text.envelope.recipients) == (WORDS, ("Sở Tài chính", "Sở Y tế"))


LOCKED = bytearray(packed({"a.docx": NOTICE}))
LOCKED[LOCKED.index(b"PK\x01\x02") + 8] |= 1
DOCTYPE = b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
REFUSED = {
    "two": (packed({"a.docx": NOTICE, "b.docx": NOTICE}), "a.zip", "2 văn bản .*“a.docx”, “b.docx”"),
    "an archive in an archive": (packed({"a.zip": packed({"a.docx": NOTICE})}), "a.zip", "chỉ có “a.zip”"),
    "nothing": (packed({}), "a.zip", "hỏng|Không có"),
    "a password": (bytes(LOCKED), "a.zip", "mật khẩu"),
    "a bomb": (packed({"a.txt": b" " * (limits.RATIO_FREE_BYTES + 9)}), "a.zip", "quá lớn"),
    "too many": (packed({f"{n}.txt": b"a" for n in range(limits.MAX_MEMBERS + 1)}), "a.zip", "chia thành"),
    "too many entries": (packed({f"{n}.x": b"" for n in range(limits.MAX_ARCHIVE_ENTRIES + 1)}), "a.zip", "quá"),
    "a truncated archive": (packed({"a.docx": NOTICE})[:-30], "a.zip", "hỏng"),
    "an inner file that is broken": (packed({"a.docx": NOTICE[:-30]}), "a.zip", "docx bị hỏng"),
    "an empty mail": (b"From: a\nMIME-Version: 1.0\n\n", "a.eml", "Không có văn bản"),
    "an entity": (DOCTYPE + b"<edXML>&x;</edXML>", "a.edxml", "DOCTYPE|hỏng"),
    "no package": (b"<a/>", "a.edxml", "edXML bị hỏng"),
    "no attachment": (envelope(), "a.edxml", "không kèm văn bản"),
    "an attachment that is no base64": (envelope(("a.docx", b"")), "a.edxml", "không kèm văn bản"),
    "a package cut off": (envelope(("a.docx", NOTICE))[:-300], "a.edxml", "hỏng"),
}


@pytest.mark.parametrize(("data", "name", "sentence"), REFUSED.values(), ids=REFUSED.keys())
def test_a_hostile_package_is_refused_with_one_clear_sentence(data: bytes, name: str, sentence: str) -> None:
    with pytest.raises(ReadingError, match=sentence) as refused:
        read(data, name=name)
    assert str(refused.value).endswith(".")
