"""What members give: time, things and money, in one ledger that always balances; fees on a sliding scale.

For every member, who sees what they gave and received; for the staff, who keep the books; for everybody,
who may see how much was promised beside how much came. Leans on people for who gives and receives, on the
journal for deeds, on letters for receipts. What is written in the ledger is never changed: it is reversed.
"""
