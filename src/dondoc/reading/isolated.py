"""Reading in a process of its own, with a time and a memory limit: for files that strangers upload.

Whatever a hostile file does to the parser, it happens there: the caller gets a text or one :class:`ReadingError`.
The child may write no file and reaches no network where the kernel can give it an empty one; Tesseract, which it
starts, is bound with it. It loads the reading part of the package alone: extraction would cost it a second.
"""

import contextlib
import gc
import json
import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path
from typing import Any, BinaryIO

from dondoc.reading import Progress, limits, read
from dondoc.reading.errors import ReadingError
from dondoc.reading.fence import bound, leave_network
from dondoc.reading.olddoc import converted, is_old_word, with_way
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
_TEXT, _DRAWN, _ERROR, _PAGE = b"T", b"D", b"E", b"P"
_OUT_OF_TIME = -24  # SIGXCPU
_SHORTEST_REPORT = 0.3


def read_isolated(
    path: Path | str,
    *,
    name: str | None = None,
    seconds: float = limits.ISOLATED_SECONDS,
    megabytes: int = limits.ISOLATED_MEGABYTES,
    progress: Progress | None = None,
) -> Text:
    """Read the file at ``path`` as :func:`dondoc.reading.read` does, within ``seconds`` and ``megabytes``.

    A scan has ``seconds`` for each of its pages, and ``limits.ISOLATED_TOTAL_SECONDS`` for all of them.
    """
    name = name or Path(path).name
    bounds = {"seconds": seconds, "megabytes": megabytes}
    if not is_old_word(Path(path), name):
        return load(_answer({"path": str(path), "name": name, **bounds}, _TEXT, progress))
    # The child may write no file, which the programs that convert must.
    way, data = converted(Path(path).read_bytes())
    with tempfile.TemporaryDirectory(prefix="dondoc-") as folder:
        copy = Path(folder) / ("a.docx" if way == "docx" else "a.txt")
        copy.write_bytes(data)
        return with_way(load(_answer({"path": str(copy), "name": copy.name, **bounds}, _TEXT, progress)), way)


def draw_isolated(path: Path | str, page: int, *, width: int, turn: int = 0, tilt: float = 0.0) -> bytes:
    """Return how a page of the .pdf or image at ``path`` looks, as :func:`dondoc.reading.drawing.draw` does."""
    bounds = {"seconds": limits.DRAWING_SECONDS, "megabytes": limits.ISOLATED_MEGABYTES}
    order = {"path": str(path), **bounds, "draw": {"page": page, "width": width, "turn": turn, "tilt": tilt}}
    return _answer(order, _DRAWN)


def _answer(order: dict[str, Any], wanted: bytes, progress: Progress | None = None) -> bytes:
    """What the child says to ``order``, if ``wanted``; else the :class:`ReadingError` that it gives or dies of."""
    child = subprocess.Popen(
        [sys.executable, "-P", "-c", _PROGRAM, str(Path(__file__).parents[1])],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    watch = _Watch(child, float(order["seconds"]))
    try:
        kind, body = _heard(child, json.dumps(order).encode(), watch, progress)
    except BaseException:
        watch.kill()  # nobody listens any more
        raise
    finally:
        watch.end()
    if kind == wanted and child.returncode == 0:
        return body
    if kind == _ERROR:
        raise ReadingError(body.decode("utf-8", "replace"))
    raise ReadingError(_TOO_SLOW if watch.ran_out or child.returncode == _OUT_OF_TIME else _FAILED)


def _heard(
    child: subprocess.Popen[bytes], order: bytes, watch: "_Watch", progress: Progress | None
) -> tuple[bytes, bytes]:
    assert child.stdin is not None
    assert child.stdout is not None
    with contextlib.suppress(BrokenPipeError):
        child.stdin.write(order)
        child.stdin.close()
    while (kind := child.stdout.read(1)) == _PAGE:
        done, total = map(int, child.stdout.readline().split())
        watch.prolong()
        if progress is not None:
            progress(done, total)
    return kind, child.stdout.read()


class _Watch:
    """Ends a child, and what it started, when it has been silent for too long or at work for much too long."""

    def __init__(self, child: subprocess.Popen[bytes], seconds: float) -> None:
        self._child, self._seconds = child, seconds
        self._last = time.monotonic() + max(seconds, limits.ISOLATED_TOTAL_SECONDS)
        self.ran_out = False
        self._timer = self._started()

    def _started(self) -> threading.Timer:
        timer = threading.Timer(min(self._seconds, max(self._last - time.monotonic(), 0)), self._stop)
        timer.daemon = True
        timer.start()
        return timer

    def prolong(self) -> None:
        """Give the next page its time."""
        self._timer.cancel()
        self._timer = self._started()

    def _stop(self) -> None:
        self.ran_out = True
        self.kill()

    def kill(self) -> None:
        """End the child and what it started."""
        with contextlib.suppress(ProcessLookupError, PermissionError):
            if hasattr(os, "killpg"):
                os.killpg(self._child.pid, signal.SIGKILL)
            else:
                self._child.kill()

    def end(self) -> None:
        """Wait for the child; whatever goes wrong here, nothing of it stays."""
        self._timer.cancel()
        try:
            self._child.wait(timeout=5)
        except subprocess.TimeoutExpired:
            self.kill()
            self._child.wait()
        finally:
            for pipe in (self._child.stdin, self._child.stdout):
                if pipe is not None:
                    with contextlib.suppress(BrokenPipeError):
                        pipe.close()


class _Report:
    """Tells the parent about pages, not too often, and gives each its share of processor time."""

    def __init__(self, out: BinaryIO, seconds: float) -> None:
        self._out, self._seconds, self._last = out, seconds, 0.0

    def __call__(self, done: int, total: int) -> None:
        if done < total and time.monotonic() - self._last < _SHORTEST_REPORT:
            return
        self._last = time.monotonic()
        self._out.write(b"%s%d %d\n" % (_PAGE, done, total))
        self._out.flush()
        with contextlib.suppress(ImportError):
            import resource

            most = resource.getrlimit(resource.RLIMIT_CPU)[1]
            spent = time.process_time() + self._seconds + 1
            resource.setrlimit(resource.RLIMIT_CPU, (min(int(spent), most), most))


def _work(order: dict[str, Any], out: BinaryIO) -> bytes:
    path = Path(order["path"])
    if "draw" in order:
        from dondoc.reading.drawing import draw

        return _DRAWN + draw(path.read_bytes(), **order["draw"])
    return _TEXT + dump(read(path, name=order["name"], progress=_Report(out, float(order["seconds"]))))


def main() -> None:
    """Do what standard input asks for and print the answer."""
    order = json.loads(sys.stdin.buffer.read())
    seconds = float(order["seconds"])
    leave_network()
    bound(
        int(seconds) + 1,
        int(order["megabytes"]) * 2**20,
        0,
        most_seconds=int(max(seconds, limits.ISOLATED_TOTAL_SECONDS)) + 1,
    )
    gc.set_threshold(100_000, 20, 20)  # one file, and then the process ends: little of it is worth collecting
    with os.fdopen(os.dup(sys.stdout.fileno()), "wb") as out:
        try:
            answer = _work(order, out)
        except ReadingError as error:
            answer = _ERROR + str(error).encode()
        except MemoryError:
            answer = _ERROR + _TOO_HEAVY.encode()
        out.write(answer)
