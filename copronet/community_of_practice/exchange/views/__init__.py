"""Offers and requests in lists and one by one; suggestions and what comes of them."""
