const ORIGIN = "https://app.invalid";
const SIGNING = /^\/sign-(in|up)(\/|$)/;

/** Where to go after signing in, as an address asks for it: only a place of our own app, whatever a stranger's link has put there. */
export function destinationOf(wish: unknown): string | undefined {
  if (typeof wish !== "string" || !wish.startsWith("/")) return undefined;
  const url = URL.parse(wish, ORIGIN);
  if (url?.origin !== ORIGIN || SIGNING.test(url.pathname)) return undefined;
  const place = `${url.pathname}${url.search}${url.hash}`;
  return place.startsWith("//") ? undefined : place; // of /..//example.org this is what is left
}
