"""Key activities 1: the community of practice. Its members, what they give and ask of each other, where they meet."""
