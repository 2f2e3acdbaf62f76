"""What is done with a membership: joining, changing its state, promising, saying how it goes."""
