"""What stands before the API in `todo up`: the web app and Better Auth on one origin. In production a proxy does it."""

from todo_api.front.front import AUTH_URL, WEB_FOLDER, behind_front

__all__ = ["AUTH_URL", "WEB_FOLDER", "behind_front"]
