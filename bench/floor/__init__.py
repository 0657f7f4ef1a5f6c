"""The floor: the same middleware and rows, and nothing that makes a portal of them."""
