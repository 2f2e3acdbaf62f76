"""What people do with assets: keeping them, checking whether they are right, saying what looks out of date."""
