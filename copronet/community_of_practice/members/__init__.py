"""Membership: people, groups and organisations who join, promise, and say how it is going.

For everybody who takes part, for the staff who welcome them, and for whoever asks who the network is.
Leans on people for who somebody is, on questions for where they start from, on themes and places, on letters.
"""
