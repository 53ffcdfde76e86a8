import { betterAuth, type BetterAuthOptions, type BetterAuthPlugin } from "better-auth";
import { createAuthEndpoint } from "better-auth/api";
import { bearer, jwt } from "better-auth/plugins";
import type pg from "pg";
import { Attempts, type Rule } from "./attempts.ts";
import { databaseOf } from "./database.ts";
import { deleteBothSides } from "./deletion.ts";
import { type Endpoint, endpoints } from "./endpoints.ts";
import { passwordReset } from "./password-reset.ts";
import type { Post } from "./post.ts";
import type { Settings } from "./settings.ts";

export const BASE_PATH = "/api/auth";
/** The header by which our HTTP server tells Better Auth who asks; a client's own is thrown away. */
export const CLIENT_ADDRESS = "x-client-address";
const DAY = 24 * 60 * 60;
const ROTATION_SECONDS = 30 * DAY;
/** How long a key that signs no more is published: far longer than a token lives, and than the API keeps keys. */
export const GRACE_SECONDS = 2 * DAY;

export type Auth = ReturnType<typeof authOf>;

/** Better Auth as we use it; whatever has a default that another environment changes is said here. */
export function authOf(settings: Settings, pool: pg.Pool, post?: Post) {
  const attempts = new Attempts(pool);
  const tokens = jwt({
    disableSettingJwtHeader: true,
    jwks: {
      keyPairConfig: { alg: "EdDSA", crv: "Ed25519" },
      rotationInterval: ROTATION_SECONDS,
      gracePeriod: GRACE_SECONDS,
    },
    jwt: {
      issuer: settings.issuer,
      audience: settings.audience,
      expirationTime: "5m", // a number would be a time in 1970
      definePayload: () => ({}), // `sub` is added; without this, it is the whole row
    },
  });
  async function tokenOf(userId: string): Promise<string> {
    const payload = { sub: userId, iat: Math.floor(Date.now() / 1000) };
    return (await auth.api.signJWT({ body: { payload } })).token;
  }
  const auth = betterAuth({
    appName: "Todo",
    baseURL: settings.issuer,
    basePath: BASE_PATH,
    secret: settings.secret,
    trustedOrigins: [...settings.trustedOrigins],
    database: databaseOf(pool),
    emailAndPassword: {
      enabled: true,
      minPasswordLength: 8,
      maxPasswordLength: 128,
      ...(post && passwordReset(post, settings.issuer, pool, attempts)),
    },
    verification: { storeIdentifier: "hashed" }, // who reads the database can open no link
    // A cached session would outlive a sign-out.
    session: { expiresIn: 30 * DAY, updateAge: DAY, cookieCache: { enabled: false } },
    user: {
      deleteUser: {
        enabled: true,
        beforeDelete: async ({ id }) => deleteBothSides(pool, settings.apiUrl, id, await tokenOf(id)),
      },
    },
    rateLimit: {
      enabled: true,
      window: 60,
      max: 300,
      storage: "database", // for the table; the counting is ours
      customStorage: attempts,
      customRules: Object.fromEntries(
        Object.entries(endpoints).map(([path, { limit }]) => [path, ruleOf(limit, settings.attempts)]),
      ),
    },
    advanced: {
      ipAddress: { ipAddressHeaders: [CLIENT_ADDRESS] },
      useSecureCookies: settings.issuer.startsWith("https:"),
      defaultCookieAttributes: { httpOnly: true, sameSite: "lax", path: "/" },
      disableCSRFCheck: false,
      disableOriginCheck: false, // is true where NODE_ENV or TEST says that this is a test
    },
    onAPIError: { throw: true }, // to our server, which answers and logs
    logger: { disabled: true }, // its lines quote addresses and origins
    telemetry: { enabled: false },
    plugins: [tokens, bearer({ requireSignature: true }), offers(post !== undefined)],
  } satisfies BetterAuthOptions);
  return auth;
}

function ruleOf(limit: Endpoint["limit"], attempts: number | undefined): Rule | false {
  if (limit === "usual") return { window: 60, max: 300 };
  if (limit === "none" || attempts === undefined) return false;
  return { window: limit === "letters" ? 60 * 60 : 60, max: attempts };
}

/** What a page may offer to somebody who is not signed in. */
function offers(hasMail: boolean) {
  const answer = { passwordReset: hasMail };
  return {
    id: "offers",
    endpoints: { offers: createAuthEndpoint("/offers", { method: "GET" }, async (context) => context.json(answer)) },
  } satisfies BetterAuthPlugin;
}
