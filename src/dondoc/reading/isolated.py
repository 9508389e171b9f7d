"""Reading in a process of its own, with a time and a memory limit: for files that strangers upload.

Whatever a hostile file does to the parser, it happens there: the caller gets a text or one :class:`ReadingError`.
The child may write no file. It loads the reading part of the package alone: extraction would cost it a second.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

from dondoc.reading import limits, read
from dondoc.reading.errors import ReadingError
from dondoc.reading.transport import dump, load
from dondoc.text import Text

_TOO_SLOW = "Tệp mất quá nhiều thời gian để đọc nên đã dừng lại; hãy tách nhỏ tệp hoặc lưu lại bằng phần mềm soạn thảo."
_TOO_HEAVY = "Tệp cần quá nhiều bộ nhớ để đọc nên đã dừng lại; hãy tách nhỏ tệp hoặc bớt ảnh trong tệp."
_FAILED = "Không đọc được tệp vì tệp bị hỏng; hãy mở lại bằng phần mềm soạn thảo, lưu thành tệp mới rồi tải lên."
_PROGRAM = """
import sys, types
package = types.ModuleType("dondoc")
package.__path__ = [sys.argv[1]]
sys.modules["dondoc"] = package
from dondoc.reading.isolated import main
main()
"""
_TEXT, _ERROR = b"T", b"E"


def read_isolated(
    path: Path | str,
    *,
    name: str | None = None,
    seconds: float = limits.ISOLATED_SECONDS,
    megabytes: int = limits.ISOLATED_MEGABYTES,
) -> Text:
    """Read the file at ``path`` as :func:`dondoc.reading.read` does, within ``seconds`` and ``megabytes``."""
    order = {"path": str(path), "name": name or Path(path).name, "seconds": seconds, "megabytes": megabytes}
    try:
        answer = subprocess.run(
            [sys.executable, "-P", "-c", _PROGRAM, str(Path(__file__).parents[1])],
            input=json.dumps(order).encode(),
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=seconds,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise ReadingError(_TOO_SLOW) from error
    kind, body = answer.stdout[:1], answer.stdout[1:]
    if kind == _TEXT and answer.returncode == 0:
        return load(body)
    if kind == _ERROR:
        raise ReadingError(body.decode("utf-8", "replace"))
    raise ReadingError(_TOO_SLOW if answer.returncode == -24 else _FAILED)


def _limit(seconds: float, megabytes: int) -> None:
    """Bound this process; where the system has no such limits (Windows), the caller's time-out is all there is."""
    try:
        import resource
    except ImportError:
        return
    memory = megabytes * 2**20
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (int(seconds) + 1, int(seconds) + 1))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def main() -> None:
    """Read the file named on standard input and print the answer."""
    order = json.loads(sys.stdin.buffer.read())
    _limit(float(order["seconds"]), int(order["megabytes"]))
    try:
        answer = _TEXT + dump(read(Path(order["path"]), name=order["name"]))
    except ReadingError as error:
        answer = _ERROR + str(error).encode()
    except MemoryError:
        answer = _ERROR + _TOO_HEAVY.encode()
    with os.fdopen(os.dup(sys.stdout.fileno()), "wb") as out:
        out.write(answer)
