"""One archive of everything a network holds: its database and its files, with a manifest and hashes.

For the person who looks after the machine, on the day something goes wrong.
Leans on Django's connections and storage alone.
"""
