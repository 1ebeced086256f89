"""The `lesart` command: a command without a window, or the window."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from reader import command_line
from reader.paths import Paths

PROFILE_VARIABLE = "LESART_PROFILE"
DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the arguments ask; return the exit status."""
    options = command_line.parse(sys.argv[1:] if arguments is None else arguments)
    profile = options.profile or os.environ.get(PROFILE_VARIABLE)
    paths = Paths.of_profile(Path(profile)) if profile else Paths.of_user()
    if options.command is not None:
        return command_line.run(options, paths)
    return _open_window(paths, [name for name in options.files if name])


def _open_window(paths: Paths, files: Sequence[str]) -> int:
    if sys.platform == "linux" and not any(os.environ.get(name) for name in DISPLAYS):
        return command_line.complain("there is no display; `lesart annotate FILE` works without one")
    try:
        # Late: Qt takes 0.2 s to import and needs system libraries that the commands do without.
        from reader.ui.application import run  # noqa: PLC0415  (see above)
    except ImportError as error:
        return command_line.complain(f"the window cannot open: {error}")
    return run(paths, files)
