"""Persons and organisations, who may act for whom, offices and powers.

For every room that asks who somebody is and what they may do.
Leans on the journal for deeds, on places for areas and on languages for pairs.
"""
