import configparser
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

import reader

PACKAGING = Path(__file__).resolve().parents[2] / "resources" / "packaging"

Script = Callable[[str], ModuleType]

LISTING = """\

{program}/lesart:     file format elf64-x86-64

Dynamic Section:
  NEEDED               libpython3.11.so.1.0
  NEEDED               libc.so.6

Version References:
  required from libc.so.6:
    0x069691b5 0x00 02 GLIBC_2.17

{program}/plugins/platforms/libqxcb.so:     file format elf64-x86-64

Dynamic Section:
  NEEDED               libxcb.so.1

Version References:
  required from libc.so.6:
    0x069691b5 0x00 02 GLIBC_2.35

{program}/plugins/platformthemes/libqgtk3.so:     file format elf64-x86-64

Dynamic Section:
  NEEDED               libgtk-3.so.0
"""


def test_needs_are_what_the_program_does_not_bring_along(
    script: Script, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Bundled libraries are not asked of the system, and those of optional plugins not demanded."""
    make_deb = script("make_deb")
    (tmp_path / "libpython3.11.so.1.0").touch()
    monkeypatch.setattr(make_deb, "output_of", lambda _: LISTING.format(program=tmp_path))

    needs = make_deb.needs_of(tmp_path)

    assert needs.required == {"libc.so.6", "libxcb.so.1"}
    assert needs.optional == {"libgtk-3.so.0"}
    assert needs.glibc == 35


def test_control_file_names_version_and_needs(
    script: Script, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The package says its version, the least glibc and the packages of the libraries."""
    make_deb = script("make_deb")
    owners = {"libc.so.6": "libc6", "libxcb.so.1": "libxcb1", "libgtk-3.so.0": "libgtk-3-0"}
    monkeypatch.setattr(make_deb, "package_of", owners.get)
    needs = make_deb.Needs({"libc.so.6", "libxcb.so.1"}, {"libgtk-3.so.0"}, 35)

    make_deb.write_control(tmp_path, "amd64", needs)

    control = (tmp_path / "DEBIAN" / "control").read_text(encoding="utf-8")
    assert f"\nVersion: {reader.__version__}\n" in control
    assert "\nDepends: libc6 (>= 2.35), libxcb1\n" in control
    assert "\nSuggests: libgtk-3-0\n" in control


def test_library_that_nothing_provides_stops_the_build(
    script: Script, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A package that could not start anywhere is not made."""
    make_deb = script("make_deb")
    monkeypatch.setattr(make_deb, "package_of", lambda _: None)

    with pytest.raises(SystemExit, match=r"libxcb-nowhere\.so\.9"):
        make_deb.write_control(tmp_path, "amd64", make_deb.Needs({"libxcb-nowhere.so.9"}))


def test_without_a_frozen_program_the_command_to_run_is_named(checkout: Path) -> None:
    """Who wraps before freezing reads what comes first."""
    done = subprocess.run(
        [sys.executable, str(checkout / "resources" / "packaging" / "make_deb.py")],
        env={"PYTHONPATH": str(PACKAGING.parents[1])},
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 1
    assert "run make bundle" in done.stderr


def test_desktop_entry_opens_the_files_it_promises() -> None:
    """Text, web pages and Markdown open with Lesart, and the file manager hands over the files."""
    entry = configparser.RawConfigParser()
    entry.optionxform = str
    entry.read(PACKAGING / "lesart.desktop", encoding="utf-8")

    assert entry["Desktop Entry"]["MimeType"] == "text/plain;text/html;text/markdown;"
    assert entry["Desktop Entry"]["Exec"] == "lesart %F"
    assert (PACKAGING.parent / "icons" / f"{entry['Desktop Entry']['Icon']}.svg").is_file()


def test_software_catalogue_knows_the_present_version() -> None:
    """The newest release in the metainfo file is the version of the program."""
    metainfo = (PACKAGING / "lesart.metainfo.xml").read_text(encoding="utf-8")

    assert re.findall(r'<release version="([^"]+)"', metainfo)[0] == reader.__version__
