"""What can be done with people's records, organisations, offices and powers: one function for each deed."""
