"""What people seek: searches they keep, with a letter a week, and words that many sought and did not find.

For anybody who has signed in, and for the staff who see what is missing.
Leans on the search, whose pages stand in the front room, on people and on letters.
"""
