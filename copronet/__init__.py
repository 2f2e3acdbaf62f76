"""copronet: the platform on which a co-production network lives.

For the members of a network, the people who run it and everyone who looks over its shoulder.
`docs/architecture.md` is the map of the house; each folder's docstring says what it holds.
"""
