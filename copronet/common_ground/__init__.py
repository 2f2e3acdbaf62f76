"""What every room of the network stands on; each folder is a small Django app."""
