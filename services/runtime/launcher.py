"""The few lines between the supervisor and a child: run as a script, becomes the child by `exec`.

A script of its own rather than a `preexec_fn`, because the supervisor has threads (gRPC), and
Python code between fork and exec of a process with threads may hang. It makes two promises before
the child's first instruction:

- the child dies with the supervisor, even when that is killed with SIGKILL (PR_SET_PDEATHSIG; the
  kernel sends the signal, so no watchdog is needed that could die as well);
- PostgreSQL, which refuses to run as root, does not run as root: in a user namespace of its own
  when the system allows that (files stay the owner's), otherwise as `nobody` that may still enter
  the owner's folders.

Uses the standard library only: it is started with `python -I -S`.
"""

from __future__ import annotations

import ctypes
import os
import struct
import sys

PR_SET_PDEATHSIG = 1
PR_SET_KEEPCAPS = 8
PR_CAP_AMBIENT = 47
PR_CAP_AMBIENT_RAISE = 2
CLONE_NEWUSER = 0x10000000
CAP_DAC_OVERRIDE = 1
CAPABILITY_VERSION_3 = 0x20080522
NOBODY = 65534

AS_CALLER = "caller"
IN_NAMESPACE = "namespace"
AS_NOBODY = "nobody"
PROBE = "--probe-namespace"


def main(arguments: list[str]) -> None:
    """`PARENT_PID SIGNAL ACCOUNT COMMAND...`, or `--probe-namespace`."""
    if arguments == [PROBE]:
        enter_namespace()
        return
    parent, signal_number, account, *command = arguments
    if account == IN_NAMESPACE:
        enter_namespace()
    elif account == AS_NOBODY:
        become_nobody()
    die_with_parent(int(signal_number))
    if os.getppid() != int(parent):
        # The supervisor died before the kernel was told.
        sys.exit(1)
    os.execv(command[0], command)


def die_with_parent(signal_number: int) -> None:
    """After any change of user: that would clear it again (prctl(2))."""
    if sys.platform == "linux":
        _check(_libc().prctl(PR_SET_PDEATHSIG, signal_number, 0, 0, 0))


def enter_namespace() -> None:
    """Be `nobody` inside a user namespace; outside it nothing changes."""
    user, group = os.geteuid(), os.getegid()
    _check(_libc().unshare(CLONE_NEWUSER))
    _write("/proc/self/setgroups", "deny")
    _write("/proc/self/uid_map", f"{NOBODY} {user} 1")
    _write("/proc/self/gid_map", f"{NOBODY} {group} 1")


def become_nobody() -> None:
    """Be `nobody`, keeping only the right to enter folders that belong to others."""
    libc = _libc()
    _check(libc.prctl(PR_SET_KEEPCAPS, 1, 0, 0, 0))
    os.setgroups([])
    os.setresgid(NOBODY, NOBODY, NOBODY)
    os.setresuid(NOBODY, NOBODY, NOBODY)
    header = struct.pack("=Ii", CAPABILITY_VERSION_3, 0)
    only = 1 << CAP_DAC_OVERRIDE
    _check(libc.capset(header, struct.pack("=6I", only, only, only, 0, 0, 0)))
    _check(libc.prctl(PR_CAP_AMBIENT, PR_CAP_AMBIENT_RAISE, CAP_DAC_OVERRIDE, 0, 0))


def _libc() -> ctypes.CDLL:
    return ctypes.CDLL(None, use_errno=True)


def _check(result: int) -> None:
    if result != 0:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number))


def _write(path: str, text: str) -> None:
    with open(path, "w") as handle:
        handle.write(text)


if __name__ == "__main__":
    main(sys.argv[1:])
