"""The front door: home, my page, activity and the pages that every site owes its readers.

For everyone who arrives, signed in or not. Leans on every room below it.
"""
