"""`bench soak`: whether anything grows in a worker that is busy for long."""
