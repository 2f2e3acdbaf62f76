"""One module for each way of running: development, demonstration, test and production, all from base."""
