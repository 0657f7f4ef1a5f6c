"""Tools that know nothing of PUG: they would make sense in another ministry's application."""
