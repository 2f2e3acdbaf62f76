"""How people and organisations belong to the network, give to it and meet in it."""
