"""How the network is steered and how it answers for itself."""
