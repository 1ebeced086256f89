"""Makes the environment that `make run`, `make test` and the other commands work in.

    python3 resources/packaging/prepare.py [--python PYTHON] [--for COMMAND]

It installs the system libraries that are missing (as root with apt; else it prints the one command
to run, and stops), makes `.venv` from `requirements.lock` with hashes required, and compiles the
translations. What is already there is left alone: a second run takes a fraction of a second.
An environment that was left half made, moved, or made from another lock file is made anew.

Python 3.8 and later can run this file; it looks for one that can run Lesart.
"""

from __future__ import annotations

import argparse
import ctypes
import fcntl
import hashlib
import json
import os
import shlex
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

ROOT = Path(__file__).resolve().parents[2]
VENV = ROOT / ".venv"
VENV_PYTHON = VENV / "bin" / "python"
STAMP = VENV / "lesart-ready.json"
LOCK = ROOT / "requirements.lock"
PROJECT = ROOT / "pyproject.toml"
TRANSLATIONS = ROOT / "resources" / "i18n"

VERSIONS = ((3, 13), (3, 12), (3, 11))  # that Lesart runs on, the best one first

# What Qt's wheels take from the system, and the Debian and Ubuntu packages that bring it. Of several
# names the first one that the distribution has is right: Ubuntu 24.04 renamed libraries for 64-bit time.
LIBRARIES = {
    "libglib-2.0.so.0": ("libglib2.0-0t64", "libglib2.0-0"),
    "libGL.so.1": ("libgl1",),
    "libEGL.so.1": ("libegl1",),
    "libxkbcommon.so.0": ("libxkbcommon0",),
    "libfontconfig.so.1": ("libfontconfig1",),
    "libdbus-1.so.3": ("libdbus-1-3",),
    "libX11-xcb.so.1": ("libx11-xcb1",),
    "libxcb-cursor.so.0": ("libxcb-cursor0",),
    "libxcb-icccm.so.4": ("libxcb-icccm4",),
    "libxcb-image.so.0": ("libxcb-image0",),
    "libxcb-keysyms.so.1": ("libxcb-keysyms1",),
    "libxcb-randr.so.0": ("libxcb-randr0",),
    "libxcb-render-util.so.0": ("libxcb-render-util0",),
    "libxcb-shape.so.0": ("libxcb-shape0",),
    "libxcb-xkb.so.1": ("libxcb-xkb1",),
    "libxkbcommon-x11.so.0": ("libxkbcommon-x11-0",),
}
PROGRAMS = {  # that some commands need besides
    "bundle": {"objdump": ("binutils",), "dpkg-deb": ("dpkg",)},
    "test-bundle": {"Xvfb": ("xvfb",), "xdotool": ("xdotool",), "dpkg-deb": ("dpkg",)},
}


@dataclass(frozen=True)
class Interpreter:
    """A Python that runs Lesart; `path` is the real one, even if it was found as that of `.venv`."""

    path: str
    version: tuple[int, int]


def main() -> None:
    arguments = parse_arguments()
    wait_for_others()
    present = ask(str(VENV_PYTHON)) if is_ready() else None
    wanted = str(VENV_PYTHON) if present and not arguments.python else arguments.python
    interpreter = choose_interpreter(wanted)
    needs_environment = present is None or present.version != interpreter.version
    install_packages(missing_packages(arguments.command, interpreter, with_venv=needs_environment))
    if arguments.command == "system":
        return
    if needs_environment:
        make_environment(interpreter)
    compile_translations()
    if arguments.command == "run":
        require_screen()


def parse_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Make the environment of Lesart.")
    parser.add_argument("--python", help="the interpreter to use, instead of the best one found")
    parser.add_argument(
        "--for",
        dest="command",
        default="test",
        choices=("system", "run", "test", "bundle", "test-bundle"),
        help="what is to be done in the environment; system: install what the system lacks, and no more",
    )
    return parser.parse_args()


def wait_for_others() -> None:
    """Two commands at once would make the environment twice: the second one waits here for the first."""
    fcntl.flock(os.open(ROOT, os.O_RDONLY), fcntl.LOCK_EX)


def stop(message: str) -> NoReturn:
    sys.exit(f"\n{message}\n")


def say(message: str) -> None:
    print(message, flush=True)


def answer_of(command: list[str]) -> str | None:
    """What `command` prints; None if it cannot be run or fails."""
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return None
    return done.stdout


def run(command: list[str]) -> None:
    """Run `command`; stop if it fails, for it has said why."""
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    try:
        subprocess.run(command, check=True, env=environment)
    except (OSError, subprocess.CalledProcessError):
        stop(f"This failed: {shlex.join(command)}")


# The interpreter.


def ask(python: str) -> Interpreter | None:
    """Which interpreter this is; None if it does not run, or cannot run Lesart."""
    code = (
        "import os, sys; print(*sys.version_info[:2]);"
        "print(os.path.realpath(getattr(sys, '_base_executable', sys.executable)))"
    )
    answer = answer_of([python, "-c", code])
    if answer is None:
        return None
    numbers, path = answer.splitlines()
    major, minor = numbers.split()
    interpreter = Interpreter(path, (int(major), int(minor)))
    return interpreter if interpreter.version in VERSIONS else None


def choose_interpreter(wanted: str | None) -> Interpreter:
    """The interpreter to make the environment with; stops if there is none."""
    names = [wanted] if wanted else [f"python{major}.{minor}" for major, minor in VERSIONS] + ["python3"]
    chosen = next((found for name in names if (found := ask(name))), None)
    if chosen is None:
        trouble = f"{wanted} is none of them" if wanted else "none of them was found"
        stop(
            f"Lesart runs on Python 3.11, 3.12 and 3.13, and {trouble}.\n"
            "Install one, or name it: make run PYTHON=/path/to/python3.12"
        )
    return chosen


# The system.


def missing_packages(
    command: str, interpreter: Interpreter, *, with_venv: bool
) -> dict[str, tuple[str, ...]]:
    """What the system lacks for `command`: its name, and the packages that may bring it."""
    version = f"{interpreter.version[0]}.{interpreter.version[1]}"
    missing = {name: packages for name, packages in LIBRARIES.items() if not can_load(name)}
    programs = PROGRAMS.get(command, {})
    missing.update({name: packages for name, packages in programs.items() if not shutil.which(name)})
    if with_venv and answer_of([interpreter.path, "-c", "import ensurepip, venv"]) is None:
        missing["ensurepip"] = (f"python{version}-venv",)
    if command == "bundle" and not has_shared_library(interpreter):
        missing["libpython"] = (f"libpython{version}t64", f"libpython{version}")
    return missing


def can_load(library: str) -> bool:
    """The loader is asked, not the package manager: it knows what is there on every system."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def has_shared_library(interpreter: Interpreter) -> bool:
    """PyInstaller needs Python as a shared library; Debian's interpreter is linked without it."""
    code = (
        "import ctypes, os, sysconfig as s; name = s.get_config_var('INSTSONAME') or '';"
        "path = os.path.join(s.get_config_var('LIBDIR') or '', name);"
        "ctypes.CDLL(path if os.path.exists(path) else name)"
    )
    return answer_of([interpreter.path, "-c", code]) is not None


def install_packages(missing: dict[str, tuple[str, ...]]) -> None:
    """Install what brings `missing` as root with apt; else say how, and stop."""
    if not missing:
        return
    if shutil.which("apt-get") is None:
        stop("Your system lacks these; install them and try again:\n\n    " + " ".join(missing))
    is_root = os.geteuid() == 0
    if is_root:
        say("Asking apt which packages there are …")
        run(["apt-get", "update", "--quiet", "--quiet"])
    packages = sorted({known_package(names) for names in missing.values()})
    if not is_root:
        stop("Some system packages are missing. Run this, then try again:\n\n    " + advice(packages))
    say(f"Installing with apt: {' '.join(packages)}")
    run(["apt-get", "install", "--quiet", "--quiet", "--yes", "--no-install-recommends", *packages])


def known_package(names: tuple[str, ...]) -> str:
    """The first of `names` that apt can install; the last one where it knows none of them."""
    known = (name for name in names if answer_of(["apt-cache", "show", "--no-all-versions", name]))
    return next(known, names[-1])


def advice(packages: list[str]) -> str:
    """One line for a shell that makes apt install `packages`."""
    install = "apt-get update && apt-get install --yes --no-install-recommends " + " ".join(packages)
    if shutil.which("sudo"):
        return f"sudo sh -c {shlex.quote(install)}"
    return f"su -c {shlex.quote(install)}"


# The environment.


def fingerprint() -> str:
    """Changes with everything that the environment is made from."""
    project = PROJECT.read_text(encoding="utf-8").partition("\n[tool.")[0]  # settings of tools aside
    parts = [LOCK.read_bytes(), project.encode(), Path(__file__).read_bytes(), str(ROOT).encode()]
    return hashlib.sha256(b"\0".join(hashlib.sha256(part).digest() for part in parts)).hexdigest()


def site_packages() -> Path | None:
    return next(VENV.glob("lib/python3*/site-packages"), None)


def installed_names() -> list[str]:
    """What lies in the environment, as far as installing put it there."""
    folders = [VENV / "bin", site_packages()]
    paths = [path for folder in folders if folder and folder.is_dir() for path in folder.iterdir()]
    return sorted(path.name for path in paths if path.name != "__pycache__")


def is_ready() -> bool:
    """Whether the environment is whole and made from the present lock file."""
    try:
        stamp = json.loads(STAMP.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    if not isinstance(stamp, dict) or stamp.get("fingerprint") != fingerprint():
        return False
    return set(stamp["names"]) <= set(installed_names())


def make_environment(interpreter: Interpreter) -> None:
    """Make `.venv` anew. The stamp comes last, so that whatever is interrupted is made again."""
    say(f"Making .venv with {interpreter.path} …")
    if VENV.is_symlink() or VENV.is_file():
        VENV.unlink()
    elif VENV.is_dir():
        shutil.rmtree(VENV)
    run([interpreter.path, "-m", "venv", str(VENV)])
    say("Installing what requirements.lock names; this is done once and takes a few minutes …")
    pip = [str(VENV_PYTHON), "-m", "pip", "--disable-pip-version-check", "--quiet"]
    run([*pip, "install", "--no-deps", "--require-hashes", "--only-binary", ":all:", "-r", str(LOCK)])
    install_checkout()
    write_stamp()


def write_stamp() -> None:
    """Say that the environment is ready; a stamp is there whole or not at all."""
    stamp = {"fingerprint": fingerprint(), "names": installed_names()}
    unfinished = STAMP.with_suffix(".unfinished")
    unfinished.write_text(json.dumps(stamp), encoding="utf-8")
    unfinished.replace(STAMP)


def install_checkout() -> None:
    """Make `import reader` and the `lesart` command of the environment mean this checkout.

    An editable install would do the same, but it needs the build backend, and copies the resources.
    """
    packages = site_packages()
    if packages is None:
        stop(f"{VENV} is broken: remove it and try again.")
    (packages / "lesart.pth").write_text(f"{ROOT}\n", encoding="utf-8")
    command = VENV / "bin" / "lesart"
    command.write_text(f'#!/bin/sh\nexec {shlex.quote(str(VENV_PYTHON))} -m reader "$@"\n', encoding="utf-8")
    command.chmod(0o755)


def compile_translations() -> None:
    """Compile each translation that is newer than its compiled form."""
    for source in sorted(TRANSLATIONS.glob("*.ts")):
        compiled = source.with_suffix(".qm")
        if compiled.exists() and compiled.stat().st_mtime >= source.stat().st_mtime:
            continue
        say(f"Compiling {source.name} …")
        run([str(VENV / "bin" / "pyside6-lrelease"), "-silent", str(source), "-qm", str(compiled)])


def require_screen() -> None:
    """Stop where no window can open."""
    if any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")):
        return
    if sys.platform != "linux":
        return
    stop(
        "Everything is ready, but there is no screen: DISPLAY and WAYLAND_DISPLAY are not set.\n"
        "Run this in a terminal of your desktop, or on a virtual screen (package xvfb):\n\n"
        "    xvfb-run -a make run"
    )


if __name__ == "__main__":
    main()
