"""What people fill in about themselves, organisations, offices and the register of breaches."""
