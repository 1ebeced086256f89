"""The `lesart` command: which way it goes."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from reader import __version__, command_line, main
from reader.paths import Paths

ROOT = Path(__file__).parents[1]


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Paths, list[str]]]:
    """What the window was asked to open."""
    opened: list[tuple[Paths, list[str]]] = []

    def run(paths: Paths, files: list[str]) -> int:
        opened.append((paths, files))
        return 0

    application = pytest.importorskip("reader.ui.application", reason="Qt's system libraries are missing")
    monkeypatch.setattr(application, "run", run)
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    return opened


def test_files_are_opened_in_the_window(opened: list[tuple[Paths, list[str]]], tmp_path: Path) -> None:
    """With the folders of the profile."""
    assert main.main(["--profile", str(tmp_path), "a.txt", "", "b.txt"]) == 0

    assert opened == [(Paths.of_profile(tmp_path), ["a.txt", "b.txt"])]


def test_the_environment_may_name_the_profile(
    opened: list[tuple[Paths, list[str]]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The command line wins over it; an empty name is none."""
    monkeypatch.setenv("LESART_PROFILE", str(tmp_path / "eins"))
    main.main([])
    main.main(["--profile", str(tmp_path / "zwei")])
    monkeypatch.setenv("LESART_PROFILE", "")
    main.main([])

    assert [paths for paths, _ in opened] == [
        Paths.of_profile(tmp_path / "eins"),
        Paths.of_profile(tmp_path / "zwei"),
        Paths.of_user(),
    ]


@pytest.mark.skipif(sys.platform != "linux", reason="other systems always have a screen")
def test_without_a_display_the_window_is_not_tried(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Qt would end the program without a word of use."""
    for name in main.DISPLAYS:
        monkeypatch.delenv(name, raising=False)

    assert main.main(["a.txt"]) == 1
    assert "there is no display" in capsys.readouterr().err


def test_commands_need_no_display(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """They get the profile, too."""
    for name in main.DISPLAYS:
        monkeypatch.delenv(name, raising=False)
    asked: list[tuple[str, Paths]] = []
    monkeypatch.setattr(
        command_line, "run", lambda options, paths: asked.append((options.command, paths)) or 0
    )

    assert main.main(["--profile", str(tmp_path), "doctor"]) == 0
    assert asked == [("doctor", Paths.of_profile(tmp_path))]


@pytest.mark.parametrize(
    "start",
    [
        [sys.executable, "-m", "reader"],
        [sys.executable, "-c", "import sys; from reader.main import main; sys.exit(main())"],
    ],
    ids=["module", "entry point"],
)
def test_the_program_starts_from_any_folder(start: list[str], tmp_path: Path) -> None:
    """As a module, and as the installed command does it."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [*start, "--version"],
        cwd=tmp_path,
        env=environment,
        check=False,
        capture_output=True,
        text=True,
        timeout=60,
    )

    assert (done.returncode, done.stdout, done.stderr) == (0, f"lesart {__version__}\n", "")


def test_everything_is_kept_under_the_profile(tmp_path: Path) -> None:
    """A whole run writes to no other folder of the user."""
    home = tmp_path / "home"
    home.mkdir()
    (tmp_path / "a.txt").write_text("Die Tür.", encoding="utf-8")
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith("XDG_")},
        "PYTHONPATH": str(ROOT),
        "HOME": str(home),
        "LESART_PROFILE": str(tmp_path / "profil"),
    }
    done = subprocess.run(
        [sys.executable, "-m", "reader", "annotate", "a.txt"],
        cwd=tmp_path,
        env=environment,
        check=False,
        capture_output=True,
        timeout=120,
    )

    assert done.returncode == 0
    assert list(home.iterdir()) == []
