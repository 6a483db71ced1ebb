"""What the browser tests stand on: the running page, and measures taken in it."""
