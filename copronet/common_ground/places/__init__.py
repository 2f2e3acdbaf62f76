"""Where things are: the 22 principal areas of Wales and their seven health boards.

For every page that asks or shows a place without giving away anybody's home.
Names and codes are public facts (Office for National Statistics, Open Government Licence).
"""
