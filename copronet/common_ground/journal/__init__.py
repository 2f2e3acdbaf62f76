"""The spine: every deed leaves one line, every content record its versions.

For activity pages, digests, audit and the indicators, which all read the same lines.
Leans on nothing; other rooms register their verbs and what to do when a record is saved.
"""
