"""Counts the feeds in every OPML file under a folder, and times reading them.

python -m benchmarks.opml FOLDER
"""

from __future__ import annotations

import argparse
import re
import time
from pathlib import Path

from listener.errors import Known
from listener.sources import opml

_NAMED = re.compile(rb'xmlUrl="([^"]+)"')


def main() -> None:
    """Prints one line a file and the sum; "named" are the different xmlUrl values in the bytes."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path)
    folder: Path = parser.parse_args().folder
    every: set[str] = set()
    feeds = named = faults = files = 0
    began = time.process_time()
    for path in sorted(folder.rglob("*.opml")):
        data = path.read_bytes()
        here = len(set(_NAMED.findall(data)))
        try:
            read = opml.read(data)
        except Known as fault:
            print(f"     - of {here:5}  {path.relative_to(folder)}: {fault.sentence()}")
            continue
        print(
            f"{len(read.feeds):6} of {here:5}  {path.relative_to(folder)} {'; '.join(read.faults)}"
        )
        files, feeds, named = files + 1, feeds + len(read.feeds), named + here
        faults += len(read.faults)
        every |= {feed.address for feed in read.feeds}
    took = time.process_time() - began
    print(
        f"{feeds} feeds of {named} named in {files} files, {faults} faults, {len(every)} different"
    )
    print(f"{took:.2f} s CPU")


if __name__ == "__main__":
    main()
