import { createAuthClient } from "better-auth/client";

/** Better Auth's own client; loaded when somebody signs in, up or out. */
export const auth = createAuthClient({ baseURL: location.origin, basePath: "/api/auth" });
