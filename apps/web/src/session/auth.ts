import { createAuthClient } from "better-auth/client";

/** Better Auth's own client; loaded when somebody signs in or up. */
export const auth = createAuthClient({ baseURL: location.origin, basePath: "/api/auth" });
