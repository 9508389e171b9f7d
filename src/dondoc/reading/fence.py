"""The bounds that a process sets itself before it opens a stranger's file, or becomes the program that does.

Run as a program, ``fence.py SECONDS BYTES FILE_BYTES PROGRAM ARGUMENT ...`` bounds itself and becomes ``PROGRAM``: one
process cannot bound another from outside on every system. It knows nothing of the package, so it starts at once.

Bounds        processor time, memory, the size of a file written; the network, where the kernel gives each user one
Leaves alone  what a system has no means for (Windows): there the caller's time-out is all there is
"""

import contextlib
import os
import sys

_NEW_USER, _NEW_NETWORK = 0x10000000, 0x40000000


def leave_network() -> bool:
    """Move this process, and what it will start, into an empty network; whether the kernel allows it."""
    if not sys.platform.startswith("linux"):
        return False
    import ctypes

    user, group = os.geteuid(), os.getegid()
    try:
        unshare = ctypes.CDLL(None, use_errno=True).unshare
    except (OSError, AttributeError):
        return False
    if unshare(_NEW_NETWORK) != 0:  # which only the administrator may, outside a user space of its own
        if unshare(_NEW_USER | _NEW_NETWORK) != 0:
            return False
        _keep_identity(user, group)
    return True


def _keep_identity(user: int, group: int) -> None:
    """Be the same user inside the new user space."""
    for name, words in (("setgroups", "deny"), ("uid_map", f"{user} {user} 1"), ("gid_map", f"{group} {group} 1")):
        with contextlib.suppress(OSError), open(f"/proc/self/{name}", "w", encoding="ascii") as file:  # noqa: PTH123
            file.write(words)


def bound(seconds: int, memory: int, file_size: int, *, most_seconds: int | None = None) -> None:
    """Limit this process, never beyond what it is limited to; ``most_seconds``: as far as it may prolong its time."""
    try:
        import resource
    except ImportError:
        return
    kinds = (
        (resource.RLIMIT_AS, memory, memory),
        (resource.RLIMIT_CPU, seconds, most_seconds or seconds),
        (resource.RLIMIT_FSIZE, file_size, file_size),
        (resource.RLIMIT_CORE, 0, 0),
    )
    for kind, wanted, most in kinds:
        present = resource.getrlimit(kind)[1]
        if present != resource.RLIM_INFINITY:
            wanted, most = min(wanted, present), min(most, present)
        resource.setrlimit(kind, (wanted, most))


if __name__ == "__main__":
    leave_network()
    bound(*map(int, sys.argv[1:4]))
    os.execvp(sys.argv[4], sys.argv[4:])
