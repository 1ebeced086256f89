"""A screen that nobody sees: Xvfb, with xdotool's hands on its keyboard and mouse."""

import os
import struct
import subprocess
import time
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

SIZE = (1400, 900)
PIXEL_BYTES = 4
XWD_FIELDS = 25  # 32-bit numbers at the beginning of an X window dump
PAUSE = 0.05


def wait_until(condition: Callable[[], object], what: str, *, seconds: float = 30) -> float:
    """Wait for the condition; return how many seconds it took.

    Raises:
        TimeoutError: if it does not come true in time.
    """
    begin = time.monotonic()
    while not condition():
        if time.monotonic() - begin > seconds:
            raise TimeoutError(f"waited {seconds:.0f} s in vain: {what}")
        time.sleep(PAUSE)
    return time.monotonic() - begin


@dataclass(frozen=True, slots=True)
class Picture:
    """What was on the screen; `pixels` are blue, green, red and a byte of nothing, row by row."""

    width: int
    height: int
    pixels: bytes

    def count(self, colour: str, *, left: int, right: int) -> int:
        """How many pixels between these columns have exactly the colour `#RRGGBB`."""
        wanted = bytes.fromhex(colour[1:])[::-1]
        strip = bytearray()
        for row in range(self.height):
            begin = row * self.width
            strip += self.pixels[(begin + left) * PIXEL_BYTES : (begin + right) * PIXEL_BYTES]
        return sum(strip[place : place + 3] == wanted for place in range(0, len(strip), PIXEL_BYTES))

    def changes_to(self, other: "Picture") -> dict[int, bytes]:
        """The places where `other` differs, with what it shows there."""
        mine, theirs = self.pixels, other.pixels
        places = range(0, len(mine), PIXEL_BYTES)
        return {
            place: theirs[place : place + 3]
            for place in places
            if mine[place : place + 3] != theirs[place : place + 3]
        }

    def share_of(self, shown: dict[int, bytes]) -> float:
        """Which share of these places looks the same here."""
        same = sum(self.pixels[place : place + 3] == colour for place, colour in shown.items())
        return same / len(shown)

    def save(self, path: Path) -> None:
        """Write it as a PNG file."""
        rows = bytearray()
        for row in range(self.height):
            line = self.pixels[row * self.width * PIXEL_BYTES : (row + 1) * self.width * PIXEL_BYTES]
            colours = bytearray(self.width * 3)
            colours[0::3], colours[1::3], colours[2::3] = line[2::4], line[1::4], line[0::4]
            rows += b"\0" + colours
        header = struct.pack(">IIBBBBB", self.width, self.height, 8, 2, 0, 0, 0)
        chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(bytes(rows))), (b"IEND", b""))
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("wb") as file:
            file.write(b"\x89PNG\r\n\x1a\n")
            for name, content in chunks:
                checksum = struct.pack(">I", zlib.crc32(name + content))
                file.write(struct.pack(">I", len(content)) + name + content + checksum)


class VirtualScreen:
    """Runs for as long as the `with` block; `folder` is where it keeps the picture of the screen."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._display = ""

    def __enter__(self) -> Self:
        reading, writing = os.pipe()
        width, height = SIZE
        self._server = subprocess.Popen(
            [
                "Xvfb", "-displayfd", str(writing), "-screen", "0", f"{width}x{height}x24",
                "-fbdir", str(self._folder), "-nolisten", "tcp",
            ],
            pass_fds=[writing],
            stderr=subprocess.DEVNULL,
        )  # fmt: skip
        os.close(writing)
        with os.fdopen(reading) as numbers:
            self._display = f":{numbers.readline().strip()}"
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.terminate()
        self._server.wait()

    @property
    def environment(self) -> dict[str, str]:
        """What a program needs to know to appear on this screen."""
        return {"DISPLAY": self._display}

    def picture(self) -> Picture:
        dump = (self._folder / "Xvfb_screen0").read_bytes()
        header = struct.unpack(f">{XWD_FIELDS}I", dump[: XWD_FIELDS * 4])
        header_size, width, height, row_bytes, colour_count = (header[i] for i in (0, 4, 5, 12, 19))
        begin = header_size + colour_count * 12
        rows = (dump[begin + row * row_bytes :][: width * PIXEL_BYTES] for row in range(height))
        return Picture(width, height, b"".join(rows))

    def has_window(self, title: str) -> bool:
        return bool(self._do("search", "--onlyvisible", "--name", title, check=False))

    def focus(self, title: str) -> int:
        """Give the window the keyboard; return its width. There is no window manager to do it."""
        window = self._do("search", "--onlyvisible", "--name", title).split()[0]
        self._do("windowfocus", "--sync", window)
        geometry = dict(
            line.split("=") for line in self._do("getwindowgeometry", "--shell", window).splitlines()
        )
        return int(geometry["WIDTH"])

    def press(self, keys: str) -> None:
        self._do("key", keys)

    def type(self, text: str) -> None:
        self._do("type", "--delay", "20", text)

    def _do(self, *words: str, check: bool = True) -> str:
        done = subprocess.run(
            ["xdotool", *words],
            env={**os.environ, **self.environment},
            capture_output=True,
            text=True,
            check=check,
        )
        return done.stdout
