"""What findings rest on beside the pipeline: the program with its rules, its word lists, what it knows."""

from functools import cache
from hashlib import sha256
from pathlib import Path

from reader import __version__

LENGTH = 16  # digits: enough to tell apart what one reader will ever install
KNOWLEDGE = frozenset({".msgpack", ".toml", ".csv"})  # the index, the weapons, the names of places and so on


@cache
def basis_of(resources: Path) -> str:
    """A fingerprint of all that; with another one the same pipeline may find something else."""
    digest = sha256(__version__.encode())
    knowledge = (path for path in (resources / "knowledge").glob("*") if path.suffix in KNOWLEDGE)
    for path in (*sorted(knowledge), *sorted((resources / "lexicons").glob("*.txt"))):
        digest.update(path.name.encode())
        try:
            digest.update(sha256(path.read_bytes()).digest())
        except OSError:  # missing: the analysis does without it, or tells
            continue
    return digest.hexdigest()[:LENGTH]
