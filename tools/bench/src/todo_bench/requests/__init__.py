"""`bench`: how many requests a second the API answers, beside what it could be compared with."""
