# Three images of one checkout: `docker build --target auth .`, `--target web .`, and the API, which is the last and needs none
# of it named. They bring no PostgreSQL; both migrations run before the new workers (docs/production.md).
FROM node:24-bookworm-slim AS auth
WORKDIR /app
COPY apps/auth/package.json apps/auth/package-lock.json apps/auth/.npmrc ./
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund
COPY apps/auth/src src
ENV NODE_ENV=production AUTH_HOST=0.0.0.0
USER 1000
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:3000/api/auth/ok').then((ok) => process.exit(ok.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "src/serve.ts"]

FROM node:24-bookworm-slim AS web-build
WORKDIR /build/packages/todo_contract
COPY packages/todo_contract .
RUN npm ci --ignore-scripts --no-audit --no-fund && npm run build
WORKDIR /build/apps/web
COPY apps/web .
RUN npm ci --ignore-scripts --no-audit --no-fund && npm run build

FROM caddy:2 AS web
COPY deploy/Caddyfile /etc/caddy/Caddyfile
COPY --from=web-build /build/apps/web/dist /srv/web

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
