# The API alone: bring PostgreSQL, and run `todo migrate` with the new image before its workers (see the README).
FROM python:3.13-slim-bookworm AS build
# hadolint ignore=DL3013  uv only installs what uv.lock names, by hash; any version that reads the lock will do
RUN pip install --no-cache-dir "uv>=0.13,<1"
WORKDIR /build
COPY . .
ENV UV_PROJECT_ENVIRONMENT=/app UV_COMPILE_BYTECODE=1 UV_LINK_MODE=copy UV_PYTHON_DOWNLOADS=never
RUN uv sync --locked --no-dev --no-editable --package todo-api --extra traces

FROM python:3.13-slim-bookworm
RUN useradd --system --uid 10001 --no-create-home --shell /usr/sbin/nologin todo
COPY --from=build /app /app
ENV PATH=/app/bin:$PATH PYTHONUNBUFFERED=1
USER 10001
EXPOSE 8000
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s \
  CMD ["python", "-c", "from urllib.request import urlopen; urlopen('http://127.0.0.1:8000/healthz', timeout=4)"]
# SIGTERM drains for TODO_DRAIN_SECONDS, then 10 s are left for answers under way: stop it with a grace of 20 s or more.
CMD ["uvicorn", "--factory", "todo_api.app:app_from_environment", "--host", "0.0.0.0", "--port", "8000", \
  "--no-access-log", "--timeout-graceful-shutdown", "10"]
