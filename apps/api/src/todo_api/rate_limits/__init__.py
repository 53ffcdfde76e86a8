"""How many requests each user may send, and each address that nobody is signed in at."""

from todo_api.rate_limits.allowance import Fields, RateLimited
from todo_api.rate_limits.rate_limits import RateLimits

__all__ = ["Fields", "RateLimited", "RateLimits"]
