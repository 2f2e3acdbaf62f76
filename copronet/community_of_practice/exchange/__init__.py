"""Offers and requests: what people would give and what they need, and how the two meet.

For members who look for somebody, and for those who would help if they only knew whom. Leans on engines/matching
for who could meet, on letters for asking both sides, and on contributions for the hours that follow. Contact is
passed on only with a yes from both; nobody learns who said no.
"""
