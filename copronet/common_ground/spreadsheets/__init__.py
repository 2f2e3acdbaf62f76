"""Tables that come in from spreadsheets and go out to them: looked at first, then done, and undoable for a day.

For staff, who bring a network's lists with them and are asked for lists by others.
Leans on the journal for deeds and on work for what takes longer; a room registers each table it takes in.
"""
