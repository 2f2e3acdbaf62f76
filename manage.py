#!/usr/bin/env python
"""Django's own door; `copronet` is the same door by another name."""

from copronet.__main__ import main

if __name__ == "__main__":
    main()
