"""Background work: tasks enqueued by name, retries, lost workers, a schedule, progress.

For every room that has something to do outside a request, and for the staff who watch over it.
Leans on the journal alone: people, letters and the rooms above lean on it, so it never imports them.
"""
