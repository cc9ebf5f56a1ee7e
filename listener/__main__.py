"""The command line without a window: `python -m listener`, and the console program when frozen."""

import multiprocessing
import sys

if __name__ == "__main__":
    multiprocessing.freeze_support()
    from listener.cli import run

    sys.exit(run(sys.argv[1:]))
