// The app's own files, so that it starts without a network. What it says comes from the API, and is never kept here.
const CACHE = "todo-__VERSION__";
const FILES = __FILES__;
const PATIENCE_MS = 3000;
const NOT_OURS = ["/v1/", "/api/", "/docs", "/openapi.json", "/healthz", "/readyz"];

self.addEventListener("install", (event) => {
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(FILES)));
});

// It becomes active when no page of the version before is open any more, so that none misses its files.
self.addEventListener("activate", (event) => {
  const clear = async () => {
    for (const name of await caches.keys()) if (name !== CACHE) await caches.delete(name);
  };
  event.waitUntil(clear());
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== location.origin) return;
  if (NOT_OURS.some((path) => pathname.startsWith(path))) return;
  event.respondWith(request.mode === "navigate" ? page(request) : file(request));
});

/** The newest page if the server answers soon, else the one that is here. */
async function page(request) {
  try {
    const answer = await fetch(request, { signal: AbortSignal.timeout(PATIENCE_MS) });
    if (answer.ok) return answer;
  } catch {
    // Out of reach: the page that is here will say so.
  }
  return (await caches.match("/index.html", { cacheName: CACHE, ignoreVary: true })) ?? Response.error();
}

async function file(request) {
  return (await caches.match(request, { cacheName: CACHE, ignoreVary: true })) ?? fetch(request);
}
