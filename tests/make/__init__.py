"""Plain functions that bring objects to a state, through the real actions."""
