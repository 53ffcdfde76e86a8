"""HTTP only: what is asked of which service, and what the answer looks like."""
