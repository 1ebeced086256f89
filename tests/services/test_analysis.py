"""What a worker process does for the analysis."""

import subprocess
import sys

import pytest

SCRIPT = """
import os, sys
from reader.services.analysis import give_way
before = os.nice(0)
give_way()
print(os.nice(0) > before, "spacy" in sys.modules)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no niceness")
def test_a_worker_that_analyses_gives_way_to_others() -> None:
    """Before it loads the language model: text is shown first."""
    done = subprocess.run([sys.executable, "-c", SCRIPT], capture_output=True, text=True, check=True)

    assert done.stdout.split() == ["True", "False"]
