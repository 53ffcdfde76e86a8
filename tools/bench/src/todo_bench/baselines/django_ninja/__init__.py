"""Django and django-ninja: synchronous views, Django's ORM on models of its own over the API's tables, psycopg 3."""
