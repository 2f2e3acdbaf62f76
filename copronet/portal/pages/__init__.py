"""Editorial pages and news, written by staff: both languages on one page, an address in each.

For everyone who reads, and for the few who hold the power to write and to publish.
Leans on media for pictures and documents, on the journal for deeds, on people for powers, and on Wagtail for editing.
"""
