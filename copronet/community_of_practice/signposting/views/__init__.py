"""Pages for whoever looks for help, for those who look after it, and for machines."""
