// What the benchmark tells a candidate. To be imported first: some libraries look at NODE_ENV as they are loaded.
process.env["NODE_ENV"] = "production";

export const secret = given("TODO_DEVELOPMENT_SECRET");
export const port = Number(given("PORT"));
export const database = { ...address(given("DATABASE_URL")), max: 10 };

function given(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set.`);
  return value;
}

/** The parts of a database's URL; a host that begins with a slash is the folder of a socket. */
function address(text: string) {
  const url = new URL(text.replace("@/", "@localhost/")); // PostgreSQL's URLs may leave out the host, a URL may not
  return {
    host: url.searchParams.get("host") ?? url.hostname,
    port: Number(url.port || 5432),
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    database: decodeURIComponent(url.pathname.slice(1)),
  };
}
