import io
import os
import signal
import subprocess
import sys
import threading
from pathlib import Path
from typing import TextIO

import pytest

from reader.services import part_files
from reader.services.output_file import FileOutput, StreamOutput


def test_a_file_appears_at_the_end(tmp_path: Path) -> None:
    """Whole, with line feeds, in UTF-8; the folder holds nothing else."""
    target = tmp_path / "aus.json"

    with FileOutput(target) as output:
        output.write("Köln\n")
        assert not target.exists()
        output.write("😀")

    assert target.read_bytes() == "Köln\n😀".encode()
    assert list(tmp_path.iterdir()) == [target]


def test_an_error_leaves_the_old_file(tmp_path: Path) -> None:
    """And nothing of the new one."""
    target = tmp_path / "aus.json"
    target.write_text("alt")

    def fail() -> None:
        with FileOutput(target) as output:
            output.write("neu")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        fail()
    assert target.read_text() == "alt"
    assert list(tmp_path.iterdir()) == [target]


def test_a_full_disk_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is told at the end at the latest."""
    target = tmp_path / "aus.json"
    target.write_text("alt")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)

    def write() -> None:
        with FileOutput(target) as output:
            output.write("neu")

    with pytest.raises(OSError, match="No space left"):
        write()
    assert target.read_text() == "alt"
    assert list(tmp_path.iterdir()) == [target]


def test_permissions_are_those_of_any_new_file_or_of_the_old_one(tmp_path: Path) -> None:
    """A temporary file would be readable by its owner alone."""
    (tmp_path / "usual").touch()
    (tmp_path / "old").touch()
    (tmp_path / "old").chmod(0o604)
    for name in ("new", "old"):
        with FileOutput(tmp_path / name) as output:
            output.write("x")

    modes = {path.name: path.stat().st_mode & 0o777 for path in tmp_path.iterdir()}
    assert modes == {"usual": modes["usual"], "new": modes["usual"], "old": 0o604}


def test_a_link_is_followed(tmp_path: Path) -> None:
    """The file that it points to is replaced, and the link stays."""
    (tmp_path / "ziel").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "ziel" / "aus.json")

    with FileOutput(tmp_path / "link") as output:
        output.write("x")

    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "ziel" / "aus.json").read_text() == "x"


def test_a_pipe_is_written_to_as_it_is(tmp_path: Path) -> None:
    """It cannot be replaced."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    read: list[str] = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_text()))
    reader.start()

    with FileOutput(pipe) as output:
        output.write("x")

    reader.join(timeout=10)
    assert read == ["x"]


def test_a_stream_gets_every_piece_at_once() -> None:
    """Nothing waits in a buffer."""
    raw = io.BytesIO()
    output = StreamOutput(io.TextIOWrapper(raw))

    output.write("eins\n")
    assert raw.getvalue() == b"eins\n"


LEAVE_A_PART = """
import os, signal, sys
from pathlib import Path
from reader.services.output_file import FileOutput

for name in sys.argv[1:]:
    FileOutput(Path(name)).__enter__().write("halb")
os.kill(os.getpid(), signal.SIGKILL)
"""


def parts(folder: Path) -> list[Path]:
    return sorted(folder.glob(".lesart-*.part"))


def test_what_a_killed_process_left_is_taken_away(tmp_path: Path) -> None:
    """By the next one that writes the same file; what belongs to other files stays."""
    same, other = tmp_path / "aus.json", tmp_path / "andere.json"
    command = [sys.executable, "-c", LEAVE_A_PART, str(same), str(other)]
    assert subprocess.run(command, check=False).returncode == -signal.SIGKILL
    assert len(parts(tmp_path)) == 2
    (tmp_path / ".lesart-fremd.part").write_text("fremd")

    with FileOutput(same) as output:
        output.write("ganz")

    assert same.read_text() == "ganz"
    assert len(parts(tmp_path)) == 2
    with FileOutput(other):
        pass
    assert parts(tmp_path) == [tmp_path / ".lesart-fremd.part"]


def test_what_another_one_is_writing_stays(tmp_path: Path) -> None:
    """Both write the same file: the last one counts."""
    target = tmp_path / "aus.json"

    with FileOutput(target) as first:
        first.write("erster")
        with FileOutput(target) as second:
            second.write("zweiter")
        assert target.read_text() == "zweiter"

    assert target.read_text() == "erster"
    assert list(tmp_path.iterdir()) == [target]


def test_a_part_that_is_cleared_away_too_early_is_made_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As by somebody who looks between its making and its being held."""
    target = tmp_path / "aus.json"
    held: list[str] = []

    def lose_the_first(file: TextIO) -> None:
        held.append(file.name)
        if len(held) == 1:
            Path(file.name).unlink()

    monkeypatch.setattr(part_files, "hold", lose_the_first)

    with FileOutput(target) as output:
        output.write("ganz")

    assert len(held) == 2
    assert target.read_text() == "ganz"
