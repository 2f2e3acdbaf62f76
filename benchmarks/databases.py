"""The demonstration network in a database of its own, once on SQLite and once on PostgreSQL."""

import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager

POSTGRESQL = os.environ.get("DATABASE_URL", "postgres://127.0.0.1:5432/postgres")
NAME = os.environ.get("BENCH_DATABASE", "copronet_bench")


def fresh_networks() -> Iterator[tuple[str, dict[str, str]]]:
    """The name of each database, and the environment in which it holds the demonstration network."""
    for kind in ("sqlite", "postgresql"):
        with tempfile.TemporaryDirectory() as folder, database(kind) as address:
            environment = os.environ | {
                "DJANGO_SETTINGS_MODULE": "copronet.config.settings.demonstration",
                "COPRONET_DATA": folder,
                "DATABASE_URL": address,
            }
            command = [sys.executable, "-m", "copronet", "demonstrate"]
            subprocess.run(command, env=environment, check=True, stdout=subprocess.DEVNULL)
            yield kind, environment


@contextmanager
def database(kind: str) -> Iterator[str]:
    if kind == "sqlite":
        yield ""
        return
    plain = POSTGRESQL.replace("postgres://", "postgresql://")
    psql = ["psql", "--quiet", plain, "-c"]
    subprocess.run([*psql, f"DROP DATABASE IF EXISTS {NAME} WITH (FORCE)"], check=True)
    subprocess.run([*psql, f"CREATE DATABASE {NAME}"], check=True)
    yield re.sub(r"/[^/?]*(\?|$)", rf"/{NAME}\1", POSTGRESQL)
    subprocess.run([*psql, f"DROP DATABASE {NAME} WITH (FORCE)"], check=True)
