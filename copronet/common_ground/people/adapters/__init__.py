"""What allauth asks of us: whom it signs in and in which language, its forms in our words, its providers."""
