"""Speed and memory, measured: `make bench` runs each module here and prints its tables."""
