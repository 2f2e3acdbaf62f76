"""Letters: mail out in each person's language, mail in through signed reply addresses, bounces, the post.

For every room that writes to people, and for the staff who put paper letters in envelopes.
Leans on the journal, on languages and on work: people stand above it, so it never imports them.
"""
