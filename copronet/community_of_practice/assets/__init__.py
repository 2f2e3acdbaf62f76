"""The Asset Map: what people, organisations and places have that can serve others, and whether that is still right.

For whoever looks for a room, a skill or somebody who has lived through it, and for those who hold such things.
Leans on people for whose it is, on themes and places, on search, on letters for asking once a year what still
holds. Nothing is deleted: what no longer holds is withdrawn, with the reason, and can be brought back.
"""
