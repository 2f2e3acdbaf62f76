#!/usr/bin/env bash
# Runs a command with DATABASE_URL set to a PostgreSQL: the one given, the one that answers here, or one started for the purpose.
set -euo pipefail

if [ -n "${DATABASE_URL:-}" ]; then exec "$@"; fi

for address in "postgres:///postgres?host=/var/run/postgresql" "postgres://127.0.0.1:5432/postgres" "postgres://postgres@127.0.0.1:5432/postgres"; do
  if "$BIN/python" -c "import psycopg, sys; psycopg.connect(sys.argv[1].replace('postgres://', 'postgresql://'), connect_timeout=2).close()" "$address" 2>/dev/null; then
    DATABASE_URL="$address" exec "$@"
  fi
done

initdb=$(command -v initdb || ls /usr/lib/postgresql/*/bin/initdb 2>/dev/null | tail -n 1 || true)
if [ -z "$initdb" ] || [ "$(id -u)" = 0 ]; then
  message="No PostgreSQL was found. / Ni chafwyd hyd i PostgreSQL: sudo apt-get install postgresql"
  if [ -n "${CI:-}" ]; then echo "$message"; exit 1; fi
  echo "$message"; echo "The PostgreSQL run was left out. / Ni redwyd y profion PostgreSQL."; exit 0
fi

folder=$(mktemp -d)
trap '"$(dirname "$initdb")/pg_ctl" -D "$folder/data" stop -m immediate >/dev/null; rm -rf "$folder"' EXIT
"$initdb" -D "$folder/data" -A trust -U copronet >/dev/null
"$(dirname "$initdb")/pg_ctl" -D "$folder/data" -w -o "-k $folder -c listen_addresses='' -c fsync=off -c full_page_writes=off" -l "$folder/log" start >/dev/null
DATABASE_URL="postgres://copronet@/postgres?host=$folder" "$@"
