"""`python -m reader` is the `lesart` command."""

import sys
from multiprocessing import freeze_support

if __name__ == "__main__":
    # A worker process runs this file, too: under another name, or frozen and then only up to this call. So
    # what it has no use for is imported behind both, and a worker is there 0.15 s sooner.
    freeze_support()
    from reader.main import main

    sys.exit(main())
