"""`python -m reader` is the `lesart` command."""

import sys

from reader.main import main

if __name__ == "__main__":  # worker processes import this module, too
    sys.exit(main())
