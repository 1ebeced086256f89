"""Wraps the frozen program of `dist/lesart` as a Debian package beside it.

    .venv/bin/python resources/packaging/make_deb.py

What the package depends on is read from the program: every library that it asks for and does not
bring along belongs to some package of this system.
"""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass, field
from importlib.metadata import distributions
from pathlib import Path

from reader import __version__

ROOT = Path(__file__).resolve().parents[2]
HERE = Path(__file__).resolve().parent
PROGRAM = ROOT / "dist" / "lesart"
STAGE = ROOT / "build" / "deb"

# Plugins that Qt loads if it can; their libraries are on every desktop that makes use of them.
OPTIONAL_PLUGINS = ("qgtk3", "wayland", "Wayland", "libQt6WlShell")
GLIBC = re.compile(r"GLIBC_2\.(\d+)")


@dataclass(slots=True)
class Needs:
    """Libraries that the program asks for, and the newest glibc, by its minor version."""

    required: set[str] = field(default_factory=set)
    optional: set[str] = field(default_factory=set)
    glibc: int = 0


def main() -> None:
    if not (PROGRAM / "lesart").is_file():
        sys.exit("There is no frozen program in dist/lesart: run make bundle.")
    architecture = output_of(["dpkg", "--print-architecture"]).strip()
    needs = needs_of(PROGRAM)
    shutil.rmtree(STAGE, ignore_errors=True)
    lay_out(STAGE)
    write_control(STAGE, architecture, needs)
    package = ROOT / "dist" / f"lesart_{__version__}_{architecture}.deb"
    run(["dpkg-deb", "--root-owner-group", "-Zxz", "--build", str(STAGE), str(package)])
    megabytes = package.stat().st_size / 1e6
    print(
        f"{package.relative_to(ROOT)}: {megabytes:.0f} MB, installed {installed_kilobytes(STAGE) // 1000} MB"
    )


def run(command: list[str]) -> None:
    subprocess.run(command, check=True)


def output_of(command: list[str]) -> str:
    """What `command` prints, in the language of programs."""
    environment = {**os.environ, "LC_ALL": "C"}
    return subprocess.run(command, capture_output=True, text=True, check=True, env=environment).stdout


# What the program needs.


def needs_of(program: Path) -> Needs:
    """What the libraries and the programs of this folder ask for and do not find in it."""
    binaries = [path for path in program.rglob("*") if is_binary(path)]
    bundled = {path.name for path in program.rglob("*.so*")}
    needs = Needs()
    for part in re.split(r"\n(?=\S+: +file format )", output_of(["objdump", "-p", *map(str, binaries)])):
        name = part.strip().partition(": ")[0].removeprefix(str(program))
        is_optional = any(plugin in name for plugin in OPTIONAL_PLUGINS)
        asked = set(re.findall(r"^ *NEEDED +(\S+)", part, re.MULTILINE)) - bundled
        (needs.optional if is_optional else needs.required).update(asked)
        needs.glibc = max([needs.glibc, *(int(minor) for minor in GLIBC.findall(part))])
    return needs


def is_binary(path: Path) -> bool:
    if path.is_symlink() or not path.is_file():
        return False
    with path.open("rb") as file:
        return file.read(4) == b"\x7fELF"


def package_of(library: str) -> str | None:
    """The package of this system that the library belongs to; None if it is not installed."""
    try:
        lines = output_of(["dpkg-query", "--search", f"*/{library}"]).splitlines()
    except subprocess.CalledProcessError:
        return None
    return next(line.partition(":")[0] for line in lines if not line.startswith("diversion"))


def packages_of(libraries: Iterable[str]) -> tuple[set[str], list[str]]:
    """The packages that these libraries belong to, and the libraries that are not installed here."""
    found = {library: package_of(library) for library in sorted(libraries)}
    packages = {package for package in found.values() if package is not None}
    return packages, [library for library, package in found.items() if package is None]


# The package.


def lay_out(stage: Path) -> None:
    """Put every file where the package shall put it."""
    share = stage / "usr" / "share"
    shutil.copytree(PROGRAM, stage / "usr" / "lib" / "lesart", symlinks=True)
    (stage / "usr" / "bin").mkdir(parents=True)
    (stage / "usr" / "bin" / "lesart").symlink_to("../lib/lesart/lesart")
    copies = {
        HERE / "lesart.desktop": share / "applications" / "lesart.desktop",
        HERE / "lesart.metainfo.xml": share / "metainfo" / "lesart.metainfo.xml",
        ROOT / "resources" / "icons" / "lesart.svg": share / "icons/hicolor/scalable/apps/lesart.svg",
        HERE / "copyright": share / "doc" / "lesart" / "copyright",
    }
    for source, target in copies.items():
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, target)
    copy_licences(share / "doc" / "lesart" / "licences")
    for path in [stage, *stage.rglob("*")]:
        if not path.is_symlink():
            is_program = path.is_dir() or path.stat().st_mode & 0o100
            path.chmod(0o755 if is_program else 0o644)


def copy_licences(folder: Path) -> None:
    """The licences of the Python packages that the program was frozen with."""
    for distribution in distributions():
        for file in distribution.files or []:
            is_licence = re.search(r"(^|/)(licen[cs]e|copying|notice)", str(file), re.IGNORECASE)
            if is_licence and file.suffix.lower() in {"", ".md", ".rst", ".txt"}:
                target = folder / distribution.name / file.name
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(str(file.locate()), target)


def write_control(stage: Path, architecture: str, needs: Needs) -> None:
    required, unknown = packages_of(needs.required)
    if unknown:
        sys.exit("The program needs libraries that this system does not have: " + ", ".join(unknown))
    optional, _ = packages_of(needs.optional)
    template = (HERE / "control.in").read_text(encoding="utf-8")
    control = template.format(
        version=__version__,
        architecture=architecture,
        size=installed_kilobytes(stage),
        required=", ".join([f"libc6 (>= 2.{needs.glibc})", *sorted(required - {"libc6"})]),
        optional=", ".join(sorted(optional - required - {"libc6"})),
    )
    folder = stage / "DEBIAN"
    folder.mkdir()
    (folder / "control").write_text(control, encoding="utf-8")


def installed_kilobytes(stage: Path) -> int:
    files = [path for path in stage.rglob("*") if path.is_file() and not path.is_symlink()]
    return sum(path.stat().st_size for path in files) // 1000


if __name__ == "__main__":
    main()
