"""Programs that install, start, save and restore the portal."""
