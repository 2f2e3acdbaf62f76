"""`python -m benchmarks [NAME …]`: run all measurements, or those named."""

import sys

from . import assets, duplicates, ledger, matching, pages, processor, tables, welsh

MEASUREMENTS = {
    "pages": pages.main,
    "processor": processor.main,
    "duplicates": duplicates.main,
    "tables": tables.main,
    "ledger": ledger.main,
    "matching": matching.main,
    "welsh": welsh.main,
    "assets": assets.main,
}


def main(names: list[str]) -> None:
    for name in names or MEASUREMENTS:
        MEASUREMENTS[name]()


if __name__ == "__main__":
    main(sys.argv[1:])
