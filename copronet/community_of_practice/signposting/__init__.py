"""Signposting: services and sources of help, for anybody who asks where they can turn.

For people in need of help, who have no account and no time; and for whoever helps them look.
Leans on people for organisations, on themes, places and search. Reads and publishes Open Referral UK.
"""
