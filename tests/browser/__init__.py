"""Journeys in a real Chromium, against a real server, with a real worker."""
