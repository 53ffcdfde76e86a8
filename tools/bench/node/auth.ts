import { createVerifier } from "fast-jwt";
import type { FastifyReply, FastifyRequest } from "fastify";
import { secret } from "./environment.ts";
import { Refused } from "./refused.ts";

const ISSUER = "todo-development";
const CACHED_TOKENS = 10_000;

const verify = createVerifier({
  key: secret,
  algorithms: ["HS256"],
  allowedIss: ISSUER,
  allowedAud: ISSUER,
  requiredClaims: ["sub", "iss", "aud", "iat", "exp"], // a claim that is only compared may be missing
  cache: CACHED_TOKENS,
});

declare module "fastify" {
  interface FastifyRequest {
    userId: string;
  }
}

/** A hook that knows afterwards whose request it is. */
export function authenticate(request: FastifyRequest, _: FastifyReply, done: (error?: Error) => void): void {
  const { authorization } = request.headers;
  if (!authorization?.startsWith("Bearer ")) return done(new Refused(401, "A bearer token is needed."));
  try {
    request.userId = verify(authorization.slice("Bearer ".length)).sub;
  } catch {
    return done(new Refused(401, "The token is not valid."));
  }
  done();
}
