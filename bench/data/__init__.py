"""Deterministic data: one region made here, all others copied from it inside the database."""
