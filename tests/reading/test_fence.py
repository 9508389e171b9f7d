"""What a process does to itself before it opens a stranger's file."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from dondoc.reading import fence

CALL = "import socket; socket.create_connection(('127.0.0.1', 9), timeout=5)"


def fenced(code: str, *, memory: int = 2**31, file_size: int = 1_000) -> subprocess.CompletedProcess[str]:
    """``code`` run by a Python that stands inside the fence."""
    program = [sys.executable, "-I", "-S", str(fence.__file__), "20", str(memory), str(file_size)]
    return subprocess.run([*program, sys.executable, "-c", code], capture_output=True, text=True, check=False)


def is_there_an_empty_network() -> bool:
    code = "import fence; print(fence.leave_network())"
    folder = Path(fence.__file__).parent
    done = subprocess.run([sys.executable, "-S", "-c", code], capture_output=True, text=True, check=True, cwd=folder)
    return done.stdout.strip() == "True"


def test_memory_and_files_are_bounded(tmp_path: Path) -> None:
    assert "MemoryError" in fenced("bytearray(2**30)", memory=2**29).stderr
    fenced(f"open({str(tmp_path / 'a')!r}, 'w').write('x' * 5000)")
    assert (tmp_path / "a").stat().st_size <= 1_000


def test_nobody_can_be_called_where_the_kernel_has_an_empty_network() -> None:
    if not is_there_an_empty_network():
        pytest.skip("the kernel gives this user no network of his own")
    assert "unreachable" in fenced(CALL).stderr


def test_the_program_stays_the_same_user() -> None:
    assert int(fenced("import os; print(os.getuid())").stdout) == os.getuid()
