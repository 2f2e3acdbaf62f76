"""The bilingual vocabulary that the network curates: themes, and the other words people use for them.

For members, who find each other by what they care about, and for every room that says what a thing is about.
Leans on people for powers; other rooms show on a theme's page what they hold about it.
"""
