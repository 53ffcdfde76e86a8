"""Django's settings, which Django reads from a module."""

from typing import Any

from todo_api.database_url import parse_database_url
from todo_bench.baselines.environment import Environment

_ENVIRONMENT = Environment.read()
_TARGET = parse_database_url(_ENVIRONMENT.database_url)
(_HOST, _PORT), *_ = _TARGET.hosts

DEBUG = False
SECRET_KEY = _ENVIRONMENT.secret
ALLOWED_HOSTS = ["127.0.0.1"]
ROOT_URLCONF = "todo_bench.baselines.django_ninja.urls"
INSTALLED_APPS = ["todo_bench.baselines.django_ninja"]
MIDDLEWARE: list[str] = []
USE_TZ = True
TIME_ZONE = "UTC"
DATABASES: dict[str, dict[str, Any]] = {
    "default": {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": _TARGET.database,
        "USER": _TARGET.user,
        "PASSWORD": _TARGET.password or "",
        "HOST": _HOST,
        "PORT": _PORT,
        "CONN_MAX_AGE": None,  # each thread keeps its connection
        "OPTIONS": {"server_side_binding": True, "prepare_threshold": 5},  # prepared, as asyncpg prepares by itself
    }
}
