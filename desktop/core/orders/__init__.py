"""Orders: a shop's rules, an order, and the quote that follows from the two."""
