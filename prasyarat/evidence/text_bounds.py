"""How much of one file is read: known to the process that reads and the one that waits."""

SECONDS = 40
MOST_PAGES = 300
