import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

AddProgram = Callable[[str, str], None]

# Choosing the interpreter.


def test_newest_python_is_chosen(prepare: ModuleType, add_program: AddProgram) -> None:
    """Of several Pythons the newest one that Lesart runs on is taken."""
    add_program("python3", "printf '3 11\n/usr/bin/python3.11\n'")
    add_program("python3.12", "printf '3 12\n/opt/python3.12\n'")

    assert prepare.choose_interpreter(None) == prepare.Interpreter("/opt/python3.12", (3, 12))


def test_python_that_does_not_start_is_passed_over(prepare: ModuleType, add_program: AddProgram) -> None:
    """A stand-in that only says that it is not installed does not count as a Python."""
    add_program("python3.13", "exit 127")
    add_program("python3", "printf '3 11\n/usr/bin/python3.11\n'")

    assert prepare.choose_interpreter(None).version == (3, 11)


def test_too_old_python_is_refused_in_plain_words(prepare: ModuleType, add_program: AddProgram) -> None:
    """Who has only an old Python reads which ones Lesart runs on."""
    add_program("python3", "printf '3 10\n/usr/bin/python3.10\n'")

    with pytest.raises(SystemExit, match=r"3\.11, 3\.12 and 3\.13, and none of them was found"):
        prepare.choose_interpreter(None)


def test_named_python_is_not_replaced_by_another(prepare: ModuleType, add_program: AddProgram) -> None:
    """Who names a Python that does not fit is told so, even if a fitting one is there."""
    add_program("python3", "printf '3 12\n/usr/bin/python3.12\n'")
    add_program("python3.9", "printf '3 9\n/usr/bin/python3.9\n'")

    with pytest.raises(SystemExit, match=r"python3\.9 is none of them"):
        prepare.choose_interpreter("python3.9")


# System packages.

MISSING = {"libglib-2.0.so.0": ("libglib2.0-0t64", "libglib2.0-0"), "libGL.so.1": ("libgl1",)}


def test_without_root_the_one_command_is_printed(
    prepare: ModuleType, add_program: AddProgram, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who is not root gets the command to run, and nothing is installed."""
    add_program("apt-get", "echo must not be called; exit 1")
    add_program("sudo", "exit 1")
    monkeypatch.setattr(os, "geteuid", lambda: 1000)

    with pytest.raises(SystemExit) as stopped:
        prepare.install_packages(MISSING)

    assert (
        "sudo sh -c 'apt-get update && apt-get install --yes --no-install-recommends libgl1 libglib2.0-0'"
    ) in str(stopped.value)


def test_renamed_packages_are_called_by_their_new_names(prepare: ModuleType, add_program: AddProgram) -> None:
    """On Ubuntu 24.04 GLib has another package name than on Debian 12."""
    add_program("apt-cache", '[ "$3" = libglib2.0-0t64 ] && echo "Package: $3"')

    assert prepare.known_package(("libglib2.0-0t64", "libglib2.0-0")) == "libglib2.0-0t64"


def test_root_gets_the_packages_installed(
    prepare: ModuleType, add_program: AddProgram, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Root is not asked: the missing packages are installed."""
    calls = tmp_path / "calls"
    add_program("apt-get", f"echo $@ >> {calls}")
    monkeypatch.setattr(os, "geteuid", lambda: 0)

    prepare.install_packages(MISSING)

    update, install = calls.read_text(encoding="utf-8").splitlines()
    assert update.startswith("update")
    assert install.endswith("--yes --no-install-recommends libgl1 libglib2.0-0")


def test_system_without_apt_is_told_what_is_missing(prepare: ModuleType, add_program: AddProgram) -> None:
    """Where there is no apt, the names of the libraries themselves help."""
    add_program("dnf", "exit 1")

    with pytest.raises(SystemExit, match=r"libglib-2\.0\.so\.0 libGL\.so\.1"):
        prepare.install_packages(MISSING)


def test_python_without_its_venv_part_needs_a_package(prepare: ModuleType, add_program: AddProgram) -> None:
    """Debian's Python comes without ensurepip; the package is that of the same version."""
    add_program("python", "exit 1")
    bare = prepare.Interpreter("python", (3, 12))

    missing = prepare.missing_packages("test", bare, with_venv=True)

    assert missing["ensurepip"] == ("python3.12-venv",)


# The environment.


@pytest.fixture
def ready(prepare: ModuleType) -> ModuleType:
    """A checkout whose environment is ready, though there is only one package in it."""
    (prepare.VENV / "bin").mkdir(parents=True)
    package = prepare.VENV / "lib" / "python3.11" / "site-packages" / "spacy"
    package.mkdir(parents=True)
    prepare.write_stamp()
    return prepare


def test_environment_is_kept(ready: ModuleType) -> None:
    """What was made from the present lock file is not made again."""
    assert ready.is_ready()


def test_changed_lock_file_outdates_the_environment(ready: ModuleType) -> None:
    """With another lock file the environment is made anew."""
    ready.LOCK.write_text("# something else\n", encoding="utf-8")

    assert not ready.is_ready()


def test_settings_of_tools_do_not_outdate_the_environment(ready: ModuleType) -> None:
    """Another setting of a tool in pyproject.toml does not cost a new environment."""
    ready.PROJECT.write_text(
        ready.PROJECT.read_text(encoding="utf-8") + "line-length = 100\n", encoding="utf-8"
    )

    assert ready.is_ready()


def test_lost_package_is_noticed(ready: ModuleType) -> None:
    """An environment that lacks a package it had is not ready."""
    (ready.VENV / "lib" / "python3.11" / "site-packages" / "spacy").rmdir()

    assert not ready.is_ready()


@pytest.mark.parametrize("written", ["", '{"fingerprint"', "[]", "{}"])
def test_damaged_stamp_does_not_count(ready: ModuleType, written: str) -> None:
    """A stamp that was only half written says nothing."""
    ready.STAMP.write_text(written, encoding="utf-8")

    assert not ready.is_ready()


def test_failed_installation_is_done_again(checkout: Path) -> None:
    """After a failed installation the next run makes the environment anew and finishes it."""
    lock = checkout / "requirements.lock"
    lock.write_text("no-such-package==1 --hash=sha256:" + "0" * 64, encoding="utf-8")
    command = [sys.executable, str(checkout / "resources/packaging/prepare.py"), "--python", sys.executable]
    offline = {**os.environ, "PIP_NO_INDEX": "1"}
    failed = subprocess.run(command, env=offline, capture_output=True, text=True, check=False)
    lock.write_text("# nothing\n", encoding="utf-8")

    healed = subprocess.run(command, env=offline, capture_output=True, text=True, check=False)
    again = subprocess.run(command, env=offline, capture_output=True, text=True, check=False)

    assert "This failed" in failed.stderr
    assert healed.returncode == 0
    assert (checkout / ".venv" / "bin" / "lesart").exists()
    assert (again.returncode, again.stdout) == (0, "")


# Translations and the screen.


def test_only_newer_translations_are_compiled(prepare: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    """A translation is compiled if it was changed since the last time, or never was compiled."""
    for name, source_time, compiled_time in (("kept", 1, 2), ("changed", 3, 2)):
        for ending, time in ((".ts", source_time), (".qm", compiled_time)):
            path = prepare.TRANSLATIONS / f"{name}{ending}"
            path.touch()
            os.utime(path, (time, time))
    (prepare.TRANSLATIONS / "new.ts").touch()
    commands: list[list[str]] = []
    monkeypatch.setattr(prepare, "run", commands.append)

    prepare.compile_translations()

    assert [Path(command[-1]).name for command in commands] == ["changed.qm", "new.qm"]


def test_without_a_screen_the_way_out_is_named(prepare: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a machine without a screen `make run` says how to get a virtual one."""
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")

    with pytest.raises(SystemExit, match="xvfb-run -a make run"):
        prepare.require_screen()


# The commands.


def test_file_name_reaches_the_program_as_it_is(checkout: Path) -> None:
    """`make run FILE=…` opens names with spaces, quotes and dollar signs."""
    root = Path(__file__).resolve().parents[2]
    name = """Zwei Wörter, "ein" $5-Schein & 'mehr'.html"""
    program = checkout / ".venv" / "bin" / "python"
    program.parent.mkdir(parents=True)
    program.write_text('#!/bin/sh\nprintf "%s|" "$@"\n', encoding="utf-8")
    program.chmod(0o755)

    done = subprocess.run(
        ["make", "--silent", "-f", str(root / "Makefile"), "run", "PREPARE=true", f"FILE={name}"],
        cwd=checkout,
        capture_output=True,
        text=True,
        check=True,
    )

    assert done.stdout == f"-m|reader|{name}|"
