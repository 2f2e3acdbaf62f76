"""What is asked about giving: gifts, a fee, money, and how the network settles all that."""
