// What Better Auth signs with the shared secret besides logins: the token of a link by e-mail and a session's cookie.
// Run in apps/auth, where its packages are. The secret is in the environment; a line of JSON comes out.
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const packages = createRequire(`${process.cwd()}/package.json`);
const load = (name: string) => import(pathToFileURL(packages.resolve(name)).href);
const { betterAuth } = await load("better-auth");
const { memoryAdapter } = await load("better-auth/adapters/memory");

let link = "";
const auth = betterAuth({
  baseURL: "http://localhost:8000",
  secret: process.env["BETTER_AUTH_SECRET"],
  database: memoryAdapter({ user: [], session: [], account: [], verification: [] }),
  emailAndPassword: { enabled: true },
  emailVerification: {
    sendOnSignUp: true,
    sendVerificationEmail: async ({ token }: { token: string }) => {
      link = token;
    },
  },
  session: { cookieCache: { enabled: true, strategy: "jwt" } },
  logger: { disabled: true },
});
const answer: Response = await auth.handler(
  new Request("http://localhost:8000/api/auth/sign-up/email", {
    method: "POST",
    headers: { "content-type": "application/json", origin: "http://localhost:8000" },
    body: JSON.stringify({ name: "Ada", email: "ada@example.test", password: "correct horse battery staple" }),
  }),
);
const cookie = answer.headers.getSetCookie().find((each) => each.startsWith("better-auth.session_data="));
process.stdout.write(JSON.stringify({ link, cookie: cookie?.split(";")[0]?.split("=")[1] ?? "" }));
