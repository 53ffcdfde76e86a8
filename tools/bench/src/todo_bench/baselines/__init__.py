"""What the API is compared with: the same surface over the same tables, each as an expert of its stack would write it.

They do less than the API, which is to their advantage: no log of changes, no account's version, no protection that the
framework does not bring. Only the floor runs the API's own SQL.
"""
