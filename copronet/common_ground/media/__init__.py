"""Pictures and files: what they say in both languages, who is seen in them and whether those people agreed.

For every page and room that shows a picture or hands out a file; nothing is kept as it was sent, all of it is checked.
Leans on the journal for deeds and versions, on languages for pairs, and on Wagtail for choosing and resizing.
"""
