"""What is asked of members: the steps of joining, promises, and how it goes."""
