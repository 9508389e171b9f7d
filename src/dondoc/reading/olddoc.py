"""Word documents of the years before .docx, by what the machine has: LibreOffice, else antiword.

LibreOffice turns the file into .docx, with its tables, automatic numbers and footnotes; antiword gives its words
alone. Both are other programs: each runs within limits of its own, without network (in an empty one of the kernel's,
and by its settings), in a folder that is gone afterwards, and neither ever runs a macro.
"""

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from dondoc.reading import limits
from dondoc.reading.compound import BROKEN, inspect_doc
from dondoc.reading.detect import OLE, detect
from dondoc.reading.errors import ReadingError
from dondoc.text import Text

_MISSING = (
    "Máy chủ chưa cài LibreOffice (hoặc antiword) nên chưa đọc được tệp .doc; hãy mở bằng Word, lưu thành .docx rồi "
    "tải lên, hoặc nhờ quản trị cài LibreOffice."
)
_CARRIED = "Tệp .doc nằm trong một gói khác nên chưa chuyển đổi được; hãy lấy tệp ra khỏi gói rồi tải lên riêng."
_TOO_SLOW = "Tệp .doc mất quá nhiều thời gian để chuyển đổi nên đã dừng lại; hãy mở bằng Word và lưu thành .docx."
_WORDS_ONLY = (
    "Tệp .doc được đọc bằng antiword: số thứ tự tự động có thể thiếu; hãy đối chiếu với bản gốc hoặc lưu thành .docx."
)
_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel" oor:op="fuse">
<value>3</value></prop><prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop>
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetProxyType" oor:op="fuse"><value>2</value></prop>
<prop oor:name="ooInetHTTPProxyName" oor:op="fuse"><value>127.0.0.1</value></prop>
<prop oor:name="ooInetHTTPProxyPort" oor:op="fuse"><value>9</value></prop>
<prop oor:name="ooInetHTTPSProxyName" oor:op="fuse"><value>127.0.0.1</value></prop>
<prop oor:name="ooInetHTTPSProxyPort" oor:op="fuse"><value>9</value></prop></item>
</oor:items>
"""
_FENCE = Path(__file__).with_name("fence.py")
_KEPT_VARIABLES = ("PATH", "LANG", "LC_ALL", "SYSTEMROOT")


def is_old_word(path: Path, name: str) -> bool:
    """Whether the file at ``path``, named ``name``, has to be converted before it can be read."""
    try:
        with path.open("rb") as file:
            if file.read(8) != OLE or path.stat().st_size > limits.MAX_FILE_BYTES:
                return False
        return detect(path.read_bytes(), name) == "doc"
    except (OSError, ReadingError):
        return False  # which the reading says in its own words


def converted(data: bytes) -> tuple[str, bytes]:
    """``data`` of a .doc as ("docx", its bytes), or as ("text", UTF-8) where only antiword is installed."""
    inspect_doc(data)
    office = shutil.which("soffice") or shutil.which("libreoffice")
    antiword = shutil.which("antiword")
    if office is None and antiword is None:
        raise ReadingError(_MISSING)
    try:
        with tempfile.TemporaryDirectory(prefix="dondoc-") as name:
            source = Path(name) / "van-ban.doc"
            source.write_bytes(data)
            if office is not None:
                return "docx", _by_office(office, source)
            return "text", _run([antiword or "", "-w", "0", "-m", "UTF-8.txt", str(source)], source.parent)
    except OSError as error:  # where no file may be written: inside a process that reads for a stranger
        raise ReadingError(_CARRIED) from error


def with_way(text: Text, way: str) -> Text:
    """``text`` of a .doc that was converted to ``way``, with what the reader of it should know."""
    return replace(text, format="doc", warnings=text.warnings if way == "docx" else (*text.warnings, _WORDS_ONLY))


def _by_office(program: str, source: Path) -> bytes:
    folder = source.parent
    profile = folder / "profile" / "user"
    profile.mkdir(parents=True)
    (profile / "registrymodifications.xcu").write_text(_SETTINGS, "utf-8")
    home = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    options = ["--headless", "--norestore", "--nolockcheck", "--nodefault", "--convert-to", "docx:MS Word 2007 XML"]
    _run([program, home, *options, "--outdir", str(folder), str(source)], folder)
    target = source.with_suffix(".docx")
    if not target.is_file():
        raise ReadingError(BROKEN)
    return target.read_bytes()


def _run(command: Sequence[str], folder: Path) -> bytes:
    """What ``command`` prints, run in ``folder`` within the limits of conversion; nothing of it outlives the call."""
    bounds = limits.CONVERSION_SECONDS, limits.CONVERSION_MEGABYTES * 2**20, limits.MAX_UNPACKED_BYTES
    child = subprocess.Popen(
        [sys.executable, "-I", "-S", str(_FENCE), *(str(int(bound)) for bound in bounds), *command],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=folder,
        env=_environment(folder, os.environ),
        start_new_session=True,
    )
    try:
        return child.communicate(timeout=limits.CONVERSION_SECONDS)[0]
    except subprocess.TimeoutExpired as error:
        raise ReadingError(_TOO_SLOW) from error
    finally:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            if hasattr(os, "killpg"):
                os.killpg(child.pid, signal.SIGKILL)
            else:
                child.kill()
        child.communicate()


def _environment(folder: Path, present: Mapping[str, str]) -> dict[str, str]:
    """No secrets of the office, no proxies, no home but the folder."""
    kept = {name: present[name] for name in _KEPT_VARIABLES if name in present}
    nowhere = "http://127.0.0.1:9"
    return {**kept, "HOME": str(folder), "TMPDIR": str(folder), "http_proxy": nowhere, "https_proxy": nowhere}
