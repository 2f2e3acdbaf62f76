"""One place for the staff: what waits, and the way to it, for just the powers each person holds.

For two overstretched members of staff, and for whoever the network gives a task.
Leans on every room that has something waiting; keeps nothing itself.
"""
