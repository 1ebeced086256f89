"""A real window for every test of this folder."""

from tests.ui.windows import analysis, jobs, open_window, paths, reader, window

__all__ = ["analysis", "jobs", "open_window", "paths", "reader", "window"]
