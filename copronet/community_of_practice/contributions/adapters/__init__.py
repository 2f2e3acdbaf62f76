"""What a library asks of us: charging cards through Stripe."""
