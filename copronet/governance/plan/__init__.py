"""The network's governing plan: what it wants to change, what it does for that, and what it costs.

For everyone who asks what the network is about, for the staff who keep the plan true, and for the
rooms that measure against it. Leans on languages for words in pairs, on the journal for versions,
and on people for offices and powers. A plan comes in from a file (docs/plan-format.md).
"""
